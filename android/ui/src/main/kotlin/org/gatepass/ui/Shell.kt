package org.gatepass.ui

import androidx.compose.ui.graphics.ImageBitmap
import java.time.Clock
import java.util.Locale

/** What only the phone can do, or the computer the app runs on. Called on the main thread. */
interface Shell {
    /** What the resident's settings outside the app say. */
    fun region(): Region

    /** What the app remembers of its own settings. */
    val remembered: AppPreferences

    /** The app's version. */
    val version: String

    /** Hands it to the app the resident chooses. False where there is none: nothing was shared then. */
    fun share(what: Shareable): Boolean

    /** To the clipboard. What opens doors is kept out of previews and histories where the phone can. */
    fun copy(label: String, text: String)

    /** From the clipboard. */
    fun pasted(): String?

    /** Full brightness, and no going dark, while a QR code is held to a camera. */
    fun brighten(on: Boolean)

    /** Whether there is a camera to scan with. */
    val canScan: Boolean

    /** Reads a QR code. */
    suspend fun scan(title: String, explanation: String): ScanResult

    /** Whether the phone can ask who holds it. */
    fun canLock(): Boolean

    /** Asks for face, finger or passcode; whether it was the resident. */
    suspend fun unlock(title: String, reason: String): Boolean

    /** Asks to be allowed to notify, where the phone wants that; whether it is allowed. */
    suspend fun askToNotify(): Boolean

    /** The phone's settings of this app. */
    fun openSettings()

    /** In a browser. */
    fun open(url: String)

    /** Reads a PNG or JPEG picture; null where it cannot be read. */
    fun picture(bytes: ByteArray): ImageBitmap?
}

/** How dates and times are written here. */
data class Region(
    val locale: Locale,
    /** Whether the day has 24 hours on this phone's clock, or twice twelve. */
    val hours24: Boolean,
    /** The phone's clock, and its zone. */
    val clock: Clock,
)

/** Settings of the app on this phone, kept over restarts. Nothing secret. */
interface AppPreferences {
    /** The language the resident chose, as a tag; null is the phone's. */
    var language: String?

    /** Whether the app asks who holds the phone. */
    var lock: Boolean

    /** Whether arrivals are told. */
    var notifications: Boolean
}

/** What is handed to another app: a text, a picture, or both. */
class Shareable(val title: String, val text: String?, val png: ByteArray? = null)

/** What came of scanning. */
sealed interface ScanResult {
    class Text(val text: String) : ScanResult
    data object Cancelled : ScanResult
    data object NotAllowed : ScanResult
}
