// The app is locked: nothing of it is shown.

import SwiftUI

struct LockScreen: View {
    let unlock: @MainActor () async -> Void
    @Environment(\.words) private var words

    var body: some View {
        ContentUnavailableView {
            Label(words.lock.title, systemImage: "lock.fill")
        } actions: {
            Button(words.lock.unlock) {
                Task { await unlock() }
            }
            .buttonStyle(.borderedProminent)
            .accessibilityIdentifier("lock.unlock")
        }
        .screen("lock")
        .task { await unlock() }
    }
}
