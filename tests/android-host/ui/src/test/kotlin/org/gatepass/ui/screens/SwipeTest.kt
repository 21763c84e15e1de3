package org.gatepass.ui.screens

import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.ui.geometry.Offset
import androidx.compose.ui.geometry.Size
import androidx.compose.ui.platform.LocalLayoutDirection
import androidx.compose.ui.semantics.SemanticsActions
import androidx.compose.ui.semantics.getOrNull
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.SkikoComposeUiTest
import androidx.compose.ui.test.hasTestTag
import androidx.compose.ui.test.isRoot
import androidx.compose.ui.test.onFirst
import androidx.compose.ui.test.performTouchInput
import androidx.compose.ui.test.swipeLeft
import androidx.compose.ui.test.swipeRight
import androidx.compose.ui.test.v2.runSkikoComposeUiTest
import androidx.compose.ui.unit.LayoutDirection
import kotlin.test.Test
import kotlin.test.assertEquals
import org.gatepass.core.PassHalf
import org.gatepass.core.PassRef
import org.gatepass.core.PassRow
import org.gatepass.ui.Speaking
import org.gatepass.ui.catalogue.aHome
import org.gatepass.ui.catalogue.pastRows
import org.gatepass.ui.catalogue.sampleLocalization
import org.gatepass.ui.catalogue.validRows
import org.gatepass.ui.passes.PassesActions
import org.gatepass.ui.passes.PassesScreen
import org.gatepass.ui.passes.PassesState
import org.gatepass.ui.theme.GatepassTheme

/** A row is swiped towards its start; the end of it then holds "delete", and "share" stands before that. */
@OptIn(ExperimentalTestApi::class)
class SwipeTest {
    private val asked = mutableListOf<String>()
    private val actions = object : PassesActions {
        override fun askToDelete(row: PassRow?) {
            asked += "delete ${row?.name}"
        }

        override fun share(pass: PassRef) {
            asked += "share ${pass.pass}"
        }

        override fun open(pass: PassRef) {
            asked += "open ${pass.pass}"
        }
    }

    @Test
    fun `from left to right it is swiped left`() = screen(LayoutDirection.Ltr) {
        first().performTouchInput { swipeLeft() }
        tapAtEnd(DELETE, fromLeft = false)
        first().performTouchInput { swipeLeft() }
        tapAtEnd(SHARE, fromLeft = false)
        assertEquals(listOf("delete Parcel", "share Parcel"), asked)
    }

    @Test
    fun `from right to left it is swiped right`() = screen(LayoutDirection.Rtl) {
        first().performTouchInput { swipeRight() }
        tapAtEnd(DELETE, fromLeft = true)
        first().performTouchInput { swipeRight() }
        tapAtEnd(SHARE, fromLeft = true)
        assertEquals(listOf("delete Parcel", "share Parcel"), asked)
    }

    @Test
    fun `what is not swiped opens, wherever it is tapped`() = screen(LayoutDirection.Ltr) {
        tapAtEnd(SHARE, fromLeft = false)
        assertEquals(listOf("open Parcel"), asked)
    }

    @Test
    fun `a screen reader is offered the same, and nothing for what is over`() {
        screen(LayoutDirection.Ltr) { assertEquals(listOf("Share", "Edit", "Delete"), offered()) }
        screen(LayoutDirection.Ltr, aHome.copy(half = PassHalf.INVALID, rows = pastRows)) { assertEquals(emptyList(), offered()) }
    }

    private fun screen(direction: LayoutDirection, state: PassesState = aHome.copy(rows = validRows), look: SkikoComposeUiTest.() -> Unit) =
        runSkikoComposeUiTest(Size(390f, 844f)) {
            setContent {
                GatepassTheme {
                    Speaking(sampleLocalization()) {
                        CompositionLocalProvider(LocalLayoutDirection provides direction) { PassesScreen(state, actions) }
                    }
                }
            }
            look()
        }

    private fun SkikoComposeUiTest.first() = onAllNodes(hasTestTag("passes.row")).onFirst()

    private fun SkikoComposeUiTest.offered(): List<String> =
        first().fetchSemanticsNode().config.getOrNull(SemanticsActions.CustomActions).orEmpty().map { it.label }

    /** Taps so far from the end of where the first row was before it moved. */
    private fun SkikoComposeUiTest.tapAtEnd(far: Float, fromLeft: Boolean) {
        waitForIdle()
        val row = first().fetchSemanticsNode()
        val y = row.positionInRoot.y + row.size.height / 2f
        onAllNodes(isRoot()).onFirst().performTouchInput {
            down(Offset(if (fromLeft) MARGIN + far else width - MARGIN - far, y))
            up()
        }
        waitForIdle()
    }

    private companion object {
        const val MARGIN = 16f
        const val DELETE = 44f
        const val SHARE = 132f
    }
}
