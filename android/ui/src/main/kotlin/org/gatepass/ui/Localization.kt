package org.gatepass.ui

import androidx.compose.runtime.Composable
import androidx.compose.runtime.ReadOnlyComposable
import androidx.compose.runtime.staticCompositionLocalOf
import java.text.Bidi
import org.gatepass.core.Words
import org.gatepass.core.wordsIn

/** What the app says and how it writes dates: everything a screen needs to put its state into words. */
class Localization(val language: String, region: Region) {
    val words: Words = wordsIn(language)
    val formats = Formats(words, region)

    /** Whether the language is written from right to left: its own words say so. */
    val fromRightToLeft: Boolean = Bidi(words.passes.title, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight().not()
}

internal val LocalLocalization = staticCompositionLocalOf<Localization> { error("screens are drawn inside Speaking") }

/** The app's words. */
internal val words: Words
    @Composable @ReadOnlyComposable get() = LocalLocalization.current.words

/** How dates, times and numbers are written. */
internal val formats: Formats
    @Composable @ReadOnlyComposable get() = LocalLocalization.current.formats
