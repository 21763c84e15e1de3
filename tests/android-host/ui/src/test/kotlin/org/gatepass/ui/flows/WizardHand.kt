package org.gatepass.ui.flows

import androidx.compose.ui.test.hasContentDescription
import androidx.compose.ui.test.hasText

/** The wizard's steps by their headings, each with what the resident enters there. */
class Wizard(val hand: Hand) {
    fun type(label: String) {
        at("What kind of pass?")
        choose("type_of_pass", label)
        next()
    }

    fun about(name: String, comment: String = "", guest: String? = null) {
        at("Who is it for?")
        name(name)
        if (comment.isNotEmpty()) hand.type("field.comment", comment)
        guest?.let { choose("guest", it) }
        next()
    }

    fun name(name: String) = hand.type("field.name", name)

    fun identifiers(toggled: List<String> = emptyList(), plate: String? = null) {
        at("How will your guest open the door?")
        toggled.forEach { choose("identifiers", it) }
        plate?.let { hand.type("field.licence_plate", it) }
        next()
    }

    fun schedule(enter: Wizard.() -> Unit = {}) {
        at("When may your guest come?")
        enter()
        next()
    }

    fun uses(enter: Wizard.() -> Unit = {}) {
        at("How often may your guest come?")
        enter()
        next()
    }

    fun doors(toggled: List<String> = emptyList()) {
        at("Which doors may it open?")
        toggled.forEach { choose("doors", it) }
        next()
    }

    /** From the review to the end, which is told by its heading. */
    fun finish(heading: String = "The pass is ready") {
        at("Check the pass")
        next()
        at(heading)
    }

    /** Straight back to the review of a pass that is changed. */
    fun review() {
        hand.tap("Back to the review")
        at("Change the pass")
    }

    /** Leaves a wizard that is over. */
    fun done() {
        hand.tap("Done")
        hand.seeScreen("passes")
    }

    fun at(heading: String) = hand.see(hasText(heading))

    fun next() = hand.tapTag("wizard.primary")

    fun choose(field: String, label: String) =
        hand.tap(hasText(label) and within("field.$field"))

    /** Puts Material's clock to this time. */
    fun time(field: String, hour: Int, minute: Int) {
        hand.tap(within("field.$field"))
        val clock = within("picker.time")
        hand.tap(hasContentDescription("$hour hours") and clock)
        hand.tap(hasContentDescription("$minute minutes") and clock)
        hand.tap(hand.words.common.ok)
    }

    /** Writes a day into Material's calendar. */
    fun day(field: String, day: java.time.LocalDate) {
        hand.tap(within("field.$field"))
        hand.tap("Switch to text input mode")
        hand.type("picker.day", "%02d%02d%04d".format(day.monthValue, day.dayOfMonth, day.year))
        hand.tap(hand.words.common.ok)
    }

    /** Takes "no limit" away and counts up. */
    fun limit(field: String, label: String, to: Int) {
        choose(field, "No limit")
        hand.see(hasContentDescription("$label, 1"))
        for (number in 2..to) {
            hand.tap("${hand.words.common.increase}, $label")
            hand.see(hasContentDescription("$label, $number"))
        }
    }
}
