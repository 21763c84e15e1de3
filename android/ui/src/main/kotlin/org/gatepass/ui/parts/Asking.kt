package org.gatepass.ui.parts

import androidx.compose.material3.AlertDialog
import androidx.compose.material3.ButtonDefaults
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Text
import androidx.compose.material3.TextButton
import androidx.compose.runtime.Composable
import org.gatepass.ui.words

/** Asks before something is done that cannot be taken back. */
@Composable
internal fun Asking(
    question: String,
    text: String,
    doIt: String,
    onDo: () -> Unit,
    onLeave: () -> Unit,
    dont: String = words.common.cancel,
    onDont: () -> Unit = onLeave,
    destroys: Boolean = true,
) {
    val color = if (destroys) MaterialTheme.colorScheme.error else MaterialTheme.colorScheme.primary
    AlertDialog(
        onDismissRequest = onLeave,
        title = { Text(question) },
        text = { Text(text) },
        confirmButton = { TextButton(onDo, colors = ButtonDefaults.textButtonColors(contentColor = color)) { Text(doIt) } },
        dismissButton = { TextButton(onDont) { Text(dont) } },
    )
}
