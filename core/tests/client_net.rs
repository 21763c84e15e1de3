//! What comes over the network, however strange: typed errors, nothing lost, no secret in any error.

#![cfg(feature = "client")]
#![expect(clippy::unwrap_used, reason = "tests")]

#[expect(dead_code, reason = "each test file uses its part")]
mod client_support;

use std::io::{Read as _, Write as _};
use std::net::TcpListener;
use std::sync::{Arc, Mutex};

use client_support::{body, noon, page, pass_ref, profile, resident, wait_for};
use gatepass_core::api::{PassEdit, ProblemBody};
use gatepass_core::app::{App, AppConfig, AppError, PassSync, SyncPhase};
use gatepass_core::net::{Event, EventReader, Invitation, Server};
use gatepass_core::outbox::Command;
use gatepass_core::store::Store;
use gatepass_core::time::ManualClock;
use gatepass_core::vault::{MemoryVault, SecretVault, VaultError};
use proptest::prelude::*;

/// A server that gives every request the same answer, and remembers what it was asked.
struct CannedServer {
    url: String,
    asked: Arc<Mutex<Vec<String>>>,
}

fn canned_server(answer: Vec<u8>) -> CannedServer {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("http://{}", listener.local_addr().unwrap());
    let asked = Arc::new(Mutex::new(Vec::new()));
    let heard = Arc::clone(&asked);
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let (mut stream, answer, heard) = (stream.unwrap(), answer.clone(), Arc::clone(&heard));
            std::thread::spawn(move || {
                let mut request = Vec::new();
                let mut chunk = [0; 4096];
                while !request.windows(4).any(|end| end == b"\r\n\r\n") {
                    match stream.read(&mut chunk) {
                        Ok(read) if read > 0 => request.extend_from_slice(&chunk[..read]),
                        _ => return,
                    }
                }
                heard.lock().unwrap().push(String::from_utf8_lossy(&request).into_owned());
                let _ = stream.write_all(&answer);
            });
        }
    });
    CannedServer { url, asked }
}

fn http(status: &str, kind: &str, body: &[u8]) -> Vec<u8> {
    let mut answer = format!(
        "HTTP/1.1 {status}\r\ncontent-type: {kind}\r\ncontent-length: {}\r\nconnection: close\r\n\r\n",
        body.len()
    )
    .into_bytes();
    answer.extend_from_slice(body);
    answer
}

fn problem(status: u16, code: &str) -> Vec<u8> {
    let body = ProblemBody {
        kind: "about:blank".to_owned(),
        title: "No".to_owned(),
        status,
        code: code.to_owned(),
        detail: None,
        errors: vec![],
    };
    http(&format!("{status} No"), "application/problem+json", &serde_json::to_vec(&body).unwrap())
}

/// Any vault that always has a token.
struct Token;

impl SecretVault for Token {
    fn get(&self, _: String) -> Result<Option<Vec<u8>>, VaultError> {
        Ok(Some(b"gpd_secret".to_vec()))
    }

    fn set(&self, _: String, _: Vec<u8>) -> Result<(), VaultError> {
        Ok(())
    }

    fn remove(&self, _: String) -> Result<(), VaultError> {
        Ok(())
    }
}

/// A device whose server answers like this, with a pass and an edit of it that waits.
async fn device(server: &str) -> (tempfile::TempDir, App) {
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path()).unwrap().0;
    let url = server.to_owned();
    store.run(move |db| db.sign_in(profile(), &url, &resident())).await.unwrap();
    store.run(|db| db.apply(profile(), None, &page(vec![body(10, |_| {})], "7", false), noon())).await.unwrap();
    let edit = PassEdit { name: Some("Wished".to_owned()), ..PassEdit::default() };
    store.run(move |db| db.command(pass_ref(10), Command::Edit { edit, base: Some(1), at: noon() })).await.unwrap();
    let mut config = AppConfig::new(folder.path(), Arc::new(Token));
    config.clock = Arc::new(ManualClock::at(noon()));
    config.runtime = Some(tokio::runtime::Handle::current());
    (folder, App::open(config).await.unwrap())
}

fn block<T>(test: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap().block_on(test)
}

