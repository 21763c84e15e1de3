//! Do the keys belong to this database? With others, every access code would be unknown and nothing sealed could be read.

use gatepass_core::id::{PassId, SiteId};
use gatepass_core::pass::IdentifierKind;
use rusqlite::Connection;

use super::columns::{Id, Word};
use crate::building::{LedgerError, Result, secrets};
use crate::keys::Keys;

/// Holds the keys against the mark of each site, or against what a site without a mark has sealed. Writes nothing unless
/// all agree.
///
/// Keys that are proven by any site become the mark of those without one, and of those whose mark has an older seal: a
/// rotation may have been cut off before its records were written.
pub(super) fn check(connection: &Connection, keys: &Keys) -> Result<()> {
    let mut sites = connection.prepare("SELECT id, key_mark FROM sites")?;
    let sites = sites.query_map((), |row| Ok((SiteId(row.get::<_, Id>(0)?.0), row.get::<_, Option<Vec<u8>>>(1)?)))?;
    let (mut proven, mut stale) = (false, Vec::new());
    for (site, mark) in sites.collect::<rusqlite::Result<Vec<_>>>()? {
        let belong = match &mark {
            Some(mark) => Some(keys.made(mark, site)),
            None => open_what_is_sealed(connection, keys, site)?,
        };
        match belong {
            Some(false) => return Err(LedgerError::WrongKeys),
            Some(true) => proven = true,
            None => {}
        }
        if mark.is_none_or(|mark| !keys.is_current(&mark)) {
            stale.push(site);
        }
    }
    if !proven || stale.is_empty() {
        return Ok(());
    }
    let transaction = connection.unchecked_transaction()?;
    for site in stale {
        put(&transaction, site, &keys.mark_of(site))?;
    }
    Ok(transaction.commit()?)
}

/// Keeps the mark of a site.
pub(super) fn put(connection: &Connection, site: SiteId, mark: &[u8]) -> Result<()> {
    connection.execute("UPDATE sites SET key_mark = ?2 WHERE id = ?1", (Id(site.0), mark))?;
    Ok(())
}

/// Whether the keys open any of some identifiers of the site; `None` if it has none. A single one may be damaged.
fn open_what_is_sealed(connection: &Connection, keys: &Keys, site: SiteId) -> Result<Option<bool>> {
    let mut find = connection
        .prepare("SELECT pass_id, kind, sealed FROM identifiers WHERE site_id = ?1 AND sealed <> x'' LIMIT 20")?;
    let found = find.query_map([Id(site.0)], |row| {
        let sealed: Vec<u8> = row.get(2)?;
        Ok((PassId(row.get::<_, Id>(0)?.0), row.get::<_, Word<IdentifierKind>>(1)?.0, sealed))
    })?;
    let found = found.collect::<rusqlite::Result<Vec<_>>>()?;
    let opens = |(pass, kind, sealed): &(_, _, Vec<u8>)| keys.open(&secrets::context(*pass, *kind), sealed).is_ok();
    Ok((!found.is_empty()).then(|| found.iter().any(opens)))
}
