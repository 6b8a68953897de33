//! Everything that the screens say, in 简体, 繁體 and English.
//!
//! One row a message, three languages side by side, so that a translator sees them together; the `table!` macro turns the
//! rows into a struct with one constant per language, so a missing message does not compile. Codes (states, kinds,
//! troubles) are said by exhaustive functions for the same reason.
//!
//! Words of data (names of matters, gists of clauses) are not here: they arrive in the language of the request.

mod codes;
pub(crate) mod desk;
mod figures;
mod frame;
mod home;
mod kiosk;
mod progress;
mod register;
pub(crate) mod rules;
mod settings;
mod staff_frame;
mod table;
mod time;
mod trouble;

pub(crate) use codes::{kind, knot, limit, pace, stars, state, state_for_visitor};
pub(crate) use desk::{
    ActWords, BackupWords, ExchangeWords, FindingsWords, HistoryWords, IntakeWords, PaperWords, TicketWords,
    TicketsWords, WhoWords,
};
pub(crate) use figures::{bytes, count, found, matters, papers};
pub(crate) use frame::FrameWords;
pub(crate) use home::HomeWords;
pub(crate) use kiosk::KioskWords;
pub(crate) use progress::ProgressWords;
pub(crate) use register::RegisterWords;
pub(crate) use rules::{DraftWords, RulesWords, SystemWords, TrialWords, rules_words};
pub(crate) use settings::SettingsWords;
pub(crate) use staff_frame::staff_frame_words;
pub(crate) use time::{date, due, due_left, moment};
pub(crate) use trouble::{tell_refusals_apart, trouble};

use crate::office::Lang;

/// Everything that both wings say, in one language.
pub(crate) struct Words {
    /// The frame around every screen.
    pub(crate) frame: FrameWords,
    /// The first page.
    pub(crate) home: HomeWords,
    /// Finding a matter, and its page.
    pub(crate) kiosk: KioskWords,
    /// Registering.
    pub(crate) register: RegisterWords,
    /// Looking a matter up.
    pub(crate) progress: ProgressWords,
}

static HANS: Words = Words {
    frame: FrameWords::HANS,
    home: HomeWords::HANS,
    kiosk: KioskWords::HANS,
    register: RegisterWords::HANS,
    progress: ProgressWords::HANS,
};

static HANT: Words = Words {
    frame: FrameWords::HANT,
    home: HomeWords::HANT,
    kiosk: KioskWords::HANT,
    register: RegisterWords::HANT,
    progress: ProgressWords::HANT,
};

static EN: Words = Words {
    frame: FrameWords::EN,
    home: HomeWords::EN,
    kiosk: KioskWords::EN,
    register: RegisterWords::EN,
    progress: ProgressWords::EN,
};

/// Everything that the staff's wing says, in one language: the shared words, and its own. Apart from them, so that a
/// visitor's first load is spared it.
pub(crate) struct StaffWords {
    shared: &'static Words,
    /// Settings.
    pub(crate) settings: SettingsWords,
    /// Choosing who one is.
    pub(crate) who: WhoWords,
    /// The list of tickets.
    pub(crate) tickets: TicketsWords,
    /// Taking a matter in.
    pub(crate) intake: IntakeWords,
    /// One ticket.
    pub(crate) ticket: TicketWords,
    /// Acting on a ticket.
    pub(crate) acts: ActWords,
    /// What happened.
    pub(crate) history: HistoryWords,
    /// What is printed.
    pub(crate) paper: PaperWords,
    /// Files out and in.
    pub(crate) exchange: ExchangeWords,
    /// Backup, restore, emptying.
    pub(crate) backup: BackupWords,
    /// What looks wrong, and what was said to it.
    pub(crate) findings: FindingsWords,
}

static STAFF_HANS: StaffWords = StaffWords {
    shared: &HANS,
    settings: SettingsWords::HANS,
    who: WhoWords::HANS,
    tickets: TicketsWords::HANS,
    intake: IntakeWords::HANS,
    ticket: TicketWords::HANS,
    acts: ActWords::HANS,
    history: HistoryWords::HANS,
    paper: PaperWords::HANS,
    exchange: ExchangeWords::HANS,
    backup: BackupWords::HANS,
    findings: FindingsWords::HANS,
};

static STAFF_HANT: StaffWords = StaffWords {
    shared: &HANT,
    settings: SettingsWords::HANT,
    who: WhoWords::HANT,
    tickets: TicketsWords::HANT,
    intake: IntakeWords::HANT,
    ticket: TicketWords::HANT,
    acts: ActWords::HANT,
    history: HistoryWords::HANT,
    paper: PaperWords::HANT,
    exchange: ExchangeWords::HANT,
    backup: BackupWords::HANT,
    findings: FindingsWords::HANT,
};

static STAFF_EN: StaffWords = StaffWords {
    shared: &EN,
    settings: SettingsWords::EN,
    who: WhoWords::EN,
    tickets: TicketsWords::EN,
    intake: IntakeWords::EN,
    ticket: TicketWords::EN,
    acts: ActWords::EN,
    history: HistoryWords::EN,
    paper: PaperWords::EN,
    exchange: ExchangeWords::EN,
    backup: BackupWords::EN,
    findings: FindingsWords::EN,
};

impl std::ops::Deref for StaffWords {
    type Target = Words;

    fn deref(&self) -> &Words {
        self.shared
    }
}

/// The words of the staff's wing in `lang`.
pub(crate) fn staff_words(lang: Lang) -> &'static StaffWords {
    pick(lang, [&STAFF_HANS, &STAFF_HANT, &STAFF_EN])
}

/// The words in `lang`.
pub(crate) fn words(lang: Lang) -> &'static Words {
    pick(lang, [&HANS, &HANT, &EN])
}

/// The one of three that is in `lang`.
pub(crate) fn pick<T>(lang: Lang, [hans, hant, en]: [T; 3]) -> T {
    match lang {
        Lang::Hans => hans,
        Lang::Hant => hant,
        Lang::En => en,
    }
}

/// Puts `values` into the places of `pattern` that are marked `{}`, in order.
pub(crate) fn fill(pattern: &str, values: &[&str]) -> String {
    let mut parts = pattern.split("{}");
    let mut text = parts.next().unwrap_or_default().to_owned();
    for (part, value) in parts.zip(values) {
        text.push_str(value);
        text.push_str(part);
    }
    text
}
