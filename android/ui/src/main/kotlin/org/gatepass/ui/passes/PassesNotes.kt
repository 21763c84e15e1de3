package org.gatepass.ui.passes

import androidx.compose.foundation.lazy.LazyListScope
import androidx.compose.foundation.lazy.items
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import org.gatepass.core.EmptyList
import org.gatepass.core.HinderedEmpty
import org.gatepass.core.NoneInvalidEmpty
import org.gatepass.core.NoneValidEmpty
import org.gatepass.core.NothingFoundEmpty
import org.gatepass.core.OfflineSync
import org.gatepass.core.OfflineWaitingSync
import org.gatepass.core.PassesEmptySearchTextMessage
import org.gatepass.core.PassesOffHindrance
import org.gatepass.core.PassesOfflineWaitingMessage
import org.gatepass.core.PassesPassesOffTextMessage
import org.gatepass.core.PassesStuckMessage
import org.gatepass.core.PassesWaitingMessage
import org.gatepass.core.ServerTroubleSync
import org.gatepass.core.SignedOutHindrance
import org.gatepass.core.StuckSync
import org.gatepass.core.SyncNote
import org.gatepass.core.WaitingSync
import org.gatepass.core.say
import org.gatepass.ui.parts.Note
import org.gatepass.ui.parts.NoteButton
import org.gatepass.ui.parts.Nothing
import org.gatepass.ui.parts.Tone
import org.gatepass.ui.theme.Icons
import org.gatepass.ui.words

/** What is told above the passes: what waits, what is stuck, what happened, what was begun. */
internal fun LazyListScope.notes(state: PassesState, actions: PassesActions) {
    state.sync?.note?.let { note -> item("sync") { SyncLine(note) } }
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
    when (val hindrance = state.hints?.hindrance) {
        null -> Unit
        is SignedOutHindrance -> item("signed out") {
            Note(Icons.SignOut, words.passes.signedOutText, Tone.ATTENTION, title = words.passes.signedOutTitle) {
                NoteButton(words.welcome.haveInvitation, actions::invitation)
            }
        }
        is PassesOffHindrance -> item("off") {
            Note(Icons.Lock, words.say(PassesPassesOffTextMessage(hindrance.site)), Tone.ATTENTION, title = words.passes.passesOffTitle)
        }
    }
}

@Composable
private fun SyncLine(note: SyncNote) {
    val said = words.passes
    val (icon, text, tone) = when (note) {
        is StuckSync -> Triple(Icons.Warning, words.say(PassesStuckMessage(note.count)), Tone.WRONG)
        is OfflineWaitingSync -> Triple(Icons.Offline, words.say(PassesOfflineWaitingMessage(note.count)), Tone.ATTENTION)
        is OfflineSync -> Triple(Icons.Offline, said.offline, Tone.QUIET)
        is ServerTroubleSync -> Triple(Icons.Warning, said.serverTrouble, Tone.ATTENTION)
        is WaitingSync -> Triple(Icons.Sync, words.say(PassesWaitingMessage(note.count)), Tone.QUIET)
    }
    Note(icon, text, tone, Modifier.testTag("passes.sync"))
}

/** A list without rows: why, and what comes next. */
@Composable
internal fun NoRows(empty: EmptyList, offersNew: Boolean, actions: PassesActions) {
    val said = words.passes
    when (empty) {
        is NothingFoundEmpty -> Nothing(Icons.Search, said.emptySearchTitle, words.say(PassesEmptySearchTextMessage(empty.search)), tone = Tone.QUIET)
        is HinderedEmpty -> when (val by = empty.`by`) {
            is SignedOutHindrance -> Nothing(Icons.SignOut, said.signedOutTitle, said.signedOutText, tone = Tone.ATTENTION) {
                InvitationButton(actions)
            }
            is PassesOffHindrance ->
                Nothing(Icons.Lock, said.passesOffTitle, words.say(PassesPassesOffTextMessage(by.site)), tone = Tone.ATTENTION)
        }
        is NoneValidEmpty -> Nothing(Icons.Pass, said.emptyValidTitle, said.emptyValidText) {
            if (offersNew) QuickButtons(actions)
        }
        is NoneInvalidEmpty -> Nothing(Icons.Clock, said.emptyInvalidTitle, said.emptyInvalidText, tone = Tone.QUIET)
    }
}
