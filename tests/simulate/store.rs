//! The database of one device on the imitated disk: what `src/storage/` works out is carried out, and read again, as
//! `src/backoffice/store/` does it in a browser.

use shouwen::house::Tables;
use shouwen::ledger::packed::{Packed, TablesError};
use shouwen::storage::{self, Header, Key, Part, Reading, SCHEMA, Store as Name, meta, meta::PLAIN};

use super::disk::{Disk, Durability, Fate, Transaction};
use super::image::{Image, Record, Undone, Value, Write};

/// How much of a table is read in one go: the stories' tables are small.
const PIECE_BYTES: usize = 100;

/// What the page knows of the database, kept outside it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Marker {
    pub(crate) events: u64,
}

/// An open database, and how far it was read.
#[derive(Clone, Debug)]
pub(crate) struct Store {
    pub(crate) seed: [u8; 32],
    pub(crate) commits: u64,
    /// The last packing that was read or stored.
    pub(crate) packed: Header,
}

/// Why the store did not do what was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum StoreError {
    Behind,
    Full,
    Vanished,
    TooNew,
    Failed,
}

impl From<Undone> for StoreError {
    fn from(undone: Undone) -> Self {
        match undone {
            Undone::Constraint => Self::Behind,
            Undone::Quota => Self::Full,
            Undone::Failed | Undone::Gone => Self::Failed,
        }
    }
}

/// What is packed by its tables; where they are damaged, it is found in the segments.
pub(crate) type FromTables = Result<Tables, TablesError>;

/// What was stored since the last reading.
#[derive(Debug, Default)]
pub(crate) struct News {
    pub(crate) lines: Vec<String>,
    pub(crate) commits: u64,
    /// What is packed, where that is not what was read before; then `lines` are those stored since.
    pub(crate) packed: Option<FromTables>,
    /// In its place, for who takes glimpses: its summary alone.
    pub(crate) glimpse: Option<Packed>,
    pub(crate) office: Option<String>,
    pub(crate) settings: Option<String>,
    pub(crate) systems: Option<String>,
}

fn make(disk: &mut Disk, schema: u32, stores: &[Name], seed: [u8; 32], fate: Fate) -> Result<(), Undone> {
    let put = || Write::Put(Name::Meta, named(meta::SEED), Record::new(seed));
    disk.make(schema, stores, &[put()])?;
    // Making a database cannot ask for strict durability, so the seed is written once more.
    disk.run(Transaction { scope: vec![Name::Meta], durability: Durability::Strict, writes: vec![put()] }, fate)
}

impl Store {
    /// Opens the database, or makes it with `fresh` as the device's seed. One of an earlier layout is brought to this one.
    pub(crate) fn open(disk: &mut Disk, marker: Marker, fresh: [u8; 32], fate: Fate) -> Result<Self, StoreError> {
        match disk.image().map(|image| image.schema) {
            Some(schema) if schema > SCHEMA => return Err(StoreError::TooNew),
            Some(schema) if schema < SCHEMA => disk.upgrade(SCHEMA, &Name::ALL),
            Some(_) => {}
            None if marker.events > 0 => return Err(StoreError::Vanished),
            None => make(disk, SCHEMA, &Name::ALL, fresh, fate)?,
        }
        let seed = disk.image().and_then(seed_of).ok_or(StoreError::Failed)?;
        Ok(Self { seed, commits: 0, packed: Header::default() })
    }

    /// Reads everything that was stored since the last reading.
    pub(crate) fn read(&mut self, disk: &Disk) -> Result<News, StoreError> {
        self.read_part(disk, Part::Whole)
    }

    /// The same, where of what was packed the summary will do.
    pub(crate) fn glimpse(&mut self, disk: &Disk) -> Result<News, StoreError> {
        if self.commits == 0 { self.read(disk) } else { self.read_part(disk, Part::Summary) }
    }

    /// What is packed as far as was read; an error also where something else is packed by now.
    pub(crate) fn read_packed(&self, disk: &Disk) -> Result<FromTables, StoreError> {
        Ok(tables_of(disk.image().ok_or(StoreError::Failed)?, &self.packed, Part::Whole))
    }

    fn read_part(&mut self, disk: &Disk, part: Part) -> Result<News, StoreError> {
        let image = disk.image().ok_or(StoreError::Failed)?;
        if seed_of(image) != Some(self.seed) {
            // Another page has emptied the device.
            return Err(StoreError::Failed);
        }
        let paper = |name| image.get(Name::Meta, &named(name)).map(|value| value.text().to_owned());
        let [office, settings, systems] = [meta::OFFICE, meta::SETTINGS, meta::SYSTEMS].map(paper);
        let mut news = News { office, settings, systems, ..News::default() };
        let header = header_of(image);
        let mut after = self.commits;
        if header.commits > self.packed.commits {
            let glimpse = if part == Part::Whole { None } else { tables_of(image, &header, part).ok() };
            if let Some(tables) = glimpse {
                news.glimpse = Some(tables.packed);
            } else {
                (news.packed, after) = (Some(tables_of(image, &header, Part::Whole)), header.commits);
            }
        }
        let mut read = after;
        for (_, value) in image.records_after(Name::Events, after) {
            read += 1;
            news.lines.extend(value.lines().map(str::to_owned));
        }
        news.commits = read - self.commits;
        self.commits = read;
        if news.packed.is_some() || news.glimpse.is_some() {
            self.packed = header;
        }
        Ok(news)
    }

