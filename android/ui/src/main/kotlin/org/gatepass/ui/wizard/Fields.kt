package org.gatepass.ui.wizard

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.lazy.LazyListScope
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import org.gatepass.core.ChooseOneKind
import org.gatepass.core.ChooseSeveralKind
import org.gatepass.core.DayKind
import org.gatepass.core.Field
import org.gatepass.core.FieldId
import org.gatepass.core.FieldValue
import org.gatepass.core.MomentKind
import org.gatepass.core.NumberKind
import org.gatepass.core.SetEvent
import org.gatepass.core.SummaryKind
import org.gatepass.core.TextKind
import org.gatepass.core.TimeOfDayKind
import org.gatepass.core.WizardView

/** The view's fields, each drawn by its kind. */
internal fun LazyListScope.fields(view: WizardView, settled: Boolean, actions: WizardActions) {
    // What is only to be read stands together.
    val read = view.fields.filter { it.kind is SummaryKind }
    for (field in view.fields) {
        val set = { value: FieldValue -> actions.send(SetEvent(field.id, value)) }
        when {
            field.kind !is SummaryKind -> item(field.id) { OneField(field, settled, set, actions) }
            field == read.first() -> item("read") { Summaries(read, actions) }
        }
    }
}

@Composable
private fun OneField(field: Field, settled: Boolean, set: (FieldValue) -> Unit, actions: WizardActions) {
    Column(Modifier.testTag("field.${field.id.name.lowercase()}")) {
        when (val kind = field.kind) {
            is ChooseOneKind -> Labelled(field) { OneOf(field, kind, set) }
            is ChooseSeveralKind -> Labelled(field) { if (field.id == FieldId.WEEKDAYS) Chips(field, kind, set) else SeveralOf(field, kind, set) }
            is TextKind -> TextEntry(field, kind, settled, set)
            is TimeOfDayKind -> TimeEntry(field, kind, set)
            is DayKind -> DayEntry(field, kind, set)
            is MomentKind -> MomentEntry(field, kind, set)
            is NumberKind -> Labelled(field) { Stepper(field, kind, set) }
            is SummaryKind -> Summary(field, kind, actions)
        }
    }
}

/** A field with its label above, and what is wrong or to be known below. */
@Composable
internal fun Labelled(field: Field, content: @Composable ColumnScope.() -> Unit) {
    Column(verticalArrangement = Arrangement.spacedBy(8.dp)) {
        Text(
            field.label,
            Modifier.padding(horizontal = 4.dp).semantics { heading() },
            style = MaterialTheme.typography.titleSmall,
            color = MaterialTheme.colorScheme.primary,
        )
        content()
        Below(field)
    }
}

/** What is wrong with a field, else why it cannot change, else its hint. */
@Composable
internal fun Below(field: Field, modifier: Modifier = Modifier) {
    val wrong = field.errors.isNotEmpty()
    val lines = if (wrong) field.errors else listOfNotNull(field.whyNot ?: field.hint)
    for (line in lines) {
        Text(
            line,
            modifier.padding(horizontal = 4.dp).semantics { if (wrong) liveRegion = LiveRegionMode.Polite },
            style = MaterialTheme.typography.bodySmall,
            color = if (wrong) MaterialTheme.colorScheme.error else MaterialTheme.colorScheme.onSurfaceVariant,
        )
    }
}
