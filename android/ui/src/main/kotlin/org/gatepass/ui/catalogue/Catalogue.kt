package org.gatepass.ui.catalogue

import androidx.compose.runtime.Composable
import androidx.compose.ui.graphics.ImageBitmap
import java.time.Clock
import java.util.Locale
import org.gatepass.core.EntryRow
import org.gatepass.core.HinderedEmpty
import org.gatepass.core.ListHints
import org.gatepass.core.NoneValidEmpty
import org.gatepass.core.NothingFoundEmpty
import org.gatepass.core.PassHalf
import org.gatepass.core.PassesOffHindrance
import org.gatepass.core.SignedOutHindrance
import org.gatepass.core.Words
import org.gatepass.core.languages
import org.gatepass.core.wordsIn
import org.gatepass.ui.Place
import org.gatepass.ui.Region
import org.gatepass.ui.Localization
import org.gatepass.ui.TabFrame
import org.gatepass.ui.activity.ActivityActions
import org.gatepass.ui.activity.ActivityScreen
import org.gatepass.ui.activity.ActivityState
import org.gatepass.ui.activity.PhotoScreen
import org.gatepass.ui.activity.PhotoState
import org.gatepass.ui.lock.LockScreen
import org.gatepass.ui.pass.PassActions
import org.gatepass.ui.pass.PassScreen
import org.gatepass.ui.pass.PassState
import org.gatepass.ui.pass.QrScreen
import org.gatepass.ui.passes.PassesActions
import org.gatepass.ui.passes.PassesScreen
import org.gatepass.ui.passes.PassesState
import org.gatepass.ui.settings.SettingsActions
import org.gatepass.ui.settings.SettingsScreen
import org.gatepass.ui.settings.SettingsState
import org.gatepass.ui.share.ShareScreen
import org.gatepass.ui.welcome.ActivationActions
import org.gatepass.ui.welcome.ActivationScreen
import org.gatepass.ui.welcome.ActivationState
import org.gatepass.ui.welcome.WelcomeScreen
import org.gatepass.ui.wizard.WizardActions
import org.gatepass.ui.wizard.WizardScreen
import org.gatepass.ui.wizard.WizardState

/** A screen in one of its states, under the name both apps give it. */
class Sample(val name: String, val draw: @Composable () -> Unit)

/** Pictures that come from elsewhere: a QR code as the core draws it, and a photo of a door's camera. */
class SamplePictures(val qr: ImageBitmap, val photo: ImageBitmap)

/** How the samples speak: on a Sunday morning in New York. */
fun sampleLocalization(language: String = "en", locale: Locale = Locale.US, hours24: Boolean = false): Localization =
    Localization(language, Region(locale, hours24, Clock.fixed(now, elmHouseZone)))

/** Every screen in every state worth looking at. Drawn inside the theme and [org.gatepass.ui.Speaking]. */
fun catalogue(pictures: SamplePictures, words: Words = wordsIn("en")): List<Sample> =
    beginning(words) + lists(words) + passes(pictures, entries(words)) + wizards() + others(pictures, entries(words))

private fun beginning(words: Words) = listOf(
    Sample("welcome") { WelcomeScreen {} },
    activation("empty", ActivationState()),
    activation("server", ActivationState("7K2M-Q9XD-4HFA", asksForServer = true, serverError = words.errors.invalid)),
    activation("error", ActivationState("7K2M-Q9XD-4HFB", error = words.errors.invalid)),
    Sample("lock") { LockScreen {} },
)

private fun activation(name: String, state: ActivationState) =
    Sample("activation.$name") { ActivationScreen(state, object : ActivationActions {}) }

private fun lists(words: Words) = listOf(
    list("valid", aHome.copy(rows = validRows, draft = draft)),
    list("invalid", aHome.copy(half = PassHalf.INVALID, rows = pastRows)),
    list("empty", aHome.without(NoneValidEmpty)),
    list("search_empty", aHome.copy(search = "Piano").without(NothingFoundEmpty("Piano"))),
    list("offline", aHome.copy(rows = offlineRows, sync = offline, notices = listOf(notice(words)))),
    list("off", aHome.without(HinderedEmpty(PassesOffHindrance("Elm House")), offersNew = false)),
    list(
        "signed_out",
        aHome.copy(
            profiles = listOf(elmHouse.copy(signedIn = false)), rows = validRows.take(2),
            hints = ListHints(false, SignedOutHindrance, null),
        ),
    ),
    list("two_homes", aHome.copy(profiles = listOf(elmHouse, office), profile = elmHouse.id, rows = validRows.take(3))),
)

private fun list(name: String, state: PassesState) = Sample("passes.$name") {
    TabFrame(Place.Passes, {}) { PassesScreen(state, object : PassesActions {}) }
}

private fun passes(pictures: SamplePictures, entries: List<EntryRow>) = listOf(
    pass("valid", PassState(parcelDetails, qr = pictures.qr, entries = entries.take(1))),
    pass("recurring", PassState(walkerDetails, qr = pictures.qr, entries = entries)),
    pass("not_on_server", PassState(gardenerDetails)),
    pass("stuck", PassState(stuckDetails, qr = pictures.qr)),
    pass("over", PassState(overDetails, entries = entries.take(2))),
    pass("gone", PassState(gone = true)),
    Sample("qr") { QrScreen("Dog walker", pictures.qr, {}) {} },
    Sample("share") { ShareScreen(payload, {}) {} },
)

private fun pass(name: String, state: PassState) = Sample("pass.$name") { PassScreen(state, object : PassActions {}) }

private fun wizards() = wizardViews.map { (name, view) ->
    Sample("wizard.$name") { WizardScreen(WizardState(view), object : WizardActions {}) }
}

private fun others(pictures: SamplePictures, entries: List<EntryRow>) = listOf(
    Sample("activity") {
        TabFrame(Place.Activity, {}) { ActivityScreen(ActivityState(entries = entries), object : ActivityActions {}) }
    },
    Sample("activity.empty") {
        TabFrame(Place.Activity, {}) { ActivityScreen(ActivityState(entries = emptyList()), object : ActivityActions {}) }
    },
    Sample("photo") { PhotoScreen(PhotoState.Shown(pictures.photo), entries.first(), {}) {} },
    Sample("settings") {
        TabFrame(Place.Settings, {}) { SettingsScreen(settings, object : SettingsActions {}) }
    },
)

private val settings = SettingsState(
    profiles = listOf(elmHouse, office.copy(signedIn = false)),
    lock = true,
    languages = languages(),
    version = "1.0",
)
