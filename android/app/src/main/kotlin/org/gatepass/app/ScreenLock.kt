package org.gatepass.app

import android.app.Activity
import android.app.KeyguardManager
import android.content.Context
import android.hardware.biometrics.BiometricManager.Authenticators.BIOMETRIC_WEAK
import android.hardware.biometrics.BiometricManager.Authenticators.DEVICE_CREDENTIAL
import android.hardware.biometrics.BiometricPrompt
import android.os.Build
import android.os.CancellationSignal
import androidx.annotation.RequiresApi
import kotlin.coroutines.resume
import kotlinx.coroutines.suspendCancellableCoroutine

/** Asks who holds the phone: face, finger, or the phone's own lock. */
class ScreenLock(private val activity: MainActivity) {
    suspend fun ask(title: String, reason: String): Boolean =
        if (Build.VERSION.SDK_INT >= Build.VERSION_CODES.R) prompt(title, reason) else keyguard(title, reason)

    @RequiresApi(Build.VERSION_CODES.R)
    private suspend fun prompt(title: String, reason: String): Boolean = suspendCancellableCoroutine { asked ->
        val cancel = CancellationSignal()
        asked.invokeOnCancellation { cancel.cancel() }
        val answer = object : BiometricPrompt.AuthenticationCallback() {
            override fun onAuthenticationSucceeded(result: BiometricPrompt.AuthenticationResult) {
                if (asked.isActive) asked.resume(true)
            }

            override fun onAuthenticationError(code: Int, message: CharSequence) {
                if (asked.isActive) asked.resume(false)
            }
        }
        BiometricPrompt.Builder(activity)
            .setTitle(title)
            .setDescription(reason)
            .setConfirmationRequired(false)
            .setAllowedAuthenticators(BIOMETRIC_WEAK or DEVICE_CREDENTIAL)
            .build()
            .authenticate(cancel, activity.mainExecutor, answer)
    }

    private suspend fun keyguard(title: String, reason: String): Boolean {
        // Replaced by the prompt above on phones that have it.
        @Suppress("DEPRECATION")
        val question = activity.getSystemService(KeyguardManager::class.java)
            .createConfirmDeviceCredentialIntent(title, reason)
        // No lock on this phone: nobody to keep out.
        return question == null || activity.result(question) == Activity.RESULT_OK
    }

    companion object {
        fun isSetUp(context: Context): Boolean = context.getSystemService(KeyguardManager::class.java).isDeviceSecure
    }
}
