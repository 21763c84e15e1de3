package org.gatepass.ui.pass

import androidx.compose.foundation.background
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.aspectRatio
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.safeDrawingPadding
import androidx.compose.foundation.layout.widthIn
import androidx.compose.foundation.rememberScrollState
import androidx.compose.foundation.verticalScroll
import androidx.compose.material3.Icon
import androidx.compose.material3.IconButton
import androidx.compose.material3.IconButtonDefaults
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.DisposableEffect
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.ImageBitmap
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.dp
import org.gatepass.core.PassQrLabelMessage
import org.gatepass.core.say
import org.gatepass.ui.parts.QrPicture
import org.gatepass.ui.theme.Icons
import org.gatepass.ui.words

/** The QR code for the camera at the door: as large as it goes, white all around, at full brightness while it is here. */
@Composable
fun QrScreen(name: String, picture: ImageBitmap?, onBright: (Boolean) -> Unit, onClose: () -> Unit) {
    DisposableEffect(Unit) {
        onBright(true)
        onDispose { onBright(false) }
    }
    // White in every mode: a camera looks at it.
    Box(Modifier.fillMaxSize().background(Color.White).testTag("qr")) {
        Column(
            Modifier.fillMaxSize().safeDrawingPadding().verticalScroll(rememberScrollState()).padding(top = 64.dp, bottom = 24.dp),
            Arrangement.Center,
            Alignment.CenterHorizontally,
        ) {
            Text(
                name,
                Modifier.padding(horizontal = 24.dp).semantics { heading() },
                color = Color.Black,
                style = MaterialTheme.typography.headlineMedium,
                textAlign = TextAlign.Center,
            )
            if (picture != null) {
                QrPicture(picture, words.say(PassQrLabelMessage(name)), Modifier.padding(12.dp).widthIn(max = 560.dp).fillMaxWidth().aspectRatio(1f))
            }
            Text(
                words.pass.qrHint,
                Modifier.padding(horizontal = 24.dp),
                color = Color.Black,
                style = MaterialTheme.typography.bodyLarge,
                textAlign = TextAlign.Center,
            )
        }
        IconButton(
            onClose,
            Modifier.safeDrawingPadding().padding(8.dp),
            colors = IconButtonDefaults.iconButtonColors(contentColor = Color.Black),
        ) { Icon(Icons.Close, words.common.close) }
    }
}
