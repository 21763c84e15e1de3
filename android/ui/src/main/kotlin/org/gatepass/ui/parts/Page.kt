package org.gatepass.ui.parts

import androidx.compose.foundation.layout.Box
import androidx.compose.foundation.layout.BoxScope
import androidx.compose.foundation.layout.RowScope
import androidx.compose.foundation.layout.fillMaxSize
import androidx.compose.foundation.layout.imePadding
import androidx.compose.foundation.layout.padding
import androidx.compose.material3.ExperimentalMaterial3Api
import androidx.compose.material3.Icon
import androidx.compose.material3.IconButton
import androidx.compose.material3.MaterialTheme
import androidx.compose.material3.Scaffold
import androidx.compose.material3.SnackbarHost
import androidx.compose.material3.SnackbarHostState
import androidx.compose.material3.Text
import androidx.compose.material3.TopAppBar
import androidx.compose.material3.TopAppBarDefaults
import androidx.compose.runtime.Composable
import androidx.compose.runtime.staticCompositionLocalOf
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.graphics.vector.ImageVector
import androidx.compose.ui.input.nestedscroll.nestedScroll
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.semantics.heading
import androidx.compose.ui.semantics.semantics
import androidx.compose.ui.text.style.TextOverflow
import androidx.compose.ui.unit.dp
import org.gatepass.ui.theme.Icons
import org.gatepass.ui.theme.ground
import org.gatepass.ui.words

/** What is said at the bottom of whichever screen is there. */
internal val LocalBars = staticCompositionLocalOf { SnackbarHostState() }

/** The widest a column of text and controls gets: a tablet shows it in the middle. */
internal val columnWidth = 640.dp

/** A whole screen: a bar with its title at the top, its content, and what floats above it. */
@OptIn(ExperimentalMaterial3Api::class)
@Composable
internal fun Page(
    tag: String,
    title: @Composable () -> Unit,
    onBack: (() -> Unit)? = null,
    backIcon: ImageVector = Icons.Back,
    backLabel: String = words.common.back,
    actions: @Composable RowScope.() -> Unit = {},
    floating: @Composable () -> Unit = {},
    bottom: @Composable () -> Unit = {},
    content: @Composable BoxScope.() -> Unit,
) {
    val scroll = TopAppBarDefaults.pinnedScrollBehavior()
    Scaffold(
        modifier = Modifier.testTag(tag).nestedScroll(scroll.nestedScrollConnection).imePadding(),
        topBar = {
            TopAppBar(
                title = title,
                navigationIcon = {
                    if (onBack != null) IconAction(backIcon, backLabel, onClick = onBack)
                },
                actions = actions,
                scrollBehavior = scroll,
                colors = TopAppBarDefaults.topAppBarColors(
                    containerColor = MaterialTheme.colorScheme.ground,
                    scrolledContainerColor = MaterialTheme.colorScheme.surfaceContainerHigh,
                ),
            )
        },
        snackbarHost = { SnackbarHost(LocalBars.current) },
        floatingActionButton = floating,
        bottomBar = bottom,
        containerColor = MaterialTheme.colorScheme.ground,
    ) { inside ->
        Box(Modifier.fillMaxSize().padding(inside), Alignment.TopCenter) { content() }
    }
}

/** The title of a page, for those who hear it too. */
@Composable
internal fun PageTitle(text: String) =
    Text(text, Modifier.semantics { heading() }, maxLines = 1, overflow = TextOverflow.Ellipsis)

/** A button that is only a picture; its name is heard, and shown where something points at it. */
@Composable
internal fun IconAction(icon: ImageVector, label: String, enabled: Boolean = true, onClick: () -> Unit) =
    IconButton(onClick, enabled = enabled) { Icon(icon, label) }
