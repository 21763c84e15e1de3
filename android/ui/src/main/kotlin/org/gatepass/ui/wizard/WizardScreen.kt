package org.gatepass.ui.wizard

import androidx.compose.animation.AnimatedContent
import androidx.compose.animation.core.animateFloatAsState
import androidx.compose.animation.fadeIn
import androidx.compose.animation.fadeOut
import androidx.compose.animation.slideInHorizontally
import androidx.compose.animation.togetherWith
import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.PaddingValues
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.widthIn
import androidx.compose.foundation.lazy.LazyColumn
import androidx.compose.foundation.lazy.items
import androidx.compose.material3.LinearProgressIndicator
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.runtime.getValue
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import org.gatepass.core.BackEvent
import org.gatepass.core.CommonStepOfMessage
import org.gatepass.core.Progress
import org.gatepass.core.WizardView
import org.gatepass.core.say
import org.gatepass.ui.formats
import org.gatepass.ui.parts.Asking
import org.gatepass.ui.parts.IconAction
import org.gatepass.ui.parts.Loading
import org.gatepass.ui.parts.Note
import org.gatepass.ui.parts.Nothing
import org.gatepass.ui.parts.Page
import org.gatepass.ui.parts.Tone
import org.gatepass.ui.parts.columnWidth
import org.gatepass.ui.theme.Icons
import org.gatepass.ui.words

/** One step of the wizard, as its view says. */
@Composable
fun WizardScreen(state: WizardState, actions: WizardActions) {
    val view = state.view
    val back = view?.canGoBack == true
    Page(
        "wizard",
        { view?.progress?.let { Text(words.say(CommonStepOfMessage(it.at, it.of)), style = MaterialTheme.typography.titleMedium) } },
        onBack = if (back) ({ actions.send(BackEvent) }) else actions::leave,
        backIcon = if (back) Icons.Back else Icons.Close,
        backLabel = if (back) words.common.back else words.common.close,
        actions = { if (back) IconAction(Icons.Close, words.common.close, onClick = actions::leave) },
        bottom = { if (view != null) Buttons(view, actions) },
    ) {
        if (view == null) {
            Loading()
            return@Page
        }
        Column {
            view.progress?.let { Bar(it) }
            AnimatedContent(
                view,
                contentKey = { it.step },
                transitionSpec = {
                    val forward = targetState.step >= initialState.step
                    fadeIn() + slideInHorizontally { if (forward) it / 8 else -it / 8 } togetherWith fadeOut()
                },
            ) { shown -> StepBody(shown, state.settled, actions) }
        }
    }
    if (state.leaving) {
        Asking(
            words.wizard.leaveTitle, words.wizard.leaveText,
            doIt = words.wizard.keepDraft, onDo = actions::keepDraft,
            dont = words.wizard.discardDraft, onDont = actions::discardDraft,
            onLeave = actions::stay, destroys = false,
        )
    }
}

@Composable
private fun Bar(progress: Progress) {
    val share by animateFloatAsState(progress.at.toFloat() / progress.of.toFloat())
    LinearProgressIndicator({ share }, Modifier.fillMaxWidth().padding(horizontal = 16.dp, vertical = 4.dp))
}

@Composable
private fun StepBody(view: WizardView, settled: Boolean, actions: WizardActions) {
    Box(Modifier.fillMaxSize(), Alignment.TopCenter) {
        LazyColumn(
            Modifier.fillMaxSize().widthIn(max = columnWidth).testTag("wizard.list"),
            contentPadding = PaddingValues(start = 16.dp, end = 16.dp, top = 12.dp, bottom = 32.dp),
            verticalArrangement = Arrangement.spacedBy(20.dp),
        ) {
            item("title") { if (view.fields.isEmpty() && !view.busy) Outcome(view) else Title(view) }
            items(view.notices) { Note(Icons.Info, it, Tone.ATTENTION) }
            if (view.problems.isNotEmpty()) {
                item("problems") {
                    Note(Icons.Warning, view.problems.joinToString("\n"), Tone.WRONG, title = words.wizard.problemsTitle)
                }
            }
            fields(view, settled, actions)
            view.preview?.let { preview -> item("preview") { PreviewSection(preview) } }
            if (view.busy) item("busy") { Box(Modifier.fillMaxWidth().padding(48.dp)) { Loading() } }
        }
    }
}

/** A step with nothing to fill in: what came of it. */
@Composable
private fun Outcome(view: WizardView) {
    val (icon, tone) = when {
        view.primary == null -> Icons.Lock to Tone.ATTENTION
        view.canGoNext -> Icons.Check to Tone.GOOD
        else -> Icons.Sync to Tone.QUIET
    }
    Nothing(icon, view.title, view.explanation.orEmpty(), tone = tone)
}

@Composable
private fun Title(view: WizardView) {
    Column(Modifier.padding(horizontal = 4.dp), Arrangement.spacedBy(8.dp)) {
        Text(view.title, Modifier.semantics { heading() }, style = MaterialTheme.typography.headlineMedium)
        view.explanation?.let {
            Text(it, style = MaterialTheme.typography.bodyLarge, color = MaterialTheme.colorScheme.onSurfaceVariant)
        }
    }
}
