//! The log of entries, and which of them are news.

use super::client::{Client, asked};
use super::{App, AppError, EntryList, EntryQuery, EntryRef, EntryRow, ProfileId};
use crate::api::EntryBody;
use crate::net::NetError;
use crate::store::{Db, StoredProfile};
use crate::time::{DateTime, Utc};

impl App {
    /// A list of entries.
    pub async fn entries(&self, query: EntryQuery) -> Result<EntryList, AppError> {
        self.run(|client| async move { client.entries(query).await }).await
    }

    /// The news: guests that arrived or were refused and that the resident was not notified of and has not seen in the log,
    /// the oldest first, at most twenty. An entry is news once, when it first reaches this device, however late; the entries
    /// of a profile's first synchronisation are not. Call [`App::news_told`] with the entries of the notifications.
    pub async fn news(&self) -> Result<Vec<EntryRow>, AppError> {
        self.run(|client| async move { client.news().await }).await
    }

    /// Marks these entries as notified.
    pub async fn news_told(&self, entries: Vec<EntryRef>) -> Result<(), AppError> {
        self.run(|client| async move { client.db(move |db| db.told(&entries)).await }).await
    }

    /// The resident looks at the log: nothing in it is news any more.
    pub async fn log_seen(&self) -> Result<(), AppError> {
        self.run(|client| async move { client.db(Db::log_seen).await }).await
    }

    /// The photo of an entry as JPEG bytes, fetched from the server; `None` if there is none (any more).
    pub async fn entry_photo(&self, entry: EntryRef) -> Result<Option<Vec<u8>>, AppError> {
        self.run(|client| async move { client.photo(entry).await }).await
    }
}

/// Entries with what their rows need of their profiles.
fn rows(entries: Vec<(ProfileId, EntryBody)>, profiles: &[StoredProfile], now: DateTime<Utc>) -> Vec<EntryRow> {
    let row = |(profile, entry)| {
        let home = profiles.iter().find(|stored| stored.id == profile)?;
        Some(EntryRow::of(profile, entry, &home.body.site.time_zone, now))
    };
    entries.into_iter().filter_map(row).collect()
}

impl Client {
    pub(super) async fn entries(&self, query: EntryQuery) -> Result<EntryList, AppError> {
        let now = self.now();
        let found = self.db(move |db| Ok((db.entries(&query)?, db.profiles()?)));
        let ((entries, more), profiles) = found.await?;
        Ok(EntryList { rows: rows(entries, &profiles, now), more })
    }

    async fn news(&self) -> Result<Vec<EntryRow>, AppError> {
        let (entries, profiles) = self.db(|db| Ok((db.news()?, db.profiles()?))).await?;
        Ok(rows(entries, &profiles, self.now()))
    }

    async fn photo(&self, entry: EntryRef) -> Result<Option<Vec<u8>>, AppError> {
        let profile = entry.profile;
        let api = self.engine.api(profile).await.map_err(|halt| self.halted(profile, halt))?;
        match api.photo(entry.entry).await {
            Ok(jpeg) => Ok(Some(jpeg)),
            Err(NetError::Missing) => Ok(None),
            Err(error) => Err(asked(Some(profile), error)),
        }
    }
}
