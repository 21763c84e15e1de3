package org.gatepass.ui.pass

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.lazy.LazyListScope
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Surface
import androidx.compose.material3.Text
import androidx.compose.material3.TextButton
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.unit.dp
import org.gatepass.core.GuestKind
import org.gatepass.core.PassDetails
import org.gatepass.core.PassMadeAtMessage
import org.gatepass.core.PassType
import org.gatepass.core.PassUsedMessage
import org.gatepass.core.PassUsedOfMessage
import org.gatepass.core.PassUsedTodayLimitMessage
import org.gatepass.core.say
import org.gatepass.ui.activity.EntryLine
import org.gatepass.ui.formats
import org.gatepass.ui.parts.Between
import org.gatepass.ui.parts.Line
import org.gatepass.ui.parts.OpeningLine
import org.gatepass.ui.parts.Section
import org.gatepass.ui.parts.SectionTitle
import org.gatepass.ui.passes.icon
import org.gatepass.ui.passes.standingInFull
import org.gatepass.ui.theme.Icons
import org.gatepass.ui.theme.card
import org.gatepass.ui.words

/** When it opens: now, in one sentence, and the next times. */
@Composable
internal fun WhenSection(details: PassDetails) {
    Section(words.pass.validity) {
        Line(details.validity, icon = Icons.Calendar, text = details.row.standingInFull(words, formats))
        if (details.openings.isNotEmpty()) {
            Between()
            Text(
                words.pass.nextOpenings,
                Modifier.padding(start = 16.dp, end = 16.dp, top = 12.dp),
                style = MaterialTheme.typography.labelLarge,
                color = MaterialTheme.colorScheme.onSurfaceVariant,
            )
            Column(Modifier.padding(top = 4.dp, bottom = 8.dp)) {
                for (opening in details.openings) OpeningLine(formats.opening(opening, details.row.timeZone))
            }
        }
    }
}

/** What it opens, how often, for whom, and why the resident made it. */
@Composable
internal fun WhatSection(details: PassDetails) {
    val row = details.row
    Section(null) {
        Line(formats.listed(details.doors.map { it.name }), icon = Icons.Door, text = words.pass.doors)
        Between()
        Line(used(details), icon = Icons.Repeat, text = limits(details))
        Between()
        Line(if (row.guest == GuestKind.COURIER) words.pass.courier else words.pass.guest, icon = row.guest.icon, text = nameOf(details.kind))
        if (details.comment.isNotEmpty()) {
            Between()
            Line(details.comment, icon = Icons.Note, text = words.pass.comment)
        }
    }
    val why = details.notEditableBecause
    if (why != null) {
        Text(
            why,
            Modifier.padding(start = 16.dp, end = 16.dp, top = 12.dp),
            style = MaterialTheme.typography.bodySmall,
            color = MaterialTheme.colorScheme.onSurfaceVariant,
        )
    }
}

/** Who came with it. */
internal fun LazyListScope.visits(state: PassState, actions: PassActions) {
    item("visits") {
        Column {
            SectionTitle(words.pass.entries)
            Surface(Modifier.fillMaxWidth(), MaterialTheme.shapes.large, MaterialTheme.colorScheme.card) {
                Column {
                    if (state.entries.isEmpty()) Line(words.pass.noEntries, icon = Icons.Arrived)
                    state.entries.forEachIndexed { at, entry ->
                        if (at > 0) Between()
                        EntryLine(entry, ofOnePass = true, onPhoto = { actions.showPhoto(entry.entry) })
                    }
                }
            }
            if (state.moreEntries) {
                FlowRow(Modifier.fillMaxWidth(), Arrangement.Center) {
                    TextButton(actions::showMoreEntries) { Text(words.pass.allEntries) }
                }
            }
        }
    }
    val made = state.details ?: return
    item("made") {
        Text(
            words.say(PassMadeAtMessage(formats.moment(made.createdAt, made.row.timeZone))),
            Modifier.padding(horizontal = 16.dp),
            style = MaterialTheme.typography.bodySmall,
            color = MaterialTheme.colorScheme.onSurfaceVariant,
        )
    }
}

@Composable
private fun used(details: PassDetails): String = when (val limit = details.limit) {
    null -> words.say(PassUsedMessage(details.used))
    else -> words.say(PassUsedOfMessage(details.used, limit))
}

@Composable
private fun limits(details: PassDetails): String {
    val perDay = details.perDay
    return when {
        perDay != null -> words.say(PassUsedTodayLimitMessage(perDay))
        details.limit == null -> words.common.unlimited
        else -> words.pass.uses
    }
}

@Composable
private fun nameOf(type: PassType): String = when (type) {
    PassType.CUSTOM -> words.pass.typeCustom
    PassType.RECURRING -> words.pass.typeRecurring
    PassType.BUSINESS_HOURS -> words.pass.typeBusinessHours
    PassType.FULL_DAY -> words.pass.typeFullDay
    PassType.ONE_TIME -> words.pass.typeOneTime
}
