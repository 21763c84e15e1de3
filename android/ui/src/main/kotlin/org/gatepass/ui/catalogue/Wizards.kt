package org.gatepass.ui.catalogue

import java.time.LocalDate
import java.time.LocalDateTime
import java.time.LocalTime
import org.gatepass.core.Button
import org.gatepass.core.CancelEvent
import org.gatepass.core.Choice
import org.gatepass.core.ChooseOneKind
import org.gatepass.core.ChooseSeveralKind
import org.gatepass.core.DayKind
import org.gatepass.core.Field
import org.gatepass.core.FieldId
import org.gatepass.core.FieldKind
import org.gatepass.core.FinishEvent
import org.gatepass.core.JumpEvent
import org.gatepass.core.MomentKind
import org.gatepass.core.NextEvent
import org.gatepass.core.NumberKind
import org.gatepass.core.OpeningView
import org.gatepass.core.Preview
import org.gatepass.core.Progress
import org.gatepass.core.Purpose
import org.gatepass.core.SummaryKind
import org.gatepass.core.TextKind
import org.gatepass.core.TimeOfDayKind
import org.gatepass.core.Trial
import org.gatepass.core.WizardStep
import org.gatepass.core.WizardView

// Views of the wizard as the core gives them for a dog walker, step by step.

private val next = Button("Next", NextEvent, true, null)
private val cancel = Button("Cancel", CancelEvent, true, null)
private val done = Button("Done", FinishEvent, true, null)

private val typeView = view(
    WizardStep.CHOOSE_TYPE, 1u, "What kind of pass?",
    one(
        FieldId.TYPE_OF_PASS, "Type",
        Choice("custom", "Custom Duration", "From one moment to another, for a weekend or a long stay.", false, true, null),
        Choice("recurring", "Recurring Access", "The same hours on the days you choose, for a cleaner or a dog walker.", true, true, null),
        Choice("business_hours", "Business Hours", "Monday to Friday, 9 to 5 to begin with, for work that takes some days.", false, true, null),
        Choice("full_day", "Full Day Use", "One day from midnight to midnight, as often as needed, for a party or a move.", false, false, "This building does not offer this type."),
        Choice("one_time", "One-Time", "One visit on one day, for a delivery or a repair.", false, true, null),
    ),
)

private val aboutView = view(
    WizardStep.ABOUT, 2u, "Who is it for?",
    text(FieldId.NAME, "Name", "Dog walker", "Your guest sees it. Leave it empty and we choose one.", "Guest, Nov 22"),
    one(FieldId.GUEST, "Who comes", Choice("guest", "Guest", null, true, true, null), Choice("courier", "Courier", null, false, true, null)),
    text(FieldId.COMMENT, "Comment", "Rex is friendly", "Only you see this.", null, multiline = true),
)

private val identifiersView = view(
    WizardStep.IDENTIFIERS, 3u, "How will your guest open the door?",
    field(
        FieldId.IDENTIFIERS, "Ways to open",
        ChooseSeveralKind(
            listOf(
                Choice("qr", "QR code", "Shown to the camera at the door.", true, true, null),
                Choice("code", "Access code", "Typed on the keypad at the door.", true, true, null),
                Choice("link", "Link", "Opened on the guest's phone, with a button for each door.", true, true, null),
                Choice("plate", "License plate", "Read by the camera at the gate.", true, true, null),
            ),
            null, false,
        ),
    ),
    text(FieldId.LICENCE_PLATE, "License plate", "ABC 1234", "As it stands on the vehicle; spaces and hyphens do not matter.", null),
).copy(explanation = "Choose one or more. They all open the same doors at the same times.")

