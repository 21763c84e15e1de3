package org.gatepass.ui.pass

import androidx.compose.foundation.lazy.LazyListScope
import androidx.compose.runtime.Composable
import org.gatepass.core.Badge
import org.gatepass.core.PassDetails
import org.gatepass.core.PassRevokedAtMessage
import org.gatepass.core.PassesDeletedNotSentMessage
import org.gatepass.core.Status
import org.gatepass.core.StuckPass
import org.gatepass.core.WaitingPass
import org.gatepass.core.say
import org.gatepass.ui.formats
import org.gatepass.ui.parts.Note
import org.gatepass.ui.parts.NoteButton
import org.gatepass.ui.parts.Tone
import org.gatepass.ui.theme.Icons
import org.gatepass.ui.words

/** What has to be known before anything else about this pass. */
internal fun LazyListScope.passNotes(details: PassDetails, actions: PassActions) {
    val sync = details.row.sync
    if (sync is StuckPass) {
        item("stuck") {
            Note(Icons.Warning, sync.text, Tone.WRONG, title = words.pass.stuckTitle) {
                NoteButton(words.pass.discard, actions::discard)
                NoteButton(words.common.retry, actions::retry)
            }
        }
    }
    if (Badge.NOT_ON_SERVER in details.row.badges) {
        item("not on server") { Note(Icons.Sync, words.pass.notOnServerText, Tone.ATTENTION) }
    } else if (sync is WaitingPass) {
        item("waiting") { Note(Icons.Sync, words.pass.waitingText, Tone.ATTENTION) }
    }
    if (details.canUndoDelete) {
        item("undo") {
            Note(Icons.Delete, words.say(PassesDeletedNotSentMessage(details.row.name)), Tone.ATTENTION) {
                NoteButton(words.common.undo, actions::undoDelete)
            }
        }
    }
    if (details.row.status in over) item("over") { Note(Icons.Clock, words.pass.overText, Tone.QUIET, title = overTitle(details)) }
}

/** The pass opens nothing any more. */
internal val over = setOf(Status.USED_UP, Status.EXPIRED, Status.REVOKED)

@Composable
private fun overTitle(details: PassDetails): String {
    val revokedAt = details.revokedAt
    return when {
        revokedAt != null -> words.say(PassRevokedAtMessage(formats.moment(revokedAt, details.row.timeZone)))
        details.row.status == Status.USED_UP -> words.passes.usedUp
        else -> words.passes.expired
    }
}
