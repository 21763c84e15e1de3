// A vault that can be emptied, and when that is done.

import Foundation

/// Keeps secrets, and can forget all of them.
public protocol WipeableVault: SecretVault {
    func removeAll() throws
}

extension WipeableVault {
    /// Forgets what an earlier installation left behind. The Keychain outlives an app that is deleted, its folder does
    /// not: a folder without the mark of this installation belongs to a fresh one.
    public func forgetEarlierInstallation(folder: URL) throws {
        let mark = folder.appendingPathComponent("installation")
        if FileManager.default.fileExists(atPath: mark.path) { return }
        try removeAll()
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(UUID().uuidString.utf8).write(to: mark, options: .atomic)
    }
}
