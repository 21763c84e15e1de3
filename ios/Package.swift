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

#if os(Linux)
let libraries = Context.environment["GATEPASS_LIB_DIR"]
    ?? URL(fileURLWithPath: Context.packageDirectory).appendingPathComponent("../target/debug").standardized.path
let ffi: Target = .target(
    name: "GatepassBindingsFFI", path: "Sources/GatepassBindingsFFI",
    linkerSettings: [
        .unsafeFlags(["-L\(libraries)", "-Xlinker", "-rpath", "-Xlinker", libraries]),
        .linkedLibrary("gatepass_ffi"),
    ])
// Debian's libswiftObservation leaves one symbol to the program that loads it; it is there when the program runs.
let screens: [Target] = [
    .target(
        name: "SwiftUI", path: "Support/LinuxSwiftUI", exclude: ["README.md"],
        linkerSettings: [.unsafeFlags(["-Xlinker", "--allow-shlib-undefined"])])
]
let drawing: [Target.Dependency] = ["SwiftUI"]
let linuxTests: [Target] = [
    .testTarget(name: "DoubleTests", dependencies: ["SwiftUI"], swiftSettings: strict),
    // The resident's days through the screens, with a building served beside them.
    .testTarget(name: "FlowTests", dependencies: ["GatepassUI", "SwiftUI"], swiftSettings: strict),
]
#else
let ffi: Target = .binaryTarget(name: "GatepassBindingsFFI", path: "GatepassBindingsFFI.xcframework")
let screens: [Target] = []
let drawing: [Target.Dependency] = []
let linuxTests: [Target] = []
#endif

// While the suites are being written: those that have files.
func written(_ target: Target) -> Bool {
    let folder = URL(fileURLWithPath: Context.packageDirectory).appendingPathComponent("Tests/\(target.name)").path
    return target.type != .test || !(FileManager.default.subpaths(atPath: folder) ?? []).isEmpty
}

let package = Package(
    name: "Gatepass",
    defaultLocalization: "en",
    platforms: [.iOS(.v18)],
    products: [
        .library(name: "GatepassKit", targets: ["GatepassKit"]),
        .library(name: "GatepassUI", targets: ["GatepassUI"]),
    ],
    targets: [
        ffi,
        .target(name: "GatepassBindings", dependencies: ["GatepassBindingsFFI"], swiftSettings: generated),
        .target(
            name: "GatepassKit", dependencies: ["GatepassBindings"], swiftSettings: strict),
        .target(name: "GatepassUI", dependencies: ["GatepassKit"] + drawing, swiftSettings: strict),
        .testTarget(name: "GatepassKitTests", dependencies: ["GatepassKit"], swiftSettings: strict),
        .testTarget(name: "GatepassUITests", dependencies: ["GatepassUI"] + drawing, swiftSettings: strict),
        .testTarget(name: "BoundaryTests", dependencies: ["GatepassBindings"], swiftSettings: strict),
    ].filter(written) + screens + linuxTests.filter(written),
    swiftLanguageModes: [.v6]
)
