//! Files that no export wrote: gathered at a head office, made by hand, come from a newer app.

use std::collections::BTreeSet;
use std::rc::Rc;

use shouwen::dice::Dice;
use shouwen::exchange::{Contents, Cover, DeviceKey, EventLine, Union};
use shouwen::ledger::{Event, EventId};
use shouwen::office::Office;

use super::super::failure::{Held, hold};
use super::super::file::{File, Worth, seal};
use super::super::office::documents;
use super::super::world::World;

/// A head office gathers what came in.
pub(super) fn gather(world: &mut World, dice: &mut Dice) -> Held {
    let mut union = Union::default();
    let mut ids: BTreeSet<EventId> = BTreeSet::new();
    for _ in 0..=dice.below(3) {
        let Some(file) = dice.pick(&world.post) else { return Ok(()) };
        union.cover(file.read().clone());
        ids.extend(&file.ids);
    }
    let (cover, office, lines) = union.finish(world.now_ms);
    let lines: Vec<String> = lines.collect();
    let gathered: BTreeSet<EventId> = lines.iter().map(|line| EventId::of_line(line)).collect();
    hold(gathered == ids && lines.len() == ids.len(), "what is gathered is what the files hold, once", || {
        format!("{} lines of {} events", lines.len(), ids.len())
    })?;
    send(world, &cover, office.as_ref(), &lines, "gathered");
    Ok(())
}

/// Someone writes a file with another program: a part of the events, repeated, in another order.
pub(super) fn by_hand(world: &mut World, dice: &mut Dice) -> Held {
    let Some(file) = dice.pick(&world.post).cloned() else { return Ok(()) };
    let mut lines: Vec<String> = file.read().lines.iter().map(|line| line.text.clone()).collect();
    let made = match dice.below(3) {
        0 => {
            let percent = dice.below(100);
            lines.retain(|_| dice.happens(percent));
            "with a part of the events"
        }
        1 => {
            let again: Vec<String> = lines.iter().filter(|_| dice.happens(30)).cloned().collect();
            lines.extend(again);
            "with events repeated"
        }
        _ => {
            for place in (1..lines.len()).rev() {
                lines.swap(place, usize::try_from(dice.below(place as u64 + 1)).unwrap());
            }
            "in another order"
        }
    };
    let events: Vec<Event> = lines.iter().filter_map(|line| Event::from_line(line).ok()).collect();
    let cover = Cover { office: None, made_at_ms: world.now_ms, contents: Contents::of(&events) };
    send(world, &cover, None, &lines, made);
    Ok(())
}

/// A device with a newer app acts on tickets in ways that this build does not know.
pub(super) fn newer_app(world: &mut World, dice: &mut Dice) -> Held {
    let Some(file) = dice.pick(&world.post).cloned() else { return Ok(()) };
    let read = file.read();
    let tickets: Vec<&EventLine> = read.lines.iter().filter(|line| line.registers).collect();
    let Some(ticket) = dice.pick(&tickets).map(|line| line.id) else { return Ok(()) };
    let latest = read.lines.iter().filter(|line| line.ticket == Some(ticket)).max_by_key(|line| (line.stamp, line.id));
    let device = DeviceKey::from_seed(&world.fresh_seed()).device_id();
    let staff = documents()[0].office.staff[0].id.clone();
    let mut lines: Vec<String> = Vec::new();
    let mut before = latest.map(|line| line.id);
    for seq in 1..=1 + dice.below(2) {
        let prev = lines.last().map(|line| format!("\"prev\":\"{}\",", EventId::of_line(line))).unwrap_or_default();
        let after = before.map(|id| format!("\"after\":[\"{id}\"],")).unwrap_or_default();
        let at_ms = world.now_ms + seq.cast_signed();
        let line = format!(
            "{{\"device\":\"{device}\",\"seq\":{seq},\"at\":{at_ms},\"by\":{{\"staff\":\"{staff}\"}},\"ticket\":\"{ticket}\",\
             {prev}{after}\"fact\":{{\"teleported\":{{\"to\":[1,2,3]}}}},\"shine\":\"金\"}}"
        );
        before = Some(EventId::of_line(&line));
        lines.push(line);
    }
    lines.extend(read.lines.iter().map(|line| line.text.clone()));
    let events: Vec<Event> = lines.iter().filter_map(|line| Event::from_line(line).ok()).collect();
    let cover = Cover { office: None, made_at_ms: world.now_ms, contents: Contents::of(&events) };
    send(world, &cover, None, &lines, "of a newer app");
    Ok(())
}

/// Seals a file with a key of its own and puts it into the post.
fn send(world: &mut World, cover: &Cover, office: Option<&Office>, lines: &[String], made: &'static str) {
    let key = DeviceKey::from_seed(&world.fresh_seed());
    let bytes = seal((cover, office, None), lines, &key).expect("a file that no reader refuses");
    let ids: BTreeSet<EventId> = lines.iter().map(|line| world.truth.learn(line).id).collect();
    world.truth.carried.extend(ids.iter().copied());
    let number = world.post.len();
    world.tell(|| format!("  file {number}, {made}, {} events", ids.len()));
    world.post.push(Rc::new(File::new(bytes, ids, Worth::Sound, made)));
}
