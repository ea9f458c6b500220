//! What plain mode leaves to commands and files.

use super::seat::Seat;
use crate::store::layout;

/// What is said where two chairs would begin, or go on.
pub const CHAIRS: &str = "Two chairs need the whole screen, for the cover between you: greenroom without --plain has them \
                          under Practice.";

/// What has no place here, each with the way to it.
const ELSEWHERE: [(&str, &str); 11] = [
    (
        "Drill some of the questions",
        "`greenroom drill --plain --kind behavioral --competency conflict --count 3`; --help tells all",
    ),
    ("Everything you wrote, in one text", "`greenroom export md`"),
    (
        "A sitting to give to somebody",
        "`greenroom export md --sitting last`",
    ),
    (
        "Your interviews in a calendar, their people as contacts",
        "`greenroom export ics --out interviews.ics`, `greenroom export vcf --out people.vcf`",
    ),
    (
        "An interview on paper: your card, your days until it, all about it, their scorecard, what to ask",
        "`greenroom print last-ten`, `greenroom print plan`, `greenroom print brief`, `greenroom print scorecard`, `greenroom print questions`",
    ),
    (
        "Take in a list of questions, or a pack",
        "`greenroom import FILE`, `greenroom pack add FILE`",
    ),
    (
        "A quick note without opening this",
        "`greenroom add \"What I want to keep\"`",
    ),
    (
        "Two chairs: practice with a friend at one laptop",
        "it needs the whole screen, for the cover between you; `greenroom` without --plain has it under Practice",
    ),
    (
        "A friend's own practice at this computer, which counts nowhere in yours",
        "it lies in friends/NAME of your folder; `greenroom --plain --home` with that folder opens it",
    ),
    (
        "Answers for a coach, and what comes back",
        "C on a result in the studio with a screen hands them in, `greenroom review FILE` looks at them there; `greenroom \
         import FILE` takes in what a coach sent back",
    ),
    (
        "Mocks of your own, and how a screen looks",
        "only in the studio with a screen so far",
    ),
];

/// Says what is done by a command or in a file, and where the files are.
pub fn tell(seat: &mut Seat<'_>) {
    for (what, how) in ELSEWHERE {
        let how = seat.page.here.told(how).into_owned();
        seat.page.hanging("- ", &format!("{what}: {how}."));
    }
    let home = seat.model.home.display().to_string();
    seat.page.say(&format!(
        "Your files are in {home}; {} is the one with who you are.",
        layout::PROFILE
    ));
    seat.page.gap();
}
