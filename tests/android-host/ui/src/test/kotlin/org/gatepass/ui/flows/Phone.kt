package org.gatepass.ui.flows

import androidx.compose.ui.graphics.ImageBitmap
import java.nio.file.Files
import java.nio.file.Path
import java.time.Clock
import java.time.ZoneId
import java.util.Locale
import java.util.concurrent.CopyOnWriteArrayList
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.SupervisorJob
import kotlinx.coroutines.cancel
import kotlinx.coroutines.runBlocking
import org.gatepass.core.Config
import org.gatepass.core.Gatepass
import org.gatepass.core.Platform
import org.gatepass.core.SealedVault
import org.gatepass.host.DeskShell
import org.gatepass.host.FileKey
import org.gatepass.ui.AppModel
import org.gatepass.ui.Region
import org.gatepass.ui.AppPreferences
import org.gatepass.ui.ScanResult
import org.gatepass.ui.Shareable
import org.gatepass.ui.Shell

/** The building's zone; the resident is at home. */
private val newYork = ZoneId.of("America/New_York")

/** A resident's phone with the app: real data, real library, and a shell that notes what it was asked for. */
class Phone : AutoCloseable {
    private val folder: Path = Files.createTempDirectory("gatepass-phone")
    val shell = NotingShell()
    private var scope = CoroutineScope(SupervisorJob() + Dispatchers.Default.limitedParallelism(1))
    val client: Gatepass = runBlocking {
        val vault = SealedVault(folder.resolve("vault"), FileKey(folder.resolve("key")))
        Gatepass.open(Config(folder.resolve("data").toString(), null, false), vault, AnasPhone)
    }
    val app = AppModel(client, shell, scope)

    override fun close() {
        scope.cancel()
        client.close()
        folder.toFile().deleteRecursively()
    }
}

private object AnasPhone : Platform {
    override fun locales(): List<String> = listOf("en-US")
    override fun deviceName(): String = "Ana's phone"
    override fun timeZone(): String = newYork.id
}

/** Does nothing but note it. */
class NotingShell : Shell {
    val shared = CopyOnWriteArrayList<Shareable>()
    val copied = CopyOnWriteArrayList<String>()
    val bright = CopyOnWriteArrayList<Boolean>()

    /** What the clipboard holds. */
    @Volatile var clipboard: String? = null

    /** What the camera sees. */
    @Volatile var scanned: ScanResult = ScanResult.Cancelled

    /** Whether it is the resident who holds the phone. */
    @Volatile var resident = true

    override fun region() = Region(Locale.US, hours24 = true, Clock.system(newYork))

    override val remembered = object : AppPreferences {
        override var language: String? = null
        override var lock: Boolean = false
        override var notifications: Boolean = false
    }

    override val version: String = "0.1.0"

    override fun share(what: Shareable): Boolean = shared.add(what)

    override fun copy(label: String, text: String) {
        copied.add(text)
    }

    override fun pasted(): String? = clipboard

    override fun brighten(on: Boolean) {
        bright.add(on)
    }

    override val canScan: Boolean = true

    override suspend fun scan(title: String, explanation: String): ScanResult = scanned

    override fun canLock(): Boolean = true

    override suspend fun unlock(title: String, reason: String): Boolean = resident

    override suspend fun askToNotify(): Boolean = true

    override fun openSettings() = Unit

    override fun open(url: String) = Unit

    override fun picture(bytes: ByteArray): ImageBitmap? = DeskShell.decoded(bytes)
}
