// What the resident chose for this phone. Nothing secret.

import Foundation

@MainActor
public final class Preferences {
    private let store: UserDefaults
    public init(store: UserDefaults = .standard) { self.store = store }

    /// The tag of the chosen language; nil is the phone's.
    public var language: String? {
        get { store.string(forKey: "language") }
        set { store.set(newValue, forKey: "language") }
    }
    public var appLock: Bool {
        get { store.bool(forKey: "appLock") }
        set { store.set(newValue, forKey: "appLock") }
    }
    public var notifications: Bool {
        get { store.bool(forKey: "notifications") }
        set { store.set(newValue, forKey: "notifications") }
    }
}
