package org.gatepass.ui.parts

import androidx.compose.foundation.Image
import androidx.compose.foundation.background
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.aspectRatio
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.CircularProgressIndicator
import androidx.compose.material3.MaterialTheme
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.FilterQuality
import androidx.compose.ui.graphics.ImageBitmap
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.Dp
import androidx.compose.ui.unit.dp
import org.gatepass.ui.words

/** The QR code as the core drew it: black on white in every mode, its squares sharp. */
@Composable
internal fun QrPicture(picture: ImageBitmap, label: String, modifier: Modifier = Modifier, margin: Dp = 4.dp) {
    Box(modifier.clip(MaterialTheme.shapes.medium).background(Color.White).padding(margin)) {
        Image(picture, label, Modifier.fillMaxSize().aspectRatio(1f), filterQuality = FilterQuality.None)
    }
}

/** While there is nothing to draw yet. */
@Composable
internal fun Loading(modifier: Modifier = Modifier) {
    val loading = words.common.loading
    Box(modifier.fillMaxSize(), Alignment.Center) {
        CircularProgressIndicator(Modifier.semantics { contentDescription = loading })
    }
}
