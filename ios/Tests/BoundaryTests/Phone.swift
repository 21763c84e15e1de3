import Foundation
import GatepassBindings
import XCTest

/// Keeps secrets in memory.
final class MemoryVault: SecretVault, @unchecked Sendable {
    private let lock = NSLock()
    private var secrets: [String: Data] = [:]

    func get(name: String) throws -> Data? { lock.withLock { secrets[name] } }
    func set(name: String, secret: Data) throws { lock.withLock { secrets[name] = secret } }
    func remove(name: String) throws { _ = lock.withLock { secrets.removeValue(forKey: name) } }
}

/// Can give no secret.
final class RefusingVault: SecretVault {
    let error: any Error

    init(_ error: any Error) { self.error = error }

    func get(name: String) throws -> Data? { throw error }
    func set(name: String, secret: Data) throws { throw error }
    func remove(name: String) throws { throw error }
}

/// Speaks English, and is in Berlin.
final class Phone: Platform {
    func locales() throws -> [String] { ["en-US"] }
    func deviceName() throws -> String { "Ana's phone" }
    func timeZone() throws -> String? { "Europe/Berlin" }
}

/// How many there are of something.
final class Tally: @unchecked Sendable {
    private let lock = NSLock()
    private var number = 0

    var count: Int { lock.withLock { number } }
    func add(_ more: Int) { lock.withLock { number += more } }
}

/// Keeps the number of rows of every list it was told, and whether that was on the main thread.
final class Lists: PassListListener, @unchecked Sendable {
    private let lock = NSLock()
    private var told: [Int] = []
    private var main = false
    private let then: @Sendable () throws -> Void
    private let alive: Tally?

    init(alive: Tally? = nil, then: @escaping @Sendable () throws -> Void = {}) {
        self.then = then
        self.alive = alive
        alive?.add(1)
    }

    deinit { alive?.add(-1) }

    var sizes: [Int] { lock.withLock { told } }
    var wasOnMainThread: Bool { lock.withLock { main } }

    func onPasses(list: PassList) throws {
        lock.withLock {
            told.append(list.rows.count)
            main = main || Thread.isMainThread
        }
        try then()
    }
}

/// An app with passes of a resident whose server never answers, in a folder of its own.
struct Home {
    let app: Gatepass
    let profile: ProfileId

    static let all = PassQuery(profile: nil, half: .all, search: "", limit: 500)

    static func with(passes: UInt32 = 3, _ body: (Home) async throws -> Void) async throws {
        try await inFolder { folder in
            let profile = try await probeFill(folder: folder, passes: passes)
            try await body(Home(app: try await open(folder), profile: profile))
        }
    }

    static func open(_ folder: String) async throws -> Gatepass {
        let config = Config(folder: folder, language: nil, allowPlainHttp: false)
        return try await Gatepass.open(config: config, vault: MemoryVault(), platform: Phone())
    }

    static func inFolder(_ body: (String) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("gatepass-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try await body(folder.path)
    }

    func makePass() async throws {
        _ = try await app.quickPass(profile: profile, quick: .guestToday)
    }

    func rows() async throws -> [PassRow] {
        try await app.passes(query: Home.all).rows
    }
}

/// Waits until it is so; a minute is long enough for any machine.
func until(_ what: String, _ isSo: () async throws -> Bool) async throws {
    for _ in 0..<6000 {
        if try await isSo() { return }
        try await Task.sleep(nanoseconds: 10_000_000)
    }
    XCTFail("never came to be: \(what)")
}

/// What the process holds: open files, threads, memory in MiB. Nothing where the system does not tell.
struct Held: CustomStringConvertible {
    let files: Int
    let threads: Int
    let megabytes: Int

    var description: String { "\(files) files, \(threads) threads, \(megabytes) MiB" }

    static func now() -> Held? {
        guard let files = try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd"),
            let threads = try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/task"),
            let pages = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")
        else { return nil }
        return Held(files: files.count, threads: threads.count, megabytes: (Int(pages[1]) ?? 0) * 4 / 1024)
    }
}
