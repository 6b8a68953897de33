//! The last step from trunk's output to the site: versions that cannot mix, and the service worker's list.
//!
//! A page of one version must never meet a file of another, whatever caches lie between. So all files but the few with
//! known addresses move into a folder named after a digest of the whole site, and the page names that folder.

use sha2::{Digest, Sha256};

use super::files::{Files, problem, take_text};
use super::inputs::hex;
use super::styles;
use crate::failure::Outcome;

/// Files whose addresses others know: they stay at the top.
const KNOWN: &[&str] = &["icon-192.png", "icon-512.png", "icon.svg", "manifest.webmanifest"];
const PAGE: &str = "index.html";
const SERVICE_WORKER: &str = "sw.js";
const PACKS: &str = "packs/";
const TEXTS: &str = "texts/";
const TEXT_ENDING: &str = ".toml";
const PACK_ENDINGS: [&str; 2] = [".en", ".pack"];
const EMPTY_BUILD: &str = "const BUILD = { version: 'dev', files: [] };";
const VERSION_DIGITS: usize = 12;

/// A site ready to be served.
#[derive(Debug)]
pub(crate) struct Finished {
    /// The digest that names it.
    pub(crate) version: String,
    /// Its files.
    pub(crate) files: Files,
}

/// Finishes trunk's output.
pub(crate) fn finish(mut files: Files) -> Outcome<Finished> {
    let page = take_text(&mut files, PAGE)?;
    let service_worker = take_text(&mut files, SERVICE_WORKER)?;
    let page = styles::bundle(&page, &mut files)?;
    let mut files = name_texts(files);
    gather_packs(&mut files);
    let version = version(&files, &[&page, &service_worker]);
    let mut page = page;
    let mut finished = Files::new();
    for (address, content) in files {
        if KNOWN.contains(&address.as_str()) {
            finished.insert(address, content);
        } else {
            let moved = format!("{}/{address}", folder(&version));
            page = page.replace(&format!("\"./{address}\""), &format!("\"./{moved}\""));
            finished.insert(moved, content);
        }
    }
    let service_worker = fill(&service_worker, &version, finished.keys())?;
    finished.insert(SERVICE_WORKER.into(), service_worker.into_bytes());
    finished.insert(PAGE.into(), page.into_bytes());
    Ok(Finished { version, files: finished })
}

/// Lays the packs' texts beside their compact forms, named by their ids: `texts/c07-service-centre.toml` becomes
/// `packs/C07.toml`. What else came along with the texts is left out.
fn name_texts(files: Files) -> Files {
    let named = files.into_iter().filter_map(|(address, content)| match address.strip_prefix(TEXTS) {
        None => Some((address, content)),
        Some(file) => {
            let (id, _) = file.strip_suffix(TEXT_ENDING)?.split_once('-')?;
            Some((format!("{PACKS}{}{TEXT_ENDING}", id.to_uppercase()), content))
        }
    });
    named.collect()
}

/// Lays all packs one behind the other into one file, for those who want them all; their English likewise.
fn gather_packs(files: &mut Files) {
    for ending in PACK_ENDINGS {
        let ones = files.iter().filter(|(address, _)| address.starts_with(PACKS) && address.ends_with(ending));
        let all: Vec<u8> = ones.flat_map(|(_, content)| content.iter().copied()).collect();
        files.insert(format!("{PACKS}library{ending}"), all);
    }
}

/// The folder of a version's files.
pub(crate) fn folder(version: &str) -> String {
    format!("v-{version}")
}

/// Whether the first part of an address is a version's folder, whose files never change.
pub(crate) fn is_version_folder(part: &str) -> bool {
    part.strip_prefix("v-").is_some_and(|digits| {
        digits.len() == VERSION_DIGITS
            && digits.chars().all(|digit| digit.is_ascii_digit() || ('a'..='f').contains(&digit))
    })
}

fn version(files: &Files, texts: &[&str]) -> String {
    let mut hasher = Sha256::new();
    for text in texts {
        hasher.update(Sha256::digest(text.as_bytes()));
    }
    for (address, content) in files {
        hasher.update(Sha256::digest(address.as_bytes()));
        hasher.update(Sha256::digest(content));
    }
    let mut digits = hex(&hasher.finalize());
    digits.truncate(VERSION_DIGITS);
    digits
}

