package org.gatepass.host

import java.util.concurrent.Semaphore
import kotlin.test.Test
import kotlin.test.assertEquals
import kotlin.test.assertFalse
import kotlin.test.assertTrue
import kotlinx.coroutines.runBlocking

/** How listeners are called: the part of fixtures/boundary/checks.txt that begins with "listener". */
class BoundaryListenerTest {
    @Test
    fun listenerAtOnce() = runBlocking {
        Home.with { home ->
            val told = Lists()
            home.app.observePasses(Home.everything, told).use {
                until("the first list") { told.sizes.isNotEmpty() }
                assertEquals(listOf(3), told.sizes.toList())
                assertFalse(Thread.currentThread() in told.threads)
            }
        }
    }

    @Test
    fun listenerOrder() = runBlocking {
        Home.with { home ->
            val told = Lists()
            home.app.observePasses(Home.everything, told).use {
                repeat(20) { home.makePass() }
                until("the last list") { told.sizes.lastOrNull() == 23 }
                assertEquals(told.sizes.sorted(), told.sizes.toList())
            }
        }
    }

    @Test
    fun listenerLatest() = runBlocking {
        Home.with { home ->
            val goOn = Semaphore(0)
            val told = Lists { goOn.acquire() }
            home.app.observePasses(Home.everything, told).use {
                until("the first list") { told.sizes.isNotEmpty() }
                repeat(10) { home.makePass() }
                assertEquals(listOf(3), told.sizes.toList(), "it is still busy with the first")
                goOn.release(10)
                until("the last list") { told.sizes.last() == 13 }
                assertEquals(listOf(3, 13), told.sizes.toList())
            }
        }
    }

    @Test
    fun listenerThrows() = runBlocking {
        Home.with { home ->
            val told = Lists { error("on purpose") }
            home.app.observePasses(Home.everything, told).use {
                until("the first list") { told.sizes.isNotEmpty() }
                home.makePass()
                until("the second list") { told.sizes.last() == 4 }
            }
        }
    }

    @Test
    fun listenerCancelled() = runBlocking {
        Home.with { home ->
            val told = Lists()
            val still = Lists()
            home.app.observePasses(Home.everything, told).use { subscription ->
                home.app.observePasses(Home.everything, still).use {
                    until("the first lists") { told.sizes.isNotEmpty() && still.sizes.isNotEmpty() }
                    subscription.cancel()
                    subscription.cancel()
                    val calls = told.sizes.size
                    repeat(5) { home.makePass() }
                    until("what the other is told") { still.sizes.last() == 8 }
                    assertTrue(told.sizes.size <= calls + 1, "${told.sizes.size} calls, $calls before")
                }
            }
        }
    }
}
