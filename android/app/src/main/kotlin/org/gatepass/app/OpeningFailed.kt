package org.gatepass.app

import androidx.compose.foundation.layout.Arrangement
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.padding
import androidx.compose.foundation.layout.safeDrawingPadding
import androidx.compose.foundation.rememberScrollState
import androidx.compose.foundation.verticalScroll
import androidx.compose.material3.Button
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Surface
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.unit.dp
import java.util.Locale
import org.gatepass.core.GatepassException
import org.gatepass.core.said
import org.gatepass.core.wordsIn
import org.gatepass.ui.theme.GatepassTheme

/** The data on this phone cannot be used: why, and what to do. All other screens need it. */
@Composable
fun OpeningFailed(error: GatepassException, again: () -> Unit) = GatepassTheme {
    val words = wordsIn(Locale.getDefault().toLanguageTag())
    Surface(Modifier.fillMaxSize()) {
        Column(
            Modifier.safeDrawingPadding().verticalScroll(rememberScrollState()).padding(24.dp),
            Arrangement.spacedBy(16.dp, Alignment.CenterVertically),
        ) {
            Text(words.errors.title, Modifier.semantics { heading() }, style = MaterialTheme.typography.headlineMedium)
            Text(error.said(words))
            Button(onClick = again) { Text(words.common.retry) }
        }
    }
}
