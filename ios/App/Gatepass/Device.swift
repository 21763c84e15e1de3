// What the screens borrow from the phone.

import GatepassKit
import LocalAuthentication
import UIKit
import UserNotifications

@MainActor
final class Device: Phone {
    private var brightness: CGFloat?

    // MARK: Camera

    var canScan: Bool { Scanner.isSupported }

    func scanInvitation() async throws(CameraAccessDenied) -> String? {
        guard await Scanner.isAllowed() else { throw CameraAccessDenied() }
        guard let presenter else { return nil }
        return await Scanner.read(over: presenter, Launch.shared.session?.words ?? Words.of(Launch.language))
    }

    // MARK: Sending

    func copy(_ text: String) {
        // What opens a door does not travel to the resident's other devices, and does not stay.
        UIPasteboard.general.setItems(
            [["public.utf8-plain-text": text]],
            options: [.localOnly: true, .expirationDate: Date.now.addingTimeInterval(10 * 60)])
    }

    func share(_ items: [ShareItem]) async -> Bool {
        guard let presenter else { return false }
        return await ShareSheet.show(items, over: presenter)
    }

    // MARK: Screen

    private var screen: UIScreen? { (presenter?.view.window?.windowScene)?.screen }

    func brighten() {
        guard let screen, brightness == nil else { return }
        brightness = screen.brightness
        screen.brightness = 1
        UIApplication.shared.isIdleTimerDisabled = true
    }

    func dim() {
        guard let brightness else { return }
        screen?.brightness = brightness
        self.brightness = nil
        UIApplication.shared.isIdleTimerDisabled = false
    }

    func announce(_ sentence: String) {
        AccessibilityNotification.Announcement(sentence).post()
    }

    // MARK: Lock

    var canLock: Bool { LAContext().canEvaluatePolicy(.deviceOwnerAuthentication, error: nil) }

    func unlock(reason: String) async -> Bool {
        (try? await LAContext().evaluatePolicy(.deviceOwnerAuthentication, localizedReason: reason)) == true
    }

    // MARK: Settings

    func allowNotifications() async -> Permission {
        let allowed = try? await UNUserNotificationCenter.current().requestAuthorization(options: [.alert, .sound])
        return allowed == true ? .granted : .denied
    }

    func openSettings() {
        guard let url = URL(string: UIApplication.openSettingsURLString) else { return }
        UIApplication.shared.open(url)
    }

    /// The screen that is on top.
    private var presenter: UIViewController? {
        let scenes = UIApplication.shared.connectedScenes.compactMap { $0 as? UIWindowScene }
        var top = scenes.first { $0.activationState == .foregroundActive }?.keyWindow?.rootViewController
        while let next = top?.presentedViewController { top = next }
        return top
    }
}
