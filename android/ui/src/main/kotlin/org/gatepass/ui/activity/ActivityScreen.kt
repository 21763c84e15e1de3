package org.gatepass.ui.activity

import androidx.compose.foundation.ExperimentalFoundationApi
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.PaddingValues
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.layout.widthIn
import androidx.compose.foundation.lazy.LazyColumn
import androidx.compose.foundation.lazy.LazyListScope
import androidx.compose.foundation.lazy.items
import androidx.compose.foundation.shape.CornerSize
import androidx.compose.material3.ExperimentalMaterial3Api
import androidx.compose.material3.FilterChip
import androidx.compose.material3.Icon
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Surface
import androidx.compose.material3.Text
import androidx.compose.material3.TextButton
import androidx.compose.material3.pulltorefresh.PullToRefreshBox
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.unit.dp
import org.gatepass.core.EntryFilter
import org.gatepass.core.EntryRow
import org.gatepass.ui.Formats
import org.gatepass.ui.formats
import org.gatepass.ui.parts.Loading
import org.gatepass.ui.parts.Nothing
import org.gatepass.ui.parts.Page
import org.gatepass.ui.parts.PageTitle
import org.gatepass.ui.parts.SectionTitle
import org.gatepass.ui.parts.Tone
import org.gatepass.ui.parts.columnWidth
import org.gatepass.ui.theme.Icons
import org.gatepass.ui.theme.ground
import org.gatepass.ui.theme.card
import org.gatepass.ui.words

/** Who came, day by day. */
@OptIn(ExperimentalMaterial3Api::class)
@Composable
fun ActivityScreen(state: ActivityState, actions: ActivityActions) {
    Page("activity", { PageTitle(words.activity.title) }) {
        PullToRefreshBox(state.refreshing, actions::refresh, Modifier.fillMaxSize()) {
            Box(Modifier.fillMaxSize(), Alignment.TopCenter) {
                val formats = formats
                LazyColumn(
                    Modifier.fillMaxSize().widthIn(max = columnWidth).testTag("activity.list"),
                    contentPadding = PaddingValues(start = 16.dp, end = 16.dp, bottom = 32.dp),
                ) {
                    item("filter") { Filter(state.filter, actions::show) }
                    days(state, formats, actions)
                }
            }
        }
    }
}

@OptIn(ExperimentalFoundationApi::class)
private fun LazyListScope.days(state: ActivityState, formats: Formats, actions: ActivityActions) {
    val rows = state.entries
    if (rows == null) {
        item("loading") { Box(Modifier.fillParentMaxSize(0.5f).fillMaxWidth()) { Loading() } }
        return
    }
    if (rows.isEmpty()) {
        item("empty") { Nothing(Icons.Arrived, words.activity.emptyTitle, words.activity.emptyText, tone = Tone.QUIET) }
    }
    rows.byDay().forEachIndexed { at, entries ->
        // Homes in other zones may bring a day back.
        stickyHeader("$at ${entries.first().day.date}") {
            Surface(Modifier.fillMaxWidth(), color = MaterialTheme.colorScheme.ground) {
                SectionTitle(formats.day(entries.first().day))
            }
        }
        items(entries, { "${it.entry.profile} ${it.entry.entry}" }) { entry ->
            InGroup(entry == entries.first(), entry == entries.last()) {
                val pass = entry.pass
                EntryLine(
                    entry,
                    ofOnePass = false,
                    onPhoto = { actions.showPhoto(entry.entry) },
                    onOpen = if (pass == null) null else { { actions.open(pass) } },
                )
            }
        }
    }
    if (state.more) {
        item("more") {
            Box(Modifier.fillMaxWidth(), Alignment.Center) { TextButton(actions::showMore) { Text(words.common.showMore) } }
        }
    }
}

/** The entries, anew where the next one is of another day. */
private fun List<EntryRow>.byDay(): List<List<EntryRow>> = fold(mutableListOf<MutableList<EntryRow>>()) { days, entry ->
    days.also { if (it.lastOrNull()?.first()?.day == entry.day) it.last() += entry else it += mutableListOf(entry) }
}

/** A row of a day: the first and the last have round corners. */
@Composable
private fun InGroup(first: Boolean, last: Boolean, content: @Composable () -> Unit) {
    val round = MaterialTheme.shapes.large
    val little = CornerSize(4.dp)
    val shape = round.copy(
        topStart = if (first) round.topStart else little,
        topEnd = if (first) round.topEnd else little,
        bottomStart = if (last) round.bottomStart else little,
        bottomEnd = if (last) round.bottomEnd else little,
    )
    Box(if (last) Modifier else Modifier.padding(bottom = 2.dp)) {
        Surface(Modifier.fillMaxWidth(), shape, MaterialTheme.colorScheme.card, content = content)
    }
}

@Composable
private fun Filter(filter: EntryFilter, onFilter: (EntryFilter) -> Unit) {
    val labels = listOf(
        EntryFilter.ALL to words.activity.filterAll,
        EntryFilter.ARRIVALS to words.activity.filterArrivals,
        EntryFilter.REFUSED to words.activity.filterRefused,
    )
    FlowRow(horizontalArrangement = Arrangement.spacedBy(8.dp)) {
        for ((which, label) in labels) {
            FilterChip(
                which == filter,
                { onFilter(which) },
                { Text(label) },
                leadingIcon = if (which == filter) { { Icon(Icons.Check, null, Modifier.size(18.dp)) } } else null,
            )
        }
    }
}
