//! Durable decisions over HTTP: the cost of one, and the number a second.
//!
//! The same requests go to three servers in turn, each in its own process: the service, a bare echo (the floor), and a
//! fastify server that does the same work with one transaction for each decision (the peer). Ratios are taken within a round.

mod peer;
mod service;

use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use clap::Args;
use gatepass_core::time::Clock;
use gatepass_panel::SystemClock;

use crate::figures::{Target, median, report};
use crate::load::{LoadGenerator, LoadResult};
use crate::process::{Placement, Server};
use crate::{Result, RunLength};

pub(crate) use service::seed;

#[derive(Args, Debug)]
pub(crate) struct Options {
    #[command(flatten)]
    length: RunLength,
    /// Live passes the service holds.
    #[arg(long, default_value_t = 100_000)]
    passes: usize,
    /// Keep-alive connections, each from a panel of its own.
    #[arg(long, default_value_t = 64)]
    connections: usize,
    /// How long each candidate is measured in each round.
    #[arg(long, value_name = "SECONDS")]
    seconds: Option<f64>,
    /// Keep what was made for the servers in this folder, and use it again; only of use while working on the service.
    #[arg(long, value_name = "FOLDER")]
    keep: Option<PathBuf>,
    /// Do not measure the fastify server.
    #[arg(long)]
    without_peer: bool,
    /// Let the kernel choose the processors instead of one for the servers and one for the load generator.
    #[arg(long)]
    anywhere: bool,
    /// Guests arrive at random, so many a second on average, instead of each connection asking as soon as it is answered.
    #[arg(long, value_name = "PER_SECOND")]
    arrivals: Option<f64>,
}

/// The panels and passes that all servers know.
pub(crate) struct SeededSite {
    /// The tokens of the panels.
    pub(crate) panels: Vec<String>,
    /// The QR texts of the passes.
    pub(crate) passes: Arc<[String]>,
}

/// A server and its measured rounds.
struct Candidate {
    name: &'static str,
    server: Server,
    rounds: Vec<Round>,
}

/// The figures of one round.
struct Round {
    per_second: f64,
    /// The processor time of the server for one answer, in microseconds.
    processor_micros: f64,
    /// The times within which half and 99 % of the answers came, in milliseconds.
    median_millis: f64,
    p99_millis: f64,
}

pub(crate) fn run(options: &Options) -> Result<()> {
    let placement = if options.anywhere { Placement::Anywhere } else { Placement::best() };
    let temporary = tempfile::tempdir()?;
    let folder = options.keep.as_deref().unwrap_or(temporary.path());
    println!("{} passes, {} connections, placement: {placement:?}", options.passes, options.connections);
    let site = seed(&folder.join("service"), options.passes, options.connections)?;
    let mut candidates = vec![
        Candidate::new("echo", Server::start(placement.server(&std::env::current_exe()?).arg("echo"))?),
        Candidate::new("service", service::start(&folder.join("service"), placement)?),
    ];
    if !options.without_peer {
        candidates.push(Candidate::new("fastify", peer::start(&folder.join("fastify"), &site, placement)?));
    }
    placement.move_here()?;

    let usual = if options.length.quick { 1.0 } else { 4.0 };
    let time = Duration::from_secs_f64(options.seconds.unwrap_or(usual));
    let rounds = options.length.rounds(7);
    let first = first_run()?;
    // The first round warms up and is not counted.
    for round in 0..=rounds {
        for candidate in &mut candidates {
            candidate.measure(&site, first.wrapping_add(u32::try_from(round)?), time, options.arrivals)?;
        }
    }
    for candidate in &mut candidates {
        candidate.rounds.remove(0);
        candidate.print()?;
    }
    match options.arrivals {
        None => report_figures(&candidates),
        Some(rate) => report_waiting_times(&candidates, rate),
    }
    Ok(())
}

