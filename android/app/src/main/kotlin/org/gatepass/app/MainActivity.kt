package org.gatepass.app

import android.Manifest
import android.app.NotificationManager
import android.content.Intent
import android.os.Build
import android.os.Bundle
import android.view.WindowManager
import androidx.activity.ComponentActivity
import androidx.activity.compose.setContent
import androidx.activity.enableEdgeToEdge
import androidx.activity.result.contract.ActivityResultContracts
import androidx.compose.runtime.collectAsState
import androidx.compose.runtime.getValue
import androidx.compose.runtime.remember
import kotlinx.coroutines.CompletableDeferred
import kotlinx.coroutines.launch

/** The window. What it shows is the process's, so turning the phone changes nothing. */
class MainActivity : ComponentActivity() {
    private val app get() = application as GatepassApplication

    private var asked: CompletableDeferred<Int>? = null
    private val question = registerForActivityResult(ActivityResultContracts.StartActivityForResult()) { result ->
        asked?.complete(result.resultCode)
    }

    private var mayNotify: CompletableDeferred<Boolean>? = null
    private val permission = registerForActivityResult(ActivityResultContracts.RequestPermission()) { granted ->
        mayNotify?.complete(granted)
    }

    override fun onCreate(savedInstanceState: Bundle?) {
        super.onCreate(savedInstanceState)
        enableEdgeToEdge()
        val where = savedInstanceState?.getString(WHERE)
        setContent {
            val opened by app.opened.collectAsState()
            when (val now = opened) {
                // The window's own background, for a moment.
                Opening.UnderWay -> Unit
                is Opening.Done -> Opened(remember(now) { app.model(now.client, where) })
                is Opening.Failed -> OpeningFailed(now.error, again = app::open)
            }
        }
        if (savedInstanceState == null) follow(intent, where)
    }

    override fun onNewIntent(intent: Intent) {
        super.onNewIntent(intent)
        follow(intent, null)
    }

    override fun onStart() {
        super.onStart()
        app.shell.activity = this
        app.front(true)
    }

    override fun onResume() {
        super.onResume()
        window.clearFlags(SECURE)
    }

    override fun onPause() {
        // What the list of recent apps shows of a locked app: nothing.
        if (app.remembered.lock) window.addFlags(SECURE)
        super.onPause()
    }

    override fun onStop() {
        app.front(false)
        app.shell.activity = null
        super.onStop()
    }

    override fun onSaveInstanceState(outState: Bundle) {
        super.onSaveInstanceState(outState)
        app.where()?.let { outState.putString(WHERE, it) }
    }

    /** Opens another app's screen and waits for how it ended. */
    suspend fun result(of: Intent): Int {
        val answer = CompletableDeferred<Int>().also { asked = it }
        question.launch(of)
        return answer.await()
    }

    /** Whether notifications are allowed, after asking where the phone wants to be asked. */
    suspend fun askToNotify(): Boolean {
        if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.TIRAMISU) {
            val answer = CompletableDeferred<Boolean>().also { mayNotify = it }
            permission.launch(Manifest.permission.POST_NOTIFICATIONS)
            return answer.await()
        }
        return getSystemService(NotificationManager::class.java).areNotificationsEnabled()
    }

    private fun follow(intent: Intent, where: String?) {
        app.scope.launch { LaunchIntents.follow(intent, app.model(app.client(), where)) }
    }

    private companion object {
        const val WHERE = "where"
        const val SECURE = WindowManager.LayoutParams.FLAG_SECURE
    }
}
