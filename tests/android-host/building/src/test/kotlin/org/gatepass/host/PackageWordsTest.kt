package org.gatepass.host

import java.nio.file.Files
import javax.xml.parsers.DocumentBuilderFactory
import kotlin.test.Test
import kotlin.test.assertEquals
import org.gatepass.core.languages
import org.gatepass.core.wordsIn
import org.w3c.dom.Element

/** What the phone reads from the package says the same as the app, in every language the app speaks. */
class PackageWordsTest {
    private val resources = top.resolve("android/app/src/main/res")

    @Test
    fun `shortcuts and widget are called as in the app`() {
        for (language in languages()) {
            val texts = texts(if (language.tag == "en") "values" else "values-${language.tag}")
            val words = wordsIn(language.tag)
            val expected = mapOf(
                "shortcut_courier_short" to words.passes.quickCourier,
                "shortcut_courier_long" to words.quick.courierToday,
                "shortcut_guest_short" to words.passes.quickGuest,
                "shortcut_guest_long" to words.quick.guestToday,
                "widget_name" to words.quick.nextPass,
            )
            assertEquals(expected, texts.filterKeys { it in expected }, language.name)
        }
    }

    @Test
    fun `the phone offers the app's languages`() {
        val offered = read("xml/locales_config.xml", "locale").map { it.getAttribute("android:name") }
        assertEquals(languages().map { it.tag }.toSet(), offered.toSet())
    }

    private fun texts(folder: String): Map<String, String> =
        read("$folder/strings.xml", "string").associate { it.getAttribute("name") to it.textContent }

    private fun read(file: String, tag: String): List<Element> {
        val document = Files.newInputStream(resources.resolve(file)).use(DocumentBuilderFactory.newInstance().newDocumentBuilder()::parse)
        val found = document.getElementsByTagName(tag)
        return List(found.length) { found.item(it) as Element }
    }
}
