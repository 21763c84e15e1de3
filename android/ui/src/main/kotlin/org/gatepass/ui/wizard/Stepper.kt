package org.gatepass.ui.wizard

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.material3.FilledTonalIconButton
import androidx.compose.material3.Icon
import androidx.compose.material3.MaterialTheme
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
import androidx.compose.ui.semantics.LiveRegionMode
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.liveRegion
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.dp
import org.gatepass.core.Field
import org.gatepass.core.FieldValue
import org.gatepass.core.NumberKind
import org.gatepass.core.NumberValue
import org.gatepass.ui.formats
import org.gatepass.ui.parts.Between
import org.gatepass.ui.parts.SwitchLine
import org.gatepass.ui.theme.Icons
import org.gatepass.ui.theme.card
import org.gatepass.ui.words

/** A number: one more, one fewer, or no limit. */
@Composable
internal fun Stepper(field: Field, kind: NumberKind, set: (FieldValue) -> Unit) {
    // Where "no limit" is switched off again the last number comes back.
    var last by remember { mutableStateOf(kind.number ?: kind.min) }
    // Two quick taps are two steps, also before the first has arrived.
    var number by remember { mutableStateOf(kind.number) }
    LaunchedEffect(kind.number) {
        number = kind.number
        kind.number?.let { last = it }
    }
    fun step(to: UInt?) {
        number = to
        set(NumberValue(to))
    }
    Surface(Modifier.fillMaxWidth(), MaterialTheme.shapes.medium, MaterialTheme.colorScheme.card) {
        Column {
            kind.unlimitedLabel?.let { label ->
                SwitchLine(label, number == null, { step(if (it) null else last) }, enabled = field.enabled)
            }
            number?.let { now ->
                if (kind.unlimitedLabel != null) Between()
                Steps(field, kind, now, ::step)
            }
        }
    }
}

@Composable
private fun Steps(field: Field, kind: NumberKind, now: UInt, step: (UInt) -> Unit) {
    Row(
        Modifier.fillMaxWidth().padding(horizontal = 16.dp, vertical = 12.dp),
        Arrangement.spacedBy(16.dp, Alignment.CenterHorizontally),
        Alignment.CenterVertically,
    ) {
        FilledTonalIconButton({ step(now - 1u) }, Modifier.size(48.dp), field.enabled && now > kind.min) {
            Icon(Icons.Remove, formats.listed(listOf(words.common.decrease, field.label)))
        }
        val said = formats.listed(listOf(field.label, formats.number(now)))
        Text(
            formats.number(now),
            Modifier.weight(1f).semantics {
                contentDescription = said
                liveRegion = LiveRegionMode.Polite
            },
            style = MaterialTheme.typography.headlineMedium,
            textAlign = TextAlign.Center,
        )
        FilledTonalIconButton({ step(now + 1u) }, Modifier.size(48.dp), field.enabled && now < kind.max) {
            Icon(Icons.Add, formats.listed(listOf(words.common.increase, field.label)))
        }
    }
}
