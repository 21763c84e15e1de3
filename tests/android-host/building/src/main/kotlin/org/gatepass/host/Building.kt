package org.gatepass.host

import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.Paths
import java.util.concurrent.TimeUnit
import kotlinx.serialization.json.Json
import kotlinx.serialization.json.JsonElement
import kotlinx.serialization.json.JsonObject
import kotlinx.serialization.json.JsonPrimitive
import kotlinx.serialization.json.boolean
import kotlinx.serialization.json.buildJsonObject
import kotlinx.serialization.json.jsonArray
import kotlinx.serialization.json.jsonPrimitive

/** The project's folder. */
val top: Path = Paths.get(System.getProperty("gatepass.top") ?: ".").toAbsolutePath().normalize()

/** An invitation, as the manager hands it over. */
data class Invitation(val code: String, val link: String, val message: String)

/** What a panel was told. */
data class Answer(val decision: String, val reason: String)

/**
 * The building of `fixtures/app/flows.json` with the real service on a free port of this machine; the commands are told
 * in the README beside that file. It ends when it is closed.
 */
class Building private constructor(private val process: Process) : AutoCloseable {
    private val commands = process.outputStream.bufferedWriter()
    private val answers = process.inputStream.bufferedReader()
    private val greeting = answer()

    /** The service's address. */
    val base: String = greeting.text("base")

    /** For the resident of the story. */
    val invitation: Invitation = invitation(greeting)

    /** Another invitation; with a name it is for somebody new in the unit. */
    fun invite(name: String? = null): Invitation = invitation(tell("invite", "name" to name))

    /** Nobody reaches the service any more. */
    fun down() {
        tell("down")
    }

    /** The service is back, at the same address. */
    fun up() {
        tell("up")
    }

    /** Presents `qr`, `code`, `link` or `plate` at a door. */
    fun present(kind: String, value: String, door: String): Answer {
        val answer = tell("present", "kind" to kind, "value" to value, "door" to door)
        return Answer(answer.text("decision"), answer.text("reason"))
    }

    /** The manager switches passes on or off. */
    fun passesEnabled(enabled: Boolean) {
        tell("policy", mapOf("policy" to buildJsonObject { put("passes_enabled", JsonPrimitive(enabled)) }))
    }

    /** The manager changes whether passes may be edited. */
    fun editable(editable: Boolean) {
        tell("policy", mapOf("policy" to buildJsonObject { put("editable", JsonPrimitive(editable)) }))
    }

    /** The manager ends a pass. */
    fun revoke(pass: String) {
        tell("revoke", "pass" to pass)
    }

    /** The manager ends every device of the resident. */
    fun endDevices() {
        tell("end_devices")
    }

    /** What the server holds. */
    fun state(): JsonObject = tell("state")

    /** How what the server holds differs from the end of the story. */
    fun differences(): List<String> {
        val answer = tell("compare")
        if (answer.getValue("equal").jsonPrimitive.boolean) return emptyList()
        return answer.getValue("differences").jsonArray.map { it.jsonPrimitive.content }
    }

    override fun close() {
        commands.close()
        if (!process.waitFor(30, TimeUnit.SECONDS)) process.destroyForcibly()
    }

    private fun tell(what: String, vararg with: Pair<String, String?>): JsonObject =
        tell(what, with.toMap().filterValues { it != null }.mapValues { JsonPrimitive(it.value) })

    @Synchronized
    private fun tell(what: String, with: Map<String, JsonElement>): JsonObject {
        commands.write(JsonObject(mapOf("do" to JsonPrimitive(what)) + with).toString())
        commands.newLine()
        commands.flush()
        return answer()
    }

    private fun answer(): JsonObject {
        val line = checkNotNull(answers.readLine()) { "the building is gone; its last words are above" }
        val answer = Json.parseToJsonElement(line) as JsonObject
        answer["error"]?.let { error(it.jsonPrimitive.content) }
        return answer
    }

    private fun invitation(answer: JsonObject) =
        Invitation(answer.text("code"), answer.text("link"), answer.text("message"))

    companion object {
        /** Builds and opens it. */
        fun open(): Building {
            val program = top.resolve("target/debug/gatepass-building")
            check(Files.isExecutable(program)) { "$program is missing: cargo build -p gatepass-e2e" }
            val process = ProcessBuilder(program.toString(), top.resolve("fixtures/app/flows.json").toString())
            return Building(process.redirectError(ProcessBuilder.Redirect.INHERIT).start())
        }

        private fun JsonObject.text(name: String): String = getValue(name).jsonPrimitive.content
    }
}
