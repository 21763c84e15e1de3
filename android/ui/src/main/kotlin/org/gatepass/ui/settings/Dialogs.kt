package org.gatepass.ui.settings

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.rememberScrollState
import androidx.compose.foundation.selection.selectable
import androidx.compose.foundation.selection.selectableGroup
import androidx.compose.foundation.verticalScroll
import androidx.compose.material3.AlertDialog
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.RadioButton
import androidx.compose.material3.Text
import androidx.compose.material3.TextButton
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.unit.dp
import org.gatepass.core.SettingsSignOutQuestionMessage
import org.gatepass.core.say
import org.gatepass.ui.parts.Asking
import org.gatepass.ui.words

/** What is open above the settings. */
@Composable
internal fun Dialogs(state: SettingsState, actions: SettingsActions) {
    val leave = { actions.show(null) }
    when (val dialog = state.dialog) {
        is SettingsState.Dialog.SignOut -> Asking(
            words.say(SettingsSignOutQuestionMessage(dialog.profile.site)), words.settings.signOutText, words.settings.signOut,
            onDo = { actions.signOut(dialog.profile) }, onLeave = leave,
        )
        SettingsState.Dialog.Language -> LanguageDialog(state, actions, leave)
        SettingsState.Dialog.Licences -> AlertDialog(
            onDismissRequest = leave,
            title = { Text(words.settings.licences) },
            text = { Text(words.settings.licencesText, Modifier.verticalScroll(rememberScrollState())) },
            confirmButton = { TextButton(leave) { Text(words.common.close) } },
        )
        null -> Unit
    }
}

@Composable
private fun LanguageDialog(state: SettingsState, actions: SettingsActions, leave: () -> Unit) {
    val all = listOf(null to words.settings.languagePhone) + state.languages.map { it.tag to it.name }
    AlertDialog(
        onDismissRequest = leave,
        title = { Text(words.settings.language) },
        text = {
            Column(Modifier.selectableGroup().verticalScroll(rememberScrollState())) {
                for ((tag, name) in all) {
                    Row(
                        Modifier.fillMaxWidth().heightIn(min = 56.dp)
                            .selectable(state.language == tag, role = Role.RadioButton) { actions.speak(tag) },
                        Arrangement.spacedBy(16.dp),
                        Alignment.CenterVertically,
                    ) {
                        RadioButton(state.language == tag, null)
                        Text(name, style = MaterialTheme.typography.bodyLarge)
                    }
                }
            }
        },
        confirmButton = { TextButton(leave) { Text(words.common.cancel) } },
    )
}
