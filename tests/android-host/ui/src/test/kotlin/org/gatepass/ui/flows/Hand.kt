package org.gatepass.ui.flows

import androidx.compose.ui.semantics.SemanticsActions
import androidx.compose.ui.semantics.getOrNull
import androidx.compose.ui.geometry.Size
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.SemanticsMatcher
import androidx.compose.ui.test.SemanticsNodeInteraction
import androidx.compose.ui.test.SkikoComposeUiTest
import androidx.compose.ui.test.hasAnyAncestor
import androidx.compose.ui.test.hasClickAction
import androidx.compose.ui.test.hasContentDescription
import androidx.compose.ui.test.hasScrollToNodeAction
import androidx.compose.ui.test.hasSetTextAction
import androidx.compose.ui.test.hasTestTag
import androidx.compose.ui.test.hasText
import androidx.compose.ui.test.isDialog
import androidx.compose.ui.test.isEnabled
import androidx.compose.ui.test.isRoot
import androidx.compose.ui.test.onFirst
import androidx.compose.ui.test.performClick
import androidx.compose.ui.test.performCustomAccessibilityActionWithLabel
import androidx.compose.ui.test.performScrollTo
import androidx.compose.ui.test.performScrollToNode
import androidx.compose.ui.test.performTextReplacement
import androidx.compose.ui.test.printToString
import androidx.compose.ui.test.v2.runSkikoComposeUiTest
import org.gatepass.core.Words
import org.gatepass.core.wordsIn
import org.gatepass.host.Building
import org.gatepass.ui.GatepassApp

/** Runs a story on a phone in a building, with the whole app on a screen of phone size. */
@OptIn(ExperimentalTestApi::class)
fun play(story: Hand.(Building) -> Unit) {
    Building.open().use { building ->
        Phone().use { phone ->
            runSkikoComposeUiTest(Size(390f, 844f)) {
                phone.app.foreground(true)
                setContent { GatepassApp(phone.app) }
                Hand(this, phone).story(building)
            }
        }
    }
}

/** What a resident does with the app, and sees; found as a screen reader finds it. */
@OptIn(ExperimentalTestApi::class)
class Hand(private val ui: SkikoComposeUiTest, val phone: Phone) {
    val words: Words = wordsIn("en")

    /** Waits until it is there. */
    fun see(text: String) = see(hasText(text))

    fun seePart(text: String) = see(hasText(text, substring = true))

    fun seeScreen(tag: String) = see(hasTestTag(tag))

    fun see(what: SemanticsMatcher) {
        var looks = 0
        // Most things are in sight, or will be once an answer is there; scrolling through everything takes its time.
        until("see ${what.description}") { there(what) || (++looks % LOOKS == 0 && scrolledTo(what)) }
    }

    /** Waits until it is gone. */
    fun seeNoMore(text: String) = until("see no more “$text”") { !there(hasText(text)) && !scrolledTo(hasText(text)) }

    /** Presses what carries this text or name. */
    fun tap(text: String) = tap(hasText(text) or hasContentDescription(text))

    fun tapTag(tag: String) = tap(hasTestTag(tag))

    fun tap(what: SemanticsMatcher) {
        val button = what and hasClickAction() and isEnabled()
        see(button)
        first(button).inSight().performClick()
    }

    fun type(tag: String, text: String) {
        val field = hasSetTextAction() and within(tag)
        see(field)
        first(field).inSight().performTextReplacement(text)
    }

    /** Does to a row of the list what a screen reader offers for it. */
    fun act(action: String, on: String) {
        val row = hasTestTag("passes.row") and hasText(on)
        see(row)
        first(row).performCustomAccessibilityActionWithLabel(action)
    }

    /** What can be done with a pass in the list. */
    fun offered(pass: String): List<String> {
        val row = hasTestTag("passes.row") and hasText(pass)
        see(row)
        return first(row).fetchSemanticsNode().config.getOrNull(SemanticsActions.CustomActions).orEmpty().map { it.label }
    }

    fun open(pass: String) = tap(hasTestTag("passes.row") and hasText(pass))

    /** Presses a button of the question that is asked. */
    fun answer(text: String) = tap(hasText(text) and hasAnyAncestor(isDialog()))

    fun toTab(tab: String) = tapTag("tab.$tab")

    /** Polls a condition, letting the screen live meanwhile. */
    fun until(what: String, condition: () -> Boolean) {
        try {
            ui.waitUntil(timeoutMillis = PATIENCE) { condition() }
        } catch (timeout: Throwable) {
            val screen = ui.onAllNodes(isRoot()).printToString(maxDepth = 40)
            throw AssertionError("did not $what; on the screen:\n$screen", timeout)
        }
    }

    fun there(what: SemanticsMatcher): Boolean = ui.onAllNodes(what).fetchSemanticsNodes(atLeastOneRootRequired = false).isNotEmpty()

    private fun first(what: SemanticsMatcher): SemanticsNodeInteraction = ui.onAllNodes(what).onFirst()

    /** Looking for something may have scrolled it out of sight again. */
    private fun SemanticsNodeInteraction.inSight() = apply {
        try {
            performScrollTo()
        } catch (_: AssertionError) {
            // It is not in a list, so it does not move.
        }
    }

    /** A list composes only what is in sight. */
    private fun scrolledTo(what: SemanticsMatcher): Boolean {
        val lists = ui.onAllNodes(hasScrollToNodeAction())
        return lists.fetchSemanticsNodes(atLeastOneRootRequired = false).indices.any { at ->
            try {
                lists[at].performScrollToNode(what)
                true
            } catch (_: AssertionError) {
                false
            }
        }
    }

    private companion object {
        const val PATIENCE = 30_000L
        const val LOOKS = 8
    }
}

/** The thing with this tag, or something in it. */
fun within(tag: String): SemanticsMatcher = hasTestTag(tag) or hasAnyAncestor(hasTestTag(tag))
