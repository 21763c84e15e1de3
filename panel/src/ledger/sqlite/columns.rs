//! How values are written into columns and read back.

use chrono::{DateTime, NaiveDate, SubsecRound, Utc};
use gatepass_core::id::EntryId;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use serde::Serialize;
use serde::de::DeserializeOwned;
use uuid::{Builder, Uuid};

/// An id of any kind, as 16 bytes.
#[derive(Clone, Copy)]
pub(super) struct Id(pub(super) Uuid);

impl ToSql for Id {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(ValueRef::Blob(self.0.as_bytes())))
    }
}

impl FromSql for Id {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        <[u8; 16]>::column_result(value).map(|bytes| Self(Uuid::from_bytes(bytes)))
    }
}

/// An instant, as milliseconds of the epoch.
#[derive(Clone, Copy)]
pub(super) struct Millis(pub(super) DateTime<Utc>);

impl ToSql for Millis {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::from(self.0.timestamp_millis()))
    }
}

impl FromSql for Millis {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let millis = i64::column_result(value)?;
        DateTime::from_timestamp_millis(millis).map(Self).ok_or(FromSqlError::OutOfRange(millis))
    }
}

/// A local date, as days of the epoch.
#[derive(Clone, Copy)]
pub(super) struct Day(pub(super) NaiveDate);

impl ToSql for Day {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::from(self.0.to_epoch_days()))
    }
}

impl FromSql for Day {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let days = i32::column_result(value)?;
        NaiveDate::from_epoch_days(days).map(Self).ok_or(FromSqlError::OutOfRange(days.into()))
    }
}

/// Anything with a form on the wire, as JSON.
pub(super) struct Json<T>(pub(super) T);

impl<T: Serialize> ToSql for Json<T> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        let text = serde_json::to_string(&self.0);
        text.map(ToSqlOutput::from).map_err(|error| rusqlite::Error::ToSqlConversionFailure(error.into()))
    }
}

impl<T: DeserializeOwned> FromSql for Json<T> {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        serde_json::from_str(value.as_str()?).map(Self).map_err(|error| FromSqlError::Other(error.into()))
    }
}

/// Anything whose form on the wire is one word, as that word.
pub(super) struct Word<T>(pub(super) T);

impl<T: Serialize> ToSql for Word<T> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        match serde_json::to_value(&self.0) {
            Ok(serde_json::Value::String(word)) => Ok(ToSqlOutput::from(word)),
            Ok(_) => Err(rusqlite::Error::ToSqlConversionFailure("this is not one word".into())),
            Err(error) => Err(rusqlite::Error::ToSqlConversionFailure(error.into())),
        }
    }
}

impl<T: DeserializeOwned> FromSql for Word<T> {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let word = serde_json::Value::String(value.as_str()?.to_owned());
        serde_json::from_value(word).map(Self).map_err(|error| FromSqlError::Other(error.into()))
    }
}

/// A number of rows.
pub(super) fn rows(count: usize) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}

/// The instant as the database keeps it: what is in memory must not be finer than what is read back.
pub(super) fn to_millis(at: DateTime<Utc>) -> DateTime<Utc> {
    at.trunc_subsecs(3)
}

/// A new id of version 7.
pub(super) fn new_id(now: DateTime<Utc>) -> Uuid {
    let mut random = [0; 10];
    crate::keys::random(&mut random);
    Builder::from_unix_timestamp_millis(epoch_millis(now), &random).into_uuid()
}

/// The id of an entry: of version 7, its counter the entry's place in the sequence. So it is unique without being
/// stored, and an entry is found by it without an index.
pub(super) fn entry_id(at: DateTime<Utc>, seq: i64) -> EntryId {
    // The builder puts the version and the variant over the upper bits of bytes 0 and 2 of the ten.
    let mut counter = [0; 10];
    counter[2..].copy_from_slice(&seq.to_be_bytes());
    EntryId(Builder::from_unix_timestamp_millis(epoch_millis(at), &counter).into_uuid())
}

/// The place in the sequence of the entry with this id.
pub(super) fn entry_seq(id: EntryId) -> i64 {
    let bytes = id.0.as_bytes();
    let mut seq = [0; 8];
    seq.copy_from_slice(&bytes[8..]);
    seq[0] &= 0x3F;
    i64::from_be_bytes(seq)
}

fn epoch_millis(at: DateTime<Utc>) -> u64 {
    u64::try_from(at.timestamp_millis()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_id_of_an_entry_leads_back_to_it() {
        let at = DateTime::from_timestamp_millis(1_763_800_000_123).unwrap_or_default();
        for seq in [1, 2, 255, 65_536, i64::from(u32::MAX) + 7, (1 << 61) + 3] {
            let id = entry_id(at, seq);
            assert_eq!(entry_seq(id), seq);
            assert_eq!(id.0.get_version_num(), 7);
            assert_eq!(id.0.get_variant(), uuid::Variant::RFC4122);
        }
    }
}
