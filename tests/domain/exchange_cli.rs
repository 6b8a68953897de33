//! The commands `verify`, `merge` and `sample`, run as a person runs them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use shouwen::exchange::{BundleWriter, DeviceLine, Limits, unpack};
use shouwen::ledger::{Event, EventId, Ledger};

use crate::exchange_kit::{Pen, bundle_of, cover_of, gzipped, texts, told};

/// A folder of a test's own, empty at the start.
struct Folder(PathBuf);

impl Folder {
    fn new(test: &str) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("exchange_cli").join(test);
        if path.exists() {
            fs::remove_dir_all(&path).unwrap();
        }
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn file(&self, name: &str) -> String {
        self.0.join(name).to_str().unwrap().to_owned()
    }

    /// The names of everything in it, in order.
    fn names(&self) -> Vec<String> {
        let names = fs::read_dir(&self.0).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<String> = names.collect();
        names.sort();
        names
    }

    /// Writes the bundle of these devices' lines, sealed by the first of them.
    fn bundle(&self, name: &str, pens: &[&Pen]) -> String {
        let lines: Vec<String> = pens.iter().flat_map(|pen| pen.lines.clone()).collect();
        fs::write(self.file(name), gzipped(&bundle_of(&lines, &pens[0].key))).unwrap();
        self.file(name)
    }

    fn shouwen(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_shouwen"));
        command.args(arguments).env("XDG_CONFIG_HOME", self.0.join("settings")).output().unwrap()
    }
}

fn says(output: &Output) -> String {
    [&*output.stdout, &*output.stderr].map(String::from_utf8_lossy).concat()
}

fn check(output: &Output, code: i32, words: &[&str]) {
    assert_eq!(output.status.code(), Some(code), "{}", says(output));
    for word in words {
        assert!(says(output).contains(word), "`{word}` is missing in: {}", says(output));
    }
}

fn device(seed: u8, tickets: usize) -> Pen {
    let mut pen = Pen::new(seed);
    for _ in 0..tickets {
        pen.whole_ticket("张三");
    }
    pen
}

#[test]
fn verify_says_what_a_bundle_holds() {
    let folder = Folder::new("verify");
    let one = device(1, 2);
    let good = folder.bundle("good.jsonl.gz", &[&one]);
    let words =
        ["sound", "试验单位 (test-office)", "6 events, 2 tickets", "2026-03-02 09:01", &one.device().to_string()];
    check(&folder.shouwen(&["verify", &good]), 0, &words);

    let mut later = device(1, 3);
    later.lines.drain(..4);
    let words = ["sound", &format!("device {}: events 1 to 4 are not in this bundle", later.device())];
    check(&folder.shouwen(&["verify", &folder.bundle("later.jsonl.gz", &[&later])]), 0, &words);

    let bytes = fs::read(&good).unwrap();
    fs::write(folder.file("cut.jsonl.gz"), &bytes[..bytes.len() - 20]).unwrap();
    fs::write(folder.file("list.csv"), "姓名,电话\n").unwrap();
    check(&folder.shouwen(&["verify", &good, &folder.file("cut.jsonl.gz")]), 1, &["NOT SOUND", "[cut_short]"]);
    check(&folder.shouwen(&["verify", &folder.file("list.csv")]), 1, &["not a compressed file", "[not_gzip]"]);
    check(&folder.shouwen(&["verify", &folder.file("nowhere")]), 2, &["nowhere: "]);
    check(&folder.shouwen(&["verify"]), 2, &["usage: shouwen verify"]);
    check(&folder.shouwen(&["verify", "--fast", &good]), 2, &["`--fast` is not an option"]);
    check(&folder.shouwen(&["verify", "--help"]), 0, &["usage: shouwen verify"]);
}

#[test]
fn a_backup_is_verified_and_merged_like_any_bundle() {
    let folder = Folder::new("backup");
    let (one, device) = (device(1, 2), DeviceLine { last_seq: 6, ..DeviceLine::default() });
    let mut text = Vec::new();
    let mut writer = BundleWriter::start(&cover_of(&one.lines), None, &one.key, &mut text).unwrap();
    writer.device(&device, &mut text).unwrap();
    one.lines.iter().for_each(|line| writer.event(line, &mut text).unwrap());
    writer.seal(&mut text).unwrap();
    let backup = folder.file("one-backup.jsonl.gz");
    fs::write(&backup, gzipped(&text)).unwrap();
    check(&folder.shouwen(&["verify", &backup]), 0, &["sound", "a backup", "6 events, 2 tickets"]);
    let merged = folder.file("merged.jsonl.gz");
    check(&folder.shouwen(&["merge", &backup, "-o", &merged]), 0, &["6 events, 6 of them new"]);
    let read = unpack(fs::File::open(&merged).unwrap(), Limits::default()).unwrap();
    assert!(read.is_sound() && read.device.is_none(), "what a device kept is not what several have in common");
}

