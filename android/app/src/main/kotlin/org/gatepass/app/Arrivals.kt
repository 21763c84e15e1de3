package org.gatepass.app

import android.app.Notification
import android.app.NotificationChannel
import android.app.NotificationManager
import android.app.PendingIntent
import org.gatepass.core.EntryEvent
import org.gatepass.core.EntryRow
import org.gatepass.core.Gatepass
import org.gatepass.core.NotificationsArrivedTextMessage
import org.gatepass.core.NotificationsArrivedTitleMessage
import org.gatepass.core.NotificationsRefusedTextMessage
import org.gatepass.core.NotificationsRefusedTitleMessage
import org.gatepass.core.say
import org.gatepass.ui.Localization
import org.gatepass.ui.activity.name

/** Tells who came while nobody looked. */
class Arrivals(private val app: GatepassApplication) {
    /** The resident looks at the app: nothing in the log is news any more. */
    suspend fun seen(client: Gatepass) = client.logSeen()

    /** Tells what the resident has not been told of yet. */
    suspend fun tell(client: Gatepass) {
        val news = client.news()
        client.newsTold(news.map { it.entry })
        val manager = app.getSystemService(NotificationManager::class.java)
        if (!app.remembered.notifications || !manager.areNotificationsEnabled()) return
        val speech = Localization(client.language(), app.shell.region())
        val channel = speech.words.notifications.channel
        manager.createNotificationChannel(NotificationChannel(CHANNEL, channel, NotificationManager.IMPORTANCE_DEFAULT))
        news.forEach { manager.notify(it.entry.entry, 0, notification(it, speech)) }
    }

    private fun notification(row: EntryRow, speech: Localization): Notification {
        val words = speech.words
        val guest = row.guest.name(words) ?: row.text
        val (title, text) = when (row.event) {
            EntryEvent.ARRIVED -> NotificationsArrivedTitleMessage(guest) to
                NotificationsArrivedTextMessage(row.door, speech.formats.time(row.at, row.timeZone))
            EntryEvent.REFUSED, EntryEvent.OPENED, EntryEvent.OPENED_AGAIN, EntryEvent.OPENED_BY_MANAGER, EntryEvent.NOT_HANDLED ->
                NotificationsRefusedTitleMessage(guest) to NotificationsRefusedTextMessage(row.door, row.text)
        }
        val open = row.pass?.let { LaunchIntents.toPass(app, it) } ?: LaunchIntents.toApp(app)
        return Notification.Builder(app, CHANNEL)
            .setSmallIcon(R.drawable.ic_notification)
            .setContentTitle(words.say(title))
            .setContentText(words.say(text))
            .setWhen(row.at.toEpochMilli())
            .setShowWhen(true)
            .setAutoCancel(true)
            .setCategory(Notification.CATEGORY_STATUS)
            .setContentIntent(PendingIntent.getActivity(app, row.entry.entry.hashCode(), open, PendingIntent.FLAG_IMMUTABLE))
            .build()
    }

    private companion object {
        const val CHANNEL = "arrivals"
    }
}
