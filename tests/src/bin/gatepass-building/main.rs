//! A building for the apps' flow suites: the real service with the site of `fixtures/app/flows.json`, told by lines of
//! JSON what happens to it, and asked in the end what it holds. `fixtures/app/README.md` lists what it understands.

mod building;
mod state;

use std::io::{BufRead, Write};
use std::path::PathBuf;

use building::Building;
use serde_json::{Value, json};

/// What went wrong, in words.
type Wrong = Box<dyn std::error::Error + Send + Sync>;

#[tokio::main(flavor = "multi_thread", worker_threads = 2)]
async fn main() -> Result<(), Wrong> {
    let file = std::env::args_os().nth(1).map(PathBuf::from).ok_or("which story? fixtures/app/flows.json")?;
    let story: Value = serde_json::from_slice(&std::fs::read(&file)?)?;
    let mut building = Building::new(&story["building"]).await?;
    let mut first = building.invite(None).await?;
    first["base"] = json!(building.base());
    tell(&first)?;

    let (send, mut lines) = tokio::sync::mpsc::unbounded_channel();
    // Its own thread: reading standard input cannot be given up.
    std::thread::spawn(move || {
        std::io::stdin().lock().lines().map_while(Result::ok).try_for_each(|line| send.send(line))
    });
    while let Some(line) = lines.recv().await {
        let answer = match serde_json::from_str(&line) {
            Ok(asked) => obey(&mut building, &asked, &story["final"]).await,
            Err(error) => Err(error.into()),
        };
        tell(&answer.unwrap_or_else(|error| json!({"error": error.to_string()})))?;
    }
    building.down().await;
    Ok(())
}

async fn obey(building: &mut Building, asked: &Value, wanted: &Value) -> Result<Value, Wrong> {
    let word = |name: &str| asked[name].as_str().ok_or_else(|| format!("{name} is missing"));
    match word("do")? {
        "invite" => building.invite(asked["name"].as_str()).await,
        "down" => {
            building.down().await;
            Ok(json!({}))
        }
        "up" => building.up().await.map(|()| json!({})),
        "present" => {
            let (kind, value, door) = (word("kind")?, word("value")?, word("door")?);
            building.present(kind, value, door, asked["photo"].as_str()).await
        }
        "policy" => building.change_policy(&asked["policy"]).await.map(|()| json!({})),
        "revoke" => building.revoke(word("pass")?).await.map(|()| json!({})),
        "end_devices" => building.end_devices().await.map(|()| json!({})),
        "state" => building.state().await,
        "compare" => {
            let differences = state::differences(wanted, &building.state().await?);
            Ok(if differences.is_empty() {
                json!({"equal": true})
            } else {
                json!({"equal": false, "differences": differences})
            })
        }
        other => Err(format!("{other:?} cannot be done").into()),
    }
}

/// One line on the standard output, at once.
fn tell(answer: &Value) -> Result<(), Wrong> {
    let mut out = std::io::stdout().lock();
    writeln!(out, "{answer}")?;
    Ok(out.flush()?)
}
