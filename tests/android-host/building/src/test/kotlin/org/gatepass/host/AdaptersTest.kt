package org.gatepass.host

import java.nio.file.Path
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertFalse
import kotlin.test.assertNotNull
import kotlin.test.assertNull
import kotlin.test.assertTrue
import kotlin.time.Duration.Companion.minutes
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withContext
import kotlinx.coroutines.withTimeout
import org.gatepass.core.CommonStepOfMessage
import org.gatepass.core.Config
import org.gatepass.core.EntryFilter
import org.gatepass.core.EntryQuery
import org.gatepass.core.Gatepass
import org.gatepass.core.InvalidFailure
import org.gatepass.core.NotAllowedFailure
import org.gatepass.core.NotFoundFailure
import org.gatepass.core.OfflineFailure
import org.gatepass.core.PassAction
import org.gatepass.core.PassHalf
import org.gatepass.core.PassQuery
import org.gatepass.core.PassRef
import org.gatepass.core.QuickPass
import org.gatepass.core.SealedVault
import org.gatepass.core.followEntries
import org.gatepass.core.followNotices
import org.gatepass.core.followPass
import org.gatepass.core.followPasses
import org.gatepass.core.followProfiles
import org.gatepass.core.followSync
import org.gatepass.core.followWizard
import org.gatepass.core.problems
import org.gatepass.core.said
import org.gatepass.core.say
import org.gatepass.core.wordsIn
import org.gatepass.core.worthRetrying
import org.junit.jupiter.api.io.TempDir

/** The adapters over the real library, against the real service. */
class AdaptersTest {
    @TempDir
    lateinit var folder: Path

    private val everything = PassQuery(profile = null, half = PassHalf.ALL, search = "", limit = 50u)

    @Test
    fun `flows begin with the value now, follow what the server says, and end with their collector`() = play {
        Building.open().use { building ->
            open().use { gatepass ->
                assertEquals(emptyList(), gatepass.followProfiles().first())
                assertEquals(emptyList(), gatepass.followPasses(everything).first().rows)
                gatepass.activate(building.invitation.message, null)
                assertEquals("Elm House", gatepass.followProfiles().first { it.isNotEmpty() }.single().site)

                val synced = async { gatepass.followPasses(everything).first { it.rows.any { row -> PassAction.SHARE in row.actions } } }
                val made = gatepass.quickPass(null, QuickPass.COURIER_TODAY)
                assertNotNull(gatepass.followPass(made).first { it != null })
                gatepass.setForeground(true)
                assertEquals(made, synced.await().rows.single().pass)

                val came = async { gatepass.followEntries(EntryQuery(null, null, EntryFilter.ALL, 50u)).first { it.rows.isNotEmpty() } }
                val qr = checkNotNull(gatepass.share(made, null).qrText)
                assertEquals("granted", building.present("qr", qr, "Street door").decision)
                assertEquals(made, came.await().rows.single().pass)

                assertEquals(0u, gatepass.followSync().first { it.waiting == 0u }.waiting)
                assertEquals(emptyList(), gatepass.followNotices().first())
                val screen = gatepass.startWizard(null)
                assertEquals(screen.view.title, gatepass.followWizard(screen.draft).first().view.title)
            }
        }
    }

    @Test
    fun `a pass that is nowhere is followed as gone`() = play {
        Building.open().use { building ->
            open().use { gatepass ->
                val profile = gatepass.activate(building.invitation.link, null)
                val nowhere = PassRef(profile.id, "01a202f4-5c46-7c4f-bd29-892c0ea27ed3")
                assertNull(gatepass.followPass(nowhere).first())
                assertFailsWith<NotFoundFailure> { gatepass.pass(nowhere) }
            }
        }
    }

    @Test
    fun `a hundred collectors that leave at once leave nothing behind`() = play {
        open().use { gatepass ->
            val collectors = List(100) { launch { gatepass.followPasses(everything).collect {} } }
            gatepass.followPasses(everything).first()
            collectors.forEach { it.cancel() }
            collectors.forEach { it.join() }
            assertEquals(emptyList(), gatepass.followPasses(everything).first().rows)
        }
    }

    @Test
    fun `failures speak the resident's language and say whether trying again helps`() = play {
        Building.open().use { building ->
            open().use { gatepass ->
                gatepass.setLanguage("es")
                val words = wordsIn("es")
                val mistyped = assertFailsWith<InvalidFailure> { gatepass.activate("nobody's", building.base) }
                assertEquals("Esta invitación ya no es válida o está mal escrita. Pide una nueva.", mistyped.said(words))
                assertEquals(listOf("invitation"), mistyped.problems.map { it.field })
                assertFalse(mistyped.worthRetrying)
                val serverMissing = assertFailsWith<InvalidFailure> { gatepass.activate(building.invitation.code, null) }
                assertEquals(listOf("server"), serverMissing.problems.map { it.field })
                building.down()
                val offline = assertFailsWith<OfflineFailure> { gatepass.activate(building.invitation.link, null) }
                assertEquals(words.errors.offline, offline.said(words))
                assertTrue(offline.worthRetrying)
            }
        }
    }

    @Test
    fun `a deletion that the building knows cannot be taken back, and that is said`() = play {
        Building.open().use { building ->
            open().use { gatepass ->
                gatepass.setLanguage("es")
                gatepass.activate(building.invitation.link, null)
                val pass = gatepass.quickPass(null, QuickPass.COURIER_TODAY)
                gatepass.syncNow()
                gatepass.revoke(pass)
                gatepass.syncNow()
                val late = assertFailsWith<NotAllowedFailure> { gatepass.undoRevoke(pass) }
                val said = "Ya es tarde para recuperar este pase, lo sentimos. Puedes crear uno nuevo cuando quieras."
                assertEquals(said, late.said(wordsIn("es")))
            }
        }
    }

    @Test
    fun `a client opened again knows its profile, and without its key it is signed out`() = play {
        Building.open().use { building ->
            open().use { it.activate(building.invitation.link, null) }
            open().use { assertTrue(it.profiles().single().signedIn) }
            key.forget()
            open().use { gatepass ->
                gatepass.syncNow()
                assertFalse(gatepass.followProfiles().first { !it.single().signedIn }.single().signedIn)
            }
        }
    }

    @Test
    fun `texts that take arguments are said in the language of the others`() {
        assertEquals("Paso 2 de 3", wordsIn("es").say(CommonStepOfMessage(2u, 3u)))
    }

    private val key by lazy { FileKey(folder.resolve("key")) }

    private suspend fun open(): Gatepass {
        val vault = SealedVault(folder.resolve("vault"), key)
        return Gatepass.open(Config(folder.resolve("data").toString(), "en", false), vault, DeskPlatform())
    }

    private fun play(story: suspend kotlinx.coroutines.CoroutineScope.() -> Unit) = runBlocking {
        withContext(Dispatchers.Default) { withTimeout(2.minutes, story) }
    }
}
