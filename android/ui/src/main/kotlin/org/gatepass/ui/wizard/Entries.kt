package org.gatepass.ui.wizard

import androidx.compose.foundation.clickable
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.text.KeyboardOptions
import androidx.compose.material3.Icon
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.OutlinedTextField
import androidx.compose.material3.Surface
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.vector.ImageVector
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.error
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.input.ImeAction
import androidx.compose.ui.text.input.KeyboardCapitalization
import androidx.compose.ui.unit.dp
import org.gatepass.core.DateValue
import org.gatepass.core.DayKind
import org.gatepass.core.Field
import org.gatepass.core.FieldId
import org.gatepass.core.FieldValue
import org.gatepass.core.MomentKind
import org.gatepass.core.MomentValue
import org.gatepass.core.TextKind
import org.gatepass.core.TextValue
import org.gatepass.core.TimeOfDayKind
import org.gatepass.core.TimeValue
import org.gatepass.ui.formats
import org.gatepass.ui.parts.ClockPicker
import org.gatepass.ui.parts.DayPicker
import org.gatepass.ui.parts.lettersAreLarge
import org.gatepass.ui.theme.Icons
import org.gatepass.ui.theme.card

/**
 * A text. What is typed stays as typed while it travels; once everything has arrived the field shows what the view says,
 * which may be tidier.
 */
@Composable
internal fun TextEntry(field: Field, kind: TextKind, settled: Boolean, set: (FieldValue) -> Unit) {
    var typed by remember { mutableStateOf(kind.text) }
    LaunchedEffect(settled, kind.text) { if (settled) typed = kind.text }
    val wrong = field.errors.isNotEmpty()
    val below = if (wrong) field.errors.joinToString("\n") else field.whyNot ?: field.hint
    val plate = field.id == FieldId.LICENCE_PLATE
    OutlinedTextField(
        typed,
        { text ->
            typed = text.take(kind.max.toInt())
            set(TextValue(typed))
        },
        Modifier.fillMaxWidth().semantics { if (wrong) error(field.errors.joinToString(" ")) },
        enabled = field.enabled,
        label = { Text(field.label) },
        placeholder = kind.placeholder?.let { { Text(it) } },
        supportingText = below?.let { { Text(it) } },
        isError = wrong,
        singleLine = !kind.multiline,
        minLines = if (kind.multiline) 3 else 1,
        shape = MaterialTheme.shapes.small,
        keyboardOptions = KeyboardOptions(
            capitalization = if (plate) KeyboardCapitalization.Characters else KeyboardCapitalization.Sentences,
            autoCorrectEnabled = !plate,
            imeAction = if (kind.multiline) ImeAction.Default else ImeAction.Next,
        ),
    )
}

/** A time of day, by the clock face. */
@Composable
internal fun TimeEntry(field: Field, kind: TimeOfDayKind, set: (FieldValue) -> Unit) {
    var picking by remember { mutableStateOf(false) }
    EntryFrame(field) {
        Picked(field.label, formats.time(kind.time), Icons.Clock, field.enabled) { picking = true }
    }
    if (picking) ClockPicker(kind.time, { picking = false; set(TimeValue(it)) }, { picking = false })
}

/** A day, by the calendar. */
@Composable
internal fun DayEntry(field: Field, kind: DayKind, set: (FieldValue) -> Unit) {
    var picking by remember { mutableStateOf(false) }
    EntryFrame(field) {
        Picked(field.label, formats.date(kind.date), Icons.Calendar, field.enabled) { picking = true }
    }
    if (picking) DayPicker(kind.date, kind.earliest, kind.latest, { picking = false; set(DateValue(it)) }, { picking = false })
}

/** A day and a time of day. */
@Composable
internal fun MomentEntry(field: Field, kind: MomentKind, set: (FieldValue) -> Unit) {
    var day by remember { mutableStateOf(false) }
    var time by remember { mutableStateOf(false) }
    val at = kind.at
    EntryFrame(field) {
        if (lettersAreLarge) {
            Picked(field.label, formats.date(at.toLocalDate()), Icons.Calendar, field.enabled) { day = true }
            Picked(null, formats.time(at.toLocalTime()), Icons.Clock, field.enabled) { time = true }
        } else {
            Row(horizontalArrangement = Arrangement.spacedBy(8.dp)) {
                Picked(field.label, formats.date(at.toLocalDate()), Icons.Calendar, field.enabled, Modifier.weight(3f)) { day = true }
                Picked(null, formats.time(at.toLocalTime()), Icons.Clock, field.enabled, Modifier.weight(2f)) { time = true }
            }
        }
    }
    if (day) {
        DayPicker(
            at.toLocalDate(), kind.earliest.toLocalDate(), kind.latest.toLocalDate(),
            { day = false; set(MomentValue(it.atTime(at.toLocalTime()))) }, { day = false },
        )
    }
    if (time) ClockPicker(at.toLocalTime(), { time = false; set(MomentValue(at.toLocalDate().atTime(it))) }, { time = false })
}

@Composable
private fun EntryFrame(field: Field, content: @Composable () -> Unit) {
    Column(verticalArrangement = Arrangement.spacedBy(6.dp)) {
        content()
        Below(field, Modifier.padding(horizontal = 12.dp))
    }
}

/** What was picked; tapping it picks again. */
@Composable
private fun Picked(
    label: String?,
    value: String,
    icon: ImageVector,
    enabled: Boolean,
    modifier: Modifier = Modifier.fillMaxWidth(),
    onClick: () -> Unit,
) {
    Surface(modifier, MaterialTheme.shapes.medium, MaterialTheme.colorScheme.card) {
        Row(
            Modifier.clickable(enabled, role = Role.Button, onClick = onClick)
                .heightIn(min = 64.dp).padding(horizontal = 16.dp, vertical = 10.dp),
            Arrangement.spacedBy(12.dp),
            Alignment.CenterVertically,
        ) {
            Column(Modifier.weight(1f)) {
                if (label != null) {
                    Text(label, style = MaterialTheme.typography.bodySmall, color = MaterialTheme.colorScheme.onSurfaceVariant)
                }
                Text(value, style = MaterialTheme.typography.titleMedium)
            }
            Icon(icon, null, tint = MaterialTheme.colorScheme.onSurfaceVariant)
        }
    }
}
