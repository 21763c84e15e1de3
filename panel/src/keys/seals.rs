//! The keys of sealed boxes: one is current and closes, all open.
//!
//! A box is a version byte, the id of its seal, a nonce, and what XChaCha20-Poly1305 makes of the contents. Boxes of
//! before there were ids have neither version nor id; seal 0 opens them.

use chacha20poly1305::aead::{Aead, Payload};
use chacha20poly1305::{KeyInit, XChaCha20Poly1305, XNonce};
use chrono::{DateTime, Utc};
use zeroize::{Zeroize, Zeroizing};

use super::{UnsealError, random};

const VERSION: u8 = 1;
const NONCE: usize = 24;
/// The version byte and the id.
const PREFIX: usize = 5;

/// One key.
pub(super) struct Seal {
    pub(super) id: u32,
    pub(super) key: [u8; 32],
    /// When it was made; `None` for the first, which is older than such notes.
    pub(super) made_at: Option<DateTime<Utc>>,
}

impl Drop for Seal {
    fn drop(&mut self) {
        self.key.zeroize();
    }
}

/// What may be told of a seal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SealInfo {
    /// Its id, as it is in every box it closed.
    pub id: u32,
    /// When it was made; `None` for the first of a service that is older than such notes.
    pub made_at: Option<DateTime<Utc>>,
    /// Whether it closes new boxes.
    pub current: bool,
}

/// All seals, the current one last. There is always one.
pub(super) struct Seals(Vec<Seal>);

impl Seals {
    /// One new seal.
    pub(super) fn new() -> Self {
        Self(vec![new_seal(random_id(), None)])
    }

    /// Seals as they were kept; `None` if there is none or an id comes twice.
    pub(super) fn from_stored(seals: Vec<Seal>) -> Option<Self> {
        let once_each = seals.iter().enumerate().all(|(at, seal)| seals[..at].iter().all(|other| other.id != seal.id));
        (!seals.is_empty() && once_each).then_some(Self(seals))
    }

    /// A new seal, with an id that no other seal has.
    pub(super) fn another(&self, made_at: DateTime<Utc>) -> Seal {
        let mut id = random_id();
        while self.0.iter().any(|seal| seal.id == id) {
            id = random_id();
        }
        new_seal(id, Some(made_at))
    }

    /// This seal becomes current.
    pub(super) fn add(&mut self, seal: Seal) {
        self.0.push(seal);
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Seal> {
        self.0.iter()
    }

    fn current(&self) -> &Seal {
        self.0.last().expect("there is always a seal")
    }

    pub(super) fn current_prefix(&self) -> [u8; PREFIX] {
        prefix(self.current().id)
    }

    pub(super) fn is_current(&self, sealed: &[u8]) -> bool {
        sealed.starts_with(&self.current_prefix())
    }

    pub(super) fn infos(&self) -> Vec<SealInfo> {
        let current = self.current().id;
        let info = |seal: &Seal| SealInfo { id: seal.id, made_at: seal.made_at, current: seal.id == current };
        self.0.iter().map(info).collect()
    }

    pub(super) fn close(&self, context: &[u8], plain: &[u8]) -> Vec<u8> {
        let seal = self.current();
        let mut nonce = [0; NONCE];
        random(&mut nonce);
        let closed = cipher(seal).encrypt(&XNonce::from(nonce), Payload { msg: plain, aad: context });
        let closed = closed.expect("XChaCha20-Poly1305 takes messages up to 256 GiB");
        [&prefix(seal.id)[..], &nonce, &closed].concat()
    }

    pub(super) fn open(&self, context: &[u8], sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, UnsealError> {
        let marked = self.0.iter().find(|seal| sealed.starts_with(&prefix(seal.id)));
        if let Some(seal) = marked
            && let Ok(plain) = open_with(seal, context, &sealed[PREFIX..])
        {
            return Ok(plain);
        }
        // A box without a mark; its nonce may look like one by chance.
        let unmarked = self.0.iter().find(|seal| seal.id == 0).ok_or(UnsealError)?;
        open_with(unmarked, context, sealed)
    }
}

fn prefix(id: u32) -> [u8; PREFIX] {
    let [a, b, c, d] = id.to_be_bytes();
    [VERSION, a, b, c, d]
}

/// Ids are random: a key file that was restored from an older copy must not give the id of a lost seal to a new one.
fn random_id() -> u32 {
    let mut bytes = [0; 4];
    random(&mut bytes);
    u32::from_be_bytes(bytes).max(1)
}

fn new_seal(id: u32, made_at: Option<DateTime<Utc>>) -> Seal {
    let mut key = [0; 32];
    random(&mut key);
    Seal { id, key, made_at }
}

fn cipher(seal: &Seal) -> XChaCha20Poly1305 {
    XChaCha20Poly1305::new(&seal.key.into())
}

fn open_with(seal: &Seal, context: &[u8], closed: &[u8]) -> Result<Zeroizing<Vec<u8>>, UnsealError> {
    let (nonce, closed) = closed.split_first_chunk::<NONCE>().ok_or(UnsealError)?;
    let plain = cipher(seal).decrypt(&XNonce::from(*nonce), Payload { msg: closed, aad: context });
    plain.map(Zeroizing::new).map_err(|_| UnsealError)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    #[test]
    fn old_boxes_open_after_a_rotation_and_new_ones_are_of_the_new_seal() {
        let mut seals = Seals::new();
        let old = seals.close(b"context", b"secret");
        assert!(seals.is_current(&old));
        let new = seals.another(DateTime::UNIX_EPOCH);
        seals.add(new);
        assert!(!seals.is_current(&old));
        assert_eq!(&seals.open(b"context", &old).unwrap()[..], b"secret");
        let new = seals.close(b"context", b"secret");
        assert!(seals.is_current(&new));
        let infos = seals.infos();
        assert_eq!(infos.iter().map(|seal| seal.current).collect::<Vec<_>>(), [false, true]);
        assert!(infos[0].id != infos[1].id && infos.iter().all(|seal| seal.id != 0));
        // Without its seal, a box stays shut, and so does one with another's mark.
        let alone = Seals(vec![seals.0.pop().unwrap()]);
        assert!(alone.open(b"context", &old).is_err());
        let mut disguised = old;
        disguised[..PREFIX].copy_from_slice(&alone.current_prefix());
        assert!(alone.open(b"context", &disguised).is_err());
        assert_eq!(&alone.open(b"context", &new).unwrap()[..], b"secret");
    }

    #[test]
    fn boxes_without_a_mark_open_with_seal_0_even_if_their_nonce_looks_like_a_mark() {
        let seals = Seals::from_stored(vec![new_seal(0, None), new_seal(1, None)]).unwrap();
        for first in [[7; NONCE], [VERSION, 0, 0, 0, 1].repeat(5)[..NONCE].try_into().unwrap()] {
            let payload = Payload { msg: b"secret".as_slice(), aad: b"context" };
            let closed = cipher(&seals.0[0]).encrypt(&XNonce::from(first), payload).unwrap();
            let unmarked = [&first[..], &closed].concat();
            assert_eq!(&seals.open(b"context", &unmarked).unwrap()[..], b"secret");
        }
        assert!(seals.open(b"context", b"").is_err());
        assert!(Seals::from_stored(vec![]).is_none());
        assert!(Seals::from_stored(vec![new_seal(1, None), new_seal(1, None)]).is_none());
    }
}
