// Before there is a home on this phone.

import SwiftUI

struct WelcomeScreen: View {
    let haveInvitation: @MainActor () -> Void
    @Environment(\.words) private var words
    @ScaledMetric(relativeTo: .largeTitle) private var mark = 72.0

    var body: some View {
        // Scrolls in large text; otherwise the promise is in the middle and the button within reach of the thumb.
        GeometryReader { place in
            ScrollView {
                VStack(spacing: 16) {
                    Spacer()
                    Image(systemName: "person.badge.key.fill")
                        .font(.system(size: mark))
                        .foregroundStyle(.tint)
                        .accessibilityHidden(true)
                    Text(words.welcome.title)
                        .font(.largeTitle.bold())
                        .heading()
                    Text(words.welcome.text)
                        .font(.body)
                        .foregroundStyle(.secondary)
                    Spacer()
                    Button(action: haveInvitation) {
                        Text(words.welcome.haveInvitation)
                            .frame(maxWidth: .infinity)
                    }
                    .buttonStyle(.borderedProminent)
                    .controlSize(.large)
                    .accessibilityIdentifier("welcome.haveInvitation")
                    Text(words.welcome.noInvitation)
                        .font(.footnote)
                        .foregroundStyle(.secondary)
                }
                .multilineTextAlignment(.center)
                .padding(24)
                .frame(maxWidth: 560, minHeight: place.size.height)
                .frame(maxWidth: .infinity)
            }
        }
        .screen("welcome")
    }
}
