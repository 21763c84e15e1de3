// The building of fixtures/app/flows.json with the real service on a free port of this machine, for tests. What can be
// asked of it is told in the README beside that file.

import Foundation

/// What the building cannot do, in its own words.
public struct BuildingError: Error, CustomStringConvertible {
    public let description: String
}

public final class Building {
    public struct Invitation: Sendable {
        public let code: String, link: String, message: String
    }

    private let process = Process()
    private let commands = Pipe()
    private let answers = Pipe()
    private var unread = Data()
    /// The service's address.
    public private(set) var base = ""
    /// For the resident of the story.
    public private(set) var invitation = Invitation(code: "", link: "", message: "")

    /// Builds it and opens its service.
    public init() throws {
        let top = URL(fileURLWithPath: #filePath).appendingPathComponent("../../../..").standardized
        let program = top.appendingPathComponent("target/debug/gatepass-building")
        guard FileManager.default.isExecutableFile(atPath: program.path) else {
            throw BuildingError(description: "\(program.path) is missing: cargo build -p gatepass-e2e")
        }
        process.executableURL = program
        process.arguments = [top.appendingPathComponent("fixtures/app/flows.json").path]
        process.standardInput = commands
        process.standardOutput = answers
        try process.run()
        let greeting = try answer()
        base = greeting["base"] as? String ?? ""
        invitation = Self.invitation(greeting)
    }

    deinit { close() }

    /// Ends it; it ends by itself, too, when nobody holds it any more.
    public func close() {
        try? commands.fileHandleForWriting.close()
        process.waitUntilExit()
    }

    /// Another invitation; with a name it is for somebody new in the unit.
    public func invite(_ name: String? = nil) throws -> Invitation {
        Self.invitation(try tell("invite", name.map { ["name": $0] } ?? [:]))
    }
    /// Nobody reaches the service any more.
    public func down() throws { try tell("down") }
    /// The service is back, at the same address.
    public func up() throws { try tell("up") }
    /// Presents `qr`, `code`, `link` or `plate` at a door; gives the decision and its reason.
    public func present(_ kind: String, _ value: String, at door: String) throws -> String {
        let answer = try tell("present", ["kind": kind, "value": value, "door": door])
        return "\(answer["decision"] ?? "nothing"), \(answer["reason"] ?? "nothing")"
    }
    /// The manager changes the policy.
    public func policy(_ change: [String: Any]) throws { try tell("policy", ["policy": change]) }
    /// The manager ends a pass.
    public func revoke(_ pass: String) throws { try tell("revoke", ["pass": pass]) }
    /// The manager ends every device of the resident.
    public func endDevices() throws { try tell("end_devices") }
    /// What the server holds.
    public func state() throws -> [String: Any] { try tell("state") }
    /// How what the server holds differs from the end of the story.
    public func differences() throws -> [String] {
        let answer = try tell("compare")
        return answer["equal"] as? Bool == true ? [] : answer["differences"] as? [String] ?? ["no answer"]
    }

    @discardableResult
    private func tell(_ what: String, _ with: [String: Any] = [:]) throws -> [String: Any] {
        var line = try JSONSerialization.data(withJSONObject: with.merging(["do": what]) { $1 })
        line.append(UInt8(ascii: "\n"))
        try commands.fileHandleForWriting.write(contentsOf: line)
        return try answer()
    }

    private func answer() throws -> [String: Any] {
        while true {
            if let end = unread.firstIndex(of: UInt8(ascii: "\n")) {
                let line = unread[unread.startIndex..<end]
                unread = Data(unread[unread.index(after: end)...])
                let answer = try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any] ?? [:]
                if let error = answer["error"] as? String { throw BuildingError(description: error) }
                return answer
            }
            let more = answers.fileHandleForReading.availableData
            if more.isEmpty { throw BuildingError(description: "the building is gone; its last words are above") }
            unread.append(more)
        }
    }

    private static func invitation(_ answer: [String: Any]) -> Invitation {
        func text(_ name: String) -> String { answer[name] as? String ?? "" }
        return Invitation(code: text("code"), link: text("link"), message: text("message"))
    }
}
