// The story of fixtures/app/flows.json, through the screens, against the real library and the real service. In the end
// the server holds what the file says.

import Building
import Foundation
import GatepassKit
import SwiftUI
import Testing

@Suite(.serialized)
@MainActor
struct StoryTests {
    @Test(.timeLimit(.minutes(5)))
    func aResidentsDays() async throws {
        let building = try Building()
        let ana = try await Resident()
        defer { ana.leave() }
        let phone = ana.phone

        // Activation.
        try await phone.wait(for: "welcome")
        try phone.tap("welcome.haveInvitation")
        try phone.fill("activation.invitation", "\(building.base)/activate?code=ABCD-EFGH-JKMN-PQRS")
        try phone.tap("activation.activate")
        try await phone.wait("an error beside the field") {
            $0.says("This invitation is not valid any more, or was mistyped. Ask for a new one.")
        }
        try phone.fill("activation.invitation", building.invitation.message)
        try phone.tap("activation.activate")
        try await phone.wait(for: "passes")
        try await phone.wait("the empty list") { $0.says(ana.words.passes.emptyValidTitle) }

        // The five passes.
        try await make(ana, "Plumber", [.only("custom")])
        try await make(
            ana, "Dog walker",
            [
                .only("recurring"), .type("field.comment", "Rex is friendly"),
                .exactly(["tue", "thu"], of: Self.days), .time("field.windowFrom", "14:20"),
                .time("field.windowTo", "15:20"),
                .exactlyNamed(["Street door"], of: Self.doors),
            ])
        try await make(ana, "Cleaner", [.only("business_hours"), .limit("field.dailyLimit", 2)])
        try await make(
            ana, "Grandparents",
            [
                .only("full_day"), .exactly(["qr", "link", "plate"], of: Self.identifiers),
                .type("field.licencePlate", "ABC 1234"), .later("field.onlyDay", 1),
            ])
        try await make(
            ana, "Parcel",
            [
                .only("one_time"), .only("courier"), .exactly(["code"], of: Self.identifiers),
                .exactlyNamed(["Street door", "Lobby"], of: Self.doors),
            ])

        // Sharing.
        try await onServer(ana, ["Plumber", "Dog walker", "Cleaner", "Grandparents", "Parcel"])
        try await ana.openPass("Plumber")
        try await phone.wait(for: "pass.share")
        for way in ["message", "linkOnly", "qrPicture"] {
            try phone.tap("pass.share")
            try await phone.wait(for: "share.\(way)")
            let before = ana.desk.shared.count
            try phone.tap("share.\(way)")
            try await phone.wait("the share sheet to be gone") { !$0.shows("share") && ana.desk.shared.count > before }
        }
        let sent = ana.desk.shared.flatMap { $0 }
        #expect(sent.count == 3)
        guard case .text(let message) = sent[0], case .link(let link) = sent[1], case .picture(let card, _) = sent[2]
        else {
            Issue.record("a message, the link, the picture were to be sent, not \(sent)")
            return
        }
        #expect(message.contains(link.absoluteString) && message.contains("Elm House"))
        #expect(card.starts(with: [0x89, 0x50, 0x4E, 0x47]), "a PNG picture")
        try await phone.wait(for: "pass.qr")
        try phone.tap("pass.qr")
        try await phone.wait("the large code, bright") { $0.shows("qr") && ana.desk.isBright }
        try phone.tap("qr.close")
        try await phone.wait("the phone as it was") { !$0.shows("qr") && !ana.desk.isBright }
        try phone.back()

        // A visit.
        let plumber = try await ana.gatepass.share(pass: ana.pass("Plumber").pass, language: nil)
        #expect(try building.present("qr", plumber.qrText ?? "", at: "Street door") == "granted, ok")
        try await phone.refresh()
        try await phone.wait("the guest to be in") { $0.says(ana.words.passes.badgeVisiting) }
        try phone.tap(ana.words.common.tabActivity)
        try await phone.wait("the arrival in the log") { $0.says("Plumber") && $0.says(ana.words.activity.arrived) }
        try phone.choose(ana.words.activity.filterRefused, in: "activity.filter")
        try await phone.wait("nobody to be refused") { !$0.says(ana.words.activity.arrived) }
        try phone.choose(ana.words.activity.filterArrivals, in: "activity.filter")
        try await phone.wait("the arrival among the arrivals") { $0.says(ana.words.activity.arrived) }
        try phone.choose(ana.words.activity.filterAll, in: "activity.filter")
        try phone.tap(ana.words.common.tabPasses)

        // An edit.
        try await ana.openPass("Dog walker")
        try await edit(
            ana, step: "tue", [.exactly(["tue", "thu", "sat"], of: Self.days), .time("field.windowTo", "16:00")])
        try phone.back()

        // A deletion.
        try await ana.openPass("Cleaner")
        try await phone.wait("the access code") { $0.shows(ana.words.pass.copyCode) }
        try phone.tap(ana.words.pass.copyCode)
        let code = try #require(ana.desk.copied.last)
        try phone.tap("pass.delete")
        try await phone.wait("the question") { $0.says(ana.words.passes.deleteText) }
        try phone.tap(ana.words.common.delete)
        try await phone.wait("the pass to be over") { !$0.shows("pass.share") }
        try phone.back()
        try await phone.refresh()
        #expect(try building.present("code", code, at: "Lobby") == "denied, revoked")

        // Without a connection.
        try building.down()
        try await make(ana, "Gardener", [.only("full_day")])
        try await phone.wait("the badge") { $0.says(ana.words.passes.badgeNotOnServer) }
        try await ana.openPass("Gardener")
        try phone.check("nothing to open a door with yet") { phone in
            phone.says(ana.words.pass.notOnServerText) && !phone.shows("pass.qr") && !phone.shows("pass.share")
                && !phone.shows(ana.words.pass.copyCode)
        }
        try phone.back()
        try await ana.openPass("Grandparents")
        try await edit(ana, step: "field.name", [.type("field.name", "Grandma and Grandpa")])
        try await phone.wait("the change to be waiting") { $0.says(ana.words.pass.waitingText) }
        try phone.back()
        try phone.swipe("Parcel", ana.words.common.delete)
        try await phone.wait("the question") { $0.says(ana.words.passes.deleteText) }
        try phone.tap(ana.words.common.delete)
        try await phone.wait("the way back") {
            $0.shows("passes.undo") && $0.says(ana.words.say(.passesDeletedNotSent(name: "Parcel")))
        }
        try phone.tap(ana.words.common.undo)
        try await phone.wait("the pass to be back") { phone in
            !phone.shows("passes.undo")
                && phone.nodes.contains { $0.identifier == "pass.row" && $0.spokenLabel.contains("Parcel") }
        }
        try await phone.refresh()
        try await phone.wait("the banner: two changes wait") { $0.says(ana.words.say(.passesOfflineWaiting(count: 2))) }

        // The app is ended and started again in the meantime: nothing of that is lost.
        try await ana.restart()
        try await again(ana, building)
        building.close()
    }

