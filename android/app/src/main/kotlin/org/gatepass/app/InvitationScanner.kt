package org.gatepass.app

import org.gatepass.ui.ScanResult

/** Reads the QR code of an invitation. */
interface InvitationScanner {
    /** Whether this phone has what it takes. */
    val works: Boolean

    suspend fun scan(): ScanResult
}
