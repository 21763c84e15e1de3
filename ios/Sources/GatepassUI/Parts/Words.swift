// The texts of the app, and how it writes dates, for every view below the root.

import GatepassKit
import SwiftUI

private struct WordsKey: EnvironmentKey {
    static let defaultValue = Words.of("en")
}

extension EnvironmentValues {
    /// Every text of the app, in its language.
    var words: Words {
        get { self[WordsKey.self] }
        set { self[WordsKey.self] = newValue }
    }
}

extension View {
    /// Lends a session's language to the views below: its texts, its dates, its direction.
    func speaking(_ session: Session) -> some View {
        environment(\.words, session.words)
            .environment(\.locale, session.locale)
            .environment(\.layoutDirection, session.isFromTheRight ? .rightToLeft : .leftToRight)
    }

    /// Names a whole screen, for tests and for whoever reads what is on it, without renaming what is in it.
    func screen(_ identifier: String) -> some View {
        accessibilityElement(children: .contain)
            .accessibilityIdentifier(identifier)
    }

    /// A text that a screen reader's user can jump to.
    func heading() -> some View {
        accessibilityAddTraits(.isHeader)
    }
}
