//! What adverts say where they want a competency.
//!
//! Written by hand: a word that may as well stand in the paragraph on what the employer offers (flexible hours, an inclusive
//! culture, a budget for learning) is left out, for it points nowhere.

/// Competencies by their ids, each with its phrases in lower case and a comma between them; a star stands for any other end
/// of the word.
pub const SAID: [(&str, &str); 25] = [
    (
        "communication",
        "communicat*, presenting, presentation, public speaking, report writing, written and verbal, verbal \
         and written, articulate, clear writing",
    ),
    (
        "interpersonal",
        "interpersonal, people skills, empath*, compassion*, rapport, build relationships, building \
         relationships, emotional intelligence, approachable, active listen*, good listener",
    ),
    (
        "collaboration",
        "collaborat*, cooperat*, team player, teamwork, team work, team working, part of a team, in a team, \
         cross functional, multidisciplinary, multi disciplinary, interdisciplinary, multi agency, work \
         closely with, working closely with, partner with",
    ),
    (
        "conflict",
        "difficult conversation, conflict resolution, resolve conflict, resolving conflict, manage conflict, \
         managing conflict, handle conflict, handling conflict, de escalat*, mediation, challenging behavior, \
         challenging behaviour",
    ),
    (
        "influence",
        "influenc*, persua*, negotiat*, stakeholder, objection, buy in, win over",
    ),
    (
        "customer-focus",
        "customer focus*, customer centric, customer success, customer service, customer satisfaction, \
         customer experience, customer need, customer relationship, customer facing, voice of the customer, \
         client need, client relationship, client facing, guest experience, guest satisfaction, person \
         centered, person centred, patient centered, patient centred, patient experience, user need, user \
         centered, customer retention, retention, churn, complaint",
    ),
    (
        "problem-solving",
        "problem solv*, solve problem, solving problem, troubleshoot*, fault finding, root cause, debug*",
    ),
    (
        "analysis",
        "analysis, analytic*, analyze, analyse, analyzing, analysing, data driven, metric, evidence based, \
         health score, report on, kpi",
    ),
    (
        "decision-making",
        "decision mak*, make decision, making decision, sound judgment, sound judgement, good judgment, good \
         judgement, clinical judgment, clinical judgement, decisive, triage",
    ),
    (
        "planning",
        "planning, prioriti*, well organized, well organised, highly organized, highly organised, \
         organizational skill, organisational skill, time management, deadline, project management, \
         multitask*, multi task*, scheduling",
    ),
    (
        "ownership",
        "ownership, accountable, accountability, initiative, self starter, proactive*, dependable, reliable, \
         independently, take responsibility, results driven, results oriented",
    ),
    (
        "adaptability",
        "adaptab*, adapt, adapting, flexible approach, changing priorities, shifting priorities, ambigu*, \
         versatile",
    ),
    (
        "learning",
        "learn new, learn quickly, learn fast, quick learner, fast learner, willing to learn, willingness to \
         learn, eager to learn, desire to learn, curious, curiosity, growth mindset, lifelong learning, up to \
         date, cpd",
    ),
    (
        "inclusion",
        "inclusion, inclusive practice, inclusive teaching, inclusive classroom, equity, diverse background, \
         diverse communit*, diverse learner, cultural sensitivity, culturally, special educational need",
    ),
    (
        "leadership",
        "lead a team, leading a team, lead team, leading team, team leadership, leadership skill, leadership \
         experience, people management, line manage*, manage a team, managing a team, supervise, supervising, \
         delegat*, lead by example, motivate other, motivate a team",
    ),
    (
        "developing-others",
        "mentor*, coach, coaching, preceptor*, train new, train staff, train other, give feedback, develop \
         other, develop people, supervise student",
    ),
    (
        "creativity",
        "creativ*, innovat*, new idea, fresh idea, imaginat*, inventive",
    ),
    (
        "quality-safety",
        "quality, safety, safeguarding, patient safety, health and safety, attention to detail, detail \
         oriented, eye for detail, accuracy, accurate*, meticulous, thorough, infection control, infection \
         prevention, risk assessment, high standard, hygiene",
    ),
    (
        "commercial",
        "commercial*, revenue, profitab*, budget, sales target, quota, upsell*, cross sell*, expansion, \
         renewal, business development, business acumen, new business, sales pipeline, margin, forecast*, \
         cost control",
    ),
    (
        "expertise",
        "expertise, technical skill, clinical skill, subject knowledge, proficien*, experience with, \
         experience in, years in, hands on experience, knowledge of",
    ),
    (
        "self-awareness",
        "self aware*, reflective, self reflect*, open to feedback, receptive to feedback, humility, humble, \
         act on feedback",
    ),
    (
        "motivation",
        "motivated, passion*, enthusias*, energetic, dedication",
    ),
    (
        "culture",
        "our values, company values, core values, our mission, our ethos, culture fit, cultural fit, culture \
         add",
    ),
    (
        "integrity",
        "integrity, honest*, trustworth*, ethical*, confidential*, discretion, discreet, data protection, \
         compliance, code of conduct, professionalism",
    ),
    (
        "resilience",
        "resilien*, under pressure, stay calm, calm, stress, stressful, fast paced, high pressure, stamina, \
         tenac*, persever*, setback",
    ),
];
