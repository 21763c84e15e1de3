//! `gatepass demo`: the whole product on this machine.
//!
//! Only the hardware is simulated. A real service with its own database runs, a real resident's client talks to it over
//! HTTP and makes passes with the wizard, and a panel decodes the picture of the QR code.
//!
//! | file | what it does |
//! |---|---|
//! | `clock` | lets a day pass in a second, then follows real time |
//! | `report` | prints numbered steps with their outcome |
//! | `api_client` | calls the service as managers and panels do |
//! | `building` | sets up the site through the managers' API |
//! | `passes` | makes a pass of each type through the wizard |
//! | `panel` | decodes a picture and asks the service |
//! | `day` | what happens at the doors, and what is expected |
//! | `next_steps` | what to try afterwards |

mod api_client;
mod building;
mod clock;
mod day;
mod next_steps;
mod panel;
mod passes;
mod report;

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use gatepass_core::app::{App, AppConfig, SystemClock};
use gatepass_core::time::Clock;
use gatepass_core::vault::FileVault;
use gatepass_panel::{Service, Settings};
use gatepass_words::Language;

use self::building::Building;
use self::clock::DemoClock;
use self::passes::DemoPasses;
use self::report::Report;
use crate::args::GlobalOptions;
use crate::failure::Failure;
use crate::output::Output;

const EXAMPLES: &str = "\
Examples:
  gatepass demo                        the scenario, then a service to play with
  gatepass demo --exit                 only the scenario; status 0 if every step came out as it should
  gatepass demo --folder ./demo --port 8080";

/// See the whole thing on this machine: a building, a resident, five passes, and what happens at the doors.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// End after the scenario, with status 0 only if every step came out as it should.
    #[arg(long)]
    exit: bool,

    /// The port of the service; 0 takes a free one.
    #[arg(long, value_name = "PORT", default_value_t = 0)]
    port: u16,
}

/// The folders of the demo.
pub(super) struct Folders {
    root: PathBuf,
}

impl Folders {
    /// The service's folder.
    pub(super) fn service(&self) -> PathBuf {
        self.root.join("service")
    }

    /// The folder of the resident's client.
    pub(super) fn resident(&self) -> PathBuf {
        self.root.join("maria")
    }

    /// The folder for the person who uses the invitation at the end.
    pub(super) fn second_resident(&self) -> PathBuf {
        self.root.join("you")
    }

    /// The folder of a pass's message and pictures.
    pub(super) fn shared(&self, pass: &str) -> PathBuf {
        self.root.join("shared").join(pass.to_lowercase().replace(' ', "-"))
    }
}

pub(crate) async fn run(global: &GlobalOptions, args: &Args, out: Output) -> Result<(), Failure> {
    // The demo is for developers: text in English. A script uses --exit and reads the exit status.
    let out = Output { json: false, language: Language::English, ..out };
    let (folders, temporary) = fresh_folder(global.folder.as_deref(), args.exit)?;
    let mut report = Report::new(out);
    let clock = Arc::new(DemoClock::some_tuesday_before(SystemClock.now()));
    report.title(&folders.root);

    report.chapter("The building");
    let settings = Settings {
        listen: SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), args.port),
        ..Settings::in_folder(folders.service())
    };
    let started = async {
        gatepass_panel::init(&settings.folder)?;
        Service::start(settings, Arc::clone(&clock) as Arc<dyn Clock>).await
    };
    let running = started.await.map_err(|error| Failure::broken(format!("the service does not start: {error}")))?;
    let scenario = play(&folders, &mut report, &clock, &running.base_url(), &running.operator_token()).await;
    // The service is stopped even if the scenario failed.
    let result = match scenario {
        Ok(finished) => {
            report.verdict();
            clock.follow_real_time();
            if args.exit { Ok(()) } else { serve(&folders, finished, out).await }
        }
        Err(failure) => Err(failure),
    };
    running.stop().await;
    result?;
    report.outcome()?;
    if let Some(folder) = temporary {
        // A temporary folder that cannot be removed does no harm.
        let _ = folder.close();
    }
    Ok(())
}

/// The demo after its scenario.
struct FinishedDemo {
    building: Building,
    app: App,
    passes: DemoPasses,
}

async fn play(
    folders: &Folders,
    report: &mut Report,
    clock: &Arc<DemoClock>,
    url: &str,
    operator: &str,
) -> Result<FinishedDemo, Failure> {
    report
        .done(&format!("A service runs on {url}"), &["Rust, SQLite with every decision on disk before it is answered"]);
    let app = resident(folders, clock).await?;
    let building = Building::set_up(url, operator, report).await?;

    report.chapter("The resident");
    let maria = building.activate(&app, report).await?;

    report.chapter("Five passes, made with the wizard");
    let passes = passes::make(&app, &maria, report).await?;

    report.chapter("What a guest is sent");
    passes::share(&app, folders, &passes, report).await?;

    report.chapter("A day at the doors");
    day::play(&app, folders, &building, &passes, clock, report).await?;

    report.chapter("Who came, as the resident sees it");
    day::log(&app, report).await?;
    Ok(FinishedDemo { building, app, passes })
}

/// The client on Maria's phone.
async fn resident(folders: &Folders, clock: &Arc<DemoClock>) -> Result<App, Failure> {
    let folder = folders.resident();
    std::fs::create_dir_all(&folder).map_err(|error| cannot_use(&folder, &error))?;
    let vault = Arc::new(FileVault::at(folder.join(crate::context::SECRETS_FILE)));
    let mut config = AppConfig::new(folder, vault);
    config.clock = Arc::clone(clock) as Arc<dyn Clock>;
    config.runtime = Some(tokio::runtime::Handle::current());
    Ok(App::open(config).await?)
}

/// Runs the service until Ctrl-C.
async fn serve(folders: &Folders, finished: FinishedDemo, out: Output) -> Result<(), Failure> {
    next_steps::print(folders, &finished.building, &finished.passes, &finished.app, out).await?;
    drop(finished);
    tokio::signal::ctrl_c().await.map_err(|error| Failure::broken(format!("Ctrl-C cannot be awaited: {error}")))?;
    out.line("");
    out.line(format!("The service has stopped. The folder stays: {}", folders.root.display()));
    Ok(())
}

/// An empty folder. Without `--folder` and with `--exit` it is temporary and is removed at the end.
fn fresh_folder(wanted: Option<&Path>, exit: bool) -> Result<(Folders, Option<tempfile::TempDir>), Failure> {
    if let Some(root) = wanted {
        std::fs::create_dir_all(root).map_err(|error| cannot_use(root, &error))?;
        let mut inside = std::fs::read_dir(root).map_err(|error| cannot_use(root, &error))?;
        if inside.next().is_some() {
            return Err(Failure::usage(format!(
                "{} is not empty; the demo needs a fresh folder: name one with --folder, or unset GATEPASS_FOLDER",
                root.display()
            )));
        }
        let root = root.canonicalize().map_err(|error| cannot_use(root, &error))?;
        return Ok((Folders { root }, None));
    }
    let made = tempfile::Builder::new().prefix("gatepass-demo-").tempdir();
    let made = made.map_err(|error| cannot_use(&std::env::temp_dir(), &error))?;
    if exit {
        return Ok((Folders { root: made.path().to_owned() }, Some(made)));
    }
    Ok((Folders { root: made.keep() }, None))
}

fn cannot_use(folder: &Path, error: &std::io::Error) -> Failure {
    Failure::broken(format!("{} cannot be used: {error}", folder.display()))
}
