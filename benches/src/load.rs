//! The load generator: many keep-alive connections. Each sends a request as soon as it has its answer; or guests arrive at
//! random and take the first free connection.
//!
//! It uses raw sockets on one thread and changes requests in place, so that it costs less than the server it measures.

use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;
use tokio::sync::{Mutex, mpsc};
use tokio::task::JoinHandle;

use crate::Result;
use crate::figures::stopwatch;
use crate::http::read_answer;

/// The longest time an answer may take; after it the run fails.
const ANSWER_TIMEOUT: Duration = Duration::from_secs(20);

/// The requests to send, and for how long.
pub(crate) struct LoadGenerator<'a> {
    /// `127.0.0.1:port`.
    pub(crate) address: &'a str,
    /// One connection for each panel.
    pub(crate) panels: &'a [String],
    /// QR texts of passes, all of one length.
    pub(crate) passes: Arc<[String]>,
    /// The number of the run. It differs in every run against one server, so that no presentation is a repetition.
    pub(crate) run: u32,
    /// The length of the run.
    pub(crate) time: Duration,
}

/// The answers of a run.
#[derive(Clone, Debug, Default)]
pub(crate) struct LoadResult {
    pub(crate) count: u64,
    pub(crate) granted: u64,
    pub(crate) seconds: f64,
    /// The times of all answers in microseconds, sorted.
    pub(crate) micros: Vec<u32>,
    /// The body of one answer, to show.
    pub(crate) example: String,
}

impl LoadResult {
    pub(crate) fn per_second(&self) -> f64 {
        self.count as f64 / self.seconds
    }

    fn add(&mut self, granted: bool, took: Duration) {
        self.count += 1;
        self.granted += u64::from(granted);
        self.micros.push(u32::try_from(took.as_micros()).unwrap_or(u32::MAX));
    }

    /// The time in milliseconds within which `percent` of the answers came.
    pub(crate) fn percentile(&self, percent: usize) -> f64 {
        let at = self.micros.len().saturating_sub(1) * percent / 100;
        self.micros.get(at).map_or(f64::NAN, |micros| f64::from(*micros) / 1000.0)
    }
}

impl LoadGenerator<'_> {
    /// Runs the load. Each connection sends its next request as soon as it has an answer.
    ///
    /// # Errors
    ///
    /// An answer is not a 200, or does not come within [`ANSWER_TIMEOUT`].
    pub(crate) fn run(&self) -> Result<LoadResult> {
        self.drive(async |connections, begun| {
            let ask = |connection: Connection| connection.ask(Arc::clone(&self.passes), begun, self.time);
            Ok(connections.into_iter().map(|connection| tokio::spawn(ask(connection))).collect())
        })
    }

    /// Runs the load with guests that arrive at random, `rate` a second on average, whether or not those before them have
    /// an answer. Each takes the first free connection; its time counts from its arrival.
    pub(crate) fn run_arrivals(&self, rate: f64) -> Result<LoadResult> {
        self.drive(async |connections, begun| {
            let (arrived, arrivals) = mpsc::unbounded_channel();
            let arrivals = Arc::new(Mutex::new(arrivals));
            let serve =
                |connection: Connection| connection.serve(Arc::clone(&self.passes), Arc::clone(&arrivals), begun);
            let serving = connections.into_iter().map(|connection| tokio::spawn(serve(connection))).collect();
            let mut random = Random::new(u64::from(self.run));
            let mut due = random.gap(rate);
            while due < self.time {
                // A busy wait, because the runtime's timer counts in milliseconds. The load generator has this processor alone.
                while begun.elapsed() < due {
                    tokio::task::yield_now().await;
                }
                // If all connections failed, their errors are reported below.
                let _ = arrived.send(due);
                due += random.gap(rate);
            }
            Ok(serving)
        })
    }

    /// Opens all connections, starts their tasks and collects their answers.
    fn drive(
        &self,
        start: impl AsyncFnOnce(Vec<Connection>, Instant) -> Result<Vec<ConnectionTask>>,
    ) -> Result<LoadResult> {
        tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(async {
            let mut connections = Vec::new();
            for (at, panel) in self.panels.iter().enumerate() {
                connections.push(Connection::open(self, panel, at).await?);
            }
            let begun = stopwatch();
            let asking = start(connections, begun).await?;
            let mut all = LoadResult::default();
            for one in asking {
                let one = tokio::time::timeout(self.time + ANSWER_TIMEOUT, one)
                    .await
                    .map_err(|_| "no answer for too long")???;
                all.count += one.count;
                all.granted += one.granted;
                all.micros.extend(one.micros);
                all.example = one.example;
            }
            all.seconds = begun.elapsed().as_secs_f64();
            all.micros.sort_unstable();
            Ok(all)
        })
    }
}

