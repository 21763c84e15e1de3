// What `gatepass-bench app` starts anew for every round: how long until an app has its first list, and what does one step of
// the wizard cost, seen from Kotlin? The same as main.swift and src/app/once.rs.

import kotlinx.coroutines.runBlocking
import org.gatepass.bindings.Config
import org.gatepass.bindings.FieldId
import org.gatepass.bindings.FieldValue
import org.gatepass.bindings.Gatepass
import org.gatepass.bindings.PassHalf
import org.gatepass.bindings.PassQuery
import org.gatepass.bindings.Platform
import org.gatepass.bindings.SecretVault
import org.gatepass.bindings.WizardEvent

private object Vault : SecretVault {
    override fun get(name: String): ByteArray? = null

    override fun set(name: String, secret: ByteArray) = Unit

    override fun remove(name: String) = Unit
}

private object Phone : Platform {
    override fun locales(): List<String> = listOf("en")

    override fun deviceName(): String = "A phone"

    override fun timeZone(): String? = null
}

fun main(arguments: Array<String>) = runBlocking {
    val (folder, steps) = arguments
    val begun = System.nanoTime()
    val app = Gatepass.open(Config(folder, "en", false), Vault, Phone)
    val list = app.passes(PassQuery(profile = null, half = PassHalf.ALL, search = "", limit = 1000u))
    println("FIRST ${(System.nanoTime() - begun) / 1000} ${list.rows.size}")

    val draft = app.startWizard(null).draft
    app.sendWizard(draft, WizardEvent.Set(FieldId.TYPE_OF_PASS, FieldValue.Choice("full_day")))
    app.sendWizard(draft, WizardEvent.Next)
    repeat(steps.toInt()) { step ->
        val before = System.nanoTime()
        val screen = app.sendWizard(draft, WizardEvent.Set(FieldId.NAME, FieldValue.Text("Guest $step")))
        val took = System.nanoTime() - before
        check(screen.rejected == null) { "the wizard refused a name: ${screen.rejected}" }
        println("STEP ${took / 1000}")
    }
}