    /// All segments that are referred to.
    pub(crate) fn segments<'a>(&'a self, disk: &'a Disk) -> impl Iterator<Item = &'a Value> {
        let image = disk.image();
        let found = move |key: &u64| image.and_then(|image| segment(image, *key));
        self.packed.segments.iter().map(move |key| found(key).unwrap_or_else(|| panic!("segment {key} is gone")))
    }

    /// The transaction of a packing behind everything that was read, and what stands from then on.
    pub(crate) fn packing(&self, laid: &Header, beside: &[String], plain: &[u64]) -> (Transaction, Header) {
        let (before, number) = (&self.packed, self.commits + 1);
        let (transaction, header) = storage::pack(storage::Repacked { laid, before, number, beside, plain });
        (Transaction::strict(transaction), header)
    }

    /// A packing was stored, perhaps with a commit beside it.
    pub(crate) fn advance_packed(&mut self, header: Header, beside: u64) {
        self.commits = self.commits.max(header.commits) + beside;
        self.packed = header;
    }
}

/// The secret that a database was made or emptied with.
pub(crate) fn seed_of(image: &Image) -> Option<[u8; 32]> {
    image.get(Name::Meta, &named(meta::SEED)).and_then(|seed| <[u8; 32]>::try_from(seed.bytes()).ok())
}

/// What the database says is packed.
pub(crate) fn header_of(image: &Image) -> Header {
    let json = image.get(Name::Meta, &named(meta::PACKED));
    json.map(|json| Header::of_json(json.text()).expect("a header that was stored is read")).unwrap_or_default()
}

fn tables_of(image: &Image, header: &Header, part: Part) -> FromTables {
    header.open(part, |asked| {
        let (key, _) = header.keys().find(|(_, name)| *name == asked)?;
        let stored = image.get(Name::Tables, &Key::Name(key))?;
        let mut table = Reading::of(asked);
        stored.bytes().chunks(PIECE_BYTES).for_each(|piece| table.push(piece.to_vec()));
        Some(table)
    })
}

/// A segment as it is stored.
pub(crate) fn segment(image: &Image, key: u64) -> Option<&Value> {
    image.get(Name::Segments, &Key::Number(key))
}

/// The keys of segments of an import that are said not to be compressed yet, with the record's name; none where there are none.
pub(crate) fn plain_of(image: &Image) -> Option<(String, Vec<u64>)> {
    plain_records(image).next()
}

fn plain_records(image: &Image) -> impl Iterator<Item = (String, Vec<u64>)> {
    image.records(Name::Meta).filter_map(|(key, json)| match key {
        Key::Name(name) if name.starts_with(PLAIN) => {
            let keys = storage::plain_of_json(json.text()).expect("keys that were stored are read");
            Some((name.clone(), keys))
        }
        _ => None,
    })
}

/// Whether every segment that counts is compressed, or said not to be.
pub(crate) fn all_plain_are_known(image: &Image) -> bool {
    let plain: Vec<u64> = plain_records(image).flat_map(|(_, keys)| keys).collect();
    let mut segments = header_of(image).segments.into_iter();
    segments.all(|key| plain.contains(&key) || segment(image, key).is_none_or(|segment| segment.is_squeezed()))
}

/// The values that hold event lines: commits, and the segments that are referred to.
pub(crate) fn event_values(image: &Image) -> Vec<&Value> {
    let header = header_of(image);
    let segments = header.segments.iter().filter_map(|key| segment(image, *key));
    image.records(Name::Events).map(|(_, value)| value).chain(segments).collect()
}

/// How many segments and tables lie there that nothing refers to.
pub(crate) fn leftovers(image: &Image) -> usize {
    let header = header_of(image);
    let referred = |key: &Key| matches!(key, Key::Number(number) if header.segments.contains(number));
    let laid: Vec<Key> = header.keys().map(|(key, _)| Key::Name(key)).collect();
    let tables = image.records(Name::Tables).filter(|(key, _)| !laid.contains(key));
    image.records(Name::Segments).filter(|(key, _)| !referred(key)).count() + tables.count()
}

fn named(name: &str) -> Key {
    Key::Name(name.to_owned())
}
