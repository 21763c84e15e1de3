package org.gatepass.host

import java.nio.file.Path
import java.time.ZoneId
import java.util.Locale
import javax.crypto.KeyGenerator
import javax.crypto.SecretKey
import javax.crypto.spec.SecretKeySpec
import java.nio.file.Files
import org.gatepass.core.Platform
import org.gatepass.core.SealingKey

/** What this computer knows. */
class DeskPlatform(
    private val languages: List<String> = listOf(Locale.getDefault().toLanguageTag()),
    private val name: String = "A desk",
) : Platform {
    override fun locales(): List<String> = languages

    override fun deviceName(): String = name

    override fun timeZone(): String = ZoneId.systemDefault().id
}

/** A key in a file, for a computer that is no phone: it keeps secrets from a backup of the data, not from its owner. */
class FileKey(private val file: Path) : SealingKey {
    override fun key(): SecretKey {
        if (!Files.exists(file)) {
            Files.createDirectories(file.parent)
            Files.write(file, KeyGenerator.getInstance("AES").apply { init(256) }.generateKey().encoded)
        }
        return SecretKeySpec(Files.readAllBytes(file), "AES")
    }

    override fun forget() {
        Files.deleteIfExists(file)
    }
}
