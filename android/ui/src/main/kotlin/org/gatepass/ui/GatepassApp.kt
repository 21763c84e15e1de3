package org.gatepass.ui

import androidx.compose.animation.AnimatedContent
import androidx.compose.animation.ContentTransform
import androidx.compose.animation.fadeIn
import androidx.compose.animation.fadeOut
import androidx.compose.animation.slideInHorizontally
import androidx.compose.animation.slideOutHorizontally
import androidx.compose.animation.togetherWith
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.SnackbarDuration
import androidx.compose.material3.SnackbarHostState
import androidx.compose.material3.SnackbarResult
import androidx.compose.material3.Surface
import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import androidx.compose.runtime.remember
import androidx.compose.runtime.saveable.rememberSaveableStateHolder
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalLayoutDirection
import androidx.compose.ui.unit.LayoutDirection
import kotlinx.coroutines.flow.collectLatest
import kotlinx.coroutines.launch
import org.gatepass.ui.lock.LockScreen
import org.gatepass.ui.parts.LocalBars
import org.gatepass.ui.theme.GatepassTheme
import org.gatepass.ui.theme.ThemeOptions
import org.gatepass.ui.theme.ground

/** The whole app. The way back belongs to the phone: it calls [AppModel.back]. */
@Composable
fun GatepassApp(app: AppModel, look: ThemeOptions = ThemeOptions()) {
    val speech by app.speech.collectAsState()
    val profiles by app.profiles.collectAsState()
    val locked by app.locked.collectAsState()
    GatepassTheme(look) {
        Speaking(speech) {
            Surface(Modifier.fillMaxSize(), color = MaterialTheme.colorScheme.ground) {
                when {
                    locked -> LockScreen(app::unlock)
                    profiles != null -> Places(app)
                }
            }
        }
    }
}

/** What is inside speaks these words, and runs in their direction: the resident may have chosen another than the phone's. */
@Composable
fun Speaking(speech: Localization, content: @Composable () -> Unit) = CompositionLocalProvider(
    LocalLocalization provides speech,
    LocalLayoutDirection provides if (speech.fromRightToLeft) LayoutDirection.Rtl else LayoutDirection.Ltr,
    content = content,
)

@Composable
private fun Places(app: AppModel) {
    val places by app.stack.places.collectAsState()
    val bars = remember { SnackbarHostState() }
    LaunchedEffect(app) {
        // A newer bar takes the place of the one before.
        app.bars.collectLatest { bar ->
            val duration = if (bar.action == null) SnackbarDuration.Short else SnackbarDuration.Long
            val shown = launch {
                val done = bars.showSnackbar(bar.text, bar.action?.label, withDismissAction = bar.action != null, duration)
                if (done == SnackbarResult.ActionPerformed) bar.action?.act?.invoke()
            }
            val over = bar.action?.let { launch { it.over(); shown.cancel() } }
            try {
                shown.join()
            } finally {
                shown.cancel()
                over?.cancel()
            }
        }
    }
    val kept = rememberSaveableStateHolder()
    val toEnd = if (LocalLayoutDirection.current == LayoutDirection.Ltr) 1 else -1
    CompositionLocalProvider(LocalBars provides bars) {
        AnimatedContent(
            places,
            contentKey = { it.last().screen },
            transitionSpec = { change(initialState, targetState, toEnd) },
        ) { shown ->
            val place = shown.last()
            // Where it was scrolled to comes back with it.
            kept.SaveableStateProvider(place.screen) {
                if (place is Place.Tab) TabFrame(place, app.stack::tab) { Here(app, place) } else Here(app, place)
            }
        }
    }
}

/** The tabs are one screen: what is between them changes, the bar at the bottom stays. */
private val Place.screen: String get() = if (this is Place.Tab) "tabs" else PlaceText.of(listOf(this))

/** Forwards comes in from the end, back from the start. */
private fun change(from: List<Place>, to: List<Place>, toEnd: Int): ContentTransform {
    val way = if (to.size >= from.size) toEnd else -toEnd
    return fadeIn() + slideInHorizontally { way * it / PART } togetherWith fadeOut() + slideOutHorizontally { -way * it / PART }
}

private const val PART = 10
