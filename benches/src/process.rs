//! Starts servers as processes, measures and ends them.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use crate::Result;
use crate::figures::stopwatch;

/// The longest time a server may take to start.
const START_TIMEOUT: Duration = Duration::from_mins(1);

/// The unit in which Linux counts processor time (`getconf CLK_TCK`).
const TICKS_PER_SECOND: f64 = 100.0;

/// The processors of the servers and of the load generator.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Placement {
    /// Servers on the first, the load generator on the second.
    Apart,
    /// The kernel chooses.
    Anywhere,
}

impl Placement {
    /// `Apart` if there are two processors and `taskset`.
    pub(crate) fn best() -> Self {
        let enough = std::thread::available_parallelism().is_ok_and(|count| count.get() >= 2);
        let tool = Command::new("taskset").arg("--version").stdout(Stdio::null()).status();
        if enough && tool.is_ok_and(|status| status.success()) { Self::Apart } else { Self::Anywhere }
    }

    /// A command that starts `program` on the processor of the servers.
    pub(crate) fn server(self, program: &Path) -> Command {
        match self {
            Self::Apart => {
                let mut command = Command::new("taskset");
                command.args(["--cpu-list", "0"]).arg(program);
                command
            }
            Self::Anywhere => Command::new(program),
        }
    }

    /// Moves this process to the processor of the load generator. Call it before threads are started.
    pub(crate) fn move_here(self) -> Result<()> {
        if let Self::Apart = self {
            let own = std::process::id().to_string();
            let moved =
                Command::new("taskset").args(["--cpu-list", "--pid", "1", &own]).stdout(Stdio::null()).status()?;
            if !moved.success() {
                return Err("taskset could not place the load generator".into());
            }
        }
        Ok(())
    }
}

/// A running server. It is killed when dropped.
pub(crate) struct Server {
    child: Child,
    /// `127.0.0.1:port`.
    pub(crate) address: String,
}

impl Server {
    /// Starts `command` and waits until it writes `http://…` on its standard output.
    pub(crate) fn start(command: &mut Command) -> Result<Self> {
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn()?;
        let output = BufReader::new(child.stdout.take().ok_or("the output is piped")?);
        let mut server = Self { child, address: String::new() };
        let (sender, receiver) = mpsc::channel();
        // The thread reads until the end, so that the server never blocks on a full pipe.
        std::thread::spawn(move || {
            for line in output.lines().map_while(std::result::Result::ok) {
                if let Some((_, address)) = line.split_once("http://") {
                    // The receiver may have timed out.
                    let _ = sender.send(address.trim().to_owned());
                }
            }
        });
        let silent = |_| format!("`{command:?}` did not say within a minute where it listens");
        server.address = receiver.recv_timeout(START_TIMEOUT).map_err(silent)?;
        Ok(server)
    }

    /// Starts `command` and waits until it writes its address into `file`.
    pub(crate) fn start_with_record(command: &mut Command, file: &Path) -> Result<Self> {
        // A server that was killed leaves its file behind.
        if file.exists() {
            std::fs::remove_file(file)?;
        }
        let child = command.stdin(Stdio::null()).stdout(Stdio::null()).spawn()?;
        let mut server = Self { child, address: String::new() };
        let begun = stopwatch();
        while begun.elapsed() < START_TIMEOUT {
            match std::fs::read_to_string(file) {
                Ok(address) if address.ends_with('\n') => {
                    address.trim().clone_into(&mut server.address);
                    return Ok(server);
                }
                _ => std::thread::sleep(Duration::from_millis(20)),
            }
            if let Some(status) = server.child.try_wait()? {
                return Err(format!("`{command:?}` ended with {status}").into());
            }
        }
        Err(format!("`{command:?}` did not write within a minute where it listens").into())
    }

    /// The processor time of all its threads so far, in seconds.
    pub(crate) fn processor_seconds(&self) -> Result<f64> {
        let stat = std::fs::read_to_string(format!("/proc/{}/stat", self.child.id()))?;
        // The name of the program is in parentheses and may hold spaces; user and system time are the 12th and 13th
        // field after it (proc(5)).
        let fields: Vec<&str> = stat.rsplit_once(')').ok_or("proc/stat has no name")?.1.split_whitespace().collect();
        let ticks = |at: usize| -> Result<f64> { Ok(fields.get(at).ok_or("proc/stat is short")?.parse()?) };
        Ok((ticks(11)? + ticks(12)?) / TICKS_PER_SECOND)
    }

    /// Its resident memory, in MiB.
    pub(crate) fn resident_mib(&self) -> Result<f64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id()))?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).ok_or("proc/status has no VmRSS")?;
        let kib: f64 = line.trim().trim_end_matches("kB").trim().parse()?;
        Ok(kib / 1024.0)
    }

    /// Its process id.
    pub(crate) fn id(&self) -> u32 {
        self.child.id()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The resident memory of this process, in bytes.
pub(crate) fn resident_memory() -> Result<u64> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).ok_or("no VmRSS")?;
    Ok(line.trim().trim_end_matches("kB").trim().parse::<u64>()? * 1024)
}
