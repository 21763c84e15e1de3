package org.gatepass.ui.passes

import androidx.compose.foundation.clickable
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.shape.CircleShape
import androidx.compose.material3.AssistChip
import androidx.compose.material3.DropdownMenu
import androidx.compose.material3.DropdownMenuItem
import androidx.compose.material3.FilledTonalButton
import androidx.compose.material3.Icon
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.SegmentedButton
import androidx.compose.material3.SegmentedButtonDefaults
import androidx.compose.material3.SingleChoiceSegmentedButtonRow
import androidx.compose.material3.Text
import androidx.compose.material3.TextField
import androidx.compose.material3.TextFieldDefaults
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.style.TextOverflow
import androidx.compose.ui.unit.dp
import org.gatepass.core.PassHalf
import org.gatepass.core.PassesProfileOfMessage
import org.gatepass.core.ProfileView
import org.gatepass.core.QuickPass
import org.gatepass.core.say
import org.gatepass.ui.parts.IconAction
import org.gatepass.ui.parts.PageTitle
import org.gatepass.ui.theme.Icons
import org.gatepass.ui.theme.card
import org.gatepass.ui.words

/** What the list shows: words to find, and valid or past. */
@Composable
internal fun Finder(state: PassesState, actions: PassesActions) {
    Column(verticalArrangement = Arrangement.spacedBy(12.dp)) {
        SearchField(state.search, actions::search)
        SingleChoiceSegmentedButtonRow(Modifier.fillMaxWidth().padding(bottom = 4.dp)) {
            val halves = listOf(PassHalf.VALID to words.passes.valid, PassHalf.INVALID to words.passes.invalid)
            halves.forEachIndexed { at, (half, label) ->
                SegmentedButton(
                    state.half == half,
                    { actions.show(half) },
                    SegmentedButtonDefaults.itemShape(at, halves.size),
                    Modifier.heightIn(min = 48.dp).testTag("passes.${half.name.lowercase()}"),
                ) { Text(label) }
            }
        }
    }
}

@Composable
private fun SearchField(text: String, onSearch: (String) -> Unit) = TextField(
    text,
    onSearch,
    Modifier.fillMaxWidth().testTag("passes.search"),
    placeholder = { Text(words.passes.searchHint, maxLines = 1, overflow = TextOverflow.Ellipsis) },
    leadingIcon = { Icon(Icons.Search, words.common.search) },
    trailingIcon = { if (text.isNotEmpty()) IconAction(Icons.Close, words.common.close) { onSearch("") } },
    singleLine = true,
    shape = CircleShape,
    colors = TextFieldDefaults.colors(
        focusedContainerColor = MaterialTheme.colorScheme.card,
        unfocusedContainerColor = MaterialTheme.colorScheme.card,
        focusedIndicatorColor = Color.Transparent,
        unfocusedIndicatorColor = Color.Transparent,
    ),
)

/** The title; with several homes it chooses among them. */
@Composable
internal fun HomeTitle(state: PassesState, actions: PassesActions) {
    if (state.profiles.size < 2) {
        PageTitle(words.passes.title)
        return
    }
    var open by remember { mutableStateOf(false) }
    val all = words.passes.allProfiles
    Box {
        Row(
            Modifier.clip(MaterialTheme.shapes.small)
                .clickable(onClickLabel = words.passes.switchProfile, role = Role.DropdownList) { open = true }
                .heightIn(min = 48.dp).padding(end = 8.dp).testTag("passes.home").semantics { heading() },
            Arrangement.spacedBy(4.dp),
            Alignment.CenterVertically,
        ) {
            val shown = state.profiles.find { it.id == state.profile }
            Text(shown?.let { nameOf(it) } ?: all, maxLines = 1, overflow = TextOverflow.Ellipsis, modifier = Modifier.weight(1f, false))
            Icon(Icons.Down, null)
        }
        DropdownMenu(open, { open = false }) {
            val choose = { home: ProfileView? ->
                open = false
                actions.show(home?.id)
            }
            HomeItem(all, state.profile == null) { choose(null) }
            for (home in state.profiles) HomeItem(nameOf(home), state.profile == home.id) { choose(home) }
        }
    }
}

@Composable
private fun HomeItem(name: String, chosen: Boolean, onClick: () -> Unit) = DropdownMenuItem(
    text = { Text(name) },
    leadingIcon = { Icon(Icons.Home, null) },
    trailingIcon = { if (chosen) Icon(Icons.Check, words.common.done) },
    onClick = onClick,
)

@Composable
private fun nameOf(home: ProfileView): String = words.say(PassesProfileOfMessage(home.site, home.unit))

/** Below an empty list: a pass with one tap. */
@Composable
internal fun QuickButtons(actions: PassesActions) {
    FlowRow(Modifier.padding(top = 8.dp), Arrangement.spacedBy(8.dp, Alignment.CenterHorizontally)) {
        AssistChip(
            { actions.quick(QuickPass.COURIER_TODAY) },
            { Text(words.passes.quickCourier) },
            leadingIcon = { Icon(Icons.Courier, null) },
        )
        AssistChip(
            { actions.quick(QuickPass.GUEST_TODAY) },
            { Text(words.passes.quickGuest) },
            leadingIcon = { Icon(Icons.Person, null) },
        )
    }
}

@Composable
internal fun InvitationButton(actions: PassesActions) =
    FilledTonalButton(actions::invitation, Modifier.padding(top = 8.dp)) { Text(words.welcome.haveInvitation) }
