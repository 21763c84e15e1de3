package org.gatepass.ui

import java.text.NumberFormat
import java.time.Instant
import java.time.LocalDate
import java.time.LocalDateTime
import java.time.LocalTime
import java.time.ZoneId
import java.time.chrono.IsoChronology
import java.time.format.DateTimeFormatter
import java.time.format.DateTimeFormatterBuilder
import java.time.format.DecimalStyle
import java.time.format.FormatStyle
import java.util.Locale
import org.gatepass.core.CommonTimeInZoneMessage
import org.gatepass.core.DayName
import org.gatepass.core.EntryDay
import org.gatepass.core.Opening
import org.gatepass.core.OpeningView
import org.gatepass.core.Words
import org.gatepass.core.say

/**
 * Writes dates, times and numbers for this region, in the app's language and with its digits, in the zone that a record
 * names.
 */
class Formats(private val words: Words, private val region: Region) {
    private val locale: Locale = Locale.Builder().setLanguageTag(words.locale).setRegion(region.locale.country).build()
    private val numbers = NumberFormat.getIntegerInstance(locale)
    private val full = fullDate()
    private val dayAndYear = written(full)
    private val day = written(withoutYear(full))
    private val clock = written(if (region.hours24) "HH:mm" else "h:mm a")

    /** Whether the phone shows twenty-four hours. */
    val hours24: Boolean get() = region.hours24

    /** How the app's language is written here. */
    val writing: Locale get() = locale

    fun number(number: UInt): String = numbers.format(number.toLong())

    fun time(time: LocalTime): String = clock.format(time)

    /** `Tue, Nov 24`; with its year where it is another than this one. */
    fun date(date: LocalDate): String =
        if (date.year == LocalDate.now(region.clock).year) day.format(date) else dayAndYear.format(date)

    /** `Tue, Nov 24, 2:20 PM`. */
    fun moment(at: LocalDateTime): String = listed(listOf(date(at.toLocalDate()), time(at.toLocalTime())))

    /** Today, yesterday or the date, and the time. */
    fun dayAndTime(day: EntryDay, at: Instant, zone: String): String = listed(listOf(day(day), time(at, zone)))

    /** `Street door, Lobby`, with the comma of the language. */
    fun listed(names: List<String>): String = names.joinToString(if ('،' in full) "، " else ", ")

    /** A moment on the clock of a zone: only the time where it is today, and the zone's name where it differs from here. */
    fun moment(at: Instant, zone: String): String {
        val there = there(at, zone)
        val written = if (there.toLocalDate() == today(zone)) time(there.toLocalTime()) else moment(there)
        return named(written, at, zone)
    }

    /** Until when, on the clock of a zone: midnight is the end of a day, which people call by its last minute. */
    fun until(at: Instant, zone: String): String = moment(if (there(at, zone).isMidnight) at.minusSeconds(60) else at, zone)

    /** The time of a moment on the clock of a zone. */
    fun time(at: Instant, zone: String): String = named(time(there(at, zone).toLocalTime()), at, zone)

    /** A day as the core calls it: today, yesterday, or its date. */
    fun day(day: EntryDay): String = when (day.called) {
        DayName.TODAY -> words.common.today
        DayName.YESTERDAY -> words.common.yesterday
        DayName.DATED -> date(day.date)
    }

    /** From when until when: `Tue, Nov 24` and `2:20 PM – 3:20 PM`. */
    fun opening(opening: OpeningView): OpeningText = opening(opening.localFrom, opening.localTo)

    /** The same for instants, on the clock of a zone. */
    fun opening(opening: Opening, zone: String): OpeningText = opening(there(opening.from, zone), there(opening.to, zone))

    private fun opening(from: LocalDateTime, to: LocalDateTime): OpeningText {
        val last = if (to.isMidnight) to.minusMinutes(1) else to
        val end = if (last.toLocalDate() == from.toLocalDate()) time(last.toLocalTime()) else moment(last)
        return OpeningText(date(from.toLocalDate()), "${time(from.toLocalTime())} – $end")
    }

    private fun today(zone: String): LocalDate = region.clock.instant().atZone(ZoneId.of(zone)).toLocalDate()

    private fun there(at: Instant, zone: String): LocalDateTime = LocalDateTime.ofInstant(at, ZoneId.of(zone))

    private fun named(written: String, at: Instant, zone: String): String {
        val sameClock = ZoneId.of(zone).rules.getOffset(at) == region.clock.zone.rules.getOffset(at)
        return if (sameClock) written else words.say(CommonTimeInZoneMessage(written, zone.substringAfterLast('/').replace('_', ' ')))
    }

    private fun written(pattern: String): DateTimeFormatter =
        DateTimeFormatter.ofPattern(pattern, locale).withDecimalStyle(DecimalStyle.of(locale))

    /** The language's own order and commas, with short names. */
    private fun fullDate(): String =
        DateTimeFormatterBuilder.getLocalizedDateTimePattern(FormatStyle.FULL, null, IsoChronology.INSTANCE, locale)
            .replace(Regex("E{4,}"), "EEE").replace("MMMM", "MMM")

    private val LocalDateTime.isMidnight: Boolean get() = toLocalTime() == LocalTime.MIDNIGHT

    private companion object {
        /** `EEE, MMM d, y` becomes `EEE, MMM d`, `EEE, d 'de' MMM 'de' y` becomes `EEE, d 'de' MMM`, `y年M月d日EEE` `M月d日EEE`. */
        fun withoutYear(pattern: String): String =
            pattern.replace(Regex("^y+([^\\p{L}']|[年년])*|[,،\\s]*('[^']*'\\s*)?\\by+.*$"), "")
    }
}

/** An opening in words. */
data class OpeningText(val day: String, val times: String)
