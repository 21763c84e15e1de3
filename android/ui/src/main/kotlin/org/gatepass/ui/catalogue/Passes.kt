package org.gatepass.ui.catalogue

import org.gatepass.core.Badge
import org.gatepass.core.CodeIdentifier
import org.gatepass.core.ExpiredState
import org.gatepass.core.GuestKind
import org.gatepass.core.Identifier
import org.gatepass.core.LinkIdentifier
import org.gatepass.core.NotOnServerNote
import org.gatepass.core.OpenState
import org.gatepass.core.Opening
import org.gatepass.core.OpensAgainState
import org.gatepass.core.OpensState
import org.gatepass.core.OverNote
import org.gatepass.core.PassAction
import org.gatepass.core.PassDetails
import org.gatepass.core.PassNote
import org.gatepass.core.PassRow
import org.gatepass.core.PassType
import org.gatepass.core.PlateIdentifier
import org.gatepass.core.QrIdentifier
import org.gatepass.core.RefusedNote
import org.gatepass.core.RevokedState
import org.gatepass.core.RowState
import org.gatepass.core.ShareAs
import org.gatepass.core.SharePayload
import org.gatepass.core.UsedUpState

// Passes of Elm House on a Sunday morning.

private val parcel = row("Parcel", OpenState(local("2026-11-23T00:00")), guest = GuestKind.COURIER, badges = listOf(Badge.COURIER, Badge.ONE_TIME))
private val walker = row("Dog walker", OpensAgainState(local("2026-11-24T14:20")))
private val grandparents = row("Grandma and Grandpa", OpenState(local("2026-11-22T18:00")), usesLeft = 3u, badges = listOf(Badge.VISITING))
private val plumber = row("Plumber", OpensState(local("2026-11-25T08:00")), badges = listOf(Badge.LAST_USE))
private val cleaner = row("Cleaner", OpensAgainState(local("2026-11-23T09:00")))
private val gardener = row(
    "Gardener", OpenState(local("2026-11-23T00:00")), badges = listOf(Badge.NOT_ON_SERVER),
    actions = listOf(PassAction.EDIT, PassAction.DELETE),
)
private val piano = row(
    "Piano movers", OpensState(local("2026-12-05T00:00")), badges = listOf(Badge.STUCK),
    actions = anything + listOf(PassAction.RETRY, PassAction.DISCARD),
)

internal val validRows = listOf(parcel, grandparents, walker, plumber, cleaner)
internal val offlineRows = listOf(gardener, piano, grandparents, walker)
internal val pastRows = listOf(
    row("Babysitter", ExpiredState, actions = emptyList()),
    row("Flowers", UsedUpState, guest = GuestKind.COURIER, badges = listOf(Badge.COURIER, Badge.ONE_TIME), actions = emptyList()),
    row("Old cleaner", RevokedState(local("2026-11-20T08:00")), actions = emptyList()),
)

private val code = CodeIdentifier("482915")
private val qr = QrIdentifier("0024H36H2NCSVRH6DAQF6DVVQZ")
private val link = LinkIdentifier("https://passes.elmhouse.example/g/0024H36H2NCSVRH6DAQF6DVVQZ")

internal val parcelDetails = details(
    parcel, PassType.ONE_TIME, "Once on Sun, Nov 22", listOf(code, qr), listOf(opening("2026-11-22T00:00", "2026-11-23T00:00")),
    comment = "Behind the plant, please", limit = 1u,
)
internal val walkerDetails = details(
    walker, PassType.RECURRING, "Every Tuesday and Thursday from 2:20 PM to 3:20 PM, from Nov 24, 2026 through May 1, 2027",
    listOf(qr, code, link, PlateIdentifier("ABC 1234")),
    listOf(24, 26).map { opening("2026-11-${it}T14:20", "2026-11-${it}T15:20") } +
        listOf("01", "03", "08").map { opening("2026-12-${it}T14:20", "2026-12-${it}T15:20") },
    comment = "Rex is friendly", used = 14u,
)
internal val gardenerDetails = details(
    gardener, PassType.FULL_DAY, "All day on Sun, Nov 22", emptyList(), listOf(opening("2026-11-22T00:00", "2026-11-23T00:00")),
    notes = listOf(NotOnServerNote),
)
internal val stuckDetails = details(
    piano, PassType.FULL_DAY, "All day on Sat, Dec 5", listOf(qr), listOf(opening("2026-12-05T00:00", "2026-12-06T00:00")),
    notes = listOf(RefusedNote("Your building allows passes up to 7 days ahead. Choose an earlier day.")),
)
internal val overDetails = details(
    pastRows[0], PassType.CUSTOM, "From Nov 19, 2026, 6:00 PM until Nov 20, 2026, 1:00 AM", emptyList(), emptyList(),
    notes = listOf(OverNote), used = 1u, notEditable = "The pass is no longer valid. Make a new one.",
)

internal val payload = SharePayload(
    subject = "Your pass for Elm House",
    title = "Dog walker, Elm House",
    validity = walkerDetails.validity,
    text = "Your pass for Elm House",
    ways = listOf(ShareAs.MESSAGE, ShareAs.QR_PICTURE, ShareAs.ACCESS_CODE, ShareAs.LINK_ONLY),
    url = link.url,
    code = code.digits,
    qrText = qr.text,
    qrPng = ByteArray(1),
    qrSvg = null,
    cardPng = ByteArray(1),
    cardSvg = null,
)

private val anything: List<PassAction> get() = listOf(PassAction.SHARE, PassAction.EDIT, PassAction.DELETE)

private fun row(
    name: String,
    state: RowState,
    guest: GuestKind = GuestKind.GUEST,
    usesLeft: UInt? = null,
    badges: List<Badge> = emptyList(),
    actions: List<PassAction> = anything,
) = PassRow(ref(name), name, guest, state, "America/New_York", usesLeft, badges, actions)

private fun details(
    row: PassRow,
    kind: PassType,
    validity: String,
    identifiers: List<Identifier>,
    openings: List<Opening>,
    notes: List<PassNote> = emptyList(),
    comment: String = "",
    used: UInt = 0u,
    limit: UInt? = null,
    notEditable: String? = null,
) = PassDetails(
    row, notes, kind, comment, validity, openings, used, limit, perDay = null, doors = doors, identifiers = identifiers,
    notEditableBecause = notEditable, createdAt = local("2026-11-18T19:40"),
)
