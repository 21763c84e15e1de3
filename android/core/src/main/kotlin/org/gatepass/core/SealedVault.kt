package org.gatepass.core

import java.io.IOException
import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.StandardCopyOption.ATOMIC_MOVE
import java.nio.file.StandardCopyOption.REPLACE_EXISTING
import java.security.GeneralSecurityException
import java.util.Base64
import javax.crypto.Cipher
import javax.crypto.SecretKey
import javax.crypto.spec.GCMParameterSpec

/** The key that seals what the vault keeps. On a phone it never leaves the key store. */
interface SealingKey {
    /** The key; made at the first call. */
    fun key(): SecretKey

    /** Forgets the key: the next one is another. */
    fun forget()
}

/**
 * A vault that keeps each secret in a file of its own, sealed by AES-GCM together with its name.
 *
 * A secret that cannot be opened any more is none: key stores of phones lose keys, for instance when a backup comes back on
 * another phone. The resident is then asked for a new invitation.
 */
class SealedVault(private val folder: Path, private val sealing: SealingKey) : SecretVault {
    @Synchronized
    override fun get(name: String): ByteArray? {
        val file = file(name)
        if (!Files.exists(file)) return null
        val sealed = storing { Files.readAllBytes(file) }
        if (sealed.size <= NONCE || sealed[0] != FORMAT) return null
        return try {
            val nonce = GCMParameterSpec(TAG_BITS, sealed, 1, NONCE)
            cipher(Cipher.DECRYPT_MODE, name, nonce).doFinal(sealed, 1 + NONCE, sealed.size - 1 - NONCE)
        } catch (_: GeneralSecurityException) {
            null
        }
    }

    @Synchronized
    override fun set(name: String, secret: ByteArray) {
        val sealed = try {
            seal(name, secret)
        } catch (_: GeneralSecurityException) {
            // The key is there but no longer any good; nothing sealed with it can be opened either.
            try {
                sealing.forget()
                seal(name, secret)
            } catch (error: GeneralSecurityException) {
                throw RefusedShell("the key store does not seal: $error")
            }
        }
        storing {
            Files.createDirectories(folder)
            val fresh = Files.createTempFile(folder, "fresh", null)
            Files.write(fresh, sealed)
            Files.move(fresh, file(name), ATOMIC_MOVE, REPLACE_EXISTING)
        }
    }

    @Synchronized
    override fun remove(name: String) {
        storing { Files.deleteIfExists(file(name)) }
    }

    private fun seal(name: String, secret: ByteArray): ByteArray {
        // The key store of a phone insists on choosing the nonce.
        val cipher = cipher(Cipher.ENCRYPT_MODE, name, null)
        val sealed = cipher.doFinal(secret)
        check(cipher.iv.size == NONCE) { "a nonce of ${cipher.iv.size} bytes" }
        return byteArrayOf(FORMAT) + cipher.iv + sealed
    }

    private fun cipher(mode: Int, name: String, nonce: GCMParameterSpec?): Cipher {
        val cipher = Cipher.getInstance("AES/GCM/NoPadding")
        if (nonce == null) cipher.init(mode, sealing.key()) else cipher.init(mode, sealing.key(), nonce)
        cipher.updateAAD(name.toByteArray())
        return cipher
    }

    /** Names hold characters that files must not. */
    private fun file(name: String): Path =
        folder.resolve(Base64.getUrlEncoder().withoutPadding().encodeToString(name.toByteArray()))

    private fun <T> storing(work: () -> T): T = try {
        work()
    } catch (error: IOException) {
        throw BrokenShell("the vault's folder: $error")
    }

    private companion object {
        const val FORMAT: Byte = 1
        const val NONCE = 12
        const val TAG_BITS = 128
    }
}
