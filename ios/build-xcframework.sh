#!/bin/bash
# Makes GatepassBindingsFFI.xcframework (the Rust library for phones and simulators) and the Swift code that calls it.
# Needs a Mac with Xcode and rustup; the Rust targets are added where they are missing.
#
#   ios/build-xcframework.sh            for phones and simulators, release
#   ios/build-xcframework.sh --debug    the same without optimising, for a quick start
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

profile=mobile
[ "${1:-}" = --debug ] && profile=dev
folder=$([ $profile = dev ] && echo debug || echo mobile)
targets=(aarch64-apple-ios aarch64-apple-ios-sim x86_64-apple-ios)

# Xcode puts the phone's SDK and tools into the environment of what it starts; crates that build something for this Mac
# would then build it for the phone. And without the deployment target, C code is built for the newest system only.
clean() {
    env -i HOME="$HOME" USER="${USER:-}" TERM="${TERM:-dumb}" LANG="${LANG:-en_US.UTF-8}" \
        ${RUSTUP_HOME:+RUSTUP_HOME="$RUSTUP_HOME"} ${CARGO_HOME:+CARGO_HOME="$CARGO_HOME"} \
        ${CARGO_TARGET_DIR:+CARGO_TARGET_DIR="$CARGO_TARGET_DIR"} ${DEVELOPER_DIR:+DEVELOPER_DIR="$DEVELOPER_DIR"} \
        PATH="${CARGO_HOME:-$HOME/.cargo}/bin:/opt/homebrew/bin:/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin" \
        IPHONEOS_DEPLOYMENT_TARGET=18.0 "$@"
}

built=${CARGO_TARGET_DIR:-target}
clean rustup target add "${targets[@]}"
for target in "${targets[@]}"; do
    clean cargo build --locked --package gatepass-ffi --profile $profile --target "$target"
done

# The Swift code is made from the very library that is packed.
swift=$built/ios/swift
rm -rf "$swift"
clean cargo build --locked --package gatepass-bindgen
clean "$built/debug/gatepass-bindgen" generate --no-format --language swift --out-dir "$swift" \
    "$built/aarch64-apple-ios/$folder/libgatepass_ffi.a"
mkdir -p ios/Sources/GatepassBindings
cp "$swift/GatepassBindings.swift" ios/Sources/GatepassBindings/

# Headers in a folder of their own: an app with a second library of this kind would otherwise have two module maps in
# one place.
headers=$built/ios/headers/GatepassBindingsFFI
rm -rf "$built/ios/headers"
mkdir -p "$headers"
cp "$swift/GatepassBindingsFFI.h" "$headers/"
cp "$swift/GatepassBindingsFFI.modulemap" "$headers/module.modulemap"

# One library for simulators on both kinds of Mac. Symbols for debugging stay out, the metadata is no longer needed.
simulator=$built/ios/simulator
mkdir -p "$simulator"
lipo -create "$built/aarch64-apple-ios-sim/$folder/libgatepass_ffi.a" "$built/x86_64-apple-ios/$folder/libgatepass_ffi.a" \
    -output "$simulator/libgatepass_ffi.a"

rm -rf ios/GatepassBindingsFFI.xcframework
xcodebuild -create-xcframework \
    -library "$built/aarch64-apple-ios/$folder/libgatepass_ffi.a" -headers "$built/ios/headers" \
    -library "$simulator/libgatepass_ffi.a" -headers "$built/ios/headers" \
    -output ios/GatepassBindingsFFI.xcframework
echo "ios/GatepassBindingsFFI.xcframework is ready"
