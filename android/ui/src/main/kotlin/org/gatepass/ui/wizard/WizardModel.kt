package org.gatepass.ui.wizard

import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.flow.update
import kotlinx.coroutines.launch
import org.gatepass.core.BackEvent
import org.gatepass.core.CancelEvent
import org.gatepass.core.DraftId
import org.gatepass.core.GatepassException
import org.gatepass.core.LeaveTask
import org.gatepass.core.NotFoundFailure
import org.gatepass.core.OpenShareSheetTask
import org.gatepass.core.SharedEvent
import org.gatepass.core.WizardEvent
import org.gatepass.core.WizardScreen
import org.gatepass.core.WizardView
import org.gatepass.core.followWizard
import org.gatepass.ui.AppModel
import org.gatepass.ui.Place
import org.gatepass.ui.ScreenModel
import org.gatepass.ui.share.shareable

/** The wizard. */
data class WizardState(
    /** Null until it is read. */
    val view: WizardView? = null,
    /** Whether everything that was typed has arrived in the view: then a field shows what the view says. */
    val settled: Boolean = true,
    /** Whether the resident is asked what to do with what was entered. */
    val leaving: Boolean = false,
)

/** What can be done in the wizard. */
interface WizardActions {
    fun send(event: WizardEvent) {}

    /** The button at the top, or the phone's own way back. */
    fun leave() {}
    fun stay() {}
    fun keepDraft() {}
    fun discardDraft() {}
}

/**
 * Sends what the resident does, one after the other, and draws what comes back. What the client tells by itself (the server
 * answered, a door is gone) is read in the same order, so that an older view never follows a newer one.
 */
class WizardModel(app: AppModel, private val draft: DraftId) : ScreenModel(app), WizardActions {
    private val drawn = MutableStateFlow(WizardState())
    val state: StateFlow<WizardState> = drawn.asStateFlow()

    /** Null asks only for the view. */
    private val waiting = Channel<WizardEvent?>(Channel.UNLIMITED)
    private var unanswered = 0

    init {
        scope.launch { for (event in waiting) answer(event) }
        client.followWizard(draft).following { if (it.view != drawn.value.view) enqueue(null) }
    }

    override fun send(event: WizardEvent) {
        // A field that is typed into brings its own text; everything else waits for what was typed before it.
        drawn.update { it.copy(settled = false) }
        enqueue(event)
    }

    override fun goBack(): Boolean {
        if (drawn.value.view?.canGoBack == true) send(BackEvent) else leave()
        return true
    }

    override fun leave() {
        val view = drawn.value.view
        val entering = view?.progress != null
        if (entering) drawn.update { it.copy(leaving = true) } else app.stack.leave(Place.Wizard(draft))
    }

    override fun stay() = drawn.update { it.copy(leaving = false) }

    override fun keepDraft() = app.stack.leave(Place.Wizard(draft))

    override fun discardDraft() {
        drawn.update { it.copy(leaving = false) }
        send(CancelEvent)
    }

    @Synchronized
    private fun enqueue(event: WizardEvent?) {
        unanswered += 1
        waiting.trySend(event)
    }

    @Synchronized
    private fun answered(): Boolean {
        unanswered -= 1
        return unanswered == 0
    }

    private suspend fun answer(event: WizardEvent?) {
        val screen = try {
            if (event == null) client.wizard(draft) else client.sendWizard(draft, event)
        } catch (_: NotFoundFailure) {
            app.stack.leave(Place.Wizard(draft))
            null
        } catch (error: GatepassException) {
            tell(error) { event?.let(::send) }
            null
        }
        val settled = answered()
        drawn.update { it.copy(view = screen?.view ?: it.view, settled = settled) }
        if (screen != null) follow(screen)
    }

    private suspend fun follow(screen: WizardScreen) {
        // An empty rejection means: draw the view again, which has been done.
        screen.rejected?.takeIf { it.isNotEmpty() }?.let { app.say(it) }
        for (task in screen.tasks) {
            when (task) {
                is OpenShareSheetTask -> share(task)
                is LeaveTask -> app.stack.leave(Place.Wizard(draft))
            }
        }
    }

    private suspend fun share(task: OpenShareSheetTask) {
        try {
            val payload = client.share(task.pass, null)
            val what = shareable(payload, task.shareAs) ?: return
            if (shell.share(what)) {
                enqueue(SharedEvent)
            } else {
                shell.copy(what.title, what.text ?: payload.text)
                app.say(words.share.noApps)
            }
        } catch (error: GatepassException) {
            tell(error)
        }
    }
}
