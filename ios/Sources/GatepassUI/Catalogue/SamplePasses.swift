// Passes in every state a list shows.

import Foundation
import GatepassKit

struct SamplePasses {
    let home: ProfileView

    // MARK: Rows

    var plumber: PassRow {
        row("Plumber", .custom, .open, opening: opening(-30, 180), used: 0, limit: 1, left: 1, badges: [.lastUse])
    }
    var dogWalker: PassRow {
        row("Dog walker", .recurring, .betweenWindows, opening: opening(2 * 1440, 2 * 1440 + 60), used: 4, badges: [])
    }
    var cleaner: PassRow {
        row("Cleaner", .businessHours, .open, opening: opening(-330, 150), used: 12, perDay: 2, badges: [.visiting])
    }
    var parcel: PassRow {
        row(
            "Parcel", .oneTime, .scheduled, opening: opening(570, 570 + 1440), guest: .courier, used: 0, limit: 1,
            left: 1,
            badges: [.courier])
    }
    var gardener: PassRow {
        row("Gardener", .fullDay, .open, opening: opening(-870, 570), used: 0, badges: [.notOnServer], sync: .waiting)
    }
    var refused: PassRow {
        row(
            "Grandparents", .fullDay, .scheduled, opening: opening(1440, 2880), used: 0, limit: 5, left: 5,
            badges: [.stuck],
            sync: .stuck(text: "Your building allows passes for at most 14 days ahead."))
    }
    var over: PassRow { row("Electrician", .custom, .usedUp, used: 1, limit: 1, left: 0, badges: []) }
    var expired: PassRow { row("House sitter", .recurring, .expired, used: 9, badges: []) }
    var revoked: PassRow { row("Courier, 20 Nov", .oneTime, .revoked, guest: .courier, used: 0, badges: [.courier]) }

    var valid: PassList { PassList(rows: [plumber, parcel, cleaner, dogWalker], more: true) }
    var invalid: PassList { PassList(rows: [over, expired, revoked], more: false) }
    var waiting: PassList { PassList(rows: [gardener, refused, cleaner], more: false) }

    // MARK: Details

    var plumberDetails: PassDetails {
        details(
            plumber, "From Tue 24 Nov, 14:00, to Tue 24 Nov, 17:30", comment: "Leaking tap in the kitchen",
            openings: [opening(-30, 180)], identifiers: all)
    }
    var dogWalkerDetails: PassDetails {
        details(
            dogWalker, "Tuesdays and Thursdays, 14:20–15:20, until 1 May 2027",
            openings: [2, 7, 9].map { opening(Double($0) * 1440, Double($0) * 1440 + 60) }, identifiers: all)
    }
    var gardenerDetails: PassDetails {
        details(gardener, "All day on Tue 24 Nov", openings: [opening(-870, 570)], identifiers: [])
    }
    var stuckDetails: PassDetails {
        details(refused, "All day on Wed 25 Nov", openings: [opening(1440, 2880)], identifiers: [])
    }
    var overDetails: PassDetails {
        details(over, "From Mon 23 Nov, 09:00, to Mon 23 Nov, 18:00", openings: [], identifiers: [], editable: false)
    }

    var payload: SharePayload {
        SharePayload(
            subject: "Your pass for Elm House", title: "Plumber · Elm House",
            validity: "From Tue 24 Nov, 14:00, to Tue 24 Nov, 17:30",
            text: "Plumber, here is your pass for Elm House, 1 Elm Street. Access code: 482915.",
            url: link, code: "482915", qrText: "0024H36H2NCSVRH6DAQF6DVVQZ", qrPng: SamplePictures.qr, qrSvg: nil,
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
        _ name: String, _ kind: PassType, _ status: Status, opening: PassOpening? = nil, guest: GuestKind = .guest,
        used: UInt32, limit: UInt32? = nil, perDay: UInt32? = nil, left: UInt32? = nil, badges: [Badge],
        sync: PassSync? = nil
    ) -> PassRow {
        PassRow(
            pass: PassRef(profile: home.id, pass: name), name: name, guest: guest, kind: kind, status: status,
            opening: opening, timeZone: home.timeZone, used: used, limit: limit, perDay: perDay, left: left,
            identifiers: [.qr, .code, .link], badges: badges, sync: sync ?? .synced, createdAt: SampleClock.days(-3))
    }

    private func details(
        _ row: PassRow, _ validity: String, comment: String = "", openings: [PassOpening],
        identifiers: [PassIdentifier], editable: Bool = true
    ) -> PassDetails {
        PassDetails(
            row: row, comment: comment, validity: validity, openings: openings, doors: home.doors,
            identifiers: identifiers, editable: editable, notEditableBecause: nil, canUndoDelete: false,
            canShare: !identifiers.isEmpty, revokedAt: nil)
    }
}
