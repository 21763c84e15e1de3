package org.gatepass.host

import androidx.compose.ui.graphics.ImageBitmap
import androidx.compose.ui.graphics.toComposeImageBitmap
import java.awt.Desktop
import java.awt.Toolkit
import java.awt.datatransfer.DataFlavor
import java.awt.datatransfer.StringSelection
import java.awt.datatransfer.UnsupportedFlavorException
import java.io.IOException
import java.net.URI
import java.nio.file.Files
import java.nio.file.Path
import java.time.Clock
import java.util.Locale
import java.util.Properties
import org.gatepass.ui.Region
import org.gatepass.ui.AppPreferences
import org.gatepass.ui.ScanResult
import org.gatepass.ui.Shareable
import org.gatepass.ui.Shell
import org.jetbrains.skia.Image

/** What a computer with a screen does for the app: it has a clipboard and a browser, but no camera and no share sheet. */
class DeskShell(private val folder: Path) : Shell {
    override fun region() = Region(Locale.getDefault(), hours24 = true, Clock.systemDefaultZone())

    override val remembered: AppPreferences = FilePreferences(folder.resolve("remembered.properties"))

    override val version: String = org.gatepass.core.libraryVersion()

    /** Text goes to the clipboard and a picture into the folder, for whatever app the resident likes. */
    override fun share(what: Shareable): Boolean {
        what.text?.let { copy(what.title, it) }
        what.png?.let {
            val picture = Files.write(Files.createDirectories(folder).resolve("shared.png"), it)
            println("The picture: $picture")
        }
        return true
    }

    override fun copy(label: String, text: String) = clipboard().setContents(StringSelection(text), null)

    override fun pasted(): String? = try {
        clipboard().getData(DataFlavor.stringFlavor) as? String
    } catch (_: UnsupportedFlavorException) {
        null
    } catch (_: IOException) {
        null
    }

    override fun brighten(on: Boolean) = Unit

    override val canScan: Boolean = false

    override suspend fun scan(title: String, explanation: String): ScanResult = ScanResult.Cancelled

    override fun canLock(): Boolean = false

    override suspend fun unlock(title: String, reason: String): Boolean = true

    override suspend fun askToNotify(): Boolean = false

    override fun openSettings() = Unit

    override fun open(url: String) {
        if (Desktop.isDesktopSupported()) Desktop.getDesktop().browse(URI(url)) else println(url)
    }

    override fun picture(bytes: ByteArray): ImageBitmap? = decoded(bytes)

    private fun clipboard() = Toolkit.getDefaultToolkit().systemClipboard

    companion object {
        /** A picture, or null where it is none. */
        fun decoded(bytes: ByteArray): ImageBitmap? = try {
            Image.makeFromEncoded(bytes).toComposeImageBitmap()
        } catch (_: IllegalArgumentException) {
            null
        }
    }
}

/** Settings in a file. */
private class FilePreferences(private val file: Path) : AppPreferences {
    private val all = Properties().apply { if (Files.exists(file)) Files.newBufferedReader(file).use(::load) }

    override var language: String?
        get() = all.getProperty("language")
        set(tag) = keep("language", tag)

    override var lock: Boolean
        get() = all.getProperty("lock").toBoolean()
        set(on) = keep("lock", on.toString())

    override var notifications: Boolean
        get() = all.getProperty("notifications").toBoolean()
        set(on) = keep("notifications", on.toString())

    private fun keep(name: String, value: String?) {
        if (value == null) all.remove(name) else all.setProperty(name, value)
        Files.createDirectories(file.parent)
        Files.newBufferedWriter(file).use { all.store(it, null) }
    }
}
