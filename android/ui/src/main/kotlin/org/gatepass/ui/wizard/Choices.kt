package org.gatepass.ui.wizard

import androidx.compose.foundation.BorderStroke
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.selection.selectable
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.foundation.selection.toggleable
import androidx.compose.material3.Checkbox
import androidx.compose.material3.FilterChip
import androidx.compose.material3.Icon
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.RadioButton
import androidx.compose.material3.Surface
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.alpha
import androidx.compose.ui.graphics.vector.ImageVector
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.unit.dp
import org.gatepass.core.Choice
import org.gatepass.core.ChoiceValue
import org.gatepass.core.ChooseOneKind
import org.gatepass.core.ChooseSeveralKind
import org.gatepass.core.EverythingValue
import org.gatepass.core.Field
import org.gatepass.core.FieldId
import org.gatepass.core.FieldValue
import org.gatepass.core.ToggleValue
import org.gatepass.ui.parts.Between
import org.gatepass.ui.parts.SwitchLine
import org.gatepass.ui.theme.Icons
import org.gatepass.ui.theme.card

/** One of a list: a card each. */
@Composable
internal fun OneOf(field: Field, kind: ChooseOneKind, set: (FieldValue) -> Unit) {
    Column(Modifier.selectableGroup(), Arrangement.spacedBy(8.dp)) {
        for (choice in kind.choices) ChoiceCard(field, choice) { set(ChoiceValue(choice.id)) }
    }
}

@Composable
private fun ChoiceCard(field: Field, choice: Choice, onChoose: () -> Unit) {
    val colors = MaterialTheme.colorScheme
    val enabled = field.enabled && choice.enabled
    Surface(
        Modifier.fillMaxWidth(),
        shape = MaterialTheme.shapes.medium,
        color = if (choice.chosen) colors.secondaryContainer else colors.card,
        contentColor = if (choice.chosen) colors.onSecondaryContainer else colors.onSurface,
        border = if (choice.chosen) BorderStroke(1.5.dp, colors.primary) else null,
    ) {
        Row(
            Modifier.selectable(choice.chosen, enabled, Role.RadioButton, onClick = onChoose)
                .heightIn(min = 56.dp).padding(horizontal = 16.dp, vertical = 12.dp),
            Arrangement.spacedBy(16.dp),
            Alignment.CenterVertically,
        ) {
            val icon = iconOf(field.id, choice.id)
            if (icon != null) Icon(icon, null, Modifier.size(24.dp).alpha(if (enabled) 1f else DIM)) else RadioButton(choice.chosen, null, enabled = enabled)
            ChoiceText(choice, Modifier.weight(1f))
            if (icon != null) RadioButton(choice.chosen, null, enabled = enabled)
        }
    }
}

@Composable
private fun ChoiceText(choice: Choice, modifier: Modifier) {
    Column(modifier, Arrangement.spacedBy(2.dp)) {
        Text(choice.label, Modifier.alpha(if (choice.enabled) 1f else DIM), style = MaterialTheme.typography.bodyLarge)
        // Why something cannot be had is to be read like anything else.
        (choice.whyNot ?: choice.explanation)?.let { Text(it, style = MaterialTheme.typography.bodyMedium) }
    }
}

/** Any of a list: a box each, and a switch for all of them where the view has one. */
@Composable
internal fun SeveralOf(field: Field, kind: ChooseSeveralKind, set: (FieldValue) -> Unit) {
    Surface(Modifier.fillMaxWidth(), MaterialTheme.shapes.medium, MaterialTheme.colorScheme.card) {
        Column {
            kind.allLabel?.let { label ->
                SwitchLine(label, kind.allChosen, { set(EverythingValue) }, enabled = field.enabled && !kind.allChosen)
                Between()
            }
            for (choice in kind.choices) ChoiceLine(field, choice) { set(ToggleValue(choice.id)) }
        }
    }
}

@Composable
private fun ChoiceLine(field: Field, choice: Choice, onToggle: () -> Unit) {
    val enabled = field.enabled && choice.enabled
    Row(
        Modifier.fillMaxWidth().toggleable(choice.chosen, enabled, Role.Checkbox, onValueChange = { onToggle() })
            .heightIn(min = 56.dp).padding(horizontal = 16.dp, vertical = 10.dp),
        Arrangement.spacedBy(16.dp),
        Alignment.CenterVertically,
    ) {
        iconOf(field.id, choice.id)?.let { Icon(it, null, Modifier.alpha(if (enabled) 1f else DIM), MaterialTheme.colorScheme.onSurfaceVariant) }
        ChoiceText(choice, Modifier.weight(1f))
        Checkbox(choice.chosen, null, enabled = enabled)
    }
}

/** Any of a short list of short words. */
@Composable
internal fun Chips(field: Field, kind: ChooseSeveralKind, set: (FieldValue) -> Unit) {
    FlowRow(horizontalArrangement = Arrangement.spacedBy(8.dp)) {
        for (choice in kind.choices) {
            FilterChip(
                choice.chosen,
                { set(ToggleValue(choice.id)) },
                { Text(choice.label) },
                Modifier.heightIn(min = 40.dp),
                enabled = field.enabled && choice.enabled,
                leadingIcon = if (choice.chosen) { { Icon(Icons.Check, null, Modifier.size(18.dp)) } } else null,
            )
        }
    }
}

/** A picture for what is known by its name; the words stand beside it in any case. */
private fun iconOf(field: FieldId, choice: String): ImageVector? = when (field) {
    FieldId.TYPE_OF_PASS -> when (choice) {
        "custom" -> Icons.Clock
        "recurring" -> Icons.Repeat
        "business_hours" -> Icons.Work
        "full_day" -> Icons.Calendar
        "one_time" -> Icons.Once
        else -> null
    }
    FieldId.GUEST -> if (choice == "courier") Icons.Courier else Icons.Person
    FieldId.IDENTIFIERS, FieldId.SHARE_AS -> when (choice) {
        "qr" -> Icons.Qr
        "code" -> Icons.Code
        "link" -> Icons.Link
        "plate" -> Icons.Plate
        "message" -> Icons.Message
        else -> null
    }
    FieldId.FOR_PROFILE -> Icons.Home
    FieldId.DOORS -> Icons.Door
    else -> null
}

private const val DIM = 0.5f
