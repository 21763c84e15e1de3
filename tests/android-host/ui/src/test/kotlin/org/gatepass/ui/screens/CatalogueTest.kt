package org.gatepass.ui.screens

import androidx.compose.ui.geometry.Size
import androidx.compose.ui.graphics.ImageBitmap
import androidx.compose.ui.graphics.toComposeImageBitmap
import androidx.compose.ui.semantics.SemanticsActions
import androidx.compose.ui.semantics.SemanticsNode
import androidx.compose.ui.semantics.SemanticsProperties
import androidx.compose.ui.semantics.getOrNull
import androidx.compose.ui.test.ExperimentalTestApi
import androidx.compose.ui.test.SkikoComposeUiTest
import androidx.compose.ui.test.hasTestTag
import androidx.compose.ui.test.isRoot
import androidx.compose.ui.test.v2.runSkikoComposeUiTest
import androidx.compose.ui.unit.Density
import java.nio.file.Files
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive
import org.gatepass.host.top
import org.gatepass.ui.Speaking
import org.gatepass.ui.catalogue.Sample
import org.gatepass.ui.catalogue.SamplePictures
import org.gatepass.ui.catalogue.catalogue
import org.gatepass.ui.catalogue.sampleLocalization
import org.gatepass.ui.theme.GatepassTheme

/** Every sample of every screen, drawn: what both apps agreed on, and what a screen reader and a finger need. */
@OptIn(ExperimentalTestApi::class)
class CatalogueTest {
    private val blank: ImageBitmap = java.awt.image.BufferedImage(29, 29, java.awt.image.BufferedImage.TYPE_INT_RGB).toComposeImageBitmap()
    private val samples = catalogue(SamplePictures(blank, blank))

    /** `screens.json`: the tag of each screen, and its samples. */
    private val screens: Map<String, List<String>> =
        Json.parseToJsonElement(Files.readString(top.resolve("fixtures/app/screens.json"))).jsonObject
            .mapValues { (_, names) -> names.jsonArray.map { it.jsonPrimitive.content } }

    @Test
    fun `the catalogue has the samples both apps agreed on`() {
        assertEquals(screens.values.flatten().sorted(), samples.map { it.name }.sorted())
    }

    @Test
    fun `every sample is drawn as the screen it is of`() = eachDrawn { sample, _ ->
        val screen = screens.entries.first { sample.name in it.value }.key
        assertEquals(1, onAllNodes(hasTestTag(screen)).fetchSemanticsNodes().size, "${sample.name} draws no “$screen”")
    }

    @Test
    fun `whatever can be pressed has a name and is large enough for a finger`() = eachDrawn { sample, scale ->
        val small = nodes().filter { it.isPressable && it.isWhole }.filter { node ->
            val touch = node.touchBoundsInRoot
            touch.width < FINGER * scale || touch.height < FINGER * scale || node.spoken.isBlank()
        }
        assertEquals(emptyList(), small.map { "${sample.name}: “${it.spoken}” ${it.touchBoundsInRoot.size}" })
    }

    @Test
    fun `every screen with a title has it as a heading`() = eachDrawn { sample, _ ->
        if (sample.name == "photo") return@eachDrawn
        val headings = nodes().filter { SemanticsProperties.Heading in it.config && it.spoken.isNotBlank() }
        assertEquals(true, headings.isNotEmpty(), "${sample.name} has no heading")
    }

    private fun eachDrawn(look: SkikoComposeUiTest.(Sample, Float) -> Unit) {
        for (sample in samples) {
            for (letters in listOf(1f, 2f)) {
                runSkikoComposeUiTest(Size(780f, 1688f), Density(2f, letters)) {
                    setContent { GatepassTheme { Speaking(sampleLocalization()) { sample.draw() } } }
                    look(sample, 2f)
                }
            }
        }
    }

    private fun SkikoComposeUiTest.nodes(): List<SemanticsNode> {
        fun below(node: SemanticsNode): List<SemanticsNode> = listOf(node) + node.children.flatMap(::below)
        return onAllNodes(isRoot()).fetchSemanticsNodes().flatMap(::below)
    }

    private val SemanticsNode.isPressable get() = SemanticsActions.OnClick in config && SemanticsProperties.Disabled !in config

    /** Not cut off by the edge of a list that can be scrolled. */
    private val SemanticsNode.isWhole get() = boundsInRoot.size.width >= size.width && boundsInRoot.size.height >= size.height

    /** What a screen reader says: its own words, and those of what it stands for. */
    private val SemanticsNode.spoken: String
        get() = listOfNotNull(
            config.getOrNull(SemanticsProperties.ContentDescription)?.joinToString(),
            config.getOrNull(SemanticsProperties.Text)?.joinToString(),
            config.getOrNull(SemanticsProperties.EditableText)?.text,
        ).joinToString(" ")

    private companion object {
        /** The least that Material asks for, in dp. */
        const val FINGER = 48f
    }
}
