// "Create a courier pass for today": for Siri, Shortcuts, Spotlight and the Action button. Runs in the app itself, because
// the database has one owner.

import AppIntents
import GatepassKit

struct CreateCourierPass: AppIntent {
    static let title: LocalizedStringResource = "Create a courier pass for today"
    static let description = IntentDescription("Makes a pass with which a courier can come in today, once.")
    /// A locked phone gives no passes away.
    static let authenticationPolicy = IntentAuthenticationPolicy.requiresLocalDeviceAuthentication

    @Parameter(title: "Home")
    var home: HomeEntity?

    @MainActor
    func perform() async throws -> some IntentResult & ProvidesDialog & ReturnsValue<String> {
        let words = Launch.shared.session?.words ?? Words.of(Launch.language)
        do throws(Problem) {
            if home == nil, let homes = try await Launch.shared.open()?.currentProfiles(), homes.count > 1 {
                throw Problem(text: words.quick.chooseInApp)
            }
            guard let session = await Launch.shared.open(),
                let made = try await session.quickPass(.courierToday, for: home?.id)
            else { throw Problem(text: words.errors.storageBroken) }
            let said = session.words.say(.quickReady(name: made.name))
            return .result(value: made.message ?? said, dialog: IntentDialog(stringLiteral: said))
        } catch {
            throw IntentFailure(text: error.text)
        }
    }
}

/// One of the resident's homes.
struct HomeEntity: AppEntity {
    static let typeDisplayRepresentation = TypeDisplayRepresentation(name: "Home")
    static let defaultQuery = HomeQuery()

    let id: ProfileId
    let site: String
    let unit: String

    var displayRepresentation: DisplayRepresentation { DisplayRepresentation(title: "\(site)", subtitle: "\(unit)") }
}

struct HomeQuery: EntityQuery {
    @MainActor
    func entities(for ids: [ProfileId]) async throws -> [HomeEntity] {
        try await suggestedEntities().filter { ids.contains($0.id) }
    }

    @MainActor
    func suggestedEntities() async throws -> [HomeEntity] {
        let profiles = try await Launch.shared.open()?.currentProfiles() ?? []
        return profiles.map { HomeEntity(id: $0.id, site: $0.site, unit: $0.unit) }
    }
}

/// Said by Siri as it is.
struct IntentFailure: Error, CustomLocalizedStringResourceConvertible {
    let text: String
    var localizedStringResource: LocalizedStringResource { "\(text)" }
}

struct GatepassShortcuts: AppShortcutsProvider {
    static var appShortcuts: [AppShortcut] {
        AppShortcut(
            intent: CreateCourierPass(),
            phrases: [
                "Create a courier pass for today in \(.applicationName)",
                "Let a courier in with \(.applicationName)",
            ],
            shortTitle: "Courier today", systemImageName: "shippingbox")
    }
}
