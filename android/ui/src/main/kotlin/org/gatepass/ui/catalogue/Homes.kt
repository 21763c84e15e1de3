package org.gatepass.ui.catalogue

import java.time.Duration
import java.time.Instant
import java.time.LocalDate
import java.time.LocalDateTime
import java.time.ZoneId
import org.gatepass.core.DayName
import org.gatepass.core.Door
import org.gatepass.core.DoorKind
import org.gatepass.core.DraftRow
import org.gatepass.core.EmptyList
import org.gatepass.core.EntryDay
import org.gatepass.core.EntryEvent
import org.gatepass.core.EntryRef
import org.gatepass.core.EntryRow
import org.gatepass.core.IdentifierKind
import org.gatepass.core.IdlePhase
import org.gatepass.core.ListHints
import org.gatepass.core.NamedGuest
import org.gatepass.core.NobodyGuest
import org.gatepass.core.Notice
import org.gatepass.core.NoticesChangeOverruledMessage
import org.gatepass.core.OfflinePhase
import org.gatepass.core.Opening
import org.gatepass.core.PassRef
import org.gatepass.core.ProfileView
import org.gatepass.core.StuckSync
import org.gatepass.core.SyncState
import org.gatepass.core.Words
import org.gatepass.core.say
import org.gatepass.ui.passes.PassesState

// What the samples are about: two homes, who came there, and what waits.

internal val elmHouseZone: ZoneId = ZoneId.of("America/New_York")

/** A Sunday, five past ten in New York. */
internal val now: Instant = local("2026-11-22T10:05")

internal fun local(text: String): Instant = LocalDateTime.parse(text).atZone(elmHouseZone).toInstant()

internal fun opening(from: String, to: String) = Opening(local(from), local(to))

internal fun ref(pass: String) = PassRef("home", pass)

internal val doors = listOf(
    Door("street", "Street door", DoorKind.STREET),
    Door("lobby", "Lobby", DoorKind.LOBBY),
    Door("garage", "Garage", DoorKind.GARAGE),
)

internal val elmHouse = ProfileView(
    "home", "Ana Lopez", "Elm House", "1 Elm Street, New York", "America/New_York", "12B",
    "https://passes.elmhouse.example", signedIn = true, doors = doors,
)

internal val office = ProfileView(
    "office", "Ana Lopez", "Harbour Offices", "7 Quay Road, New York", "America/New_York", "4.02",
    "https://passes.harbour.example", signedIn = true, doors = doors.take(1),
)

private val idle = SyncState(IdlePhase, 0u, 0u, now, null)
internal val offline = SyncState(OfflinePhase, 2u, 1u, now - Duration.ofHours(3), StuckSync(1u))
internal val aHome = PassesState(profiles = listOf(elmHouse), hints = ListHints(true, null, null), sync = idle)

/** No rows, and why. */
internal fun PassesState.without(empty: EmptyList, offersNew: Boolean = true) =
    copy(rows = emptyList(), hints = ListHints(offersNew, null, empty))

internal val draft = DraftRow("draft", now, null)
internal fun notice(words: Words) = Notice(1, now, "home", words.say(NoticesChangeOverruledMessage("Plumber")))

internal fun entries(words: Words) = listOf(
    entry("7", "2026-11-22T09:58", "Street door", IdentifierKind.QR, "Dog walker", EntryEvent.OPENED_AGAIN, words.activity.openedAgain),
    entry("1", "2026-11-22T09:58", "Street door", IdentifierKind.QR, "Dog walker", EntryEvent.ARRIVED, words.activity.arrived, photo = true),
    entry("2", "2026-11-22T09:41", "Garage", IdentifierKind.PLATE, "Grandma and Grandpa", EntryEvent.OPENED, words.activity.opened),
    entry("3", "2026-11-22T09:39", "Street door", IdentifierKind.PLATE, "Grandma and Grandpa", EntryEvent.ARRIVED, words.activity.arrived, photo = true),
    entry(
        "4", "2026-11-21T22:12", "Lobby", IdentifierKind.CODE, "Cleaner", EntryEvent.REFUSED, words.reasons.outsideHours,
        DayName.YESTERDAY, photo = true,
    ),
    entry("5", "2026-11-21T14:03", "Street door", null, null, EntryEvent.OPENED_BY_MANAGER, words.activity.openedByManager, DayName.YESTERDAY),
    entry("6", "2026-11-19T14:22", "Street door", IdentifierKind.LINK, "Dog walker", EntryEvent.ARRIVED, words.activity.arrived, DayName.DATED),
)

private fun entry(
    id: String,
    at: String,
    door: String,
    kind: IdentifierKind?,
    pass: String?,
    event: EntryEvent,
    text: String,
    called: DayName = DayName.TODAY,
    photo: Boolean = false,
) = EntryRow(
    EntryRef("home", id), local(at), "America/New_York", EntryDay(LocalDate.parse(at.substringBefore('T')), called), door, kind, event, text,
    if (pass == null) NobodyGuest else NamedGuest(pass), pass?.let(::ref), photo,
)
