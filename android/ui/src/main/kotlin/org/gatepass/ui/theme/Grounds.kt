package org.gatepass.ui.theme

import androidx.compose.material3.ColorScheme
import androidx.compose.ui.graphics.Color

/** What a screen lies on. */
internal val ColorScheme.ground: Color get() = surfaceContainer

/** What lies on it: cards, groups of lines, fields to find something with. */
internal val ColorScheme.card: Color get() = surfaceBright
