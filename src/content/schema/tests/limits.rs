//! What the schema knows beyond the types: closed lists, lengths, numbers, and which fields are needed.
//!
//! Lists that the program knows are taken from it; a test holds the lengths to those of the linter.

use serde_json::{Map, Value, json};

use crate::content::lower::{MAX_SECONDS, Word};
use crate::domain::id::MAX_ID;
use crate::domain::level::Level;
use crate::domain::library::{
    Channel, Condition, DecisionRole, Facet, Feedback, ItemKind, ItemMode, Kind, Letter, LifeArea,
    Meter, ScenarioGroup, Seniority, StageId, StepKind, Tone, Voice,
};

/// The form of an id.
const ID: &str = "^[a-z0-9]+(-[a-z0-9]+)*$";

/// The form of a reference: an id, or one of another pack or of the library with its name before it.
const REFERENCE: &str = "^([a-z0-9]+(-[a-z0-9]+)*/)?[a-z0-9]+(-[a-z0-9]+)*$";

/// What a field takes. Where it is a list, its entries do.
#[derive(Debug, Clone, Copy)]
pub enum Limit {
    /// These fields of the table must be there.
    Needs(&'static [&'static str]),
    /// A text of at most so many characters.
    Most(u32),
    /// A list of at most so many entries.
    Entries(u32),
    /// One of these words.
    Word(&'static [&'static str]),
    /// One of the words of a type.
    Of(fn() -> Vec<&'static str>),
    /// Whose names are words of a type.
    Names(fn() -> Vec<&'static str>),
    /// A number between these.
    Span(i32, u32),
    /// A name of its own.
    Id,
    /// The name of another record.
    Reference,
    /// A text of this form.
    Form(&'static str),
}

impl Limit {
    /// Writes it into the schema of a field.
    pub fn put_on(self, field: &mut Map<String, Value>) {
        match self {
            Self::Needs(names) => each(field, &|f| set(f, "required", json!(names))),
            Self::Entries(most) => set(field, "maxItems", json!(most)),
            Self::Most(most) => each(field, &|f| set(f, "maxLength", json!(most))),
            Self::Word(words) => one_of(field, words),
            Self::Of(words) => one_of(field, &words()),
            Self::Names(words) => set(field, "propertyNames", json!({ "enum": words() })),
            Self::Span(least, most) => each(field, &|f| {
                set(f, "minimum", json!(least));
                set(f, "maximum", json!(most));
            }),
            Self::Id => {
                set(field, "pattern", json!(ID));
                set(field, "maxLength", json!(MAX_ID));
            }
            Self::Reference => each(field, &|f| set(f, "pattern", json!(REFERENCE))),
            Self::Form(form) => each(field, &|f| set(f, "pattern", json!(form))),
        }
    }
}

fn set(field: &mut Map<String, Value>, key: &str, value: Value) {
    field.insert(key.to_owned(), value);
}

fn one_of(field: &mut Map<String, Value>, words: &[&str]) {
    each(field, &|f| set(f, "enum", json!(words)));
}

/// Puts something on the field, or on each entry of the list that it is; on both where it may be either.
fn each(field: &mut Map<String, Value>, put: &dyn Fn(&mut Map<String, Value>)) {
    if let Some(Value::Array(either)) = field.get_mut("anyOf") {
        let either = either.iter_mut().filter_map(Value::as_object_mut);
        either.for_each(|one| each(one, put));
    } else if let Some(Value::Object(entry)) = field.get_mut("items") {
        put(entry);
    } else {
        put(field);
    }
}

/// Longest entry of a list: one or two lines of an 80-column terminal.
const ENTRY: Limit = Limit::Most(90);

/// The words of a type, as they are written.
fn words<W: Word>() -> Vec<&'static str> {
    W::ids().collect()
}

const KINDS: Limit = Limit::Of(words::<Kind>);
const STAGES: Limit = Limit::Of(words::<StageId>);
const SENIORITY: Limit = Limit::Of(words::<Seniority>);
const LEVELS: Limit = Limit::Of(words::<Level>);
const EVIDENCE: Limit = Limit::Word(&["strong", "moderate", "practice"]);
const SECONDS: Limit = Limit::Span(0, MAX_SECONDS);
const DIFFICULTY: Limit = Limit::Span(1, 3);

/// Topics of perspectives.
const TOPICS: &[&str] = &[
    "strategies",
    "lessons",
    "rejection",
    "weaknesses",
    "criteria",
    "red-flags",
    "behavioral-questions",
    "case-interviews",
    "culture-fit",
    "culture-add",
    "communication",
    "adaptability",
    "giving-feedback",
    "self-reflection",
    "trends",
    "virtual",
    "success",
    "lasting-impression",
];

/// When a checklist is used.
const WHEN: &[&str] = &[
    "days-before",
    "day-before",
    "morning",
    "30-min",
    "during",
    "leaving",
    "2-hours-after",
    "24-hours-after",
    "week-after",
    "on-offer",
    "on-rejection",
    "any",
];

/// Limits on what every record has.
pub const COMMON: &[(&str, Limit)] = &[
    ("id", Limit::Id),
    ("status", Limit::Word(&["draft", "ready"])),
    ("tags", Limit::Entries(64)),
    ("jurisdiction", Limit::Entries(64)),
    ("lint_allow", Limit::Needs(&["rule", "reason"])),
    ("lint_allow.rule", Limit::Form("^L[0-9]{2}$")),
];

/// Limits by the path of the field; `*` is any key of a table.
pub const LIMITS: &[(&str, Limit)] = &[
    ("format", Limit::Span(1, 1)),
    ("title", Limit::Most(60)),
    ("questions", Limit::Most(4_000)),
    (
        "pack",
        Limit::Needs(&[
            "format", "id", "title", "version", "author", "license", "language",
        ]),
    ),
    ("pack.format", Limit::Span(1, 1)),
    ("pack.id", Limit::Id),
    ("pack.title", Limit::Most(60)),
    (
        "pack.language",
        Limit::Form("^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$"),
    ),
    ("pack.description", Limit::Most(240)),
    ("defaults.kind", KINDS),
    ("defaults.stages", STAGES),
    ("defaults.competencies", Limit::Reference),
    ("defaults.roles", Limit::Reference),
    ("defaults.difficulty", DIFFICULTY),
    // [[question]]
    ("question", Limit::Needs(&["text"])),
    ("question.text", Limit::Most(240)),
    ("question.setup", Limit::Most(1_500)),
    ("question.kind", KINDS),
    ("question.competencies", Limit::Entries(3)),
    ("question.competencies", Limit::Reference),
    ("question.stages", Limit::Entries(4)),
    ("question.stages", STAGES),
    ("question.roles", Limit::Entries(19)),
    ("question.roles", Limit::Reference),
    ("question.seniority", SENIORITY),
    ("question.difficulty", DIFFICULTY),
    ("question.prep_s", SECONDS),
    ("question.answer_s", SECONDS),
    ("question.min_s", SECONDS),
    ("question.max_s", SECONDS),
    ("question.seconds", SECONDS),
    ("question.framework", Limit::Reference),
    ("question.strong", Limit::Entries(7)),
    ("question.strong", Limit::Needs(&["text"])),
    ("question.strong.text", ENTRY),
    ("question.red_flags", Limit::Entries(4)),
    ("question.red_flags", Limit::Needs(&["text"])),
    ("question.red_flags.text", ENTRY),
    ("question.probes", Limit::Entries(4)),
    ("question.probes", Limit::Needs(&["text", "tests"])),
    ("question.probes.text", Limit::Most(120)),
    ("question.probes.tests", Limit::Reference),
    (
        "question.probes.when",
        Limit::Form("^(always|strong|missing:[1-9][0-9]?)$"),
    ),
    ("question.data", Limit::Entries(8)),
    ("question.data", Limit::Needs(&["ask", "reply"])),
    (
        "question.numbers_check",
        Limit::Needs(&["formula", "value"]),
    ),
    (
        "question.numbers_check.formula",
        Limit::Form("^[-+*/()0-9. ]+$"),
    ),
    ("question.concern", Limit::Most(120)),
    ("question.options", Limit::Entries(4)),
    ("question.options", Limit::Needs(&["style", "text"])),
    ("question.outline", Limit::Entries(6)),
    ("question.outline", ENTRY),
    ("question.tests_note", Limit::Most(140)),
    ("question.title", Limit::Most(40)),
    ("question.exemplars", Limit::Reference),
    ("question.variants", Limit::Entries(3)),
    ("question.variants", Limit::Most(240)),
    // [[stage]]
    ("stage.id", STAGES),
    ("stage.order", Limit::Span(1, 8)),
    ("stage.title", Limit::Most(40)),
    ("stage.summary", Limit::Most(240)),
    ("stage.expect", Limit::Entries(8)),
    ("stage.expect", Limit::Most(120)),
    ("stage.expect_in.*", Limit::Most(120)),
    ("stage.minutes_min", Limit::Span(0, 600)),
    ("stage.minutes_max", Limit::Span(0, 600)),
    ("stage.decides", Limit::Most(120)),
    ("stage.steps", Limit::Entries(10)),
    ("stage.steps", ENTRY),
    ("stage.signals", Limit::Entries(8)),
    ("stage.signals.text", ENTRY),
    ("stage.red_flags", Limit::Entries(6)),
    ("stage.red_flags", ENTRY),
    ("stage.kinds.id", KINDS),
    ("stage.kinds.weight", Limit::Span(1, 5)),
    ("stage.after", Limit::Entries(8)),
    ("stage.after.text", ENTRY),
    ("stage.virtual_note", Limit::Most(200)),
    ("stage.adjust_note", Limit::Most(200)),
    ("stage.if_canceled", Limit::Most(200)),
    // [[item]]
    ("item", Limit::Needs(&["id", "kind"])),
    ("item.kind", Limit::Of(words::<ItemKind>)),
    ("item.family", Limit::Reference),
    ("item.competency", Limit::Reference),
    ("item.situation", Limit::Most(400)),
    ("item.mode", Limit::Of(words::<ItemMode>)),
    ("item.options", Limit::Entries(5)),
    ("item.options", Limit::Needs(&["text", "level"])),
    ("item.options.text", Limit::Most(140)),
    ("item.options.level", LEVELS),
    ("item.options.why", Limit::Most(160)),
    ("item.statement", Limit::Most(110)),
    ("item.facet", Limit::Of(words::<Facet>)),
    ("item.mirror", Limit::Reference),
    // [[dimension]]
    ("dimension", Limit::Needs(&["id", "title"])),
    ("dimension.question", ENTRY),
    ("dimension.weight", Limit::Span(1, 3)),
    ("dimension.anchors.*", Limit::Most(200)),
    ("dimension.next_step.*", Limit::Most(120)),
    ("dimension.reads_as", Limit::Names(words::<Kind>)),
    ("dimension.reads_as.*.question", ENTRY),
    ("dimension.reads_as.*.anchors.*", Limit::Most(200)),
    ("dimension.reads_as.*.next_step.*", Limit::Most(120)),
    ("dimension.next_step_in.*.*", Limit::Most(120)),
    // [[exemplar]]
    (
        "exemplar",
        Limit::Needs(&["id", "question", "level", "text"]),
    ),
    ("exemplar.question", Limit::Reference),
    ("exemplar.level", LEVELS),
    ("exemplar.levels.*", LEVELS),
    ("exemplar.why.*", Limit::Most(140)),
    // [[perspective]]
    (
        "perspective",
        Limit::Needs(&["id", "voice", "insight", "body"]),
    ),
    ("perspective.voice", Limit::Of(words::<Voice>)),
    ("perspective.topic", Limit::Word(TOPICS)),
    ("perspective.insight", Limit::Most(110)),
    ("perspective.do", Limit::Entries(3)),
    ("perspective.do", ENTRY),
    (
        "perspective.outcome",
        Limit::Word(&["good", "bad", "mixed"]),
    ),
    ("perspective.basis", Limit::Word(&["blended", "research"])),
    ("perspective.evidence", EVIDENCE),
    ("perspective.pair", Limit::Reference),
    ("perspective.links", Limit::Reference),
    ("perspective.changed", Limit::Most(120)),
    // [[checklist]]
    ("checklist", Limit::Needs(&["id", "title", "items"])),
    ("checklist.when", Limit::Word(WHEN)),
    ("checklist.stages", STAGES),
    ("checklist.items", Limit::Entries(14)),
    ("checklist.items", Limit::Needs(&["text"])),
    ("checklist.items.text", ENTRY),
    ("checklist.items.why", Limit::Most(120)),
    ("checklist.items.evidence", EVIDENCE),
    // [[scenario]]
    ("scenario", Limit::Needs(&["id", "title", "start", "node"])),
    ("scenario.group", Limit::Of(words::<ScenarioGroup>)),
    ("scenario.title", Limit::Most(60)),
    ("scenario.hidden", Limit::Most(400)),
    ("scenario.stages", STAGES),
    ("scenario.roles", Limit::Reference),
    ("scenario.briefing", Limit::Most(500)),
    ("scenario.meters", Limit::Entries(4)),
    ("scenario.meters", Limit::Of(words::<Meter>)),
    ("scenario.node", Limit::Needs(&["id"])),
    ("scenario.node.id", Limit::Id),
    ("scenario.start", Limit::Form(ID)),
    ("scenario.node.line", Limit::Most(260)),
    ("scenario.node.seconds", SECONDS),
    ("scenario.node.choices", Limit::Entries(4)),
    ("scenario.node.choices", Limit::Needs(&["say", "to"])),
    ("scenario.node.choices.say", Limit::Most(200)),
    ("scenario.node.choices.to", Limit::Form(ID)),
    ("scenario.node.choices.why", Limit::Most(160)),
    (
        "scenario.node.choices.effects",
        Limit::Names(words::<Meter>),
    ),
    ("scenario.node.choices.effects.*", Limit::Span(-2, 2)),
    ("scenario.node.end", Limit::Needs(&["level"])),
    ("scenario.node.end.level", LEVELS),
    ("scenario.node.end.debrief", Limit::Most(400)),
    // [[panel]]
    ("panel", Limit::Needs(&["id", "title", "members"])),
    ("panel.title", Limit::Most(60)),
    ("panel.family", Limit::Reference),
    ("panel.members", Limit::Entries(6)),
    ("panel.members", Limit::Needs(&["name"])),
    ("panel.members.focus", Limit::Entries(3)),
    ("panel.members.focus", Limit::Reference),
    (
        "panel.members.decision_role",
        Limit::Of(words::<DecisionRole>),
    ),
    ("panel.members.persona", Limit::Reference),
    ("panel.members.opens_with", KINDS),
    ("panel.members.cross_probe", Limit::Most(120)),
    ("panel.members.cares_about", ENTRY),
    ("panel.members.ask", Limit::Reference),
    // [[persona]]
    ("persona", Limit::Needs(&["id", "opening_line"])),
    ("persona.interrupts", Limit::Span(0, 2)),
    ("persona.probe_bias", Limit::Reference),
    ("persona.note", Limit::Most(240)),
    // [[blueprint]]
    (
        "blueprint",
        Limit::Needs(&["id", "title", "minutes", "sections"]),
    ),
    ("blueprint.title", Limit::Most(60)),
    ("blueprint.minutes", Limit::Span(5, 240)),
    ("blueprint.must_include", KINDS),
    ("blueprint.pass_note", Limit::Most(240)),
    ("blueprint.stage", STAGES),
    ("blueprint.families", Limit::Reference),
    ("blueprint.seniority", SENIORITY),
    ("blueprint.feedback", Limit::Of(words::<Feedback>)),
    ("blueprint.persona", Limit::Reference),
    ("blueprint.panel", Limit::Reference),
    ("blueprint.conditions", Limit::Of(words::<Condition>)),
    ("blueprint.sections", Limit::Needs(&["title", "minutes"])),
    ("blueprint.sections.title", Limit::Most(60)),
    ("blueprint.sections.minutes", Limit::Span(1, 90)),
    ("blueprint.sections.focus", Limit::Reference),
    ("blueprint.sections.pick", Limit::Needs(&["count"])),
    ("blueprint.sections.pick.count", Limit::Span(1, 12)),
    ("blueprint.sections.items.count", Limit::Span(1, 24)),
    ("blueprint.sections.pick.kinds", KINDS),
    ("blueprint.sections.pick.competencies", Limit::Reference),
    ("blueprint.sections.pick.topics", Limit::Reference),
    ("blueprint.sections.pick.from", Limit::Reference),
    ("blueprint.sections.ask", Limit::Most(240)),
    ("blueprint.sections.pick.difficulty", DIFFICULTY),
    ("blueprint.sections.items", Limit::Needs(&["kind", "count"])),
    (
        "blueprint.sections.items.kind",
        Limit::Of(words::<ItemKind>),
    ),
    ("blueprint.sections.fixed", Limit::Reference),
    ("blueprint.sections.prep_s", SECONDS),
    ("blueprint.sections.answer_s", SECONDS),
    ("blueprint.sections.takes", Limit::Span(1, 3)),
    ("blueprint.sections.probes", Limit::Span(0, 3)),
    ("blueprint.sections.persona", Limit::Reference),
    // [[ask]]
    ("ask", Limit::Needs(&["id", "text"])),
    ("ask.text", Limit::Most(160)),
    (
        "ask.topic",
        Limit::Word(&[
            "role",
            "team",
            "success",
            "growth",
            "culture",
            "ethics",
            "leadership",
            "location-flexibility",
            "strategy",
            "process",
            "housekeeping",
            "concern",
            "pay-benefits",
            "technical",
        ]),
    ),
    (
        "ask.audience",
        Limit::Word(&[
            "recruiter",
            "hiring-manager",
            "peer",
            "executive",
            "panel-member",
            "hr",
        ]),
    ),
    ("ask.stages", STAGES),
    (
        "ask.best_when",
        Limit::Word(&["start", "middle", "end", "after-offer"]),
    ),
    ("ask.do_first", Limit::Most(120)),
    ("ask.listen_for", Limit::Entries(3)),
    ("ask.avoid_if", ENTRY),
    (
        "ask.fit_axis",
        Limit::Word(&[
            "culture",
            "people",
            "ethics",
            "location",
            "growth",
            "pay",
            "flexibility",
            "leadership",
        ]),
    ),
    // [[template]]
    ("template", Limit::Needs(&["id", "type", "body"])),
    ("template.type", Limit::Of(words::<Letter>)),
    ("template.check", ENTRY),
    ("template.channel", Limit::Of(words::<Channel>)),
    ("template.tone", Limit::Of(words::<Tone>)),
    ("template.subject", Limit::Most(70)),
    ("template.check", Limit::Entries(6)),
    // [[plan]]
    ("plan", Limit::Needs(&["id", "title", "days", "steps"])),
    ("plan.title", Limit::Most(60)),
    ("plan.daily_minutes", Limit::Span(10, 180)),
    ("plan.steps.do", ENTRY),
    ("plan.steps.minutes", Limit::Span(0, 180)),
    ("plan.days", Limit::Span(1, 28)),
    ("plan.steps", Limit::Needs(&["day", "do"])),
    ("plan.steps.day", Limit::Span(0, 28)),
    ("plan.steps.kind", Limit::Of(words::<StepKind>)),
    // [[story_prompt]]
    ("story_prompt", Limit::Needs(&["id", "text"])),
    ("story_prompt.text", Limit::Most(160)),
    ("story_prompt.competencies", Limit::Reference),
    ("story_prompt.life_area", Limit::Of(words::<LifeArea>)),
    // What others point to.
    ("competency", Limit::Needs(&["id", "title"])),
    ("competency.anchors.*", Limit::Most(200)),
    ("competency.listen_for", Limit::Entries(3)),
    ("competency.listen_for", ENTRY),
    ("competency.related", Limit::Reference),
    ("family", Limit::Needs(&["id", "title"])),
    ("family.not_asked", Limit::Reference),
    ("family.seniority", SENIORITY),
    ("framework", Limit::Needs(&["id", "title"])),
    ("framework.steps", Limit::Entries(7)),
    ("framework.steps.share", Limit::Span(0, 100)),
    ("framework.steps.cue", Limit::Most(70)),
    ("framework.mini_example", Limit::Most(300)),
    ("framework.points", Limit::Entries(5)),
    ("framework.points", Limit::Needs(&["text"])),
    ("framework.points.text", ENTRY),
    ("topic", Limit::Needs(&["id", "title"])),
    ("topic.kinds", KINDS),
];
