package org.gatepass.ui

import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.awaitCancellation
import kotlinx.coroutines.channels.Channel
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.MutableStateFlow
import kotlinx.coroutines.flow.StateFlow
import kotlinx.coroutines.flow.asStateFlow
import kotlinx.coroutines.flow.first
import kotlinx.coroutines.flow.map
import kotlinx.coroutines.flow.receiveAsFlow
import kotlinx.coroutines.launch
import org.gatepass.core.Gatepass
import org.gatepass.core.GatepassException
import org.gatepass.core.PassAction
import org.gatepass.core.PassRef
import org.gatepass.core.PassesDeletedNotSentMessage
import org.gatepass.core.ProfileView
import org.gatepass.core.QuickPass
import org.gatepass.core.QuickReadyMessage
import org.gatepass.core.followPass
import org.gatepass.core.followProfiles
import org.gatepass.core.said
import org.gatepass.core.say
import org.gatepass.ui.passes.offers

/** A sentence at the bottom of the screen, with a button where there is something to do about it. */
class Bar(val text: String, val action: BarAction?)

/** [over] returns when the action is no longer possible; the bar goes away then. */
class BarAction(val label: String, val over: suspend () -> Unit = ::awaitCancellation, val act: () -> Unit)

/**
 * The app while it runs: where the resident is, what is known to every screen, and the models of the screens that are open.
 * It outlives the window (a phone that is turned makes another one) and ends with [scope].
 */
class AppModel(
    val client: Gatepass,
    val shell: Shell,
    val scope: CoroutineScope,
    /** What [saved] told before the app was killed. */
    restored: String? = null,
) {
    val stack = BackStack(PlaceText.read(restored.orEmpty()))

    private val spoken = MutableStateFlow(Localization(client.language(), shell.region()))

    /** The words and formats of now. */
    val speech: StateFlow<Localization> = spoken.asStateFlow()

    private val homes = MutableStateFlow<List<ProfileView>?>(null)

    /** The profiles on this phone; null until they are read. */
    val profiles: StateFlow<List<ProfileView>?> = homes.asStateFlow()

    private val shut = MutableStateFlow(shell.remembered.lock)

    /** Whether the app waits for the resident to say who it is. */
    val locked: StateFlow<Boolean> = shut.asStateFlow()

    private val said = Channel<Bar>(Channel.BUFFERED)

    /** What is to be said at the bottom, each once. */
    val bars: Flow<Bar> = said.receiveAsFlow()

    private val models = HashMap<Place, ScreenModel>()

    init {
        scope.launch { client.followProfiles().collect(::profilesAre) }
        scope.launch { stack.places.collect(::closeWhatIsLeft) }
    }

    /** Where to come back to after the app was killed. */
    fun saved(): String = PlaceText.of(stack.places.value)

    /** The model of an open place, made when it is first asked for. */
    @Suppress("UNCHECKED_CAST") // A place has one kind of model.
    internal fun <M : ScreenModel> model(place: Place, make: () -> M): M =
        synchronized(models) { models.getOrPut(place, make) as M }

    internal fun say(text: String, action: BarAction? = null) {
        said.trySend(Bar(text, action))
    }

    /** Says that a pass was deleted here, as long as that can be taken back: until the building knows. */
    internal suspend fun sayDeleted(pass: PassRef, name: String, undo: () -> Unit) {
        val deleted = client.followPass(pass).map { it?.row?.offers(PassAction.UNDO_DELETE) == true }
        if (!deleted.first()) return
        val action = BarAction(speech.value.words.common.undo, over = { deleted.first { !it } }, act = undo)
        say(speech.value.words.say(PassesDeletedNotSentMessage(name)), action)
    }

    /** The phone's own way back: within the screen first, then to the one before. False where there is none. */
    fun back(): Boolean {
        val here = synchronized(models) { models[stack.here] }
        return here?.goBack() == true || stack.back()
    }

    /** The app came to the front or left it. */
    fun foreground(front: Boolean) {
        client.setForeground(front)
        if (!front && shell.remembered.lock) shut.value = true
        if (front) respeak()
    }

    /** Asks the phone who holds it. */
    fun unlock() {
        scope.launch {
            val lock = speech.value.words.lock
            if (!shell.canLock() || shell.unlock(lock.title, lock.reason)) shut.value = false
        }
    }

    /** A link that leads into the app was opened: an invitation. */
    fun opened(link: String) = stack.open(Place.Activation(link))

    /** From a shortcut or the widget. */
    fun open(pass: PassRef) {
        stack.tab(Place.Passes)
        stack.open(Place.Pass(pass))
    }

    /** One tap, one pass; opened at sharing. */
    fun quick(kind: QuickPass) {
        scope.launch {
            try {
                val pass = client.quickPass(null, kind)
                open(pass)
                say(speech.value.words.say(QuickReadyMessage(client.pass(pass).row.name)))
            } catch (error: GatepassException) {
                say(error.said(speech.value.words))
            }
        }
    }

    /** Speaks another language; null is the phone's. */
    internal fun speak(language: String?) {
        scope.launch {
            client.setLanguage(language)
            shell.remembered.language = language
            // Lists speak the language they were begun in.
            synchronized(models) { models.values.forEach(ScreenModel::close).also { models.clear() } }
            respeak()
        }
    }

    private fun respeak() {
        spoken.value = Localization(client.language(), shell.region())
    }

    private fun profilesAre(profiles: List<ProfileView>) {
        val first = stack.places.value.first()
        if (profiles.isEmpty() && first !is Place.Welcome) {
            val entering = stack.here as? Place.Activation
            stack.begin(Place.Welcome)
            entering?.let(stack::open)
        }
        if (profiles.isNotEmpty() && first is Place.Welcome) stack.tab(Place.Passes)
        homes.value = profiles
    }

    private fun closeWhatIsLeft(places: List<Place>) = synchronized(models) {
        // A tab keeps where it was scrolled to and what was searched for.
        val left = models.keys.filter { it !is Place.Tab && it !in places }
        left.forEach { models.remove(it)?.close() }
    }
}
