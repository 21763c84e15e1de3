#!/usr/bin/env bash
# Holds the Android app's manifest and resources against Android's own: aapt2 compiles and links them as the real build
# does. With `--java FOLDER` it also writes R.java there, for the type check of the app.
#
# Installs nothing. Needs aapt2 (Debian: aapt) and Android's resources, which are in the jar of Android's classes that the
# Maven build beside this file fetches. It is Android 14's, the newest that Debian's aapt2 can read.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
top=$(cd "$here/../.." && pwd)
main="$top/android/app/src/main"

java=
if [ "${1:-}" = --java ]; then java=$2; fi

missing() {
  echo "check-resources: $1" >&2
  exit 1
}

command -v aapt2 >/dev/null || missing "aapt2 is missing; on Debian: sudo apt-get install aapt"

version() { sed -n "s:.*<$1>\\(.*\\)</$1>.*:\\1:p" "$here/pom.xml" | head -n 1; }
release=$(version android-all.version)
all="${MAVEN_REPOSITORY:-$HOME/.m2/repository}/org/robolectric/android-all/$release/android-all-$release.jar"
[ -f "$all" ] || missing "Android's resources are missing: mvn -f tests/android-host/pom.xml test fetches them"

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# What Android's build puts in.
sed -e 's/\${applicationId}/org.gatepass.app/g' \
    -e '0,/<manifest /s//<manifest package="org.gatepass.app" /' "$main/AndroidManifest.xml" >"$work/AndroidManifest.xml"
# Debian's aapt2 is of Android 10, which did not know this element yet.
case "$(aapt2 version 2>&1)" in
  *"2.19-debian"*) sed -i '/<queries>/,/<\/queries>/d' "$work/AndroidManifest.xml" ;;
esac

aapt2 compile --dir "$main/res" -o "$work/resources.zip"
aapt2 link -I "$all" --manifest "$work/AndroidManifest.xml" --min-sdk-version 26 --target-sdk-version 37 \
  --auto-add-overlay --java "$work/java" -o "$work/app.apk" "$work/resources.zip"

# Every class that the manifest and the shortcuts name is in the sources.
names=$(sed -n 's/.*android:name="\.\([A-Za-z]*\)".*/\1/p' "$main/AndroidManifest.xml" | sort -u)
for name in $names; do
  [ -f "$main/kotlin/org/gatepass/app/$name.kt" ] || missing "the manifest names .$name, which is nowhere"
done

# Every language has every text that is to be translated.
texts() { sed -n '/translatable="false"/!s/.*<string name="\([a-z_]*\)".*/\1/p' "$1" | sort; }
for folder in "$main"/res/values-*/; do
  [ -f "$folder/strings.xml" ] || continue
  difference=$(diff <(texts "$main/res/values/strings.xml") <(texts "$folder/strings.xml")) ||
    missing "$(basename "$folder")/strings.xml does not have the texts of values/strings.xml: $difference"
done

if [ -n "$java" ]; then
  mkdir -p "$java"
  cp -R "$work/java/." "$java/"
fi
echo "check-resources: $(find "$main/res" -type f | wc -l) files of resources and the manifest hold against $(basename "$all")"
