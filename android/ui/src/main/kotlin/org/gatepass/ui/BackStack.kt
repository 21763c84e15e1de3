package org.gatepass.ui

import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.flow.update

/** Where the resident is, and the way back. Never empty. */
class BackStack(first: List<Place>) {
    private val way = MutableStateFlow(first.ifEmpty { listOf(Place.Passes) })

    /** From the root to what is shown. */
    val places: StateFlow<List<Place>> = way.asStateFlow()

    /** What is shown. */
    val here: Place get() = way.value.last()

    /** Goes on to a place; not twice to the same, however often a button is pressed. */
    fun open(place: Place) = way.update { if (it.last() == place) it else it + place }

    /** Goes to a place instead of this one. */
    fun replace(place: Place) = way.update { it.dropLast(1) + place }

    /** Forgets the way and begins here. */
    fun begin(place: Place) {
        way.value = listOf(place)
    }

    /** Goes to a tab. Back from another tab leads to the passes, and from there out of the app. */
    fun tab(tab: Place.Tab) {
        way.value = if (tab == Place.Passes) listOf(tab) else listOf(Place.Passes, tab)
    }

    /** Leaves this place, wherever the resident has gone meanwhile. */
    fun leave(place: Place) = way.update { all -> if (all.size > 1) (all - place).ifEmpty { all } else all }

    /** One step back; false where there is none, and the app is left. */
    fun back(): Boolean {
        if (way.value.size < 2) return false
        way.update { it.dropLast(1) }
        return true
    }
}
