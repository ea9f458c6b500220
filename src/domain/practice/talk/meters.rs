//! What moves in a talk, in words.

use crate::domain::library::Meter;

/// Where a meter stands, from what all replies so far have moved it by.
pub const fn standing(meter: Meter, moved: i32) -> &'static str {
    let words = match meter {
        Meter::Value => [
            "much less than was there",
            "a little given away",
            "as it was offered",
            "a little more",
            "clearly more",
        ],
        Meter::Relationship => ["cold", "cool", "polite", "friendly", "warm"],
        Meter::Information => [
            "you are guessing",
            "less clear than before",
            "what the briefing says",
            "you know a little more",
            "you know what drives them",
        ],
        Meter::Commitment => [
            "they are pulling back",
            "less settled than before",
            "nobody is bound",
            "half settled",
            "firm",
        ],
        Meter::Safety => [
            "somebody may be harmed",
            "less safe than it was",
            "as it was",
            "safer than it was",
            "everybody is safe",
        ],
        Meter::Time => [
            "running out",
            "a little less",
            "as it was",
            "a little more",
            "enough of it",
        ],
    };
    match moved {
        i32::MIN..=-2 => words[0],
        -1 => words[1],
        0 => words[2],
        1 => words[3],
        2.. => words[4],
    }
}

/// What one reply moved: `Information much clearer, relationship a little warmer`. Empty where nothing moved.
pub fn moved(effects: &[(Meter, i8)]) -> String {
    let mut said: Vec<String> = Vec::new();
    for (meter, by) in effects {
        let much = match by {
            0 => continue,
            -1 | 1 => "a little",
            _ => "much",
        };
        let how = way(*meter, *by > 0);
        let name = if said.is_empty() {
            meter.word().to_owned()
        } else {
            meter.word().to_lowercase()
        };
        said.push(format!("{name} {much} {how}"));
    }
    said.join(", ")
}

/// Which way a meter moved, as one says it of just that: nobody's knowledge falls.
const fn way(meter: Meter, up: bool) -> &'static str {
    match (meter, up) {
        (Meter::Value | Meter::Time, true) => "more",
        (Meter::Value | Meter::Time, false) => "less",
        (Meter::Relationship, true) => "warmer",
        (Meter::Relationship, false) => "cooler",
        (Meter::Information, true) => "clearer",
        (Meter::Information, false) => "less clear",
        (Meter::Commitment, true) => "firmer",
        (Meter::Commitment, false) => "looser",
        (Meter::Safety, true) => "safer",
        (Meter::Safety, false) => "less safe",
    }
}
