// swift-tools-version:6.0
// The app without its outermost layer (App/): bindings, adapters with view models, screens.
//
// On Apple's systems the Rust library comes as GatepassBindingsFFI.xcframework (./build-xcframework.sh). On Linux it is
// the shared library of a Cargo build, and the module SwiftUI is the double in Support/LinuxSwiftUI, which runs the
// screens in tests.

import Foundation
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .unsafeFlags(["-warnings-as-errors"], .when(platforms: [.linux])),
]
// Written by a generator: language mode 5, and its warnings are not ours to mend.
let generated: [SwiftSetting] = [.swiftLanguageMode(.v5)]

var targets: [Target] = [
    .target(name: "GatepassBindings", dependencies: ["GatepassBindingsFFI"], swiftSettings: generated),
    .target(name: "GatepassKit", dependencies: ["GatepassBindings", "GatepassGlance"], swiftSettings: strict),
    // What the widget needs, without the Rust library: a widget may use 30 MB.
    .target(name: "GatepassGlance", swiftSettings: strict),
]
var screens: [Target.Dependency] = ["GatepassKit"]
var tests: [Target] = [
    .testTarget(name: "GatepassKitTests", dependencies: ["GatepassKit"], swiftSettings: strict)
]

#if os(Linux)
    let built: String = Context.packageDirectory + "/../target/debug"
    let libraries: String = Context.environment["GATEPASS_LIB_DIR"] ?? URL(fileURLWithPath: built).standardized.path
    let found: [String] = ["-L" + libraries, "-Xlinker", "-rpath", "-Xlinker", libraries]
    targets.append(
        .target(name: "GatepassBindingsFFI", linkerSettings: [.unsafeFlags(found), .linkedLibrary("gatepass_ffi")]))
    // Debian's libswiftObservation leaves one symbol to the program that loads it; it is there when the program runs.
    let lenient: [LinkerSetting] = [.unsafeFlags(["-Xlinker", "--allow-shlib-undefined"])]
    targets.append(
        .target(name: "SwiftUI", path: "Support/LinuxSwiftUI", exclude: ["README.md"], linkerSettings: lenient))
    screens.append("SwiftUI")
    tests.append(.testTarget(name: "DoubleTests", dependencies: ["SwiftUI"], swiftSettings: strict))
    // Every sample of every screen, as the double draws it.
    tests.append(.testTarget(name: "GatepassUITests", dependencies: screens + ["GatepassUI"], swiftSettings: strict))
    // Calls what only a library built for these tests has.
    tests.append(.testTarget(name: "BoundaryTests", dependencies: ["GatepassBindings"], swiftSettings: strict))
    // The resident's days through the screens, with a building served beside them.
    targets.append(.target(name: "Building", path: "Support/Building", swiftSettings: strict))
    tests.append(
        .testTarget(
            name: "FlowTests", dependencies: screens + ["GatepassUI", "GatepassGlance", "Building"],
            swiftSettings: strict))
#else
    targets.append(.binaryTarget(name: "GatepassBindingsFFI", path: "GatepassBindingsFFI.xcframework"))
#endif

targets.append(.target(name: "GatepassUI", dependencies: screens, swiftSettings: strict))

let package = Package(
    name: "Gatepass",
    defaultLocalization: "en",
    platforms: [.iOS(.v18)],
    products: [
        .library(name: "GatepassKit", targets: ["GatepassKit"]),
        .library(name: "GatepassUI", targets: ["GatepassUI"]),
        .library(name: "GatepassGlance", targets: ["GatepassGlance"]),
    ],
    targets: targets + tests,
    swiftLanguageModes: [.v6]
)
