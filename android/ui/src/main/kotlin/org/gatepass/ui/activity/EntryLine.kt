package org.gatepass.ui.activity

import androidx.compose.foundation.clickable
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.shape.CircleShape
import androidx.compose.material3.Icon
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Surface
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.vector.ImageVector
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import org.gatepass.core.ActivityAtDoorMessage
import org.gatepass.core.EntryEvent
import org.gatepass.core.EntryGuest
import org.gatepass.core.EntryRow
import org.gatepass.core.IdentifierKind
import org.gatepass.core.NamedGuest
import org.gatepass.core.NobodyGuest
import org.gatepass.core.UnknownGuest
import org.gatepass.core.Words
import org.gatepass.core.say
import org.gatepass.ui.formats
import org.gatepass.ui.parts.IconAction
import org.gatepass.ui.parts.Tone
import org.gatepass.ui.theme.Icons
import org.gatepass.ui.words

/** One line of the log: who, what happened, at which door, how, when, and the photo where there is one. */
@Composable
internal fun EntryLine(entry: EntryRow, ofOnePass: Boolean, onPhoto: () -> Unit, onOpen: (() -> Unit)? = null) {
    val colors = MaterialTheme.colorScheme
    val tapped = if (onOpen == null) Modifier else Modifier.clickable(onClick = onOpen)
    Row(
        Modifier.fillMaxWidth().then(tapped).testTag("activity.row").heightIn(min = 64.dp)
            .padding(start = 16.dp, end = if (entry.photo) 4.dp else 16.dp, top = 12.dp, bottom = 12.dp)
            .semantics(mergeDescendants = true) {},
        Arrangement.spacedBy(16.dp),
        Alignment.CenterVertically,
    ) {
        val (icon, tone) = pictureOf(entry)
        Surface(shape = CircleShape, color = tone.back, contentColor = tone.front) {
            Icon(icon, null, Modifier.padding(8.dp).size(20.dp))
        }
        Column(Modifier.weight(1f)) {
            val time = if (ofOnePass) formats.dayAndTime(entry.day, entry.at, entry.timeZone) else formats.time(entry.at, entry.timeZone)
            // A door that a manager opened from afar has no guest to name.
            val title = if (ofOnePass) time else entry.guest.name(words) ?: entry.text
            Text(title, style = MaterialTheme.typography.titleMedium)
            if (title != entry.text) {
                Text(
                    entry.text,
                    style = MaterialTheme.typography.bodyMedium,
                    color = if (tone == Tone.WRONG) colors.error else colors.onSurfaceVariant,
                )
            }
            val way = entry.kind?.let { words.say(ActivityAtDoorMessage(entry.door, wayOf(it))) } ?: entry.door
            Text(
                if (ofOnePass) way else words.say(ActivityAtDoorMessage(time, way)),
                style = MaterialTheme.typography.bodySmall,
                color = colors.onSurfaceVariant,
            )
        }
        if (entry.photo) IconAction(Icons.Photo, words.activity.photo, onClick = onPhoto)
    }
}

@Composable
private fun pictureOf(entry: EntryRow): Pair<ImageVector, Tone> = when (entry.event) {
    EntryEvent.ARRIVED -> Icons.Arrived to Tone.GOOD
    EntryEvent.OPENED, EntryEvent.OPENED_AGAIN, EntryEvent.OPENED_BY_MANAGER -> Icons.Door to Tone.QUIET
    EntryEvent.REFUSED -> Icons.Refused to Tone.WRONG
    EntryEvent.NOT_HANDLED -> Icons.Warning to Tone.ATTENTION
}

/** Who it was, as far as is known; null where a manager opened the door from afar. */
fun EntryGuest.name(words: Words): String? = when (this) {
    is NamedGuest -> pass
    is UnknownGuest -> words.activity.unknownGuest
    is NobodyGuest -> null
}

@Composable
private fun wayOf(kind: IdentifierKind): String = when (kind) {
    IdentifierKind.QR -> words.activity.withQr
    IdentifierKind.CODE -> words.activity.withCode
    IdentifierKind.LINK -> words.activity.withLink
    IdentifierKind.PLATE -> words.activity.withPlate
    IdentifierKind.CARD -> words.activity.withCard
}
