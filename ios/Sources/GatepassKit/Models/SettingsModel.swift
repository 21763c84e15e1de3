// What the resident chooses for this phone.

import Observation

@MainActor
@Observable
public final class SettingsModel {
    public private(set) var appLock: Bool
    public private(set) var notifications: Bool
    /// The phone does not let the app notify.
    public private(set) var notificationsDenied = false

    public let session: Session

    public init(_ session: Session) {
        self.session = session
        appLock = session.preferences.appLock
        notifications = session.preferences.notifications
    }

    public var canLock: Bool { session.phone.canLock }

    /// Switches the lock; the resident has to open it once, so that nobody locks themselves out.
    public func lock(_ on: Bool) async {
        if on {
            guard await session.phone.unlock(reason: session.words.lock.reason) else { return }
        }
        session.preferences.appLock = on
        appLock = on
    }

    public func notify(_ on: Bool) async {
        let granted = on ? await session.phone.allowNotifications() == .granted : false
        notificationsDenied = on && !granted
        session.preferences.notifications = granted
        notifications = granted
    }

    /// The tag of the chosen language; nil is the phone's.
    public var language: String? { session.preferences.language }
}
