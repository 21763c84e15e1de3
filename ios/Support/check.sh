#!/bin/bash
# What a Linux machine can say of the files that only a Mac can compile: App/ is parsed, all Swift is held to the format,
# and what the system reads from the package is well-formed and says the same in every language.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
swift=Support/swift-linux.sh

shopt -s globstar nullglob
app=(App/**/*.swift)
"$swift" swiftc -frontend -parse -swift-version 6 "${app[@]}"
# What is generated is left alone, and so is the double of SwiftUI: Apple's signatures are as long as they are.
mapfile -t written < <(find App Sources Support Tests Package.swift -name '*.swift' \
    -not -path '*/GatepassBindings/*' -not -path '*/LinuxSwiftUI/*')
"$swift" swift-format lint --strict --parallel --configuration Support/swift-format.json "${written[@]}"

python3 - <<'CHECK'
import json, pathlib, plistlib, re, sys

wrong = []
for plist in pathlib.Path("App").rglob("*.xcprivacy"):
    plistlib.loads(plist.read_bytes())
for contents in pathlib.Path("App").rglob("Contents.json"):
    json.loads(contents.read_text())

def strings(path):
    text = re.sub(r"/\*.*?\*/", "", path.read_text(), flags=re.S)
    pairs = re.findall(r'^"((?:[^"\\]|\\.)*)" = "((?:[^"\\]|\\.)*)";$', text, flags=re.M)
    lines = [line for line in text.splitlines() if line.strip()]
    if len(pairs) != len(lines):
        wrong.append(f"{path}: a line is not \"key\" = \"value\";")
    return {key for key, _ in pairs}

for english in pathlib.Path("App").rglob("en.lproj/*.strings"):
    for other in english.parent.parent.glob(f"*.lproj/{english.name}"):
        for key in strings(english) ^ strings(other):
            wrong.append(f"{other}: “{key}” is not in both languages")
if wrong:
    sys.exit("\n".join(wrong))
CHECK
echo "ios: ${#app[@]} files of App/ parsed, ${#written[@]} formatted as agreed, package files well-formed"
