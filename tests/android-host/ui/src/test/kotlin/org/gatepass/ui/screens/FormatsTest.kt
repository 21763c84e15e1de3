package org.gatepass.ui.screens

import java.time.Clock
import java.time.Instant
import java.time.LocalDate
import java.time.ZoneId
import java.util.Locale
import kotlin.test.Test
import kotlin.test.assertEquals
import org.gatepass.core.DayName
import org.gatepass.core.EntryDay
import org.gatepass.core.Opening
import org.gatepass.core.wordsIn
import org.gatepass.ui.Formats
import org.gatepass.ui.Region
import org.gatepass.ui.OpeningText

class FormatsTest {
    private val now = Instant.parse("2026-11-22T15:05:00Z")
    private val newYork = "America/New_York"

    private fun formats(language: String, locale: Locale, hours24: Boolean, here: String = newYork) =
        Formats(wordsIn(language), Region(locale, hours24, Clock.fixed(now, ZoneId.of(here))))

    private val american = formats("en", Locale.US, hours24 = false)

    @Test
    fun `dates are written as in the region, in the app's language, with a year only where it is another`() {
        assertEquals("Tue, Nov 24", american.date(LocalDate.of(2026, 11, 24)))
        assertEquals("Sat, Jan 2, 2027", american.date(LocalDate.of(2027, 1, 2)))
        assertEquals("Tue, 24 Nov", formats("en", Locale.UK, hours24 = true).date(LocalDate.of(2026, 11, 24)))
        assertEquals("mar, 24 de nov", formats("es", Locale("es", "ES"), hours24 = true).date(LocalDate.of(2026, 11, 24)))
    }

    @Test
    fun `Arabic has its own commas, and the digits of its sentences`() {
        val egyptian = formats("ar", Locale("ar", "EG"), hours24 = true)
        assertEquals("الثلاثاء، 24 نوفمبر", egyptian.date(LocalDate.of(2026, 11, 24)))
        assertEquals("أ، ب", egyptian.listed(listOf("أ", "ب")))
    }

    @Test
    fun `a moment of today is only its time, on the clock of its zone`() {
        assertEquals("10:05 AM", american.moment(now, newYork))
        assertEquals("Tue, Nov 24, 2:20 PM", american.moment(Instant.parse("2026-11-24T19:20:00Z"), newYork))
    }

    @Test
    fun `where the phone shows another time the zone is named`() {
        val abroad = formats("en", Locale.US, hours24 = true, here = "Europe/Madrid")
        assertEquals("10:05, New York time", abroad.moment(now, newYork))
        // Toronto has the same clock: nothing to explain.
        assertEquals("10:05", formats("en", Locale.US, hours24 = true, here = "America/Toronto").moment(now, newYork))
    }

    @Test
    fun `midnight is the end of a day`() {
        val day = Opening(Instant.parse("2026-11-22T05:00:00Z"), Instant.parse("2026-11-23T05:00:00Z"))
        assertEquals("11:59 PM", american.until(day.to, newYork))
        assertEquals(OpeningText("Sun, Nov 22", "12:00 AM – 11:59 PM"), american.opening(day, newYork))
    }

    @Test
    fun `an opening over midnight names both days`() {
        val night = Opening(Instant.parse("2026-11-23T03:00:00Z"), Instant.parse("2026-11-23T11:00:00Z"))
        assertEquals(OpeningText("Sun, Nov 22", "10:00 PM – Mon, Nov 23, 6:00 AM"), american.opening(night, newYork))
    }

    @Test
    fun `the log calls the last two days by name`() {
        assertEquals("Today", american.day(EntryDay(LocalDate.of(2026, 11, 22), DayName.TODAY)))
        assertEquals("Yesterday", american.day(EntryDay(LocalDate.of(2026, 11, 21), DayName.YESTERDAY)))
        assertEquals("Thu, Nov 19", american.day(EntryDay(LocalDate.of(2026, 11, 19), DayName.DATED)))
    }

    @Test
    fun `numbers are grouped as in the region`() {
        assertEquals("9,999", american.number(9999u))
        assertEquals("9.999", formats("es", Locale("es", "AR"), hours24 = true).number(9999u))
    }
}
