// Passes in every state a list shows.

import Foundation
import GatepassKit

struct SamplePasses {
    let home: ProfileView

    // MARK: Rows

    var plumber: PassRow { row("Plumber", .open(until: SampleClock.minutes(180)), badges: [.lastUse]) }
    var dogWalker: PassRow { row("Dog walker", .opensAgain(at: SampleClock.days(2))) }
    var cleaner: PassRow { row("Cleaner", .open(until: SampleClock.minutes(150)), badges: [.visiting]) }
    var parcel: PassRow {
        row("Parcel", .opens(at: SampleClock.minutes(570)), guest: .courier, badges: [.courier, .oneTime])
    }
    var gardener: PassRow {
        row(
            "Gardener", .open(until: SampleClock.minutes(570)), badges: [.notOnServer], actions: [.edit, .delete])
    }
    var refused: PassRow {
        row(
            "Grandparents", .opens(at: SampleClock.days(1)), usesLeft: 5, badges: [.stuck],
            actions: [.share, .edit, .delete, .retry, .discard])
    }
    var over: PassRow { row("Electrician", .usedUp, actions: []) }
    var expired: PassRow { row("House sitter", .expired, actions: []) }
    var revoked: PassRow {
        row(
            "Courier, 20 Nov", .revoked(at: SampleClock.days(-2)), guest: .courier, badges: [.courier, .oneTime],
            actions: [])
    }

    var valid: PassList { list([plumber, parcel, cleaner, dogWalker], more: true) }
    var invalid: PassList { list([over, expired, revoked]) }
    var waiting: PassList { list([gardener, refused, cleaner]) }
    /// No rows, and why.
    func none(_ empty: EmptyList) -> PassList {
        let offersNew = if case .hindered = empty { false } else { true }
        return PassList(
            rows: [], more: false, hints: ListHints(offersNew: offersNew, hindrance: nil, empty: empty))
    }

    // MARK: Details

    var plumberDetails: PassDetails {
        details(
            plumber, .custom, "From Tue 24 Nov, 14:00, to Tue 24 Nov, 17:30", comment: "Leaking tap in the kitchen",
            openings: [opening(-30, 180)], used: 2, limit: 3, identifiers: all)
    }
    var dogWalkerDetails: PassDetails {
        details(
            dogWalker, .recurring, "Tuesdays and Thursdays, 14:20–15:20, until 1 May 2027",
            openings: [2, 7, 9].map { opening(Double($0) * 1440, Double($0) * 1440 + 60) }, used: 4, identifiers: all)
    }
    var gardenerDetails: PassDetails {
        details(
            gardener, .fullDay, "All day on Tue 24 Nov", notes: [.notOnServer], openings: [opening(-870, 570)])
    }
    var stuckDetails: PassDetails {
        details(
            refused, .fullDay, "All day on Wed 25 Nov",
            notes: [.refused(text: "Your building allows passes for at most 14 days ahead.")],
            openings: [opening(1440, 2880)], limit: 5)
    }
    var overDetails: PassDetails {
        details(
            over, .custom, "From Mon 23 Nov, 09:00, to Mon 23 Nov, 18:00", notes: [.over], used: 1, limit: 1)
    }

    var payload: SharePayload {
        SharePayload(
            subject: "Your pass for Elm House", title: "Plumber · Elm House",
            validity: "From Tue 24 Nov, 14:00, to Tue 24 Nov, 17:30",
            text: "Plumber, here is your pass for Elm House, 1 Elm Street. Access code: 482915.",
            ways: [.message, .qrPicture, .linkOnly, .accessCode], url: link, code: "482915",
            qrText: "0024H36H2NCSVRH6DAQF6DVVQZ", qrPng: SamplePictures.qr, qrSvg: nil,
            cardPng: nil, cardSvg: nil)
    }

    // MARK: Making them

    private var link: String { "https://passes.example.com/g/0024H36H2NCSVRH6DAQF6DVVQZ" }
    private var all: [PassIdentifier] {
        [
            .qr(text: "0024H36H2NCSVRH6DAQF6DVVQZ"), .code(digits: "482915"), .link(url: link),
            .plate(plate: "ABC 1234"),
        ]
    }

    private func opening(_ from: Double, _ to: Double) -> PassOpening {
        PassOpening(from: SampleClock.minutes(from), to: SampleClock.minutes(to))
    }

    private func row(
        _ name: String, _ state: RowState, guest: GuestKind = .guest, usesLeft: UInt32? = nil, badges: [Badge] = [],
        actions: [PassAction] = [.share, .edit, .delete]
    ) -> PassRow {
        PassRow(
            pass: PassRef(profile: home.id, pass: name), name: name, guest: guest, state: state,
            timeZone: home.timeZone, usesLeft: usesLeft, badges: badges, actions: actions)
    }

    private func list(_ rows: [PassRow], more: Bool = false) -> PassList {
        PassList(rows: rows, more: more, hints: ListHints(offersNew: true, hindrance: nil, empty: nil))
    }

    private func details(
        _ row: PassRow, _ kind: PassType, _ validity: String, notes: [PassNote] = [], comment: String = "",
        openings: [PassOpening] = [], used: UInt32 = 0, limit: UInt32? = nil, identifiers: [PassIdentifier] = []
    ) -> PassDetails {
        PassDetails(
            row: row, notes: notes, kind: kind, comment: comment, validity: validity, openings: openings, used: used,
            limit: limit, perDay: nil, doors: home.doors, identifiers: identifiers, notEditableBecause: nil,
            createdAt: SampleClock.days(-3))
    }
}
