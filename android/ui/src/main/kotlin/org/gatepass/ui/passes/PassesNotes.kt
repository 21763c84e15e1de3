package org.gatepass.ui.passes

import androidx.compose.foundation.lazy.LazyListScope
import androidx.compose.foundation.lazy.items
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import org.gatepass.core.FailedPhase
import org.gatepass.core.OfflinePhase
import org.gatepass.core.PassHalf
import org.gatepass.core.PassesEmptySearchTextMessage
import org.gatepass.core.PassesOfflineWaitingMessage
import org.gatepass.core.PassesPassesOffTextMessage
import org.gatepass.core.PassesStuckMessage
import org.gatepass.core.PassesWaitingMessage
import org.gatepass.core.SyncState
import org.gatepass.core.say
import org.gatepass.ui.formats
import org.gatepass.ui.parts.Note
import org.gatepass.ui.parts.NoteButton
import org.gatepass.ui.parts.Nothing
import org.gatepass.ui.parts.Tone
import org.gatepass.ui.theme.Icons
import org.gatepass.ui.words

/** What is told above the passes: what waits, what is stuck, what happened, what was begun. */
internal fun LazyListScope.notes(state: PassesState, actions: PassesActions) {
    state.sync?.let { sync -> if (sync.isWorthTelling) item("sync") { SyncNote(sync) } }
    items(state.notices, { "notice ${it.id}" }) { notice ->
        Note(Icons.Info, notice.text, Tone.ATTENTION, Modifier.animateItem()) {
            NoteButton(words.notices.dismiss) { actions.dismiss(notice) }
        }
    }
    state.draft?.let { draft ->
        item("draft") {
            Note(Icons.Edit, words.passes.draftTitle, Tone.QUIET, Modifier.animateItem().testTag("passes.draft")) {
                NoteButton(words.passes.draftDiscard) { actions.discardDraft(draft) }
                NoteButton(words.passes.draftContinue) { actions.continueDraft(draft) }
            }
        }
    }
    val home = state.home ?: return
    // Where there are no passes at all, the middle of the screen says it.
    if (state.rows?.isEmpty() == true && state.search.isEmpty()) return
    when {
        !home.signedIn -> item("signed out") {
            Note(Icons.SignOut, words.passes.signedOutText, Tone.ATTENTION, title = words.passes.signedOutTitle) {
                NoteButton(words.welcome.haveInvitation, actions::invitation)
            }
        }
        !home.passesEnabled -> item("off") {
            Note(Icons.Lock, words.say(PassesPassesOffTextMessage(home.site)), Tone.ATTENTION, title = words.passes.passesOffTitle)
        }
    }
}

private val SyncState.isWorthTelling: Boolean
    get() = phase is OfflinePhase || phase is FailedPhase || waiting > 0u || stuck > 0u

@Composable
private fun SyncNote(sync: SyncState) {
    val said = words.passes
    val number = formats::number
    val (icon, text, tone) = when {
        sync.phase is OfflinePhase && sync.waiting > 0u ->
            Triple(Icons.Offline, words.say(PassesOfflineWaitingMessage(sync.waiting)), Tone.ATTENTION)
        sync.phase is OfflinePhase -> Triple(Icons.Offline, said.offline, Tone.QUIET)
        sync.phase is FailedPhase -> Triple(Icons.Warning, said.serverTrouble, Tone.ATTENTION)
        sync.stuck > 0u -> Triple(Icons.Warning, words.say(PassesStuckMessage(sync.stuck)), Tone.WRONG)
        else -> Triple(Icons.Sync, words.say(PassesWaitingMessage(sync.waiting)), Tone.QUIET)
    }
    Note(icon, text, tone, Modifier.testTag("passes.sync"))
}

/** A list without rows: why, and what comes next. */
@Composable
internal fun EmptyList(state: PassesState, actions: PassesActions) {
    val said = words.passes
    val home = state.home
    when {
        state.search.isNotBlank() -> Nothing(Icons.Search, said.emptySearchTitle, words.say(PassesEmptySearchTextMessage(state.search.trim())), tone = Tone.QUIET)
        home?.signedIn == false -> Nothing(Icons.SignOut, said.signedOutTitle, said.signedOutText, tone = Tone.ATTENTION) {
            InvitationButton(actions)
        }
        home?.passesEnabled == false ->
            Nothing(Icons.Lock, said.passesOffTitle, words.say(PassesPassesOffTextMessage(home.site)), tone = Tone.ATTENTION)
        state.half == PassHalf.VALID -> Nothing(Icons.Pass, said.emptyValidTitle, said.emptyValidText) { QuickButtons(actions) }
        else -> Nothing(Icons.Clock, said.emptyInvalidTitle, said.emptyInvalidText, tone = Tone.QUIET)
    }
}
