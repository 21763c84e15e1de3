// What only the phone can do. The app implements it with UIKit and its frameworks; tests and previews with less.

import Foundation

/// One thing handed to the share sheet.
public enum ShareItem: Equatable, Sendable {
    case text(String)
    case link(URL)
    /// A PNG picture with a title for the sheet.
    case picture(Data, title: String)
}

/// What a question to the resident came to.
public enum Permission: Equatable, Sendable {
    case granted
    case denied
}

@MainActor
public protocol Phone: AnyObject {
    /// Whether invitations can be scanned here: there is a camera.
    var canScan: Bool { get }
    /// Shows the camera until it reads a QR code. Nil when the resident closes it.
    func scanInvitation() async throws(CameraAccessDenied) -> String?
    /// Puts something secret into the clipboard, on this phone alone.
    func copy(_ text: String)
    /// Shows the share sheet; true if something was sent.
    func share(_ items: [ShareItem]) async -> Bool

    /// Brightens the screen for a camera that reads from it, and keeps it awake.
    func brighten()
    /// Undoes `brighten`.
    func dim()

    /// Whether the phone has a lock that the app can ask to be opened.
    var canLock: Bool { get }
    /// Asks for face, fingerprint or passcode.
    func unlock(reason: String) async -> Bool

    /// Asks, once in the life of the app, whether it may notify.
    func allowNotifications() async -> Permission
    /// Shows the app's page in the phone's settings.
    func openSettings()
    /// Reads a sentence out where a screen reader is on.
    func announce(_ sentence: String)
}

/// The resident does not let the app use the camera.
public struct CameraAccessDenied: Error {
    public init() {}
}
