package org.gatepass.app

import android.content.Context
import android.content.Intent
import org.gatepass.core.PassRef
import org.gatepass.core.QuickPass
import org.gatepass.ui.AppModel

/** Ways into the app from outside its window: links, shortcuts, the widget, notifications. */
object LaunchIntents {
    private const val COURIER_TODAY = "org.gatepass.app.COURIER_TODAY"
    private const val GUEST_TODAY = "org.gatepass.app.GUEST_TODAY"
    private const val PASS = "org.gatepass.app.PASS"
    private const val PROFILE_OF = "profile"
    private const val PASS_OF = "pass"

    fun toApp(context: Context): Intent = Intent(context, MainActivity::class.java)

    fun toPass(context: Context, pass: PassRef): Intent =
        toApp(context).setAction(PASS).putExtra(PROFILE_OF, pass.profile).putExtra(PASS_OF, pass.pass)

    /** Goes where the intent leads. Whatever comes with it is only a wish: the core decides what it means. */
    fun follow(intent: Intent, model: AppModel) {
        when (intent.action) {
            Intent.ACTION_VIEW -> intent.dataString?.let(model::opened)
            COURIER_TODAY -> model.quick(QuickPass.COURIER_TODAY)
            GUEST_TODAY -> model.quick(QuickPass.GUEST_TODAY)
            PASS -> {
                val profile = intent.getStringExtra(PROFILE_OF)
                val pass = intent.getStringExtra(PASS_OF)
                if (profile != null && pass != null) model.open(PassRef(profile, pass))
            }
        }
    }
}
