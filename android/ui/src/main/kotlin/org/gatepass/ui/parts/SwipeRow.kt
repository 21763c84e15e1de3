package org.gatepass.ui.parts

import androidx.compose.foundation.clickable
import androidx.compose.foundation.gestures.AnchoredDraggableState
import androidx.compose.foundation.gestures.DraggableAnchors
import androidx.compose.foundation.gestures.Orientation
import androidx.compose.foundation.gestures.anchoredDraggable
import androidx.compose.foundation.gestures.animateTo
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Row
import androidx.compose.foundation.layout.fillMaxHeight
import androidx.compose.foundation.layout.offset
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.width
import androidx.compose.material3.Icon
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Surface
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.LaunchedEffect
import androidx.compose.runtime.remember
import androidx.compose.runtime.rememberCoroutineScope
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.draw.clip
import androidx.compose.ui.graphics.Shape
import androidx.compose.ui.graphics.vector.ImageVector
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.platform.LocalLayoutDirection
import androidx.compose.ui.semantics.clearAndSetSemantics
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.text.style.TextOverflow
import androidx.compose.ui.unit.IntOffset
import androidx.compose.ui.unit.LayoutDirection
import androidx.compose.ui.unit.dp
import kotlin.math.roundToInt
import kotlinx.coroutines.launch

/** What a row uncovers when it is swiped. */
internal class SwipeAction(val icon: ImageVector, val label: String, val tone: Tone, val act: () -> Unit)

private enum class SwipePosition { SHUT, OPEN }

/**
 * A row that is swiped towards its start and uncovers what can be done with it. The same is in its menu and among its
 * actions for screen readers, which therefore do not see the uncovered buttons.
 */
@Composable
internal fun SwipeRow(actions: List<SwipeAction>, shape: Shape, modifier: Modifier = Modifier, row: @Composable () -> Unit) {
    if (actions.isEmpty()) {
        Box(modifier.clip(shape)) { row() }
        return
    }
    val wide = 88.dp
    val far = with(LocalDensity.current) { (wide * actions.size).toPx() }
    val state = remember { AnchoredDraggableState(SwipePosition.SHUT) }
    val scope = rememberCoroutineScope()
    val rightToLeft = LocalLayoutDirection.current == LayoutDirection.Rtl
    LaunchedEffect(far) {
        state.updateAnchors(DraggableAnchors { SwipePosition.SHUT at 0f; SwipePosition.OPEN at -far })
    }
    Box(
        modifier.clip(shape).anchoredDraggable(state, reverseDirection = rightToLeft, orientation = Orientation.Horizontal),
    ) {
        // As soon as there is something to see, and not before: a covered button must not be found.
        val uncovered = !state.offset.isNaN() && state.offset < 0f
        if (uncovered) {
            Row(Modifier.matchParentSize().clearAndSetSemantics {}, Arrangement.End) {
                for (action in actions) {
                    Uncovered(action, Modifier.width(wide)) {
                        scope.launch { state.animateTo(SwipePosition.SHUT) }
                        action.act()
                    }
                }
            }
        }
        // `offset` turns round with the direction of reading by itself.
        Box(Modifier.offset { IntOffset(if (uncovered) state.offset.roundToInt() else 0, 0) }) { row() }
    }
}

@Composable
private fun Uncovered(action: SwipeAction, modifier: Modifier, onClick: () -> Unit) {
    Surface(modifier.fillMaxHeight().clickable(onClick = onClick), color = action.tone.back, contentColor = action.tone.front) {
        Column(Modifier.padding(8.dp), Arrangement.Center, Alignment.CenterHorizontally) {
            Icon(action.icon, null)
            Text(
                action.label,
                Modifier.padding(top = 4.dp),
                style = MaterialTheme.typography.labelMedium,
                textAlign = TextAlign.Center,
                maxLines = 1,
                overflow = TextOverflow.Ellipsis,
            )
        }
    }
}
