// Secrets in the iOS Keychain.

#if canImport(Security)
    import Foundation
    import Security

    /// Readable after the phone was unlocked once since it was started, so that the app can refresh in the background;
    /// never in a backup, never on another device.
    public final class KeychainVault: WipeableVault, @unchecked Sendable {
        private let service: String

        public init(service: String = "org.gatepass.app.secrets") {
            self.service = service
        }

        public func get(name: String) throws -> Data? {
            var query = item(name)
            query[kSecReturnData] = true
            query[kSecMatchLimit] = kSecMatchLimitOne
            var found: CFTypeRef?
            switch SecItemCopyMatching(query as CFDictionary, &found) {
            case errSecSuccess: return found as? Data
            case errSecItemNotFound: return nil
            // The item is there, but its key is not any more: as good as none.
            case errSecDecode: return nil
            case let status: throw ShellError(status)
            }
        }

        public func set(name: String, secret: Data) throws {
            let changes: [CFString: Any] = [
                kSecValueData: secret,
                kSecAttrAccessible: kSecAttrAccessibleAfterFirstUnlockThisDeviceOnly,
            ]
            let status = SecItemUpdate(item(name) as CFDictionary, changes as CFDictionary)
            if status == errSecItemNotFound {
                let added = SecItemAdd(item(name).merging(changes) { $1 } as CFDictionary, nil)
                guard added == errSecSuccess else { throw ShellError(added) }
            } else if status != errSecSuccess {
                throw ShellError(status)
            }
        }

        public func remove(name: String) throws {
            try delete(item(name))
        }

        public func removeAll() throws {
            try delete(all)
        }

        private func delete(_ query: [CFString: Any]) throws {
            let status = SecItemDelete(query as CFDictionary)
            guard status == errSecSuccess || status == errSecItemNotFound else { throw ShellError(status) }
        }

        private var all: [CFString: Any] {
            [kSecClass: kSecClassGenericPassword, kSecAttrService: service, kSecUseDataProtectionKeychain: true]
        }

        private func item(_ name: String) -> [CFString: Any] {
            all.merging([kSecAttrAccount: name]) { $1 }
        }
    }

    extension ShellError {
        init(_ status: OSStatus) {
            let reason = SecCopyErrorMessageString(status, nil) as String? ?? "Keychain status \(status)"
            switch status {
            case errSecInteractionNotAllowed, errSecAuthFailed, errSecUserCanceled: self = .Refused(reason: reason)
            case errSecMissingEntitlement, errSecNotAvailable: self = .Unavailable(reason: reason)
            default: self = .Broken(reason: reason)
            }
        }
    }
#endif
