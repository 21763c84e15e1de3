package org.gatepass.host

import java.lang.ref.WeakReference
import java.time.LocalDate
import java.time.LocalDateTime
import java.time.LocalTime
import kotlin.test.Test
import kotlin.test.assertContentEquals
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertIs
import kotlin.test.assertNotNull
import kotlin.test.assertNull
import kotlin.test.assertTrue
import kotlinx.coroutines.CoroutineStart
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import org.gatepass.bindings.FieldId
import org.gatepass.bindings.FieldProblem
import org.gatepass.bindings.FieldValue
import org.gatepass.bindings.GatepassException
import org.gatepass.bindings.InternalException
import org.gatepass.bindings.PassRef
import org.gatepass.bindings.PassType
import org.gatepass.bindings.ProbeRecord
import org.gatepass.bindings.ShellException
import org.gatepass.bindings.RowState
import org.gatepass.bindings.WizardEvent
import org.gatepass.bindings.WizardStep
import org.gatepass.bindings.libraryVersion
import org.gatepass.bindings.probeEvent
import org.gatepass.bindings.probeEventText
import org.gatepass.bindings.probeFail
import org.gatepass.bindings.probeFailLater
import org.gatepass.bindings.probeFill
import org.gatepass.bindings.probePanic
import org.gatepass.bindings.probePanicLater
import org.gatepass.bindings.probeRecord
import org.gatepass.bindings.probeRecordText
import org.gatepass.bindings.probeVault

/** The bindings' boundary, seen from Kotlin: every check of fixtures/boundary/checks.txt, against the real library. */
class BoundaryTest {
    @Test
    fun version() {
        assertEquals(3, libraryVersion().split(".").size)
    }

    @Test
    fun records() {
        val problem = FieldProblem(field = "server", code = "missing", text = "¿Cuál?")
        val full = ProbeRecord(
            text = "Zoë 🚪 עברית", perhaps = "", flag = true, number = UInt.MAX_VALUE, limit = 0u, large = Long.MIN_VALUE,
            bytes = byteArrayOf(0, 1, -2, -1), date = LocalDate.of(2028, 2, 29),
            minute = LocalDateTime.of(2026, 11, 22, 14, 20), time = LocalTime.of(23, 59),
            pass = "0198c0de-0000-7000-8000-000000000001", kinds = listOf(PassType.CUSTOM, PassType.ONE_TIME),
            problems = listOf(problem, problem),
        )
        val back = probeRecord(full)
        // Arrays are never equal.
        assertContentEquals(full.bytes, back.bytes)
        assertEquals(full, back.copy(bytes = full.bytes))
        assertEquals(
            "Zoë 🚪 עברית||true|4294967295|0|-9223372036854775808|0001feff|2028-02-29|2026-11-22T14:20|23:59|" +
                "0198c0de-0000-7000-8000-000000000001|Custom,OneTime|server/missing/¿Cuál?,server/missing/¿Cuál?",
            probeRecordText(full),
        )
        val bare = ProbeRecord(
            text = "", perhaps = null, flag = false, number = 0u, limit = null, large = Long.MAX_VALUE, bytes = null,
            date = LocalDate.of(1, 1, 1), minute = LocalDateTime.of(9999, 12, 31, 23, 59), time = LocalTime.MIDNIGHT,
            pass = "0198c0de-0000-7000-8000-000000000002", kinds = emptyList(), problems = emptyList(),
        )
        assertEquals(bare, probeRecord(bare))
        assertEquals(
            "|-|false|0|-|9223372036854775807|-|0001-01-01|9999-12-31T23:59|00:00|" +
                "0198c0de-0000-7000-8000-000000000002||",
            probeRecordText(bare),
        )
    }

    @Test
    fun enums() {
        val values = mapOf(
            "Text(3 characters)" to FieldValue.Text("Zoë"),
            "Choice(custom)" to FieldValue.Choice("custom"),
            "Toggle(tue)" to FieldValue.Toggle("tue"),
            "Choices([\"a\", \"b\"])" to FieldValue.Choices(listOf("a", "b")),
            "Everything" to FieldValue.Everything,
            "Time(14:20)" to FieldValue.Time(LocalTime.of(14, 20)),
            "Date(2026-11-22)" to FieldValue.Date(LocalDate.of(2026, 11, 22)),
            "Moment(2026-11-22T14:20)" to FieldValue.Moment(LocalDateTime.of(2026, 11, 22, 14, 20)),
            "Number(Some(9999))" to FieldValue.Number(9999u),
            "Number(None)" to FieldValue.Number(null),
        )
        val events = values.map { (text, value) ->
            "Set { field: Name, value: $text }" to WizardEvent.Set(FieldId.NAME, value)
        } + listOf(
            "Next" to WizardEvent.Next, "Back" to WizardEvent.Back, "Jump { step: Doors }" to WizardEvent.Jump(WizardStep.DOORS),
            "Finish" to WizardEvent.Finish, "Cancel" to WizardEvent.Cancel, "Shared" to WizardEvent.Shared,
        )
        for ((text, event) in events) {
            assertEquals(event, probeEvent(event))
            assertEquals(text, probeEventText(event))
        }
    }

    @Test
    fun errors() {
        for (variant in everyError.keys) {
            expect(variant, assertFailsWith<GatepassException> { probeFail(variant) })
        }
        probeFail("none of them")
    }