fn fill<'a>(service_worker: &str, version: &str, addresses: impl Iterator<Item = &'a String>) -> Outcome<String> {
    let files: Vec<&str> = std::iter::once("./").chain(addresses.map(String::as_str)).collect();
    let build = serde_json::json!({ "version": version, "files": files });
    if service_worker.matches(EMPTY_BUILD).count() != 1 {
        return Err(problem(SERVICE_WORKER, "does not hold the empty BUILD exactly once"));
    }
    Ok(service_worker.replace(EMPTY_BUILD, &format!("const BUILD = {build};")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn raw(app: &str) -> Files {
        let page = r#"<script src="./boot.js"></script><link rel="icon" href="./icon.svg"><link rel="stylesheet" href="./start.css"/>"#;
        let files = [
            ("index.html", page),
            ("sw.js", "const BUILD = { version: 'dev', files: [] };\nrest"),
            ("boot.js", "boot"),
            ("icon.svg", "<svg/>"),
            ("snippets/a/inline0.js", "snippet"),
            ("start.css", "@layer reset;"),
            ("app_bg.wasm", app),
            ("packs/A.en", "A"),
            ("packs/A.pack", "a"),
            ("packs/B.en", "B"),
            ("packs/B.pack", "b"),
            ("texts/a-first.toml", "text of a"),
            ("texts/compact/A.pack", "a"),
        ];
        files.into_iter().map(|(address, content)| (address.to_owned(), content.as_bytes().to_vec())).collect()
    }

    #[test]
    fn all_but_known_files_move_into_the_folder_of_the_version() {
        let Finished { version, files } = finish(raw("one")).unwrap();
        let expected = [
            "icon.svg".to_owned(),
            "index.html".to_owned(),
            "sw.js".to_owned(),
            format!("v-{version}/app_bg.wasm"),
            format!("v-{version}/boot.js"),
            format!("v-{version}/packs/A.en"),
            format!("v-{version}/packs/A.pack"),
            format!("v-{version}/packs/A.toml"),
            format!("v-{version}/packs/B.en"),
            format!("v-{version}/packs/B.pack"),
            format!("v-{version}/packs/library.en"),
            format!("v-{version}/packs/library.pack"),
            format!("v-{version}/snippets/a/inline0.js"),
            format!("v-{version}/staff-flat.css"),
            format!("v-{version}/staff.css"),
            format!("v-{version}/style-flat.css"),
            format!("v-{version}/style.css"),
        ];
        assert_eq!(files.keys().cloned().collect::<Vec<_>>(), expected);
        assert!(is_version_folder(&folder(&version)));
    }

    #[test]
    fn all_packs_lie_one_behind_the_other_in_the_library() {
        let Finished { version, files } = finish(raw("one")).unwrap();
        assert_eq!(files[&format!("v-{version}/packs/library.pack")], b"ab");
        assert_eq!(files[&format!("v-{version}/packs/library.en")], b"AB");
    }

    #[test]
    fn the_page_names_the_moved_files_and_leaves_the_known_ones() {
        let Finished { version, mut files } = finish(raw("one")).unwrap();
        let page = take_text(&mut files, PAGE).unwrap();
        assert!(page.contains(&format!("<script src=\"./v-{version}/boot.js\">")), "{page}");
        assert!(page.contains(&format!("<link rel=\"stylesheet\" href=\"./v-{version}/style.css\">")), "{page}");
        assert!(page.contains("href=\"./icon.svg\""), "{page}");
        assert!(!page.contains("start.css") && !page.contains("staff.css"), "{page}");
    }

    #[test]
    fn the_service_worker_lists_the_page_by_its_folder_and_every_file_but_itself() {
        let Finished { version, mut files } = finish(raw("one")).unwrap();
        let service_worker = take_text(&mut files, SERVICE_WORKER).unwrap();
        let list = service_worker.lines().next().unwrap();
        let list = list.strip_prefix("const BUILD = ").unwrap().strip_suffix(';').unwrap();
        let build: serde_json::Value = serde_json::from_str(list).unwrap();
        assert_eq!(build["version"], version.as_str());
        let listed: Vec<&str> = build["files"].as_array().unwrap().iter().map(|file| file.as_str().unwrap()).collect();
        files.remove(PAGE);
        let expected: Vec<&str> = std::iter::once("./").chain(files.keys().map(String::as_str)).collect();
        assert_eq!(listed, expected);
    }

    #[test]
    fn any_changed_file_makes_another_version() {
        let versions = [finish(raw("one")), finish(raw("two"))].map(|finished| finished.unwrap().version);
        assert_ne!(versions[0], versions[1]);
        let mut page_changed = raw("one");
        page_changed.get_mut(PAGE).unwrap().extend(b"<p>");
        assert_ne!(finish(page_changed).unwrap().version, versions[0]);
    }

    #[test]
    fn a_service_worker_without_the_place_for_the_list_is_refused() {
        let mut files = raw("one");
        files.insert(SERVICE_WORKER.into(), b"const BUILD = {};".to_vec());
        assert!(finish(files).is_err());
    }
}
