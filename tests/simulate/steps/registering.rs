//! Matters come in, at the kiosk and at the desk; forms are submitted once more.

use shouwen::dice::Dice;
use shouwen::ledger::Visitor;
use shouwen::office::Office;
use shouwen::protocol::{Command, DeskReception, Reception, Registration};
use shouwen::rules::{Channel, Materials, MatterKind, Scope, Situation};

use super::super::failure::Held;
use super::super::office::documents;
use super::super::world::{Place, World};
use super::idle_page;

/// How many forms a device's people remember.
const FORMS_MAX: usize = 6;

/// Someone fills in a form and submits it.
pub(super) fn register(world: &mut World, dice: &mut Dice) -> Held {
    match idle_page(world, dice)? {
        Some(place) => register_at(world, place, dice),
        None => Ok(()),
    }
}

/// The same on a certain page.
pub(super) fn register_at(world: &mut World, place: Place, dice: &mut Dice) -> Held {
    world.counter += 1;
    let nonce = format!("form-{}", world.counter);
    let form = form(&documents()[usize::try_from(dice.below(2)).unwrap()].office, nonce, dice);
    let forms = &mut world.devices[place.0].forms;
    forms.push(form.clone());
    let surplus = forms.len().saturating_sub(FORMS_MAX);
    forms.drain(..surplus);
    world.tell(|| format!("  {place:?} {} {:?}", form.nonce, form.matter));
    world.command(place, Command::Register(Box::new(form)), dice)
}

/// Someone is not sure whether it went through.
pub(super) fn submit_again(world: &mut World, dice: &mut Dice) -> Held {
    let Some(place) = idle_page(world, dice)? else { return Ok(()) };
    let Some(form) = dice.pick(&world.devices[place.0].forms).cloned() else { return Ok(()) };
    world.tell(|| format!("  {place:?} {}", form.nonce));
    world.command(place, Command::Register(Box::new(form)), dice)
}

fn form(office: &Office, nonce: String, dice: &mut Dice) -> Registration {
    let listed = dice.happens(85);
    let matter = dice.pick(&office.matters).filter(|_| listed);
    let kinds = [MatterKind::Business, MatterKind::Complaint, MatterKind::Consultation, MatterKind::Petition];
    let visitor = match dice.below(4) {
        0 => Visitor { anonymous: true, ..Visitor::default() },
        1 => Visitor { name: "无电话".to_owned(), ..Visitor::default() },
        _ => {
            Visitor {
                name: "赵甲".to_owned(), phone: format!("10{:09}", dice.below(1_000_000_000)), anonymous: false
            }
        }
    };
    Registration {
        subject: if listed { String::new() } else { format!("第 {nonce} 件\u{2028}\"事\"") },
        matter: matter.map(|matter| matter.id.clone()),
        kind: if listed { None } else { dice.pick(&kinds).copied() },
        nonce,
        visitor,
        details: if dice.happens(50) { "带了材料。\n第二行".to_owned() } else { String::new() },
        reception: reception(office, dice),
    }
}

fn reception(office: &Office, dice: &mut Dice) -> Reception {
    let (Some(by), false) = (dice.pick(&office.staff), dice.happens(50)) else { return Reception::Kiosk };
    let other = dice.pick(&office.staff).filter(|_| dice.happens(30));
    let channels = [Channel::Visit, Channel::Visit, Channel::Phone, Channel::Online];
    let scopes = [Scope::Own, Scope::Department, Scope::Unclear];
    let situation = Situation {
        channel: dice.pick(&channels).copied().unwrap_or_default(),
        materials: if dice.happens(20) { Materials::Incomplete } else { Materials::Complete },
        ..Situation::default()
    };
    Reception::Desk(Box::new(DeskReception {
        by: by.id.clone(),
        others: other.into_iter().map(|staff| staff.id.clone()).collect(),
        scope: dice.pick(&scopes).copied().filter(|_| dice.happens(40)),
        on_the_spot: dice.happens(30).then_some(dice.happens(50)),
        situation,
    }))
}
