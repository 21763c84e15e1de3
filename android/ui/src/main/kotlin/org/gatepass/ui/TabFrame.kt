package org.gatepass.ui

import androidx.compose.animation.Crossfade
import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.WindowInsets
import androidx.compose.foundation.layout.WindowInsetsSides
import androidx.compose.foundation.layout.consumeWindowInsets
import androidx.compose.foundation.layout.only
import androidx.compose.foundation.layout.systemBars
import androidx.compose.material3.Icon
import androidx.compose.material3.NavigationBar
import androidx.compose.material3.NavigationBarItem
import androidx.compose.material3.Text
import androidx.compose.runtime.Composable
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.text.style.TextOverflow
import org.gatepass.ui.theme.Icons

/** One of the three main screens above the bar that leads to the others. */
@Composable
fun TabFrame(tab: Place.Tab, onTab: (Place.Tab) -> Unit, content: @Composable () -> Unit) {
    Column {
        // The bar below keeps clear of the system's own.
        Box(Modifier.weight(1f).consumeWindowInsets(WindowInsets.systemBars.only(WindowInsetsSides.Bottom))) {
            Crossfade(tab) { shown -> if (shown == tab) content() }
        }
        NavigationBar {
            for (which in listOf(Place.Passes, Place.Activity, Place.Settings)) {
                val (icon, label) = when (which) {
                    Place.Passes -> Icons.Pass to words.common.tabPasses
                    Place.Activity -> Icons.Activity to words.common.tabActivity
                    else -> Icons.Settings to words.common.tabSettings
                }
                NavigationBarItem(
                    tab == which,
                    { onTab(which) },
                    { Icon(icon, null) },
                    Modifier.testTag("tab.${which.which.name.lowercase()}"),
                    label = { Text(label, maxLines = 1, overflow = TextOverflow.Ellipsis) },
                )
            }
        }
    }
}
