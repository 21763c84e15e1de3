package org.gatepass.ui.theme

import androidx.compose.foundation.isSystemInDarkTheme
import androidx.compose.foundation.shape.RoundedCornerShape
import androidx.compose.material3.ColorScheme
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Shapes
import androidx.compose.material3.Typography
import androidx.compose.runtime.Composable
import androidx.compose.runtime.remember
import androidx.compose.ui.text.TextStyle
import androidx.compose.ui.text.font.FontFamily
import androidx.compose.ui.text.font.FontWeight
import androidx.compose.ui.unit.dp

/** How the app looks where it runs. */
class ThemeOptions(
    /** The phone's own colours (dark or light), where it makes some from its wallpaper. */
    val dynamicColors: (@Composable (dark: Boolean) -> ColorScheme)? = null,
    /** The phone's own letters. */
    val letters: FontFamily = FontFamily.Default,
)

/** Everything Gatepass draws is drawn inside this. */
@Composable
fun GatepassTheme(look: ThemeOptions = ThemeOptions(), dark: Boolean = isSystemInDarkTheme(), content: @Composable () -> Unit) {
    val colors = look.dynamicColors?.invoke(dark) ?: if (dark) darkColors else lightColors
    MaterialTheme(colors, shapes, remember(look.letters) { typography(look.letters) }, content)
}

private val shapes = Shapes(
    extraSmall = RoundedCornerShape(8.dp),
    small = RoundedCornerShape(12.dp),
    medium = RoundedCornerShape(16.dp),
    large = RoundedCornerShape(20.dp),
    extraLarge = RoundedCornerShape(28.dp),
)

private fun typography(letters: FontFamily): Typography {
    val usual = Typography()
    fun TextStyle.ours(weight: FontWeight? = fontWeight) = copy(fontFamily = letters, fontWeight = weight)
    return Typography(
        displayLarge = usual.displayLarge.ours(),
        displayMedium = usual.displayMedium.ours(),
        displaySmall = usual.displaySmall.ours(),
        headlineLarge = usual.headlineLarge.ours(),
        headlineMedium = usual.headlineMedium.ours(),
        headlineSmall = usual.headlineSmall.ours(),
        titleLarge = usual.titleLarge.ours(),
        titleMedium = usual.titleMedium.ours(),
        titleSmall = usual.titleSmall.ours(),
        bodyLarge = usual.bodyLarge.ours(),
        bodyMedium = usual.bodyMedium.ours(),
        bodySmall = usual.bodySmall.ours(),
        labelLarge = usual.labelLarge.ours(),
        labelMedium = usual.labelMedium.ours(),
        labelSmall = usual.labelSmall.ours(),
    )
}
