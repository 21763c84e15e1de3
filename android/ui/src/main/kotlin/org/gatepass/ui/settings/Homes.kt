package org.gatepass.ui.settings

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.material3.ButtonDefaults
import androidx.compose.material3.CircularProgressIndicator
import androidx.compose.material3.Icon
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.material3.TextButton
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.style.TextDirection
import androidx.compose.ui.unit.dp
import org.gatepass.core.ProfileView
import org.gatepass.core.SettingsDoorsHeldMessage
import org.gatepass.core.SettingsUnitMessage
import org.gatepass.core.say
import org.gatepass.ui.formats
import org.gatepass.ui.parts.Between
import org.gatepass.ui.parts.Line
import org.gatepass.ui.parts.Mark
import org.gatepass.ui.parts.Section
import org.gatepass.ui.parts.Tone
import org.gatepass.ui.theme.Icons
import org.gatepass.ui.words

/** The homes on this phone, and the way to another. */
@Composable
internal fun Homes(state: SettingsState, actions: SettingsActions) {
    Section(words.settings.profiles) {
        for (home in state.profiles) {
            Home(home, state.signingOut?.id == home.id) { actions.show(SettingsState.Dialog.SignOut(home)) }
            Between()
        }
        Line(words.settings.addProfile, Modifier.testTag("settings.add"), Icons.Add, onClick = actions::addProfile)
    }
}

@Composable
private fun Home(home: ProfileView, leaving: Boolean, onSignOut: () -> Unit) {
    Row(Modifier.fillMaxWidth().padding(start = 16.dp, end = 16.dp, top = 14.dp, bottom = 6.dp), Arrangement.spacedBy(16.dp)) {
        Icon(Icons.Home, null, Modifier.size(24.dp), MaterialTheme.colorScheme.onSurfaceVariant)
        Column(Modifier.weight(1f)) {
            Column(Modifier.semantics(mergeDescendants = true) {}, Arrangement.spacedBy(2.dp)) { HomeText(home) }
            TextButton(
                onSignOut,
                Modifier.align(Alignment.End).testTag("settings.sign_out"),
                enabled = !leaving,
                colors = ButtonDefaults.textButtonColors(contentColor = MaterialTheme.colorScheme.error),
            ) {
                if (leaving) CircularProgressIndicator(Modifier.padding(end = 8.dp).size(16.dp), strokeWidth = 2.dp)
                Text(words.settings.signOut)
            }
        }
    }
}

@Composable
private fun HomeText(home: ProfileView) {
    val quiet = MaterialTheme.colorScheme.onSurfaceVariant
    val small = MaterialTheme.typography.bodyMedium
    Text(home.site, style = MaterialTheme.typography.titleMedium)
    Text("${words.say(SettingsUnitMessage(home.unit))} · ${home.resident}", style = small, color = quiet)
    // Isolated (Unicode FSI, PDI): "1 Elm Street" keeps its number in front also among Arabic.
    if (home.address.isNotEmpty()) Text("\u2068${home.address}\u2069", style = small, color = quiet)
    if (home.doors.isNotEmpty()) Text(words.say(SettingsDoorsHeldMessage(home.doors.map { it.name })), style = small, color = quiet)
    // An address runs from left to right in every language.
    Text(home.server.removePrefix("https://"), style = small.copy(textDirection = TextDirection.Ltr), color = quiet)
    if (!home.signedIn) Row(Modifier.padding(top = 4.dp)) { Mark(words.settings.signedOut, Tone.WRONG, Icons.Warning) }
}
