//! A network that loses requests and answers, one or two phones, any commands in any order: in the end every phone shows
//! what the server has, nothing was done twice, and the commands of a single phone were all carried out.

#![expect(clippy::unwrap_used, reason = "tests")]

#[expect(dead_code, reason = "each test file uses its part")]
mod client_support;

use std::collections::{BTreeMap, VecDeque};
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use client_support::{Building, Phone, draft, server_summary, summary};
use gatepass_core::app::{AppError, ProfileView};
use gatepass_core::id::PassId;
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

/// What happens to a request.
#[derive(Clone, Copy, Debug)]
enum RequestOutcome {
    Answered,
    AnswerLost,
    RequestLost,
}

/// A proxy that loses requests or answers, as `outcomes` says.
struct LossyProxy {
    address: SocketAddr,
    outcomes: Arc<Mutex<VecDeque<RequestOutcome>>>,
}

impl LossyProxy {
    async fn to(base: &str) -> Self {
        let server: SocketAddr = base.trim_start_matches("http://").parse().unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let outcomes = Arc::new(Mutex::new(VecDeque::new()));
        let chosen = Arc::clone(&outcomes);
        tokio::spawn(async move {
            while let Ok((phone, _)) = listener.accept().await {
                // A phone that closes its connection is no error of the proxy.
                tokio::spawn(forward(phone, server, Arc::clone(&chosen)));
            }
        });
        Self { address, outcomes }
    }
}

async fn forward(
    mut phone: TcpStream,
    server: SocketAddr,
    outcomes: Arc<Mutex<VecDeque<RequestOutcome>>>,
) -> std::io::Result<()> {
    let mut server = TcpStream::connect(server).await?;
    let mut request = vec![0; 64 << 10];
    let mut answer = vec![0; 64 << 10];
    loop {
        tokio::select! {
            read = phone.read(&mut request) => {
                let read = read?;
                let outcome = outcomes.lock().unwrap().pop_front().unwrap_or(RequestOutcome::Answered);
                if read == 0 || matches!(outcome, RequestOutcome::RequestLost) {
                    return Ok(());
                }
                server.write_all(&request[..read]).await?;
                if matches!(outcome, RequestOutcome::AnswerLost) {
                    // The server acts, and the phone gets no answer.
                    let _ = server.read(&mut answer).await?;
                    return Ok(());
                }
            }
            read = server.read(&mut answer) => {
                let read = read?;
                if read == 0 {
                    return Ok(());
                }
                phone.write_all(&answer[..read]).await?;
            }
        }
    }
}

#[derive(Clone, Debug)]
enum Action {
    Create { phone: usize },
    Edit { phone: usize, which: usize, name: u8 },
    Revoke { phone: usize, which: usize },
    Sync { phone: usize },
    Restart { phone: usize },
}

fn actions() -> impl Strategy<Value = Vec<Action>> {
    let (phone, which) = (0_usize..2, 0_usize..4);
    let action = prop_oneof![
        3 => phone.clone().prop_map(|phone| Action::Create { phone }),
        4 => (phone.clone(), which.clone(), any::<u8>()).prop_map(|(phone, which, name)| Action::Edit { phone, which, name }),
        1 => (phone.clone(), which).prop_map(|(phone, which)| Action::Revoke { phone, which }),
        4 => phone.clone().prop_map(|phone| Action::Sync { phone }),
        1 => phone.prop_map(|phone| Action::Restart { phone }),
    ];
    proptest::collection::vec(action, 1..16)
}

fn outcomes() -> impl Strategy<Value = Vec<RequestOutcome>> {
    let outcome = prop_oneof![2 => Just(RequestOutcome::Answered), 1 => Just(RequestOutcome::AnswerLost), 1 => Just(RequestOutcome::RequestLost)];
    proptest::collection::vec(outcome, 0..24)
}

/// The last accepted command of each pass: its name, and whether it is revoked.
type ExpectedPasses = BTreeMap<PassId, (String, bool)>;

