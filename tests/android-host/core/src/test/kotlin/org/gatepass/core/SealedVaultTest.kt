package org.gatepass.core

import java.nio.file.Files
import java.nio.file.Path
import javax.crypto.KeyGenerator
import javax.crypto.SecretKey
import kotlin.test.Test
import kotlin.test.assertContentEquals
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlin.test.assertFalse
import kotlin.test.assertNotEquals
import kotlin.test.assertNull
import org.junit.jupiter.api.io.TempDir

class SealedVaultTest {
    @TempDir
    lateinit var folder: Path

    private val name = "device/https://passes.example.com"
    private val secret = "a device token".toByteArray()

    @Test
    fun `a secret comes back, also to a vault opened later, and is gone once removed`() {
        val key = MemoryKey()
        SealedVault(folder, key).set(name, secret)
        val later = SealedVault(folder, key)
        assertContentEquals(secret, later.get(name))
        later.set(name, "another".toByteArray())
        assertContentEquals("another".toByteArray(), later.get(name))
        later.remove(name)
        later.remove(name)
        assertNull(later.get(name))
    }

    @Test
    fun `nothing readable reaches the disk, and the same secret never looks the same`() {
        val vault = SealedVault(folder, MemoryKey())
        vault.set(name, secret)
        val first = onlyFile()
        assertFalse(String(first, Charsets.ISO_8859_1).contains("token"))
        vault.set(name, secret)
        assertNotEquals(first.toList(), onlyFile().toList())
    }

    @Test
    fun `a secret sealed with a lost key is none, and a new one can be kept`() {
        val key = MemoryKey()
        val vault = SealedVault(folder, key)
        vault.set(name, secret)
        key.forget()
        assertNull(vault.get(name))
        vault.set(name, secret)
        assertContentEquals(secret, vault.get(name))
    }

    @Test
    fun `a key that went bad is replaced when something is kept`() {
        val key = MemoryKey(bad = true)
        val vault = SealedVault(folder, key)
        vault.set(name, secret)
        assertContentEquals(secret, vault.get(name))
        assertEquals(1, key.forgotten)
    }

    @Test
    fun `a file that was changed, cut or swapped for another's is none`() {
        val key = MemoryKey()
        val vault = SealedVault(folder, key)
        vault.set(name, secret)
        val file = Files.list(folder).use { it.toList().single() }
        val sealed = Files.readAllBytes(file)
        for (broken in listOf(byteArrayOf(), sealed.copyOf(5), sealed.copyOf().also { it[20] = (it[20] + 1).toByte() })) {
            Files.write(file, broken)
            assertNull(vault.get(name))
        }
        Files.write(file, sealed)
        vault.set("other", secret)
        val other = Files.list(folder).use { files -> files.toList().single { it != file } }
        Files.write(other, sealed)
        assertNull(vault.get("other"))
        assertContentEquals(secret, vault.get(name))
    }

    @Test
    fun `a folder that cannot be written is told as such`() {
        val file = folder.resolve("file")
        Files.write(file, byteArrayOf(1))
        assertFailsWith<BrokenShell> { SealedVault(file.resolve("below"), MemoryKey()).set(name, secret) }
    }

    private fun onlyFile(): ByteArray = Files.readAllBytes(Files.list(folder).use { it.toList().single() })
}

/** A key in memory; a bad one is of a size that AES refuses until it was forgotten. */
private class MemoryKey(bad: Boolean = false) : SealingKey {
    private var key: SecretKey = if (bad) javax.crypto.spec.SecretKeySpec(ByteArray(5), "AES") else fresh()
    var forgotten = 0

    override fun key(): SecretKey = key

    override fun forget() {
        forgotten += 1
        key = fresh()
    }

    private fun fresh(): SecretKey = KeyGenerator.getInstance("AES").apply { init(256) }.generateKey()
}
