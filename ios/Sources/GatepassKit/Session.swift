// The app as a whole: its language, its homes, what went wrong last, whether it is locked.

import Foundation
import Observation

@MainActor
@Observable
public final class Session {
    /// Every text, in the app's language.
    public private(set) var words: Words
    /// The tag of that language.
    public private(set) var language: String
    /// The homes on this phone; nil until they are known.
    public private(set) var profiles: [ProfileView]?
    /// What did not work last and belongs to no field.
    public private(set) var problem: Problem?
    /// Does the same again, where that may help.
    public private(set) var retry: (@MainActor () async -> Void)?
    public private(set) var isLocked: Bool
    /// An invitation that was opened from outside, for the activation screen to take.
    public var invitation: String?

    @ObservationIgnored private var momentsByZone: [String: Moments] = [:]

    public let phone: any Phone
    public let preferences: Preferences
    /// None in previews: what is shown then stays as it is.
    let gatepass: Gatepass?

    public init(_ gatepass: Gatepass, phone: any Phone, preferences: Preferences) {
        self.gatepass = gatepass
        self.phone = phone
        self.preferences = preferences
        language = gatepass.language()
        words = Words.of(gatepass.language())
        isLocked = preferences.appLock && phone.canLock
    }

    /// A session that shows a state without the library behind it.
    public init(
        showing profiles: [ProfileView]?, language: String, isLocked: Bool = false, phone: any Phone,
        preferences: Preferences
    ) {
        gatepass = nil
        self.profiles = profiles
        self.language = language
        self.isLocked = isLocked
        self.phone = phone
        self.preferences = preferences
        words = Words.of(language)
    }

    /// How the app writes dates and numbers: its language with the digits of its sentences, the phone's region.
    public var locale: Locale {
        let spoken = Locale.Components(identifier: words.locale)
        var parts = Locale.Components(locale: .current)
        parts.languageComponents.languageCode = spoken.languageComponents.languageCode
        parts.numberingSystem = spoken.numberingSystem
        return Locale(components: parts)
    }

    /// Whether the app's language is written from right to left, whatever the phone's is.
    public var isFromTheRight: Bool { locale.language.characterDirection == .rightToLeft }

    /// Dates and times on the clock of a zone, in the app's language.
    public func moments(in timeZone: String) -> Moments {
        if let known = momentsByZone[timeZone] { return known }
        let moments = Moments(locale: locale, timeZone: timeZone, words: words)
        momentsByZone[timeZone] = moments
        return moments
    }

    /// Follows the homes until the task is cancelled.
    public func follow() async {
        guard let gatepass else { return }
        for await profiles in gatepass.profileList() { self.profiles = profiles }
    }

    public func profile(_ id: ProfileId?) -> ProfileView? {
        profiles?.first { $0.id == id }
    }

    /// Runs a command. What goes wrong is said in `problem`; it can be tried again from there.
    func run(_ command: @escaping @MainActor (Gatepass) async throws -> Void) async {
        dismissProblem()
        do throws(Problem) {
            try await ask(command)
        } catch {
            tell(error)
            if error.mayPass { retry = { [weak self] in await self?.run(command) } }
        }
    }

    /// Runs a command with an answer. What goes wrong is said in `problem`, and the answer is nil.
    func attempt<Answer: Sendable>(_ command: (Gatepass) async throws -> Answer) async -> Answer? {
        do throws(Problem) {
            return try await ask(command)
        } catch {
            tell(error)
            return nil
        }
    }

    func tell(_ problem: Problem) {
        self.problem = problem
        retry = nil
        phone.announce(problem.text)
    }

    public func dismissProblem() {
        problem = nil
        retry = nil
    }

    /// Runs a command; the caller tells the resident what goes wrong.
    @discardableResult
    func ask<Answer: Sendable>(_ command: (Gatepass) async throws -> Answer) async throws(Problem) -> Answer? {
        guard let gatepass else { return nil }
        do {
            return try await command(gatepass)
        } catch {
            throw Problem(error, in: words)
        }
    }

    // MARK: In front and behind

    public func becameActive() {
        gatepass?.setForeground(foreground: true)
    }

    public func wentToBackground() {
        gatepass?.setForeground(foreground: false)
        isLocked = preferences.appLock && phone.canLock
    }

    public func unlock() async {
        guard isLocked else { return }
        if await phone.unlock(reason: words.lock.reason) { isLocked = false }
    }

    /// A link from outside. What an invitation says is for the core to read; the widget's link only opens the app.
    public func open(_ url: URL) {
        if url.scheme == "gatepass", url.host() == "pass" { return }
        invitation = url.absoluteString
    }

    // MARK: Settings

    /// Speaks a language from now on; nil is the phone's.
    public func speak(_ chosen: String?) async {
        preferences.language = chosen
        guard let gatepass else { return }
        await run { try await $0.setLanguage(language: chosen) }
        language = gatepass.language()
        words = Words.of(language)
        momentsByZone = [:]
    }

    /// Forgets a home. What the building's server was not told is said.
    public func signOut(_ profile: ProfileId) async {
        let told = await attempt { try await $0.signOut(profile: profile) }
        if told == false { tell(Problem(text: words.settings.signOutServerNotTold)) }
    }
}
