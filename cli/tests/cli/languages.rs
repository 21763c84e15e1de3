//! The output of the command line in other languages than English.

use crate::building::{CommandOutput, TestBuilding, TestMachine};

/// The output of every command about a pass that was used and refused.
async fn all_outputs(building: &mut TestBuilding, maria: &TestMachine, language: &str) -> Vec<CommandOutput> {
    let made = maria.json(&["new", "--type", "full-day", "--name", "Ana", "--door", "Street door,Lobby"]).await;
    let credentials = made["pass"]["credentials"].as_array().unwrap();
    let qr = credentials.iter().find(|one| one["type"] == "qr").unwrap()["text"].as_str().unwrap();
    assert_eq!(building.present("qr", qr, 1).await["decision"], "granted");
    assert_eq!(building.present("qr", qr, 3).await["reason"], "wrong_door");
    let run = async |arguments: &[&str]| maria.run(&[arguments, &["--language", language]].concat()).await;
    let mut outputs = Vec::new();
    for arguments in [&["list", "--all"][..], &["show", "Ana", "--no-qr"], &["log"], &["sync"], &["profiles"]] {
        let one = run(arguments).await;
        assert_eq!(one.status, 0, "{arguments:?}\n{}{}", one.out, one.err);
        outputs.push(one);
    }
    building.stop().await;
    outputs.push(run(&["edit", "Ana", "--uses", "7", "--uses-per-day", "3"]).await);
    outputs.push(run(&["list"]).await);
    outputs.push(run(&["show", "Ana", "--no-qr"]).await);
    outputs.push(run(&["sync"]).await);
    outputs.push(run(&["show", "nobody"]).await);
    outputs.push(run(&["new", "--type", "one-time", "--door", "cellar"]).await);
    outputs.push(run(&["new", "--type", "one-time", "--date", "2020-01-01"]).await);
    outputs.push(run(&["new", "--type", "full-day", "--uses", "0"]).await);
    outputs.push(run(&["new", "--type", "custom", "--starts", "tomorrow"]).await);
    outputs.push(run(&["new", "--type", "recurring"]).await);
    outputs
}

/// The text outside brackets. What is in brackets comes from the catalogue.
fn outside_brackets(text: &str) -> String {
    let mut depth = 0_usize;
    let mut outside = String::new();
    for letter in text.chars() {
        match letter {
            '[' => depth += 1,
            ']' => depth = depth.checked_sub(1).expect("brackets come in pairs"),
            _ if depth == 0 => outside.push(letter),
            _ => {}
        }
    }
    assert_eq!(depth, 0, "a text was cut off: {text}");
    outside
}

/// Whether a word is no prose: names, addresses, flags, and what Unicode's own data writes.
fn is_no_prose(word: &str) -> bool {
    let is_name =
        ["Ana", "Street", "Lobby", "Garage", "door", "Maple", "Court", "Maria", "gatepass", "and", "AM", "PM"];
    let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
    is_name.contains(&bare)
        || ["://", "/12B", "America/"].iter().any(|part| word.contains(part))
        || word.starts_with("--")
        || bare.chars().any(|letter| letter.is_ascii_digit())
        || !bare.chars().any(char::is_alphabetic)
        // The end of an id may have no digit.
        || (bare.len() == 6 && bare.chars().all(|letter| letter.is_ascii_hexdigit()))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_text_comes_from_the_catalogue() {
    let mut building = TestBuilding::new().await;
    let maria = building.resident().await;
    for output in all_outputs(&mut building, &maria, "en-XA").await {
        for text in [&output.out, &output.err] {
            let outside = outside_brackets(text);
            let street_and_name = outside.replace("12 Maple Street", "").replace(&host(), "");
            let prose: Vec<_> = street_and_name.split_whitespace().filter(|word| !is_no_prose(word)).collect();
            assert!(prose.is_empty(), "{prose:?} in\n{text}");
        }
        assert!(output.out.contains('[') || output.err.contains('['), "{}{}", output.out, output.err);
    }
}

/// The name of this machine among the resident's devices.
fn host() -> String {
    std::fs::read_to_string("/etc/hostname").map_or("Terminal".to_owned(), |name| name.trim().to_owned())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_speaks_spanish() {
    let mut building = TestBuilding::new().await;
    let maria = building.resident().await;
    let outputs = all_outputs(&mut building, &maria, "es").await;
    let all: String = outputs.iter().flat_map(|output| [output.out.as_str(), &output.err]).collect();
    for words in [
        "Válidos",
        "abierto hasta medianoche",
        "llegó",
        "no es una de sus puertas",
        "todo al día",
        "Street door y Lobby",
        "Horas según el reloj de America/New_York.",
        "1 cambio espera para enviarse",
        "ahora no se puede llegar al servidor",
        "ningún pase se llama «nobody»",
        "--date: Ya ha pasado. Elige un momento posterior.",
        "--uses: Elige un número de 1 a 9999, o sin límite.",
        "--starts: Esto no se puede leer. Introduce una fecha y hora como 2026-11-24T14:20.",
        "--days: Elige al menos un día de la semana.",
    ] {
        assert!(all.contains(words), "{words} is missing in\n{all}");
    }
    assert!(!all.contains(" AM") && !all.contains(" PM"), "a clock of 24 hours:\n{all}");
    assert_eq!(outputs.last().unwrap().status, 3);
}
