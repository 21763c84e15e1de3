//! Until the database and the photo store are here: a service that is started says that they are missing.

use std::io::{Error, ErrorKind};
use std::path::Path;
use std::sync::Arc;

use axum::body::Bytes;
use chrono::{DateTime, Utc};
use gatepass_core::id::SiteId;
use uuid::Uuid;

use crate::keys::Keys;
use crate::ledger::{Ledger, LedgerError};

pub(crate) struct Photos;

#[expect(clippy::unused_async, clippy::unnecessary_wraps, reason = "the photo store reads and writes files")]
impl Photos {
    pub(crate) fn in_folder(_: &Path, _: Arc<Keys>) -> Result<Self, Error> {
        Ok(Self)
    }

    pub(crate) async fn put(&self, _: SiteId, _: Uuid, _: &[u8]) -> Result<(), Error> {
        Err(ErrorKind::Unsupported.into())
    }

    pub(crate) async fn get(&self, _: SiteId, _: Uuid) -> Result<Option<Bytes>, Error> {
        Ok(None)
    }

    pub(crate) async fn remove(&self, _: SiteId, _: Uuid) -> Result<(), Error> {
        Ok(())
    }
}

pub(crate) async fn open_ledger(_: &Path, _: Arc<Keys>, _: DateTime<Utc>) -> Result<Arc<dyn Ledger>, LedgerError> {
    Err(LedgerError::Unavailable("this build has no database yet".to_owned()))
}
