package org.gatepass.ui.passes

import androidx.compose.ui.graphics.vector.ImageVector
import org.gatepass.core.Badge
import org.gatepass.core.ExpiredState
import org.gatepass.core.GuestKind
import org.gatepass.core.OpenState
import org.gatepass.core.OpensAgainState
import org.gatepass.core.OpensState
import org.gatepass.core.PassAction
import org.gatepass.core.PassRevokedAtMessage
import org.gatepass.core.PassRow
import org.gatepass.core.PassesNextOpeningMessage
import org.gatepass.core.PassesOpenUntilMessage
import org.gatepass.core.PassesOpensAtMessage
import org.gatepass.core.PassesUsesLeftMessage
import org.gatepass.core.RevokedState
import org.gatepass.core.RowState
import org.gatepass.core.UsedUpState
import org.gatepass.core.Words
import org.gatepass.core.say
import org.gatepass.ui.Formats
import org.gatepass.ui.parts.Tone
import org.gatepass.ui.theme.Icons

// A row in words. What is said and offered is the core's; here it only gets its sentence.

/** Where a pass stands, in one line. */
internal fun PassRow.standing(words: Words, formats: Formats): String = when (val state = state) {
    is OpenState -> words.say(PassesOpenUntilMessage(formats.until(state.until, timeZone)))
    is OpensState -> words.say(PassesOpensAtMessage(formats.moment(state.at, timeZone)))
    is OpensAgainState -> words.say(PassesNextOpeningMessage(formats.moment(state.at, timeZone)))
    is UsedUpState -> words.passes.usedUp
    is ExpiredState -> words.passes.expired
    is RevokedState -> words.passes.revoked
}

/** The same where there is more room: it also says when the pass was deleted. */
internal fun PassRow.standingInFull(words: Words, formats: Formats): String = when (val state = state) {
    is RevokedState -> words.say(PassRevokedAtMessage(formats.moment(state.at, timeZone)))
    else -> standing(words, formats)
}

/** Whether it is drawn as an open door. */
internal val RowState.isOpen: Boolean
    get() = when (this) {
        is OpenState -> true
        else -> false
    }

/** Whether the core offers this to be done with the pass now. */
internal fun PassRow.offers(action: PassAction): Boolean = action in actions

/** A mark beside a name. */
internal class RowMark(val text: String, val tone: Tone, val icon: ImageVector? = null)

/** The marks of a pass, in the core's order. */
internal fun PassRow.marks(words: Words, formats: Formats): List<RowMark> {
    val said = words.passes
    val ofBadges = badges.map { badge ->
        when (badge) {
            Badge.STUCK -> RowMark(said.badgeStuck, Tone.WRONG, Icons.Warning)
            Badge.NOT_ON_SERVER -> RowMark(said.badgeNotOnServer, Tone.ATTENTION, Icons.Sync)
            Badge.VISITING -> RowMark(said.badgeVisiting, Tone.GOOD, Icons.Arrived)
            Badge.LAST_USE -> RowMark(said.badgeLastUse, Tone.QUIET)
            Badge.COURIER -> RowMark(said.badgeCourier, Tone.QUIET)
            Badge.ONE_TIME -> RowMark(said.badgeOneTime, Tone.QUIET)
        }
    }
    return ofBadges + listOfNotNull(usesLeft?.let { RowMark(words.say(PassesUsesLeftMessage(it)), Tone.QUIET) })
}

internal val GuestKind.icon: ImageVector
    get() = when (this) {
        GuestKind.GUEST -> Icons.Person
        GuestKind.COURIER -> Icons.Courier
    }
