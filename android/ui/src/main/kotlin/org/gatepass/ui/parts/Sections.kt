package org.gatepass.ui.parts

import androidx.compose.foundation.clickable
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.ColumnScope
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.selection.toggleable
import androidx.compose.material3.HorizontalDivider
import androidx.compose.material3.Icon
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Surface
import androidx.compose.material3.Switch
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.vector.ImageVector
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import org.gatepass.ui.theme.card

/** Lines that belong together, on a ground of their own, below a heading. */
@Composable
internal fun Section(title: String?, modifier: Modifier = Modifier, content: @Composable ColumnScope.() -> Unit) {
    Column(modifier.fillMaxWidth()) {
        if (title != null) SectionTitle(title)
        Surface(Modifier.fillMaxWidth(), MaterialTheme.shapes.large, MaterialTheme.colorScheme.card) {
            Column(content = content)
        }
    }
}

@Composable
internal fun SectionTitle(text: String, modifier: Modifier = Modifier) = Text(
    text,
    modifier.padding(start = 16.dp, end = 16.dp, top = 8.dp, bottom = 8.dp).semantics { heading() },
    style = MaterialTheme.typography.titleSmall,
    color = MaterialTheme.colorScheme.primary,
)

/** Between two lines of a section. */
@Composable
internal fun Between() = HorizontalDivider(Modifier.padding(start = 16.dp, end = 16.dp), color = MaterialTheme.colorScheme.outlineVariant)

/** One line: a picture, what it is, what it says, and what can be done at its end. One element for a screen reader. */
@Composable
internal fun Line(
    title: String,
    modifier: Modifier = Modifier,
    icon: ImageVector? = null,
    text: String? = null,
    onClick: (() -> Unit)? = null,
    end: (@Composable () -> Unit)? = null,
) {
    val tapped = if (onClick == null) Modifier else Modifier.clickable(role = Role.Button, onClick = onClick)
    LineOf(title, modifier.then(tapped), icon, text, end)
}

/** A line that is on or off. */
@Composable
internal fun SwitchLine(
    title: String,
    on: Boolean,
    onChange: (Boolean) -> Unit,
    modifier: Modifier = Modifier,
    icon: ImageVector? = null,
    text: String? = null,
    enabled: Boolean = true,
) = LineOf(title, modifier.toggleable(on, enabled, Role.Switch, onValueChange = onChange), icon, text) {
    Switch(on, null, enabled = enabled)
}

@Composable
private fun LineOf(title: String, modifier: Modifier, icon: ImageVector?, text: String?, end: (@Composable () -> Unit)?) {
    Row(
        modifier.fillMaxWidth().heightIn(min = 56.dp).padding(horizontal = 16.dp, vertical = 10.dp)
            .semantics(mergeDescendants = true) {},
        Arrangement.spacedBy(16.dp),
        Alignment.CenterVertically,
    ) {
        if (icon != null) Icon(icon, null, Modifier.size(24.dp), MaterialTheme.colorScheme.onSurfaceVariant)
        Column(Modifier.weight(1f), Arrangement.spacedBy(2.dp)) {
            Text(title, style = MaterialTheme.typography.bodyLarge)
            if (text != null) {
                Text(text, style = MaterialTheme.typography.bodyMedium, color = MaterialTheme.colorScheme.onSurfaceVariant)
            }
        }
        if (end != null) end()
    }
}
