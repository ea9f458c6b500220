//! The field of work that the words of a role plainly name: `Staff nurse, cardiology ward` is nursing.

use super::id::FamilyId;
use super::library::Seniority;
use super::search::fold;

/// Words by which roles of a field are called. A longer name counts more than a shorter one inside it, so that a
/// sales engineer sells; a word that several fields share (manager, engineer, assistant) stands here only with its
/// neighbor.
const CALLED: [(&str, &str); 19] = [
    (
        "software",
        "software, developer, programmer, frontend, front end, backend, back end, full stack, fullstack, \
         devops, sre, site reliability engineer, qa engineer, test engineer, systems administrator, \
         sysadmin, software engineer, software architect, security engineer, mobile engineer, web \
         engineer, platform engineer",
    ),
    (
        "data",
        "data scientist, data analyst, data engineer, data science, statistician, machine learning, \
         analytics, business intelligence, bi analyst",
    ),
    (
        "product-project",
        "product manager, product owner, project manager, program manager, programme manager, scrum \
         master, project lead, project coordinator, delivery manager, business analyst",
    ),
    (
        "design-creative",
        "designer, ux, illustrator, art director, animator, photographer, video editor, graphic artist, \
         architectural designer, creative director",
    ),
    (
        "marketing",
        "marketing, marketer, brand manager, seo, copywriter, content manager, social media, public \
         relations, communications manager",
    ),
    (
        "sales",
        "sales, account executive, account manager, business development, salesperson, salesman, \
         saleswoman, sales engineer, sales manager, key account, sales representative, sales consultant",
    ),
    (
        "support",
        "customer support, customer service, call center, call centre, help desk, helpdesk, service desk, \
         technical support, it support, customer success, support agent, support specialist, support \
         engineer",
    ),
    (
        "finance",
        "accountant, accounting, bookkeeper, auditor, financial analyst, financial controller, finance, \
         treasurer, payroll, tax advisor, tax adviser, banker, investment analyst, underwriter, actuary",
    ),
    (
        "consulting",
        "consultant, consulting, strategy analyst, management consultant",
    ),
    (
        "nursing",
        "nurse, nursing, midwife, rn, lpn, icu nurse, staff nurse, head nurse, nurse practitioner, nurse \
         manager, nurse case manager, rn case manager",
    ),
    (
        "care",
        "caregiver, carer, care worker, care assistant, support worker, nursing assistant, nurse \
         assistant, nurse aide, nursing aide, healthcare assistant, health care assistant",
    ),
    (
        "social-work",
        "social worker, social work, social work assistant, social services, caseworker, case worker, \
         case manager, probation officer, parole officer, youth justice, child protection, child \
         welfare, family support, family support worker, foster care, foster care worker, youth worker, \
         youth care worker, youth support worker, outreach worker, victim advocate, lcsw, lmsw, msw",
    ),
    (
        "teaching",
        "teacher, teaching, teaching assistant, lecturer, tutor, schoolteacher, principal teacher, \
         educator, kindergarten, preschool, professor",
    ),
    (
        "hospitality-retail",
        "waiter, waitress, server restaurant, barista, bartender, cook, chef, cashier, store manager, \
         shop assistant, sales assistant, sales associate, retail, hotel, front desk agent, hotel \
         receptionist, housekeeper, housekeeping, hospitality, restaurant, store associate, shop manager, \
         host, hostess",
    ),
    (
        "trades",
        "electrician, plumber, carpenter, welder, mechanic, bricklayer, roofer, painter, joiner, \
         machinist, hvac, mason, locksmith, glazier, tiler, heating engineer, gas engineer, maintenance \
         technician, service technician",
    ),
    (
        "operations",
        "warehouse, logistics, supply chain, forklift, driver, production worker, plant manager, shift \
         supervisor, operations, procurement, buyer, dispatcher, assembler, production manager, factory, \
         courier",
    ),
    (
        "public-sector",
        "civil servant, policy advisor, policy adviser, policy analyst, policy officer, public servant, \
         city clerk, government, police officer, firefighter, librarian, town clerk, city planner",
    ),
    (
        "people-admin",
        "hr, human resources, recruiter, talent acquisition, office manager, secretary, receptionist, \
         administrative assistant, executive assistant, personal assistant, people partner, people \
         operations, office administrator, office assistant, hr manager",
    ),
    (
        "early-career",
        "intern, internship, apprentice, apprenticeship, trainee, working student",
    ),
];

/// The field that the words of a role name, if they name one and no other.
pub fn of_role(role: &str) -> Option<FamilyId> {
    let folded = fold(role);
    let said = said(&folded);
    let longest = |names: &str| names.split(", ").map(|name| length(&said, name)).max();
    let found = CALLED.map(|(field, names)| (longest(names).unwrap_or(0), field));
    let best = found.iter().map(|(words, _)| *words).max()?;
    let mut named = found.iter().filter(|(words, _)| *words == best && best > 0);
    match (named.next(), named.next()) {
        (Some((_, field)), None) => Some(FamilyId::new(*field)),
        _ => None,
    }
}