    private func again(_ ana: Resident, _ building: Building) async throws {
        let phone = ana.phone
        try await phone.wait("what waits") { $0.says("Gardener") && $0.says(ana.words.passes.badgeNotOnServer) }
        try building.up()
        try await phone.refresh()
        try await phone.wait("nothing to be waiting") { phone in
            !phone.shows("passes.sync") && !phone.says(ana.words.passes.badgeNotOnServer)
        }
        try await ana.openPass("Gardener")
        try await phone.wait(for: "pass.share")
        #expect(try building.differences() == [])
    }

    static let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    static let identifiers = ["qr", "code", "link", "plate"]
    static let doors = ["Street door", "Lobby", "Garage"]

    /// Makes a pass from the list and goes back to it.
    private func make(_ ana: Resident, _ name: String, _ wishes: [Plan.Wish]) async throws {
        try await ana.phone.wait(for: "passes.new")
        try ana.phone.tap("passes.new")
        try await ana.phone.wait(for: "wizard")
        try await ana.follow(Plan(wishes + [.type("field.name", name)]))
        try await ana.finish()
        try await ana.phone.wait("\(name) in the list") { $0.says(name) }
    }

    /// Edits the pass on the screen, from its review.
    private func edit(_ ana: Resident, step: String, _ wishes: [Plan.Wish]) async throws {
        try await ana.phone.wait(for: "pass.edit")
        try ana.phone.tap("pass.edit")
        try await ana.phone.wait(for: "wizard")
        try await ana.jump(to: step)
        try await ana.follow(Plan(wishes))
        try await ana.finish()
    }

    private func onServer(_ ana: Resident, _ names: [String]) async throws {
        for name in names {
            try await ana.phone.wait("\(name) on the server") { phone in
                phone.nodes.contains { $0.identifier == "pass.row" && $0.spokenLabel.contains(name) }
                    && !phone.says(ana.words.passes.badgeNotOnServer)
            }
        }
    }
}
