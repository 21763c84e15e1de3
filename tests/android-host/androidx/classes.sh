#!/usr/bin/env bash
# Takes the classes out of Android archives: classes.sh FOLDER-OF-ARCHIVES FOLDER-OF-CLASSES
set -euo pipefail
archives=$(cd "$1" && pwd)
mkdir -p "$2"
cd "$2"
for archive in "$archives"/*.aar; do
  # What was taken out before stays; the build's folder is thrown away when versions change.
  [ -e ".done-$(basename "$archive")" ] && continue
  jar --extract --file "$archive" classes.jar
  jar --extract --file classes.jar
  rm classes.jar
  touch ".done-$(basename "$archive")"
done