/// The arrival times of guests, in order.
type Arrivals = Arc<Mutex<mpsc::UnboundedReceiver<Duration>>>;

/// A task that sends requests on one connection.
type ConnectionTask = JoinHandle<Result<LoadResult>>;

/// A connection of one panel, with its prepared request.
struct Connection {
    stream: TcpStream,
    request: Vec<u8>,
    /// The bytes of the identifier in the request.
    value: std::ops::Range<usize>,
    /// The bytes of the number of the presentation.
    event: std::ops::Range<usize>,
    random: Random,
    number: u32,
    answer: Vec<u8>,
}

impl Connection {
    async fn open(load: &LoadGenerator<'_>, panel: &str, at: usize) -> Result<Self> {
        let stream = TcpStream::connect(load.address).await?;
        stream.set_nodelay(true)?;
        let blank = "0".repeat(load.passes.first().ok_or("there is no pass to present")?.len());
        let body = format!(r#"{{"type":"qr","value":"{blank}","event_id":"{:08x}{at:04x}00000000"}}"#, load.run);
        let head = format!(
            "POST /v1/panels/{panel}/validate HTTP/1.1\r\nhost: {}\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n",
            load.address,
            body.len(),
        );
        let value = head.len() + body.find(&blank).ok_or("the body has a value")?;
        let end = head.len() + body.len() - 2;
        Ok(Self {
            stream,
            request: (head + &body).into_bytes(),
            value: value..value + blank.len(),
            event: end - 8..end,
            random: Random::new(u64::from(load.run) << 32 | at as u64),
            number: 0,
            answer: vec![0; 4096],
        })
    }
}

impl Connection {
    /// Sends a request for each guest that arrived, until no more will come.
    async fn serve(mut self, passes: Arc<[String]>, arrivals: Arrivals, begun: Instant) -> Result<LoadResult> {
        let mut answers = LoadResult::default();
        loop {
            let arrived = arrivals.lock().await.recv().await;
            let Some(arrived) = arrived else { return Ok(answers) };
            let granted = self.present(&passes, &mut answers.example).await?;
            answers.add(granted, begun.elapsed().saturating_sub(arrived));
        }
    }

    /// Sends requests until the time is over.
    async fn ask(mut self, passes: Arc<[String]>, begun: Instant, time: Duration) -> Result<LoadResult> {
        let mut answers = LoadResult::default();
        let mut asked = begun.elapsed();
        while asked < time {
            let granted = self.present(&passes, &mut answers.example).await?;
            let answered = begun.elapsed();
            answers.add(granted, answered.saturating_sub(asked));
            asked = answered;
        }
        Ok(answers)
    }

    /// Presents a random pass and returns whether the door opened.
    async fn present(&mut self, passes: &[String], example: &mut String) -> Result<bool> {
        let pass = &passes[self.random.below(passes.len())];
        self.request[self.value.clone()].copy_from_slice(pass.as_bytes());
        self.request[self.event.clone()].copy_from_slice(format!("{:08x}", self.number).as_bytes());
        self.number += 1;
        self.stream.write_all(&self.request).await?;
        let (status, body) = read_answer(&mut self.stream, &mut self.answer).await?;
        if status != 200 {
            return Err(format!("{status}: {}", String::from_utf8_lossy(body)).into());
        }
        if example.is_empty() {
            *example = String::from_utf8_lossy(body).into_owned();
        }
        Ok(contains(body, br#""decision":"granted""#))
    }
}

/// A pseudo-random number generator (xorshift): cheap, and the same in every run.
struct Random(u64);

impl Random {
    fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 >> 16
    }

    /// A number below `end`.
    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next()).unwrap_or(0) % end
    }

    /// The time to the next random event, with `rate` events a second on average.
    fn gap(&mut self, rate: f64) -> Duration {
        // The upper 48 bits are left, so this is never 0.
        let chance = (self.next() as f64 + 1.0) / (1_u64 << 48) as f64;
        Duration::from_secs_f64(-chance.ln() / rate)
    }
}

fn contains(text: &[u8], part: &[u8]) -> bool {
    text.windows(part.len()).any(|window| window == part)
}
