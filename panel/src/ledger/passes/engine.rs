//! Passes: changed by acts, read from the lists.

use async_trait::async_trait;
use chrono::{DateTime, Utc};
use gatepass_core::id::PassId;

use crate::building::{self, Attribution};
use crate::ledger::engine::LedgerEngine;
use crate::ledger::ports::Lists;
use crate::ledger::{
    IdempotentAnswer, IdempotentRequest, ListPage, NewPass, PageRequest, PassQueries, PassUpdate, PassView, Passes,
    Result, Scope,
};

#[async_trait]
impl<L: Lists> Passes for LedgerEngine<L> {
    async fn create_pass(
        &self,
        new: NewPass,
        once: Option<IdempotentRequest>,
        now: DateTime<Utc>,
    ) -> Result<IdempotentAnswer<PassView>> {
        self.act(now, move |act| building::make_pass(act, new, once)).await
    }

    async fn edit_pass(
        &self,
        edit: PassUpdate,
        once: Option<IdempotentRequest>,
        now: DateTime<Utc>,
    ) -> Result<IdempotentAnswer<PassView>> {
        self.act(now, move |act| building::edit_pass(act, &edit, once)).await
    }

    async fn revoke_pass(&self, scope: Scope, pass: PassId, by: Attribution) -> Result<PassView> {
        self.act_by(by, move |act| building::revoke_pass(act, scope, pass)).await
    }
}

#[async_trait]
impl<L: Lists> PassQueries for LedgerEngine<L> {
    async fn pass(&self, scope: Scope, pass: PassId, now: DateTime<Utc>) -> Result<PassView> {
        self.lists.pass(scope, pass, now).await
    }

    async fn passes(
        &self,
        scope: Scope,
        valid: Option<bool>,
        page: PageRequest,
        now: DateTime<Utc>,
    ) -> Result<ListPage<PassView>> {
        self.lists.passes(scope, valid, page, now).await
    }
}
