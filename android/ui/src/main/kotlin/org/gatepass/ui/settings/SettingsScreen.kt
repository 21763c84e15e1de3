package org.gatepass.ui.settings

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.widthIn
import androidx.compose.foundation.rememberScrollState
import androidx.compose.foundation.verticalScroll
import androidx.compose.material3.Icon
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.material3.TextButton
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.unit.dp
import org.gatepass.core.SettingsVersionMessage
import org.gatepass.core.say
import org.gatepass.ui.parts.Between
import org.gatepass.ui.parts.Line
import org.gatepass.ui.parts.Page
import org.gatepass.ui.parts.PageTitle
import org.gatepass.ui.parts.Section
import org.gatepass.ui.parts.SwitchLine
import org.gatepass.ui.parts.columnWidth
import org.gatepass.ui.theme.Icons
import org.gatepass.ui.words

/** Homes, this phone, and the app itself. */
@Composable
fun SettingsScreen(state: SettingsState, actions: SettingsActions) {
    Page("settings", { PageTitle(words.settings.title) }) {
        Column(
            Modifier.fillMaxSize().verticalScroll(rememberScrollState()).widthIn(max = columnWidth)
                .padding(start = 16.dp, end = 16.dp, bottom = 32.dp),
            Arrangement.spacedBy(16.dp),
        ) {
            Homes(state, actions)
            PhoneSection(state, actions)
            AboutSection(state, actions)
        }
    }
    Dialogs(state, actions)
}

@Composable
private fun PhoneSection(state: SettingsState, actions: SettingsActions) {
    Section(null) {
        SwitchLine(
            words.settings.appLock,
            state.lock,
            actions::lock,
            Modifier.testTag("settings.lock"),
            Icons.Lock,
            if (state.canLock) words.settings.appLockText else words.settings.appLockUnavailable,
            state.canLock,
        )
        Between()
        SwitchLine(
            words.settings.notifications,
            state.notifications,
            actions::notifications,
            Modifier.testTag("settings.notifications"),
            Icons.Bell,
            if (state.notificationsDenied) words.settings.notificationsDenied else words.settings.notificationsText,
        )
        if (state.notificationsDenied) {
            TextButton(actions::systemSettings, Modifier.padding(start = 44.dp)) { Text(words.welcome.openSettings) }
        }
        Between()
        val language = state.languages.find { it.tag == state.language }?.name ?: words.settings.languagePhone
        Line(
            words.settings.language,
            Modifier.testTag("settings.language"),
            Icons.Language,
            language,
            { actions.show(SettingsState.Dialog.Language) },
        )
    }
}

@Composable
private fun AboutSection(state: SettingsState, actions: SettingsActions) {
    Section(words.settings.about) {
        Line(words.say(SettingsVersionMessage(state.version)), icon = Icons.Info)
        Between()
        Line(words.settings.licences, icon = Icons.Note, onClick = { actions.show(SettingsState.Dialog.Licences) }) { Onwards() }
        Between()
        Line(words.settings.sourceCode, icon = Icons.Link, onClick = actions::sourceCode) { Onwards() }
    }
}

@Composable
internal fun Onwards() = Icon(Icons.Forward, null, tint = MaterialTheme.colorScheme.onSurfaceVariant)
