package org.gatepass.app

import android.app.Application
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.MainScope
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.launch
import kotlinx.coroutines.withContext
import org.gatepass.core.Config
import org.gatepass.core.Gatepass
import org.gatepass.core.GatepassException
import org.gatepass.core.Native
import org.gatepass.core.SealedVault
import org.gatepass.ui.AppModel

/** The process: one library, one client, for the screens, the widget and the work in the background. */
class GatepassApplication : Application() {
    /** Ends with the process. */
    val scope: CoroutineScope = MainScope()

    /** The app's own settings. */
    val remembered by lazy { PhonePreferences(this) }

    /** What the screens ask of the phone. */
    val shell by lazy { AndroidShell(this) }

    /** Reads invitations. */
    val scanner: InvitationScanner by lazy { PlayScanner(this) }

    private val opening = MutableStateFlow<Opening>(Opening.UnderWay)

    /** How far the client is. */
    val opened: StateFlow<Opening> = opening.asStateFlow()

    private val client = CompletableDeferred<Gatepass>()
    private var model: AppModel? = null
    private var front = false

    override fun onCreate() {
        super.onCreate()
        System.loadLibrary("gatepass_ffi")
        // Where this fails, opening says so in an error of its own.
        Native.prepare(this)
        open()
        KeepUpJob.schedule(this)
    }

    /** The client; waits until the resident has put right what kept it from opening. */
    suspend fun client(): Gatepass = client.await()

    /** What the window shows, begun where an earlier process was. */
    fun model(client: Gatepass, restored: String?): AppModel = model ?: AppModel(client, shell, scope, restored).also {
        model = it
        it.foreground(front)
    }

    /** Where to come back to. */
    fun where(): String? = model?.saved()

    /** The window came to the front or left it. */
    fun front(now: Boolean) {
        front = now
        model?.foreground(now)
        if (now) return
        scope.launch {
            try {
                Arrivals(this@GatepassApplication).seen(client())
                NextPassWidget.renew(this@GatepassApplication)
            } catch (_: GatepassException) {
                // The next run in the background does it.
            }
        }
    }

    /** Opens the client; again, after it failed. */
    fun open() {
        opening.value = Opening.UnderWay
        scope.launch {
            opening.value = try {
                val opened = withContext(Dispatchers.IO) {
                    val vault = SealedVault(filesDir.toPath().resolve("vault"), KeystoreKey())
                    val config = Config(filesDir.resolve("data").path, remembered.language, false)
                    Gatepass.open(config, vault, PhonePlatform(this@GatepassApplication))
                }
                client.complete(opened)
                Opening.Done(opened)
            } catch (error: GatepassException) {
                Opening.Failed(error)
            }
        }
    }
}

/** How far the client is. */
sealed interface Opening {
    data object UnderWay : Opening
    class Done(val client: Gatepass) : Opening
    class Failed(val error: GatepassException) : Opening
}
