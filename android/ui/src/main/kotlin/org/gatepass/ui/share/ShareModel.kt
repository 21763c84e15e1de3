package org.gatepass.ui.share

import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import org.gatepass.core.PassRef
import org.gatepass.core.ShareAs
import org.gatepass.core.SharePayload
import org.gatepass.ui.AppModel
import org.gatepass.ui.Place
import org.gatepass.ui.ScreenModel
import org.gatepass.ui.Shareable

class ShareModel(app: AppModel, private val pass: PassRef) : ScreenModel(app) {
    private val drawn = MutableStateFlow<SharePayload?>(null)
    val state: StateFlow<SharePayload?> = drawn.asStateFlow()

    init {
        doing { drawn.value = client.share(pass, null) }
    }

    fun share(way: ShareAs) {
        val payload = drawn.value ?: return
        val what = shareable(payload, way) ?: return
        if (shell.share(what)) {
            back()
        } else {
            shell.copy(what.title, what.text ?: payload.text)
            app.say(words.share.noApps)
        }
    }

    fun back() {
        app.stack.leave(Place.Share(pass))
    }
}

/** What is handed over for a way of sharing; null where the pass has none. */
internal fun shareable(payload: SharePayload, way: ShareAs): Shareable? = when (way) {
    ShareAs.MESSAGE -> Shareable(payload.title, payload.text, payload.cardPng)
    ShareAs.LINK_ONLY -> payload.url?.let { Shareable(payload.title, it) }
    ShareAs.QR_PICTURE -> (payload.cardPng ?: payload.qrPng)?.let { Shareable(payload.title, null, it) }
    ShareAs.ACCESS_CODE -> payload.code?.let { Shareable(payload.title, it) }
}
