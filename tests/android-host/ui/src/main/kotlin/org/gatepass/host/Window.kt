package org.gatepass.host

import androidx.compose.ui.input.key.Key
import androidx.compose.ui.input.key.KeyEventType
import androidx.compose.ui.input.key.key
import androidx.compose.ui.input.key.type
import androidx.compose.ui.unit.dp
import androidx.compose.ui.window.Window
import androidx.compose.ui.window.application
import androidx.compose.ui.window.rememberWindowState
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.Paths
import kotlinx.coroutines.MainScope
import kotlinx.coroutines.runBlocking
import org.gatepass.core.Config
import org.gatepass.core.Gatepass
import org.gatepass.core.SealedVault
import org.gatepass.ui.AppModel
import org.gatepass.ui.GatepassApp

/**
 * The Android app's screens in a window. Without an argument it comes with a building of its own, new each time, whose
 * invitation is already entered; with a folder it keeps its data there and takes the invitation of any server.
 */
fun main(arguments: Array<String>) {
    val kept = arguments.firstOrNull()?.let { Paths.get(it) }
    val building = if (kept == null) Building.open() else null
    val folder = kept ?: Files.createTempDirectory("gatepass")
    try {
        show(folder, building)
    } finally {
        building?.close()
        if (kept == null) folder.toFile().deleteRecursively()
    }
}

private fun show(folder: Path, building: Building?) {
    val shell = DeskShell(folder)
    val client = runBlocking {
        val vault = SealedVault(folder.resolve("vault"), FileKey(folder.resolve("key")))
        Gatepass.open(Config(folder.resolve("data").toString(), shell.remembered.language, false), vault, DeskPlatform())
    }
    val scope = MainScope()
    val model = AppModel(client, shell, scope)
    building?.let {
        println("Elm House is at ${it.base}; its invitation is ${it.invitation.link}")
        model.opened(it.invitation.link)
    }
    model.foreground(true)
    application(exitProcessOnExit = false) {
        Window(
            onCloseRequest = ::exitApplication,
            state = rememberWindowState(width = 390.dp, height = 844.dp),
            title = "Gatepass",
            // A phone's gesture for going back.
            onKeyEvent = { it.key == Key.Escape && it.type == KeyEventType.KeyUp && model.back() },
        ) {
            GatepassApp(model)
        }
    }
    client.close()
}
