//! The operator's command line: `gatepass-panel`.
//!
//! Everything but `init`, `serve` and `config` is a thin client of the managers' API: over HTTP where a service runs
//! on the folder, else on the same router inside this process. So the command line can do what the API can, by the
//! same rules, and nothing else.

mod access;
mod ask;
mod building;
mod operate;
mod panels;
mod people;
mod policy;
mod print;
mod setup;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

pub(crate) use ask::{ApiClient, Failure};
pub(crate) use print::Printer;

const EXAMPLES: &str = "\
A building in seven commands:
  gatepass-panel init
  gatepass-panel site add \"Elm House\" --time-zone America/New_York --address \"1 Elm St\"
  gatepass-panel door add \"Street door\" --kind street
  gatepass-panel panel add \"Street panel\" --door \"Street door\" --adapter basip
  gatepass-panel unit add 12B
  gatepass-panel policy set --passes on
  gatepass-panel invite Ana --unit 12B
Then run it:
  gatepass-panel serve
";

/// The service that entrance panels ask whether a visitor's pass opens the door.
#[derive(Parser)]
#[command(name = "gatepass-panel", version, after_help = EXAMPLES, max_term_width = 100)]
struct Arguments {
    /// Where the service keeps all it has: configuration, keys, database, photos
    #[arg(long, global = true, env = "GATEPASS_PANEL_FOLDER", default_value = "gatepass", value_name = "FOLDER")]
    folder: PathBuf,
    /// Print JSON, for scripts
    #[arg(long, global = true)]
    json: bool,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Make the folder: configuration with comments, keys, empty database
    Init,
    /// Run the service until it is told to stop (Ctrl-C, SIGTERM)
    Serve,
    /// Print the configuration in effect: the file, and the environment over it
    Config,
    /// The properties this service looks after
    #[command(subcommand)]
    Site(building::SiteCommand),
    /// The doors of a site
    #[command(subcommand)]
    Door(building::DoorCommand),
    /// The flats and offices of a site
    #[command(subcommand)]
    Unit(building::UnitCommand),
    /// The panels at the doors
    #[command(subcommand)]
    Panel(panels::PanelCommand),
    /// What residents of a site may do
    #[command(subcommand)]
    Policy(policy::PolicyCommand),
    /// Invite a resident: prints a code, a link and its QR code
    Invite(people::InviteArguments),
    /// Invitations that were not used yet
    #[command(subcommand)]
    Invitation(people::InvitationCommand),
    /// The people who live or work here, and their devices
    #[command(subcommand)]
    Resident(people::ResidentCommand),
    /// Who may run a site through the managers' API
    #[command(subcommand)]
    Manager(people::ManagerCommand),
    /// The passes residents gave
    #[command(subcommand)]
    Pass(access::PassCommand),
    /// The log of a site's doors, the newest first
    Entries(access::EntriesArguments),
    /// Who administered what at a site, the newest first
    Audit(operate::AuditArguments),
    /// The keys with which identifiers and photos are sealed
    #[command(subcommand)]
    Keys(operate::KeysCommand),
    /// Work that is still to be done: purges, photos to be removed
    #[command(subcommand)]
    Jobs(operate::JobsCommand),
}

/// Runs the command line.
#[must_use]
pub fn run() -> ExitCode {
    let Arguments { folder, json, command } = Arguments::parse();
    let runtime = match tokio::runtime::Runtime::new() {
        Ok(runtime) => runtime,
        Err(error) => {
            eprintln!("gatepass-panel: cannot start: {error}");
            return ExitCode::FAILURE;
        }
    };
    let printer = Printer { json };
    let done = runtime.block_on(async {
        match command {
            Command::Init => setup::init(&folder, printer),
            Command::Config => setup::config(&folder, printer),
            Command::Serve => setup::serve(&folder).await,
            other => {
                let api = ApiClient::of(&folder).await?;
                let done = with(other, &api, printer).await;
                api.close().await;
                done
            }
        }
    });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            failure.print(printer);
            ExitCode::FAILURE
        }
    }
}

async fn with(command: Command, api: &ApiClient, printer: Printer) -> Result<(), Failure> {
    match command {
        Command::Init | Command::Serve | Command::Config => unreachable!("they need no service"),
        Command::Site(command) => building::site(command, api, printer).await,
        Command::Door(command) => building::door(command, api, printer).await,
        Command::Unit(command) => building::unit(command, api, printer).await,
        Command::Panel(command) => panels::panel(command, api, printer).await,
        Command::Policy(command) => policy::policy(command, api, printer).await,
        Command::Invite(invite) => people::invite(invite, api, printer).await,
        Command::Invitation(command) => people::invitation(command, api, printer).await,
        Command::Resident(command) => people::resident(command, api, printer).await,
        Command::Manager(command) => people::manager(command, api, printer).await,
        Command::Pass(command) => access::pass(command, api, printer).await,
        Command::Entries(query) => access::entries(query, api, printer).await,
        Command::Audit(asked) => operate::audit(asked, api, printer).await,
        Command::Keys(command) => operate::keys(command, api, printer).await,
        Command::Jobs(command) => operate::jobs(command, api, printer).await,
    }
}
