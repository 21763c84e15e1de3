// The app: one window over the library.

import GatepassKit
import GatepassUI
import SwiftUI

@main
struct GatepassApp: App {
    @UIApplicationDelegateAdaptor private var delegate: AppDelegate
    @Environment(\.scenePhase) private var phase
    @State private var launch = Launch.shared

    var body: some Scene {
        WindowGroup {
            #if DEBUG
                if let sample = Sample.asked {
                    sample.view
                } else {
                    LaunchView(launch: launch)
                        .task { await launch.open() }
                }
            #else
                LaunchView(launch: launch)
                    .task { await launch.open() }
            #endif
        }
        .onChange(of: phase) {
            guard phase == .background else { return }
            BackgroundRefresh.schedule()
            Task { await BackgroundRefresh.seen() }
        }
        .backgroundTask(.appRefresh(BackgroundRefresh.identifier)) {
            await BackgroundRefresh.run()
        }
    }
}

/// The screens, once the library is open.
private struct LaunchView: View {
    let launch: Launch

    var body: some View {
        switch launch.state {
        case .opening:
            ProgressView()
        case .open(let session):
            AppScreen(session)
                .task { await launch.keepUp(session) }
        case .failed(let problem):
            ContentUnavailableView {
                Label(problem.text, systemImage: "exclamationmark.triangle")
            } actions: {
                Button(Words.of(Launch.language).common.retry) { Task { await launch.open() } }
            }
        }
    }
}

#if DEBUG
    extension Sample {
        /// What the pictures are taken of: started with `-sample passes.valid -sampleLanguage es`, the app shows that alone.
        fileprivate static var asked: Sample? {
            guard let name = UserDefaults.standard.string(forKey: "sample") else { return nil }
            return Catalogue.sample(name, language: UserDefaults.standard.string(forKey: "sampleLanguage") ?? "en")
        }
    }
#endif
