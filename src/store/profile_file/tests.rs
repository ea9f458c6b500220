//! The profile as a file.

use super::*;
use crate::store::weave::fresh;

#[test]
fn every_field_of_a_profile_comes_back() {
    let before = Profile {
        friend: "Ana".to_owned(),
        name: "Sam".into(),
        family: FamilyId::new("nursing"),
        seniority: Some(Seniority::Senior),
        said: Said {
            family: true,
            seniority: true,
        },
        minutes_a_day: 45,
        days: chrono::NaiveDate::from_ymd_opt(2026, 11, 30)
            .map(|day| (day, 40))
            .into_iter()
            .collect(),
        pace: 120,
        factor: Factor::X15,
        pacing: Pacing::None,
        input: Input::Aloud,
        improper: true,
        delivery: false,
        rating: Rating::Short,
        ticks: vec![("panel".into(), "Read the advert".into())],
        sampled: vec![Sampled {
            sample: ExemplarId::new("x-late-solid"),
            hit: vec![1, 4],
            half: vec![2],
            flags: vec![3],
            levels: vec![(DimensionId::new("impact"), Level::Solid)],
        }],
        matters: vec!["Hours and shifts".into(), "A dog at work".into()],
        staying: vec![crate::domain::journey::Says {
            about: "Pay".into(),
            words: "as it is, 23.40".into(),
            mark: crate::domain::journey::Mark::AllRight,
        }],
    };
    let (after, _) = Profile::read("profile.toml", fresh(&before).as_bytes()).unwrap();
    assert_eq!(after, before);
}

#[test]
fn missing_keys_say_what_a_new_profile_says() {
    let (read, _) = Profile::read("profile.toml", b"format = 1\nname = \"Sam\"\n").unwrap();
    let expected = Profile {
        name: "Sam".into(),
        ..Profile::default()
    };
    assert_eq!(read, expected);
}

#[test]
fn numbers_out_of_range_are_brought_back_into_it() {
    let text = b"format = 1\nminutes_a_day = 0\npace = 9000\n";
    let (read, _) = Profile::read("profile.toml", text).unwrap();
    assert_eq!((read.minutes_a_day, read.pace), (5, 260));
}
