//! What an operator writes into the configuration.

use gatepass_panel::Settings;
use proptest::prelude::*;

fn read(text: &str, env: &[(&str, &str)]) -> Result<Settings, String> {
    let env = env.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    Settings::read(text, "config.toml", env).map_err(|error| error.to_string())
}

#[test]
fn an_empty_file_is_the_defaults_and_what_init_writes_is_too() {
    assert_eq!(read("", &[]).unwrap(), Settings::default());
    assert_eq!(read(include_str!("../../src/config.toml"), &[]).unwrap(), Settings::default());
}

#[test]
fn what_init_writes_shows_every_key_with_its_default() {
    let commented = include_str!("../../src/config.toml");
    let uncommented: Vec<&str> = commented
        .lines()
        .map(|line| line.strip_prefix('#').filter(|rest| rest.starts_with(char::is_alphabetic)).unwrap_or(line))
        .collect();
    let uncommented = uncommented.join("\n");
    assert_eq!(read(&uncommented, &[]).unwrap(), Settings::default());
    let shown: toml::Table = toml::from_str(&uncommented).unwrap();
    let all: toml::Table = toml::from_str(&Settings::default().to_toml()).unwrap();
    assert_eq!(shown, all);
}

#[test]
fn the_effective_configuration_reads_as_itself() {
    let settings =
        read("listen = \"0.0.0.0:9\"\ntrusted_proxies = [\"10.0.0.1\", \"fd00::/8\"]\n[limits]\ndecide_ms = 7", &[]);
    let settings = settings.unwrap();
    assert_eq!(read(&settings.to_toml(), &[]).unwrap(), settings);
}

#[test]
fn the_environment_goes_over_the_file() {
    let env = [
        ("GATEPASS_PANEL_LISTEN", "0.0.0.0:9000"),
        ("GATEPASS_PANEL_LIMITS_PANEL_PER_SECOND", "50"),
        ("GATEPASS_PANEL_TRUSTED_PROXIES", "10.0.0.0/8, 127.0.0.1"),
        ("GATEPASS_PANEL_LOG_LEVEL", "debug"),
        ("GATEPASS_PANEL_FOLDER", "elsewhere"),
        ("PATH", "/bin"),
    ];
    let settings = read("listen = \"127.0.0.1:1\"", &env).unwrap();
    assert_eq!(settings.listen.port(), 9000);
    assert_eq!(settings.limits.panel_per_second, 50);
    assert_eq!(settings.trusted_proxies.len(), 2);
}

#[test]
fn errors_name_the_key() {
    let wrong = [
        ("listn = 1", "listn"),
        ("[limits]\npanel_per_secnd = 1", "panel_per_secnd"),
        ("listen = \"here\"", "listen"),
        ("language = \"fr\"", "language"),
        ("public_url = \"gate.example.org\"", "public_url"),
        ("public_url = \"https://\"", "public_url"),
        ("trusted_proxies = [\"everybody\"]", "trusted_proxies"),
        ("[limits]\ndecide_ms = 0", "limits.decide_ms"),
        ("[limits]\nbody_bytes = -1", "body_bytes"),
    ];
    for (text, key) in wrong {
        let error = read(text, &[]).unwrap_err();
        assert!(error.contains(key) && error.contains("config.toml"), "{text}: {error}");
    }
    let env = [
        ("GATEPASS_PANEL_LISTN", "1"),
        ("GATEPASS_PANEL_LIMITS_BODY_BYTES", "many"),
        ("GATEPASS_PANEL_LOG", "debug"),
        ("GATEPASS_PANEL_LANGUAGE", "fr"),
    ];
    for (name, value) in env {
        let error = read("", &[(name, value)]).unwrap_err();
        let key = name.trim_start_matches("GATEPASS_PANEL_").to_lowercase();
        assert!(error.contains(name) || error.contains(&key), "{name}: {error}");
    }
}

proptest! {
    #[test]
    fn no_text_brings_it_down(text in ".{0,200}") {
        let _ = read(&text, &[]);
    }

    #[test]
    fn no_value_of_a_real_key_brings_it_down(
        key in prop::sample::select(vec!["listen", "public_url", "language", "trusted_proxies", "log", "limits"]),
        value in "[-0-9a-z\"\\[\\]{}=,.: ]{0,30}",
        variable in "[A-Z_]{0,30}",
    ) {
        let name = format!("GATEPASS_PANEL_{variable}");
        let _ = read(&format!("{key} = {value}"), &[(&name, &value)]);
        let _ = read("", &[(&name, &value)]);
    }
}
