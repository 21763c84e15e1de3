package org.gatepass.ui.wizard

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.navigationBarsPadding
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.widthIn
import androidx.compose.material3.Button
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Surface
import androidx.compose.material3.Text
import androidx.compose.material3.TextButton
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.semantics.stateDescription
import androidx.compose.ui.unit.dp
import org.gatepass.core.CancelEvent
import org.gatepass.core.WizardView
import org.gatepass.ui.parts.columnWidth
import org.gatepass.ui.theme.ground

/** The view's buttons: the prominent one across, the others below it. Giving up is the cross at the top, which asks first. */
@Composable
internal fun Buttons(view: WizardView, actions: WizardActions) {
    val others = view.secondary.filter { it.event != CancelEvent || view.primary == null }
    if (view.primary == null && others.isEmpty()) return
    Surface(Modifier.fillMaxWidth(), color = MaterialTheme.colorScheme.ground) {
        Column(
            Modifier.navigationBarsPadding().padding(horizontal = 16.dp, vertical = 12.dp).fillMaxWidth(),
            horizontalAlignment = Alignment.CenterHorizontally,
        ) {
            view.primary?.let { button ->
                Button(
                    { actions.send(button.event) },
                    Modifier.widthIn(max = columnWidth).fillMaxWidth().heightIn(min = 56.dp).testTag("wizard.primary"),
                    enabled = button.enabled && !view.busy,
                ) { Text(button.label, style = MaterialTheme.typography.titleMedium) }
            }
            FlowRow(Modifier.padding(top = 4.dp), Arrangement.spacedBy(8.dp)) {
                for (button in others) {
                    TextButton(
                        { actions.send(button.event) },
                        Modifier.heightIn(min = 48.dp).semantics { button.whyNot?.let { stateDescription = it } },
                        enabled = button.enabled && !view.busy,
                    ) { Text(button.label) }
                }
            }
            others.firstNotNullOfOrNull { it.whyNot }?.let {
                Text(it, style = MaterialTheme.typography.bodySmall, color = MaterialTheme.colorScheme.onSurfaceVariant)
            }
        }
    }
}