#[test]
fn only_a_problem_document_speaks_for_the_service() {
    block(async {
        // A hotel's network, a proxy, a broken server: none of them may end or refuse anything.
        for answer in [
            http("200 OK", "text/html", b"<html>Please accept our terms</html>"),
            http("302 Found", "text/html", b""),
            http("401 Unauthorized", "text/html", b"proxy"),
            http("404 Not Found", "text/html", b"nothing here"),
            http("410 Gone", "application/problem+json", b"{"),
            http("403 Forbidden", "application/json", b"{\"code\":\"forbidden\"}"),
            http("200 OK", "application/json", b"{\"id\":1}"),
            problem(500, "internal"),
            problem(503, "busy"),
            problem(429, "too_many_requests"),
            b"HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\nshort".to_vec(),
            b"SSH-2.0-OpenSSH_9.6\r\n".to_vec(),
            Vec::new(),
        ] {
            let words = String::from_utf8_lossy(&answer).into_owned();
            let (_folder, app) = device(&canned_server(answer).url).await;
            let state = app.sync_now().await.unwrap();
            assert_eq!((state.phase, state.waiting, state.stuck), (SyncPhase::Offline, 1, 0), "{words}");
            assert!(app.profiles().await.unwrap()[0].signed_in, "{words}");
            assert_eq!(app.pass(pass_ref(10)).await.unwrap().row.name, "Wished", "{words}");
        }
    });
}

#[test]
fn a_refusal_is_kept_with_its_reason_and_can_be_retried_or_discarded() {
    block(async {
        let (_folder, app) = device(&canned_server(problem(422, "passes_off")).url).await;
        // The look at the pass as it is now is refused as well; so is the fetch.
        let state = app.sync_now().await.unwrap();
        assert_eq!((state.waiting, state.stuck), (0, 1));
        assert!(matches!(state.phase, SyncPhase::Failed { .. }));
        let row = app.pass(pass_ref(10)).await.unwrap().row;
        assert!(matches!(row.sync, PassSync::Stuck { code, .. } if code == "passes_off"));
        app.retry(pass_ref(10)).await.unwrap();
        assert_eq!(app.sync_state().await.unwrap().waiting, 1);
        app.sync_now().await.unwrap();
        app.discard(pass_ref(10)).await.unwrap();
        let row = app.pass(pass_ref(10)).await.unwrap().row;
        assert_eq!((row.name.as_str(), row.sync), ("Pass 10", PassSync::Synced));
    });
}

#[test]
fn a_token_that_is_no_longer_good_signs_out_and_keeps_everything() {
    block(async {
        let (_folder, app) = device(&canned_server(problem(401, "unauthorized")).url).await;
        app.sync_now().await.unwrap();
        assert!(!app.profiles().await.unwrap()[0].signed_in);
        assert_eq!(app.pass(pass_ref(10)).await.unwrap().row.name, "Wished");
    });
}

#[test]
fn secrets_travel_in_headers_and_stay_out_of_errors() {
    block(async {
        let silent = canned_server(Vec::new());
        let (_folder, app) = device(&silent.url).await;
        app.sync_now().await.unwrap();
        let code = "SECR-ETCO-DE23-4567";
        let error = app.activate(Some(silent.url.clone()), code.to_owned(), "phone".to_owned()).await.unwrap_err();
        assert!(matches!(error, AppError::Offline { .. }));
        for words in [error.to_string(), format!("{error:?}")] {
            assert!(!words.contains("SECR") && !words.contains("127.0.0.1"), "{words}");
        }
        let asked = silent.asked.lock().unwrap().clone();
        assert!(asked.iter().any(|request| request.contains("authorization: Bearer gpd_secret")));
        for request in &asked {
            let line = request.lines().next().unwrap();
            assert!(!line.contains("secret") && !line.contains("SECR"), "{line}");
        }
    });
}

#[test]
fn servers_and_invitations_are_read_as_they_are_pasted() {
    let server = |text| Server::parse(text, false).map(|server| server.to_string());
    assert_eq!(server(" passes.example.com "), Ok("https://passes.example.com".to_owned()));
    assert_eq!(server("https://Example.com:8443/elm/?x=1#y"), Ok("https://example.com:8443/elm".to_owned()));
    assert_eq!(Server::parse("http://10.0.0.2:80", true).unwrap().to_string(), "http://10.0.0.2");
    for bad in ["", "https://", "user:pw@example.com", "https://a b", "file:///etc/passwd"] {
        assert!(server(bad).is_err(), "{bad}");
    }
    let read = |text: &str| Invitation::read(text).map(|found| (found.server, found.code));
    let code = "ABCD-EFGH-JKMN-PQRS";
    assert_eq!(read(code), Some((None, code.to_owned())));
    for (pasted, server) in [
        (format!("https://p.example.com/i/{code}"), "https://p.example.com"),
        (format!("https://p.example.com/elm/i/{code}"), "https://p.example.com/elm"),
        (format!("Hi Ana! Open http://127.0.0.1:8080/i/{code} on your phone."), "http://127.0.0.1:8080"),
        (format!("gatepass://activate?server=https://p.example.com&code={code}"), "https://p.example.com"),
        (format!("https://p.example.com/join?code={code}"), "https://p.example.com"),
    ] {
        assert_eq!(read(&pasted), Some((Some(server.to_owned()), code.to_owned())), "{pasted}");
    }
    for none in ["", "hello", "https://example.com/", "mailto:ana@example.com"] {
        assert_eq!(read(none), None, "{none}");
    }
}

