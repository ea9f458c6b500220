//! How an answer sounded, measured from its recording: facts beside the level, never a part of it.
//!
//! # The method
//!
//! The recording is cut into pieces of 20 ms, and the loudness of each is its root mean square. The quietest tenth of
//! them is taken for the room; what is three times as loud as that is speech, but never more than half as loud as the
//! loudest twentieth, so that somebody who speaks without a breath is heard, too. A gap below 0.3 s lies between two
//! words, and a sound below 0.1 s is a key or a click.
//!
//! # Its limits
//!
//! It does not know a voice: a fan that starts, a dog or a second person counts as speech, and a voice that is hardly
//! louder than the room does not. It hears when somebody spoke, and neither what nor how well.

/// Samples of a piece, at 16 000 a second.
const PIECE: usize = 320;

/// Pieces in a second.
const A_SECOND: usize = 50;

/// A gap of fewer pieces lies between two words.
const GAP: usize = 15;

/// A sound of fewer pieces is none of a voice.
const CLICK: usize = 5;

/// A pause is told from this many pieces on: two seconds.
const PAUSE: usize = 2 * A_SECOND;

/// How loud speech is at least, out of 32 768: below that nobody has spoken.
const LEAST: u16 = 120;

/// The loudness of each piece of a recording, in order; the rest of a piece waits for more.
#[derive(Debug, Clone, Default)]
pub struct Loudness {
    pieces: Vec<u16>,
    squares: u64,
    count: usize,
}

/// What was heard of one answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Delivery {
    /// Whole seconds before the first word.
    pub first_s: u32,
    /// Speech, in percent of the time from the first word to the last one.
    pub speech: u8,
    /// Pauses of more than two seconds between two words.
    pub pauses: u16,
    /// The longest of them, in whole seconds; 0 where there is none.
    pub longest_s: u32,
}

impl Loudness {
    /// Takes in what was heard next.
    pub fn add(&mut self, samples: &[i16]) {
        for sample in samples {
            self.squares += u64::from(sample.unsigned_abs()).pow(2);
            self.count += 1;
            if self.count == PIECE {
                let mean = self.squares / PIECE as u64;
                self.pieces
                    .push(u16::try_from(mean.isqrt()).unwrap_or(u16::MAX));
                (self.squares, self.count) = (0, 0);
            }
        }
    }

    /// What was heard; `None` where nobody has spoken.
    pub fn delivery(&self) -> Option<Delivery> {
        let stretches = self.stretches();
        let (first, last) = (stretches.first()?, stretches.last()?);
        let spoken: usize = stretches.iter().map(|(from, to)| to - from).sum();
        let gaps = stretches.windows(2).map(|pair| pair[1].0 - pair[0].1);
        let pauses: Vec<usize> = gaps.filter(|gap| *gap > PAUSE).collect();
        let longest = pauses.iter().copied().max().unwrap_or(0);
        Some(Delivery {
            first_s: seconds(first.0),
            speech: u8::try_from(spoken * 100 / (last.1 - first.0)).unwrap_or(100),
            pauses: u16::try_from(pauses.len()).unwrap_or(u16::MAX),
            longest_s: seconds(longest),
        })
    }

    /// From which piece to which one somebody spoke.
    fn stretches(&self) -> Vec<(usize, usize)> {
        let least = self.threshold();
        let mut found: Vec<(usize, usize)> = Vec::new();
        for (at, loudness) in self.pieces.iter().enumerate() {
            if *loudness < least {
                continue;
            }
            match found.last_mut() {
                Some((_, to)) if at - *to < GAP => *to = at + 1,
                _ => found.push((at, at + 1)),
            }
        }
        found.retain(|(from, to)| to - from >= CLICK);
        found
    }

    /// How loud a piece of speech is at least.
    fn threshold(&self) -> u16 {
        let mut sorted = self.pieces.clone();
        sorted.sort_unstable();
        let at = |percent: usize| {
            let place = sorted.len().saturating_sub(1) * percent / 100;
            sorted.get(place).copied().unwrap_or(0)
        };
        let (room, loud) = (at(10), at(95));
        room.saturating_mul(3).min(loud / 2).max(LEAST)
    }
}

