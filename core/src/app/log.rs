//! Who came?

use super::client::{Client, asked};
use super::{App, AppError, EntryList, EntryQuery, EntryRef, EntryRow};
use crate::net::NetError;

impl App {
    /// A list of entries.
    pub async fn entries(&self, query: EntryQuery) -> Result<EntryList, AppError> {
        self.run(|client| async move { client.entries(query).await }).await
    }

    /// The photo of an entry as JPEG bytes, fetched from the server; `None` if there is none (any more).
    pub async fn entry_photo(&self, entry: EntryRef) -> Result<Option<Vec<u8>>, AppError> {
        self.run(|client| async move { client.photo(entry).await }).await
    }
}

impl Client {
    pub(super) async fn entries(&self, query: EntryQuery) -> Result<EntryList, AppError> {
        let found = self.db(move |db| Ok((db.entries(&query)?, db.profiles()?)));
        let ((entries, more), profiles) = found.await?;
        let row = |(profile, entry)| {
            let home = profiles.iter().find(|stored| stored.id == profile)?;
            Some(EntryRow { profile, time_zone: home.body.site.time_zone.clone(), entry })
        };
        Ok(EntryList { rows: entries.into_iter().filter_map(row).collect(), more })
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
