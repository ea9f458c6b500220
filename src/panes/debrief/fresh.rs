//! The debrief that opens: whose interview, which stage, which day.

use crate::desk::Desk;
use crate::domain::id::{ApplicationId, EntryId};
use crate::domain::journal::{Debrief, Entry, EntryKind};
use crate::domain::next::to_debrief;
use crate::store::layout;

/// An empty debrief, of the interview that was most likely meant: the last round of the application, or the one that
/// waits for its debrief, or that of the only application there is.
pub fn entry(application: Option<&ApplicationId>, desk: &Desk<'_>) -> Entry {
    let today = desk.now.date();
    let model = &desk.model;
    let waits = to_debrief(
        &model.journey.applications,
        &model.journal.entries,
        desk.now,
    );
    let only = desk.model.journey.open().count() == 1;
    let application = application
        .and_then(|id| desk.model.journey.get(id))
        .or_else(|| waits.first().map(|(application, _)| *application))
        .or_else(|| desk.model.journey.open().next().filter(|_| only));
    let round = application.and_then(|a| {
        a.rounds
            .iter()
            .filter(|r| r.date.is_some_and(|d| d <= today))
            .max_by_key(|r| (r.date, r.time))
    });
    let date = round.and_then(|r| r.date).unwrap_or(today);
    let stage = application.map(|a| round.map_or(a.stage, |r| r.stage));
    let words = match (application, stage) {
        (Some(a), Some(stage)) => format!("{} {}", a.employer, stage.id()),
        _ => "debrief".to_owned(),
    };
    let taken = |id: &str| desk.model.journal.get(&EntryId::new(id)).is_some();
    Entry {
        id: EntryId::new(layout::free_name(&layout::entry_name(date, &words), taken)),
        kind: EntryKind::Debrief,
        date,
        time: Some(desk.now.time()),
        title: String::new(),
        application: application.map(|a| a.id.clone()),
        stage,
        feeling: String::new(),
        tags: Vec::new(),
        private: false,
        body: String::new(),
        debrief: Some(Debrief::default()),
    }
}
