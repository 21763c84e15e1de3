package org.gatepass.ui

import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Job
import kotlinx.coroutines.SupervisorJob
import kotlinx.coroutines.cancel
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.FlowCollector
import kotlinx.coroutines.job
import kotlinx.coroutines.launch
import org.gatepass.core.GatepassException
import org.gatepass.core.said
import org.gatepass.core.worthRetrying

/** What stands behind one screen, from its opening until the resident leaves it. */
abstract class ScreenModel(protected val app: AppModel) : AutoCloseable {
    protected val scope = CoroutineScope(app.scope.coroutineContext + SupervisorJob(app.scope.coroutineContext.job))
    protected val client get() = app.client
    protected val shell get() = app.shell
    protected val words get() = app.speech.value.words

    /** Follows what the client tells; an error is said once. */
    protected fun <T> Flow<T>.following(collector: FlowCollector<T>): Job = scope.launch {
        try {
            collect(collector)
        } catch (error: GatepassException) {
            tell(error)
        }
    }

    /** Does something that can fail. What went wrong is said in a bar, with "try again" where that helps. */
    protected fun doing(work: suspend () -> Unit): Job = scope.launch { attempt(work) }

    private suspend fun attempt(work: suspend () -> Unit) {
        try {
            work()
        } catch (error: GatepassException) {
            tell(error) { doing(work) }
        }
    }

    protected fun tell(error: GatepassException, again: (() -> Unit)? = null) {
        val retry = again?.takeIf { error.worthRetrying }?.let { BarAction(words.common.retry, act = it) }
        app.say(error.said(words), retry)
    }

    /** The phone's own way back was taken here; false leaves the screen. */
    open fun goBack(): Boolean = false

    override fun close() = scope.cancel()
}
