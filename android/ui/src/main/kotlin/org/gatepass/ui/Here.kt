package org.gatepass.ui

import androidx.compose.runtime.Composable
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import androidx.compose.runtime.remember
import org.gatepass.ui.activity.ActivityModel
import org.gatepass.ui.activity.ActivityScreen
import org.gatepass.ui.activity.PhotoModel
import org.gatepass.ui.activity.PhotoScreen
import org.gatepass.ui.pass.PassModel
import org.gatepass.ui.pass.PassScreen
import org.gatepass.ui.pass.QrScreen
import org.gatepass.ui.passes.PassesModel
import org.gatepass.ui.passes.PassesScreen
import org.gatepass.ui.settings.SettingsModel
import org.gatepass.ui.settings.SettingsScreen
import org.gatepass.ui.share.ShareModel
import org.gatepass.ui.share.ShareScreen
import org.gatepass.ui.welcome.ActivationModel
import org.gatepass.ui.welcome.ActivationScreen
import org.gatepass.ui.welcome.WelcomeScreen
import org.gatepass.ui.wizard.WizardModel
import org.gatepass.ui.wizard.WizardScreen

/** The screen of a place: its model's state, drawn. */
@Composable
internal fun Here(app: AppModel, place: Place) {
    when (place) {
        Place.Welcome -> WelcomeScreen { app.stack.open(Place.Activation()) }
        is Place.Activation -> {
            val model = modelOf(app, place) { ActivationModel(app, place) }
            val state by model.state.collectAsState()
            ActivationScreen(state, model)
        }
        is Place.Tab -> TabHere(app, place)
        is Place.Pass -> {
            val model = modelOf(app, place) { PassModel(app, place.pass) }
            val state by model.state.collectAsState()
            PassScreen(state, model)
        }
        is Place.Qr -> {
            val model = modelOf(app, place) { PassModel(app, place.pass) }
            val state by model.state.collectAsState()
            QrScreen(state.details?.row?.name.orEmpty(), state.qr, app.shell::brighten) { app.stack.leave(place) }
        }
        is Place.Share -> {
            val model = modelOf(app, place) { ShareModel(app, place.pass) }
            val state by model.state.collectAsState()
            ShareScreen(state, model::share, model::back)
        }
        is Place.Wizard -> {
            val model = modelOf(app, place) { WizardModel(app, place.draft) }
            val state by model.state.collectAsState()
            WizardScreen(state, model)
        }
        is Place.Photo -> {
            val model = modelOf(app, place) { PhotoModel(app, place.entry) }
            val state by model.state.collectAsState()
            PhotoScreen(state.photo, state.entry, model::load) { app.stack.leave(place) }
        }
    }
}

@Composable
private fun TabHere(app: AppModel, place: Place.Tab) {
    when (place.which) {
        Place.Tab.Name.PASSES -> {
            val model = modelOf(app, place) { PassesModel(app) }
            val state by model.state.collectAsState()
            PassesScreen(state, model)
        }
        Place.Tab.Name.ACTIVITY -> {
            val model = modelOf(app, place) { ActivityModel(app) }
            val state by model.state.collectAsState()
            ActivityScreen(state, model)
        }
        Place.Tab.Name.SETTINGS -> {
            val model = modelOf(app, place) { SettingsModel(app) }
            val state by model.state.collectAsState()
            SettingsScreen(state, model)
        }
    }
}

/** The model of a place, another one after the language has changed. */
@Composable
private fun <M : ScreenModel> modelOf(app: AppModel, place: Place, make: () -> M): M {
    val language = LocalLocalization.current.language
    return remember(place, language) { app.model(place, make) }
}
