package org.gatepass.ui.screens

import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFalse
import kotlin.test.assertTrue
import org.gatepass.core.EntryRef
import org.gatepass.core.PassRef
import org.gatepass.ui.BackStack
import org.gatepass.ui.Place
import org.gatepass.ui.PlaceText

class PlacesTest {
    private val pass = PassRef("home", "dog-walker")

    @Test
    fun `places come back from their text, but an invitation does not`() {
        val all = listOf(
            Place.Welcome, Place.Passes, Place.Activity, Place.Settings, Place.Pass(pass), Place.Qr(pass), Place.Share(pass),
            Place.Wizard("draft"), Place.Photo(EntryRef("home", "entry")), Place.Activation(),
        )
        assertEquals(all, PlaceText.read(PlaceText.of(all)))
        assertEquals("activation", PlaceText.of(listOf(Place.Activation("gatepass://activate?code=7K2M"))))
    }

    @Test
    fun `text of another version is read as far as it goes`() {
        assertEquals(listOf(Place.Passes, Place.Pass(pass)), PlaceText.read("passes\npass home dog-walker\nhologram home 3\nsettings"))
        assertEquals(emptyList(), PlaceText.read(""))
        assertEquals(Place.Passes, BackStack(PlaceText.read("rubbish")).here)
    }

    @Test
    fun `back goes the way that was come, and then out`() {
        val stack = BackStack(emptyList())
        stack.open(Place.Pass(pass))
        stack.open(Place.Pass(pass))
        stack.open(Place.Share(pass))
        assertEquals(listOf(Place.Passes, Place.Pass(pass), Place.Share(pass)), stack.places.value)
        assertTrue(stack.back())
        assertTrue(stack.back())
        assertFalse(stack.back())
        assertEquals(Place.Passes, stack.here)
    }

    @Test
    fun `another tab leads back to the passes`() {
        val stack = BackStack(listOf(Place.Passes, Place.Pass(pass)))
        stack.tab(Place.Settings)
        assertEquals(listOf(Place.Passes, Place.Settings), stack.places.value)
        stack.tab(Place.Passes)
        assertEquals(listOf<Place>(Place.Passes), stack.places.value)
    }

    @Test
    fun `a place that is over is left wherever the resident has gone meanwhile`() {
        val stack = BackStack(listOf(Place.Passes, Place.Wizard("draft"), Place.Pass(pass)))
        stack.leave(Place.Wizard("draft"))
        assertEquals(listOf(Place.Passes, Place.Pass(pass)), stack.places.value)
        stack.begin(Place.Welcome)
        stack.leave(Place.Welcome)
        assertEquals(Place.Welcome, stack.here)
    }
}
