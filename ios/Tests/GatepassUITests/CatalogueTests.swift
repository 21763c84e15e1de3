// What holds of every screen in every state: it is there, has its name, and can be read out.

#if os(Linux)
    import Foundation
    import GatepassKit
    import SwiftUI
    import Testing

    @testable import GatepassUI

    @MainActor
    struct CatalogueTests {
        /// How a resident's phone may be set.
        enum Appearance: CaseIterable {
            case light, dark, largeText

            @MainActor
            func set(_ environment: inout EnvironmentValues) {
                switch self {
                case .light: break
                case .dark: environment.colorScheme = .dark
                case .largeText: environment.dynamicTypeSize = .accessibility5
                }
            }
        }

        @Test func theCatalogueHasWhatBothAppsMustShow() throws {
            let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
                .appendingPathComponent("../../../fixtures/app/screens.json").standardized
            let wanted = try JSONDecoder().decode([String: [String]].self, from: Data(contentsOf: file))
            let there = Dictionary(grouping: Catalogue.samples(), by: \.screen).mapValues { $0.map(\.name) }
            #expect(Set(there.keys) == Set(wanted.keys))
            for (screen, samples) in wanted { #expect(Set(there[screen] ?? []) == Set(samples), "\(screen)") }
        }

        @Test(arguments: Appearance.allCases)
        func everySampleIsDrawnUnderItsName(look: Appearance) {
            for sample in Catalogue.samples() {
                let phone = PhoneInHand(sample.view)
                look.set(&phone.environment)
                #expect(phone.shows(sample.screen), "\(sample.name)\n\(phone.screen.described())")
                phone.close()
            }
        }

        @Test func theLanguageSetsTheDirection() throws {
            struct Arrow: View {
                @Environment(\.layoutDirection) private var direction
                var body: some View { Text(direction == .rightToLeft ? "←" : "→") }
            }
            for (language, arrow) in [("en", "→"), ("es", "→"), ("ar", "←")] {
                let session = SampleHomes(language: language).session(with: [])
                #expect(PhoneInHand(Arrow().speaking(session)).shows(arrow), "\(language)")
            }
        }

        @Test(arguments: Words.languages.map(\.tag))
        func whateverCanBeTouchedHasAName(language: String) {
            for sample in Catalogue.samples(language: language) {
                let phone = PhoneInHand(sample.view)
                let screen = phone.screen
                for control in screen.visible where control.isControl && !control.isHidden {
                    #expect(!control.spokenLabel.isEmpty, "\(sample.name): \(control.described())")
                }
                for picture in screen.visible where picture.kind == .image && !picture.isHidden {
                    let named = !picture.spokenLabel.isEmpty || isPart(picture, of: screen)
                    #expect(named, "\(sample.name): a picture without a name\n\(screen.described())")
                }
                phone.close()
            }
        }

        @Test func everyScreenSaysWhereOneIs() {
            for sample in Catalogue.samples() where sample.name != "lock" {
                let phone = PhoneInHand(sample.view)
                let headed = phone.nodes.contains { $0.traits.contains(.isHeader) && !$0.spokenLabel.isEmpty }
                let titled = phone.nodes.contains { $0.kind == .screen && !$0.spokenLabel.isEmpty }
                #expect(headed || titled, "\(sample.name)\n\(phone.screen.described())")
                phone.close()
            }
        }

        @Test func anotherLanguageLeavesNoEnglishBehind() throws {
            let english = PhoneInHand(try #require(Catalogue.sample("settings")).view)
            let spanish = PhoneInHand(try #require(Catalogue.sample("settings", language: "es")).view)
            let kept = Set(["Ana", "Elm House", "Harbour Court"] + Words.languages.map(\.name))
            let both = Set(english.texts).intersection(spanish.texts).subtracting(kept)
            #expect(both.allSatisfy { $0.contains("://") || $0.contains("New York") }, "\(both)")
        }

        /// Whether a button, a label or a row around the picture speaks for it; what a whole screen is called does not.
        private func isPart(_ picture: Node, of whole: Node) -> Bool {
            let speaking: Set<Node.Kind> = [.group, .button, .link, .toggle, .menu, .row, .picker, .stepper]
            return whole.visible.contains { around in
                speaking.contains(around.kind) && !around.spokenLabel.isEmpty
                    && around.visible.contains { $0 === picture }
            }
        }
    }
#endif
