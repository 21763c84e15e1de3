// A picture of every sample of every screen; they are attached to the test's result.

import XCTest

final class ScreenshotTests: XCTestCase {
    /// How a screen is looked at.
    private struct Appearance {
        let name: String
        let language: String
        let arguments: [String]

        static let all = [
            Appearance(name: "light", language: "en", arguments: []),
            Appearance(name: "dark", language: "en", arguments: []),
            Appearance(
                name: "large", language: "es",
                arguments: ["-UIPreferredContentSizeCategoryName", "UICTContentSizeCategoryAccessibilityXXL"]),
            Appearance(
                name: "arabic", language: "ar", arguments: ["-AppleLanguages", "(ar)", "-AppleLocale", "ar_EG"]),
        ]
    }

    @MainActor
    func testEveryScreen() throws {
        let file = try XCTUnwrap(Bundle(for: Self.self).url(forResource: "screens", withExtension: "json"))
        let screens = try JSONDecoder().decode([String: [String]].self, from: Data(contentsOf: file))
        for look in Appearance.all {
            XCUIDevice.shared.appearance = look.name == "dark" ? .dark : .light
            for (screen, samples) in screens.sorted(by: { $0.key < $1.key }) {
                for sample in samples { try picture(of: sample, on: screen, look) }
            }
        }
    }

    @MainActor
    private func picture(of sample: String, on screen: String, _ look: Appearance) throws {
        let app = XCUIApplication()
        app.launchArguments = ["-sample", sample, "-sampleLanguage", look.language] + look.arguments
        app.launch()
        let shown = app.descendants(matching: .any)[screen].firstMatch
        XCTAssertTrue(shown.waitForExistence(timeout: 10), "\(sample) does not show the screen “\(screen)”")
        let picture = XCTAttachment(screenshot: app.screenshot())
        picture.name = "\(sample)-\(look.name)"
        picture.lifetime = .keepAlways
        add(picture)
        app.terminate()
    }
}
