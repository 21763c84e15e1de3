//! Lists by pages.

use gatepass_core::api::Page;
use serde::Deserialize;
use utoipa::IntoParams;

use crate::http::Refusal;
use crate::ledger::{ListPage, PageRequest};

/// The default number of rows of a page.
const USUAL: usize = 50;
/// The largest number of rows of a page.
const MOST: usize = 200;

/// Which part of a list.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(super) struct PageQuery {
    /// The `cursor` of the page before; missing: the first page.
    cursor: Option<String>,
    /// Rows a page, 1 to 200; missing: 50.
    limit: Option<usize>,
}

impl PageQuery {
    /// The request for the ledger.
    pub(super) fn ask(&self) -> Result<PageRequest, Refusal> {
        let limit = self.limit.unwrap_or(USUAL);
        if !(1..=MOST).contains(&limit) {
            return Err(Refusal::unreadable("limit", format!("must be from 1 to {MOST}")));
        }
        Ok(PageRequest { after: self.cursor.as_deref().map(|text| cursor("cursor", text)).transpose()?, limit })
    }
}

/// Parses a cursor of the service.
pub(super) fn cursor(field: &str, text: &str) -> Result<i64, Refusal> {
    let unreadable = || Refusal::unreadable(field, "is no cursor this service gave out; leave it out to begin anew");
    text.parse().ok().filter(|cursor| *cursor >= 0).ok_or_else(unreadable)
}

/// A page on the wire.
pub(super) fn page<T, B>(slice: &ListPage<T>, body: impl Fn(&T) -> B) -> Page<B> {
    Page { items: slice.items.iter().map(body).collect(), cursor: slice.next.map(|next| next.to_string()) }
}

/// A list that always fits one page.
pub(super) fn single_page<T, B>(items: &[T], body: impl Fn(&T) -> B) -> Page<B> {
    Page { items: items.iter().map(body).collect(), cursor: None }
}
