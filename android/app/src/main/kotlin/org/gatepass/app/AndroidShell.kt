package org.gatepass.app

import android.content.ActivityNotFoundException
import android.content.ClipData
import android.content.ClipDescription
import android.content.ClipboardManager
import android.content.Intent
import android.graphics.BitmapFactory
import android.net.Uri
import android.os.Build
import android.os.PersistableBundle
import android.provider.Settings
import android.text.format.DateFormat
import android.view.WindowManager
import androidx.compose.ui.graphics.ImageBitmap
import androidx.compose.ui.graphics.asImageBitmap
import java.time.Clock
import org.gatepass.ui.Region
import org.gatepass.ui.AppPreferences
import org.gatepass.ui.ScanResult
import org.gatepass.ui.Shareable
import org.gatepass.ui.Shell

/** What the screens ask of the phone. It outlives the activity, which is made anew when the phone is turned. */
class AndroidShell(private val app: GatepassApplication) : Shell {
    /** The window, while there is one. */
    var activity: MainActivity? = null

    override fun region() = Region(
        locale = app.resources.configuration.locales[0],
        hours24 = DateFormat.is24HourFormat(app),
        clock = Clock.systemDefaultZone(),
    )

    override val remembered: AppPreferences get() = app.remembered

    override val version: String
        get() = app.packageManager.getPackageInfo(app.packageName, 0).versionName.orEmpty()

    override fun share(what: Shareable): Boolean = start(ShareSheet(app).intent(what))

    override fun copy(label: String, text: String) {
        val clip = ClipData.newPlainText(label, text)
        // The constant is newer than the oldest phone; older ones do not look at it.
        clip.description.extras = PersistableBundle().apply { putBoolean(SENSITIVE, true) }
        clipboard().setPrimaryClip(clip)
    }

    override fun pasted(): String? =
        clipboard().primaryClip?.takeIf { it.itemCount > 0 }?.getItemAt(0)?.coerceToText(app)?.toString()

    override fun brighten(on: Boolean) {
        val window = activity?.window ?: return
        window.attributes = window.attributes.apply {
            screenBrightness = if (on) 1f else WindowManager.LayoutParams.BRIGHTNESS_OVERRIDE_NONE
        }
        val keep = WindowManager.LayoutParams.FLAG_KEEP_SCREEN_ON
        if (on) window.addFlags(keep) else window.clearFlags(keep)
    }

    override val canScan: Boolean get() = app.scanner.works

    /** The scanner has a screen of its own, with its own words. */
    override suspend fun scan(title: String, explanation: String): ScanResult = app.scanner.scan()

    override fun canLock(): Boolean = ScreenLock.isSetUp(app)

    override suspend fun unlock(title: String, reason: String): Boolean =
        activity?.let { ScreenLock(it).ask(title, reason) } ?: false

    override suspend fun askToNotify(): Boolean = activity?.askToNotify() ?: false

    override fun openSettings() {
        start(Intent(Settings.ACTION_APPLICATION_DETAILS_SETTINGS, Uri.fromParts("package", app.packageName, null)))
    }

    override fun open(url: String) {
        start(Intent(Intent.ACTION_VIEW, Uri.parse(url)))
    }

    override fun picture(bytes: ByteArray): ImageBitmap? =
        BitmapFactory.decodeByteArray(bytes, 0, bytes.size)?.asImageBitmap()

    /** From the window, or beside it; false where no app takes it. */
    private fun start(intent: Intent): Boolean = try {
        val window = activity
        if (window != null) window.startActivity(intent) else app.startActivity(intent.addFlags(Intent.FLAG_ACTIVITY_NEW_TASK))
        true
    } catch (_: ActivityNotFoundException) {
        false
    }

    private fun clipboard(): ClipboardManager = app.getSystemService(ClipboardManager::class.java)

    private companion object {
        val SENSITIVE = if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.TIRAMISU) {
            ClipDescription.EXTRA_IS_SENSITIVE
        } else {
            "android.content.extra.IS_SENSITIVE"
        }
    }
}
