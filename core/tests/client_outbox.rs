//! What waits to be sent: whatever the resident does, and whatever becomes of each sending, the server ends with what
//! the resident last wished, and the screen shows that all along.

#![cfg(feature = "client")]
#![expect(clippy::unwrap_used, reason = "tests")]

#[expect(dead_code, reason = "each test file uses its part")]
mod client_support;

use std::collections::HashMap;

use client_support::{body, noon, pass_ref, profile, store, uuid, wait_for};
use gatepass_core::api::{PassBody, PassEdit, PassRequest};
use gatepass_core::app::PassRef;
use gatepass_core::id::PassId;
use gatepass_core::outbox::{Command, QueuedCommand, Refusal, SetAside, join};
use gatepass_core::store::{DueChange, NoticeKind, Store, StoredPass};
use gatepass_core::sync::backoff;
use proptest::prelude::*;
use serde_json::json;
use std::time::Duration;

const PASS: u128 = 10;

fn create(name: &str) -> Command {
    let request = PassRequest {
        id: Some(PassId(uuid(PASS))),
        name: name.to_owned(),
        schedule: body(PASS, |_| {}).schedule,
        doors: Some(body(PASS, |_| {}).doors),
        identifiers: Some(vec![serde_json::from_value(json!({"type": "qr"})).unwrap()]),
        ..PassRequest::default()
    };
    Command::Create { request, at: noon() }
}

fn edit(name: &str, base: Option<u32>) -> Command {
    Command::Edit { edit: PassEdit { name: Some(name.to_owned()), ..PassEdit::default() }, base, at: noon() }
}

fn queued(seq: i64, command: Command, sent: bool) -> QueuedCommand {
    QueuedCommand { seq, key: seq.to_string(), command, sent, refusal: None }
}

fn no() -> Refusal {
    Refusal { code: "passes_off".to_owned(), reason: String::new(), fields: vec![] }
}

fn refused(seq: i64, command: Command) -> QueuedCommand {
    QueuedCommand { refusal: Some(no()), ..queued(seq, command, true) }
}

#[test]
fn edits_fold_into_what_has_not_left_the_device() {
    let joined = join(&[queued(1, create("a"), false)], false, edit("b", None));
    assert_eq!(joined.dropped, [1]);
    assert_eq!(joined.pushed, Some(create("b")));
    let joined = join(&[queued(1, edit("a", Some(4)), false)], true, edit("b", Some(9)));
    assert_eq!(joined.pushed, Some(edit("b", Some(4))), "still made from the version first looked at");
    let joined = join(&[queued(1, edit("a", Some(4)), true)], true, edit("b", Some(4)));
    assert_eq!((joined.dropped, joined.pushed), (vec![], Some(edit("b", None))));
}

#[test]
fn a_pass_made_and_revoked_before_anything_left_is_gone() {
    let revoke = || Command::revoke(noon());
    let joined = join(&[queued(1, create("a"), false)], false, revoke());
    assert!(joined.gone && joined.pushed.is_none());
    let joined = join(&[queued(1, create("a"), true)], false, revoke());
    assert!(!joined.gone && joined.pushed == Some(revoke()), "the server may have it");
    assert!(join(&[refused(1, create("a"))], false, revoke()).gone, "the server has said that it has not");
    let joined = join(&[queued(1, edit("a", Some(1)), true), queued(2, edit("b", None), false)], true, revoke());
    let set_aside = vec![SetAside { command: edit("b", None), refusal: None }];
    let ends = Command::Revoke { at: noon(), set_aside };
    assert_eq!((joined.dropped, joined.pushed), (vec![2], Some(ends)), "no need to change what is ended");
}

#[test]
fn an_edit_after_a_refusal_is_made_from_the_version_looked_at_then() {
    let joined = join(&[refused(1, edit("a", Some(1)))], true, edit("b", Some(2)));
    assert_eq!((joined.dropped, joined.pushed), (vec![1], Some(edit("b", Some(2)))));
}

#[test]
fn an_edit_takes_the_place_of_all_that_is_refused_or_stands_behind_it() {
    let joined = join(&[refused(1, edit("a", Some(1))), queued(2, edit("b", None), false)], true, edit("c", Some(1)));
    assert_eq!((joined.dropped, joined.pushed), (vec![1, 2], Some(edit("c", Some(1)))));
    let joined = join(&[refused(1, create("a")), queued(2, edit("b", None), false)], false, edit("c", None));
    assert_eq!((joined.dropped, joined.pushed), (vec![1, 2], Some(create("c"))));
}

