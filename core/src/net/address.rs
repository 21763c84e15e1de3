//! Which server is meant, and may it be reached so?

use std::fmt;
use std::net::{Ipv4Addr, Ipv6Addr};

use url::{Host, Url};

use crate::pass::{Expected, Problem};

/// A server's address, normalised: `https://passes.example.com`, perhaps with a path.
#[derive(Clone, PartialEq, Eq)]
pub struct Server(Url);

/// The address cannot be used; show the text beside the field.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadAddress {
    /// It reads as no address.
    #[error("is not a server's address; enter one such as https://passes.example.com")]
    Unreadable,
    /// Everything, codes and tokens too, would cross the network in the clear.
    #[error("uses http, so anybody on the network could read your passes; ask the building for its https address")]
    Plain,
}

impl From<BadAddress> for Problem {
    fn from(bad: BadAddress) -> Self {
        match bad {
            BadAddress::Unreadable => Self::Malformed { expected: Some(Expected::ServerAddress) },
            BadAddress::Plain => Self::PlainHttp,
        }
    }
}

impl Server {
    /// Reads an address as a resident types it. Without a scheme `https` is meant. `http` is taken for this machine,
    /// and for others only with `allow_plain`, which the resident was asked about.
    pub fn parse(text: &str, allow_plain: bool) -> Result<Self, BadAddress> {
        let text = text.trim();
        let full = if text.contains("://") { text.to_owned() } else { format!("https://{text}") };
        let mut url = Url::parse(&full).map_err(|_| BadAddress::Unreadable)?;
        let nothing_else = url.username().is_empty() && url.password().is_none();
        if !nothing_else || url.host().is_none() {
            return Err(BadAddress::Unreadable);
        }
        match url.scheme() {
            "https" => {}
            "http" if allow_plain || is_this_machine(&url) => {}
            "http" => return Err(BadAddress::Plain),
            _ => return Err(BadAddress::Unreadable),
        }
        url.set_query(None);
        url.set_fragment(None);
        let path = url.path().trim_end_matches('/').to_owned();
        url.set_path(&path);
        Ok(Self(url))
    }

    /// Whether the server is on this machine, so that no proxy and no network are between.
    #[must_use]
    pub fn is_here(&self) -> bool {
        is_this_machine(&self.0)
    }

    /// The address of something on the server.
    pub(super) fn at(&self, segments: &[&str]) -> Url {
        let mut url = self.0.clone();
        if let Ok(mut path) = url.path_segments_mut() {
            path.pop_if_empty().extend(segments);
        }
        url
    }
}

fn is_this_machine(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost" || name.ends_with(".localhost"),
        Some(Host::Ipv4(address)) => address.is_loopback() || address == Ipv4Addr::UNSPECIFIED,
        Some(Host::Ipv6(address)) => address.is_loopback() || address == Ipv6Addr::UNSPECIFIED,
        None => false,
    }
}

impl fmt::Display for Server {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.0.as_str().trim_end_matches('/'))
    }
}

impl fmt::Debug for Server {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Server({self})")
    }
}
