//! A sitting without its words, packed and read back: what [`super::read`] gives with [`super::Texts::Left`].

use std::sync::Arc;

use crate::domain::id::{
    CompetencyId, DimensionId, ItemId, QuestionId, ScenarioId, SittingId, StoryId,
};
use crate::domain::practice::assess::{ItemAnswer, Response};
use crate::domain::practice::record::{
    Answer, Block, Event, Extra, Form, Planned, Rating, SittingHead, SittingRecord, Theirs, Way,
    Why,
};
use crate::domain::practice::talk::{Reply, StepBack};
use crate::store::pressed::{Eye, Pen};

mod chairs;
mod comment;
mod mock;

/// Packs a record whose words were left.
pub fn put(pen: &mut Pen<'_>, record: &SittingRecord) {
    head(pen, &record.head);
    pen.each(&record.blocks, |pen, block| match block {
        Block::Answer(one) => answer(pen, 0, one),
        Block::Rating(one) => rating(pen, 1, one),
        Block::Event(one) => {
            pen.put(&2_u8);
            pen.moment(one.at);
            pen.put(&(one.what, one.seconds));
        }
        Block::Reply(one) => reply(pen, one),
        Block::Back(one) => {
            pen.put(&4_u8);
            pen.name(one.scenario.as_str());
            pen.moment(one.at);
            pen.put(&one.turn);
        }
        Block::Item(one) => item(pen, one),
        Block::Noted(one) => chairs::noted(pen, one),
        Block::Theirs(one) => match one.as_ref() {
            Theirs::Answer(one) => answer(pen, 7, one),
            Theirs::Rating(one) => rating(pen, 8, one),
        },
        Block::Comment(one) => comment::put(pen, one),
    });
}

fn head(pen: &mut Pen<'_>, head: &SittingHead) {
    pen.moment(head.started);
    pen.name(&head.title);
    pen.put(&(head.stage, head.seed));
    pen.name(&head.library);
    pen.put(&(head.pacing, head.factor, head.input));
    pen.put(&(head.strict, head.probes, head.rate_each));
    pen.put(&(head.warm_up, head.rung, head.shape.is_some()));
    if let Some(one) = &head.shape {
        mock::put(pen, one);
    }
    match &head.form {
        Form::Drill => pen.put(&0_u8),
        Form::Talk(scenario) => {
            pen.put(&1_u8);
            pen.name(scenario.as_str());
        }
        Form::Items(items) => {
            pen.put(&2_u8);
            pen.each(items, |pen, id| pen.name(id.as_str()));
        }
        Form::Chairs(pair) => {
            pen.put(&3_u8);
            chairs::pair(pen, pair);
        }
    }
    pen.each(&head.plan, planned);
}

fn planned(pen: &mut Pen<'_>, planned: &Planned) {
    pen.name(planned.question.as_str());
    pen.put(&planned.wording);
    let plain = match &planned.why {
        Why::Due(level) => return pen.put(&(0_u8, *level)),
        Why::Weakest(competency) => {
            pen.put(&1_u8);
            return pen.name(competency.as_str());
        }
        Why::Asked(words) => {
            pen.put(&2_u8);
            return pen.name(words);
        }
        Why::Story(story) => {
            pen.put(&11_u8);
            return pen.name(story.as_str());
        }
        Why::Skipped => 3_u8,
        Why::New => 4,
        Why::Familiar => 5,
        Why::Drawn => 6,
        Why::Picked => 7,
        Why::Again => 8,
        Why::Set => 9,
        Why::Listed => 10,
        Why::Advert => 12,
        Why::Field => 13,
    };
    pen.put(&plain);
}