/// The number of the first run: the current second, because a kept folder knows the presentations of earlier runs.
fn first_run() -> Result<u32> {
    let now = SystemClock.now().timestamp();
    Ok(u32::try_from(now.rem_euclid(1 << 32))?)
}

impl Candidate {
    fn new(name: &'static str, server: Server) -> Self {
        println!("{name} is process {}", server.id());
        Self { name, server, rounds: Vec::new() }
    }

    fn measure(&mut self, site: &SeededSite, run: u32, time: Duration, arrivals: Option<f64>) -> Result<()> {
        let passes = Arc::clone(&site.passes);
        let load = LoadGenerator { address: &self.server.address, panels: &site.panels, passes, run, time };
        let before = self.server.processor_seconds()?;
        let answers = arrivals.map_or_else(|| load.run(), |rate| load.run_arrivals(rate));
        let answers = answers.map_err(|error| format!("{}: {error}", self.name))?;
        let spent = self.server.processor_seconds()? - before;
        self.check(&answers)?;
        self.rounds.push(Round {
            per_second: answers.per_second(),
            processor_micros: spent * 1e6 / answers.count as f64,
            median_millis: answers.percentile(50),
            p99_millis: answers.percentile(99),
        });
        Ok(())
    }

    /// Checks that all doors opened; otherwise the figures mean nothing.
    fn check(&self, answers: &LoadResult) -> Result<()> {
        if self.rounds.is_empty() {
            println!("{} answers {}", self.name, answers.example);
        }
        if answers.granted < answers.count {
            let refused = answers.count - answers.granted;
            return Err(format!("{}: {refused} of {} answers were not granted", self.name, answers.count).into());
        }
        Ok(())
    }

    fn median_of(&self, of: fn(&Round) -> f64) -> f64 {
        median(self.rounds.iter().map(of))
    }

    fn print(&self) -> Result<()> {
        println!(
            "{:8} {:7.0} answers/s   {:6.1} µs processor time each   half within {:6.2} ms, 99 % within {:7.2} ms   {:4.0} MiB",
            self.name,
            self.median_of(|round| round.per_second),
            self.median_of(|round| round.processor_micros),
            self.median_of(|round| round.median_millis),
            self.median_of(|round| round.p99_millis),
            self.server.resident_mib()?,
        );
        Ok(())
    }
}

/// The median of the ratios within each round.
fn ratio(one: &Candidate, other: &Candidate, of: fn(&Round) -> f64) -> f64 {
    median(one.rounds.iter().zip(&other.rounds).map(|(one, other)| of(one) / of(other)))
}

fn report_figures(candidates: &[Candidate]) {
    let [echo, service, others @ ..] = candidates else { return };
    report("validate: decisions a second", service.median_of(|round| round.per_second), "/s", &Target::None);
    report(
        "validate: processor time for a decision",
        service.median_of(|round| round.processor_micros),
        " µs",
        &Target::None,
    );
    let cost = ratio(service, echo, |round| round.processor_micros);
    report("validate: processor time against a bare echo", cost, " ×", &Target::AtMost(2.2));
    for peer in others {
        let rate = ratio(service, peer, |round| round.per_second);
        report("validate: rate against fastify + better-sqlite3", rate, " ×", &Target::AtLeast(4.0));
        let cost = ratio(peer, service, |round| round.processor_micros);
        report("validate: processor time of fastify against ours", cost, " ×", &Target::None);
    }
}

/// Reports the waiting times of guests who arrive at random.
fn report_waiting_times(candidates: &[Candidate], rate: f64) {
    let [echo, service, ..] = candidates else { return };
    for (candidate, who) in [(service, "the service"), (echo, "a bare echo")] {
        for (share, of) in
            [("half", (|round| round.median_millis) as fn(&Round) -> f64), ("99 %", |round| round.p99_millis)]
        {
            let what = format!("open: {share} of {rate:.0} arrivals a second are answered within, {who}");
            report(&what, candidate.median_of(of), " ms", &Target::None);
        }
    }
}
