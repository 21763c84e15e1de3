package org.gatepass.host

import java.nio.file.Files
import java.nio.file.Path
import java.util.Collections
import kotlin.io.path.readText
import kotlin.time.Duration.Companion.milliseconds
import kotlinx.coroutines.delay
import org.gatepass.bindings.Config
import org.gatepass.bindings.Gatepass
import org.gatepass.bindings.PassHalf
import org.gatepass.bindings.PassList
import org.gatepass.bindings.PassListListener
import org.gatepass.bindings.PassQuery
import org.gatepass.bindings.PassRow
import org.gatepass.bindings.QuickPass
import org.gatepass.bindings.SecretVault
import org.gatepass.bindings.probeFill

/** Keeps secrets in memory. */
class MemoryVault : SecretVault {
    private val secrets = Collections.synchronizedMap(mutableMapOf<String, ByteArray>())

    override fun get(name: String): ByteArray? = secrets[name]

    override fun set(name: String, secret: ByteArray) {
        secrets[name] = secret
    }

    override fun remove(name: String) {
        secrets.remove(name)
    }
}

/** Can give no secret. */
class RefusingVault(private val error: Exception) : SecretVault {
    override fun get(name: String): ByteArray? = throw error

    override fun set(name: String, secret: ByteArray) = throw error

    override fun remove(name: String) = throw error
}

/** Keeps the number of rows of every list it was told, and on which thread. */
class Lists(private val then: () -> Unit = {}) : PassListListener {
    val sizes: MutableList<Int> = Collections.synchronizedList(mutableListOf())
    val threads: MutableSet<Thread> = Collections.synchronizedSet(mutableSetOf())

    override fun onPasses(list: PassList) {
        threads += Thread.currentThread()
        sizes += list.rows.size
        then()
    }
}

/** An app with passes of a resident whose server never answers, in a folder of its own. */
class Home(val app: Gatepass, private val profile: String) {
    suspend fun makePass() {
        app.quickPass(profile, QuickPass.GUEST_TODAY)
    }

    suspend fun rows(): List<PassRow> = app.passes(everything).rows

    companion object {
        val everything = PassQuery(profile = null, half = PassHalf.ALL, search = "", limit = 500u)

        suspend fun with(passes: UInt = 3u, body: suspend (Home) -> Unit) = inFolder { folder ->
            val profile = probeFill(folder.toString(), passes)
            open(folder).use { app -> body(Home(app, profile)) }
        }

        suspend fun open(folder: Path): Gatepass =
            Gatepass.open(Config(folder.toString(), null, false), MemoryVault(), DeskPlatform(listOf("en-US")))

        suspend fun inFolder(body: suspend (Path) -> Unit) {
            val folder = Files.createTempDirectory("gatepass-boundary")
            try {
                body(folder)
            } finally {
                folder.toFile().deleteRecursively()
            }
        }
    }
}

/** Waits until it is so; a minute is long enough for any machine. */
suspend fun until(what: String, isSo: suspend () -> Boolean) {
    repeat(6000) {
        if (isSo()) return
        delay(10.milliseconds)
    }
    throw AssertionError("never came to be: $what")
}

/** What the process holds: open files, threads, memory in MiB; nothing where the system does not tell. */
data class Held(val files: Int, val threads: Int, val megabytes: Long) {
    companion object {
        fun now(): Held? {
            val self = Path.of("/proc/self")
            if (!Files.exists(self)) return null
            val count = { name: String -> Files.list(self.resolve(name)).use { it.count().toInt() } }
            val pages = self.resolve("statm").readText().split(" ")[1].toLong()
            return Held(count("fd"), count("task"), pages * 4 / 1024)
        }
    }
}