fn answer(pen: &mut Pen<'_>, sort: u8, a: &Answer) {
    pen.put(&(sort, a.index, a.wording, a.take, a.for_point));
    pen.name(a.question.as_str());
    pen.put(&a.extra.as_ref().map(|extra| extra.to));
    if let Some(extra) = &a.extra {
        pen.name(&extra.asked);
    }
    pen.put(&(a.kind, a.input));
    pen.name(a.competency.as_str());
    pen.moment(a.at);
    pen.put(&(a.think_s, a.first_word_s, a.seconds, a.length_s));
    pen.put(&(a.paused_s, a.window, a.words, a.fillers));
    pen.put(&a.hints);
    pen.put(&(&a.way.facts, a.way.steps, &a.way.recording));
    pen.put(&(a.expected, a.skipped));
}

fn rating(pen: &mut Pen<'_>, sort: u8, r: &Rating) {
    pen.put(&(sort, r.index, r.rater));
    pen.name(r.question.as_str());
    pen.moment(r.at);
    pen.put(&(&r.points, &r.flags));
    pen.each(&r.dimensions, |pen, (id, level)| {
        pen.name(id.as_str());
        pen.put(level);
    });
    pen.put(&(r.computed, r.level));
    pen.name(&r.line);
}

fn reply(pen: &mut Pen<'_>, r: &Reply) {
    pen.put(&3_u8);
    for name in [r.scenario.as_str(), &r.node, &r.skill, &r.to] {
        pen.name(name);
    }
    pen.moment(r.at);
    pen.put(&(r.seconds, r.limit, r.choice, r.apart, r.level));
}

fn item(pen: &mut Pen<'_>, i: &ItemAnswer) {
    pen.put(&(5_u8, i.index, i.seconds));
    pen.name(i.item.as_str());
    pen.moment(i.at);
    match &i.response {
        Response::BestWorst { best, worst } => pen.put(&(0_u8, *best, *worst)),
        Response::Rank(order) => pen.put(&(1_u8, order)),
        Response::Rate(levels) => pen.put(&(2_u8, levels)),
        Response::Agree(agreement) => pen.put(&(3_u8, agreement)),
    }
}

/// Reads a record back; nothing where it was packed in another way.
pub fn take(mut eye: Eye<'_>, id: SittingId) -> Option<SittingRecord> {
    let head = take_head(&mut eye, id)?;
    let blocks = eye.each(|eye| {
        Some(match eye.get::<u8>()? {
            0 => Block::Answer(take_answer(eye)?),
            1 => Block::Rating(take_rating(eye)?),
            2 => {
                let at = eye.moment()?;
                let (what, seconds) = eye.get()?;
                Block::Event(Event { at, what, seconds })
            }
            3 => Block::Reply(take_reply(eye)?),
            4 => Block::Back(StepBack {
                scenario: ScenarioId::shared(eye.name()?),
                at: eye.moment()?,
                turn: eye.get()?,
            }),
            5 => Block::Item(take_item(eye)?),
            6 => Block::Noted(chairs::take_noted(eye)?),
            7 => Block::Theirs(Box::new(Theirs::Answer(take_answer(eye)?))),
            8 => Block::Theirs(Box::new(Theirs::Rating(take_rating(eye)?))),
            9 => Block::Comment(comment::take(eye)?),
            _ => return None,
        })
    })?;
    eye.is_done().then_some(SittingRecord { head, blocks })
}

fn take_head(eye: &mut Eye<'_>, id: SittingId) -> Option<SittingHead> {
    let (started, title) = (eye.moment()?, eye.text()?);
    let (stage, seed) = eye.get()?;
    let library = eye.text()?;
    let (pacing, factor, input) = eye.get()?;
    let (strict, probes, rate_each) = eye.get()?;
    let (warm_up, rung, shaped) = eye.get()?;
    let shape = if shaped { Some(mock::take(eye)?) } else { None };
    let form = match eye.get::<u8>()? {
        0 => Form::Drill,
        1 => Form::Talk(ScenarioId::shared(eye.name()?)),
        2 => Form::Items(eye.each(|eye| eye.name().map(ItemId::shared))?),
        3 => Form::Chairs(Box::new(chairs::take_pair(eye)?)),
        _ => return None,
    };
    Some(SittingHead {
        id,
        started,
        title,
        stage,
        seed,
        library,
        pacing,
        factor,
        input,
        strict,
        probes,
        rate_each,
        warm_up,
        rung,
        shape: shape.map(Arc::new),
        form,
        plan: eye.each(take_planned)?,
    })
}

