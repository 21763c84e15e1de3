//! What did the resident paste: a code, a link, or the whole message it came in?

use std::fmt;

use url::Url;

/// An invitation as far as it could be read.
#[derive(Clone, PartialEq, Eq)]
pub struct Invitation {
    /// The server, if what was pasted names it.
    pub server: Option<String>,
    /// The code.
    pub code: String,
}

/// Never shows the code.
impl fmt::Debug for Invitation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Invitation").field("server", &self.server).finish_non_exhaustive()
    }
}

impl Invitation {
    /// Reads what was pasted; `None` if there is no invitation in it.
    ///
    /// A link names the server and the code: `https://passes.example.com/i/CODE` as the service makes it, where what is
    /// before `/i/` is the server; the code may also be the fragment or `?code=`. `gatepass://…?server=…&code=…` names
    /// both in its query. Anything else is a code.
    #[must_use]
    pub fn read(pasted: &str) -> Option<Self> {
        let words = || pasted.split_whitespace().map(|word| word.trim_matches(['<', '>', '"', '(', ')', ',']));
        if let Some(found) = words().filter(|word| word.contains("://")).find_map(from_link) {
            return Some(found);
        }
        let code: String =
            if words().count() == 1 { words().collect() } else { words().find(|word| is_code(word))?.to_owned() };
        is_code(&code).then_some(Self { server: None, code })
    }
}

fn from_link(link: &str) -> Option<Invitation> {
    let url = Url::parse(link).ok()?;
    let asked = |name: &str| url.query_pairs().find(|(key, _)| key == name).map(|(_, value)| value.into_owned());
    let last = || url.path_segments().and_then(|mut parts| parts.rfind(|part| !part.is_empty())).map(str::to_owned);
    let code = asked("code").or_else(|| url.fragment().map(str::to_owned)).or_else(last)?;
    let code = code.strip_prefix("code=").unwrap_or(&code).to_owned();
    if !is_code(&code) {
        return None;
    }
    let server = match (asked("server"), url.scheme()) {
        (Some(server), _) => server,
        (None, "https" | "http") => {
            let path = url.path().trim_end_matches('/');
            let before = path.strip_suffix(&format!("/i/{code}")).unwrap_or_default();
            format!("{}{before}", &url[..url::Position::BeforePath])
        }
        (None, _) => return None,
    };
    Some(Invitation { server: Some(server), code })
}

/// Letters and digits, perhaps in groups: long enough not to be a word of the message.
fn is_code(text: &str) -> bool {
    let letters = text.chars().filter(char::is_ascii_alphanumeric).count();
    (8..=64).contains(&letters) && text.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
}
