package org.gatepass.ui.passes

import androidx.compose.foundation.clickable
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.FlowRow
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.shape.CircleShape
import androidx.compose.material3.DropdownMenu
import androidx.compose.material3.DropdownMenuItem
import androidx.compose.material3.Icon
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Surface
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.CustomAccessibilityAction
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.semantics.customActions
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.style.TextOverflow
import androidx.compose.ui.unit.dp
import org.gatepass.core.PassAction
import org.gatepass.core.PassRow
import org.gatepass.ui.formats
import org.gatepass.ui.parts.IconAction
import org.gatepass.ui.parts.Mark
import org.gatepass.ui.parts.SwipeAction
import org.gatepass.ui.parts.SwipeRow
import org.gatepass.ui.parts.Tone
import org.gatepass.ui.theme.Icons
import org.gatepass.ui.theme.card
import org.gatepass.ui.words

/** A pass in the list: one element for a screen reader, with everything that can be done among its actions. */
@Composable
internal fun PassCard(row: PassRow, actions: PassesActions, modifier: Modifier = Modifier) {
    val offered = row.actions.map { offered(it, row, actions) }
    val swipes = offered.filter { it.tone != Tone.QUIET }
    SwipeRow(swipes, MaterialTheme.shapes.medium, modifier.fillMaxWidth()) {
        Surface(
            Modifier.fillMaxWidth().testTag("passes.row").clickable(role = Role.Button) { actions.open(row.pass) }
                .semantics(mergeDescendants = true) {
                    customActions = offered.map { CustomAccessibilityAction(it.label) { it.act(); true } }
                },
            color = MaterialTheme.colorScheme.card,
        ) {
            Row(Modifier.padding(start = 16.dp, top = 14.dp, bottom = 14.dp, end = 4.dp)) {
                GuestPicture(row)
                RowText(row, Modifier.weight(1f).padding(start = 16.dp, top = 2.dp, end = if (offered.isEmpty()) 12.dp else 0.dp))
                // The menu holds what the row's actions hold already.
                if (offered.isNotEmpty()) Box(Modifier.clearAndSetSemantics {}) { RowMenu(offered) }
            }
        }
    }
}

@Composable
private fun offered(action: PassAction, row: PassRow, actions: PassesActions): SwipeAction = when (action) {
    PassAction.SHARE -> SwipeAction(Icons.Share, words.common.share, Tone.GOOD) { actions.share(row.pass) }
    PassAction.EDIT -> SwipeAction(Icons.Edit, words.common.edit, Tone.QUIET) { actions.edit(row.pass) }
    PassAction.DELETE -> SwipeAction(Icons.Delete, words.common.delete, Tone.WRONG) { actions.askToDelete(row) }
    PassAction.UNDO_DELETE -> SwipeAction(Icons.Back, words.common.undo, Tone.GOOD) { actions.undoDelete(row.pass) }
    PassAction.RETRY -> SwipeAction(Icons.Sync, words.common.retry, Tone.QUIET) { actions.retry(row.pass) }
    PassAction.DISCARD -> SwipeAction(Icons.Close, words.pass.discard, Tone.QUIET) { actions.discard(row.pass) }
}

@Composable
private fun GuestPicture(row: PassRow) {
    val colors = MaterialTheme.colorScheme
    val open = row.state.isOpen
    Surface(
        shape = CircleShape,
        color = if (open) colors.primaryContainer else colors.surfaceVariant,
        contentColor = if (open) colors.onPrimaryContainer else colors.onSurfaceVariant,
    ) {
        Icon(row.guest.icon, null, Modifier.padding(10.dp).size(24.dp))
    }
}

@Composable
private fun RowText(row: PassRow, modifier: Modifier) {
    val colors = MaterialTheme.colorScheme
    Column(modifier) {
        Text(row.name, style = MaterialTheme.typography.titleMedium, maxLines = 2, overflow = TextOverflow.Ellipsis)
        Text(
            row.standing(words, formats),
            style = MaterialTheme.typography.bodyMedium,
            color = if (row.state.isOpen) colors.primary else colors.onSurfaceVariant,
        )
        val marks = row.marks(words, formats)
        if (marks.isNotEmpty()) {
            FlowRow(Modifier.padding(top = 8.dp), Arrangement.spacedBy(6.dp), Arrangement.spacedBy(6.dp)) {
                for (mark in marks) Mark(mark.text, mark.tone, mark.icon)
            }
        }
    }
}

@Composable
private fun RowMenu(offered: List<SwipeAction>) {
    var open by remember { mutableStateOf(false) }
    Box(contentAlignment = Alignment.TopEnd) {
        IconAction(Icons.More, words.common.moreActions) { open = true }
        DropdownMenu(open, { open = false }) {
            for (action in offered) {
                DropdownMenuItem(
                    text = { Text(action.label) },
                    leadingIcon = { Icon(action.icon, null) },
                    onClick = {
                        open = false
                        action.act()
                    },
                )
            }
        }
    }
}
