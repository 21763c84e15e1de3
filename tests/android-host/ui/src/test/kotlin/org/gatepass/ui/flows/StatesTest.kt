package org.gatepass.ui.flows

import androidx.compose.ui.test.hasTestTag
import androidx.compose.ui.test.hasText
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertTrue
import kotlinx.coroutines.runBlocking
import org.gatepass.core.PassesPassesOffTextMessage
import org.gatepass.core.QuickPass
import org.gatepass.core.SettingsSignOutQuestionMessage
import org.gatepass.core.say
import org.gatepass.core.wordsIn
import org.gatepass.host.Building
import org.gatepass.ui.Place
import org.gatepass.ui.ScanResult

/** What a resident meets beside the straight way, each against the real service. */
class StatesTest {
    @Test
    fun `without a connection an invitation is kept, and taken once there is one`() = play { building ->
        building.down()
        phone.app.opened(building.invitation.link)
        see(words.errors.offline)
        building.up()
        tapTag("activation.go")
        see(words.passes.emptyValidTitle)
    }

    @Test
    fun `a code alone asks for the server, and a scanned invitation needs no more`() = play { building ->
        tap(words.welcome.haveInvitation)
        type("activation.text", building.invitation.code)
        tapTag("activation.go")
        see("The code alone does not say where your building is. Enter the server’s address.")
        type("activation.server", building.base)
        tapTag("activation.go")
        see(words.passes.emptyValidTitle)

        toTab("settings")
        phone.shell.scanned = ScanResult.Text(building.invite("Ben").link)
        tapTag("settings.add")
        tap(words.welcome.scan)
        until("have a second home") { phone.app.profiles.value?.size == 2 }
    }

    @Test
    fun `where passes are off the list says whom to ask, and the wizard is not offered`() = play { building ->
        home(building)
        building.passesEnabled(false)
        see(words.passes.passesOffTitle)
        see(words.say(PassesPassesOffTextMessage("Elm House")))
        until("offer no new pass") { !there(hasTestTag("passes.new")) }
        building.passesEnabled(true)
        seeScreen("passes.new")
    }

    @Test
    fun `a phone that the manager ended says so, and a new invitation brings it back`() = play { building ->
        home(building)
        building.endDevices()
        see(words.passes.signedOutTitle)
        phone.app.opened(building.invite().link)
        see(words.passes.emptyValidTitle)
    }

    @Test
    fun `a pass that the manager ended meanwhile drops the change made here, and a notice tells`() = play { building ->
        home(building)
        val name = quickPass()
        building.down()
        act(words.common.edit, on = name)
        with(Wizard(this)) {
            at("Change the pass")
            choose("name", "Name")
            name("Somebody else")
            review()
            next()
            at("Waiting for the network")
        }
        tap("Done")
        see(hasTestTag("passes.row") and hasText("Somebody else"))
        building.up()
        building.revoke(name)
        seePart("Your change was dropped.")
        tap(words.notices.dismiss)
        seeNoMore(words.notices.dismiss)
        tapTag("passes.invalid")
        see(hasTestTag("passes.row") and hasText(name) and hasText(words.passes.revoked))
    }

    @Test
    fun `a wizard that is left is offered again, with all that was entered`() = play { building ->
        home(building)
        tapTag("passes.new")
        with(Wizard(this)) {
            type("Full Day Use")
            about("Painter")
            at("How will your guest open the door?")
        }
        phone.app.stack.back()
        see(words.passes.draftTitle)
        tap(words.passes.draftContinue)
        with(Wizard(this)) {
            identifiers()
            schedule()
            uses()
            doors()
            at("Check the pass")
            hand.see("Painter")
            finish()
            done()
        }
        see(hasTestTag("passes.row") and hasText("Painter"))
        seeNoMore(words.passes.draftTitle)
    }

    @Test
    fun `a wizard shows what is missing beside its field and goes on once it is there`() = play { building ->
        home(building)
        tapTag("passes.new")
        with(Wizard(this)) {
            type("Recurring Access")
            about("Cleaner")
            identifiers()
            at("When may your guest come?")
            next()
            hand.see(within("field.weekdays"))
            hand.see("Choose at least one day of the week.")
            choose("weekdays", "Monday")
            next()
            at("How often may your guest come?")
        }
    }

    @Test
    fun `another language is spoken at once, in every list`() = play { building ->
        home(building)
        val spanish = wordsIn("es")
        toTab("settings")
        tapTag("settings.language")
        tap("Español")
        tap(spanish.common.tabPasses)
        see(spanish.passes.emptyValidTitle)
    }

    @Test
    fun `a locked app shows nothing until the resident has said who it is`() = play { building ->
        home(building)
        toTab("settings")
        tapTag("settings.lock")
        until("remember the lock") { phone.shell.remembered.lock }
        phone.shell.resident = false
        phone.app.foreground(false)
        seeScreen("lock")
        assertTrue(!there(hasTestTag("settings")))
        phone.app.foreground(true)
        tap(words.lock.unlock)
        seeScreen("lock")
        phone.shell.resident = true
        tap(words.lock.unlock)
        seeScreen("settings")
    }

    @Test
    fun `the QR code is shown large and bright, and the phone is itself again afterwards`() = play { building ->
        home(building)
        open(quickPass())
        tapTag("pass.qr")
        seeScreen("qr")
        until("be bright") { phone.shell.bright.lastOrNull() == true }
        phone.app.stack.back()
        until("be as before") { phone.shell.bright.lastOrNull() == false }
    }

    @Test
    fun `signing out wipes the home from the phone`() = play { building ->
        home(building)
        quickPass()
        toTab("settings")
        tapTag("settings.sign_out")
        see(words.say(SettingsSignOutQuestionMessage("Elm House")))
        answer(words.settings.signOut)
        seeScreen("welcome")
        assertEquals(emptyList(), phone.app.profiles.value)
    }

    @Test
    fun `a search finds by name, and says when it finds nothing`() = play { building ->
        home(building)
        val name = quickPass()
        type("passes.search", name.take(4).lowercase())
        see(hasTestTag("passes.row") and hasText(name))
        type("passes.search", "nobody")
        see(words.passes.emptySearchTitle)
    }

    private fun Hand.home(building: Building) {
        phone.app.opened(building.invitation.message)
        see(words.passes.emptyValidTitle)
    }

    /** A pass by one tap from the phone's home screen; the name it was given. */
    private fun Hand.quickPass(): String {
        phone.app.quick(QuickPass.COURIER_TODAY)
        seeScreen("pass.share")
        val pass = phone.app.stack.here as Place.Pass
        phone.app.stack.back()
        seeScreen("passes")
        return runBlocking { phone.client.pass(pass.pass).row.name }
    }
}
