//! Every problem of a field is said in every language, by whom it is found and beyond the wire.

use std::collections::BTreeSet;

use gatepass_core::api::{FieldProblemBody, ProblemArguments, ProblemBody, refusal_phrase};
use gatepass_core::pass::{Expected, Problem};
use gatepass_core::share::Language;
use serde_json::{Value, json};

use crate::drafts::CODES;
use crate::given::date;

/// One of each problem, and of those with an argument what they name.
fn every() -> Vec<(Problem, Value)> {
    let date = date("2026-11-24");
    let plain = [
        Problem::Missing,
        Problem::Malformed { expected: None },
        Problem::Unreadable,
        Problem::OutOfRange,
        Problem::UnknownField,
        Problem::UnknownMake,
        Problem::UnknownLanguage,
        Problem::PlainHttp,
        Problem::EndsBeforeStart,
        Problem::AlreadyOver,
        Problem::NoWeekday,
        Problem::EmptyWindow,
        Problem::NeverOpens,
        Problem::UnknownZone,
        Problem::NoSuchDate,
        Problem::NoDoor,
        Problem::DoorNotHeld,
        Problem::DoorNotShareable,
        Problem::OneTimeHasOneUse,
        Problem::TypeNotAllowed,
        Problem::TypeFixed,
        Problem::NoIdentifier,
        Problem::IdentifierNotAllowed,
        Problem::NotAPlate,
        Problem::PassesOff,
        Problem::EditingOff,
        Problem::NotValidAnyMore,
    ];
    let with_arguments = [
        (Problem::StartsInPast { earliest: date }, json!({ "date": "2026-11-24" })),
        (Problem::MoreThanAYear { latest: date }, json!({ "date": "2026-11-24" })),
        (Problem::TooLong { days: 30 }, json!({ "days": 30 })),
        (Problem::TooFarAhead { days: 1 }, json!({ "days": 1 })),
        (Problem::UsesOutOfRange { max: 9999 }, json!({ "max": 9999 })),
        (Problem::FewerThanUsed { used: 3 }, json!({ "used": 3 })),
        (Problem::TooLongText { max: 80 }, json!({ "max": 80 })),
        (Problem::TooManyPasses { max: 1 }, json!({ "max": 1 })),
    ];
    let expected = [
        (Expected::Moment, "moment"),
        (Expected::Time, "time"),
        (Expected::Date, "date"),
        (Expected::PassType, "pass_type"),
        (Expected::Weekdays, "weekdays"),
        (Expected::Identifier, "identifier"),
        (Expected::Invitation, "invitation"),
        (Expected::ServerAddress, "server_address"),
    ];
    let malformed = expected
        .into_iter()
        .map(|(expected, name)| (Problem::Malformed { expected: Some(expected) }, json!({ "expected": name })));
    plain.map(|problem| (problem, Value::Null)).into_iter().chain(with_arguments).chain(malformed).collect()
}

#[test]
fn every_code_is_said_in_every_language_beyond_the_wire() {
    let codes: BTreeSet<_> = every().iter().map(|(problem, _)| problem.code()).collect();
    assert_eq!(codes, CODES.iter().copied().collect(), "a problem is not tried here");
    for (problem, arguments) in every() {
        let sent = serde_json::to_value(FieldProblemBody::of("a.field", &problem)).unwrap();
        assert_eq!((&sent["field"], &sent["code"]), (&json!("a.field"), &json!(problem.code())));
        assert_eq!(sent["arguments"], arguments, "{problem}");
        let read: FieldProblemBody = serde_json::from_value(sent).unwrap();
        let say = |language| read.phrase().say(language);
        let english = say(Language::English);
        assert_eq!((&read.detail, &problem.to_string()), (&english, &english));
        for language in [Language::Spanish, Language::Arabic, Language::Pseudo] {
            let said = say(language);
            assert_eq!(said, problem.phrase().say(language));
            assert!(!said.is_empty() && said != english, "{problem} is not said in {language:?}");
        }
        let pseudo = say(Language::Pseudo);
        assert!(pseudo.starts_with('[') && pseudo.ends_with(']'), "{pseudo} is not in the catalogue");
    }
}

#[test]
fn what_a_problem_names_is_said_as_the_language_says_it() {
    let said = |problem: &Problem, language| FieldProblemBody::of("", problem).phrase().say(language);
    let past = Problem::StartsInPast { earliest: date("2026-11-24") };
    assert_eq!(said(&past, Language::English), "This is in the past. Choose Tuesday, November 24, 2026 or later.");
    assert_eq!(
        said(&past, Language::Spanish),
        "Está en el pasado. Elige el martes, 24 de noviembre de 2026 o después."
    );
    let long = Problem::TooLong { days: 1 };
    assert_eq!(said(&long, Language::Spanish), "Este edificio permite pases de hasta 1 día. Elige un final anterior.");
    assert!(said(&Problem::TooManyPasses { max: 12 }, Language::Arabic).contains("12"));
}

#[test]
fn older_and_newer_services_are_understood() {
    let read = |body: Value| -> FieldProblemBody { serde_json::from_value(body).unwrap() };
    let say = |body: Value| read(body).phrase().say(Language::Spanish);
    // Older ones send no arguments.
    assert_eq!(
        say(json!({ "field": "doors", "code": "no_door", "detail": "choose one" })),
        "Elige al menos una puerta."
    );
    let bare = json!({ "field": "schedule.ends_at", "code": "too_long", "detail": "makes the pass too long" });
    assert_eq!(say(bare), "makes the pass too long");
    // Newer ones send what this one does not know, and one that makes no sense of it is still an answer.
    let newer =
        |code: &str, arguments: Value| json!({ "field": "x", "code": code, "detail": "no", "arguments": arguments });
    assert_eq!(say(newer("wrong_moon", json!({ "phase": "new" }))), "no");
    assert_eq!(say(newer("too_long", json!({ "days": "many" }))), "no");
    assert_eq!(say(newer("malformed", json!({ "expected": "rune" }))), "Esto no se puede leer. Introdúcelo de nuevo.");
    let whole = json!({ "title": "No", "status": 422, "code": "invalid", "errors": [newer("too_long", json!([1]))] });
    let whole: ProblemBody = serde_json::from_value(whole).unwrap();
    assert_eq!(whole.errors[0].arguments, ProblemArguments::default());
}

#[test]
fn what_a_field_lacks_is_said_for_the_field() {
    let missing = |field: &str| FieldProblemBody::of(field, &Problem::Missing).phrase().id();
    assert_eq!(
        [missing("name"), missing("server"), missing("profile")],
        ["problem-missing", "problem-server-missing", "problem-choose-profile"]
    );
    for code in ["not_on_server", "on_other_server", "invitation_not_good", "unauthorized"] {
        assert_ne!(refusal_phrase(code, "in English").id(), "verbatim", "{code}");
    }
    assert_eq!(refusal_phrase("struck_by_lightning", "in English").say(Language::Arabic), "in English");
}
