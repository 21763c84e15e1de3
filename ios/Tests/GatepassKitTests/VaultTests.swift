import Foundation
import GatepassKit
import Testing

struct VaultTests {
    private let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)

    private func vaults() throws -> [any WipeableVault] {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        var vaults: [any WipeableVault] = [MemoryVault(), FileVault(file: folder.appendingPathComponent("vault.json"))]
        #if canImport(Security)
            vaults.append(KeychainVault(service: "org.gatepass.tests.\(UUID().uuidString)"))
        #endif
        return vaults
    }

    @Test func aSecretIsKeptReplacedAndForgotten() throws {
        for vault in try vaults() {
            #expect(try vault.get(name: "device") == nil)
            try vault.set(name: "device", secret: Data([0, 255, 7]))
            try vault.set(name: "other", secret: Data())
            try vault.set(name: "device", secret: Data([1]))
            #expect(try vault.get(name: "device") == Data([1]))
            #expect(try vault.get(name: "other") == Data())
            try vault.remove(name: "device")
            try vault.remove(name: "device")
            #expect(try vault.get(name: "device") == nil)
            try vault.removeAll()
            #expect(try vault.get(name: "other") == nil)
        }
        try FileManager.default.removeItem(at: folder)
    }

    @Test func whatAnEarlierInstallationLeftIsForgotten() throws {
        for (index, vault) in try vaults().enumerated() {
            let app = folder.appendingPathComponent("app\(index)")
            try vault.set(name: "device", secret: Data([1]))
            try vault.forgetEarlierInstallation(folder: app)
            #expect(try vault.get(name: "device") == nil, "the folder is new, so the secret is not this installation's")
            try vault.set(name: "device", secret: Data([2]))
            try vault.forgetEarlierInstallation(folder: app)
            #expect(try vault.get(name: "device") == Data([2]), "the same installation keeps its secrets")
        }
        try FileManager.default.removeItem(at: folder)
    }

    #if os(Linux)
        @Test func aFileOfSecretsIsItsOwnersAlone() throws {
            let file = folder.appendingPathComponent("vault.json")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let vault = FileVault(file: file)
            try vault.set(name: "device", secret: Data([1]))
            let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
            #expect(attributes[.posixPermissions] as? Int == 0o600)
            #expect(try FileVault(file: file).get(name: "device") == Data([1]), "it outlives the process")
            try Data("no JSON".utf8).write(to: file)
            #expect(throws: ShellError.self) { try vault.get(name: "device") }
            try FileManager.default.removeItem(at: folder)
        }
    #endif
}
