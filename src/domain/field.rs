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
         sysadmin, software engineer, software architect, security engineer, mobile engineer, \
         web engineer, platform engineer, qa tester, qa analyst, qa lead, quality assurance engineer, \
         software quality engineer, engineering manager, director of engineering, head of engineering, \
         vp of engineering, tech lead, technical lead, cto, solutions architect, solution architect, \
         systems architect, technical architect, enterprise architect, cloud architect, cloud engineer, \
         infrastructure engineer, systems engineer, embedded engineer, network engineer, \
         network administrator, network architect, database administrator, dba, ios, android, \
         cybersecurity, cyber security, information security, security analyst, security architect, \
         it manager, it administrator, it consultant, server administrator, sql server, it architect, java architect, aws architect, azure architect, \
         application architect, salesforce architect, server engineer, network operations, security operations, \
         it operations",
    ),
    (
        "data",
        "data scientist, data analyst, data engineer, data science, statistician, machine learning, \
         analytics, business intelligence, bi analyst, data architect, bi developer, bi engineer, \
         ml engineer, ai engineer, research scientist, applied scientist, data steward",
    ),
    (
        "product-project",
        "product manager, product owner, project manager, program manager, programme manager, \
         scrum master, project lead, project coordinator, delivery manager, business analyst, \
         head of product, director of product, vp of product, chief product officer, product lead, \
         product director, project director, project engineer, project planner, technical program manager, \
         pmo, agile coach, release manager, delivery lead",
    ),
    (
        "design-creative",
        "designer, ux, illustrator, art director, animator, photographer, video editor, graphic artist, \
         architectural designer, creative director, video producer, motion graphics, architect, \
         information architect, interior decorator, concept artist, fashion",
    ),
    (
        "marketing",
        "marketing, marketer, brand manager, seo, copywriter, content manager, social media, \
         public relations, communications manager, content strategist, content writer, content creator, \
         content editor, copy editor, community manager, pr manager, pr specialist, \
         communications specialist, communications officer, communications coordinator, \
         communications director, corporate communications, head of communications, media buyer, \
         media planner, demand generation, growth manager",
    ),
    (
        "sales",
        "sales, account executive, account manager, business development, salesperson, salesman, \
         saleswoman, sales engineer, sales manager, key account, sales representative, sales consultant, \
         sdr, bdr, territory manager, sales operations, real estate agent, realtor, leasing agent, \
         leasing consultant, insurance agent, insurance broker, account director",
    ),
    (
        "support",
        "customer support, customer service, call center, call centre, help desk, helpdesk, service desk, \
         technical support, it support, customer success, support agent, support specialist, \
         support engineer, customer care, customer experience, client services, client success, \
         contact center, contact centre, it technician, desktop support, technical account manager",
    ),
    (
        "finance",
        "accountant, accounting, bookkeeper, auditor, financial analyst, financial controller, finance, \
         treasurer, payroll, tax advisor, tax adviser, banker, investment analyst, underwriter, actuary, \
         controller, accounts payable, accounts receivable, fp a, cfo, tax associate, tax analyst, \
         tax manager, tax preparer, teller, loan officer, mortgage, credit analyst, risk analyst, \
         risk manager, investment banking, equity research, portfolio manager, quantitative analyst, \
         quantitative researcher, financial advisor, financial adviser, financial planner, \
         audit associate, audit manager, billing specialist, billing clerk",
    ),
    (
        "consulting",
        "consultant, consulting, strategy analyst, management consultant",
    ),
    (
        "nursing",
        "nurse, nursing, midwife, rn, lpn, icu nurse, staff nurse, head nurse, nurse practitioner, nurse \
         manager, nurse case manager, rn case manager, paramedic, emt",
    ),
    (
        "care",
        "caregiver, carer, care worker, care assistant, support worker, nursing assistant, nurse \
         assistant, nurse aide, nursing aide, healthcare assistant, health care assistant, \
         cna, home health aide, personal care aide, care home manager, medical assistant",
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
         educator, kindergarten, preschool, professor, school principal, assistant principal, \
         vice principal, head teacher, headteacher, paraprofessional, paraeducator, instructional coach, \
         school counselor, daycare, day care, childcare, child care",
    ),
    (
        "hospitality-retail",
        "waiter, waitress, barista, bartender, cook, chef, cashier, store manager, shop assistant, \
         sales assistant, sales associate, retail, hotel, hotel receptionist, housekeeper, housekeeping, \
         hospitality, restaurant, store associate, shop manager, host, hostess, front desk, front office, \
         front office manager, front of house, hotel front desk, front desk receptionist, \
         front office receptionist, receptionist hotel, resort, resort receptionist, guest relations, \
         guest services, guest service, guest experience, duty manager, night manager, night auditor, \
         night audit, concierge, reservations, bellhop, bell attendant, porter, valet, rooms division, \
         hotel manager, restaurant manager, restaurant shift supervisor, bar manager, kitchen manager, \
         kitchen porter, kitchen assistant, dishwasher, busser, server, sommelier, baker, butcher, bakery, \
         coffee shop, cafe, catering, caterer, banquet, food service, food and beverage, f b manager, \
         event manager, event coordinator, event planner, events manager, travel agent, tour guide, \
         flight attendant, cabin crew, key holder, keyholder, grocery, merchandiser, store supervisor, \
         stock associate",
    ),
    (
        "trades",
        "electrician, plumber, carpenter, welder, mechanic, bricklayer, roofer, painter, joiner, \
         machinist, hvac, mason, locksmith, glazier, tiler, heating engineer, gas engineer, \
         maintenance technician, service technician, construction worker, construction manager, \
         construction supervisor, construction superintendent, construction laborer, site manager, \
         site supervisor, site superintendent, foreman, forewoman, field technician, \
         field service technician, automotive technician, auto technician, diesel technician, \
         maintenance mechanic, maintenance manager, maintenance supervisor, maintenance worker, \
         cnc operator, crane operator, equipment operator, pipefitter, ironworker, lineworker, landscaper, \
         handyman, installer, electrical technician, maintenance electrician, maintenance fitter, millwright, \
         instrument technician, appliance repair",
    ),
    (
        "operations",
        "warehouse, logistics, supply chain, forklift, driver, production worker, plant manager, \
         operations, procurement, buyer, dispatcher, assembler, production manager, factory, courier, \
         production supervisor, production planner, production operator, manufacturing engineer, \
         manufacturing technician, process engineer, industrial engineer, quality inspector, \
         quality manager, quality engineer, quality control, quality controller, quality technician, \
         stock controller, inventory controller, production controller, air traffic controller, coo, \
         purchasing, inventory, machine operator, picker, packer, material handler, shipping clerk, \
         receiving clerk, fulfillment, distribution center, fleet manager, transport manager",
    ),
    (
        "public-sector",
        "civil servant, policy advisor, policy adviser, policy analyst, policy officer, public servant, \
         city clerk, government, police officer, firefighter, librarian, town clerk, city planner, \
         grants manager, correctional officer",
    ),
    (
        "people-admin",
        "hr, human resources, recruiter, talent acquisition, office manager, secretary, receptionist, \
         administrative assistant, executive assistant, personal assistant, people partner, \
         people operations, office administrator, office assistant, hr manager, hr consultant, \
         chief people officer, head of people, vp of people, learning and development, training manager, \
         training coordinator, training specialist, office coordinator, medical receptionist, \
         dental receptionist, veterinary receptionist, medical front desk, dental front desk, \
         medical secretary, paralegal, legal assistant, data entry, facilities manager, \
         facilities coordinator, benefits specialist, compensation analyst",
    ),
    (
        "early-career",
        "intern, internship, apprentice, apprenticeship, trainee, working student",
    ),
];

