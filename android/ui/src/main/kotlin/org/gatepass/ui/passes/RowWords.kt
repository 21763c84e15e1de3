package org.gatepass.ui.passes

import androidx.compose.ui.graphics.vector.ImageVector
import org.gatepass.core.Badge
import org.gatepass.core.GuestKind
import org.gatepass.core.PassRow
import org.gatepass.core.PassType
import org.gatepass.core.PassesNextOpeningMessage
import org.gatepass.core.PassesOpenUntilMessage
import org.gatepass.core.PassesOpensAtMessage
import org.gatepass.core.PassesUsesLeftMessage
import org.gatepass.core.Status
import org.gatepass.core.Words
import org.gatepass.core.say
import org.gatepass.ui.Formats
import org.gatepass.ui.parts.Tone
import org.gatepass.ui.theme.Icons

// A row's state in words. What state it is in, the core says.

/** Where a pass stands, in one line. */
internal fun PassRow.standing(words: Words, formats: Formats): String {
    val opening = opening
    return when (status) {
        Status.OPEN -> opening?.let { words.say(PassesOpenUntilMessage(formats.until(it.to, timeZone))) }
        Status.SCHEDULED -> opening?.let { words.say(PassesOpensAtMessage(formats.moment(it.from, timeZone))) }
        Status.BETWEEN_WINDOWS -> opening?.let { words.say(PassesNextOpeningMessage(formats.moment(it.from, timeZone))) }
        Status.USED_UP -> words.passes.usedUp
        Status.EXPIRED -> words.passes.expired
        Status.REVOKED -> words.passes.revoked
    }.orEmpty()
}

/** A mark beside a name. */
internal class MarkOf(val text: String, val tone: Tone, val icon: ImageVector? = null)

/** The marks of a pass: what is wrong first, then what is going on, then what it is. */
internal fun PassRow.marks(words: Words, formats: Formats): List<MarkOf> {
    val said = words.passes
    val ofBadges = badges.sortedByDescending { it.urgency }.map { badge ->
        when (badge) {
            Badge.STUCK -> MarkOf(said.badgeStuck, Tone.WRONG, Icons.Warning)
            Badge.NOT_ON_SERVER -> MarkOf(said.badgeNotOnServer, Tone.ATTENTION, Icons.Sync)
            Badge.VISITING -> MarkOf(said.badgeVisiting, Tone.GOOD, Icons.Arrived)
            Badge.LAST_USE -> MarkOf(said.badgeLastUse, Tone.QUIET)
            Badge.COURIER -> MarkOf(said.badgeCourier, Tone.QUIET)
        }
    }
    val oneTime = if (kind == PassType.ONE_TIME) listOf(MarkOf(said.badgeOneTime, Tone.QUIET)) else emptyList()
    val left = left?.takeIf { kind != PassType.ONE_TIME && Badge.LAST_USE !in badges && status in withUses }
    return ofBadges + oneTime + listOfNotNull(left?.let { MarkOf(words.say(PassesUsesLeftMessage(it)), Tone.QUIET) })
}

private val withUses = setOf(Status.OPEN, Status.SCHEDULED, Status.BETWEEN_WINDOWS)

private val Badge.urgency: Int
    get() = when (this) {
        Badge.STUCK -> 4
        Badge.NOT_ON_SERVER -> 3
        Badge.VISITING -> 2
        Badge.LAST_USE -> 1
        Badge.COURIER -> 0
    }

internal val GuestKind.icon: ImageVector
    get() = when (this) {
        GuestKind.GUEST -> Icons.Person
        GuestKind.COURIER -> Icons.Courier
    }
