//! A network that loses requests and answers at will, one phone or two, any commands in any order: in the end every
//! phone shows what the server has, nothing was done twice, and one phone alone has all its wishes carried out.

#![expect(clippy::unwrap_used, reason = "tests")]

#[expect(dead_code, reason = "each test file uses its part")]
mod client_support;

use std::collections::{BTreeMap, VecDeque};
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};

use client_support::{Building, Phone, draft, essence, essence_of};
use gatepass_core::app::{AppError, ProfileView};
use gatepass_core::id::PassId;
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};

/// What becomes of a request.
#[derive(Clone, Copy, Debug)]
enum Fate {
    Answered,
    AnswerLost,
    RequestLost,
}

/// A stretch of wire that decides each request's fate.
struct Wire {
    address: SocketAddr,
    fates: Arc<Mutex<VecDeque<Fate>>>,
}

impl Wire {
    async fn to(base: &str) -> Self {
        let server: SocketAddr = base.trim_start_matches("http://").parse().unwrap();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let fates = Arc::new(Mutex::new(VecDeque::new()));
        let chosen = Arc::clone(&fates);
        tokio::spawn(async move {
            while let Ok((phone, _)) = listener.accept().await {
                // A phone that hangs up is no error of the wire.
                tokio::spawn(carry(phone, server, Arc::clone(&chosen)));
            }
        });
        Self { address, fates }
    }
}

async fn carry(mut phone: TcpStream, server: SocketAddr, fates: Arc<Mutex<VecDeque<Fate>>>) -> std::io::Result<()> {
    let mut server = TcpStream::connect(server).await?;
    let mut request = vec![0; 64 << 10];
    let mut answer = vec![0; 64 << 10];
    loop {
        tokio::select! {
            read = phone.read(&mut request) => {
                let read = read?;
                let fate = fates.lock().unwrap().pop_front().unwrap_or(Fate::Answered);
                if read == 0 || matches!(fate, Fate::RequestLost) {
                    return Ok(());
                }
                server.write_all(&request[..read]).await?;
                if matches!(fate, Fate::AnswerLost) {
                    // Done over there, and nobody here will know.
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
enum Act {
    Create { phone: usize },
    Edit { phone: usize, which: usize, name: u8 },
    Revoke { phone: usize, which: usize },
    Sync { phone: usize },
    Restart { phone: usize },
}

fn acts() -> impl Strategy<Value = Vec<Act>> {
    let (phone, which) = (0_usize..2, 0_usize..4);
    let act = prop_oneof![
        3 => phone.clone().prop_map(|phone| Act::Create { phone }),
        4 => (phone.clone(), which.clone(), any::<u8>()).prop_map(|(phone, which, name)| Act::Edit { phone, which, name }),
        1 => (phone.clone(), which).prop_map(|(phone, which)| Act::Revoke { phone, which }),
        4 => phone.clone().prop_map(|phone| Act::Sync { phone }),
        1 => phone.prop_map(|phone| Act::Restart { phone }),
    ];
    proptest::collection::vec(act, 1..16)
}

fn fates() -> impl Strategy<Value = Vec<Fate>> {
    let fate = prop_oneof![2 => Just(Fate::Answered), 1 => Just(Fate::AnswerLost), 1 => Just(Fate::RequestLost)];
    proptest::collection::vec(fate, 0..24)
}

/// What was asked for last: name, and whether the pass is to be ended.
type Wishes = BTreeMap<PassId, (String, bool)>;

/// Whether it was taken on. What is not there any more, or not to be changed any more, is left alone.
fn taken<T>(outcome: Result<T, AppError>) -> bool {
    match outcome.map(drop) {
        Ok(()) => true,
        Err(AppError::Invalid { .. } | AppError::NotFound { .. }) => false,
        Err(error) => panic!("{error:?}"),
    }
}

async fn act(phones: &mut [(Phone, ProfileView)], act: Act, wishes: &mut Wishes) {
    let count = phones.len();
    match act {
        Act::Create { phone } => {
            let (phone, profile) = &phones[phone % count];
            let name = format!("pass {}", wishes.len());
            let made = phone.app.create(profile.id, draft(profile, &name)).await.unwrap();
            wishes.insert(made.pass, (name, false));
        }
        Act::Edit { phone, which, name } => {
            let (phone, profile) = &phones[phone % count];
            let name = format!("edit {name}");
            if let Some(row) = phone.list().await.get(which)
                && taken(phone.app.edit(row.pass, draft(profile, &name)).await)
            {
                wishes.insert(row.pass.pass, (name, false));
            }
        }
        Act::Revoke { phone, which } => {
            let phone = &phones[phone % count].0;
            if let Some(row) = phone.list().await.get(which)
                && taken(phone.app.revoke(row.pass).await)
            {
                wishes.insert(row.pass.pass, (row.name.clone(), true));
            }
        }
        Act::Sync { phone } => drop(phones[phone % count].0.app.sync_now().await.unwrap()),
        Act::Restart { phone } => phones[phone % count].0.restart().await,
    }
}

/// With one phone nobody else has a say: every wish is carried out. A pass ended before it ever left may never have
/// been there, and one that was ended has whichever of its names came through.
fn assert_carried_out(wishes: &Wishes, there: &[(PassId, String, bool)]) {
    for (pass, (name, ended)) in wishes {
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
    let (building, wire) = runtime.block_on(async {
        let building = Building::new().await;
        let wire = Wire::to(&building.base).await;
        (building, wire)
    });
    let through = format!("http://{}", wire.address);
    let config = ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() };
    let counter = std::cell::Cell::new(0);
    let outcome = TestRunner::new(config).run(&(acts(), fates(), any::<bool>()), |(acts, fates, alone)| {
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
            wire.fates.lock().unwrap().extend(fates);
            let mut wishes = Wishes::new();
            for one in acts {
                act(&mut phones, one, &mut wishes).await;
            }
            // The network is well again.
            wire.fates.lock().unwrap().clear();
            for (phone, _) in phones.iter().chain(&phones) {
                let state = phone.app.sync_now().await.unwrap();
                assert_eq!((state.waiting, state.stuck), (0, 0), "{state:?}");
            }
            let mut there = building.passes().await;
            there.retain(|pass| !before.contains(pass));
            let there = essence_of(&there);
            assert!(there.len() <= wishes.len(), "made twice: {there:?}");
            if alone {
                assert_carried_out(&wishes, &there);
            }
            for (phone, _) in &phones {
                assert_eq!(essence(&phone.list().await), there);
            }
        });
        Ok(())
    });
    runtime.block_on(building.stop());
    outcome.unwrap();
}
