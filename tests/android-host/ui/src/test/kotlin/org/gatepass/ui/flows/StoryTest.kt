package org.gatepass.ui.flows

import androidx.compose.ui.test.hasTestTag
import androidx.compose.ui.test.hasText
import com.google.zxing.BinaryBitmap
import com.google.zxing.client.j2se.BufferedImageLuminanceSource
import com.google.zxing.common.HybridBinarizer
import com.google.zxing.qrcode.QRCodeReader
import java.time.LocalDate
import java.time.ZoneId
import javax.imageio.ImageIO
import kotlin.test.Test
import kotlin.test.assertEquals
import org.gatepass.core.PassesDeleteQuestionMessage
import org.gatepass.core.PassesOfflineWaitingMessage
import org.gatepass.core.say
import org.gatepass.host.Answer
import org.gatepass.host.Building

/** The resident's days of `fixtures/app/flows.json`, played through the screens against the real service. */
class StoryTest {
    @Test
    fun `a resident's days end as both apps must end`() = play { building ->
        activate(building)
        makeFive()
        val code = codeOf("Cleaner")
        shareAndVisit(building)
        edit()
        delete(building, code)
        withoutConnection(building)
        assertEquals(emptyList(), building.differences())
    }

    private fun Hand.activate(building: Building) {
        seeScreen("welcome")
        tap(words.welcome.haveInvitation)
        type("activation.text", "${building.base}/i/0000-0000-0000-0000")
        tapTag("activation.go")
        see("This invitation is not valid any more, or was mistyped. Ask for a new one.")
        type("activation.text", building.invitation.message)
        tapTag("activation.go")
        seeScreen("passes")
        see(words.passes.emptyValidTitle)
    }

    private fun Hand.makeFive() {
        make("Custom Duration") {
            about("Plumber")
            identifiers()
            schedule()
            uses()
            doors()
        }
        make("Recurring Access") {
            about("Dog walker", "Rex is friendly")
            identifiers()
            schedule {
                choose("weekdays", "Tuesday")
                choose("weekdays", "Thursday")
                time("window_from", 14, 20)
                time("window_to", 15, 20)
            }
            uses()
            doors(toggled = listOf("Lobby", "Garage"))
        }
        make("Business Hours") {
            about("Cleaner")
            identifiers()
            schedule()
            uses { limit("daily_limit", "Visits a day", to = 2) }
            doors()
        }
        make("Full Day Use") {
            about("Grandparents")
            identifiers(toggled = listOf("Access code", "License plate"), plate = "ABC 1234")
            schedule { day("only_day", LocalDate.now(ZoneId.of("America/New_York")).plusDays(1)) }
            uses()
            doors()
        }
        make("One-Time") {
            about("Parcel", guest = "Courier")
            identifiers(toggled = listOf("QR code", "Link"))
            schedule()
            doors(toggled = listOf("Garage"))
        }
    }

    private fun Hand.make(type: String, expect: String = "The pass is ready", enter: Wizard.() -> Unit) {
        tapTag("passes.new")
        with(Wizard(this)) {
            type(type)
            enter()
            finish(expect)
            done()
        }
    }

    /** The access code, as the resident copies it. */
    private fun Hand.codeOf(pass: String): String {
        open(pass)
        tap(words.pass.copyCode)
        until("copy the code") { phone.shell.copied.isNotEmpty() }
        back("passes")
        return phone.shell.copied.last()
    }

    private fun Hand.shareAndVisit(building: Building) {
        val ways = listOf(words.share.asMessage, words.share.asLink, words.share.asImage)
        open("Plumber")
        ways.forEachIndexed { at, way ->
            tapTag("pass.share")
            tap(way)
            until("share as “$way”") { phone.shell.shared.size == at + 1 }
            seeScreen("pass")
        }
        val (message, link, picture) = phone.shell.shared
        assertEquals(true, message.text?.contains("Elm House"))
        assertEquals(true, link.text?.startsWith("${building.base}/g/"))
        assertEquals(null, picture.text)
        assertEquals(Answer("granted", "ok"), building.present("qr", read(checkNotNull(picture.png)), "Street door"))
        see(words.activity.arrived)
        back("passes")
        see(hasTestTag("passes.row") and hasText("Plumber") and hasText(words.passes.badgeVisiting))
        toTab("activity")
        see(hasTestTag("activity.row") and hasText("Plumber") and hasText(words.activity.arrived))
        toTab("passes")
    }

    private fun Hand.edit() {
        open("Dog walker")
        tap(words.pass.edit)
        with(Wizard(this)) {
            at("Change the pass")
            choose("times", "Times")
            at("When may your guest come?")
            choose("weekdays", "Saturday")
            time("window_to", 16, 0)
            review()
            next()
            at("The pass is changed")
        }
        tap("Done")
        seeScreen("pass")
        back("passes")
    }

    private fun Hand.delete(building: Building, code: String) {
        act(words.common.delete, on = "Cleaner")
        see(words.say(PassesDeleteQuestionMessage("Cleaner")))
        answer(words.common.delete)
        seeNoMore("Cleaner")
        until("have it revoked at the door") { building.present("code", code, "Lobby") == Answer("denied", "revoked") }
        until("be offered no undo any more") { !there(hasText(words.common.undo)) }
    }

    private fun Hand.withoutConnection(building: Building) {
        building.down()
        make("Full Day Use", expect = "Waiting for the network") {
            about("Gardener")
            identifiers()
            schedule()
            uses()
            doors()
        }
        see(hasTestTag("passes.row") and hasText("Gardener") and hasText(words.passes.badgeNotOnServer))
        assertEquals(listOf(words.common.edit, words.common.delete), offered("Gardener"))
        act(words.common.edit, on = "Grandparents")
        with(Wizard(this)) {
            at("Change the pass")
            choose("name", "Name")
            at("Who is it for?")
            name("Grandma and Grandpa")
            review()
            next()
            at("Waiting for the network")
        }
        tap("Done")
        act(words.common.delete, on = "Parcel")
        answer(words.common.delete)
        tap(words.common.undo)
        see(hasTestTag("passes.row") and hasText("Parcel"))
        see(words.say(PassesOfflineWaitingMessage(2u)))
        building.up()
        until("have nothing waiting") { !there(hasTestTag("passes.sync")) }
        act(words.common.share, on = "Gardener")
        seeScreen("share")
    }

    private fun Hand.back(to: String) {
        phone.app.stack.back()
        seeScreen(to)
    }

    private fun read(png: ByteArray): String {
        val picture = BinaryBitmap(HybridBinarizer(BufferedImageLuminanceSource(ImageIO.read(png.inputStream()))))
        return QRCodeReader().decode(picture).text
    }
}
