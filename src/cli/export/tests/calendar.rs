//! Interviews in a calendar, and people as contacts.

use super::*;

fn nurse() -> Trial {
    let trial = Trial::new();
    trial.put("applications/st-mary-nurse.toml", JOB);
    trial
}

#[test]
fn interviews_go_into_a_calendar_and_stay_the_same_when_they_are_moved() {
    let trial = nurse();
    let done = trial.run(&["export", "ics"]);
    assert_eq!((done.code, done.err.as_str()), (0, ""));
    let whole = done.out.replace("\r\n ", "");
    for line in [
        "BEGIN:VCALENDAR",
        "UID:st-mary-nurse-panel-1@greenroom",
        "DTSTART:20261203T100000",
        "DURATION:PT45M",
        "SUMMARY:St. Mary\\, Hill\\, Ward nurse: panel interview",
        "LOCATION:Hill Street 4\\; back entrance",
        "DESCRIPTION:With: Amina Okafor\\; Beate Kuhn\\, head nurse\\nLength: 45 min",
        "DTSTART;VALUE=DATE:20261110",
        "DTEND;VALUE=DATE:20261111",
        "END:VCALENDAR",
    ] {
        assert!(whole.split("\r\n").any(|l| l == line), "{line}: {whole}");
    }
    assert_eq!(whole.matches("BEGIN:VEVENT").count(), 2, "{whole}");
    assert!(!whole.contains("XYZZY"), "notes stay at home");
    assert!(done.out.lines().all(|l| l.len() <= 75), "{}", done.out);
    let ids = |out: &str| -> Vec<String> {
        let ids = out.lines().filter(|l| l.starts_with("UID"));
        ids.map(str::to_owned).collect()
    };
    let path = "applications/st-mary-nurse.toml";
    trial.put(path, &JOB.replace("2026-12-03", "2026-12-09"));
    let moved = trial.run(&["export", "ics"]).out;
    assert_eq!(ids(&moved), ids(&done.out));
}

#[test]
fn an_interview_to_come_of_a_job_that_is_over_is_in_no_calendar() {
    let trial = nurse();
    let path = "applications/st-mary-nurse.toml";
    let over = JOB.replace("closed = false", "closed = true");
    trial.put(path, &over);
    let out = trial.run(&["export", "ics"]).out;
    assert!(!out.contains("20261203"), "{out}");
    assert!(out.contains("20261110"), "what was held stays: {out}");
}

#[test]
fn what_is_to_be_sent_on_a_day_stands_in_the_calendar() {
    let trial = Trial::new();
    trial.interview_tomorrow("Acme");
    trial.debriefed_today("Acme", "J. Moreau");
    let path = trial
        .files()
        .into_iter()
        .find(|f| f.starts_with("journal/"));
    let path = path.expect("a debrief");
    let entry = trial.text(&path);
    trial.put(&path, &entry.replace("private = true", "private = false"));
    let out = trial.run(&["export", "ics"]).out;
    assert!(out.contains("SUMMARY:Thank J. Moreau"), "{out}");
    assert!(out.contains("DTSTART;VALUE=DATE:20261124"), "{out}");
}

#[test]
fn people_of_interviews_are_contacts_each_once() {
    let done = nurse().run(&["export", "vcf"]);
    assert_eq!((done.code, done.err.as_str()), (0, ""));
    for line in [
        "UID;VALUE=text:greenroom-st-mary-nurse-amina-okafor",
        "FN:Amina Okafor",
        "TITLE:recruiter",
        "ORG:St. Mary\\, Hill",
        "EMAIL:a.okafor@hill.example",
        "TEL:+49 30 1234567",
        "NOTE:screening\\, 10 November 2026\\npanel interview\\, 3 December 2026",
        "FN:Beate Kuhn",
    ] {
        assert!(
            done.out.split("\r\n").any(|l| l == line),
            "{line}: {}",
            done.out
        );
    }
    assert_eq!(done.out.matches("BEGIN:VCARD").count(), 2);
}

#[test]
fn a_calendar_is_of_interviews_and_hides_no_names() {
    let trial = nurse();
    for words in [
        &["export", "ics", "--what", "answers"][..],
        &["export", "vcf", "--pack", "mine"],
        &["export", "ics", "--hide-names"],
    ] {
        assert_eq!(trial.run(words).code, 2, "{words:?}");
    }
}

#[test]
fn who_would_speak_for_the_user_is_a_contact_and_reached_by_nothing_else() {
    let trial = nurse();
    trial.put(
        "checks.toml",
        "format = 1\n[referees.kim]\nname = \"Kim Berg\"\nwas = \"ward manager\"\ncontact = \"kim@ward.example\"\n\
         speaks_of = \"the double shift\"\nanswer = \"yes\"\n[documents.card]\ntitle = \"Staff card\"\nhave = true\n\
         until = 2027-01-03\n",
    );
    let out = trial.run(&["export", "vcf"]).out;
    for line in [
        "FN:Kim Berg",
        "TITLE:ward manager",
        "EMAIL:kim@ward.example",
        "NOTE:Would speak for me",
    ] {
        assert!(out.split("\r\n").any(|l| l == line), "{line}: {out}");
    }
    for form in ["json", "md"] {
        let out = trial.run(&["export", form]).out;
        for words in [
            "Kim Berg",
            "ward manager",
            "the double shift",
            "Staff card",
            "2027-01-03",
        ] {
            assert!(out.contains(words), "{form}, {words}: {out}");
        }
        assert!(!out.contains("kim@ward"), "{form}: {out}");
        let hidden = trial.run(&["export", form, "--hide-names"]).out;
        assert!(!hidden.contains("Kim Berg"), "{form}: {hidden}");
    }
}
