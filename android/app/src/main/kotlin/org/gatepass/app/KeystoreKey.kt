package org.gatepass.app

import android.security.keystore.KeyGenParameterSpec
import android.security.keystore.KeyProperties
import java.security.KeyStore
import javax.crypto.KeyGenerator
import javax.crypto.SecretKey
import org.gatepass.core.SealingKey

/**
 * A key in the phone's key store, made there and never out of it. It does not ask for a finger: the core reads tokens while
 * the phone is in a pocket. The app lock is a matter of the screens.
 */
class KeystoreKey : SealingKey {
    override fun key(): SecretKey = store().getKey(NAME, null) as? SecretKey ?: make()

    override fun forget() = store().deleteEntry(NAME)

    private fun store() = KeyStore.getInstance(STORE).apply { load(null) }

    private fun make(): SecretKey {
        val use = KeyProperties.PURPOSE_ENCRYPT or KeyProperties.PURPOSE_DECRYPT
        val key = KeyGenParameterSpec.Builder(NAME, use)
            .setKeySize(256)
            .setBlockModes(KeyProperties.BLOCK_MODE_GCM)
            .setEncryptionPaddings(KeyProperties.ENCRYPTION_PADDING_NONE)
            .build()
        return KeyGenerator.getInstance(KeyProperties.KEY_ALGORITHM_AES, STORE).apply { init(key) }.generateKey()
    }

    private companion object {
        const val STORE = "AndroidKeyStore"
        const val NAME = "org.gatepass.vault"
    }
}