    @Test
    fun errorsLater() = runBlocking {
        for (variant in everyError.keys) {
            expect(variant, assertFailsWith<GatepassException> { probeFailLater(variant) })
        }
        probeFailLater("none of them")
    }

    @Test
    fun malformed() = runBlocking {
        Home.with { home -> assertNotNull(runCatching { home.app.pass(PassRef("nobody", "nothing")) }.exceptionOrNull()) }
        livesOn()
    }

    @Test
    fun panic() = runBlocking {
        assertFailsWith<InternalException> { probePanic() }
        livesOn()
    }

    @Test
    fun panicLater() = runBlocking {
        assertFailsWith<InternalException> { probePanicLater() }
        livesOn()
    }

    @Test
    fun vaultDeclared() = runBlocking {
        val vault = MemoryVault().apply { set("token", byteArrayOf(0, -1)) }
        assertContentEquals(byteArrayOf(0, -1), probeVault(vault, "token"))
        assertNull(probeVault(vault, "other"))
        val cannot = listOf(
            ShellException.Unavailable("locked"), ShellException.Refused("locked"), ShellException.Broken("locked"),
        )
        for (error in cannot) {
            val found = assertFailsWith<GatepassException.Vault> { probeVault(RefusingVault(error), "token") }
            assertTrue("locked" in found.reason, found.reason)
        }
    }

    @Test
    fun vaultUndeclared() = runBlocking {
        assertFailsWith<GatepassException.Vault> { probeVault(RefusingVault(IllegalStateException("what?")), "token") }
        livesOn()
    }

    @Test
    fun cancelledCommand() = runBlocking {
        Home.with(passes = 20u) { home ->
            for (row in home.rows()) {
                // Begun at once, and not done.
                val command = launch(start = CoroutineStart.UNDISPATCHED) { home.app.revoke(row.pass) }
                command.cancel()
                command.join()
            }
            until("every pass is revoked") { home.rows().all { it.state is RowState.Revoked } }
        }
    }

    @Test
    fun cycles() = runBlocking {
        val gone = mutableListOf<WeakReference<Lists>>()
        Home.inFolder { folder ->
            probeFill(folder.toString(), 3u)
            suspend fun cycle() = Home.open(folder).use { app ->
                val told = Lists()
                gone += WeakReference(told)
                app.observePasses(Home.everything, told).use { subscription ->
                    until("the first list") { told.sizes.isNotEmpty() }
                    subscription.cancel()
                }
            }
            repeat(100) { cycle() }
            System.gc()
            val before = Held.now()
            repeat(900) { cycle() }
            until("no listener is held") {
                System.gc()
                gone.count { it.get() != null } <= 1
            }
            if (before == null) return@inFolder
            // Threads of the last clients end by themselves.
            until("files and threads as before: $before") {
                val now = checkNotNull(Held.now())
                now.files <= before.files + 4 && now.threads <= before.threads + 16
            }
            val after = checkNotNull(Held.now())
            println("after 100 cycles: $before; after 1000: $after")
            assertTrue(after.megabytes - before.megabytes < 128, "$before before, $after after")
        }
    }

    private suspend fun livesOn() = Home.with(passes = 2u) { home -> assertEquals(2, home.rows().size) }

    private val everyError: Map<String, (GatepassException) -> Any> = mapOf(
        "Offline" to { error -> assertIs<GatepassException.Offline>(error).let { it.text to it.reason } },
        "SignedOut" to { error -> assertIs<GatepassException.SignedOut>(error).let { it.text to it.profile } },
        "Invalid" to { error -> assertIs<GatepassException.Invalid>(error).let { it.text to it.problems } },
        "NotAllowed" to { error -> assertIs<GatepassException.NotAllowed>(error).let { it.text to it.code } },
        "NotFound" to { error -> assertIs<GatepassException.NotFound>(error).let { it.text to it.reason } },
        "Conflict" to { error -> assertIs<GatepassException.Conflict>(error).let { it.text to it.reason } },
        "StorageNewer" to { error -> assertIs<GatepassException.StorageNewer>(error).let { it.text to REASON } },
        "StorageBroken" to { error -> assertIs<GatepassException.StorageBroken>(error).let { it.text to it.reason } },
        "Vault" to { error -> assertIs<GatepassException.Vault>(error).let { it.text to it.reason } },
        "Unreadable" to { error -> assertIs<GatepassException.Unreadable>(error).let { it.text to it.reason } },
        "NotPrepared" to { error -> assertIs<GatepassException.NotPrepared>(error).let { TEXT to it.reason } },
        "Internal" to { error -> assertIs<GatepassException.Internal>(error).let { it.text to it.reason } },
    )

    private fun expect(variant: String, error: GatepassException) {
        val fields = everyError.getValue(variant)(error)
        val wanted: Any = when (variant) {
            "SignedOut" -> TEXT to "00000000-0000-0000-0000-000000000007"
            "Invalid" -> TEXT to listOf(FieldProblem(field = "server", code = "missing", text = TEXT))
            "NotAllowed" -> TEXT to "passes_off"
            else -> TEXT to REASON
        }
        assertEquals(wanted, fields, variant)
    }

    private companion object {
        const val TEXT = "Für Sie"
        const val REASON = "for the log"
    }
}
