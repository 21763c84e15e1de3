// Every screen in the states worth looking at: for previews, tests and screenshots. The names are those of
// `fixtures/app/screens.json`, which the Android app's catalogue has, too.

import GatepassKit
import SwiftUI

/// A screen in a state.
@MainActor
public struct Sample: Identifiable {
    public let name: String
    /// The accessibility identifier of its screen.
    public let screen: String
    public let view: AnyView
    public nonisolated var id: String { name }

    init<Content: View>(_ name: String, on screen: String, _ session: Session, @ViewBuilder _ content: () -> Content) {
        self.name = name
        self.screen = screen
        view = AnyView(content().speaking(session))
    }
}

@MainActor
public enum Catalogue {
    /// All samples, in the order a resident would meet them, with the app's words in a language.
    public static func samples(language: String = "en") -> [Sample] {
        let homes = SampleHomes(language: language)
        return start(homes) + passes(homes) + pass(homes) + wizard(homes) + rest(homes)
    }

    public static func sample(_ name: String, language: String = "en") -> Sample? {
        samples(language: language).first { $0.name == name }
    }

    private static func start(_ homes: SampleHomes) -> [Sample] {
        let session = homes.session(with: [])
        func activation(_ name: String, _ model: ActivationModel) -> Sample {
            Sample(name, on: "activation", session) { ActivationScreen(model: model) }
        }
        return [
            Sample("welcome", on: "welcome", session) { WelcomeScreen {} },
            activation("activation.empty", ActivationModel(session)),
            activation(
                "activation.server",
                ActivationModel(
                    session, showing: "7KQ2-MXPA", asksServer: true,
                    problem: Problem(
                        text: session.words.errors.invalid, fields: ["server": session.words.errors.invalid]
                    ))
            ),
            activation(
                "activation.error",
                ActivationModel(
                    session, showing: "7KQ2-MXPB", asksServer: false,
                    problem: Problem(text: session.words.errors.invalid))),
        ]
    }

    private static func passes(_ homes: SampleHomes) -> [Sample] {
        func list(_ name: String, _ model: PassesModel) -> Sample {
            Sample(name, on: "passes", model.session) {
                NavigationStack { PassesScreen(model: model) }
            }
        }
        let session = homes.session(with: [homes.elm])
        let rows = SamplePasses(home: homes.elm)
        let signedOut = homes.session(with: [homes.signedOut])
        let two = homes.session(with: [homes.elm, homes.harbour])
        let idle = SyncState(phase: .idle, waiting: 0, stuck: 0, lastSynced: SampleClock.now, note: nil)
        let offline = SyncState(
            phase: .offline, waiting: 2, stuck: 0, lastSynced: SampleClock.now, note: .offlineWaiting(count: 2))
        let off = Hindrance.passesOff(site: homes.elm.site)
        return [
            list("passes.valid", PassesModel(session, showing: rows.valid, half: .valid, sync: idle)),
            list("passes.invalid", PassesModel(session, showing: rows.invalid, half: .invalid, sync: idle)),
            list("passes.empty", PassesModel(session, showing: rows.none(.noneValid), half: .valid, sync: idle)),
            list(
                "passes.search_empty",
                PassesModel(
                    session, showing: rows.none(.nothingFound(search: "Zoë")), half: .valid, search: "Zoë", sync: idle)),
            list(
                "passes.offline",
                PassesModel(
                    session, showing: rows.waiting, half: .valid, sync: offline, notices: [homes.notice],
                    draft: DraftRow(id: "1", at: SampleClock.now, edits: nil), undoable: rows.dogWalker)),
            list(
                "passes.off",
                PassesModel(session, showing: rows.none(.hindered(by: off)), half: .valid, sync: idle)),
            list(
                "passes.signed_out",
                PassesModel(signedOut, showing: rows.none(.hindered(by: .signedOut)), half: .valid, sync: idle)),
            list(
                "passes.two_homes",
                PassesModel(two, showing: rows.valid, profile: homes.harbour.id, half: .valid, sync: idle)),
        ]
    }

    private static func pass(_ homes: SampleHomes) -> [Sample] {
        let session = homes.session(with: [homes.elm])
        let passes = SamplePasses(home: homes.elm)
        let entries = SampleEntries(home: homes.elm, words: session.words)
        func page(_ name: String, _ state: PassModel.State, qr: Data? = nil, visits: [EntryRow] = []) -> Sample {
            let model = PassModel(session, passes.plumber.pass, showing: state, qr: qr, entries: visits)
            return Sample(name, on: "pass", session) {
                NavigationStack { PassScreen(model: model) }
            }
        }
        return [
            page("pass.valid", .shown(passes.plumberDetails), qr: SamplePictures.qr, visits: entries.ofPlumber),
            page("pass.recurring", .shown(passes.dogWalkerDetails), qr: SamplePictures.qr),
            page("pass.not_on_server", .shown(passes.gardenerDetails)),
            page("pass.stuck", .shown(passes.stuckDetails)),
            page("pass.over", .shown(passes.overDetails), visits: entries.ofPlumber),
            page("pass.gone", .gone),
            Sample("qr", on: "qr", session) {
                QRScreen(name: passes.plumber.name, png: SamplePictures.qr, phone: session.phone)
            },
            Sample("share", on: "share", session) {
                ShareScreen(model: ShareModel(session, passes.plumber.pass, showing: passes.payload))
            },
        ]
    }

    private static func wizard(_ homes: SampleHomes) -> [Sample] {
        let session = homes.session(with: [homes.elm])
        return SampleWizard.views.map { name, view in
            let screen = WizardScreen(draft: "1", view: view, pass: nil, rejected: nil, tasks: [])
            return Sample(name, on: "wizard", session) { WizardPage(model: WizardModel(session, screen)) }
        }
    }

    private static func rest(_ homes: SampleHomes) -> [Sample] {
        let session = homes.session(with: [homes.elm, homes.harbour])
        let entries = SampleEntries(home: homes.elm, words: session.words)
        func activity(_ name: String, _ rows: [EntryRow]) -> Sample {
            Sample(name, on: "activity", session) {
                NavigationStack { ActivityScreen(model: ActivityModel(session, showing: rows)) }
            }
        }
        return [
            activity("activity", entries.all),
            activity("activity.empty", []),
            Sample("photo", on: "photo", session) {
                PhotoScreen(model: PhotoModel(session, entries.arrival, showing: .shown(SamplePictures.photo)))
            },
            Sample("settings", on: "settings", session) {
                NavigationStack { SettingsScreen(model: SettingsModel(session)) {} }
            },
            Sample("lock", on: "lock", session) { LockScreen {} },
        ]
    }
}
