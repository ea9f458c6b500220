//! Which interview a debrief is about: each debrief belongs to one, and each interview has one.

use chrono::TimeDelta;

use super::journal::{Debrief, Entry, EntryKind};
use super::journey::{Application, Round, Slot};
use super::order::InOrder;

/// Further apart than any two times of one day, for where one of them is not known.
const UNKNOWN: TimeDelta = TimeDelta::days(2);

/// The debriefs of a job, each with the interview that it is about. Those that name their stage choose first: an older
/// one may name none, and has to be content with what is left.
pub fn debriefs<'e>(
    entries: impl IntoIterator<Item = &'e Entry>,
    application: &Application,
) -> Vec<(&'e Entry, Slot)> {
    let of_it = |e: &&Entry| {
        e.kind == EntryKind::Debrief && e.application.as_ref() == Some(&application.id)
    };
    let mut own: Vec<&Entry> = entries.into_iter().filter(of_it).collect();
    own.order_by_key(|e| (e.stage.is_none(), e.date, e.time, &e.id));
    let mut found: Vec<(&Entry, Slot)> = Vec::new();
    for entry in own {
        let free = |slot: &Slot| found.iter().all(|(_, taken)| taken != slot);
        let slot = nearest(entry, application, free).or_else(|| slot_of(entry, application));
        found.extend(slot.map(|slot| (entry, slot)));
    }
    found
}

/// The debrief of an interview.
pub fn debrief_of<'e>(
    entries: impl IntoIterator<Item = &'e Entry>,
    application: &Application,
    slot: Slot,
) -> Option<&'e Entry> {
    let all = debriefs(entries, application);
    let of_it = all.into_iter().find(|(_, of)| *of == slot);
    of_it.map(|(entry, _)| entry)
}

/// Whether a debrief about this round is written, and not just begun.
pub fn is_written(entries: &[Entry], application: &Application, round: &Round) -> bool {
    debrief_of(entries, application, round.slot()).is_some_and(|entry| !is_begun(entry))
}

/// Whether a debrief was only begun: it has the word for how it felt, and nothing of what was said there.
pub fn is_begun(entry: &Entry) -> bool {
    let bare = |debrief: &Debrief| {
        // With whom it was is known before anybody writes.
        let rest = Debrief {
            people: Vec::new(),
            ..debrief.clone()
        };
        rest == Debrief::default()
    };
    entry.kind == EntryKind::Debrief
        && !entry.feeling.trim().is_empty()
        && entry.body.trim().is_empty()
        && entry.debrief.as_deref().is_none_or(bare)
}

/// The interview that a debrief fits best, whatever other debriefs are about; none where all of its stage come later.
pub fn slot_of(entry: &Entry, application: &Application) -> Option<Slot> {
    nearest(entry, application, |_| true)
}

/// Among some debriefs the one of the same interview as this one. The job of it is known, where it has one.
pub fn same<'e>(
    entries: impl IntoIterator<Item = &'e Entry>,
    entry: &Entry,
    application: Option<&Application>,
) -> Option<&'e Entry> {
    let slot = application.and_then(|a| Some((a, slot_of(entry, a)?)));
    match slot {
        Some((application, slot)) => debrief_of(entries, application, slot),
        None => (entries.into_iter())
            .find(|e| e.kind == EntryKind::Debrief && e.is_of_same_interview(entry)),
    }
}

fn nearest(
    entry: &Entry,
    application: &Application,
    allowed: impl Fn(&Slot) -> bool,
) -> Option<Slot> {
    let slots = application.rounds.iter().map(Round::slot);
    let fits = |slot: &Slot| {
        entry.stage.is_none_or(|stage| stage == slot.stage)
            && slot.date.is_none_or(|date| date <= entry.date)
            && allowed(slot)
    };
    slots.filter(fits).min_by_key(|slot| distance(entry, *slot))
}

/// How far an interview is from a debrief: in days, then by whether it begins only after it was written, then in time.
fn distance(entry: &Entry, slot: Slot) -> (TimeDelta, bool, TimeDelta) {
    let days = slot.date.map_or(TimeDelta::MAX, |date| entry.date - date);
    let apart = match (entry.time, slot.time) {
        (Some(told), Some(begins)) => told - begins,
        (None, None) => TimeDelta::zero(),
        _ => UNKNOWN,
    };
    (days, apart < TimeDelta::zero(), apart.abs())
}

#[cfg(test)]
mod tests {
    use chrono::{NaiveDate, NaiveTime};

    use super::*;
    use crate::domain::id::{ApplicationId, EntryId};

    use crate::domain::library::StageId;
    use crate::domain::practice::sample::at;

    fn day(n: i64) -> NaiveDate {
        at(0.0).date() + TimeDelta::days(n)
    }

    fn hour(n: u32) -> Option<NaiveTime> {
        NaiveTime::from_hms_opt(n, 0, 0)
    }