#[test]
fn a_change_set_aside_by_a_deletion_waits_again_when_that_is_undone() {
    wait_for(async {
        let (_folder, store) = store().await;
        let undone = async || store.run(|db| db.undo_revoke(pass_ref(PASS))).await.unwrap();
        store.run(|db| db.take_over(profile(), &body(PASS, |_| {}))).await.unwrap();
        store.run(|db| db.command(pass_ref(PASS), edit("a", Some(1)))).await.unwrap();
        store.run(|db| db.command(pass_ref(PASS), Command::revoke(noon()))).await.unwrap();
        assert!(undone().await);
        let waiting = next(&store).await.unwrap();
        assert_eq!(waiting.queued.command, edit("a", Some(1)));
        assert_eq!(shown(&store).await.unwrap().shown.name, "a");

        // What is stuck is stuck again, and not sent unasked.
        store.run(move |db| db.refuse(pass_ref(PASS), waiting.queued.seq, &no())).await.unwrap();
        store.run(|db| db.command(pass_ref(PASS), Command::revoke(noon()))).await.unwrap();
        assert!(undone().await);
        let queue = shown(&store).await.unwrap().queue;
        assert_eq!(queue.iter().map(|one| one.refusal.clone()).collect::<Vec<_>>(), [Some(no())]);
        assert!(next(&store).await.is_none());
    });
}

#[test]
fn a_change_set_aside_waits_again_when_the_refused_deletion_is_discarded() {
    wait_for(async {
        let (_folder, store) = store().await;
        store.run(|db| db.take_over(profile(), &body(PASS, |_| {}))).await.unwrap();
        store.run(|db| db.command(pass_ref(PASS), edit("a", Some(1)))).await.unwrap();
        store.run(|db| db.command(pass_ref(PASS), Command::revoke(noon()))).await.unwrap();
        let seq = next(&store).await.unwrap().queued.seq;
        assert!(store.run(move |db| db.mark_sent(seq)).await.unwrap());
        store.run(move |db| db.refuse(pass_ref(PASS), seq, &no())).await.unwrap();
        store.run(|db| db.discard(pass_ref(PASS))).await.unwrap();
        assert_eq!(next(&store).await.unwrap().queued.command, edit("a", Some(1)));
        let shown = shown(&store).await.unwrap().shown;
        assert_eq!((shown.name.as_str(), shown.revoked_at), ("a", None));
    });
}

#[test]
fn a_change_whose_predecessor_was_overruled_is_not_brought_back() {
    wait_for(async {
        let (_folder, store) = store().await;
        store.run(|db| db.take_over(profile(), &body(PASS, |_| {}))).await.unwrap();
        store.run(|db| db.command(pass_ref(PASS), edit("a", Some(1)))).await.unwrap();
        let seq = next(&store).await.unwrap().queued.seq;
        assert!(store.run(move |db| db.mark_sent(seq)).await.unwrap());
        store.run(|db| db.command(pass_ref(PASS), edit("b", None))).await.unwrap();
        store.run(|db| db.command(pass_ref(PASS), Command::revoke(noon()))).await.unwrap();
        let other = body(PASS, |pass| (pass["version"], pass["name"]) = (json!(2), json!("theirs")));
        let notice = NoticeKind::ChangeOverruled { pass: PassId(uuid(PASS)), name: "theirs".to_owned() };
        store.run(move |db| db.overrule(pass_ref(PASS), Some(&other), noon(), &notice)).await.unwrap();
        assert!(store.run(|db| db.undo_revoke(pass_ref(PASS))).await.unwrap());
        let stored = shown(&store).await.unwrap();
        assert_eq!((stored.shown.name.as_str(), stored.queue.len()), ("theirs", 0));
    });
}

#[test]
fn a_revocation_is_kept_as_earlier_versions_kept_it() {
    let kept = r#"{"do":"revoke","at":"2026-11-22T15:00:00Z"}"#;
    assert_eq!(serde_json::from_str::<Command>(kept).unwrap(), Command::revoke(noon()));
    assert_eq!(serde_json::to_string(&Command::revoke(noon())).unwrap(), kept);
}

#[test]
fn neither_keys_nor_plates_are_shown_by_debug() {
    let plate = serde_json::from_value(json!({"type": "plate", "plate": "QXZ 4711"})).unwrap();
    let request = PassRequest { identifiers: Some(vec![plate]), ..PassRequest::default() };
    let create = Command::Create { request, at: noon() };
    let text = format!("{:?}", QueuedCommand { key: "c0ffee".to_owned(), ..queued(1, create, false) });
    assert!(text.contains("Create"), "{text}");
    for secret in ["QXZ", "4711", "c0ffee"] {
        assert!(!text.contains(secret), "{text}");
    }
}

