package org.gatepass.ui.pass

import androidx.compose.foundation.lazy.LazyListScope
import org.gatepass.core.DeletedHereNote
import org.gatepass.core.NotOnServerNote
import org.gatepass.core.OverNote
import org.gatepass.core.PassDetails
import org.gatepass.core.PassesDeletedNotSentMessage
import org.gatepass.core.RefusedNote
import org.gatepass.core.WaitingNote
import org.gatepass.core.say
import org.gatepass.ui.formats
import org.gatepass.ui.parts.Note
import org.gatepass.ui.parts.NoteButton
import org.gatepass.ui.parts.Tone
import org.gatepass.ui.passes.standingInFull
import org.gatepass.ui.theme.Icons
import org.gatepass.ui.words

/** What has to be known before anything else about this pass. */
internal fun LazyListScope.passNotes(details: PassDetails, actions: PassActions) {
    for (note in details.notes) {
        when (note) {
            is RefusedNote -> item("stuck") {
                Note(Icons.Warning, note.text, Tone.WRONG, title = words.pass.stuckTitle) {
                    NoteButton(words.pass.discard, actions::discard)
                    NoteButton(words.common.retry, actions::retry)
                }
            }
            is NotOnServerNote -> item("not on server") { Note(Icons.Sync, words.pass.notOnServerText, Tone.ATTENTION) }
            is WaitingNote -> item("waiting") { Note(Icons.Sync, words.pass.waitingText, Tone.ATTENTION) }
            is DeletedHereNote -> item("undo") {
                Note(Icons.Delete, words.say(PassesDeletedNotSentMessage(details.row.name)), Tone.ATTENTION) {
                    NoteButton(words.common.undo, actions::undoDelete)
                }
            }
            is OverNote -> item("over") {
                Note(Icons.Clock, words.pass.overText, Tone.QUIET, title = details.row.standingInFull(words, formats))
            }
        }
    }
}
