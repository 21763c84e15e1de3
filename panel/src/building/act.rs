//! What every act is given, and what it gives back.

use chrono::{DateTime, Utc};
use gatepass_core::id::SiteId;
use gatepass_core::share::Language;
use uuid::Uuid;

use super::state::State;
use super::{Actor, Archive, Conflict, Directory, IdempotencyRecord, IdempotentRequest, Record, Result, SiteState};
use crate::keys::Keys;

/// What an act may look at. It changes nothing: it gives back records.
pub(crate) struct Act<'a> {
    pub(crate) state: &'a State,
    pub(crate) archive: &'a dyn Archive,
    pub(crate) keys: &'a Keys,
    /// In which language a pass is named whose maker gave no name.
    pub(crate) language: Language,
    /// The actor.
    pub(crate) actor: Actor,
    /// The instant of the act, in whole milliseconds.
    pub(crate) now: DateTime<Utc>,
}

/// An answer, and the records that must be on disk before it leaves.
pub(crate) struct Outcome<T> {
    pub(crate) answer: T,
    pub(crate) records: Vec<Record>,
}

impl<T> Outcome<T> {
    /// An answer that changes nothing.
    pub(crate) fn unchanged(answer: T) -> Self {
        Self { answer, records: Vec::new() }
    }
}

/// Hands out a site's sequence numbers.
pub(crate) struct Sequence(i64);

impl Sequence {
    /// The next number.
    pub(crate) fn next(&mut self) -> i64 {
        self.0 += 1;
        self.0
    }
}

impl<'a> Act<'a> {
    /// The directory.
    pub(crate) fn directory(&self) -> &'a Directory {
        &self.state.directory
    }

    /// What decisions at a site are made from.
    pub(crate) fn site_state(&self, site: SiteId) -> &'a SiteState {
        self.state.site(site)
    }

    /// Numbers that follow those a site has handed out.
    pub(crate) fn sequence(&self, site: SiteId) -> Sequence {
        Sequence(self.site_state(site).last_seq())
    }

    /// What the same request made before: its id, and what was kept with it. `site` is none for a request that makes
    /// a site.
    pub(crate) fn repeated(
        &self,
        site: Option<SiteId>,
        once: Option<&IdempotentRequest>,
    ) -> Result<Option<(Uuid, Vec<u8>)>> {
        let Some(once) = once else { return Ok(None) };
        match self.archive.request(site, once.caller, &once.key)? {
            None => Ok(None),
            Some(done) if done.once.request == once.request => Ok(Some((done.made, done.once.keep))),
            Some(_) => Err(Conflict::KeyReused.into()),
        }
    }

    /// The record that the request made this.
    pub(crate) fn request_done(
        &self,
        site: Option<SiteId>,
        once: Option<IdempotentRequest>,
        made: Uuid,
    ) -> Option<Record> {
        let once = once?;
        Some(Record::RequestDone { site, done: Box::new(IdempotencyRecord { once, made, at: self.now }) })
    }
}
