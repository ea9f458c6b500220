//! The code of an interview: fifteen letters and digits that sit the same one again, here or on another machine.
//!
//! It holds what the draw depends on: blueprint, field, level and seed, and two marks by which a change of the
//! library shows. Letters are Crockford's base 32, which leaves out what is easily misread
//! (<https://www.crockford.com/base32.html>); the last one is a check after Luhn over 32 symbols.

use crate::domain::id::{BlueprintId, FamilyId};
use crate::domain::library::{Library, Seniority};
use crate::domain::practice::record::Planned;

const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// Letters that carry data; one more checks them.
const DATA: usize = 14;

/// Letters of a code.
pub const LETTERS_OF_A_CODE: usize = DATA + 1;

/// The form of the code; another one would be read in another way.
const FORM: u128 = 1;

/// Bits of each part, in order.
const BITS: [u32; 7] = [2, 13, 10, 9, 3, 24, 9];

/// How many seeds a code can tell apart.
pub const SEEDS: u32 = 1 << 24;

/// What a code asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ticket {
    /// Which blueprint.
    pub blueprint: BlueprintId,
    /// Field of work.
    pub family: FamilyId,
    /// How far along.
    pub seniority: Option<Seniority>,
    /// Seed of the draw, below [`SEEDS`].
    pub seed: u32,
}

/// Why a code cannot be sat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CodeProblem {
    /// It is too short, too long, or a letter is wrong.
    Misread,
    /// It was made by a version that writes codes in another way.
    Newer,
    /// Its blueprint is not in the library.
    NoBlueprint,
    /// Its field of work is not in the library.
    NoFamily,
}

impl CodeProblem {
    /// What to tell, and what to do.
    pub const fn sentence(self) -> &'static str {
        match self {
            Self::Misread => {
                "That is no code of an interview: one letter is wrong or missing. It has 15, such as 4K7QM-2XR9T-0ABCD."
            }
            Self::Newer => "That code comes from a newer greenroom. Update this one to sit it.",
            Self::NoBlueprint => {
                "The library here has no such mock. If it comes from a pack, add the pack and try again; one that somebody \
                 made for themselves is only with them."
            }
            Self::NoFamily => {
                "The library here does not know the field of work of that code. Add the pack it comes from."
            }
        }
    }
}

impl Ticket {
    /// The code of this ticket, for a library of this version and the plan that it draws.
    pub fn code(&self, version: &str, plan: &[Planned]) -> String {
        let parts = [
            FORM,
            mark(self.blueprint.as_str(), BITS[1]),
            mark(version, BITS[2]),
            mark(self.family.as_str(), BITS[3]),
            seniority_number(self.seniority),
            u128::from(self.seed % SEEDS),
            print(plan),
        ];
        let packed = (parts.iter().zip(BITS)).fold(0, |sum, (part, bits)| sum << bits | part);
        let mut digits = digits(packed);
        digits.push(check(&digits));
        let mut text = String::new();
        for (n, digit) in digits.iter().enumerate() {
            if n > 0 && n % 5 == 0 {
                text.push('-');
            }
            text.push(char::from(LETTERS[usize::from(*digit)]));
        }
        text
    }

    /// Reads a code, with whatever dashes, spaces and small letters it was written down.
    ///
    /// # Errors
    /// When it is misread, or asks for something that the library does not have.
    pub fn read(text: &str, library: &Library) -> Result<Self, CodeProblem> {
        let mut parts = unpack(text).ok_or(CodeProblem::Misread)?;
        if parts.next() != Some(FORM) {
            return Err(CodeProblem::Newer);
        }
        let [blueprint, _, family, seniority, seed, _] =
            [(); 6].map(|()| parts.next().unwrap_or(0));
        let blueprint = (library.blueprints.ids()).find(|id| mark(id, BITS[1]) == blueprint);
        let family = (library.families.ids()).find(|id| mark(id, BITS[3]) == family);
        Ok(Self {
            blueprint: BlueprintId::new(blueprint.ok_or(CodeProblem::NoBlueprint)?),
            family: FamilyId::new(family.ok_or(CodeProblem::NoFamily)?),
            seniority: usize::try_from(seniority)
                .ok()
                .and_then(|n| Seniority::ALL.get(n.checked_sub(1)?))
                .copied(),
            seed: u32::try_from(seed).unwrap_or(0),
        })
    }

