package org.gatepass.app

import android.content.Context
import android.content.SharedPreferences
import org.gatepass.ui.AppPreferences

/** The app's settings, in the phone's own kind of file. */
class PhonePreferences(context: Context) : AppPreferences {
    private val file = context.getSharedPreferences("remembered", Context.MODE_PRIVATE)

    override var language: String?
        get() = file.getString("language", null)
        set(tag) = change { putString("language", tag) }

    override var lock: Boolean
        get() = file.getBoolean("lock", false)
        set(on) = change { putBoolean("lock", on) }

    override var notifications: Boolean
        get() = file.getBoolean("notifications", false)
        set(on) = change { putBoolean("notifications", on) }

    private fun change(what: SharedPreferences.Editor.() -> Unit) = file.edit().apply(what).apply()
}
