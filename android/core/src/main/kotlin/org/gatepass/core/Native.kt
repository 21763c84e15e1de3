package org.gatepass.core

/**
 * Android only, from `Application.onCreate`, after `System.loadLibrary("gatepass_ffi")` and before the client is opened: the
 * library judges certificates by the phone's own trust store, which it reaches through the application's context.
 */
object Native {
    /** False where the phone would not do it; opening the client then fails in words. Calling it again does no harm. */
    @JvmStatic
    external fun prepare(context: Any): Boolean
}