fn seconds(pieces: usize) -> u32 {
    u32::try_from(pieces / A_SECOND).unwrap_or(u32::MAX)
}

impl Delivery {
    /// `first word after 3 s, then speech 78% of the time, 2 pauses over 2 s, the longest 4 s`
    pub fn words(&self) -> String {
        let pauses = match self.pauses {
            0 => "no pause over 2 s".to_owned(),
            1 => format!("one pause over 2 s, of {} s", self.longest_s),
            n => format!("{n} pauses over 2 s, the longest {} s", self.longest_s),
        };
        let first = match self.first_s {
            0 => "first word at once".to_owned(),
            s => format!("first word after {s} s"),
        };
        format!(
            "{first}, then speech {}% of the time, {pauses}",
            self.speech
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A tone of a voice's height for tenths of a second, over the noise of a room.
    fn heard(parts: &[(usize, i16)]) -> Loudness {
        let mut loudness = Loudness::default();
        let mut noise = 1_u32;
        for (tenths, height) in parts {
            let samples = (0..tenths * 1_600).map(|n| {
                noise = noise.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                let hiss = i16::try_from(noise >> 27).unwrap_or(0) - 16;
                let wave = if (n / 50).is_multiple_of(2) {
                    *height
                } else {
                    -*height
                };
                wave.saturating_add(hiss)
            });
            loudness.add(&samples.collect::<Vec<_>>());
        }
        loudness
    }

    const ROOM: i16 = 20;
    const VOICE: i16 = 4_000;

    #[test]
    fn first_word_speech_and_pauses_are_measured() {
        let parts = [
            (30, ROOM),
            (100, VOICE),
            // Between two words.
            (2, ROOM),
            (48, VOICE),
            (40, ROOM),
            (50, VOICE),
            (25, ROOM),
            (35, VOICE),
            (60, ROOM),
        ];
        let delivery = heard(&parts).delivery().expect("speech");
        let expected = Delivery {
            first_s: 3,
            speech: 78,
            pauses: 2,
            longest_s: 4,
        };
        assert_eq!(delivery, expected);
        assert_eq!(
            delivery.words(),
            "first word after 3 s, then speech 78% of the time, 2 pauses over 2 s, the longest 4 s"
        );
    }

    #[test]
    fn silence_and_a_click_are_nobody() {
        assert_eq!(heard(&[(100, 0)]).delivery(), None);
        let mut click = heard(&[(50, 5)]);
        click.add(&[VOICE; 800]);
        click.add(&vec![0; 32_000]);
        assert_eq!(click.delivery(), None);
        assert_eq!(Loudness::default().delivery(), None);
    }

    #[test]
    fn a_voice_without_a_breath_is_speech_from_end_to_end() {
        let delivery = heard(&[(200, VOICE)]).delivery().expect("speech");
        assert_eq!(
            (delivery.first_s, delivery.speech, delivery.pauses),
            (0, 100, 0)
        );
    }

    #[test]
    fn a_quiet_voice_in_a_loud_room_is_heard_by_the_difference() {
        let delivery = heard(&[(20, 150), (60, 900), (30, 150), (60, 900)]);
        let delivery = delivery.delivery().expect("speech");
        assert_eq!(
            (delivery.first_s, delivery.pauses, delivery.longest_s),
            (2, 1, 3)
        );
    }

    #[test]
    fn pieces_come_out_the_same_however_the_sound_is_cut() {
        let samples: Vec<i16> = (0..16_000)
            .map(|n| if n % 90 < 45 { VOICE } else { -VOICE })
            .collect();
        let mut whole = Loudness::default();
        whole.add(&samples);
        let mut cut = Loudness::default();
        samples.chunks(77).for_each(|part| cut.add(part));
        assert_eq!(whole.pieces, cut.pieces);
    }
}