#[test]
fn events_are_read_however_they_are_cut() {
    let text = b": hello\r\n\r\nevent: changed\ndata: 7\n\ndata\rdata:two\r\rid: 4\n\nevent: half";
    let whole = EventReader::default().push(text).unwrap();
    let event = |name: &str, data: &str| Event { name: name.to_owned(), data: data.to_owned() };
    assert_eq!(whole, [event("changed", "7"), event("message", "\ntwo")]);
    for cut in 0..text.len() {
        let mut reader = EventReader::default();
        let mut events = reader.push(&text[..cut]).unwrap();
        events.extend(reader.push(&text[cut..]).unwrap());
        assert_eq!(events, whole, "cut at {cut}");
    }
    assert!(EventReader::default().push(&vec![b'x'; 100_000]).is_err());
}

fn bodies() -> impl Strategy<Value = Vec<u8>> {
    let json = prop_oneof![
        any::<i64>().prop_map(|number| number.to_string()),
        "\\PC{0,40}",
        Just(serde_json::to_string(&body(10, |_| {})).unwrap()),
        Just(serde_json::to_string(&body(99, |_| {})).unwrap()),
        Just(serde_json::to_string(&page(vec![body(10, |_| {})], "7", true)).unwrap()),
        Just(
            serde_json::to_string(&page(vec![body(11, |pass| pass["schedule"]["type"] = "yearly".into())], "8", false))
                .unwrap()
        ),
    ];
    prop_oneof![proptest::collection::vec(any::<u8>(), 0..200), json.prop_map(String::into_bytes)]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    /// Whatever a server answers: no panic, nothing waiting is lost, and the error is of the kind that helps.
    #[test]
    fn any_answer_is_survived(
        status in prop_oneof![200_u16..=204, 400_u16..=431, 500_u16..=504, Just(301), Just(100)],
        kind in prop_oneof![Just("application/json"), Just("application/problem+json"), Just("text/html")],
        body in bodies(),
    ) {
        block(async {
            let server = canned_server(http(&format!("{status} Well"), kind, &body));
            let (_folder, app) = device(&server.url).await;
            let state = app.sync_now().await.unwrap();
            let details = app.pass(pass_ref(10)).await;
            let broke = matches!(details, Err(AppError::Internal { .. } | AppError::StorageBroken { .. }));
            prop_assert!(!broke, "{details:?}");
            if let Ok(details) = details
                && details.row.sync == PassSync::Synced
            {
                prop_assert!(matches!(status, 200..=204), "{state:?}");
            }
            let activated = app.activate(Some(server.url), "ABCD-EFGH-JKMN-PQRS".to_owned(), "phone".to_owned()).await;
            let broke = matches!(activated, Err(AppError::Internal { .. }));
            prop_assert!(!broke, "{activated:?}");
            Ok(())
        })?;
    }

    #[test]
    fn any_paste_and_any_stream_is_read(
        text in "\\PC{0,80}",
        bytes in proptest::collection::vec(any::<u8>(), 0..400),
    ) {
        let _ = Invitation::read(&text);
        if let Ok(server) = Server::parse(&text, true) {
            let again = Server::parse(&server.to_string(), true);
            prop_assert_eq!(again, Ok(server));
        }
        let _ = EventReader::default().push(&bytes);
    }
}

#[test]
fn nothing_is_asked_in_the_background() {
    wait_for(async {
        let silent = canned_server(Vec::new());
        let folder = tempfile::tempdir().unwrap();
        let store = Store::open(folder.path()).unwrap().0;
        let url = silent.url.clone();
        store.run(move |db| db.sign_in(profile(), &url, &resident())).await.unwrap();
        let mut config = AppConfig::new(folder.path(), Arc::new(MemoryVault::new()));
        config.clock = Arc::new(ManualClock::at(noon()));
        let app = App::open(config).await.unwrap();
        app.profiles().await.unwrap();
        app.revoke(pass_ref(10)).await.unwrap_err();
        drop(app);
        assert!(silent.asked.lock().unwrap().is_empty());
    });
}
