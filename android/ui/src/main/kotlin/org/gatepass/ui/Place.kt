package org.gatepass.ui

import org.gatepass.core.DraftId
import org.gatepass.core.EntryRef
import org.gatepass.core.PassRef

/** A screen, and what it is about. */
sealed interface Place {
    data object Welcome : Place

    /** Entering an invitation; `begun` holds one that was opened from elsewhere. */
    data class Activation(val begun: String? = null) : Place

    /** One of the three at the bottom. */
    data class Tab(val which: Name) : Place {
        enum class Name { PASSES, ACTIVITY, SETTINGS }
    }

    data class Pass(val pass: PassRef) : Place
    data class Qr(val pass: PassRef) : Place
    data class Share(val pass: PassRef) : Place
    data class Wizard(val draft: DraftId) : Place
    data class Photo(val entry: EntryRef) : Place

    companion object {
        val Passes = Tab(Tab.Name.PASSES)
        val Activity = Tab(Tab.Name.ACTIVITY)
        val Settings = Tab(Tab.Name.SETTINGS)
    }
}

/** Places as text, one a line, so that a killed app comes back where it was. An invitation is not kept: it is a secret. */
internal object PlaceText {
    fun of(places: List<Place>): String = places.joinToString("\n") { place ->
        when (place) {
            Place.Welcome -> "welcome"
            is Place.Activation -> "activation"
            is Place.Tab -> place.which.name.lowercase()
            is Place.Pass -> "pass ${place.pass.profile} ${place.pass.pass}"
            is Place.Qr -> "qr ${place.pass.profile} ${place.pass.pass}"
            is Place.Share -> "share ${place.pass.profile} ${place.pass.pass}"
            is Place.Wizard -> "wizard ${place.draft}"
            is Place.Photo -> "photo ${place.entry.profile} ${place.entry.entry}"
        }
    }

    /** What cannot be read ends the list: the places before it are still good. */
    fun read(text: String): List<Place> = text.lineSequence().map(::place).takeWhile { it != null }.filterNotNull().toList()

    private fun place(line: String): Place? {
        val words = line.split(' ')
        val tab = Place.Tab.Name.entries.find { it.name.lowercase() == line }
        return when {
            tab != null -> Place.Tab(tab)
            line == "welcome" -> Place.Welcome
            line == "activation" -> Place.Activation()
            words.size == 2 && words[0] == "wizard" -> Place.Wizard(words[1])
            words.size != 3 -> null
            words[0] == "pass" -> Place.Pass(PassRef(words[1], words[2]))
            words[0] == "qr" -> Place.Qr(PassRef(words[1], words[2]))
            words[0] == "share" -> Place.Share(PassRef(words[1], words[2]))
            words[0] == "photo" -> Place.Photo(EntryRef(words[1], words[2]))
            else -> null
        }
    }
}
