// Who came.

import Foundation
import GatepassKit

struct SampleEntries {
    let home: ProfileView
    let words: Words

    var arrival: EntryRow {
        entry("1", -20, "Street door", .qr, guest: "Plumber", .arrived, words.activity.arrived, photo: true)
    }
    var lift: EntryRow { entry("2", -18, "Lobby", .qr, guest: "Plumber", .opened, words.activity.opened) }
    var again: EntryRow {
        entry("6", -19, "Street door", .qr, guest: "Plumber", .openedAgain, words.activity.openedAgain)
    }
    var refused: EntryRow {
        entry(
            "3", -95, "Lobby", .code, guest: nil, .refused, words.reasons.unknown, photo: true)
    }
    var late: EntryRow {
        entry(
            "4", -1440, "Street door", .plate, guest: "Dog walker", .refused, words.reasons.outsideHours,
            day: yesterday)
    }
    var byManager: EntryRow {
        entry(
            "5", -1500, "Garage", nil, guest: nil, .openedByManager, words.activity.openedByManager, day: yesterday)
    }

    var ofPlumber: [EntryRow] { [lift, again, arrival] }
    var all: [EntryRow] { [lift, again, arrival, refused, late, byManager] }

    private func entry(
        _ id: EntryId, _ minutes: Double, _ door: String, _ kind: IdentifierKind?, guest: String?,
        _ event: EntryEvent, _ text: String, day: EntryDay? = nil, photo: Bool = false
    ) -> EntryRow {
        EntryRow(
            entry: EntryRef(profile: home.id, entry: id), at: SampleClock.minutes(minutes), timeZone: home.timeZone,
            day: day ?? EntryDay(date: "2026-11-24", called: .today), door: door, kind: kind, event: event, text: text,
            guest: guest.map { .named(pass: $0) } ?? (kind == nil ? .nobody : .unknown),
            pass: guest.map { PassRef(profile: home.id, pass: $0) }, photo: photo)
    }

    private var yesterday: EntryDay { EntryDay(date: "2026-11-23", called: .yesterday) }
}
