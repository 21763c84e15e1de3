package org.gatepass.ui.pass

import androidx.compose.ui.graphics.ImageBitmap
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.Job
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.flow.update
import kotlinx.coroutines.withContext
import org.gatepass.core.EntryFilter
import org.gatepass.core.EntryQuery
import org.gatepass.core.EntryRef
import org.gatepass.core.EntryRow
import org.gatepass.core.PassAction
import org.gatepass.core.PassDetails
import org.gatepass.core.PassRef
import org.gatepass.core.followEntries
import org.gatepass.core.followPass
import org.gatepass.ui.AppModel
import org.gatepass.ui.Place
import org.gatepass.ui.ScreenModel
import org.gatepass.ui.passes.offers

/** One pass. */
data class PassState(
    /** Null until it is read, and when it is gone. */
    val details: PassDetails? = null,
    /** Whether it is no longer on this phone. */
    val gone: Boolean = false,
    /** The QR code as the core draws it; null while there is none to show. */
    val qr: ImageBitmap? = null,
    val entries: List<EntryRow> = emptyList(),
    val moreEntries: Boolean = false,
    /** Whether the resident is asked before it is deleted. */
    val deleting: Boolean = false,
)

/** What can be done with a pass. */
interface PassActions {
    fun back() {}
    fun share() {}
    fun edit() {}
    fun askToDelete(ask: Boolean) {}
    fun delete() {}
    fun undoDelete() {}
    fun retry() {}
    fun discard() {}
    fun enlarge() {}
    fun copy(label: String, text: String) {}
    fun showPhoto(entry: EntryRef) {}
    fun showMoreEntries() {}
}

class PassModel(app: AppModel, private val pass: PassRef) : ScreenModel(app), PassActions {
    private val drawn = MutableStateFlow(PassState())
    val state: StateFlow<PassState> = drawn.asStateFlow()
    private var asked = 0u
    private var following: Job? = null

    init {
        client.followPass(pass).following { details ->
            drawn.update { it.copy(details = details, gone = details == null) }
            val qr = picture(details)
            drawn.update { it.copy(qr = qr) }
        }
        showMoreEntries()
    }

    override fun back() {
        app.stack.leave(Place.Pass(pass))
    }

    override fun share() = app.stack.open(Place.Share(pass))

    override fun edit() {
        doing { app.stack.open(Place.Wizard(client.editWizard(pass).draft)) }
    }

    override fun askToDelete(ask: Boolean) = drawn.update { it.copy(deleting = ask) }

    override fun delete() {
        val name = drawn.value.details?.row?.name.orEmpty()
        drawn.update { it.copy(deleting = false) }
        doing {
            client.revoke(pass)
            // One that never reached the server is gone at once; the screen says so.
            app.sayDeleted(pass, name, ::undoDelete)
        }
    }

    override fun undoDelete() {
        doing { client.undoRevoke(pass) }
    }

    override fun retry() {
        doing { client.retry(pass) }
    }

    override fun discard() {
        doing { client.discard(pass) }
    }

    override fun enlarge() = app.stack.open(Place.Qr(pass))

    override fun copy(label: String, text: String) {
        shell.copy(label, text)
        app.say(words.common.copied)
    }

    override fun showPhoto(entry: EntryRef) = app.stack.open(Place.Photo(entry))

    override fun showMoreEntries() {
        asked += STEP
        following?.cancel()
        following = client.followEntries(EntryQuery(pass.profile, pass.pass, EntryFilter.ALL, asked)).following { list ->
            drawn.update { it.copy(entries = list.rows, moreEntries = list.more) }
        }
    }

    /** Only what can be shared has a picture, and the pass says whether it can. */
    private suspend fun picture(details: PassDetails?): ImageBitmap? {
        if (details?.row?.offers(PassAction.SHARE) != true) return null
        val png = client.share(pass, null).qrPng ?: return null
        return withContext(Dispatchers.Default) { shell.picture(png) }
    }

    private companion object {
        const val STEP = 20u
    }
}
