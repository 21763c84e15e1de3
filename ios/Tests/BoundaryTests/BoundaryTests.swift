import Foundation
import GatepassBindings
import XCTest

/// The bindings' boundary, seen from Swift: every check of fixtures/boundary/checks.txt, against the real library. One
/// after the other, because the last one counts what the process holds.
final class BoundaryTests: XCTestCase {
    func testVersion() {
        XCTAssertEqual(libraryVersion().split(separator: ".").count, 3)
    }

    func testRecords() throws {
        let problem = FieldProblem(field: "server", code: "missing", text: "¿Cuál?")
        let full = ProbeRecord(
            text: "Zoë 🚪 עברית", perhaps: "", flag: true, number: .max, limit: 0, large: .min,
            bytes: Data([0, 1, 254, 255]), date: "2028-02-29", minute: "2026-11-22T14:20", time: "23:59",
            pass: "0198c0de-0000-7000-8000-000000000001", kinds: [.custom, .oneTime], problems: [problem, problem])
        XCTAssertEqual(try probeRecord(record: full), full)
        XCTAssertEqual(
            try probeRecordText(record: full),
            "Zoë 🚪 עברית||true|4294967295|0|-9223372036854775808|0001feff|2028-02-29|2026-11-22T14:20|23:59|"
                + "0198c0de-0000-7000-8000-000000000001|Custom,OneTime|server/missing/¿Cuál?,server/missing/¿Cuál?")
        let bare = ProbeRecord(
            text: "", perhaps: nil, flag: false, number: 0, limit: nil, large: .max, bytes: nil, date: "0001-01-01",
            minute: "9999-12-31T23:59", time: "00:00", pass: "0198c0de-0000-7000-8000-000000000002", kinds: [],
            problems: [])
        XCTAssertEqual(try probeRecord(record: bare), bare)
        XCTAssertEqual(
            try probeRecordText(record: bare),
            "|-|false|0|-|9223372036854775807|-|0001-01-01|9999-12-31T23:59|00:00|"
                + "0198c0de-0000-7000-8000-000000000002||")
    }

