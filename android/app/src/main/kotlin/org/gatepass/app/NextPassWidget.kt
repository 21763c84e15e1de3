package org.gatepass.app

import android.app.PendingIntent
import android.appwidget.AppWidgetManager
import android.appwidget.AppWidgetProvider
import android.content.ComponentName
import android.content.Context
import android.view.View
import android.widget.RemoteViews
import kotlinx.coroutines.launch
import org.gatepass.core.GatepassException
import org.gatepass.core.NextPass
import org.gatepass.ui.Localization

/** The pass a guest will use next, on the home screen. Its name and when it opens; nothing that opens a door. */
class NextPassWidget : AppWidgetProvider() {
    override fun onUpdate(context: Context, manager: AppWidgetManager, widgets: IntArray) {
        val app = context.applicationContext as GatepassApplication
        val result = goAsync()
        app.scope.launch {
            try {
                renew(app)
            } finally {
                result.finish()
            }
        }
    }

    companion object {
        /** Draws every one of them anew. */
        suspend fun renew(app: GatepassApplication) {
            val manager = AppWidgetManager.getInstance(app)
            val widgets = manager.getAppWidgetIds(ComponentName(app, NextPassWidget::class.java))
            if (widgets.isEmpty()) return
            val client = app.client()
            val next = try {
                client.nextPass()
            } catch (_: GatepassException) {
                return
            }
            manager.updateAppWidget(widgets, drawn(app, next, Localization(client.language(), app.shell.region())))
        }

        private fun drawn(app: GatepassApplication, next: NextPass?, speech: Localization): RemoteViews {
            // On a locked app's widget passes are nobody's business.
            val shown = next.takeUnless { app.remembered.lock }
            val quick = speech.words.quick
            val open = shown?.let { LaunchIntents.toPass(app, it.row.pass) } ?: LaunchIntents.toApp(app)
            val flags = PendingIntent.FLAG_IMMUTABLE or PendingIntent.FLAG_UPDATE_CURRENT
            return RemoteViews(app.packageName, R.layout.next_pass_widget).apply {
                setTextViewText(R.id.widget_title, quick.nextPass)
                setTextViewText(R.id.widget_name, shown?.row?.name ?: if (next == null) quick.noPass else quick.openApp)
                setTextViewText(R.id.widget_when, shown?.let { speech.formats.opening(it.opening, it.row.timeZone) }
                    ?.let { "${it.day}, ${it.times}" })
                setViewVisibility(R.id.widget_when, if (shown == null) View.GONE else View.VISIBLE)
                setOnClickPendingIntent(R.id.widget, PendingIntent.getActivity(app, 0, open, flags))
            }
        }
    }
}
