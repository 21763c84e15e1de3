//! Lists by pages.

use std::sync::Arc;

/// Which part of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PageRequest {
    /// Where the last page ended; `None` for the first.
    pub after: Option<i64>,
    /// At most this many.
    pub limit: usize,
}

/// Part of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListPage<T> {
    /// The rows.
    pub items: Vec<T>,
    /// What to put into [`PageRequest::after`] for more; `None` at the end.
    pub next: Option<i64>,
}

impl<T: Clone> ListPage<T> {
    /// A page of a list that is in memory, in its order.
    pub(super) fn of<'a>(all: impl Iterator<Item = &'a Arc<T>>, page: &PageRequest) -> Self
    where
        T: 'a,
    {
        let from = page.after.and_then(|after| usize::try_from(after).ok()).unwrap_or(0);
        let mut rest = all.skip(from);
        let items: Vec<T> = rest.by_ref().take(page.limit.max(1)).map(|item| (**item).clone()).collect();
        let next = rest.next().is_some().then(|| i64::try_from(from + items.len()).ok()).flatten();
        Self { items, next }
    }
}