#[test]
fn a_refused_edit_is_not_shown_as_if_it_held() {
    wait_for(async {
        let (_folder, store) = store().await;
        store.run(|db| db.take_over(profile(), &body(PASS, |_| {}))).await.unwrap();
        store.run(|db| db.command(pass_ref(PASS), edit("Wished", Some(1)))).await.unwrap();
        assert_eq!(shown(&store).await.unwrap().shown.name, "Wished");
        let refusal = Refusal { code: "passes_off".to_owned(), reason: "no".to_owned(), fields: vec![] };
        let waiting = next(&store).await.unwrap();
        store.run(move |db| db.refuse(pass_ref(PASS), waiting.queued.seq, &refusal)).await.unwrap();
        assert_eq!(shown(&store).await.unwrap().shown.name, "Pass 10");
        assert!(next(&store).await.is_none(), "it waits for the resident");
        store.run(|db| db.discard(pass_ref(PASS))).await.unwrap();
        assert!(shown(&store).await.unwrap().queue.is_empty());
    });
}

#[test]
fn order_is_kept_within_a_pass_and_passes_do_not_wait_for_each_other() {
    wait_for(async {
        let (_folder, store) = store().await;
        for number in [PASS, PASS + 1] {
            store.run(move |db| db.take_over(profile(), &body(number, |_| {}))).await.unwrap();
        }
        store.run(|db| db.command(pass_ref(PASS), edit("first", Some(1)))).await.unwrap();
        let first = next(&store).await.unwrap();
        let seq = first.queued.seq;
        assert!(store.run(move |db| db.mark_sent(seq)).await.unwrap());
        store.run(|db| db.command(pass_ref(PASS), edit("second", None))).await.unwrap();
        store.run(|db| db.command(pass_ref(PASS + 1), edit("other", Some(1)))).await.unwrap();
        let until = noon() + gatepass_core::time::TimeDelta::seconds(9);
        store.run(move |db| db.put_off(seq, until)).await.unwrap();
        let due = |now, after| {
            let store = store.clone();
            async move { store.run(move |db| db.next_waiting(profile(), after, Some(now))).await.unwrap() }
        };
        let other = due(noon(), 0).await.unwrap();
        assert_eq!(other.pass, pass_ref(PASS + 1), "the first is put off, the second stands behind it");
        assert_eq!(due(noon(), other.queued.seq).await, None);
        assert_eq!(due(until, 0).await.unwrap().queued.seq, seq);
    });
}

#[test]
fn waiting_doubles_up_to_five_minutes() {
    for random in [0.0, 0.3, 1.0] {
        let waits: Vec<_> = (1..40).map(|failures| backoff(failures, random)).collect();
        assert!(waits.windows(2).all(|pair| pair[0] <= pair[1]));
        assert!(waits.iter().all(|wait| (Duration::from_millis(500)..=Duration::from_mins(5)).contains(wait)));
    }
    assert_eq!(backoff(3, 1.0), Duration::from_secs(4));
    assert_eq!(backoff(u32::MAX, 1.0), Duration::from_mins(5));
}

async fn shown(store: &Store) -> Option<StoredPass> {
    store.run(|db| db.pass(pass_ref(PASS))).await.unwrap()
}

async fn next(store: &Store) -> Option<DueChange> {
    store.run(|db| db.next_waiting(profile(), 0, None)).await.unwrap()
}

/// What one sending comes to.
#[derive(Clone, Copy, Debug)]
enum SendOutcome {
    Answered,
    AnswerLost,
    NotReached,
    Refused,
}

#[derive(Clone, Debug)]
enum Action {
    Edit(u8),
    Revoke,
    Undo,
    Send(SendOutcome),
    Retry,
    Fetch,
}

fn actions() -> impl Strategy<Value = Vec<Action>> {
    let fate = prop_oneof![
        4 => Just(SendOutcome::Answered), 2 => Just(SendOutcome::AnswerLost), 2 => Just(SendOutcome::NotReached), 1 => Just(SendOutcome::Refused)
    ];
    let act = prop_oneof![
        4 => any::<u8>().prop_map(Action::Edit),
        2 => Just(Action::Revoke),
        1 => Just(Action::Undo),
        6 => fate.prop_map(Action::Send),
        1 => Just(Action::Retry),
        1 => Just(Action::Fetch),
    ];
    proptest::collection::vec(act, 0..24)
}

/// A server as the contract has it: a key it knows gets the first answer, an edit of another version is refused.
#[derive(Default)]
struct Server {
    pass: Option<PassBody>,
    answers: HashMap<String, PassBody>,
    edits_of_a_wrong_version: u32,
}

