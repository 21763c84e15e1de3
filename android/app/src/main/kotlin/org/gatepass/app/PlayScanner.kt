package org.gatepass.app

import android.content.Context
import android.content.pm.PackageManager
import com.google.android.gms.common.ConnectionResult
import com.google.android.gms.common.GoogleApiAvailability
import com.google.mlkit.vision.barcode.common.Barcode
import com.google.mlkit.vision.codescanner.GmsBarcodeScannerOptions
import com.google.mlkit.vision.codescanner.GmsBarcodeScanning
import kotlin.coroutines.resume
import kotlinx.coroutines.suspendCancellableCoroutine
import org.gatepass.ui.ScanResult

/** The scanner of Google Play services: it asks for no permission, as the pictures never reach this app. */
class PlayScanner(private val context: Context) : InvitationScanner {
    override val works: Boolean
        get() = context.packageManager.hasSystemFeature(PackageManager.FEATURE_CAMERA_ANY) &&
            GoogleApiAvailability.getInstance().isGooglePlayServicesAvailable(context) == ConnectionResult.SUCCESS

    override suspend fun scan(): ScanResult = suspendCancellableCoroutine { scanning ->
        val options = GmsBarcodeScannerOptions.Builder().setBarcodeFormats(Barcode.FORMAT_QR_CODE).build()
        val finish = { came: ScanResult -> if (scanning.isActive) scanning.resume(came) }
        GmsBarcodeScanning.getClient(context, options).startScan()
            .addOnSuccessListener { code -> finish(code.rawValue?.let(ScanResult::Text) ?: ScanResult.Cancelled) }
            .addOnCanceledListener { finish(ScanResult.Cancelled) }
            .addOnFailureListener { finish(ScanResult.Cancelled) }
    }
}
