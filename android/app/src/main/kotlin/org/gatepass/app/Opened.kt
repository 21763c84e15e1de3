package org.gatepass.app

import android.content.Context
import android.os.Build
import androidx.activity.compose.BackHandler
import androidx.compose.material3.dynamicDarkColorScheme
import androidx.compose.material3.dynamicLightColorScheme
import androidx.compose.runtime.Composable
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import androidx.compose.runtime.remember
import androidx.compose.ui.platform.LocalContext
import org.gatepass.ui.AppModel
import org.gatepass.ui.GatepassApp
import org.gatepass.ui.theme.ThemeOptions

/** The app, with the phone's gesture for going back and the colours of its wallpaper. */
@Composable
fun Opened(model: AppModel) {
    val places by model.stack.places.collectAsState()
    BackHandler(enabled = places.size > 1) { model.back() }
    val context = LocalContext.current
    GatepassApp(model, remember(context) { look(context) })
}

private fun look(context: Context): ThemeOptions {
    if (Build.VERSION.SDK_INT < Build.VERSION_CODES.S) return ThemeOptions()
    return ThemeOptions(dynamicColors = { dark -> if (dark) dynamicDarkColorScheme(context) else dynamicLightColorScheme(context) })
}
