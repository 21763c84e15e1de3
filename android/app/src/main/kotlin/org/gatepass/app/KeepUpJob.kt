package org.gatepass.app

import android.app.job.JobInfo
import android.app.job.JobParameters
import android.app.job.JobScheduler
import android.app.job.JobService
import android.content.ComponentName
import android.content.Context
import java.util.concurrent.TimeUnit
import kotlinx.coroutines.Job
import kotlinx.coroutines.launch
import org.gatepass.core.GatepassException

/** While nobody looks at the app: sends what waits, fetches what is new, tells who came, and renews the widget. */
class KeepUpJob : JobService() {
    private var work: Job? = null

    override fun onStartJob(parameters: JobParameters): Boolean {
        val app = application as GatepassApplication
        work = app.scope.launch {
            val again = try {
                val client = app.client()
                client.syncNow()
                Arrivals(app).tell(client)
                NextPassWidget.renew(app)
                false
            } catch (_: GatepassException) {
                true
            }
            jobFinished(parameters, again)
        }
        return true
    }

    override fun onStopJob(parameters: JobParameters): Boolean {
        // What was begun runs to its end in the library; only nobody waits for it any more.
        work?.cancel()
        return true
    }

    companion object {
        private const val NOW_AND_THEN = 1
        private const val NOW = 2

        /** Every quarter of an hour, which is as often as phones allow, while there is a network. */
        fun schedule(context: Context) {
            val scheduler = context.getSystemService(JobScheduler::class.java)
            if (scheduler.getPendingJob(NOW_AND_THEN) != null) return
            val job = JobInfo.Builder(NOW_AND_THEN, ComponentName(context, KeepUpJob::class.java))
                .setRequiredNetworkType(JobInfo.NETWORK_TYPE_ANY)
                .setPeriodic(TimeUnit.MINUTES.toMillis(15))
                .setPersisted(true)
                .build()
            scheduler.schedule(job)
        }

        /** At once: something happened at the building. */
        fun now(context: Context) {
            val job = JobInfo.Builder(NOW, ComponentName(context, KeepUpJob::class.java))
                .setRequiredNetworkType(JobInfo.NETWORK_TYPE_ANY)
                .build()
            context.getSystemService(JobScheduler::class.java).schedule(job)
        }
    }
}
