package org.gatepass.ui.welcome

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.layout.widthIn
import androidx.compose.foundation.rememberScrollState
import androidx.compose.foundation.text.KeyboardActions
import androidx.compose.foundation.text.KeyboardOptions
import androidx.compose.foundation.verticalScroll
import androidx.compose.material3.Button
import androidx.compose.material3.ButtonDefaults
import androidx.compose.material3.CircularProgressIndicator
import androidx.compose.material3.FilledTonalButton
import androidx.compose.material3.Icon
import androidx.compose.material3.LocalContentColor
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.OutlinedTextField
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.vector.ImageVector
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.error
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.input.ImeAction
import androidx.compose.ui.text.input.KeyboardType
import androidx.compose.ui.unit.dp
import org.gatepass.ui.parts.Page
import org.gatepass.ui.parts.PageTitle
import org.gatepass.ui.parts.columnWidth
import org.gatepass.ui.theme.Icons
import org.gatepass.ui.words

/** Entering an invitation: paste, scan or type it. */
@Composable
fun ActivationScreen(state: ActivationState, actions: ActivationActions) {
    Page("activation", { PageTitle(words.welcome.invitationTitle) }, actions::back) {
        Column(
            Modifier.fillMaxSize().verticalScroll(rememberScrollState()).widthIn(max = columnWidth)
                .padding(horizontal = 24.dp, vertical = 8.dp),
            Arrangement.spacedBy(20.dp),
        ) {
            Text(
                words.welcome.invitationText,
                style = MaterialTheme.typography.bodyLarge,
                color = MaterialTheme.colorScheme.onSurfaceVariant,
            )
            InvitationField(state, actions)
            if (state.asksForServer) ServerField(state, actions)
            Button(
                actions::activate,
                Modifier.fillMaxWidth().heightIn(min = 56.dp).testTag("activation.go"),
                enabled = state.text.isNotBlank() && !state.busy,
            ) {
                if (state.busy) {
                    CircularProgressIndicator(Modifier.padding(end = 12.dp).size(20.dp), LocalContentColor.current, 2.dp)
                }
                Text(if (state.busy) words.welcome.activating else words.welcome.activate)
            }
        }
    }
}

@Composable
private fun InvitationField(state: ActivationState, actions: ActivationActions) {
    Column(verticalArrangement = Arrangement.spacedBy(12.dp)) {
        FieldWithHint(
            "activation.text", state.text, actions::type, words.welcome.invitationLabel, words.welcome.invitationHint,
            state.error, !state.busy, KeyboardType.Text, actions::activate, lines = 3,
        )
        FlowRow(horizontalArrangement = Arrangement.spacedBy(12.dp)) {
            Way(Icons.Paste, words.welcome.paste, !state.busy, actions::paste)
            if (state.canScan) Way(Icons.Scan, words.welcome.scan, !state.busy, actions::scan)
        }
    }
}

@Composable
private fun Way(icon: ImageVector, label: String, enabled: Boolean, onClick: () -> Unit) {
    FilledTonalButton(onClick, enabled = enabled, contentPadding = ButtonDefaults.ButtonWithIconContentPadding) {
        Icon(icon, null, Modifier.size(ButtonDefaults.IconSize))
        Text(label, Modifier.padding(start = ButtonDefaults.IconSpacing))
    }
}

@Composable
private fun ServerField(state: ActivationState, actions: ActivationActions) = FieldWithHint(
    "activation.server", state.server, actions::typeServer, words.welcome.serverLabel, words.welcome.serverHint,
    state.serverError, !state.busy, KeyboardType.Uri, actions::activate,
)

@Composable
private fun FieldWithHint(
    tag: String,
    text: String,
    onType: (String) -> Unit,
    label: String,
    hint: String,
    wrong: String?,
    enabled: Boolean,
    keyboard: KeyboardType,
    onGo: () -> Unit,
    lines: Int = 1,
) = OutlinedTextField(
    text,
    onType,
    Modifier.fillMaxWidth().testTag(tag).semantics { if (wrong != null) error(wrong) },
    enabled = enabled,
    label = { Text(label) },
    supportingText = { Text(wrong ?: hint) },
    isError = wrong != null,
    shape = MaterialTheme.shapes.small,
    minLines = lines,
    maxLines = maxOf(lines, 1) * 2,
    singleLine = lines == 1,
    keyboardOptions = KeyboardOptions(autoCorrectEnabled = false, keyboardType = keyboard, imeAction = ImeAction.Go),
    keyboardActions = KeyboardActions { onGo() },
)
