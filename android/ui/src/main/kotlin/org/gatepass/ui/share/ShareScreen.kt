package org.gatepass.ui.share

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.widthIn
import androidx.compose.foundation.rememberScrollState
import androidx.compose.foundation.verticalScroll
import androidx.compose.material3.Icon
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Surface
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.vector.ImageVector
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.unit.dp
import org.gatepass.core.ShareAs
import org.gatepass.core.SharePayload
import org.gatepass.ui.parts.Between
import org.gatepass.ui.parts.Line
import org.gatepass.ui.parts.Loading
import org.gatepass.ui.parts.Page
import org.gatepass.ui.parts.PageTitle
import org.gatepass.ui.parts.Section
import org.gatepass.ui.parts.columnWidth
import org.gatepass.ui.theme.Icons
import org.gatepass.ui.words

/** What of a pass can be handed on. [payload] is null until it is read. */
@Composable
fun ShareScreen(payload: SharePayload?, onShare: (ShareAs) -> Unit, onBack: () -> Unit) {
    Page("share", { PageTitle(words.share.title) }, onBack, Icons.Close, words.common.close) {
        if (payload == null) {
            Loading()
            return@Page
        }
        Column(
            Modifier.fillMaxSize().verticalScroll(rememberScrollState()).widthIn(max = columnWidth).padding(16.dp),
            Arrangement.spacedBy(16.dp),
        ) {
            Message(payload)
            Text(
                words.share.text,
                Modifier.padding(horizontal = 16.dp),
                style = MaterialTheme.typography.bodyMedium,
                color = MaterialTheme.colorScheme.onSurfaceVariant,
            )
            Section(null) {
                payload.ways.forEachIndexed { at, way ->
                    if (at > 0) Between()
                    Line(
                        nameOf(way),
                        Modifier.testTag("share.${way.name.lowercase()}"),
                        iconOf(way),
                        if (way == ShareAs.LINK_ONLY) payload.url else null,
                        { onShare(way) },
                    ) { Icon(Icons.Forward, null, tint = MaterialTheme.colorScheme.onSurfaceVariant) }
                }
            }
        }
    }
}

/** What the guest will read. */
@Composable
private fun Message(payload: SharePayload) {
    Surface(
        Modifier.fillMaxWidth(),
        MaterialTheme.shapes.large,
        MaterialTheme.colorScheme.secondaryContainer,
        MaterialTheme.colorScheme.onSecondaryContainer,
    ) {
        Column(Modifier.padding(20.dp), Arrangement.spacedBy(8.dp)) {
            Text(payload.title, style = MaterialTheme.typography.titleMedium)
            Text(payload.validity, style = MaterialTheme.typography.bodyMedium)
        }
    }
}

private fun iconOf(way: ShareAs): ImageVector = when (way) {
    ShareAs.MESSAGE -> Icons.Message
    ShareAs.LINK_ONLY -> Icons.Link
    ShareAs.QR_PICTURE -> Icons.Qr
    ShareAs.ACCESS_CODE -> Icons.Code
}

@Composable
private fun nameOf(way: ShareAs): String = when (way) {
    ShareAs.MESSAGE -> words.share.asMessage
    ShareAs.LINK_ONLY -> words.share.asLink
    ShareAs.QR_PICTURE -> words.share.asImage
    ShareAs.ACCESS_CODE -> words.share.asCode
}