fn take_planned(eye: &mut Eye<'_>) -> Option<Planned> {
    Some(Planned {
        question: QuestionId::shared(eye.name()?),
        wording: eye.get()?,
        why: match eye.get::<u8>()? {
            0 => Why::Due(eye.get()?),
            1 => Why::Weakest(CompetencyId::shared(eye.name()?)),
            2 => Why::Asked(eye.text()?),
            3 => Why::Skipped,
            4 => Why::New,
            5 => Why::Familiar,
            6 => Why::Drawn,
            7 => Why::Picked,
            8 => Why::Again,
            9 => Why::Set,
            10 => Why::Listed,
            11 => Why::Story(StoryId::shared(eye.name()?)),
            12 => Why::Advert,
            13 => Why::Field,
            _ => return None,
        },
    })
}

fn take_answer(eye: &mut Eye<'_>) -> Option<Answer> {
    let (index, wording, take, for_point) = eye.get()?;
    let question = QuestionId::shared(eye.name()?);
    let extra = match eye.get()? {
        Some(to) => Some(Extra {
            to,
            asked: eye.text()?,
        }),
        None => None,
    };
    let (kind, input) = eye.get()?;
    let competency = CompetencyId::shared(eye.name()?);
    let at = eye.moment()?;
    let (think_s, first_word_s, seconds, length_s) = eye.get()?;
    let (paused_s, window, words, fillers) = eye.get()?;
    let hints = eye.get()?;
    let way = Way::of(eye.get()?);
    let (expected, skipped) = eye.get()?;
    Some(Answer {
        index,
        question,
        wording,
        take,
        for_point,
        extra,
        kind,
        competency,
        input,
        at,
        think_s,
        first_word_s,
        seconds,
        length_s,
        paused_s,
        window,
        words,
        fillers,
        hints,
        way,
        expected,
        skipped,
        text: String::new(),
    })
}

fn take_rating(eye: &mut Eye<'_>) -> Option<Rating> {
    let (index, rater) = eye.get()?;
    let (question, at) = (QuestionId::shared(eye.name()?), eye.moment()?);
    let (points, flags) = eye.get()?;
    let dimensions = eye.each(|eye| Some((DimensionId::shared(eye.name()?), eye.get()?)))?;
    let (computed, level) = eye.get()?;
    Some(Rating {
        index,
        question,
        rater,
        at,
        points,
        proofs: Vec::new(),
        flags,
        dimensions,
        computed,
        line: eye.text()?,
        level,
        note: String::new(),
    })
}

fn take_reply(eye: &mut Eye<'_>) -> Option<Reply> {
    let scenario = ScenarioId::shared(eye.name()?);
    let (node, skill, to) = (eye.text()?, eye.text()?, eye.text()?);
    let at = eye.moment()?;
    let (seconds, limit, choice, apart, level) = eye.get()?;
    Some(Reply {
        scenario,
        node,
        at,
        seconds,
        limit,
        choice,
        apart,
        skill,
        to,
        level,
        text: String::new(),
    })
}

fn take_item(eye: &mut Eye<'_>) -> Option<ItemAnswer> {
    let (index, seconds) = eye.get()?;
    Some(ItemAnswer {
        index,
        item: ItemId::shared(eye.name()?),
        at: eye.moment()?,
        seconds,
        response: match eye.get::<u8>()? {
            0 => {
                let (best, worst) = eye.get()?;
                Response::BestWorst { best, worst }
            }
            1 => Response::Rank(eye.get()?),
            2 => Response::Rate(eye.get()?),
            3 => Response::Agree(eye.get()?),
            _ => return None,
        },
    })
}
