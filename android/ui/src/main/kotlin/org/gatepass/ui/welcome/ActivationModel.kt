package org.gatepass.ui.welcome

import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.flow.update
import kotlinx.coroutines.launch
import org.gatepass.core.GatepassException
import org.gatepass.core.problems
import org.gatepass.core.said
import org.gatepass.ui.AppModel
import org.gatepass.ui.Place
import org.gatepass.ui.ScanResult
import org.gatepass.ui.ScreenModel

/** Entering an invitation. */
data class ActivationState(
    /** The code, the link, or the whole message. */
    val text: String = "",
    val server: String = "",
    /** Whether the invitation alone did not say where the building is. */
    val asksForServer: Boolean = false,
    val busy: Boolean = false,
    val canScan: Boolean = true,
    /** What is wrong with the invitation, or with activating at all. */
    val error: String? = null,
    /** What is wrong with the server's address. */
    val serverError: String? = null,
)

/** What can be done while entering an invitation. */
interface ActivationActions {
    fun type(text: String) {}
    fun typeServer(text: String) {}
    fun paste() {}
    fun scan() {}
    fun activate() {}
    fun back() {}
}

class ActivationModel(app: AppModel, private val place: Place.Activation) : ScreenModel(app), ActivationActions {
    private val drawn = MutableStateFlow(ActivationState(text = place.begun.orEmpty(), canScan = app.shell.canScan))
    val state: StateFlow<ActivationState> = drawn.asStateFlow()

    init {
        if (place.begun != null) activate()
    }

    override fun type(text: String) = drawn.update { it.copy(text = text, error = null) }

    override fun typeServer(text: String) = drawn.update { it.copy(server = text, serverError = null) }

    override fun paste() {
        val text = shell.pasted()?.trim().orEmpty()
        if (text.isNotEmpty()) type(text)
    }

    override fun scan() {
        scope.launch {
            when (val scanned = shell.scan(words.welcome.scanTitle, words.welcome.scanText)) {
                is ScanResult.Text -> {
                    type(scanned.text)
                    activate()
                }
                ScanResult.NotAllowed -> drawn.update { it.copy(error = words.welcome.cameraDenied) }
                ScanResult.Cancelled -> Unit
            }
        }
    }

    override fun activate() {
        val before = drawn.value
        if (before.busy) return
        drawn.value = before.copy(busy = true, error = null, serverError = null)
        scope.launch {
            try {
                client.activate(before.text, before.server.trim().ifEmpty { null })
                app.stack.tab(Place.Passes)
            } catch (error: GatepassException) {
                refused(error)
            }
        }
    }

    private fun refused(error: GatepassException) = drawn.update { now ->
        val atServer = error.problems.find { it.field == "server" }?.text
        val asks = now.asksForServer || atServer != null
        now.copy(
            busy = false,
            asksForServer = asks,
            serverError = atServer,
            error = if (atServer == null) error.said(words) else null,
        )
    }

    override fun back() {
        app.stack.leave(place)
    }
}
