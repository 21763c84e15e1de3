//! A building for the apps' flow suites: the real service with the site of `fixtures/app/flows.json`. It reads commands as
//! lines of JSON and prints an answer for each. `fixtures/app/README.md` lists the commands.

mod building;
mod state;

use std::io::{BufRead, Write};
use std::path::PathBuf;

use building::Building;
use serde_json::{Value, json};

/// Any error, with its text.
type BoxError = Box<dyn std::error::Error + Send + Sync>;

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() -> Result<(), BoxError> {
    let file = std::env::args_os().nth(1).map(PathBuf::from).ok_or("which story? fixtures/app/flows.json")?;
    let flows: Value = serde_json::from_slice(&std::fs::read(&file)?)?;
    let mut building = Building::new(&flows["building"]).await?;
    let mut first = building.invite(None).await?;
    first["base"] = json!(building.base());
    print_line(&first)?;

    let (send, mut lines) = tokio::sync::mpsc::unbounded_channel();
    // On its own thread: a read of standard input cannot be cancelled.
    std::thread::spawn(move || {
        std::io::stdin().lock().lines().map_while(Result::ok).try_for_each(|line| send.send(line))
    });
    while let Some(line) = lines.recv().await {
        let answer = match serde_json::from_str(&line) {
            Ok(command) => run_command(&mut building, &command, &flows["final"]).await,
            Err(error) => Err(error.into()),
        };
        print_line(&answer.unwrap_or_else(|error| json!({"error": error.to_string()})))?;
    }
    building.stop().await;
    Ok(())
}

/// Carries out one command.
async fn run_command(building: &mut Building, command: &Value, expected: &Value) -> Result<Value, BoxError> {
    let word = |name: &str| command[name].as_str().ok_or_else(|| format!("{name} is missing"));
    match word("do")? {
        "invite" => building.invite(command["name"].as_str()).await,
        "down" => {
            building.stop().await;
            Ok(json!({}))
        }
        "up" => building.start().await.map(|()| json!({})),
        "present" => {
            let (kind, value, door) = (word("kind")?, word("value")?, word("door")?);
            building.present(kind, value, door, command["photo"].as_str()).await
        }
        "policy" => building.change_policy(&command["policy"]).await.map(|()| json!({})),
        "revoke" => building.revoke(word("pass")?).await.map(|()| json!({})),
        "end_devices" => building.end_devices().await.map(|()| json!({})),
        "state" => building.state().await,
        "compare" => {
            let differences = state::differences(expected, &building.state().await?);
            Ok(if differences.is_empty() {
                json!({"equal": true})
            } else {
                json!({"equal": false, "differences": differences})
            })
        }
        other => Err(format!("{other:?} cannot be done").into()),
    }
}

/// Prints a line and flushes the output.
fn print_line(answer: &Value) -> Result<(), BoxError> {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{answer}")?;
    Ok(out.flush()?)
}
