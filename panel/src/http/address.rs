//! The address of a client: the peer of the connection, or the address that a trusted proxy reports.

use std::net::{IpAddr, Ipv6Addr};

use axum::http::HeaderMap;
use ipnet::IpNet;

/// The address a request is counted under.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ClientAddress(pub(crate) IpAddr);

impl ClientAddress {
    /// The address for rate limits: for IPv6 the /64 network, because a customer has all addresses of it.
    pub(crate) fn counted(self) -> IpAddr {
        match self.0.to_canonical() {
            IpAddr::V4(v4) => IpAddr::V4(v4),
            IpAddr::V6(v6) => {
                let [a, b, c, d, ..] = v6.segments();
                IpAddr::V6(Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0))
            }
        }
    }
}

/// Walks `X-Forwarded-For` from its end, as long as the proxy that wrote the entry is trusted. Anything else in the header
/// was written by the client and means nothing.
pub(crate) fn client_address(peer: IpAddr, headers: &HeaderMap, trusted: &[IpNet]) -> ClientAddress {
    let is_trusted = |address: IpAddr| trusted.iter().any(|network| network.contains(&address.to_canonical()));
    let mut client = peer;
    if !is_trusted(peer) {
        return ClientAddress(client);
    }
    let lists = headers.get_all("x-forwarded-for").iter().filter_map(|value| value.to_str().ok());
    let entries: Vec<&str> = lists.flat_map(|list| list.split(',')).map(str::trim).collect();
    for entry in entries.into_iter().rev() {
        let Ok(address) = entry.parse::<IpAddr>() else { break };
        client = address;
        if !is_trusted(address) {
            break;
        }
    }
    ClientAddress(client)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "tests")]
mod tests {
    use super::*;

    fn seen(peer: &str, forwarded: &[&str], trusted: &[&str]) -> String {
        let mut headers = HeaderMap::new();
        for value in forwarded {
            headers.append("x-forwarded-for", value.parse().unwrap());
        }
        let trusted: Vec<IpNet> = trusted.iter().map(|network| network.parse().unwrap()).collect();
        client_address(peer.parse().unwrap(), &headers, &trusted).0.to_string()
    }

    #[test]
    fn a_stranger_cannot_choose_an_address() {
        assert_eq!(seen("198.51.100.7", &["203.0.113.9"], &[]), "198.51.100.7");
        assert_eq!(seen("198.51.100.7", &["203.0.113.9"], &["10.0.0.0/8"]), "198.51.100.7");
        // The client put 203.0.113.9 there itself; the proxy appended whom it saw.
        assert_eq!(seen("10.0.0.2", &["203.0.113.9, 198.51.100.7"], &["10.0.0.0/8"]), "198.51.100.7");
    }

    #[test]
    fn chains_of_trusted_proxies_are_walked() {
        let forwarded = ["203.0.113.9, 198.51.100.7", "10.0.0.3"];
        assert_eq!(seen("10.0.0.2", &forwarded, &["10.0.0.0/8"]), "198.51.100.7");
        assert_eq!(seen("::ffff:10.0.0.2", &forwarded, &["10.0.0.0/8"]), "198.51.100.7");
        assert_eq!(seen("10.0.0.2", &["nonsense"], &["10.0.0.0/8"]), "10.0.0.2");
        assert_eq!(seen("10.0.0.2", &[], &["10.0.0.0/8"]), "10.0.0.2");
    }

    #[test]
    fn an_ipv6_customer_is_counted_as_one() {
        let one = ClientAddress("2001:db8:1:2:3:4:5:6".parse().unwrap()).counted();
        assert_eq!(one, ClientAddress("2001:db8:1:2::9".parse().unwrap()).counted());
        assert_ne!(one, ClientAddress("2001:db8:1:3::9".parse().unwrap()).counted());
    }
}