    /// What is different where two codes of the same ticket are not the same: the version of the library, and
    /// perhaps the questions. `None` when they are the same.
    pub fn changed(asked: &str, here: &str) -> Option<&'static str> {
        let (mut asked, mut here) = (unpack(asked)?, unpack(here)?);
        let [_, _, version, _, _, _, plan] =
            [(); 7].map(|()| asked.next().unwrap_or(0) == here.next().unwrap_or(0));
        match (version, plan) {
            (true, true) => None,
            (false, true) => {
                Some("The library is another version here. The questions are the same.")
            }
            (false, false) => Some(
                "The library is another version here, and some questions are not the same any more.",
            ),
            (true, false) => Some(
                "The library was changed here, by a pack, hidden questions or a mock of your own: some questions are not the \
                 same.",
            ),
        }
    }
}

/// What is common to all machines in a text: the lowest bits of FNV-1a.
fn mark(text: &str, bits: u32) -> u128 {
    let hash = text.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, b| {
        (hash ^ u64::from(b)).wrapping_mul(0x0000_0100_0000_01b3)
    });
    u128::from((hash ^ (hash >> 32)) % (1 << bits))
}

/// A mark of the questions with their wordings.
fn print(plan: &[Planned]) -> u128 {
    let words: Vec<String> = (plan.iter())
        .map(|p| format!("{}:{}", p.question, p.wording))
        .collect();
    mark(&words.join(","), BITS[6])
}

fn seniority_number(seniority: Option<Seniority>) -> u128 {
    let place = seniority.and_then(|s| Seniority::ALL.iter().position(|one| *one == s));
    place.map_or(0, |n| n as u128 + 1)
}

fn digits(packed: u128) -> Vec<u8> {
    (0..DATA)
        .rev()
        .map(|n| u8::try_from((packed >> (5 * n)) & 31).unwrap_or(0))
        .collect()
}

/// The parts of a code whose check fits.
fn unpack(text: &str) -> Option<impl Iterator<Item = u128>> {
    let digits: Vec<u8> = letters(text).map(digit).collect::<Option<_>>()?;
    let (last, data) = digits.split_last()?;
    if data.len() != DATA || check(data) != *last {
        return None;
    }
    let packed = data.iter().fold(0_u128, |sum, d| sum << 5 | u128::from(*d));
    let all: u32 = BITS.iter().sum();
    Some(BITS.iter().scan(all, move |left, bits| {
        *left -= bits;
        Some((packed >> *left) & ((1 << bits) - 1))
    }))
}

/// The letters of a code however it was written down: dashes, spaces and quotes between them mean nothing.
pub fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| c.is_alphanumeric())
}

/// The number of a letter; O is read as zero, I and L as one.
fn digit(letter: char) -> Option<u8> {
    let letter = match letter.to_ascii_uppercase() {
        'O' => '0',
        'I' | 'L' => '1',
        other => other,
    };
    let place = LETTERS.iter().position(|l| char::from(*l) == letter)?;
    u8::try_from(place).ok()
}

/// The check letter: Luhn's sum over 32 symbols, which finds every single slip and nearly every swap.
fn check(data: &[u8]) -> u8 {
    let sum: u32 = (data.iter().rev().enumerate())
        .map(|(n, d)| {
            let weighed = u32::from(*d) * if n % 2 == 0 { 2 } else { 1 };
            weighed / 32 + weighed % 32
        })
        .sum();
    u8::try_from((32 - sum % 32) % 32).unwrap_or(0)
}
