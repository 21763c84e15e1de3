// The app's root: which of its worlds is shown, and what reaches it from outside.

import GatepassKit
import SwiftUI

public struct AppScreen: View {
    private let session: Session
    @Environment(\.scenePhase) private var scenePhase

    public init(_ session: Session) { self.session = session }

    public var body: some View {
        // A container, not a group: what is attached to it lives on when the world changes.
        ZStack {
            if session.isLocked {
                LockScreen(unlock: session.unlock)
            } else if let profiles = session.profiles {
                OpenScreen(session: session, hasHome: !profiles.isEmpty)
            } else {
                ProgressView()
            }
        }
        .speaking(session)
        .task { await session.follow() }
        .onOpenURL { session.open($0) }
        .onChange(of: scenePhase, initial: true) {
            switch scenePhase {
            case .active: session.becameActive()
            case .background: session.wentToBackground()
            default: break
            }
        }
    }
}

/// The app while it is not locked.
private struct OpenScreen: View {
    let session: Session
    let hasHome: Bool
    @State private var activation: ActivationModel?

    var body: some View {
        ZStack {
            if hasHome {
                HomeScreen(session: session, addHome: enterInvitation)
            } else {
                WelcomeScreen(haveInvitation: enterInvitation)
                    .problemBar(session)
            }
        }
        .sheet(item: $activation) { model in
            ActivationScreen(model: model)
        }
        .onChange(of: session.invitation, initial: true) { takeInvitation() }
    }

    private func enterInvitation() {
        activation = ActivationModel(session)
    }

    /// A link from outside fills the field and goes on by itself.
    private func takeInvitation() {
        guard let invitation = session.invitation else { return }
        session.invitation = nil
        let model = ActivationModel(session)
        activation = model
        Task { await model.take(invitation) }
    }
}

/// The tabs of a resident.
struct HomeScreen: View {
    enum Page: Hashable {
        case passes, activity, settings
    }

    let session: Session
    let addHome: @MainActor () -> Void
    @State private var page = Page.passes
    @State private var passes: PassesModel
    @State private var activity: ActivityModel
    @State private var settings: SettingsModel
    @Environment(\.words) private var words

    init(session: Session, addHome: @escaping @MainActor () -> Void) {
        self.session = session
        self.addHome = addHome
        _passes = State(initialValue: PassesModel(session))
        _activity = State(initialValue: ActivityModel(session))
        _settings = State(initialValue: SettingsModel(session))
    }

    var body: some View {
        TabView(selection: $page) {
            Tab(words.common.tabPasses, systemImage: "person.badge.key", value: Page.passes) {
                PassesTab(model: passes)
            }
            Tab(words.common.tabActivity, systemImage: "door.left.hand.open", value: Page.activity) {
                NavigationStack {
                    ActivityScreen(model: activity)
                }
                .problemBar(session)
            }
            Tab(words.common.tabSettings, systemImage: "gearshape", value: Page.settings) {
                NavigationStack {
                    SettingsScreen(model: settings, addHome: addHome)
                }
                .problemBar(session)
            }
        }
    }
}
