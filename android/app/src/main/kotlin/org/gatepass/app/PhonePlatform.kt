package org.gatepass.app

import android.content.Context
import android.os.Build
import android.provider.Settings
import java.time.ZoneId
import org.gatepass.core.Platform

/** What only the phone knows. */
class PhonePlatform(private val context: Context) : Platform {
    override fun locales(): List<String> {
        val locales = context.resources.configuration.locales
        return List(locales.size()) { locales[it].toLanguageTag() }
    }

    /** As the resident named it, else as its maker did. */
    override fun deviceName(): String {
        val named = Settings.Global.getString(context.contentResolver, Settings.Global.DEVICE_NAME)
        return named?.takeIf(String::isNotBlank) ?: "${Build.MANUFACTURER} ${Build.MODEL}"
    }

    override fun timeZone(): String = ZoneId.systemDefault().id
}
