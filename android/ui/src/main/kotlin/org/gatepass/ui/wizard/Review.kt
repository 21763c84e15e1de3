package org.gatepass.ui.wizard

import androidx.compose.foundation.clickable
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.material3.Icon
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import org.gatepass.core.Field
import org.gatepass.core.Preview
import org.gatepass.core.SummaryKind
import org.gatepass.core.Trial
import org.gatepass.core.WizardNextTimeMessage
import org.gatepass.core.say
import org.gatepass.ui.formats
import org.gatepass.ui.parts.Between
import org.gatepass.ui.parts.Note
import org.gatepass.ui.parts.OpeningLine
import org.gatepass.ui.parts.Section
import org.gatepass.ui.parts.Tone
import org.gatepass.ui.theme.Icons
import org.gatepass.ui.words

/** What was entered, line by line. */
@Composable
internal fun Summaries(fields: List<Field>, actions: WizardActions) {
    Section(null) {
        fields.forEachIndexed { at, field ->
            if (at > 0) Between()
            Summary(field, field.kind as SummaryKind, actions)
        }
    }
}

/** One line of it; tapping it changes it. */
@Composable
internal fun Summary(field: Field, kind: SummaryKind, actions: WizardActions) {
    val change = kind.change
    val changed = if (change == null) Modifier else {
        Modifier.clickable(onClickLabel = words.wizard.change, role = Role.Button) { actions.send(change) }
    }
    Row(
        Modifier.fillMaxWidth().testTag("field.${field.id.name.lowercase()}").then(changed).heightIn(min = 56.dp)
            .padding(horizontal = 16.dp, vertical = 10.dp).semantics(mergeDescendants = true) {},
        Arrangement.spacedBy(12.dp),
        Alignment.CenterVertically,
    ) {
        Column(Modifier.weight(1f), Arrangement.spacedBy(2.dp)) {
            Text(field.label, style = MaterialTheme.typography.bodySmall, color = MaterialTheme.colorScheme.onSurfaceVariant)
            for (line in kind.lines) Text(line, style = MaterialTheme.typography.bodyLarge)
            Below(field)
        }
        if (change != null) Icon(Icons.Edit, null, Modifier.size(20.dp), MaterialTheme.colorScheme.onSurfaceVariant)
    }
}

/** When the pass would open, and whether it would open at the moment that is asked about. */
@Composable
internal fun PreviewSection(preview: Preview) {
    Column(verticalArrangement = Arrangement.spacedBy(16.dp)) {
        preview.trial?.let { TrialAnswer(it) }
        if (preview.openings.isNotEmpty()) {
            Section(words.wizard.openingsTitle) {
                Column(Modifier.padding(vertical = 8.dp)) {
                    for (opening in preview.openings) OpeningLine(formats.opening(opening))
                    if (preview.more) {
                        Text(
                            words.wizard.moreOpenings,
                            Modifier.padding(horizontal = 16.dp, vertical = 6.dp),
                            style = MaterialTheme.typography.bodyMedium,
                            color = MaterialTheme.colorScheme.onSurfaceVariant,
                        )
                    }
                }
            }
        }
        preview.zoneNote?.let { Note(Icons.Clock, it, Tone.ATTENTION) }
    }
}

@Composable
private fun TrialAnswer(trial: Trial) {
    val next = trial.nextOpening?.let { words.say(WizardNextTimeMessage(formats.moment(it.localFrom))) }
    Note(
        if (trial.opens) Icons.Check else Icons.Lock,
        listOfNotNull(trial.answer, next).joinToString("\n"),
        if (trial.opens) Tone.GOOD else Tone.ATTENTION,
        Modifier.semantics { liveRegion = LiveRegionMode.Polite },
        title = if (trial.opens) words.wizard.opens else words.wizard.staysShut,
    )
}
