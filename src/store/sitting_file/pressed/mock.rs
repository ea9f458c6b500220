//! The shape of a whole mock, packed and read back.

use crate::domain::id::{BlueprintId, PanelId, PersonaId};
use crate::domain::library::Condition;
use crate::domain::practice::shape::{Shape, Sitter, Stop, Stretch};
use crate::store::pressed::{Eye, Pen};

/// Packs it.
pub fn put(pen: &mut Pen<'_>, shape: &Shape) {
    pen.name(shape.blueprint.as_str());
    pen.name(&shape.code);
    pen.each(shape.panel.as_slice(), |pen, id| pen.name(id.as_str()));
    pen.each(&shape.people, |pen, one| {
        pen.put(&one.seat);
        pen.name(&one.name);
        pen.name(&one.title);
    });
    pen.each(&shape.conditions, |pen, one| pen.name(one.id()));
    pen.put(&shape.must);
    pen.each(&shape.weak, |pen, one| pen.name(one));
    pen.each(&shape.sections, |pen, one| {
        pen.name(&one.title);
        pen.name(&one.ask);
        pen.put(&(one.minutes, one.probes, one.takes));
        pen.put(&(one.prep_s, one.answer_s, one.keeps));
        pen.each(one.persona.as_slice(), |pen, id| pen.name(id.as_str()));
        pen.each(&one.stops, |pen, stop| pen.name(&stop.text()));
    });
}

/// Reads it back; nothing where it was packed in another way.
pub fn take(eye: &mut Eye<'_>) -> Option<Shape> {
    Some(Shape {
        blueprint: BlueprintId::shared(eye.name()?),
        code: eye.text()?,
        panel: eye.each(|eye| eye.name().map(PanelId::shared))?.pop(),
        people: eye.each(|eye| {
            Some(Sitter {
                seat: eye.get()?,
                name: eye.text()?,
                title: eye.text()?,
            })
        })?,
        conditions: eye.each(|eye| Condition::from_id(eye.name()?))?,
        must: eye.get()?,
        weak: eye.each(Eye::text)?,
        sections: eye.each(take_section)?,
    })
}

fn take_section(eye: &mut Eye<'_>) -> Option<Stretch> {
    let (title, ask) = (eye.text()?, eye.text()?);
    let (minutes, probes, takes) = eye.get()?;
    let (prep_s, answer_s, keeps) = eye.get()?;
    Some(Stretch {
        title,
        ask,
        minutes,
        probes,
        takes,
        prep_s,
        answer_s,
        persona: eye.each(|eye| eye.name().map(PersonaId::shared))?.pop(),
        keeps,
        stops: eye.each(|eye| Stop::parse(eye.name()?))?,
    })
}
