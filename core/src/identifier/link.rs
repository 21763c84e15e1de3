//! The address of a guest's page: `https://<server>/g/<26 characters>`.

use url::Url;

use super::Token;

/// This is not the address of a guest's page.
///
/// The caller should treat it as an unknown identifier.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("is not a pass link; one looks like https://server/g/ and 26 letters and digits")]
pub struct NotALink;

/// The guest's page of `token` on `server`, which is the service's public address such as `https://pass.example.com`.
#[must_use]
pub fn link_url(server: &str, token: &Token) -> String {
    format!("{}/g/{}", server.trim_end_matches('/'), token.text())
}

/// The token in a link of any server. The token alone lets its holder in, so a look-up says more than a comparison of host
/// names. A slash, a query or a fragment after the token is ignored.
pub fn parse_link(text: &str) -> Result<Token, NotALink> {
    let url = Url::parse(text.trim()).map_err(|_| NotALink)?;
    if !matches!(url.scheme(), "https" | "http") {
        return Err(NotALink);
    }
    let mut segments = url.path_segments().ok_or(NotALink)?.filter(|segment| !segment.is_empty());
    let token = segments.next_back().ok_or(NotALink)?;
    match segments.next_back() {
        Some(page) if page.eq_ignore_ascii_case("g") => Token::parse(token).map_err(|_| NotALink),
        _ => Err(NotALink),
    }
}
