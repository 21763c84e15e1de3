//! The load generator: many keep-alive connections, each asks as soon as it is answered.
//!
//! Raw sockets on one thread, requests changed in place, so that it costs less than what it measures.

use std::sync::Arc;
use std::time::{Duration, Instant};

use tokio::io::AsyncWriteExt;
use tokio::net::TcpStream;

use crate::Result;
use crate::figures::stopwatch;
use crate::wire::read_answer;

/// How long an answer may take before the run is given up.
const PATIENCE: Duration = Duration::from_secs(20);

/// What is asked, and how hard.
pub(crate) struct Load<'a> {
    /// `127.0.0.1:port`.
    pub(crate) address: &'a str,
    /// One connection for each panel.
    pub(crate) panels: &'a [String],
    /// QR texts of passes, all of one length.
    pub(crate) passes: Arc<[String]>,
    /// Different in every run against the same server, so that no presentation is a repetition.
    pub(crate) run: u32,
    /// Ends after this time.
    pub(crate) time: Duration,
}

/// What was answered.
#[derive(Clone, Debug, Default)]
pub(crate) struct Answers {
    pub(crate) count: u64,
    pub(crate) granted: u64,
    pub(crate) seconds: f64,
    /// Sorted, in microseconds.
    pub(crate) micros: Vec<u32>,
    /// One of them, for a person to see.
    pub(crate) example: String,
}

impl Answers {
    pub(crate) fn per_second(&self) -> f64 {
        self.count as f64 / self.seconds
    }

    /// The time `percent` of the answers took at most, in milliseconds.
    pub(crate) fn within(&self, percent: usize) -> f64 {
        let at = self.micros.len().saturating_sub(1) * percent / 100;
        self.micros.get(at).map_or(f64::NAN, |micros| f64::from(*micros) / 1000.0)
    }
}

impl Load<'_> {
    /// Asks for as long as it should. Every connection must work and every answer be a 200.
    pub(crate) fn run(&self) -> Result<Answers> {
        tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(async {
            let mut connections = Vec::new();
            for (at, panel) in self.panels.iter().enumerate() {
                connections.push(Connection::open(self, panel, at).await?);
            }
            let begun = stopwatch();
            let asking: Vec<_> = connections
                .into_iter()
                .map(|connection| tokio::spawn(connection.ask(Arc::clone(&self.passes), begun, self.time)))
                .collect();
            let mut all = Answers::default();
            for one in asking {
                let one = tokio::time::timeout(self.time + PATIENCE, one)
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

struct Connection {
    stream: TcpStream,
    request: Vec<u8>,
    /// Where the identifier is in the request, and where the number of the presentation.
    value: std::ops::Range<usize>,
    event: std::ops::Range<usize>,
    random: u64,
}

impl Connection {
    async fn open(load: &Load<'_>, panel: &str, at: usize) -> Result<Self> {
        let stream = TcpStream::connect(load.address).await?;
        stream.set_nodelay(true)?;
        let blank = "0".repeat(load.passes.first().ok_or("there is no pass to present")?.len());
        let body = format!(r#"{{"type":"qr","value":"{blank}","event_id":"{:04x}{at:04x}00000000"}}"#, load.run);
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
            random: (u64::from(load.run) << 32 | at as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1,
        })
    }
}

impl Connection {
    /// Asks until the time is over.
    async fn ask(mut self, passes: Arc<[String]>, begun: Instant, time: Duration) -> Result<Answers> {
        let mut answers = Answers::default();
        let mut answer = vec![0; 4096];
        let mut asked = begun.elapsed();
        let mut number = 0_u32;
        while asked < time {
            let pass = &passes[self.draw(passes.len())];
            self.request[self.value.clone()].copy_from_slice(pass.as_bytes());
            self.request[self.event.clone()].copy_from_slice(format!("{number:08x}").as_bytes());
            number += 1;
            self.stream.write_all(&self.request).await?;
            let (status, body) = read_answer(&mut self.stream, &mut answer).await?;
            let answered = begun.elapsed();
            answers.micros.push(u32::try_from(answered.saturating_sub(asked).as_micros()).unwrap_or(u32::MAX));
            answers.count += 1;
            if status != 200 {
                return Err(format!("{status}: {}", String::from_utf8_lossy(body)).into());
            }
            if contains(body, br#""decision":"granted""#) {
                answers.granted += 1;
            }
            if answers.example.is_empty() {
                answers.example = String::from_utf8_lossy(body).into_owned();
            }
            asked = answered;
        }
        Ok(answers)
    }

    /// A random number below `end` (xorshift: cheap, and the same in every run).
    fn draw(&mut self, end: usize) -> usize {
        self.random ^= self.random << 13;
        self.random ^= self.random >> 7;
        self.random ^= self.random << 17;
        usize::try_from(self.random >> 16).unwrap_or(0) % end
    }
}

fn contains(text: &[u8], part: &[u8]) -> bool {
    text.windows(part.len()).any(|window| window == part)
}
