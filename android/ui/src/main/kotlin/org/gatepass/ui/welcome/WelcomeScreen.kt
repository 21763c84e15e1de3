package org.gatepass.ui.welcome

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.Spacer
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.layout.heightIn
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.safeDrawingPadding
import androidx.compose.foundation.layout.size
import androidx.compose.foundation.layout.widthIn
import androidx.compose.foundation.rememberScrollState
import androidx.compose.foundation.verticalScroll
import androidx.compose.material3.Button
import androidx.compose.material3.Icon
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Surface
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.style.TextAlign
import androidx.compose.ui.unit.dp
import org.gatepass.ui.theme.Icons
import org.gatepass.ui.theme.ground
import org.gatepass.ui.words

/** Before there is a home on this phone. */
@Composable
fun WelcomeScreen(onInvitation: () -> Unit) {
    Surface(Modifier.fillMaxSize().testTag("welcome"), color = MaterialTheme.colorScheme.ground) {
        Box(Modifier.safeDrawingPadding(), Alignment.Center) {
            Column(
                Modifier.verticalScroll(rememberScrollState()).padding(32.dp).widthIn(max = 440.dp),
                Arrangement.Center,
                Alignment.CenterHorizontally,
            ) {
                Promise()
                Spacer(Modifier.size(48.dp))
                Button(onInvitation, Modifier.fillMaxWidth().heightIn(min = 56.dp)) {
                    Text(words.welcome.haveInvitation, style = MaterialTheme.typography.titleMedium)
                }
                Text(
                    words.welcome.noInvitation,
                    Modifier.padding(top = 20.dp),
                    style = MaterialTheme.typography.bodyMedium,
                    color = MaterialTheme.colorScheme.onSurfaceVariant,
                    textAlign = TextAlign.Center,
                )
            }
        }
    }
}

@Composable
private fun Promise() {
    Surface(
        shape = MaterialTheme.shapes.extraLarge,
        color = MaterialTheme.colorScheme.primaryContainer,
        contentColor = MaterialTheme.colorScheme.onPrimaryContainer,
    ) {
        Icon(Icons.Mark, null, Modifier.padding(28.dp).size(88.dp))
    }
    Text(
        words.welcome.title,
        Modifier.padding(top = 40.dp).semantics { heading() },
        style = MaterialTheme.typography.headlineLarge,
        textAlign = TextAlign.Center,
    )
    Text(
        words.welcome.text,
        Modifier.padding(top = 16.dp),
        style = MaterialTheme.typography.bodyLarge,
        color = MaterialTheme.colorScheme.onSurfaceVariant,
        textAlign = TextAlign.Center,
    )
}