    fn job(rounds: &[(StageId, i64, Option<NaiveTime>)]) -> Application {
        let round = |(stage, n, time): &(StageId, i64, _)| Round::of(*stage, Some(day(*n)), *time);
        Application {
            role: "Teacher".to_owned(),
            rounds: rounds.iter().map(round).collect(),
            ..Application::new(
                ApplicationId::new("hillview"),
                "Hillview".to_owned(),
                PANEL,
                day(-9),
            )
        }
    }

    fn debrief(id: &str, stage: Option<StageId>, n: i64, time: Option<NaiveTime>) -> Entry {
        Entry {
            kind: EntryKind::Debrief,
            date: day(n),
            time,
            application: Some(ApplicationId::new("hillview")),
            stage,
            ..Entry::note(EntryId::new(id), String::new(), at(0.0))
        }
    }

    const LESSON: StageId = StageId::TechnicalAssessment;
    const PANEL: StageId = StageId::Panel;

    #[test]
    fn of_two_interviews_of_one_morning_each_has_its_own() {
        let job = job(&[(LESSON, 0, hour(9)), (PANEL, 0, hour(10))]);
        let [lesson, panel] = [0, 1].map(|at| &job.rounds[at]);
        let entries = [debrief("e", Some(PANEL), 0, hour(10))];
        assert!(is_written(&entries, &job, panel));
        assert!(!is_written(&entries, &job, lesson));
        let entries = [debrief("e", Some(LESSON), 0, hour(9))];
        assert!(!is_written(&entries, &job, panel));
        assert!(is_written(&entries, &job, lesson));
    }

    #[test]
    fn a_word_for_how_it_felt_is_a_beginning_and_one_question_makes_it_a_debrief() {
        use crate::domain::journal::Asked;
        use crate::domain::person::Person;
        let job = job(&[(PANEL, 0, hour(9))]);
        let mut entry = debrief("e", Some(PANEL), 0, hour(9));
        entry.feeling = "shaky".to_owned();
        let known = Person {
            name: "J. Moreau".to_owned(),
            ..Person::default()
        };
        entry.debrief = Some(Box::new(Debrief {
            people: vec![known],
            ..Debrief::default()
        }));
        let written = |entry: &Entry| is_written(std::slice::from_ref(entry), &job, &job.rounds[0]);
        assert!(!written(&entry) && is_begun(&entry));
        let mut asked = entry.clone();
        asked.debrief = Some(Box::new(Debrief {
            questions: vec![Asked::default()],
            ..Debrief::default()
        }));
        assert!(written(&asked));
        let closed = Entry {
            debrief: Some(Box::new(Debrief {
                next_step: "they call on Friday".to_owned(),
                ..Debrief::default()
            })),
            ..entry.clone()
        };
        assert!(written(&closed));
        entry.body = "A long hour.".to_owned();
        assert!(written(&entry));
    }

    #[test]
    fn two_panels_of_one_morning_are_told_apart_by_their_time() {
        let job = job(&[(PANEL, 0, hour(9)), (PANEL, 0, hour(11))]);
        let entries = [debrief("e", Some(PANEL), 0, hour(11))];
        assert!(!is_written(&entries, &job, &job.rounds[0]));
        assert!(is_written(&entries, &job, &job.rounds[1]));
    }

    #[test]
    fn an_old_one_without_a_stage_stays_at_the_round_it_fits_best() {
        let job = job(&[
            (StageId::Screening, -3, hour(9)),
            (LESSON, 0, hour(9)),
            (PANEL, 0, hour(11)),
        ]);
        for (time, days, wanted) in [(10, 0, 1), (17, 0, 2), (17, -3, 0), (8, -1, 0)] {
            let old = debrief("e", None, days, hour(time));
            let found = slot_of(&old, &job);
            assert_eq!(found, Some(job.rounds[wanted].slot()), "{days} {time}");
        }
        // What names its stage chooses first.
        let old = debrief("a", None, 0, hour(17));
        let panel = debrief("b", Some(PANEL), 0, hour(11));
        let entries = [old, panel];
        assert!(is_written(&entries, &job, &job.rounds[1]));
        assert!(is_written(&entries, &job, &job.rounds[2]));
        assert!(!is_written(&entries, &job, &job.rounds[0]));
    }

    #[test]
    fn what_is_written_on_a_later_day_is_about_the_one_before_and_about_none_to_come() {
        let job = job(&[(PANEL, -4, None), (PANEL, 0, None), (PANEL, 5, None)]);
        let late = debrief("e", Some(PANEL), 2, hour(8));
        assert_eq!(slot_of(&late, &job), Some(job.rounds[1].slot()));
        let early = debrief("e", Some(PANEL), -5, hour(8));
        assert_eq!(slot_of(&early, &job), None);
    }
}
