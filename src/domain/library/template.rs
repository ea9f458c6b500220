//! Letters with blanks, and when they are due.

use super::closed::closed;
use crate::domain::id::TemplateId;

closed! {
    /// What a letter is for.
    Letter {
        /// Thanks.
        ThankYou "thank-you" "Thank-you",
        /// Thanks that clear up a doubt.
        ThankYouConcern "thank-you-concern" "Thank-you that answers a doubt",
        /// Thanks to several people.
        ThankYouPanel "thank-you-panel" "Thank-you to a panel",
        /// Where does it stand?
        Status "status" "Asking where it stands",
        /// What could be better?
        FeedbackRequest "feedback-request" "Asking for feedback",
        /// After a no.
        ReplyRejection "reply-rejection" "Reply to a rejection",
        /// More time, please.
        Extension "extension" "Asking for more time",
        /// What do you want to earn?
        PayAsked "pay-asked" "When they ask about pay in writing",
        /// About the terms.
        Negotiate "negotiate" "Negotiating",
        /// Yes.
        Accept "accept" "Accepting",
        /// No, thank you.
        Decline "decline" "Declining",
        /// To the employer so far.
        Notice "notice" "Giving notice",
        /// Out of the process.
        Withdraw "withdraw" "Withdrawing",
        /// Would you speak for me?
        ReferenceAsk "reference-ask" "Asking for a reference",
        /// What they may ask you.
        ReferenceBrief "reference-brief" "Briefing a reference",
        /// What makes a fair interview possible.
        Accommodation "accommodation" "Asking for an adjustment",
        /// Here are the papers.
        DocumentSend "document-send" "Sending documents",
        /// Another day, please.
        Reschedule "reschedule" "Asking for another date",
        /// See you again.
        StayInTouch "stay-in-touch" "Staying in touch",
        /// Do you know anybody?
        FormerColleague "former-colleague" "Message to a former colleague",
    }
}

closed! {
    /// How it is said.
    Channel {
        /// In writing.
        Email "email" "Email",
        /// By voice.
        Call "call" "Call",
        /// In a line or two.
        Message "message" "Message",
    }
}

closed! {
    /// How it sounds.
    Tone {
        /// As to somebody known.
        Warm "warm" "Warm",
        /// As to anybody.
        Neutral "neutral" "Neutral",
        /// As to an office.
        Formal "formal" "Formal",
    }
}

closed! {
    /// What a due time counts from.
    DueFrom {
        /// What the letter answers: the interview, the call, the message.
        Event "event" "what it answers",
        /// The day on which they want to decide.
        Decision "decision_date" "the day of the decision",
        /// The last day of an offer.
        Deadline "deadline" "the deadline",
        /// The interview to come.
        Interview "interview" "the interview",
        /// The first day at work.
        Start "start_date" "the first day at work",
    }
}

/// When a letter is due: so many hours after a moment, or before it where they are negative.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    /// From when.
    pub from: DueFrom,
    /// How far away.
    pub hours: i32,
}

impl Due {
    /// Reads `PT24H`, `P2D` (after what it answers), or a rule such as `decision_date+2d` and `deadline-12h`.
    pub fn read(text: &str) -> Option<Self> {
        if let Some(hours) = period(text) {
            let from = DueFrom::Event;
            return Some(Self { from, hours });
        }
        let at = text.find(['+', '-']).unwrap_or(text.len());
        let (moment, rest) = text.split_at_checked(at)?;
        let from = DueFrom::from_id(moment)?;
        let hours = match rest.chars().next() {
            None => 0,
            Some('-') => -span(rest.get(1..)?)?,
            Some(_) => span(rest.get(1..)?)?,
        };
        Some(Self { from, hours })
    }
}

/// A period of ISO 8601 in whole weeks, days or hours, in hours.
fn period(text: &str) -> Option<i32> {
    let rest = text.strip_prefix('P')?;
    match rest.strip_prefix('T') {
        Some(time) => span(&time.to_ascii_lowercase()).filter(|_| time.ends_with('H')),
        None => span(&rest.to_ascii_lowercase()).filter(|_| !rest.ends_with('H')),
    }
}

/// `12h`, `2d`, `1w` in hours; at most a year.
fn span(text: &str) -> Option<i32> {
    let unit = match text.chars().last()? {
        'h' => 1,
        'd' => 24,
        'w' => 7 * 24,
        _ => return None,
    };
    let number: i32 = text.get(..text.len() - 1)?.parse().ok()?;
    number
        .checked_mul(unit)
        .filter(|hours| (0..=366 * 24).contains(hours))
}

/// Slots that the program fills from profile, application and journal, and what stands there until it knows.
pub const FILLED: [(&str, &str); 15] = [
    ("me", "your name"),
    ("name", "their name"),
    ("company", "the employer"),
    ("role", "the job"),
    ("team", "the team"),
    ("stage", "the interview"),
    ("date", "the date"),
    ("when", "the day"),
    ("time", "the time"),
    ("contact", "the contact"),
    ("detail", "one detail of the talk"),
    ("concern", "their doubt"),
    ("proof", "what shows it"),
    ("phone", "your number"),
    ("deadline", "the deadline"),
];

/// A letter with blanks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Template {
    /// Id.
    pub id: TemplateId,
    /// What it is for.
    pub letter: Letter,
    /// How it is said.
    pub channel: Channel,
    /// When.
    pub due: Option<Due>,
    /// How it sounds.
    pub tone: Tone,
    /// Subject line; empty where there is none.
    pub subject: String,
    /// The text, with slots in braces.
    pub body: String,
    /// Slots that must not stay as they are.
    pub must_personalize: Vec<String>,
    /// Slots and what stands in for them.
    pub slots: Vec<(String, String)>,
    /// What to look at before it goes out.
    pub check: Vec<String>,
    /// Longest text in words.
    pub max_words: Option<u32>,
}

impl Template {
    /// The slots of subject and text, each once, in the order in which they come.
    pub fn slots_used(&self) -> Vec<&str> {
        let mut used = Vec::new();
        for slot in slots(&self.subject).chain(slots(&self.body)) {
            if !used.contains(&slot) {
                used.push(slot);
            }
        }
        used
    }
}

/// The names in braces of a text.
pub fn slots(text: &str) -> impl Iterator<Item = &str> {
    let opened = text.split('{').skip(1);
    opened.filter_map(|after| after.split_once('}').map(|(name, _)| name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_due_time_counts_from_its_moment() {
        for (text, from, hours) in [
            ("PT24H", DueFrom::Event, 24),
            ("P2D", DueFrom::Event, 48),
            ("P1W", DueFrom::Event, 168),
            ("decision_date+2d", DueFrom::Decision, 48),
            ("deadline-12h", DueFrom::Deadline, -12),
            ("interview", DueFrom::Interview, 0),
        ] {
            assert_eq!(Due::read(text), Some(Due { from, hours }), "{text}");
        }
        for text in [
            "",
            "P",
            "PT2D",
            "P24H",
            "soon",
            "decision_date+x",
            "P999999999D",
            "-2d",
        ] {
            assert_eq!(Due::read(text), None, "{text}");
        }
    }

    #[test]
    fn slots_are_found_in_their_order() {
        assert_eq!(
            slots("Dear {name}, on {date} {").collect::<Vec<_>>(),
            ["name", "date"]
        );
    }
}
