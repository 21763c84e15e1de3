// Secrets in memory or in a file, for tests and for developers without a Keychain.

import Foundation
import Synchronization

/// Secrets that end with the process.
public final class MemoryVault: WipeableVault {
    private let secrets = Mutex<[String: Data]>([:])

    public init() {}

    public func get(name: String) throws -> Data? { secrets.withLock { $0[name] } }
    public func set(name: String, secret: Data) throws { secrets.withLock { $0[name] = secret } }
    public func remove(name: String) throws { secrets.withLock { $0[name] = nil } }
    public func removeAll() throws { secrets.withLock { $0 = [:] } }
}

/// Secrets in a file that only its owner can read. Not encrypted: never the vault of an app that is handed out.
public final class FileVault: WipeableVault {
    private let file: Mutex<URL>

    public init(file: URL) { self.file = Mutex(file) }

    public func get(name: String) throws -> Data? { try read { $0[name] } }
    public func set(name: String, secret: Data) throws { try change { $0[name] = secret } }
    public func remove(name: String) throws { try change { $0[name] = nil } }
    public func removeAll() throws { try change { $0 = [:] } }

    private func read<Answer: Sendable>(_ ask: ([String: Data]) -> Answer) throws(ShellError) -> Answer {
        try file.withLock { (file) throws(ShellError) in ask(try Self.secrets(in: file)) }
    }

    private func change(_ edit: (inout [String: Data]) -> Void) throws(ShellError) {
        try file.withLock { (file) throws(ShellError) in
            var secrets = try Self.secrets(in: file)
            edit(&secrets)
            do {
                try JSONEncoder().encode(secrets).write(to: file, options: .atomic)
                try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
            } catch {
                throw .Broken(reason: "\(file.lastPathComponent) cannot be written: \(error)")
            }
        }
    }

    private static func secrets(in file: URL) throws(ShellError) -> [String: Data] {
        guard FileManager.default.fileExists(atPath: file.path) else { return [:] }
        do {
            return try JSONDecoder().decode([String: Data].self, from: Data(contentsOf: file))
        } catch {
            throw .Broken(reason: "\(file.lastPathComponent) cannot be read: \(error)")
        }
    }
}
