// Who came.

import Foundation
import GatepassKit

struct SampleEntries {
    let home: ProfileView
    let words: Words

    var arrival: EntryRow {
        entry("1", -20, "Street door", .qr, guest: "Plumber", words.activity.arrived, arrival: true, photo: true)
    }
    var lift: EntryRow { entry("2", -18, "Lobby", .qr, guest: "Plumber", words.activity.opened) }
    var refused: EntryRow {
        entry(
            "3", -95, "Lobby", .code, guest: nil, words.reasons.unknown, decision: .denied, reason: .unknown,
            photo: true)
    }
    var late: EntryRow {
        entry(
            "4", -1440, "Street door", .plate, guest: "Dog walker", words.reasons.outsideHours, decision: .denied,
            reason: .outsideHours)
    }
    var byManager: EntryRow { entry("5", -1500, "Garage", nil, guest: nil, words.activity.openedByManager) }

    var ofPlumber: [EntryRow] { [lift, arrival] }
    var all: [EntryRow] { [lift, arrival, refused, late, byManager] }

    private func entry(
        _ id: EntryId, _ minutes: Double, _ door: String, _ kind: IdentifierKind?, guest: String?, _ text: String,
        decision: Decision? = nil, reason: Reason? = nil, arrival: Bool = false, photo: Bool = false
    ) -> EntryRow {
        EntryRow(
            entry: EntryRef(profile: home.id, entry: id), at: SampleClock.minutes(minutes), timeZone: home.timeZone,
            door: door, kind: kind, decision: decision ?? .granted, reason: reason ?? .ok, text: text, arrival: arrival,
            pass: guest.map { PassRef(profile: home.id, pass: $0) }, passName: guest, photo: photo)
    }
}
