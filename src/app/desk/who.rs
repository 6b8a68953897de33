//! Who am I: choosing one of the office's people, those used recently first.

use leptos::prelude::*;

use super::people::fits;
use super::session::{Session, session};
use crate::app::frame::{Frame, frame};
use crate::app::link::{Sight, back_office};
use crate::app::parts::{
    Entry, Field, Look, Typed, button, empty, field, heading, icon, link_button, skeleton, trouble_panel,
};
use crate::app::words::{WhoWords, staff_frame_words};
use crate::office::{Post, StaffId};
use crate::protocol::{PersonView, Query};

/// In the frame: who is at the desk, and the way to change it. Nothing while nobody is.
pub(crate) fn person_badge() -> AnyView {
    let session = session();
    let frame = frame();
    let words = &frame.staff_words().who;
    let people = back_office().watch_some::<Vec<PersonView>>(move || session.me().map(|_| Query::People));
    let name = Memo::new(move |_| session.me().map(|me| name_of(people, &me)));
    view! {
        {move || name.get().map(|name| view! {
            <button type="button" class="badge" on:click=move |_| choose_again(frame, session)>
                {icon("user")}
                <span class="badge-name">{name}</span>
                <span class="badge-change">{words.change}</span>
            </button>
        })}
    }
    .into_any()
}

fn choose_again(frame: Frame, session: Session) {
    frame.move_focus();
    session.choosing.set(true);
}

fn name_of(people: Sight<Vec<PersonView>>, me: &StaffId) -> String {
    let known =
        people.with(|people| people.and_then(|people| people.iter().find(|p| p.id == *me)).map(|p| p.name.clone()));
    known.unwrap_or_else(|| me.to_string())
}

/// The page on which a person says who they are.
pub(super) fn who_page(people: Sight<Vec<PersonView>>) -> AnyView {
    let words = &frame().staff_words().who;
    let entry = Entry::new();
    let state = Memo::new(move |_| (people.with(|people| people.map(Vec::is_empty)), people.trouble()));
    view! {
        <div class="page who stack gap-3" data-narrow>
            <div class="stack gap-1">
                {heading(words.title)}
                <p class="soft">{words.lead}</p>
            </div>
            {move || match state.get() {
                (Some(true), _) => nobody(words),
                (Some(false), _) => finding(people, entry),
                (None, Some(trouble)) => trouble_panel(&trouble, None),
                (None, None) => skeleton(),
            }}
        </div>
    }
    .into_any()
}

fn nobody(words: &WhoWords) -> AnyView {
    let settings = link_button(Look::Main, staff_frame_words(frame().lang()).settings, "/settings");
    empty("user", words.nobody, words.nobody_hint, Some(settings))
}

fn finding(people: Sight<Vec<PersonView>>, entry: Entry) -> AnyView {
    let typed = entry.text;
    let words = &frame().staff_words().who;
    let session = session();
    let found = Memo::new(move |_| {
        let typed = typed.get();
        people
            .with(|people| people.map(|all| all.iter().filter(|p| fits(p, &typed)).cloned().collect::<Vec<_>>()))
            .unwrap_or_default()
    });
    let search = field(Field {
        id: "who-search",
        label: words.search,
        hint: words.search_hint,
        typed: Typed::Line,
        length_max: 40,
        optional: false,
        padded: false,
        entry,
    });
    view! {
        {search}
        <p class="sr-only" role="status">
            {move || typed.with(|typed| !typed.is_empty()).then(|| words.found(&found.with(Vec::len).to_string()))}
        </p>
        {move || typed.with(String::is_empty).then(|| recently(people, session))}
        {move || if found.with(Vec::is_empty) { none_found(words, typed) } else { by_department(&found.get(), session) }}
    }
    .into_any()
}

fn none_found(words: &'static WhoWords, typed: RwSignal<String>) -> AnyView {
    let all = button(Look::Plain, words.show_all, move || typed.set(String::new()));
    empty("search", &words.none(&typed.get_untracked()), words.none_hint, Some(all))
}

fn recently(people: Sight<Vec<PersonView>>, session: Session) -> AnyView {
    let recent = session.recent();
    let known: Vec<PersonView> = people.with(|people| {
        let all = people.map(Vec::as_slice).unwrap_or_default();
        recent.iter().filter_map(|id| all.iter().find(|person| person.id == *id)).cloned().collect()
    });
    if known.is_empty() {
        return ().into_any();
    }
    group(frame().staff_words().who.recent, known.iter().collect(), session)
}

fn by_department(people: &[PersonView], session: Session) -> AnyView {
    let mut groups: Vec<(&str, Vec<&PersonView>)> = Vec::new();
    for person in people {
        match groups.iter_mut().find(|(name, _)| *name == person.department) {
            Some((_, members)) => members.push(person),
            None => groups.push((&person.department, vec![person])),
        }
    }
    groups.into_iter().map(|(name, members)| group(name, members, session)).collect_view().into_any()
}

fn group(name: &str, members: Vec<&PersonView>, session: Session) -> AnyView {
    let cards = members.into_iter().map(|person| card(person, session)).collect_view();
    view! {
        <section class="stack gap-1">
            <h2 class="who-group">{name.to_owned()}</h2>
            <ul class="grid gap-1 who-cards">{cards}</ul>
        </section>
    }
    .into_any()
}

fn card(person: &PersonView, session: Session) -> AnyView {
    let frame = frame();
    let words = &frame.staff_words().who;
    let id = person.id.clone();
    let post = match person.post {
        Post::Head => Some(words.head),
        Post::Leader => Some(words.leader),
        Post::Clerk | Post::Operator => None,
    };
    let window = person.window.map(|number| words.window(&number.to_string()));
    let mine = session.me() == Some(person.id.clone());
    view! {
        <li>
            <button type="button" class="who-card" aria-current=mine.then_some("true") on:click=move |_| { frame.move_focus(); session.sit_down(id.clone()); }>
                <span class="who-name">{person.name.clone()}</span>
                {post.map(|post| view! { <span class="tag" data-kind="accent">{post}</span> })}
                <span class="who-title">{person.title.clone()}</span>
                {window.map(|window| view! { <span class="who-title">{window}</span> })}
            </button>
        </li>
    }
    .into_any()
}