    func testEnums() throws {
        let values: [(String, FieldValue)] = [
            ("Text(3 characters)", .text(text: "Zoë")), ("Choice(custom)", .choice(id: "custom")),
            ("Toggle(tue)", .toggle(id: "tue")), (#"Choices(["a", "b"])"#, .choices(ids: ["a", "b"])),
            ("Everything", .everything), ("Time(14:20)", .time(time: "14:20")),
            ("Date(2026-11-22)", .date(date: "2026-11-22")),
            ("Moment(2026-11-22T14:20)", .moment(at: "2026-11-22T14:20")),
            ("Number(Some(9999))", .number(number: 9999)), ("Number(None)", .number(number: nil)),
        ]
        var events: [(String, WizardEvent)] = values.map { text, value in
            ("Set { field: Name, value: \(text) }", .set(field: .name, value: value))
        }
        events += [
            ("Next", .next), ("Back", .back), ("Jump { step: Doors }", .jump(step: .doors)), ("Finish", .finish),
            ("Cancel", .cancel), ("Shared", .shared),
        ]
        for (text, event) in events {
            XCTAssertEqual(try probeEvent(event: event), event, text)
            XCTAssertEqual(try probeEventText(event: event), text)
        }
    }

    private let text = "Für Sie"
    private let reason = "for the log"

    private var everyError: [(String, GatepassError)] {
        let problem = FieldProblem(field: "server", code: "missing", text: text)
        return [
            ("Offline", .Offline(text: text, reason: reason)),
            ("SignedOut", .SignedOut(text: text, profile: "00000000-0000-0000-0000-000000000007")),
            ("Invalid", .Invalid(text: text, problems: [problem])),
            ("NotAllowed", .NotAllowed(text: text, code: "passes_off")),
            ("NotFound", .NotFound(text: text, reason: reason)), ("Conflict", .Conflict(text: text, reason: reason)),
            ("StorageNewer", .StorageNewer(text: text)), ("StorageBroken", .StorageBroken(text: text, reason: reason)),
            ("Vault", .Vault(text: text, reason: reason)), ("Unreadable", .Unreadable(text: text, reason: reason)),
            ("NotPrepared", .NotPrepared(reason: reason)), ("Internal", .Internal(text: text, reason: reason)),
        ]
    }

    func testErrors() throws {
        for (name, error) in everyError {
            XCTAssertThrowsError(try probeFail(variant: name)) { XCTAssertEqual($0 as? GatepassError, error) }
        }
        XCTAssertNoThrow(try probeFail(variant: "none of them"))
    }

    func testErrorsLater() async throws {
        for (name, error) in everyError {
            let found = await thrown { try await probeFailLater(variant: name) }
            XCTAssertEqual(found as? GatepassError, error)
        }
        try await probeFailLater(variant: "none of them")
    }

    func testMalformed() async throws {
        try await Home.with { home in
            let nothing = PassRef(profile: "nobody", pass: "nothing")
            let found = await thrown { _ = try await home.app.pass(pass: nothing) }
            XCTAssertNotNil(found)
        }
        try await livesOn()
    }

    func testPanic() async throws {
        XCTAssertThrowsError(try probePanic()) { XCTAssertNil($0 as? GatepassError, "it is nobody's to handle") }
        try await livesOn()
    }

    func testPanicLater() async throws {
        let found = await thrown { try await probePanicLater() }
        XCTAssertNotNil(found)
        XCTAssertNil(found as? GatepassError)
        try await livesOn()
    }

    func testVaultDeclared() async throws {
        let vault = MemoryVault()
        try vault.set(name: "token", secret: Data([0, 255]))
        let kept = try await probeVault(vault: vault, name: "token")
        XCTAssertEqual(kept, Data([0, 255]))
        let other = try await probeVault(vault: vault, name: "other")
        XCTAssertNil(other)
        let cannot: [ShellError] = [
            .Unavailable(reason: "locked"), .Refused(reason: "locked"), .Broken(reason: "locked"),
        ]
        for error in cannot {
            let found = await thrown { _ = try await probeVault(vault: RefusingVault(error), name: "token") }
            guard case .Vault(_, let why)? = found as? GatepassError else {
                return XCTFail("\(String(describing: found))")
            }
            XCTAssertTrue(why.contains("locked"), why)
        }
    }

    func testVaultUndeclared() async throws {
        let surprise = CocoaError(.fileNoSuchFile)
        let found = await thrown { _ = try await probeVault(vault: RefusingVault(surprise), name: "token") }
        guard case .Vault? = found as? GatepassError else { return XCTFail("\(String(describing: found))") }
        try await livesOn()
    }

    func testCancelledCommand() async throws {
        try await Home.with(passes: 20) { home in
            for row in try await home.rows() {
                let command = Task { try await home.app.revoke(pass: row.pass) }
                command.cancel()
                _ = await command.result
            }
            try await until("every pass is revoked") {
                try await home.rows().allSatisfy { if case .revoked = $0.state { true } else { false } }
            }
        }
    }

    func testCycles() async throws {
        let alive = Tally()
        func cycle(_ folder: String) async throws {
            let app = try await Home.open(folder)
            let told = Lists(alive: alive)
            let subscription = try app.observePasses(query: Home.all, listener: told)
            try await until("the first list") { !told.sizes.isEmpty }
            subscription.cancel()
        }
        try await Home.inFolder { folder in
            _ = try await probeFill(folder: folder, passes: 3)
            for _ in 0..<100 { try await cycle(folder) }
            let before = Held.now()
            for _ in 0..<900 { try await cycle(folder) }
            // Listeners of the last clients are let go by background threads.
            try await until("no listener is held") { alive.count <= 1 }
            guard let before else { return }
            try await until("files and threads as before: \(before)") {
                guard let now = Held.now() else { return false }
                return now.files <= before.files && now.threads <= before.threads + 8
            }
            let after = try XCTUnwrap(Held.now())
            print("after 100 cycles: \(before); after 1000: \(after)")
            XCTAssertLessThan(after.megabytes - before.megabytes, 32)
        }
    }

    /// What it throws.
    private func thrown(_ work: () async throws -> Void) async -> (any Error)? {
        do {
            try await work()
            return nil
        } catch {
            return error
        }
    }

    private func livesOn() async throws {
        try await Home.with(passes: 2) { home in
            let rows = try await home.rows()
            XCTAssertEqual(rows.count, 2)
        }
    }
}
