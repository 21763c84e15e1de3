package org.gatepass.app

import com.google.firebase.messaging.FirebaseMessagingService
import com.google.firebase.messaging.RemoteMessage

/**
 * A push says only that something happened at the building; what it was is fetched from the building's own server. So Google
 * learns nothing of who comes and goes.
 */
class PushService : FirebaseMessagingService() {
    override fun onMessageReceived(message: RemoteMessage) = KeepUpJob.now(this)
}
