// Writes down the next pass for the widget.

import Foundation
import GatepassGlance

extension NextPassNote {
    /// What the widget says of a pass now, and at each moment the core says its doors open or close.
    init(_ details: PassDetails?, site: String?, words: Words, locale: Locale, now: Date) {
        guard let details else {
            self.init(
                heading: words.quick.nextPass, name: nil, site: nil, isCourier: false,
                lines: [Line(since: now, text: words.quick.noPass, isOpen: false)], link: nil)
            return
        }
        let row = details.row
        let moments = Moments(locale: locale, timeZone: row.timeZone, words: words)
        var lines = [Line(since: now, text: row.state(in: words, moments), isOpen: row.status == .open)]
        for (index, opening) in details.openings.enumerated() {
            // The first opening is under way where the pass is open: then the first line says so already.
            if index > 0 || row.status != .open {
                lines.append(
                    Line(
                        since: opening.from, text: words.say(.passesOpenUntil(time: moments.moment(opening.to))),
                        isOpen: true))
            }
            let next = index + 1 < details.openings.count ? details.openings[index + 1] : nil
            let text = next.map { words.say(.passesNextOpening(time: moments.moment($0.from))) } ?? words.quick.openApp
            lines.append(Line(since: opening.to, text: text, isOpen: false))
        }
        self.init(
            heading: words.quick.nextPass, name: row.name, site: site, isCourier: row.guest == .courier, lines: lines,
            link: URL(string: "gatepass://pass"))
    }
}

/// Keeps the note up to date while the app runs.
@MainActor
public final class NextPassWriter {
    private let session: Session
    private let board: NoteBoard
    private let changed: () -> Void

    /// `changed` tells the system that the widget has something new to show.
    public init(_ session: Session, board: NoteBoard, changed: @escaping () -> Void) {
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
        guard let next = try? await gatepass.nextPass() else {
            put(NextPassNote(nil, site: nil, words: session.words, locale: session.locale, now: now))
            return
        }
        let details = try? await gatepass.pass(pass: next.pass)
        let profiles = try? await gatepass.profiles()
        let site = profiles?.first { $0.id == next.pass.profile }?.site
        put(NextPassNote(details, site: site, words: session.words, locale: session.locale, now: now))
    }

    private func put(_ note: NextPassNote) {
        if (try? board.write(note)) == true { changed() }
    }
}
