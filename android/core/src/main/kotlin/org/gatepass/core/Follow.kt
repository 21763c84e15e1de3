package org.gatepass.core

import kotlinx.coroutines.channels.awaitClose
import kotlinx.coroutines.flow.Flow
import kotlinx.coroutines.flow.callbackFlow
import kotlinx.coroutines.flow.conflate
import org.gatepass.bindings.EntryListListener
import org.gatepass.bindings.NoticesListener
import org.gatepass.bindings.PassListListener
import org.gatepass.bindings.PassListener
import org.gatepass.bindings.ProfilesListener
import org.gatepass.bindings.SyncListener
import org.gatepass.bindings.WizardListener

// Each flow gives the value now and then every new one, the latest where the collector is slow; it never ends by itself.
// Collecting subscribes, and cancelling the collector ends the subscription. Values arrive on no particular thread.

/** A list of passes; it also changes when a pass opens or closes by itself. */
fun Gatepass.followPasses(query: PassQuery): Flow<PassList> = follow { tell ->
    observePasses(query, object : PassListListener {
        override fun onPasses(list: PassList) = tell(list)
    })
}

/** One pass; null once it is gone. */
fun Gatepass.followPass(pass: PassRef): Flow<PassDetails?> = follow { tell ->
    observePass(pass, object : PassListener {
        override fun onPass(pass: PassDetails?) = tell(pass)
    })
}

/** A list of entries. */
fun Gatepass.followEntries(query: EntryQuery): Flow<EntryList> = follow { tell ->
    observeEntries(query, object : EntryListListener {
        override fun onEntries(list: EntryList) = tell(list)
    })
}

/** The profiles on this phone, oldest first. */
fun Gatepass.followProfiles(): Flow<List<ProfileView>> = follow { tell ->
    observeProfiles(object : ProfilesListener {
        override fun onProfiles(profiles: List<ProfileView>) = tell(profiles)
    })
}

/** What synchronisation is doing. */
fun Gatepass.followSync(): Flow<SyncState> = follow { tell ->
    observeSync(object : SyncListener {
        override fun onSync(state: SyncState) = tell(state)
    })
}

/** A wizard: it also changes when the server answers. */
fun Gatepass.followWizard(draft: DraftId): Flow<WizardScreen> = follow { tell ->
    observeWizard(draft, object : WizardListener {
        override fun onWizard(screen: WizardScreen) = tell(screen)
    })
}

/** What the resident should be told, newest first. */
fun Gatepass.followNotices(): Flow<List<Notice>> = follow { tell ->
    observeNotices(object : NoticesListener {
        override fun onNotices(notices: List<Notice>) = tell(notices)
    })
}

private fun <T> follow(subscribe: (tell: (T) -> Unit) -> Subscription): Flow<T> = callbackFlow {
    // A late call, after the collector has gone, finds the channel closed and is dropped.
    val subscription = subscribe { value -> trySend(value) }
    awaitClose {
        subscription.cancel()
        subscription.close()
    }
}.conflate()