impl Server {
    fn does(&mut self, waiting: &DueChange, known_version: u32) -> PassBody {
        if let Some(first) = self.answers.get(&waiting.queued.key) {
            return first.clone();
        }
        let answer = match &waiting.queued.command {
            Command::Create { request, .. } => {
                assert!(self.pass.is_none(), "made twice");
                body(PASS, |pass| pass["name"] = json!(request.name))
            }
            Command::Edit { edit, base, .. } => {
                let mut pass = self.pass.clone().unwrap();
                if base.unwrap_or(known_version) != pass.version {
                    self.edits_of_a_wrong_version += 1;
                }
                pass.name.clone_from(edit.name.as_ref().unwrap());
                pass.version += 1;
                pass
            }
            Command::Revoke { at, .. } => {
                let mut pass = self.pass.clone().unwrap();
                pass.revoked_at = pass.revoked_at.or(Some(*at));
                pass
            }
        };
        self.pass = Some(answer.clone());
        self.answers.insert(waiting.queued.key.clone(), answer.clone());
        answer
    }
}

async fn send(store: &Store, server: &mut Server, fate: SendOutcome) {
    let Some(waiting) = next(store).await else { return };
    let (pass, seq): (PassRef, i64) = (waiting.pass, waiting.queued.seq);
    let version = shown(store).await.map_or(0, |stored| stored.shown.version);
    assert!(store.run(move |db| db.mark_sent(seq)).await.unwrap());
    match fate {
        SendOutcome::NotReached => {}
        // Once done, a request is not refused when it comes again.
        SendOutcome::Refused if !server.answers.contains_key(&waiting.queued.key) => {
            store.run(move |db| db.refuse(pass, seq, &no())).await.unwrap();
        }
        SendOutcome::AnswerLost => drop(server.does(&waiting, version)),
        SendOutcome::Answered | SendOutcome::Refused => {
            let answer = server.does(&waiting, version);
            store.run(move |db| db.acknowledge(pass, seq, Some(&answer))).await.unwrap();
        }
    }
}

/// A change that had not left when the pass was revoked is set aside: what is ended needs no new name.
fn is_as_wished(body: &PassBody, (name, revoked): &(String, bool)) -> bool {
    body.revoked_at.is_some() == *revoked && (*revoked || body.name == *name)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn the_server_ends_with_what_was_last_wished(actions in actions()) {
        wait_for(async {
            let (_folder, store) = store().await;
            let mut server = Server::default();
            let mut wished = ("first".to_owned(), false);
            store.run(|db| db.command(pass_ref(PASS), create("first"))).await.unwrap();
            for act in actions {
                match act {
                    Action::Edit(number) => {
                        let Some(stored) = shown(&store).await.filter(|_| !wished.1) else { continue };
                        wished.0 = format!("edit {number}");
                        let command = edit(&wished.0, stored.on_server.then_some(stored.shown.version));
                        store.run(move |db| db.command(pass_ref(PASS), command)).await.unwrap();
                        let queue = shown(&store).await.unwrap().queue;
                        assert!(queue.iter().all(|queued| queued.refusal.is_none()), "still stuck: {queue:?}");
                    }
                    Action::Revoke => {
                        if shown(&store).await.is_none() || wished.1 {
                            continue;
                        }
                        wished.1 = true;
                        store.run(|db| db.command(pass_ref(PASS), Command::revoke(noon()))).await.unwrap();
                    }
                    Action::Undo => {
                        if store.run(|db| db.undo_revoke(pass_ref(PASS))).await.unwrap() {
                            wished.1 = false;
                        }
                    }
                    Action::Send(fate) => send(&store, &mut server, fate).await,
                    Action::Retry => store.run(|db| db.retry(pass_ref(PASS))).await.unwrap(),
                    Action::Fetch => {
                        if let Some(now) = server.pass.clone() {
                            store.run(move |db| db.take_over(profile(), &now)).await.unwrap();
                        }
                    }
                }
                let stored = shown(&store).await;
                let refused = stored.iter().flat_map(|stored| &stored.queue).any(|queued| queued.refusal.is_some());
                match &stored {
                    Some(stored) if !refused => {
                        assert!(is_as_wished(&stored.shown, &wished), "{:?} {wished:?}", stored.shown);
                    }
                    Some(_) => {}
                    None => assert!(wished.1 && server.pass.is_none(), "only what never left is gone"),
                }
            }
            // The server is there for good now, and says yes.
            store.run(|db| db.retry(pass_ref(PASS))).await.unwrap();
            while next(&store).await.is_some() {
                send(&store, &mut server, SendOutcome::Answered).await;
            }
            assert_eq!(server.edits_of_a_wrong_version, 0, "one device never overrules itself");
            match (shown(&store).await, server.pass) {
                (Some(stored), Some(there)) => {
                    assert_eq!(stored.shown, there);
                    assert!(is_as_wished(&there, &wished), "{there:?} {wished:?}");
                    assert!(stored.queue.is_empty());
                }
                (None, None) => assert!(wished.1),
                (here, there) => panic!("here {here:?}, there {there:?}"),
            }
        });
    }
}
