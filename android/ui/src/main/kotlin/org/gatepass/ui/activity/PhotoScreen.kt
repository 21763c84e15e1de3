package org.gatepass.ui.activity

import androidx.compose.foundation.Image
import androidx.compose.foundation.background
import androidx.compose.foundation.gestures.detectTransformGestures
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.safeDrawingPadding
import androidx.compose.material3.CircularProgressIndicator
import androidx.compose.material3.Icon
import androidx.compose.material3.IconButton
import androidx.compose.material3.IconButtonDefaults
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.material3.TextButton
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.runtime.mutableFloatStateOf
import androidx.compose.runtime.mutableStateOf
import androidx.compose.runtime.remember
import androidx.compose.runtime.setValue
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.geometry.Offset
import androidx.compose.ui.graphics.Color
import androidx.compose.ui.graphics.ImageBitmap
import androidx.compose.ui.graphics.graphicsLayer
import androidx.compose.ui.input.pointer.pointerInput
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.contentDescription
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.dp
import org.gatepass.core.ActivityPhotoTitleMessage
import org.gatepass.core.EntryRow
import org.gatepass.core.say
import org.gatepass.ui.formats
import org.gatepass.ui.theme.Icons
import org.gatepass.ui.words

/** The photo of an entry, on black as photos are looked at. [entry] is null while it is not known. */
@Composable
fun PhotoScreen(state: PhotoState, entry: EntryRow?, onRetry: () -> Unit, onClose: () -> Unit) {
    Box(Modifier.fillMaxSize().background(Color.Black).testTag("photo"), Alignment.Center) {
        val title = entry?.let { words.say(ActivityPhotoTitleMessage(formats.moment(it.at, it.timeZone))) }
        when (state) {
            PhotoState.Loading -> {
                val loading = words.common.loading
                CircularProgressIndicator(Modifier.semantics { contentDescription = loading }, color = Color.White)
            }
            is PhotoState.Shown -> Zoomed(state.picture, title ?: words.activity.photo)
            PhotoState.Gone -> Said(words.activity.photoGone)
            is PhotoState.Failed -> Column(horizontalAlignment = Alignment.CenterHorizontally) {
                Said(state.text)
                TextButton(onRetry) { Text(words.common.retry, color = Color.White) }
            }
        }
        Box(Modifier.fillMaxSize().safeDrawingPadding()) {
            IconButton(
                onClose,
                Modifier.padding(8.dp).align(Alignment.TopStart),
                colors = IconButtonDefaults.iconButtonColors(Color.Black.copy(alpha = 0.5f), Color.White),
            ) { Icon(Icons.Close, words.common.close) }
            if (entry != null && title != null) Caption(entry, title, Modifier.align(Alignment.BottomStart))
        }
    }
}

@Composable
private fun Caption(entry: EntryRow, title: String, modifier: Modifier) {
    Column(modifier.padding(24.dp), Arrangement.spacedBy(4.dp)) {
        Text(entry.guest.name(words) ?: entry.text, color = Color.White, style = MaterialTheme.typography.titleLarge)
        Text("$title · ${entry.door}", color = Color.White.copy(alpha = 0.8f), style = MaterialTheme.typography.bodyMedium)
    }
}

@Composable
private fun Said(text: String) = Text(
    text,
    Modifier.padding(horizontal = 32.dp),
    color = Color.White,
    style = MaterialTheme.typography.bodyLarge,
    textAlign = TextAlign.Center,
)

/** Two fingers make it larger and move it. */
@Composable
private fun Zoomed(picture: ImageBitmap, label: String) {
    var scale by remember { mutableFloatStateOf(1f) }
    var moved by remember { mutableStateOf(Offset.Zero) }
    val fingers = Modifier.pointerInput(picture) {
        detectTransformGestures { _, pan, zoom, _ ->
            scale = (scale * zoom).coerceIn(1f, MOST)
            moved = if (scale == 1f) Offset.Zero else moved + pan
        }
    }
    Image(
        picture,
        label,
        fingers.fillMaxSize().graphicsLayer {
            scaleX = scale
            scaleY = scale
            translationX = moved.x
            translationY = moved.y
        },
    )
}

private const val MOST = 5f
