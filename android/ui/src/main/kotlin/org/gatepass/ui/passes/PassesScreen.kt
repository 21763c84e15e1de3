package org.gatepass.ui.passes

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.PaddingValues
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.widthIn
import androidx.compose.foundation.lazy.LazyColumn
import androidx.compose.foundation.lazy.LazyListScope
import androidx.compose.foundation.lazy.items
import androidx.compose.foundation.lazy.rememberLazyListState
import androidx.compose.material3.DropdownMenu
import androidx.compose.material3.DropdownMenuItem
import androidx.compose.material3.ExperimentalMaterial3Api
import androidx.compose.material3.ExtendedFloatingActionButton
import androidx.compose.material3.Icon
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.material3.TextButton
import androidx.compose.material3.pulltorefresh.PullToRefreshBox
import androidx.compose.runtime.Composable
import androidx.compose.runtime.derivedStateOf
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.dp
import java.time.Instant
import org.gatepass.core.PassesDeleteQuestionMessage
import org.gatepass.core.PassesUpdatedAtMessage
import org.gatepass.core.QuickPass
import org.gatepass.core.say
import org.gatepass.ui.formats
import org.gatepass.ui.parts.Asking
import org.gatepass.ui.parts.IconAction
import org.gatepass.ui.parts.Loading
import org.gatepass.ui.parts.Page
import org.gatepass.ui.parts.columnWidth
import org.gatepass.ui.theme.Icons
import org.gatepass.ui.words

/** The list of passes, which the app begins with. */
@OptIn(ExperimentalMaterial3Api::class)
@Composable
fun PassesScreen(state: PassesState, actions: PassesActions) {
    val list = rememberLazyListState()
    val atTop by remember { derivedStateOf { list.firstVisibleItemIndex == 0 } }
    val offersNew = state.hints?.offersNew == true
    Page(
        "passes",
        { HomeTitle(state, actions) },
        actions = { if (offersNew) QuickMenu(actions) },
        floating = {
            if (offersNew) {
                ExtendedFloatingActionButton(
                    text = { Text(words.passes.newPass) },
                    // Material keeps the text from screen readers: they hear the picture's name.
                    icon = { Icon(Icons.Add, words.passes.newPass) },
                    onClick = actions::newPass,
                    modifier = Modifier.testTag("passes.new"),
                    expanded = atTop,
                )
            }
        },
    ) {
        PullToRefreshBox(state.refreshing, actions::refresh, Modifier.fillMaxSize().testTag("passes.pull")) {
            Box(Modifier.fillMaxSize(), Alignment.TopCenter) {
                LazyColumn(
                    Modifier.fillMaxSize().widthIn(max = columnWidth).testTag("passes.list"),
                    list,
                    PaddingValues(start = 16.dp, end = 16.dp, top = 4.dp, bottom = 104.dp),
                    verticalArrangement = Arrangement.spacedBy(8.dp),
                ) {
                    item("finder") { Finder(state, actions) }
                    notes(state, actions)
                    rows(state, actions)
                    state.updated?.let { (at, zone) -> item("updated") { Updated(at, zone) } }
                }
            }
        }
    }
    state.deleting?.let { row ->
        Asking(
            words.say(PassesDeleteQuestionMessage(row.name)), words.passes.deleteText, words.common.delete,
            onDo = { actions.delete(row) }, onLeave = { actions.askToDelete(null) },
        )
    }
}

private fun LazyListScope.rows(state: PassesState, actions: PassesActions) {
    val rows = state.rows
    val hints = state.hints
    val empty = hints?.empty
    when {
        rows == null -> item("loading") { Box(Modifier.fillParentMaxSize(0.5f).fillMaxWidth()) { Loading() } }
        empty != null -> item("empty") { NoRows(empty, hints.offersNew, actions) }
        else -> {
            items(rows, { "${it.pass.profile} ${it.pass.pass}" }) { row ->
                PassCard(row, actions, Modifier.animateItem())
            }
            if (state.more) {
                item("more") {
                    Box(Modifier.fillMaxWidth(), Alignment.Center) {
                        TextButton(actions::showMore) { Text(words.common.showMore) }
                    }
                }
            }
        }
    }
}

/** How fresh the list is. */
@Composable
private fun Updated(at: Instant, zone: String) = Text(
    words.say(PassesUpdatedAtMessage(formats.moment(at, zone))),
    Modifier.fillMaxWidth().padding(top = 8.dp),
    style = MaterialTheme.typography.bodySmall,
    color = MaterialTheme.colorScheme.onSurfaceVariant,
    textAlign = TextAlign.Center,
)

/** Passes with one tap. */
@Composable
private fun QuickMenu(actions: PassesActions) {
    var open by remember { mutableStateOf(false) }
    Box {
        IconAction(Icons.More, words.common.moreActions) { open = true }
        DropdownMenu(open, { open = false }) {
            for ((kind, label) in listOf(
                QuickPass.COURIER_TODAY to words.quick.courierToday,
                QuickPass.GUEST_TODAY to words.quick.guestToday,
            )) {
                DropdownMenuItem(
                    text = { Text(label) },
                    leadingIcon = { Icon(if (kind == QuickPass.COURIER_TODAY) Icons.Courier else Icons.Person, null) },
                    onClick = {
                        open = false
                        actions.quick(kind)
                    },
                )
            }
        }
    }
}
