// What goes wrong, and what the resident is told.

import Building
import Foundation
import GatepassGlance
import GatepassKit
import SwiftUI
import Testing

@Suite(.serialized)
@MainActor
struct TroubleTests {
    /// The code alone does not say where the building is; a link from outside does, and goes on by itself.
    @Test(.timeLimit(.minutes(2)))
    func activation() async throws {
        let building = try Building()
        let ana = try await Resident()
        defer { ana.leave() }
        let phone = ana.phone
        try await phone.wait(for: "welcome")
        try phone.tap("welcome.haveInvitation")
        try phone.check("the server is not asked for at once") { !$0.shows("activation.server") }
        try phone.fill("activation.invitation", building.invitation.code)
        try phone.tap("activation.activate")
        try await phone.wait(for: "activation.server")
        try phone.fill("activation.server", "no address at all")
        try phone.tap("activation.activate")
        try await phone.wait("an error beside the address") {
            $0.says("This is not a server’s address. Enter one such as passes.example.com.")
        }
        try building.down()
        try phone.fill("activation.server", building.base)
        try phone.tap("activation.activate")
        try await phone.wait("that it is offline") { $0.says(ana.words.errors.offline) }
        try building.up()
        try phone.tap("activation.activate")
        try await phone.wait(for: "passes")

        // A second home, by a link.
        let ben = try building.invite("Ben")
        let link = try #require(URL(string: "gatepass://activate?server=\(building.base)&code=\(ben.code)"))
        phone.open(link)
        try await phone.wait("the switch of homes") { $0.find("TitleMenu") != nil }
        try phone.check("both homes are offered") {
            $0.find("passes.homes")?.visible.filter { $0.kind == .choice }.count == 3
        }
        building.close()
    }

    /// The manager switches passes off, ends the devices: the screens say so and whom to ask.
    @Test(.timeLimit(.minutes(2)))
    func theManagerDecides() async throws {
        let building = try Building()
        let ana = try await Resident()
        defer { ana.leave() }
        let phone = ana.phone
        try await phone.wait(for: "welcome")
        try await ana.activate(with: building.invitation.message)

        // Nothing can be changed any more.
        _ = try await ana.session.quickPass(.guestToday, for: nil)
        let row = try await ana.firstPass()
        try building.policy(["editable": false])
        try await phone.refresh()
        try await ana.openPass(row.name)
        try await phone.wait("editing to be off") { $0.find("pass.edit")?.isEnabled != true }
        try phone.back()

        // The pass is ended by the manager.
        try building.revoke(row.name)
        try await phone.refresh()
        try await phone.wait("the pass to be gone from the valid ones") { !$0.shows("pass.row") }
        try phone.choose(ana.words.passes.invalid, in: "passes.half")
        try await phone.wait("it to be among the past ones") { $0.says(ana.words.passes.revoked) }
        try phone.choose(ana.words.passes.valid, in: "passes.half")

        // No passes at all.
        try building.policy(["passes_enabled": false])
        try await phone.refresh()
        try await phone.wait("whom to ask") { $0.says(ana.words.passes.passesOffTitle) }
        try phone.check("no new pass to be offered") { !$0.shows("passes.new") && !$0.shows("passes.quick.guest") }

        // Signed out by the server; what is on the phone stays until the resident signs out.
        try building.endDevices()
        try await phone.refresh()
        try await phone.wait("what to do") { $0.says(ana.words.passes.signedOutTitle) }
        try phone.tap(ana.words.common.tabSettings)
        try await phone.wait(for: "settings.signOut")
        try phone.tap("settings.signOut")
        try await phone.wait("the question") { $0.says(ana.words.settings.signOutText) }
        try phone.tap(ana.words.settings.signOut)
        try await phone.wait(for: "welcome")
        #expect(try await ana.gatepass.passes(query: .everything).rows.isEmpty)
        building.close()
    }

