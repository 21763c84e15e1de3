package org.gatepass.ui.parts

import androidx.compose.foundation.layout.Column
import androidx.compose.foundation.layout.fillMaxWidth
import androidx.compose.foundation.rememberScrollState
import androidx.compose.foundation.verticalScroll
import androidx.compose.material3.AlertDialog
import androidx.compose.material3.DatePicker
import androidx.compose.material3.DatePickerDialog
import androidx.compose.material3.DisplayMode
import androidx.compose.material3.ExperimentalMaterial3Api
import androidx.compose.material3.SelectableDates
import androidx.compose.material3.Text
import androidx.compose.material3.TextButton
import androidx.compose.material3.TimePicker
import androidx.compose.material3.rememberDatePickerState
import androidx.compose.material3.rememberTimePickerState
import androidx.compose.runtime.Composable
import androidx.compose.runtime.CompositionLocalProvider
import androidx.compose.runtime.ReadOnlyComposable
import androidx.compose.ui.Alignment
import androidx.compose.ui.Modifier
import androidx.compose.ui.platform.LocalDensity
import androidx.compose.ui.platform.testTag
import androidx.compose.ui.unit.Density
import java.time.Instant
import java.time.LocalDate
import java.time.LocalTime
import java.time.ZoneOffset.UTC
import org.gatepass.ui.formats
import org.gatepass.ui.words

/** Material's calendar, from the first day that is offered to the last. */
@OptIn(ExperimentalMaterial3Api::class)
@Composable
internal fun DayPicker(day: LocalDate, earliest: LocalDate, latest: LocalDate, onPick: (LocalDate) -> Unit, onLeave: () -> Unit) {
    val offered = object : SelectableDates {
        override fun isSelectableDate(utcTimeMillis: Long) = dayOf(utcTimeMillis) in earliest..latest
        override fun isSelectableYear(year: Int) = year in earliest.year..latest.year
    }
    val state = rememberDatePickerState(
        initialSelectedDateMillis = millisOf(day),
        initialDisplayedMonthMillis = millisOf(day),
        yearRange = minOf(earliest.year, day.year)..maxOf(latest.year, day.year),
        // Large letters do not fit a calendar; they are typed instead.
        initialDisplayMode = if (lettersAreLarge) DisplayMode.Input else DisplayMode.Picker,
        selectableDates = offered,
    )
    DatePickerDialog(
        modifier = Modifier.testTag("picker.day"),
        onDismissRequest = onLeave,
        confirmButton = {
            TextButton({ state.selectedDateMillis?.let { onPick(dayOf(it)) } }, enabled = state.selectedDateMillis != null) {
                Text(words.common.ok)
            }
        },
        dismissButton = { TextButton(onLeave) { Text(words.common.cancel) } },
    ) {
        // A large date is in the field that is typed into; once more above it there is no room.
        if (lettersAreLarge) {
            DatePicker(state, Modifier.verticalScroll(rememberScrollState()), title = null, headline = null, showModeToggle = false)
        } else {
            DatePicker(state, Modifier.verticalScroll(rememberScrollState()))
        }
    }
}

/** Material's clock face. */
@OptIn(ExperimentalMaterial3Api::class)
@Composable
internal fun ClockPicker(time: LocalTime, onPick: (LocalTime) -> Unit, onLeave: () -> Unit) {
    val state = rememberTimePickerState(time.hour, time.minute, formats.hours24)
    AlertDialog(
        modifier = Modifier.testTag("picker.time"),
        onDismissRequest = onLeave,
        title = { Text(words.common.chooseTime) },
        text = {
            Column(Modifier.fillMaxWidth().verticalScroll(rememberScrollState()), horizontalAlignment = Alignment.CenterHorizontally) {
                // The clock's numbers are large by themselves, and its face does not grow with them.
                val density = LocalDensity.current
                val fitting = Density(density.density, density.fontScale.coerceAtMost(LARGE))
                CompositionLocalProvider(LocalDensity provides fitting) { TimePicker(state) }
            }
        },
        confirmButton = { TextButton({ onPick(LocalTime.of(state.hour, state.minute)) }) { Text(words.common.ok) } },
        dismissButton = { TextButton(onLeave) { Text(words.common.cancel) } },
    )
}

/** Whether letters are so large that what stands side by side has to stand one below the other. */
internal val lettersAreLarge: Boolean
    @Composable @ReadOnlyComposable get() = LocalDensity.current.fontScale > LARGE

private const val LARGE = 1.3f

private fun dayOf(millis: Long): LocalDate = Instant.ofEpochMilli(millis).atZone(UTC).toLocalDate()

private fun millisOf(day: LocalDate): Long = day.atStartOfDay(UTC).toInstant().toEpochMilli()
