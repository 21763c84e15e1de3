package org.gatepass.ui.screens

import androidx.compose.runtime.Composable
import androidx.compose.ui.geometry.Size
import androidx.compose.ui.semantics.SemanticsActions
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.semantics.getOrNull
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.SkikoComposeUiTest
import androidx.compose.ui.test.hasContentDescription
import androidx.compose.ui.test.hasTestTag
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.onFirst
import androidx.compose.ui.test.v2.runSkikoComposeUiTest
import java.nio.file.Files
import java.time.Instant
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertTrue
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonNull
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive
import org.gatepass.core.Badge
import org.gatepass.core.DeletedHereNote
import org.gatepass.core.ExpiredState
import org.gatepass.core.GuestKind
import org.gatepass.core.NotOnServerNote
import org.gatepass.core.OpenState
import org.gatepass.core.OpensAgainState
import org.gatepass.core.OpensState
import org.gatepass.core.OverNote
import org.gatepass.core.PassAction
import org.gatepass.core.PassDetails
import org.gatepass.core.PassNote
import org.gatepass.core.PassRef
import org.gatepass.core.PassRow
import org.gatepass.core.PassType
import org.gatepass.core.PassesUsesLeftMessage
import org.gatepass.core.RefusedNote
import org.gatepass.core.RevokedState
import org.gatepass.core.RowState
import org.gatepass.core.UsedUpState
import org.gatepass.core.WaitingNote
import org.gatepass.core.say
import org.gatepass.host.top
import org.gatepass.ui.Speaking
import org.gatepass.ui.catalogue.aHome
import org.gatepass.ui.catalogue.sampleLocalization
import org.gatepass.ui.pass.PassActions
import org.gatepass.ui.pass.PassScreen
import org.gatepass.ui.pass.PassState
import org.gatepass.ui.passes.PassesActions
import org.gatepass.ui.passes.PassesScreen
import org.gatepass.ui.passes.marks
import org.gatepass.ui.passes.standing
import org.gatepass.ui.theme.GatepassTheme

/** The golden rows of `fixtures/app/rows.json`, which are what the core says: each is drawn, all of it and nothing else. */
@OptIn(ExperimentalTestApi::class)
class RowsTest {
    private val speech = sampleLocalization()
    private val words = speech.words
    private val golden = Json.parseToJsonElement(Files.readString(top.resolve("fixtures/app/rows.json"))).jsonArray
        .map { it.jsonObject }

    @Test
    fun `every row says and offers what the core says`() {
        assertTrue(golden.size > 20)
        for (one in golden) {
            val row = row(one)
            drawn({ PassesScreen(aHome.copy(rows = listOf(row)), object : PassesActions {}) }) {
                val node = onAllNodes(hasTestTag("passes.row")).onFirst().fetchSemanticsNode()
                val said = listOf(row.name, row.standing(words, speech.formats)) + row.marks(words, speech.formats).map { it.text }
                assertEquals(said, node.config.getOrNull(SemanticsProperties.Text).orEmpty().map { it.text }, row.name)
                assertEquals(row.actions.map(::nameOf), node.config.getOrNull(SemanticsActions.CustomActions).orEmpty().map { it.label }, row.name)
            }
            assertEquals(row.badges.size + listOfNotNull(row.usesLeft).size, row.marks(words, speech.formats).size, row.name)
            row.usesLeft?.let { left ->
                assertEquals(words.say(PassesUsesLeftMessage(left)), row.marks(words, speech.formats).last().text, row.name)
            }
        }
    }

    @Test
    fun `every pass offers and notes what the core says`() {
        for (one in golden) {
            val row = row(one)
            val notes = one.names("notes").map(::note)
            drawn({ PassScreen(PassState(details(row, notes)), object : PassActions {}) }) {
                val offered = mapOf(
                    PassAction.SHARE to there(hasTestTag("pass.share")),
                    PassAction.EDIT to there(hasContentDescription(words.pass.edit)),
                    PassAction.DELETE to there(hasContentDescription(words.common.moreActions)),
                    PassAction.UNDO_DELETE to there(hasText(words.common.undo)),
                    PassAction.RETRY to there(hasText(words.common.retry)),
                    PassAction.DISCARD to there(hasText(words.pass.discard)),
                )
                assertEquals(row.actions.toSet(), offered.filterValues { it }.keys, row.name)
                assertEquals(OverNote in notes, there(hasText(words.pass.overText)), row.name)
                assertEquals(WaitingNote in notes, there(hasText(words.pass.waitingText)), row.name)
                assertEquals(NotOnServerNote in notes, there(hasText(words.pass.notOnServerText)), row.name)
            }
        }
    }

    private fun drawn(screen: @Composable () -> Unit, look: SkikoComposeUiTest.() -> Unit) =
        runSkikoComposeUiTest(Size(390f, 2000f)) {
            setContent { GatepassTheme { Speaking(speech) { screen() } } }
            look()
        }

    private fun SkikoComposeUiTest.there(what: androidx.compose.ui.test.SemanticsMatcher) =
        onAllNodes(what).fetchSemanticsNodes().isNotEmpty()

    private fun nameOf(action: PassAction): String = when (action) {
        PassAction.SHARE -> words.common.share
        PassAction.EDIT -> words.common.edit
        PassAction.DELETE -> words.common.delete
        PassAction.UNDO_DELETE -> words.common.undo
        PassAction.RETRY -> words.common.retry
        PassAction.DISCARD -> words.pass.discard
    }

    private fun row(golden: JsonObject): PassRow {
        val name = golden.getValue("pass").jsonPrimitive.content
        val left = golden.getValue("uses_left").takeUnless { it is JsonNull }?.jsonPrimitive?.content?.toUInt()
        return PassRow(
            PassRef("home", name), name, GuestKind.GUEST, state(golden.getValue("state").jsonObject), "America/New_York", left,
            golden.names("badges").map { Badge.valueOf(it.uppercase()) },
            golden.names("actions").map { PassAction.valueOf(it.uppercase()) },
        )
    }

    private fun details(row: PassRow, notes: List<PassNote>) = PassDetails(
        row, notes, PassType.FULL_DAY, comment = "", validity = "All day", openings = emptyList(), used = 0u, limit = null,
        perDay = null, doors = emptyList(), identifiers = emptyList(), notEditableBecause = null, createdAt = Instant.EPOCH,
    )

    private fun JsonObject.names(field: String): List<String> = getValue(field).jsonArray.map { it.jsonPrimitive.content }

    private fun state(golden: JsonObject): RowState {
        fun at(field: String) = Instant.parse(golden.getValue(field).jsonPrimitive.content)
        return when (val name = golden.getValue("is").jsonPrimitive.content) {
            "open" -> OpenState(at("until"))
            "opens" -> OpensState(at("at"))
            "opens_again" -> OpensAgainState(at("at"))
            "used_up" -> UsedUpState
            "expired" -> ExpiredState
            "revoked" -> RevokedState(at("at"))
            else -> error("a state this suite has not heard of: $name")
        }
    }

    private fun note(name: String): PassNote = when (name) {
        "refused" -> RefusedNote("Too far ahead.")
        "not_on_server" -> NotOnServerNote
        "waiting" -> WaitingNote
        "deleted_here" -> DeletedHereNote
        "over" -> OverNote
        else -> error("a note this suite has not heard of: $name")
    }
}
