package org.gatepass.ui.passes

import java.time.Instant
import kotlinx.coroutines.ExperimentalCoroutinesApi
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.flow.distinctUntilChanged
import kotlinx.coroutines.flow.flatMapLatest
import kotlinx.coroutines.flow.map
import kotlinx.coroutines.flow.update
import org.gatepass.core.DraftRow
import org.gatepass.core.ListHints
import org.gatepass.core.Notice
import org.gatepass.core.PassAction
import org.gatepass.core.PassHalf
import org.gatepass.core.PassQuery
import org.gatepass.core.PassRef
import org.gatepass.core.PassRow
import org.gatepass.core.PassesQuickMadeMessage
import org.gatepass.core.ProfileId
import org.gatepass.core.ProfileView
import org.gatepass.core.QuickPass
import org.gatepass.core.SyncState
import org.gatepass.core.followNotices
import org.gatepass.core.followPasses
import org.gatepass.core.followSync
import org.gatepass.core.say
import org.gatepass.ui.AppModel
import org.gatepass.ui.BarAction
import org.gatepass.ui.Place
import org.gatepass.ui.ScreenModel

/** The list of passes. */
data class PassesState(
    val profiles: List<ProfileView> = emptyList(),
    /** Whose passes are shown; null is of all homes. */
    val profile: ProfileId? = null,
    val half: PassHalf = PassHalf.VALID,
    val search: String = "",
    /** Null until the list is read. */
    val rows: List<PassRow>? = null,
    val more: Boolean = false,
    /** What the core says around the rows; null until the list is read. */
    val hints: ListHints? = null,
    val sync: SyncState? = null,
    val notices: List<Notice> = emptyList(),
    /** A pass that was begun and not finished. */
    val draft: DraftRow? = null,
    /** Whether the resident pulled the list down and waits. */
    val refreshing: Boolean = false,
    /** The pass that the resident is asked about before it is deleted. */
    val deleting: PassRow? = null,
) {
    /** The homes whose passes are shown. */
    val shown: List<ProfileView> get() = profiles.filter { profile == null || it.id == profile }

    /** The home that is shown, if it is one. */
    val home: ProfileView? get() = shown.singleOrNull()

    /** When everything was last up to date, and on whose clock that is said. */
    val updated: Pair<Instant, String>?
        get() {
            val at = sync?.lastSynced ?: return null
            return if (rows.isNullOrEmpty()) null else shown.firstOrNull()?.let { at to it.timeZone }
        }
}

/** What can be done with the list. */
interface PassesActions {
    fun show(profile: ProfileId?) {}
    fun show(half: PassHalf) {}
    fun search(text: String) {}
    fun showMore() {}
    fun refresh() {}
    fun open(pass: PassRef) {}
    fun share(pass: PassRef) {}
    fun edit(pass: PassRef) {}
    fun askToDelete(row: PassRow?) {}
    fun delete(row: PassRow) {}
    fun undoDelete(pass: PassRef) {}
    fun retry(pass: PassRef) {}
    fun discard(pass: PassRef) {}
    fun newPass() {}
    fun quick(kind: QuickPass) {}
    fun continueDraft(draft: DraftRow) {}
    fun discardDraft(draft: DraftRow) {}
    fun dismiss(notice: Notice) {}
    fun invitation() {}
}

@OptIn(ExperimentalCoroutinesApi::class)
class PassesModel(app: AppModel) : ScreenModel(app), PassesActions {
    private val drawn = MutableStateFlow(PassesState())
    val state: StateFlow<PassesState> = drawn.asStateFlow()
    private val query = MutableStateFlow(PassQuery(null, PassHalf.VALID, "", STEP))

    init {
        app.profiles.following { all ->
            drawn.update { now ->
                now.copy(profiles = all.orEmpty(), profile = now.profile?.takeIf { id -> all.orEmpty().any { it.id == id } })
            }
        }
        drawn.map { it.profile }.distinctUntilChanged().following { profile -> query.update { it.copy(profile = profile) } }
        query.flatMapLatest(client::followPasses).following { list ->
            drawn.update { it.copy(rows = list.rows, more = list.more, hints = list.hints) }
        }
        client.followSync().following { sync -> drawn.update { it.copy(sync = sync) } }
        client.followNotices().following { notices -> drawn.update { it.copy(notices = notices) } }
        // A wizard that is left comes back here as a draft.
        app.stack.places.following { if (it.last() is Place.Tab) readDrafts() }
    }

    override fun show(profile: ProfileId?) = drawn.update { it.copy(profile = profile) }

    override fun show(half: PassHalf) {
        drawn.update { it.copy(half = half, rows = null, more = false, hints = it.hints?.copy(empty = null)) }
        query.update { it.copy(half = half, limit = STEP) }
    }

    override fun search(text: String) {
        drawn.update { it.copy(search = text) }
        query.update { it.copy(search = text, limit = STEP) }
    }

    override fun showMore() = query.update { it.copy(limit = it.limit + STEP) }

    override fun refresh() {
        drawn.update { it.copy(refreshing = true) }
        doing {
            try {
                client.syncNow()
            } finally {
                drawn.update { it.copy(refreshing = false) }
            }
        }
    }

    override fun open(pass: PassRef) = app.stack.open(Place.Pass(pass))

    override fun share(pass: PassRef) {
        doing {
            // Where there is nothing to share the client says why.
            client.share(pass, null)
            app.stack.open(Place.Share(pass))
        }
    }

    override fun edit(pass: PassRef) {
        doing { app.stack.open(Place.Wizard(client.editWizard(pass).draft)) }
    }

    override fun askToDelete(row: PassRow?) = drawn.update { it.copy(deleting = row) }

    override fun delete(row: PassRow) {
        drawn.update { it.copy(deleting = null) }
        doing {
            client.revoke(row.pass)
            app.sayDeleted(row.pass, row.name) { undoDelete(row.pass) }
        }
    }

    override fun undoDelete(pass: PassRef) {
        doing { client.undoRevoke(pass) }
    }

    override fun retry(pass: PassRef) {
        doing { client.retry(pass) }
    }

    override fun discard(pass: PassRef) {
        doing { client.discard(pass) }
    }

    override fun newPass() {
        doing { app.stack.open(Place.Wizard(client.startWizard(drawn.value.home?.id).draft)) }
    }

    override fun quick(kind: QuickPass) {
        doing {
            val pass = client.quickPass(drawn.value.home?.id, kind)
            // Sent at once where the server can be reached; the pass is made in any case.
            client.syncNow()
            val row = client.pass(pass).row
            val share = BarAction(words.common.share) { share(pass) }
            app.say(words.say(PassesQuickMadeMessage(row.name)), share.takeIf { row.offers(PassAction.SHARE) })
        }
    }

    override fun continueDraft(draft: DraftRow) = app.stack.open(Place.Wizard(draft.id))

    override fun discardDraft(draft: DraftRow) {
        doing {
            client.discardDraft(draft.id)
            readDrafts()
        }
    }

    override fun dismiss(notice: Notice) {
        doing { client.dismissNotice(notice.id) }
    }

    override fun invitation() = app.stack.open(Place.Activation())

    private suspend fun readDrafts() {
        val newest = client.drafts().firstOrNull()
        drawn.update { it.copy(draft = newest) }
    }

    private companion object {
        const val STEP = 50u
    }
}
