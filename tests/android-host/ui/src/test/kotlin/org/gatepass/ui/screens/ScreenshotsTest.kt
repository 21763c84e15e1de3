package org.gatepass.ui.screens

import androidx.compose.ui.ImageComposeScene
import androidx.compose.ui.graphics.toComposeImageBitmap
import androidx.compose.ui.unit.Density
import com.google.zxing.BarcodeFormat
import com.google.zxing.client.j2se.MatrixToImageWriter
import com.google.zxing.qrcode.QRCodeWriter
import java.awt.Color
import java.awt.GradientPaint
import java.awt.image.BufferedImage
import java.nio.file.Files
import java.nio.file.Path
import java.util.Locale
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertTrue
import org.gatepass.host.top
import org.gatepass.ui.Speaking
import org.gatepass.ui.Localization
import org.gatepass.ui.catalogue.Sample
import org.gatepass.ui.catalogue.SamplePictures
import org.gatepass.ui.catalogue.catalogue
import org.gatepass.ui.catalogue.sampleLocalization
import org.gatepass.ui.theme.GatepassTheme

/** Draws every sample on a phone of 390 by 844: light, dark, with letters twice as large, and from right to left. */
class ScreenshotsTest {
    private val folder: Path = top.resolve("target/screenshots/android")
    private val pictures = SamplePictures(qr(), visitor())

    @Test
    fun light() = draw("light", sampleLocalization())

    @Test
    fun dark() = draw("dark", sampleLocalization(), dark = true)

    @Test
    fun `letters twice as large`() = draw("large", sampleLocalization(), letters = 2f)

    @Test
    fun `from right to left`() = draw("arabic", sampleLocalization("ar", Locale("ar", "EG")))

    private fun draw(look: String, speech: Localization, dark: Boolean = false, letters: Float = 1f) {
        Files.createDirectories(folder)
        val samples = catalogue(pictures, speech.words)
        val sizes = samples.map { sample ->
            val png = picture(sample, speech, dark, letters)
            Files.write(folder.resolve("${sample.name}-$look.png"), png)
            png.size
        }
        // A picture of nothing is a few kilobytes of one colour.
        assertEquals(samples.size, sizes.count { it > NOTHING })
        assertTrue(speech.fromRightToLeft == (look == "arabic"))
    }

    private fun picture(sample: Sample, speech: Localization, dark: Boolean, letters: Float): ByteArray {
        val scene = ImageComposeScene(2 * 390, 2 * 844, Density(2f, letters)) {
            GatepassTheme(dark = dark) { Speaking(speech) { sample.draw() } }
        }
        // What is animated at first comes to rest.
        scene.render(0)
        scene.render(1_000_000_000)
        val picture = scene.render(3_000_000_000)
        scene.close()
        return checkNotNull(picture.encodeToData()).bytes
    }

    private companion object {
        const val NOTHING = 8_000

        fun qr() = MatrixToImageWriter
            .toBufferedImage(QRCodeWriter().encode("0024H36H2NCSVRH6DAQF6DVVQZ", BarcodeFormat.QR_CODE, 290, 290))
            .toComposeImageBitmap()

        /** Somebody in a doorway, as far as a camera can tell. */
        fun visitor() = BufferedImage(960, 720, BufferedImage.TYPE_INT_RGB).apply {
            val brush = createGraphics()
            brush.paint = GradientPaint(0f, 0f, Color(0x6B7672), 0f, 720f, Color(0x39423F))
            brush.fillRect(0, 0, 960, 720)
            brush.paint = GradientPaint(300f, 0f, Color(0xB9C6BF), 660f, 0f, Color(0x8FA097))
            brush.fillRect(300, 80, 360, 640)
            brush.color = Color(0x3E5A6B)
            brush.fillRoundRect(390, 360, 180, 420, 90, 90)
            brush.color = Color(0xC79A78)
            brush.fillOval(425, 220, 110, 140)
            brush.color = Color(0x4A382C)
            brush.fillArc(420, 205, 120, 110, 0, 180)
            brush.dispose()
        }.toComposeImageBitmap()
    }
}
