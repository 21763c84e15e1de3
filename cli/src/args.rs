//! The command line: options and commands.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

use crate::commands;

const AFTER_HELP: &str = "\
First steps:
  gatepass demo                                     see the whole thing on this machine
  gatepass activate --server https://passes.example WXYZ-2345
  gatepass new                                      make a pass, step by step
  gatepass list

Exit status:
  0  done
  1  something broke
  2  the command line cannot be understood
  3  refused: the pass, or the change, is not allowed as asked
  4  there is no such pass or profile
  5  the server cannot be reached, and the command needs it
  6  cancelled";

/// Give visitors passes, and see who came.
///
/// Everything but `activate` works without the server too: what could not be sent waits, and is sent by the next
/// command that reaches it.
#[derive(Debug, Parser)]
#[command(name = "gatepass", version, after_help = AFTER_HELP, arg_required_else_help = true)]
pub(crate) struct Cli {
    #[command(flatten)]
    pub(crate) global: GlobalOptions,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// The options every command has.
#[derive(Clone, Debug, Args)]
#[command(next_help_heading = "Everywhere")]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
pub(crate) struct GlobalOptions {
    /// Where passes and settings are kept on this machine.
    #[arg(long, global = true, value_name = "DIR", env = "GATEPASS_FOLDER")]
    pub(crate) folder: Option<PathBuf>,

    /// The server of your building. `activate` needs it; elsewhere it picks among your profiles.
    #[arg(long, global = true, value_name = "URL", env = "GATEPASS_SERVER")]
    pub(crate) server: Option<String>,

    /// Which of your profiles: its id, the site's name, or `site/unit`. Needed only if you have several.
    #[arg(long, global = true, value_name = "PROFILE", env = "GATEPASS_PROFILE")]
    pub(crate) profile: Option<String>,

    /// The language of all that is said, but of this help, and of what guests are sent: `en`, `es` or `ar`.
    /// Default: the machine's.
    #[arg(long, global = true, value_name = "LANG", env = "GATEPASS_LANGUAGE")]
    pub(crate) language: Option<String>,

    /// Keep secrets in a file only you can read, instead of the desktop's secret service. Needed once, at the first
    /// `activate`; the choice is remembered.
    #[arg(long, global = true, env = "GATEPASS_SECRETS_FILE", value_parser = clap::builder::FalseyValueParser::new())]
    pub(crate) secrets_file: bool,

    /// Do not ask the server; show and change what is on this machine.
    #[arg(long, global = true, env = "GATEPASS_OFFLINE", value_parser = clap::builder::FalseyValueParser::new())]
    pub(crate) offline: bool,

    /// Reach servers on other machines over plain http:// too. Whoever listens on the network then sees your token
    /// and your guests' codes: only for a network you trust.
    #[arg(long, global = true, env = "GATEPASS_ALLOW_PLAIN_HTTP", value_parser = clap::builder::FalseyValueParser::new())]
    pub(crate) allow_plain_http: bool,

    /// Print JSON instead of text; errors too, on standard error.
    #[arg(long, global = true)]
    pub(crate) json: bool,

    /// Whether to use colours. `auto`: on a terminal, unless `NO_COLOR` is set.
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto")]
    pub(crate) color: ColourChoice,
}

/// When to use colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ColourChoice {
    /// On a terminal, unless `NO_COLOR` is set.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

/// The commands, in the order a newcomer meets them.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    Activate(commands::activate::Args),
    New(commands::new::Args),
    #[command(visible_alias = "ls")]
    List(commands::list::Args),
    Show(commands::show::Args),
    Share(commands::share::Args),
    Edit(commands::edit::Args),
    Revoke(commands::revoke::Args),
    Log(commands::log::Args),
    Profiles(commands::profiles::Args),
    Sync(commands::sync::Args),
    SignOut(commands::sign_out::Args),
    #[cfg(feature = "demo")]
    Demo(crate::demo::Args),
}
