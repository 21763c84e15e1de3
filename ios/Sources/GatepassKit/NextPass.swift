// Writes down the next pass for the widget.

import Foundation
import GatepassGlance

extension NextPassNote {
    /// What the widget says of a pass now, and at each moment from which on the core says something else.
    init(_ next: NextPass?, words: Words, locale: Locale, now: Date) {
        guard let next else {
            self.init(
                heading: words.quick.nextPass, name: nil, site: nil, isCourier: false,
                lines: [Line(since: now, text: words.quick.noPass, isOpen: false)], link: nil)
            return
        }
        let row = next.row
        let moments = Moments(locale: locale, timeZone: row.timeZone, words: words)
        let states = [StateAhead(since: now, state: row.state)] + next.ahead
        var lines = states.map {
            Line(since: $0.since, text: $0.state.phrase(in: words, moments), isOpen: $0.state.isOpen)
        }
        if let knownUntil = next.knownUntil {
            lines.append(Line(since: knownUntil, text: words.quick.openApp, isOpen: false))
        }
        self.init(
            heading: words.quick.nextPass, name: row.name, site: next.site, isCourier: row.guest == .courier,
            lines: lines,
            link: URL(string: "gatepass://pass"))
    }
}

/// Keeps the note up to date while the app runs.
@MainActor
public final class NextPassWriter {
    private let session: Session
    private let board: NextPassNoteStore
    private let changed: () -> Void

    /// `changed` tells the system that the widget has something new to show.
    public init(_ session: Session, board: NextPassNoteStore, changed: @escaping () -> Void) {
        self.session = session
        self.board = board
        self.changed = changed
    }

    /// Follows the valid passes until the task is cancelled.
    public func follow() async {
        guard let gatepass = session.gatepass else { return }
        for await _ in gatepass.passList(PassQuery(profile: nil, half: .valid, search: "", limit: 1)) { await write() }
    }

    /// Writes the note now.
    public func write(now: Date = Date()) async {
        guard let gatepass = session.gatepass else { return }
        let next = try? await gatepass.nextPass()
        let note = NextPassNote(next, words: session.words, locale: session.locale, now: now)
        if (try? board.write(note)) == true { changed() }
    }
}