private val weekdays = listOf("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

private fun weekdayField(chosen: Set<String>, errors: List<String> = emptyList()) = field(
    FieldId.WEEKDAYS, "Days of the week",
    ChooseSeveralKind(weekdays.map { Choice(it.take(3).lowercase(), it, null, it in chosen, true, null) }, null, false),
    errors = errors,
)

private val recurringView = view(
    WizardStep.SCHEDULE, 4u, "When may your guest come?",
    weekdayField(setOf("Tuesday", "Thursday")),
    field(FieldId.WINDOW_FROM, "Opens at", TimeOfDayKind(LocalTime.of(14, 20))),
    field(FieldId.WINDOW_TO, "Closes at", TimeOfDayKind(LocalTime.of(15, 20)), "A time before the opening means the next morning; 11:59 PM means the end of the day."),
    day(FieldId.FIRST_DAY, "First day", "2026-11-22"),
    day(FieldId.LAST_DAY, "Last day", "2026-12-22", "The last day on which it opens."),
).copy(preview = preview(null, null))

private val customView = view(
    WizardStep.SCHEDULE, 4u, "When may your guest come?",
    moment(FieldId.STARTS_AT, "From", "2026-11-22T10:05"),
    moment(FieldId.ENDS_AT, "Until", "2026-11-23T10:05"),
    one(
        FieldId.TIME_ZONE, "Clock",
        Choice("America/New_York", "The building's (America/New_York)", null, true, true, null),
        Choice("Europe/Madrid", "This phone's (Europe/Madrid)", null, false, true, null),
    ),
).copy(
    preview = Preview(
        listOf(opened("2026-11-22T10:05", "2026-11-23T10:05")), false, "America/New_York",
        "These times are on the clock of America/New_York. This phone shows another time.", null,
    ),
)

private val usesView = view(
    WizardStep.USES, 5u, "How often may your guest come?",
    field(FieldId.VISIT_LIMIT, "Visits in all", NumberKind(12u, 1u, 9999u, "No limit"), "From the first door on, all doors on the way in are one visit."),
    field(FieldId.DAILY_LIMIT, "Visits a day", NumberKind(null, 1u, 9999u, "No limit")),
).copy(explanation = "One visit may open several doors: street, lobby and lift count as one.")

private val doorsView = view(
    WizardStep.DOORS, 6u, "Which doors may it open?",
    field(
        FieldId.DOORS, "Doors",
        ChooseSeveralKind(
            listOf(
                Choice("street", "Street door", null, true, true, null),
                Choice("lobby", "Lobby", null, true, true, null),
                Choice("garage", "Garage", null, false, true, null),
                Choice("roof", "Roof terrace", null, false, false, "This building does not let residents share this door."),
            ),
            "All doors", false,
        ),
    ),
)

private val summaries = arrayOf(
    summary(FieldId.TYPE_OF_PASS, "Type", WizardStep.CHOOSE_TYPE, "Recurring Access"),
    summary(FieldId.NAME, "Name", WizardStep.ABOUT, "Dog walker"),
    summary(FieldId.IDENTIFIERS, "Ways to open", WizardStep.IDENTIFIERS, "QR code, Access code, Link"),
    summary(FieldId.TIMES, "Times", WizardStep.SCHEDULE, "Tuesday, Thursday", "From 2:20 PM to 3:20 PM", "From Nov 22, 2026 through Dec 22, 2026"),
    summary(FieldId.VISIT_LIMIT, "Visits", WizardStep.USES, "As often as needed"),
    summary(FieldId.DOORS, "Doors", WizardStep.DOORS, "Street door, Lobby"),
)

private val reviewView = view(
    WizardStep.REVIEW, 7u, "Check the pass", *summaries,
    one(FieldId.TRIAL_DOOR, "Will it open this door…", Choice("street", "Street door", null, true, true, null), Choice("lobby", "Lobby", null, false, true, null)),
    moment(FieldId.TRIAL_MOMENT, "…at this time?", "2026-11-24T15:30"),
).copy(
    explanation = "Tap a line to change it.",
    primary = Button("Make the pass", NextEvent, true, null),
    preview = preview(
        Trial("street", LocalDateTime.parse("2026-11-24T15:30"), false, "No, Street door stays shut: that is outside its hours.", opened("2026-11-26T14:20", "2026-11-26T15:20")), null,
    ),
)

private val problemsView = recurringView.copy(
    fields = listOf(
        weekdayField(emptySet(), listOf("Choose at least one day of the week.")),
        field(FieldId.WINDOW_FROM, "Opens at", TimeOfDayKind(LocalTime.of(14, 20))),
        field(
            FieldId.WINDOW_TO, "Closes at", TimeOfDayKind(LocalTime.of(14, 20)),
            errors = listOf("It must close at another time than it opens. For the whole day choose 12:00 AM to 11:59 PM."),
        ),
        day(FieldId.FIRST_DAY, "First day", "2026-11-22"),
        day(FieldId.LAST_DAY, "Last day", "2026-12-22", "The last day on which it opens."),
    ),
    notices = listOf("You no longer have access to “Roof terrace”. It was taken out of the pass."),
    preview = null,
    canGoNext = false,
    secondary = listOf(Button("Back to the review", JumpEvent(WizardStep.REVIEW), true, null), cancel),
)

private val savedView = view(WizardStep.SAVED, null, "The pass is ready").copy(
    explanation = "“Dog walker” is ready to be sent to your guest.",
    primary = Button("Send", NextEvent, true, null),
    secondary = listOf(done),
    canGoBack = false,
)

private val unavailableView = view(WizardStep.UNAVAILABLE, null, "No pass can be made now").copy(
    explanation = "Passes are switched off at Elm House. Ask the manager of the building to switch them on.",
    primary = null,
    canGoBack = false,
)

/** Every step, under the name of its sample. */
internal val wizardViews: List<Pair<String, WizardView>> = listOf(
    "type" to typeView.copy(canGoBack = false),
    "about" to aboutView,
    "identifiers" to identifiersView,
    "recurring" to recurringView,
    "custom" to customView,
    "uses" to usesView,
    "doors" to doorsView,
    "review" to reviewView,
    "problems" to problemsView,
    "saved" to savedView,
    "unavailable" to unavailableView,
)

private fun view(step: WizardStep, at: UInt?, title: String, vararg fields: Field) = WizardView(
    Purpose.NEW_PASS, step, title, null, at?.let { Progress(it, 7u) }, emptyList(), emptyList(), fields.toList(), null,
    canGoBack = true, canGoNext = true, primary = next, secondary = listOf(cancel), busy = false,
)

private fun field(id: FieldId, label: String, kind: FieldKind, hint: String? = null, errors: List<String> = emptyList()) =
    Field(id, label, hint, errors, true, null, kind)

private fun one(id: FieldId, label: String, vararg choices: Choice) = field(id, label, ChooseOneKind(choices.toList()))

private fun text(id: FieldId, label: String, text: String, hint: String, placeholder: String?, multiline: Boolean = false) =
    field(id, label, TextKind(text, placeholder, 200u, multiline), hint)

private fun day(id: FieldId, label: String, date: String, hint: String? = null) =
    field(id, label, DayKind(LocalDate.parse(date), LocalDate.of(2026, 11, 22), LocalDate.of(2027, 11, 22)), hint)

private fun moment(id: FieldId, label: String, at: String) = field(
    id, label,
    MomentKind(LocalDateTime.parse(at), LocalDateTime.parse("2026-11-22T10:05"), LocalDateTime.parse("2027-11-22T10:05")),
)

private fun summary(id: FieldId, label: String, step: WizardStep, vararg lines: String) =
    field(id, label, SummaryKind(lines.toList(), JumpEvent(step)))

private fun opened(from: String, to: String) =
    OpeningView(local(from), local(to), LocalDateTime.parse(from), LocalDateTime.parse(to), 60u)

private fun preview(trial: Trial?, zoneNote: String?) = Preview(
    listOf("11-24", "11-26", "12-01", "12-03", "12-08").map { opened("2026-${it}T14:20", "2026-${it}T15:20") },
    true, "America/New_York", zoneNote, trial,
)
