//! What the shell says, in other languages than English.

use crate::world::{Said, Shell, World};

/// A pass that was used and refused, and everything the shell says about it.
async fn everything_said(world: &mut World, maria: &Shell, language: &str) -> Vec<Said> {
    let made = maria.json(&["new", "--type", "full-day", "--name", "Ana", "--door", "Street door,Lobby"]).await;
    let credentials = made["pass"]["credentials"].as_array().unwrap();
    let qr = credentials.iter().find(|one| one["type"] == "qr").unwrap()["text"].as_str().unwrap();
    assert_eq!(world.present("qr", qr, 1).await["decision"], "granted");
    assert_eq!(world.present("qr", qr, 3).await["reason"], "wrong_door");
    let run = async |arguments: &[&str]| maria.run(&[arguments, &["--language", language]].concat()).await;
    let mut said = Vec::new();
    for arguments in [&["list", "--all"][..], &["show", "Ana", "--no-qr"], &["log"], &["sync"], &["profiles"]] {
        let one = run(arguments).await;
        assert_eq!(one.status, 0, "{arguments:?}\n{}{}", one.out, one.err);
        said.push(one);
    }
    world.stop().await;
    said.push(run(&["edit", "Ana", "--uses", "7", "--uses-per-day", "3"]).await);
    said.push(run(&["list"]).await);
    said.push(run(&["show", "Ana", "--no-qr"]).await);
    said.push(run(&["sync"]).await);
    said.push(run(&["show", "nobody"]).await);
    said.push(run(&["new", "--type", "one-time", "--door", "cellar"]).await);
    said.push(run(&["new", "--type", "recurring"]).await);
    said
}

/// The text without what stands in brackets, which is the catalogue's.
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

/// What is no prose: names, addresses, flags, and what Unicode's own data writes.
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
    let mut world = World::new().await;
    let maria = world.resident().await;
    for said in everything_said(&mut world, &maria, "en-XA").await {
        for text in [&said.out, &said.err] {
            let outside = outside_brackets(text);
            let street_and_name = outside.replace("12 Maple Street", "").replace(&host(), "");
            let prose: Vec<_> = street_and_name.split_whitespace().filter(|word| !is_no_prose(word)).collect();
            assert!(prose.is_empty(), "{prose:?} in\n{text}");
        }
        assert!(said.out.contains('[') || said.err.contains('['), "{}{}", said.out, said.err);
    }
}

/// What this machine is called among the resident's devices.
fn host() -> String {
    std::fs::read_to_string("/etc/hostname").map_or("Terminal".to_owned(), |name| name.trim().to_owned())
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_speaks_spanish() {
    let mut world = World::new().await;
    let maria = world.resident().await;
    let said = everything_said(&mut world, &maria, "es").await;
    let all: String = said.iter().flat_map(|said| [said.out.as_str(), &said.err]).collect();
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
        "--days: Elige al menos un día de la semana.",
    ] {
        assert!(all.contains(words), "{words} is missing in\n{all}");
    }
    assert!(!all.contains(" AM") && !all.contains(" PM"), "a clock of 24 hours:\n{all}");
    assert_eq!(said.last().unwrap().status, 3);
}