/// Whether a command was accepted. A pass that is gone or cannot be changed any more is refused.
fn accepted<T>(result: Result<T, AppError>) -> bool {
    match result.map(drop) {
        Ok(()) => true,
        Err(AppError::Invalid { .. } | AppError::NotFound { .. }) => false,
        Err(error) => panic!("{error:?}"),
    }
}

async fn run_action(phones: &mut [(Phone, ProfileView)], action: Action, expected: &mut ExpectedPasses) {
    let count = phones.len();
    match action {
        Action::Create { phone } => {
            let (phone, profile) = &phones[phone % count];
            let name = format!("pass {}", expected.len());
            let made = phone.app.create(profile.id, draft(profile, &name)).await.unwrap();
            expected.insert(made.pass, (name, false));
        }
        Action::Edit { phone, which, name } => {
            let (phone, profile) = &phones[phone % count];
            let name = format!("edit {name}");
            if let Some(row) = phone.list().await.get(which)
                && accepted(phone.app.edit(row.pass, draft(profile, &name)).await)
            {
                expected.insert(row.pass.pass, (name, false));
            }
        }
        Action::Revoke { phone, which } => {
            let phone = &phones[phone % count].0;
            if let Some(row) = phone.list().await.get(which)
                && accepted(phone.app.revoke(row.pass).await)
            {
                expected.insert(row.pass.pass, (row.name.clone(), true));
            }
        }
        Action::Sync { phone } => drop(phones[phone % count].0.app.sync_now().await.unwrap()),
        Action::Restart { phone } => phones[phone % count].0.restart().await,
    }
}

/// With a single phone every command is carried out. A pass that was revoked before it was sent may be missing on the
/// server, and a revoked pass has any of its names.
fn assert_carried_out(expected: &ExpectedPasses, there: &[(PassId, String, bool)]) {
    for (pass, (name, ended)) in expected {
        let found = there.iter().find(|(id, ..)| id == pass);
        match found {
            Some((_, now, over)) => assert!(over == ended && (*ended || now == name), "{name} {ended}: {found:?}"),
            None => assert!(ended, "{name} got lost"),
        }
    }
}

#[test]
fn whatever_gets_lost_every_phone_ends_with_what_the_server_has() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let (building, proxy) = runtime.block_on(async {
        let building = Building::new().await;
        let proxy = LossyProxy::to(&building.base).await;
        (building, proxy)
    });
    let through = format!("http://{}", proxy.address);
    let config = ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() };
    let counter = std::cell::Cell::new(0);
    let result = TestRunner::new(config).run(&(actions(), outcomes(), any::<bool>()), |(actions, outcomes, alone)| {
        counter.set(counter.get() + 1);
        runtime.block_on(async {
            let unit = building.unit(&format!("unit {}", counter.get())).await;
            let before = building.passes().await;
            let (ana, profile) = Phone::of_resident(&building, &through, &unit, "Ana").await;
            let tablet = Phone::new(&building.clock).await;
            let code = building.invite_again(&unit, profile.id).await;
            tablet.app.activate(Some(through.clone()), code, "tablet".to_owned()).await.unwrap();
            let mut phones = vec![(ana, profile.clone()), (tablet, profile)];
            if alone {
                phones.pop();
            }
            proxy.outcomes.lock().unwrap().extend(outcomes);
            let mut expected = ExpectedPasses::new();
            for action in actions {
                run_action(&mut phones, action, &mut expected).await;
            }
            // From here the network loses nothing.
            proxy.outcomes.lock().unwrap().clear();
            for (phone, _) in phones.iter().chain(&phones) {
                let state = phone.app.sync_now().await.unwrap();
                assert_eq!((state.waiting, state.stuck), (0, 0), "{state:?}");
            }
            let mut there = building.passes().await;
            there.retain(|pass| !before.contains(pass));
            let there = server_summary(&there);
            assert!(there.len() <= expected.len(), "made twice: {there:?}");
            if alone {
                assert_carried_out(&expected, &there);
            }
            for (phone, _) in &phones {
                assert_eq!(summary(&phone.list().await), there);
            }
        });
        Ok(())
    });
    runtime.block_on(building.stop());
    result.unwrap();
}