#[test]
fn a_terminal_gets_no_commands_out_of_a_bundle() {
    let folder = Folder::new("escape");
    let one = device(1, 1);
    let text = String::from_utf8(bundle_of(&one.lines, &one.key)).unwrap();
    let evil = text.replacen("试验单位", "\\u001b[2J", 1);
    fs::write(folder.file("evil.gz"), gzipped(evil.as_bytes())).unwrap();
    let output = folder.shouwen(&["verify", &folder.file("evil.gz")]);
    check(&output, 1, &["\\u{1b}[2J", "[altered]"]);
    assert!(!output.stdout.contains(&0x1b));
}

#[test]
fn merge_takes_every_event_once_whatever_the_order() {
    let folder = Folder::new("merge");
    let (one, other, both) = (device(1, 2), device(2, 1), device(3, 3));
    let a = folder.bundle("a.jsonl.gz", &[&one, &both]);
    let b = folder.bundle("b.jsonl.gz", &[&other, &both]);
    let (ab, ba) = (folder.file("ab.jsonl.gz"), folder.file("ba.jsonl.gz"));
    check(
        &folder.shouwen(&["merge", &a, &b, "-o", &ab]),
        0,
        &["12 events, 3 of them new", "18 events, 6 tickets", "a new key"],
    );
    check(
        &folder.shouwen(&["merge", &b, &a, &b, "-o", &ba]),
        0,
        &["12 events, 0 of them new", "18 events, 6 tickets", "key in"],
    );
    check(&folder.shouwen(&["verify", &ab, &ba]), 0, &["sound"]);

    let read = |path: &str| unpack(fs::File::open(path).unwrap(), Limits::default()).unwrap();
    let (first, second) = (read(&ab), read(&ba));
    assert_eq!(texts(&first), texts(&second));
    let mut ledger = Ledger::new();
    assert_eq!(ledger.extend([&one.lines[..], &other.lines, &both.lines].concat()), []);
    assert_eq!(texts(&first), ticket_by_ticket(&ledger));
    let (first, second) = (first.manifest.unwrap(), second.manifest.unwrap());
    assert_eq!(first.device, second.device, "the key is kept");
    assert_eq!(first.office.unwrap().name, "试验单位");
}

#[test]
fn merge_writes_nothing_when_a_bundle_is_not_sound() {
    let folder = Folder::new("unsound");
    let good = folder.bundle("good.gz", &[&device(1, 1)]);
    let bytes = fs::read(&good).unwrap();
    fs::write(folder.file("bad.gz"), &bytes[..bytes.len() / 2]).unwrap();
    let output = folder.shouwen(&["merge", &good, &folder.file("bad.gz"), "-o", &folder.file("out.gz")]);
    check(&output, 1, &["bad.gz: NOT SOUND", "[cut_short]", "nothing was written"]);
    assert_eq!(folder.names(), ["bad.gz", "good.gz"]);
}

#[test]
fn merge_replaces_a_file_only_when_told_to() {
    let folder = Folder::new("force");
    let good = folder.bundle("good.gz", &[&device(1, 1)]);
    let (out, key) = (folder.file("out.gz"), folder.file("key"));
    fs::write(&out, "precious").unwrap();
    check(&folder.shouwen(&["merge", &good, "-o", &out, "--key", &key]), 2, &["out.gz: it exists", "--force"]);
    assert_eq!(fs::read(&out).unwrap(), b"precious");
    check(&folder.shouwen(&["merge", &good, "-o", &out, "--key", &key, "--force"]), 0, &["3 events, 1 tickets"]);
    check(&folder.shouwen(&["verify", &out]), 0, &[]);
    fs::write(folder.file("empty"), "").unwrap();
    check(&folder.shouwen(&["merge", &good, "-o", &folder.file("empty"), "--key", &key]), 0, &["key in"]);
    check(&folder.shouwen(&["merge", &good, "-o", &folder.file("no/such/out"), "--key", &key]), 2, &["no/such/out: "]);
    check(&folder.shouwen(&["merge", &good]), 2, &["usage: shouwen merge"]);
    check(&folder.shouwen(&["merge", "-o", &out]), 2, &["usage: shouwen merge"]);
    assert_eq!(folder.names(), ["empty", "good.gz", "key", "out.gz"], "no half-written file stays");
}

