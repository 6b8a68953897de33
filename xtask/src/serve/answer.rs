//! From a request to a response, without the network.

use std::fs;
use std::path::Path;

use super::{kinds, policy, site};
use crate::build;

const FOREVER: &str = "public, max-age=31536000, immutable";
const ASK_AGAIN: &str = "no-cache";

/// What of a request matters here.
#[derive(Debug, Clone, Default)]
pub(crate) struct Question {
    /// The method.
    pub(crate) method: String,
    /// The address as it stands in the request.
    pub(crate) address: String,
    /// `Accept-Encoding`.
    pub(crate) encodings: String,
    /// `User-Agent`.
    pub(crate) browser: String,
}

/// A whole response.
#[derive(Debug)]
pub(crate) struct Answer {
    /// The status code.
    pub(crate) status: u16,
    /// Its headers.
    pub(crate) headers: Vec<(&'static str, String)>,
    /// Its body.
    pub(crate) body: Vec<u8>,
}

/// Answers a request from the files of a folder that appears under a path.
pub(crate) fn answer(folder: &Path, under: &str, question: &Question) -> Answer {
    if !["GET", "HEAD"].contains(&question.method.as_str()) {
        return plain(405, "only reading here");
    }
    let Some(address) = site::address(&question.address, under) else { return plain(404, "nothing here") };
    let Some((content, encoding)) = read(folder, &address, &question.encodings) else {
        return plain(404, "nothing here");
    };
    let is_fixed = address.split('/').next().is_some_and(build::is_version_folder);
    let mut headers = vec![
        ("Content-Type", kinds::of(&address).to_owned()),
        ("Cache-Control", if is_fixed { FOREVER } else { ASK_AGAIN }.to_owned()),
        ("Vary", "Accept-Encoding, User-Agent".to_owned()),
        ("Content-Security-Policy", policy::for_browser(&question.browser)),
        // With both, the page is isolated from other origins, and the browser tells how much memory it takes.
        ("Cross-Origin-Embedder-Policy", "require-corp".to_owned()),
        ("Cross-Origin-Opener-Policy", "same-origin".to_owned()),
        ("Cross-Origin-Resource-Policy", "same-origin".to_owned()),
        ("Permissions-Policy", "camera=(self), geolocation=(), microphone=()".to_owned()),
        ("Referrer-Policy", "no-referrer".to_owned()),
        ("X-Content-Type-Options", "nosniff".to_owned()),
    ];
    headers.extend(encoding.map(|name| ("Content-Encoding", name.to_owned())));
    Answer { status: 200, headers, body: content }
}

fn plain(status: u16, text: &str) -> Answer {
    let headers = vec![("Content-Type", "text/plain; charset=utf-8".to_owned())];
    Answer { status, headers, body: text.as_bytes().to_vec() }
}

/// The file, or the smallest copy of it that the browser accepts.
fn read(folder: &Path, address: &str, encodings: &str) -> Option<(Vec<u8>, Option<&'static str>)> {
    let packed = [("br", "br"), ("gzip", "gz")].into_iter().filter(|(name, _)| accepts(encodings, name)).find_map(
        |(name, ending)| fs::read(folder.join(format!("{address}.{ending}"))).ok().map(|content| (content, Some(name))),
    );
    packed.or_else(|| fs::read(folder.join(address)).ok().map(|content| (content, None)))
}

fn accepts(encodings: &str, name: &str) -> bool {
    encodings.split(',').any(|part| {
        let mut words = part.split(';').map(str::trim);
        let is_named = words.next().is_some_and(|word| word.eq_ignore_ascii_case(name));
        is_named && !words.any(|word| matches!(word, "q=0" | "q=0.0" | "q=0.00" | "q=0.000"))
    })
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    fn ask(address: &str, encodings: &str) -> Answer {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let name = format!("shouwen-answer-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        let folder = std::env::temp_dir().join(name);
        let fixed = folder.join("v-0123456789ab");
        fs::create_dir_all(&fixed).unwrap();
        fs::write(folder.join("index.html"), "page").unwrap();
        fs::write(fixed.join("app.js"), "script").unwrap();
        fs::write(fixed.join("app.js.br"), "brotli").unwrap();
        fs::write(fixed.join("app.js.gz"), "gzip").unwrap();
        let question = Question {
            method: "GET".into(),
            address: address.into(),
            encodings: encodings.into(),
            ..Question::default()
        };
        answer(&folder, "/", &question)
    }

    fn header<'a>(answer: &'a Answer, name: &str) -> Option<&'a str> {
        answer.headers.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str())
    }

    #[test]
    fn the_smallest_accepted_copy_is_handed_out() {
        let check = |encodings: &str, body: &str, encoding: Option<&str>| {
            let answer = ask("/v-0123456789ab/app.js", encodings);
            assert_eq!((answer.status, answer.body.as_slice()), (200, body.as_bytes()), "{encodings}");
            assert_eq!(header(&answer, "Content-Encoding"), encoding, "{encodings}");
            assert_eq!(header(&answer, "Content-Type"), Some("text/javascript; charset=utf-8"));
        };
        check("gzip, deflate, br", "brotli", Some("br"));
        check("gzip, deflate", "gzip", Some("gzip"));
        check("br;q=0, gzip;q=1.0", "gzip", Some("gzip"));
        check("brotli", "script", None);
        check("", "script", None);
    }

    #[test]
    fn only_files_of_a_version_may_be_kept_without_asking() {
        assert_eq!(header(&ask("/", "br"), "Cache-Control"), Some(ASK_AGAIN));
        assert_eq!(header(&ask("/v-0123456789ab/app.js", "br"), "Cache-Control"), Some(FOREVER));
    }

    #[test]
    fn what_is_not_there_is_not_found() {
        for address in ["/nothing", "/v-0123456789ab", "/v-0123456789ab/", "/../Cargo.toml"] {
            assert_eq!(ask(address, "br").status, 404, "{address}");
        }
    }

    #[test]
    fn writing_is_refused() {
        let question = Question { method: "POST".into(), address: "/".into(), ..Question::default() };
        assert_eq!(answer(Path::new("."), "/", &question).status, 405);
    }
}
