// Looks who came, now and then, while the app is not on the screen.

import BackgroundTasks
import Foundation
import GatepassGlance
import GatepassKit
import UserNotifications
import WidgetKit

enum BackgroundRefresh {
    static let identifier = "org.gatepass.app.refresh"

    /// The system decides when; a quarter of an hour is the earliest.
    static func schedule() {
        let request = BGAppRefreshTaskRequest(identifier: identifier)
        request.earliestBeginDate = Date(timeIntervalSinceNow: 15 * 60)
        try? BGTaskScheduler.shared.submit(request)
    }

    @MainActor
    static func run() async {
        schedule()
        guard let session = await Launch.shared.open() else { return }
        for announcement in await Arrivals(session).fetch() { await post(announcement) }
        if let board = NextPassNoteStore() {
            await NextPassWriter(session, board: board) { WidgetCenter.shared.reloadAllTimelines() }.write()
        }
    }

    /// The resident has looked at the app: nothing in the log is news any more.
    @MainActor
    static func seen() async {
        guard case .open(let session) = Launch.shared.state else { return }
        await Arrivals(session).seen()
    }

    private static func post(_ announcement: Announcement) async {
        let content = UNMutableNotificationContent()
        content.title = announcement.title
        content.body = announcement.text
        content.sound = .default
        content.threadIdentifier = announcement.pass?.pass ?? "visits"
        let request = UNNotificationRequest(identifier: announcement.id, content: content, trigger: nil)
        try? await UNUserNotificationCenter.current().add(request)
    }
}
