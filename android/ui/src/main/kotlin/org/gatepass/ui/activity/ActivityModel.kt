package org.gatepass.ui.activity

import kotlinx.coroutines.ExperimentalCoroutinesApi
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.flow.flatMapLatest
import kotlinx.coroutines.flow.update
import org.gatepass.core.EntryFilter
import org.gatepass.core.EntryQuery
import org.gatepass.core.EntryRef
import org.gatepass.core.EntryRow
import org.gatepass.core.PassRef
import org.gatepass.core.followEntries
import org.gatepass.ui.AppModel
import org.gatepass.ui.Place
import org.gatepass.ui.ScreenModel

/** Who came. */
data class ActivityState(
    val filter: EntryFilter = EntryFilter.ALL,
    /** What was read; null until then. */
    val entries: List<EntryRow>? = null,
    val more: Boolean = false,
    val refreshing: Boolean = false,
)

/** What can be done with the log. */
interface ActivityActions {
    fun show(filter: EntryFilter) {}
    fun showMore() {}
    fun refresh() {}
    fun showPhoto(entry: EntryRef) {}
    fun open(pass: PassRef) {}
}

@OptIn(ExperimentalCoroutinesApi::class)
class ActivityModel(app: AppModel) : ScreenModel(app), ActivityActions {
    private val drawn = MutableStateFlow(ActivityState())
    val state: StateFlow<ActivityState> = drawn.asStateFlow()
    private val query = MutableStateFlow(EntryQuery(null, null, EntryFilter.ALL, STEP))

    init {
        query.flatMapLatest(client::followEntries).following { list ->
            drawn.update { it.copy(entries = list.rows, more = list.more) }
        }
    }

    override fun show(filter: EntryFilter) {
        drawn.update { it.copy(filter = filter, entries = null, more = false) }
        query.update { it.copy(only = filter, limit = STEP) }
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

    override fun showPhoto(entry: EntryRef) = app.stack.open(Place.Photo(entry))

    override fun open(pass: PassRef) = app.stack.open(Place.Pass(pass))

    private companion object {
        const val STEP = 100u
    }
}
