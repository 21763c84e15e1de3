package org.gatepass.ui.parts

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.layout.widthIn
import androidx.compose.foundation.shape.CircleShape
import androidx.compose.material3.Icon
import androidx.compose.material3.LocalContentColor
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Surface
import androidx.compose.material3.Text
import androidx.compose.material3.TextButton
import androidx.compose.material3.ButtonDefaults
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.vector.ImageVector
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.dp

/** How much it matters. */
internal enum class Tone {
    QUIET, GOOD, ATTENTION, WRONG;

    val back: Color
        @Composable get() = when (this) {
            QUIET -> MaterialTheme.colorScheme.surfaceVariant
            GOOD -> MaterialTheme.colorScheme.primaryContainer
            ATTENTION -> MaterialTheme.colorScheme.tertiaryContainer
            WRONG -> MaterialTheme.colorScheme.errorContainer
        }

    val front: Color
        @Composable get() = when (this) {
            QUIET -> MaterialTheme.colorScheme.onSurfaceVariant
            GOOD -> MaterialTheme.colorScheme.onPrimaryContainer
            ATTENTION -> MaterialTheme.colorScheme.onTertiaryContainer
            WRONG -> MaterialTheme.colorScheme.onErrorContainer
        }
}

/** Something to be told above a list or a form; read out when it comes. */
@Composable
internal fun Note(
    icon: ImageVector,
    text: String,
    tone: Tone,
    modifier: Modifier = Modifier,
    title: String? = null,
    buttons: (@Composable () -> Unit)? = null,
) {
    Surface(modifier.fillMaxWidth(), MaterialTheme.shapes.medium, tone.back, tone.front) {
        Column(Modifier.padding(start = 16.dp, end = 16.dp, top = 14.dp, bottom = if (buttons == null) 14.dp else 4.dp)) {
            Row(horizontalArrangement = Arrangement.spacedBy(12.dp)) {
                Icon(icon, null, Modifier.size(20.dp))
                Column(
                    Modifier.weight(1f).semantics(mergeDescendants = true) { liveRegion = LiveRegionMode.Polite },
                    Arrangement.spacedBy(2.dp),
                ) {
                    if (title != null) Text(title, style = MaterialTheme.typography.titleSmall)
                    Text(text, style = MaterialTheme.typography.bodyMedium)
                }
            }
            if (buttons != null) {
                FlowRow(Modifier.fillMaxWidth(), Arrangement.End) { buttons() }
            }
        }
    }
}

/** A button of a note, in the note's colour. */
@Composable
internal fun NoteButton(label: String, onClick: () -> Unit) =
    TextButton(onClick, colors = ButtonDefaults.textButtonColors(contentColor = LocalContentColor.current)) { Text(label) }

/** A screen with nothing on it: what would be here, and how it gets here. */
@Composable
internal fun Nothing(
    icon: ImageVector,
    title: String,
    text: String,
    modifier: Modifier = Modifier,
    tone: Tone = Tone.GOOD,
    more: @Composable () -> Unit = {},
) {
    Column(
        modifier.fillMaxWidth().padding(horizontal = 32.dp, vertical = 40.dp),
        Arrangement.spacedBy(12.dp),
        Alignment.CenterHorizontally,
    ) {
        Surface(shape = CircleShape, color = tone.back, contentColor = tone.front) {
            Icon(icon, null, Modifier.padding(24.dp).size(40.dp))
        }
        Text(
            title,
            Modifier.padding(top = 12.dp).semantics { heading() },
            style = MaterialTheme.typography.headlineSmall,
            textAlign = TextAlign.Center,
        )
        Text(
            text,
            Modifier.widthIn(max = 420.dp),
            style = MaterialTheme.typography.bodyLarge,
            color = MaterialTheme.colorScheme.onSurfaceVariant,
            textAlign = TextAlign.Center,
        )
        more()
    }
}

/** A word beside a name: what kind of guest, how often, what is wrong. */
@Composable
internal fun Mark(text: String, tone: Tone, icon: ImageVector? = null) {
    Surface(shape = MaterialTheme.shapes.extraSmall, color = tone.back, contentColor = tone.front) {
        Row(
            Modifier.padding(horizontal = 8.dp, vertical = 3.dp),
            Arrangement.spacedBy(4.dp),
            Alignment.CenterVertically,
        ) {
            if (icon != null) Icon(icon, null, Modifier.size(14.dp))
            Text(text, style = MaterialTheme.typography.labelMedium)
        }
    }
}
