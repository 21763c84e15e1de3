//! Names of things, and civil dates and times: texts on the other side.

use chrono::{DateTime, NaiveDate, Utc};
use gatepass_core::app::{DraftId, ProfileId};
use gatepass_core::id::{DoorId, EntryId, PassId};
use gatepass_core::time::{LocalMinute, WallTime};
use std::time::SystemTime;

uniffi::custom_type!(ProfileId, String, {
    remote,
    lower: |id| id.to_string(),
    try_lift: |text| Ok(text.parse()?),
});

uniffi::custom_type!(PassId, String, {
    remote,
    lower: |id| id.to_string(),
    try_lift: |text| Ok(text.parse()?),
});

uniffi::custom_type!(DoorId, String, {
    remote,
    lower: |id| id.to_string(),
    try_lift: |text| Ok(text.parse()?),
});

uniffi::custom_type!(EntryId, String, {
    remote,
    lower: |id| id.to_string(),
    try_lift: |text| Ok(text.parse()?),
});

uniffi::custom_type!(DraftId, String, {
    remote,
    lower: |id| id.0.to_string(),
    try_lift: |text| Ok(DraftId(text.parse()?)),
});

/// A date without a zone.
pub(crate) type LocalDate = NaiveDate;

uniffi::custom_type!(LocalDate, String, {
    remote,
    lower: |date| date.to_string(),
    try_lift: |text| Ok(text.parse()?),
});

// `2026-11-22T14:20`
uniffi::custom_type!(LocalMinute, String, {
    remote,
    lower: |at| at.to_string(),
    try_lift: |text| text.parse().map_err(uniffi::deps::anyhow::Error::msg),
});

// `14:20`
uniffi::custom_type!(WallTime, String, {
    remote,
    lower: |time| time.to_string(),
    try_lift: |text| text.parse().map_err(uniffi::deps::anyhow::Error::msg),
});

/// An instant.
pub(crate) type Timestamp = DateTime<Utc>;

uniffi::custom_type!(Timestamp, SystemTime, {
    remote,
    lower: |at| at.into(),
    try_lift: |at| Ok(at.into()),
});
