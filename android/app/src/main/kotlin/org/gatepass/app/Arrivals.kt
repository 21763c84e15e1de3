package org.gatepass.app

import android.app.Notification
import android.app.NotificationChannel
import android.app.NotificationManager
import android.app.PendingIntent
import org.gatepass.core.Decision
import org.gatepass.core.EntryQuery
import org.gatepass.core.EntryRow
import org.gatepass.core.Gatepass
import org.gatepass.core.with
import org.gatepass.ui.Speech

/** Tells who came while nobody looked. */
class Arrivals(private val app: GatepassApplication) {
    /** Notes what is there as seen: the resident looks at the app. */
    suspend fun seen(client: Gatepass) {
        app.remembered.lastTold = mark(newest(client))
    }

    /** Tells what is new since then. */
    suspend fun tell(client: Gatepass) {
        val rows = newest(client)
        val last = app.remembered.lastTold
        val fresh = rows.takeWhile { it.entry.entry != last }
        app.remembered.lastTold = mark(rows)
        val manager = app.getSystemService(NotificationManager::class.java)
        // The first time there is nothing to compare with, and a whole log would be told.
        if (last == null || !app.remembered.notifications || !manager.areNotificationsEnabled()) return
        val speech = Speech(client.language(), app.shell.region())
        val channel = speech.words.notifications.channel
        manager.createNotificationChannel(NotificationChannel(CHANNEL, channel, NotificationManager.IMPORTANCE_DEFAULT))
        fresh.filter { it.pass != null && (it.arrival || it.decision == Decision.DENIED) }
            .reversed()
            .forEach { manager.notify(it.entry.entry, 0, notification(it, speech)) }
    }

    // An empty log is remembered, too: then the first guest of all is news.
    private fun mark(rows: List<EntryRow>): String = rows.firstOrNull()?.entry?.entry.orEmpty()

    private suspend fun newest(client: Gatepass): List<EntryRow> = client.entries(EntryQuery(null, null, 20u)).rows

    private fun notification(row: EntryRow, speech: Speech): Notification {
        val says = speech.words.notifications
        val guest = row.passName ?: speech.words.activity.unknownGuest
        val title = if (row.arrival) says.arrivedTitle else says.refusedTitle
        val text = if (row.arrival) {
            says.arrivedText.with(row.door, speech.formats.time(row.at, row.timeZone))
        } else {
            says.refusedText.with(row.door, row.text)
        }
        val open = row.pass?.let { Ways.toPass(app, it) } ?: Ways.toApp(app)
        return Notification.Builder(app, CHANNEL)
            .setSmallIcon(R.drawable.ic_notification)
            .setContentTitle(title.with(guest))
            .setContentText(text)
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