/// How far along somebody is by the words of a role, in lower case and as [`CALLED`] has them, and the words beside which
/// they say it of somebody or something else; of several the first.
const ALONG: [(Seniority, &str, &str); 7] = [
    (
        Seniority::Executive,
        "chief, vice president, vp, ceo, cto, cfo, coo, managing director",
        "to the, to a, to ceo, to vp, assistant, secretary, coordinator, office of, of staff",
    ),
    (
        Seniority::Manager,
        "head of, team lead, team leader, group lead, shift lead, shift leader, department head",
        "to the, to a, to head, assistant",
    ),
    (
        Seniority::Senior,
        "senior, sr, staff engineer",
        "senior living",
    ),
    (
        Seniority::Senior,
        "lead",
        "lead generation, lead gen, lead management, lead qualification",
    ),
    // The principal of a school is one by profession.
    (
        Seniority::Senior,
        "principal engineer, principal software, principal developer, principal architect, principal scientist, \
         principal consultant, principal designer, principal analyst, principal researcher, principal product",
        "",
    ),
    (
        Seniority::Entry,
        "junior, jr, trainee, entry level, working student",
        "",
    ),
    // Those who look after interns are none.
    (
        Seniority::Entry,
        "graduate, intern, internship, apprentice, apprenticeship",
        "admissions, coordinator, officer, manager, adviser, advisor, supervisor, recruiter, recruitment, program, \
         programme, programs",
    ),
];

/// How far along the words of a role say that somebody is, if they say it.
pub fn level_of_role(role: &str) -> Option<Seniority> {
    let folded = fold(role);
    let said = said(&folded);
    let named = |names: &str| names.split(", ").any(|name| length(&said, name) > 0);
    let says = |(_, names, other): &&(_, &str, &str)| named(names) && !named(other);
    ALONG.iter().find(says).map(|(level, ..)| *level)
}

/// The words of a role.
fn said(folded: &str) -> Vec<&str> {
    (folded.split(|c: char| !c.is_alphanumeric()))
        .filter(|word| !word.is_empty())
        .collect()
}

/// How many words of a name stand in what was said, one after the other: all of them, or none.
fn length(said: &[&str], name: &str) -> usize {
    let words: Vec<&str> = name.split(' ').collect();
    if said.windows(words.len()).any(|window| window == words) {
        words.len()
    } else {
        0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_that_plainly_names_its_field_is_taken_at_its_word() {
        for (role, field) in [
            ("Staff nurse, cardiology ward", "nursing"),
            ("Registered Nurse (RN)", "nursing"),
            ("Nurse case manager", "nursing"),
            ("Nursing assistant", "care"),
            ("Support worker", "care"),
            ("Medical social worker", "social-work"),
            ("Social work assistant", "social-work"),
            ("Case manager", "social-work"),
            ("Family support worker", "social-work"),
            ("Probation officer", "social-work"),
            ("Teacher of mathematics", "teaching"),
            ("Teaching assistant", "teaching"),
            ("Account Executive", "sales"),
            ("Sales engineer", "sales"),
            ("Sales assistant", "hospitality-retail"),
            ("Electrician", "trades"),
            ("Senior Software Engineer", "software"),
            ("Back-end developer", "software"),
            ("Data engineer", "data"),
            ("Product owner", "product-project"),
            ("UX designer", "design-creative"),
            ("Customer support agent", "support"),
            ("Accountant", "finance"),
            ("Warehouse clerk", "operations"),
            ("HR business partner", "people-admin"),
        ] {
            assert_eq!(of_role(role), Some(FamilyId::new(field)), "{role}");
        }
    }

    #[test]
    fn a_role_says_how_far_along_it_is() {
        for (role, level) in [
            ("Senior Backend Engineer", Some(Seniority::Senior)),
            ("Lead developer", Some(Seniority::Senior)),
            ("Head of finance", Some(Seniority::Manager)),
            ("Team lead, support", Some(Seniority::Manager)),
            ("Jr. data analyst", Some(Seniority::Entry)),
            ("Graduate trainee", Some(Seniority::Entry)),
            ("Junior project manager", Some(Seniority::Entry)),
            ("Junior recruiter", Some(Seniority::Entry)),
            ("Graduate trainee officer", Some(Seniority::Entry)),
            ("Internship coordinator", None),
            ("Team lead, go to market", Some(Seniority::Manager)),
            ("Assistant to the CEO", None),
            ("Account manager", None),
            ("Staff nurse", None),
            ("Chief nursing officer", Some(Seniority::Executive)),
            ("VP, sales", Some(Seniority::Executive)),
            ("Principal engineer, payments", Some(Seniority::Senior)),
            ("Technical lead", Some(Seniority::Senior)),
            ("Executive assistant to the CEO", None),
            ("Senior assistant to the CEO", Some(Seniority::Senior)),
            ("Assistant to the managing director", None),
            ("Chief of staff", None),
            ("School principal", None),
            ("Lead generation specialist", None),
            ("Graduate admissions officer", None),
            ("Internship coordinator", None),
            ("Apprenticeship manager", None),
            ("", None),
        ] {
            assert_eq!(level_of_role(role), level, "{role}");
        }
    }

    #[test]
    fn what_may_be_several_fields_or_none_is_left_open() {
        for role in [
            "",
            "Engineer",
            "Manager",
            "Clerk",
            "Nurse or teacher",
            "Internal affairs",
        ] {
            assert_eq!(of_role(role), None, "{role}");
        }
    }
}
