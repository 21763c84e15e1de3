package org.gatepass.ui.catalogue

import org.gatepass.core.Badge
import org.gatepass.core.CodeIdentifier
import org.gatepass.core.GuestKind
import org.gatepass.core.Identifier
import org.gatepass.core.IdentifierKind
import org.gatepass.core.LinkIdentifier
import org.gatepass.core.Opening
import org.gatepass.core.PassDetails
import org.gatepass.core.PassRow
import org.gatepass.core.PassSync
import org.gatepass.core.PassType
import org.gatepass.core.PlateIdentifier
import org.gatepass.core.QrIdentifier
import org.gatepass.core.SharePayload
import org.gatepass.core.Status
import org.gatepass.core.StuckPass
import org.gatepass.core.SyncedPass
import org.gatepass.core.WaitingPass

// Passes of Elm House on a Sunday morning.

private val parcel = row(
    "Parcel", PassType.ONE_TIME, Status.OPEN, opening("2026-11-22T00:00", "2026-11-23T00:00"),
    guest = GuestKind.COURIER, limit = 1u, left = 1u, badges = listOf(Badge.COURIER),
)
private val walker = row(
    "Dog walker", PassType.RECURRING, Status.BETWEEN_WINDOWS, opening("2026-11-24T14:20", "2026-11-24T15:20"), used = 14u,
)
private val grandparents = row(
    "Grandma and Grandpa", PassType.CUSTOM, Status.OPEN, opening("2026-11-22T09:00", "2026-11-22T18:00"),
    used = 2u, limit = 5u, left = 3u, badges = listOf(Badge.VISITING),
)
private val plumber = row(
    "Plumber", PassType.CUSTOM, Status.SCHEDULED, opening("2026-11-25T08:00", "2026-11-25T12:00"),
    limit = 1u, left = 1u, badges = listOf(Badge.LAST_USE),
)
private val cleaner = row(
    "Cleaner", PassType.BUSINESS_HOURS, Status.BETWEEN_WINDOWS, opening("2026-11-23T09:00", "2026-11-23T17:00"), perDay = 2u,
)
private val gardener = row(
    "Gardener", PassType.FULL_DAY, Status.OPEN, opening("2026-11-22T00:00", "2026-11-23T00:00"),
    badges = listOf(Badge.NOT_ON_SERVER), sync = WaitingPass,
)
private val piano = row(
    "Piano movers", PassType.FULL_DAY, Status.SCHEDULED, opening("2026-12-05T00:00", "2026-12-06T00:00"),
    badges = listOf(Badge.STUCK), sync = StuckPass("Your building allows passes up to 7 days ahead. Choose an earlier day."),
)

internal val validRows = listOf(parcel, grandparents, walker, plumber, cleaner)
internal val offlineRows = listOf(gardener, piano, grandparents, walker)
internal val pastRows = listOf(
    row("Babysitter", PassType.CUSTOM, Status.EXPIRED, null, used = 1u),
    row("Flowers", PassType.ONE_TIME, Status.USED_UP, null, guest = GuestKind.COURIER, used = 1u, limit = 1u, left = 0u, badges = listOf(Badge.COURIER)),
    row("Old cleaner", PassType.BUSINESS_HOURS, Status.REVOKED, null, used = 31u),
)

private val code = CodeIdentifier("482915")
private val qr = QrIdentifier("0024H36H2NCSVRH6DAQF6DVVQZ")
private val link = LinkIdentifier("https://passes.elmhouse.example/g/0024H36H2NCSVRH6DAQF6DVVQZ")

internal val parcelDetails = details(parcel, "Once on Sun, Nov 22", listOf(code, qr), comment = "Behind the plant, please")
internal val walkerDetails = details(
    walker, "Every Tuesday and Thursday from 2:20 PM to 3:20 PM, from Nov 24, 2026 through May 1, 2027",
    listOf(qr, code, link, PlateIdentifier("ABC 1234")),
    openings = listOf(24, 26).map { opening("2026-11-${it}T14:20", "2026-11-${it}T15:20") } +
        listOf("01", "03", "08").map { opening("2026-12-${it}T14:20", "2026-12-${it}T15:20") },
    comment = "Rex is friendly",
)
internal val gardenerDetails = details(gardener, "All day on Sun, Nov 22", emptyList(), canShare = false)
internal val stuckDetails = details(piano, "All day on Sat, Dec 5", listOf(qr))
internal val overDetails = details(
    pastRows[0], "From Nov 19, 2026, 6:00 PM until Nov 20, 2026, 1:00 AM", emptyList(), canShare = false,
    notEditable = "The pass is no longer valid. Make a new one.",
)

internal val payload = SharePayload(
    subject = "Your pass for Elm House",
    title = "Dog walker, Elm House",
    validity = walkerDetails.validity,
    text = "Your pass for Elm House",
    url = link.url,
    code = code.digits,
    qrText = qr.text,
    qrPng = ByteArray(1),
    qrSvg = null,
    cardPng = ByteArray(1),
    cardSvg = null,
)

private fun row(
    name: String,
    kind: PassType,
    status: Status,
    opening: Opening?,
    guest: GuestKind = GuestKind.GUEST,
    used: UInt = 0u,
    limit: UInt? = null,
    perDay: UInt? = null,
    left: UInt? = null,
    badges: List<Badge> = emptyList(),
    sync: PassSync = SyncedPass,
) = PassRow(
    ref(name), name, guest, kind, status, opening, "America/New_York", used, limit, perDay, left,
    listOf(IdentifierKind.QR, IdentifierKind.CODE), badges, sync, local("2026-11-18T19:40"),
)

private fun details(
    row: PassRow,
    validity: String,
    identifiers: List<Identifier>,
    openings: List<Opening> = listOfNotNull(row.opening),
    comment: String = "",
    canShare: Boolean = true,
    notEditable: String? = null,
) = PassDetails(
    row, comment, validity, openings, doors, identifiers, notEditable == null, notEditable,
    canUndoDelete = false, canShare = canShare, revokedAt = null,
)
