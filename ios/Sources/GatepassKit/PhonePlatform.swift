// What the core asks of the phone, and how the core is opened.

import Foundation

/// The phone's languages, name and zone, as they are when the core asks.
public final class PhonePlatform: PhonePlatformAnswers {
    private let name: String

    /// The name comes from UIKit, which must be asked on the main thread; the core asks on its own.
    public init(deviceName: String) { name = deviceName }

    public func locales() throws -> [String] { Locale.preferredLanguages }
    public func deviceName() throws -> String { name }
    public func timeZone() throws -> String? { TimeZone.current.identifier }
}

extension Gatepass {
    /// Opens what is kept in this folder of the app, or makes it. It stays out of backups: its secrets are in the
    /// Keychain of this device, and everything else comes from the servers again.
    public static func open(
        folder: URL, vault: any WipeableVault, platform: any PhonePlatformAnswers, language: String?
    ) async throws -> Gatepass {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        #if os(iOS)
            // Readable in the background once the phone was unlocked after its start, like the secrets.
            try FileManager.default.setAttributes(
                [.protectionKey: FileProtectionType.completeUntilFirstUserAuthentication], ofItemAtPath: folder.path)
            var values = URLResourceValues()
            values.isExcludedFromBackup = true
            var marked = folder
            try marked.setResourceValues(values)
        #endif
        try vault.forgetEarlierInstallation(folder: folder)
        let config = GatepassConfig(folder: folder.path, language: language, allowPlainHttp: false)
        return try await open(config: config, vault: vault, platform: platform)
    }
}
