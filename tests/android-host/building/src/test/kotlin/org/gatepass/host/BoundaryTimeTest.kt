package org.gatepass.host

import java.time.Instant
import java.time.LocalDateTime
import java.time.ZoneId
import kotlin.io.path.readText
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFailsWith
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonObject
import kotlinx.serialization.json.jsonPrimitive
import kotlinx.serialization.json.long
import org.gatepass.bindings.FieldId
import org.gatepass.bindings.FieldValue
import org.gatepass.bindings.GatepassException
import org.gatepass.bindings.WizardEvent
import org.gatepass.bindings.probeEvent
import org.gatepass.bindings.probeInstant
import org.gatepass.bindings.probeInstantText
import org.gatepass.bindings.probeLocal

/** How time crosses: instants, civil times, and what clocks show. */
class BoundaryTimeTest {
    private class Case(val about: String, val at: Instant, val text: String, val local: Map<String, String>)

    private val cases = Json.parseToJsonElement(top.resolve("fixtures/boundary/times.json").readText()).jsonArray.map {
        val case = it.jsonObject
        Case(
            about = case.getValue("about").jsonPrimitive.content,
            at = Instant.ofEpochMilli(case.getValue("milliseconds").jsonPrimitive.long),
            text = case.getValue("text").jsonPrimitive.content,
            local = case.getValue("local").jsonObject.mapValues { (_, clock) -> clock.jsonPrimitive.content },
        )
    }

    @Test
    fun instants() {
        for (case in cases) {
            assertEquals(case.at, probeInstant(case.at), case.about)
            assertEquals(case.text, probeInstantText(case.at), case.about)
        }
    }

    @Test
    fun civilTimes() {
        for (text in listOf("1950-06-15T00:00", "2026-03-08T02:30", "2028-02-29T23:59")) {
            val minute = LocalDateTime.parse(text)
            val values = listOf(
                FieldValue.Moment(minute), FieldValue.Date(minute.toLocalDate()), FieldValue.Time(minute.toLocalTime()),
            )
            for (value in values) {
                val event = WizardEvent.Set(FieldId.STARTS_AT, value)
                assertEquals(event, probeEvent(event))
            }
        }
    }

    @Test
    fun zones() {
        for (case in cases) {
            for ((zone, local) in case.local) {
                val wanted = LocalDateTime.parse(local)
                assertEquals(wanted, probeLocal(case.at, zone), "${case.about}, $zone")
                val here = LocalDateTime.ofInstant(case.at, ZoneId.of(zone)).withSecond(0).withNano(0)
                assertEquals(wanted, here, "${case.about}, $zone")
            }
        }
        assertFailsWith<GatepassException.Internal> { probeLocal(Instant.EPOCH, "Middle/Earth") }
    }
}
