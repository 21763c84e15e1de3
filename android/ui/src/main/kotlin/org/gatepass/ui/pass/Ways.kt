package org.gatepass.ui.pass

import androidx.compose.foundation.clickable
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.aspectRatio
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.layout.widthIn
import androidx.compose.material3.Icon
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Surface
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.ImageBitmap
import androidx.compose.ui.graphics.vector.ImageVector
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.Role
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.text.style.TextDirection
import androidx.compose.ui.text.style.TextOverflow
import androidx.compose.ui.unit.dp
import androidx.compose.ui.unit.sp
import org.gatepass.core.CodeIdentifier
import org.gatepass.core.LinkIdentifier
import org.gatepass.core.PassDetails
import org.gatepass.core.PassQrLabelMessage
import org.gatepass.core.PlateIdentifier
import org.gatepass.core.QrIdentifier
import org.gatepass.core.codeInGroups
import org.gatepass.core.say
import org.gatepass.ui.parts.Between
import org.gatepass.ui.parts.IconAction
import org.gatepass.ui.parts.QrPicture
import org.gatepass.ui.theme.Icons
import org.gatepass.ui.theme.card
import org.gatepass.ui.words

/** How the guest opens: the picture first, then what is typed, tapped or driven. */
@Composable
internal fun Ways(details: PassDetails, qr: ImageBitmap?, actions: PassActions) {
    val others = details.identifiers.filter { it !is QrIdentifier }
    Surface(Modifier.fillMaxWidth(), MaterialTheme.shapes.extraLarge, MaterialTheme.colorScheme.card) {
        Column {
            if (others.size < details.identifiers.size) QrPart(details, qr, actions)
            others.forEachIndexed { at, way ->
                if (at > 0) Between()
                when (way) {
                    is CodeIdentifier -> Way(Icons.Code, words.pass.code, codeInGroups(way.digits), way.digits, words.pass.copyCode, actions, big = true)
                    is LinkIdentifier -> Way(Icons.Link, words.pass.link, way.url, way.url, words.pass.copyLink, actions)
                    is PlateIdentifier -> Way(Icons.Plate, words.pass.plate, way.plate, way.plate, words.common.copy, actions, big = true)
                    else -> Unit
                }
            }
        }
    }
}

@Composable
private fun QrPart(details: PassDetails, qr: ImageBitmap?, actions: PassActions) {
    Column(
        Modifier.fillMaxWidth().padding(start = 20.dp, end = 20.dp, top = 20.dp, bottom = 16.dp),
        Arrangement.spacedBy(12.dp),
        Alignment.CenterHorizontally,
    ) {
        val sized = Modifier.widthIn(max = 248.dp).fillMaxWidth().aspectRatio(1f).clip(MaterialTheme.shapes.medium)
        if (qr == null) {
            Surface(sized, color = Color.White) {}
        } else {
            val large = words.pass.qrLarge
            Box(sized.clickable(onClickLabel = large, role = Role.Button, onClick = actions::enlarge).testTag("pass.qr")) {
                QrPicture(qr, words.say(PassQrLabelMessage(details.row.name)))
            }
        }
        Text(
            words.pass.qrHint,
            style = MaterialTheme.typography.bodyMedium,
            color = MaterialTheme.colorScheme.onSurfaceVariant,
            textAlign = TextAlign.Center,
        )
    }
}

@Composable
private fun Way(
    icon: ImageVector,
    label: String,
    shown: String,
    copied: String,
    copyLabel: String,
    actions: PassActions,
    big: Boolean = false,
) {
    Row(
        Modifier.fillMaxWidth().heightIn(min = 64.dp).padding(start = 20.dp, end = 8.dp, top = 8.dp, bottom = 8.dp),
        Arrangement.spacedBy(16.dp),
        Alignment.CenterVertically,
    ) {
        Icon(icon, null, Modifier.size(24.dp), MaterialTheme.colorScheme.onSurfaceVariant)
        Column(Modifier.weight(1f).semantics(mergeDescendants = true) {}) {
            Text(label, style = MaterialTheme.typography.bodySmall, color = MaterialTheme.colorScheme.onSurfaceVariant)
            // Digits, addresses and plates run from left to right in every language.
            val style = if (big) MaterialTheme.typography.headlineSmall.copy(letterSpacing = 1.sp) else MaterialTheme.typography.bodyLarge
            Text(
                shown,
                // Heard digit by digit, not as a number.
                if (big) Modifier.semantics { contentDescription = copied.toList().joinToString(" ") } else Modifier,
                style = style.copy(textDirection = TextDirection.Ltr),
                maxLines = if (big) 2 else 1,
                overflow = TextOverflow.MiddleEllipsis,
            )
        }
        IconAction(Icons.Copy, copyLabel) { actions.copy(label, copied) }
    }
}