/// What the roles of a field are called, with commas between them; empty for one that is not known.
pub fn called(field: &FamilyId) -> &'static str {
    let known = CALLED.iter().find(|(id, _)| *id == field.as_str());
    known.map_or("", |(_, names)| names)
}

/// The field that the words of a role name, if they name one and no other. First jobs are in every field: an apprentice
/// electrician is an electrician.
pub fn of_role(role: &str) -> Option<FamilyId> {
    let folded = fold(role);
    let said = said(&folded);
    let longest = |names: &str| names.split(", ").map(|name| length(&said, name)).max();
    let found = CALLED.map(|(field, names)| (longest(names).unwrap_or(0), field));
    let best = found.iter().map(|(words, _)| *words).max()?;
    let named = found.iter().filter(|(words, _)| *words == best && best > 0);
    let mut named: Vec<&str> = named.map(|(_, field)| *field).collect();
    if named.len() > 1 {
        named.retain(|field| *field != "early-career");
    }
    match named.as_slice() {
        [field] => Some(FamilyId::new(*field)),
        _ => None,
    }
}

/// How far along somebody is by the words of a role, in lower case and as [`CALLED`] has them, and the words beside which
/// they say it of somebody or something else; of several the first.
const ALONG: [(Seniority, &str, &str); 8] = [
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
    // An assistant manager leads people too; the assistant of a manager does not.
    (
        Seniority::Manager,
        "director, supervisor, foreman, forewoman, general manager, sales manager, engineering manager, front office \
         manager, front desk manager, guest services manager, guest relations manager, housekeeping manager, duty \
         manager, night manager, hotel manager, restaurant manager, kitchen manager, bar manager, store manager, shop \
         manager, branch manager, shift manager, head chef, nurse manager, ward manager, warehouse manager, plant \
         manager, production manager, operations manager, site manager, call center manager",
        "to the, to a, to director, assistant to, art director, creative director, music director, funeral director, \
         casting director",
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
            ("Apprentice electrician", "trades"),
            ("Java architect", "software"),
            ("Windows server engineer", "software"),
            ("Security operations analyst", "software"),
            ("Architect", "design-creative"),
            ("Marketing intern", "marketing"),
            ("Intern", "early-career"),
            ("CNA", "care"),
            ("Paramedic", "nursing"),
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
            ("Regional sales director", Some(Seniority::Manager)),
            ("Front desk supervisor", Some(Seniority::Manager)),
            ("Assistant Front Office Manager", Some(Seniority::Manager)),
            ("Assistant to a store manager", None),
            ("Art director", None),
            ("Office manager", None),
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

    #[test]
    fn everyday_titles_lead_to_their_field() {
        for (field, roles) in [
            (
                "hospitality-retail",
                "Front desk supervisor; Front Office Manager; Assistant Front Office Manager; Front desk clerk; Front \
                 desk receptionist; Receptionist, hotel; Guest relations manager; Guest services agent; Duty manager; \
                 Night auditor; Concierge; Reservations agent; Housekeeping supervisor; Restaurant manager; Server; \
                 F&B manager; Shift supervisor, restaurant",
            ),
            (
                "people-admin",
                "Receptionist; Medical receptionist; Office manager; HR consultant; Paralegal; Data entry clerk",
            ),
            (
                "finance",
                "Controller; FP&A analyst; Accounts payable clerk; Loan officer; Bank teller; CFO",
            ),
            (
                "sales",
                "Regional sales director; SDR; Territory manager; Sales operations analyst; Real estate agent",
            ),
            (
                "software",
                "Engineering manager; QA tester; Solutions architect; Network administrator; Tech lead; IT consultant",
            ),
            (
                "data",
                "BI developer; Machine learning engineer; Research scientist",
            ),
            (
                "product-project",
                "Head of product; Project engineer; PMO analyst; Construction project manager",
            ),
            (
                "design-creative",
                "Architect; Video producer; Product designer",
            ),
            (
                "marketing",
                "Content strategist; PR manager; Media buyer; Community manager",
            ),
            (
                "support",
                "IT technician; Technical account manager; Customer success manager",
            ),
            (
                "teaching",
                "School principal; Paraprofessional; Daycare worker",
            ),
            (
                "trades",
                "Foreman; Construction worker; Site manager; Field service technician",
            ),
            (
                "operations",
                "Production supervisor; Quality inspector; Machine operator; Quality controller; Buyer",
            ),
        ] {
            for role in roles.split("; ") {
                assert_eq!(of_role(role), Some(FamilyId::new(field)), "{role}");
            }
        }
    }
}
