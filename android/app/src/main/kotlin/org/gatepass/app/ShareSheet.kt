package org.gatepass.app

import android.content.ActivityNotFoundException
import android.content.ClipData
import android.content.Context
import android.content.Intent
import androidx.core.content.FileProvider
import java.io.File
import org.gatepass.ui.Shareable

/** The phone's own share sheet. */
class ShareSheet(private val context: Context) {
    /** Opens the sheet. Throws where no app takes such a thing: the sheet would be empty. */
    fun intent(what: Shareable): Intent {
        val send = Intent(Intent.ACTION_SEND).putExtra(Intent.EXTRA_SUBJECT, what.title)
        what.text?.let { send.putExtra(Intent.EXTRA_TEXT, it) }
        val png = what.png
        if (png == null) {
            send.type = "text/plain"
        } else {
            val picture = FileProvider.getUriForFile(context, "${context.packageName}.pictures", kept(png))
            send.type = "image/png"
            send.putExtra(Intent.EXTRA_STREAM, picture)
            // The sheet shows a preview, for which it needs the right as well.
            send.clipData = ClipData.newRawUri(what.title, picture)
            send.addFlags(Intent.FLAG_GRANT_READ_URI_PERMISSION)
        }
        if (context.packageManager.queryIntentActivities(send, 0).isEmpty()) throw ActivityNotFoundException()
        return Intent.createChooser(send, what.title)
    }

    /** Apps read the picture later; the last few are kept, for it opens doors. */
    private fun kept(png: ByteArray): File {
        val folder = File(context.cacheDir, "shared").apply { mkdirs() }
        folder.listFiles().orEmpty().sortedByDescending(File::lastModified).drop(KEPT - 1).forEach { it.delete() }
        return File.createTempFile("pass-", ".png", folder).apply { writeBytes(png) }
    }

    private companion object {
        const val KEPT = 3
    }
}