    /// The lock, the language, an unfinished pass, what cannot be found.
    @Test(.timeLimit(.minutes(2)))
    func thePhonesOwnMatters() async throws {
        let building = try Building()
        let ana = try await Resident()
        defer { ana.leave() }
        ana.desk.canLock = true
        try await ana.phone.wait(for: "welcome")
        try await ana.activate(with: building.invitation.message)

        // A wizard that is left keeps what was entered.
        var phone = ana.phone
        try await phone.wait(for: "passes.new")
        try phone.tap("passes.new")
        try await phone.wait(for: "choice.full_day")
        try phone.tap("choice.full_day")
        try await phone.wait("the choice") { $0.find("choice.full_day")?.traits.contains(.isSelected) == true }
        try phone.tap("wizard.close")
        try phone.tap(ana.words.wizard.keepDraft)
        try await phone.wait(for: "passes.draft.continue")
        try phone.tap("passes.draft.continue")
        try await phone.wait("what was chosen") { $0.find("choice.full_day")?.traits.contains(.isSelected) == true }
        try phone.tap("wizard.close")
        try phone.tap(ana.words.wizard.discardDraft)
        try await phone.wait("the draft to be gone") { $0.shows("passes") && !$0.shows("passes.draft.continue") }

        // Nothing found.
        try phone.search("nobody")
        let nothing = ana.words.say(.passesEmptySearchText(search: "nobody"))
        try await phone.wait("that nothing was found") { $0.says(nothing) }

        // Spanish, at once.
        try phone.tap(ana.words.common.tabSettings)
        try await phone.wait(for: "settings.language")
        try phone.choose("Español", in: "settings.language")
        try await phone.wait("Spanish") {
            $0.shows(Words.of("es").settings.title) || $0.says(Words.of("es").settings.about)
        }

        // Locked after it was left.
        try phone.turn("settings.appLock", on: true)
        try await phone.wait("the lock to be on") { $0.find("settings.appLock")?.value == "1" }
        ana.desk.unlocks = false
        try await ana.restart()
        phone = ana.phone
        try await phone.wait(for: "lock")
        try phone.check("nothing of the app is shown") { !$0.shows("passes") && !$0.says("Elm House") }
        ana.desk.unlocks = true
        try phone.tap("lock.unlock")
        try await phone.wait(for: "passes")
        building.close()
    }

    /// What the widget and the notification centre are told.
    @Test(.timeLimit(.minutes(2)))
    func besideTheScreens() async throws {
        let building = try Building()
        let ana = try await Resident()
        defer { ana.leave() }
        try await ana.phone.wait(for: "welcome")
        try await ana.activate(with: building.invitation.message)
        let board = NextPassNoteStore(folder: ana.folder)
        var changes = 0
        let writer = NextPassWriter(ana.session, board: board) { changes += 1 }
        await writer.write()
        #expect(board.read()?.name == nil)
        #expect(board.read()?.lines.first?.text == ana.words.quick.noPass)

        ana.session.preferences.notifications = true
        let arrivals = Arrivals(ana.session)
        #expect(await arrivals.fetch() == [], "the first time nothing is new")
        let made = try #require(try await ana.session.quickPass(.courierToday, for: nil))
        #expect(made.message?.contains("Elm House") == true, "it was sent at once and can be shared")
        await writer.write()
        let note = try #require(board.read())
        #expect(note.name == made.name && note.isCourier && note.site == "Elm House")
        #expect(note.lines.first?.isOpen == true, "it is open all day")
        #expect(note.lines.map(\.since) == note.lines.map(\.since).sorted())
        #expect(note.lines.last?.isOpen == false)
        #expect(changes == 2)

        let payload = try await ana.gatepass.share(pass: made.pass, language: nil)
        let identifier = payload.qrText.map { ("qr", $0) } ?? ("code", payload.code ?? "")
        #expect(try building.present(identifier.0, identifier.1, at: "Street door") == "granted, ok")
        let first = try await arrivals.fetch(until: 1)
        #expect(first.map(\.title) == [ana.words.say(.notificationsArrivedTitle(guest: made.name))])
        #expect(first.first?.text.contains("Street door") == true && first.first?.pass == made.pass)
        #expect(await arrivals.fetch() == [], "nobody is announced twice")
        building.close()
    }
}

extension Arrivals {
    /// Asks until so much is new: the log comes when the server has it.
    fileprivate func fetch(until count: Int) async throws -> [Announcement] {
        let deadline = ContinuousClock.now + .seconds(20)
        var found: [Announcement] = []
        while found.count < count, ContinuousClock.now < deadline {
            found += await fetch()
            if found.count < count { try await Task.sleep(for: .milliseconds(20)) }
        }
        return found
    }
}

extension PassQuery {
    static let everything = PassQuery(profile: nil, half: .all, search: "", limit: 100)
}

extension Resident {
    func firstPass() async throws -> PassRow {
        guard let row = try await gatepass.passes(query: .everything).rows.first else {
            throw NotThere(name: "any pass")
        }
        return row
    }
}
