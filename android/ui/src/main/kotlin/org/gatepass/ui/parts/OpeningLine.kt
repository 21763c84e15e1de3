package org.gatepass.ui.parts

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import org.gatepass.ui.OpeningText

/** One opening: its day, and from when until when; one below the other where letters are large. */
@Composable
internal fun OpeningLine(opening: OpeningText, modifier: Modifier = Modifier) {
    FlowRow(
        modifier.fillMaxWidth().padding(horizontal = 16.dp, vertical = 6.dp).semantics(mergeDescendants = true) {},
        Arrangement.SpaceBetween,
    ) {
        Text(opening.day, Modifier.padding(end = 16.dp), style = MaterialTheme.typography.bodyMedium)
        Text(opening.times, style = MaterialTheme.typography.bodyMedium, color = MaterialTheme.colorScheme.onSurfaceVariant)
    }
}
