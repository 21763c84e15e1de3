//! `gatepass share`: prints or saves what to send to the guest.

use std::fs;
use std::path::{Path, PathBuf};

use clap::ValueEnum;
use gatepass_core::app::SharePayload;
use gatepass_words::terminal::Message;
use serde_json::json;

use super::show::draw_qr;
use crate::context::Context;
use crate::failure::Failure;
use crate::words;

const EXAMPLES: &str = "\
Examples:
  gatepass share \"Dog walker\"                      the message, to paste into any chat
  gatepass share \"Dog walker\" --language es
  gatepass share \"Dog walker\" --as code            only the digits, for a script
  gatepass share \"Dog walker\" --out ./dog-walker   message, picture and card as files

JSON: {\"text\", \"url\", \"code\", \"qr_text\", \"files\": [path]}";

/// Print or save what to send to the guest: message, QR picture, access code, link.
#[derive(Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub(crate) struct Args {
    /// The pass: its name, its id, or the end of its id as `list` shows it.
    #[arg(value_name = "PASS")]
    pass: String,

    /// What to share.
    #[arg(long = "as", value_name = "WHAT", default_value = "message")]
    content: Content,

    /// Write the message, the QR code as PNG, and the card with its title as PNG and SVG into this folder.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
}

/// The part of a pass to share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Content {
    /// A message with everything the guest needs.
    Message,
    /// The QR code, drawn in the terminal.
    Qr,
    /// The access code alone.
    Code,
    /// The link alone.
    Link,
}

pub(crate) async fn run(context: &Context, args: Args) -> Result<(), Failure> {
    context.profiles().await?;
    // A pass made offline has nothing to share before the server has it.
    let state = context.sync().await?;
    let pass = context.pass(&args.pass).await?;
    let payload = context.app.share(pass, context.global.language_tag().to_owned()).await?;
    let files = match &args.out {
        Some(folder) => save(folder, &payload)?,
        None => Vec::new(),
    };
    if context.out.json {
        context.out.print_json(&json!({
            "text": payload.text, "url": payload.url, "code": payload.code, "qr_text": payload.qr_text, "files": files,
        }));
        return Ok(());
    }
    let missing = |message: Message| Failure::refused("not_in_pass", message);
    match args.content {
        Content::Message => context.out.line(&payload.text),
        Content::Qr => draw_qr(context.out, payload.qr_text.as_deref().ok_or_else(|| missing(Message::FailureNoQr))?)?,
        Content::Code => context.out.line(payload.code.as_deref().ok_or_else(|| missing(Message::FailureNoCode))?),
        Content::Link => context.out.line(payload.url.as_deref().ok_or_else(|| missing(Message::FailureNoLink))?),
    }
    for file in files {
        context.out.note(context.out.say(Message::FileWritten { file: file.display().to_string() }));
    }
    for line in words::sync_notes(&state, context.global.offline) {
        context.out.warn(line);
    }
    Ok(())
}

/// Writes the files to send into a folder. They open doors, so only their owner may read them.
pub(crate) fn save(folder: &Path, payload: &SharePayload) -> Result<Vec<PathBuf>, Failure> {
    fs::create_dir_all(folder).map_err(|error| cannot_write(folder, &error))?;
    let mut files = vec![write(&folder.join("message.txt"), format!("{}\n", payload.text).as_bytes())?];
    if let Some(png) = &payload.qr_png {
        files.push(write(&folder.join("qr.png"), png)?);
    }
    if let Some(png) = &payload.card_png {
        files.push(write(&folder.join("card.png"), png)?);
    }
    if let Some(svg) = &payload.card_svg {
        files.push(write(&folder.join("card.svg"), svg.as_bytes())?);
    }
    Ok(files)
}

fn write(path: &Path, bytes: &[u8]) -> Result<PathBuf, Failure> {
    use std::io::Write as _;
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt as _;
        options.mode(0o600);
    }
    let written = options.open(path).and_then(|mut file| file.write_all(bytes));
    written.map(|()| path.to_owned()).map_err(|error| cannot_write(path, &error))
}

fn cannot_write(path: &Path, error: &std::io::Error) -> Failure {
    Failure::broken(Message::FailureFile { file: path.display().to_string(), reason: error.to_string() })
}

/// Prints the message of a new pass, if the server has given it its identifiers.
pub(crate) async fn hint(context: &Context, pass: gatepass_core::app::PassRef) -> Result<(), Failure> {
    let Ok(payload) = context.app.share(pass, context.global.language_tag().to_owned()).await else {
        context.out.line(format!("\n  {}", context.out.say(Message::ShareLater)));
        return Ok(());
    };
    context.out.line(format!("\n  {}", context.out.style.dim(&context.out.say(Message::ShareHeading))));
    for line in payload.text.lines() {
        context.out.line(format!("  {line}"));
    }
    Ok(())
}
