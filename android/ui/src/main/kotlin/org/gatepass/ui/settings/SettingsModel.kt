package org.gatepass.ui.settings

import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.flow.update
import kotlinx.coroutines.launch
import org.gatepass.core.LanguageChoice
import org.gatepass.core.ProfileView
import org.gatepass.core.languages
import org.gatepass.ui.AppModel
import org.gatepass.ui.Place
import org.gatepass.ui.ScreenModel

/** The settings. */
data class SettingsState(
    val profiles: List<ProfileView> = emptyList(),
    /** The home whose sign-out is under way. */
    val signingOut: ProfileView? = null,
    val lock: Boolean = false,
    /** Whether this phone can ask who holds it. */
    val canLock: Boolean = true,
    val notifications: Boolean = false,
    /** Whether the phone keeps the app from notifying. */
    val notificationsDenied: Boolean = false,
    /** The tag that was chosen; null is the phone's. */
    val language: String? = null,
    val languages: List<LanguageChoice> = emptyList(),
    val version: String = "",
    /** What is shown above the settings. */
    val dialog: Dialog? = null,
) {
    /** What can be open above the settings. */
    sealed interface Dialog {
        data class SignOut(val profile: ProfileView) : Dialog
        data object Language : Dialog
        data object Licences : Dialog
    }
}

/** What can be done in the settings. */
interface SettingsActions {
    fun show(dialog: SettingsState.Dialog?) {}
    fun signOut(profile: ProfileView) {}
    fun addProfile() {}
    fun lock(on: Boolean) {}
    fun notifications(on: Boolean) {}
    fun speak(language: String?) {}
    fun sourceCode() {}
    fun systemSettings() {}
}

class SettingsModel(app: AppModel) : ScreenModel(app), SettingsActions {
    private val drawn = MutableStateFlow(
        SettingsState(
            lock = app.shell.remembered.lock,
            canLock = app.shell.canLock(),
            notifications = app.shell.remembered.notifications,
            language = app.shell.remembered.language,
            languages = languages(),
            version = app.shell.version,
        ),
    )
    val state: StateFlow<SettingsState> = drawn.asStateFlow()

    init {
        app.profiles.following { profiles -> drawn.update { it.copy(profiles = profiles.orEmpty()) } }
    }

    override fun show(dialog: SettingsState.Dialog?) = drawn.update { it.copy(dialog = dialog) }

    override fun signOut(profile: ProfileView) {
        drawn.update { it.copy(dialog = null, signingOut = profile) }
        doing {
            try {
                val told = client.signOut(profile.id)
                if (!told) app.say(words.settings.signOutServerNotTold)
            } finally {
                drawn.update { it.copy(signingOut = null) }
            }
        }
    }

    override fun addProfile() = app.stack.open(Place.Activation())

    override fun lock(on: Boolean) {
        scope.launch {
            // Who switches the lock on or off must be able to open it.
            val lock = words.lock
            if (!shell.canLock() || !shell.unlock(lock.title, lock.reason)) return@launch
            shell.remembered.lock = on
            drawn.update { it.copy(lock = on) }
        }
    }

    override fun notifications(on: Boolean) {
        scope.launch {
            val allowed = !on || shell.askToNotify()
            shell.remembered.notifications = on && allowed
            drawn.update { it.copy(notifications = on && allowed, notificationsDenied = !allowed) }
        }
    }

    override fun speak(language: String?) {
        drawn.update { it.copy(dialog = null) }
        app.speak(language)
    }

    override fun sourceCode() = shell.open(SOURCE)

    override fun systemSettings() = shell.openSettings()

    private companion object {
        const val SOURCE = "https://github.com/gatepass/gatepass"
    }
}