#[test]
fn a_key_is_kept_for_its_owner_alone_and_never_overwritten() {
    let folder = Folder::new("key");
    let good = folder.bundle("good.gz", &[&device(1, 1)]);
    let key = folder.file("deep/folder/head-office.key");
    check(&folder.shouwen(&["merge", &good, "-o", &folder.file("1.gz"), "--key", &key]), 0, &["a new key, kept in"]);
    let kept = fs::read_to_string(&key).unwrap();
    assert!(kept.trim().len() == 64 && kept.trim().bytes().all(|byte| byte.is_ascii_hexdigit()));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(fs::metadata(&key).unwrap().permissions().mode() & 0o777, 0o600);
    }
    fs::write(folder.file("photo.jpg"), [0xff, 0xd8, 0xff]).unwrap();
    let output = folder.shouwen(&["merge", &good, "-o", &folder.file("2.gz"), "--key", &folder.file("photo.jpg")]);
    check(&output, 2, &["photo.jpg is not a key"]);
    assert_eq!(fs::read(folder.file("photo.jpg")).unwrap(), [0xff, 0xd8, 0xff]);
    assert_eq!(folder.names(), ["1.gz", "deep", "good.gz", "photo.jpg"]);
}

#[test]
fn a_sample_is_sound_and_the_same_for_the_same_number_and_seed() {
    let folder = Folder::new("sample");
    let sample = |name: &str, tickets: &str, seed: &str| {
        let output = folder.shouwen(&["sample", "--tickets", tickets, "--seed", seed, &folder.file(name)]);
        check(&output, 0, &[&format!("{tickets} tickets")]);
        fs::read(folder.file(name)).unwrap()
    };
    let first = sample("1.jsonl.gz", "60", "7");
    assert_eq!(first, sample("2.jsonl.gz", "60", "7"));
    assert_ne!(first, sample("3.jsonl.gz", "60", "8"));
    sample("none.jsonl.gz", "0", "1");

    let read = unpack(first.as_slice(), Limits::default()).unwrap();
    assert_eq!(told(&read), [""; 0]);
    assert!(read.office.as_ref().is_some_and(|office| office.example), "an invented office is marked as one");
    let mut ledger = Ledger::new();
    assert_eq!(ledger.extend(texts(&read)), []);
    assert_eq!((ledger.tickets().count(), ledger.orphans()), (60, 0));
    assert_eq!(ledger.chain_faults(), []);
    assert_eq!(ticket_by_ticket(&ledger), texts(&read), "lines stand ticket by ticket in the ledger's order");
    let devices = ledger.devices().count();
    assert!(devices >= 3, "{devices} devices");
    let mut states: Vec<String> = ledger.tickets().map(|ticket| format!("{:?}", ticket.state)).collect();
    states.sort();
    states.dedup();
    assert!(states.len() >= 3, "{states:?}");
    assert!(ledger.tickets().all(|ticket| ledger.decided(ticket).is_some()), "every ticket was decided");

    check(
        &folder.shouwen(&["sample", "--tickets", "60", "--seed", "7", &folder.file("1.jsonl.gz")]),
        2,
        &["it exists"],
    );
    check(&folder.shouwen(&["sample", "--tickets", "many", "--seed", "7", "x"]), 2, &["usage: shouwen sample"]);
    check(&folder.shouwen(&["sample", "--tickets", "5", "x"]), 2, &["usage: shouwen sample"]);
}

/// A ledger's lines by the ids of their tickets, those of each ticket in the ledger's order.
fn ticket_by_ticket(ledger: &Ledger) -> Vec<&str> {
    let mut lines: Vec<(EventId, &str)> = Vec::new();
    for line in ledger.lines() {
        let ticket = Event::from_line(line).unwrap().ticket;
        lines.push((ticket.unwrap_or(EventId::of_line(line)), line));
    }
    lines.sort_by_key(|(ticket, _)| *ticket);
    lines.into_iter().map(|(_, line)| line).collect()
}
