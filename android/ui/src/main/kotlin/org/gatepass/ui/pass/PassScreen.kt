package org.gatepass.ui.pass

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.PaddingValues
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.widthIn
import androidx.compose.foundation.lazy.LazyColumn
import androidx.compose.material3.DropdownMenu
import androidx.compose.material3.DropdownMenuItem
import androidx.compose.material3.ExtendedFloatingActionButton
import androidx.compose.material3.Icon
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.unit.dp
import org.gatepass.core.PassAction
import org.gatepass.core.PassDetails
import org.gatepass.core.PassesDeleteQuestionMessage
import org.gatepass.core.say
import org.gatepass.ui.parts.Asking
import org.gatepass.ui.parts.IconAction
import org.gatepass.ui.parts.Loading
import org.gatepass.ui.parts.Nothing
import org.gatepass.ui.parts.Page
import org.gatepass.ui.parts.PageTitle
import org.gatepass.ui.parts.Tone
import org.gatepass.ui.parts.columnWidth
import org.gatepass.ui.passes.offers
import org.gatepass.ui.theme.Icons
import org.gatepass.ui.words

/** One pass: how the guest opens with it, when, what, and who came. */
@Composable
fun PassScreen(state: PassState, actions: PassActions) {
    val details = state.details
    Page(
        "pass",
        { PageTitle(details?.row?.name.orEmpty()) },
        actions::back,
        actions = { if (details != null) PassMenu(details, actions) },
        floating = {
            if (details?.row?.offers(PassAction.SHARE) == true) {
                ExtendedFloatingActionButton(
                    text = { Text(words.common.share) },
                    // Material keeps the text from screen readers: they hear the picture's name.
                    icon = { Icon(Icons.Share, words.common.share) },
                    onClick = actions::share,
                    modifier = Modifier.testTag("pass.share"),
                )
            }
        },
    ) {
        when {
            details != null -> PassBody(details, state, actions)
            state.gone -> Nothing(Icons.Pass, words.pass.goneTitle, words.pass.goneText, tone = Tone.QUIET)
            else -> Loading()
        }
    }
    if (state.deleting && details != null) {
        Asking(
            words.say(PassesDeleteQuestionMessage(details.row.name)), words.passes.deleteText, words.common.delete,
            onDo = actions::delete, onLeave = { actions.askToDelete(false) },
        )
    }
}

@Composable
private fun PassBody(details: PassDetails, state: PassState, actions: PassActions) {
    Box(Modifier.fillMaxSize(), Alignment.TopCenter) {
        LazyColumn(
            Modifier.fillMaxSize().widthIn(max = columnWidth).testTag("pass.list"),
            contentPadding = PaddingValues(start = 16.dp, end = 16.dp, top = 4.dp, bottom = 104.dp),
            verticalArrangement = Arrangement.spacedBy(16.dp),
        ) {
            passNotes(details, actions)
            if (details.identifiers.isNotEmpty()) item("ways") { Ways(details, state.qr, actions) }
            item("when") { WhenSection(details) }
            item("what") { WhatSection(details) }
            visits(state, actions)
        }
    }
}

@Composable
private fun PassMenu(details: PassDetails, actions: PassActions) {
    if (details.row.offers(PassAction.EDIT)) IconAction(Icons.Edit, words.pass.edit, onClick = actions::edit)
    if (!details.row.offers(PassAction.DELETE)) return
    var open by remember { mutableStateOf(false) }
    Box {
        IconAction(Icons.More, words.common.moreActions) { open = true }
        DropdownMenu(open, { open = false }) {
            val red = MaterialTheme.colorScheme.error
            DropdownMenuItem(
                text = { Text(words.pass.delete, color = red) },
                leadingIcon = { Icon(Icons.Delete, null, tint = red) },
                onClick = {
                    open = false
                    actions.askToDelete(true)
                },
            )
        }
    }
}
