package org.gatepass.ui.activity

import androidx.compose.ui.graphics.ImageBitmap
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.flow.update
import kotlinx.coroutines.launch
import kotlinx.coroutines.withContext
import org.gatepass.core.EntryFilter
import org.gatepass.core.EntryQuery
import org.gatepass.core.EntryRef
import org.gatepass.core.EntryRow
import org.gatepass.core.GatepassException
import org.gatepass.core.followEntries
import org.gatepass.core.said
import org.gatepass.ui.AppModel
import org.gatepass.ui.ScreenModel

/** The photo of an entry. */
sealed interface PhotoState {
    data object Loading : PhotoState
    class Shown(val picture: ImageBitmap) : PhotoState

    /** It is no longer kept. */
    data object Gone : PhotoState

    /** It cannot be had now. */
    class Failed(val text: String) : PhotoState
}

/** A photo, and the entry it is of, once that is known. */
data class PhotoOfEntry(val photo: PhotoState = PhotoState.Loading, val entry: EntryRow? = null)

class PhotoModel(app: AppModel, private val ref: EntryRef) : ScreenModel(app) {
    private val drawn = MutableStateFlow(PhotoOfEntry())
    val state: StateFlow<PhotoOfEntry> = drawn.asStateFlow()

    init {
        client.followEntries(EntryQuery(ref.profile, null, EntryFilter.ALL, MOST)).following { list ->
            drawn.update { it.copy(entry = list.rows.find { row -> row.entry == ref } ?: it.entry) }
        }
        load()
    }

    fun load() {
        drawn.update { it.copy(photo = PhotoState.Loading) }
        scope.launch {
            val photo = try {
                val bytes = client.entryPhoto(ref)
                val picture = withContext(Dispatchers.Default) { bytes?.let(shell::picture) }
                if (picture == null) PhotoState.Gone else PhotoState.Shown(picture)
            } catch (error: GatepassException) {
                PhotoState.Failed(error.said(words))
            }
            drawn.update { it.copy(photo = photo) }
        }
    }

    private companion object {
        /** A photo is opened from a list, which shows fewer than these. */
        const val MOST = 1000u
    }
}
