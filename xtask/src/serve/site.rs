//! Which file of the site an address means, and which addresses mean none.

/// The file's address below the site's folder; nothing where the request asks for anything but a file of the site.
pub(crate) fn address(requested: &str, under: &str) -> Option<String> {
    let path = requested.split(['?', '#']).next().unwrap_or_default();
    let path = decode(path)?;
    let inside = path.strip_prefix(under)?;
    if inside.is_empty() {
        return Some("index.html".into());
    }
    inside.split('/').all(is_plain).then(|| inside.to_owned())
}

/// A part of an address that names a visible file or folder and cannot lead elsewhere on any system.
fn is_plain(part: &str) -> bool {
    !part.is_empty()
        && !part.starts_with('.')
        && !part.chars().any(|sign| sign.is_control() || r#"\:*?"<>|"#.contains(sign))
}

/// Resolves `%` signs; nothing for broken ones or what is not UTF-8.
fn decode(path: &str) -> Option<String> {
    let mut parts = path.split('%');
    let mut bytes = parts.next()?.as_bytes().to_vec();
    for part in parts {
        let (digits, rest) = part.split_at_checked(2)?;
        if !digits.chars().all(|digit| digit.is_ascii_hexdigit()) {
            return None;
        }
        bytes.push(u8::from_str_radix(digits, 16).ok()?);
        bytes.extend(rest.as_bytes());
    }
    String::from_utf8(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::address;

    #[test]
    fn addresses_name_files_of_the_site_and_nothing_else() {
        let check = |requested: &str, under: &str, expected: Option<&str>| {
            assert_eq!(address(requested, under).as_deref(), expected, "{requested} under {under}");
        };
        check("/", "/", Some("index.html"));
        check("/?office=example", "/", Some("index.html"));
        check("/v-1/app.js", "/", Some("v-1/app.js"));
        check("/%E9%A6%96.txt", "/", Some("首.txt"));
        check("/sub/", "/sub/", Some("index.html"));
        check("/sub/app.js", "/sub/", Some("app.js"));
        for refused in [
            "/../secret",
            "/a/../../secret",
            "/%2e%2e/secret",
            "/%2e%2e%2fsecret",
            "/..%5csecret",
            "/a//b",
            "//etc/passwd",
            "/C:/secret",
            "/.git/config",
            "/a/",
            "/%00",
            "/%",
            "/%+1",
            "/%zz",
            "/%ff",
            "",
            "secret",
        ] {
            check(refused, "/", None);
        }
        check("/subway", "/sub/", None);
        check("/", "/sub/", None);
    }
}
