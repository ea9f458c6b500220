//! The parts of the handbook, and the pages in them.

use crate::desk::Model;
use crate::domain::id::FamilyId;
use crate::domain::library::Library;
use crate::domain::order::InOrder;
use crate::panes::words::named;
use crate::widgets::sheet::Sheet;

/// A part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Lines to tick before, during and after.
    Checklists,
    /// Questions to ask them.
    Asks,
    /// Letters with blanks.
    Letters,
    /// Shapes that an answer can take.
    Shapes,
    /// Voices from both sides.
    Voices,
    /// Plans for the days before.
    Plans,
    /// Nudges to find a story.
    Stories,
    /// What is listened for.
    Competencies,
    /// What each level looks like.
    Levels,
    /// Manners of interviewers.
    Interviewers,
}

impl Part {
    /// All, in the order shown.
    pub const ALL: [Self; 10] = [
        Self::Checklists,
        Self::Asks,
        Self::Letters,
        Self::Shapes,
        Self::Voices,
        Self::Plans,
        Self::Stories,
        Self::Competencies,
        Self::Levels,
        Self::Interviewers,
    ];

    /// Its name.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Checklists => "Checklists",
            Self::Asks => "Questions to ask them",
            Self::Letters => "Letters",
            Self::Shapes => "Shapes of an answer",
            Self::Voices => "Voices from both sides",
            Self::Plans => "Plans",
            Self::Stories => "Where stories hide",
            Self::Competencies => "What they listen for",
            Self::Levels => "What each level looks like",
            Self::Interviewers => "Kinds of interviewers",
        }
    }
}

/// A page, as the list names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Leaf {
    /// The part it is in.
    pub part: Part,
    /// The id of its record.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Fields of work it is for; none is for all.
    pub fields: Vec<FamilyId>,
}

/// The page about a record; `None` where it has none.
pub fn leaf(library: &Library, id: &str) -> Option<Leaf> {
    leaves(library).into_iter().find(|leaf| leaf.id == id)
}

/// Every page of the library, part by part.
pub fn leaves(library: &Library) -> Vec<Leaf> {
    Part::ALL
        .into_iter()
        .flat_map(|part| in_part(library, part))
        .collect()
}

/// The same for the user: in each part what is for their field of work stands first, and that of others last.
pub fn leaves_for(model: &Model) -> Vec<Leaf> {
    let mut leaves = leaves(&model.library);
    let place = |part: Part| Part::ALL.iter().position(|p| *p == part);
    leaves.order_by_key(|leaf| (place(leaf.part), model.profile.distance(&leaf.fields)));
    leaves
}

/// The pages of a part.
fn in_part(library: &Library, part: Part) -> Vec<Leaf> {
    let page = |id: &dyn ToString, title: &str| Leaf {
        part,
        id: id.to_string(),
        title: title.to_owned(),
        fields: Vec::new(),
    };
    let field_page = |id: &dyn ToString, title: &str, fields: &[FamilyId]| Leaf {
        fields: fields.to_vec(),
        ..page(id, title)
    };
    match part {
        Part::Checklists => {
            let all = library.checklists.iter();
            all.map(|c| field_page(&c.id, &c.title, &c.roles)).collect()
        }
        Part::Asks => {
            let all = library.asks.iter();
            all.map(|a| field_page(&a.id, &a.text, &a.roles)).collect()
        }
        Part::Letters => {
            let all = library.templates.iter();
            all.map(|t| page(&t.id, letter(t.letter.word(), &t.subject).as_str()))
                .collect()
        }
        Part::Shapes => {
            let all = library.frameworks.iter();
            all.map(|f| page(&f.id, &shape(f.id.as_str(), &f.title)))
                .collect()
        }
        Part::Voices => {
            let all = library.perspectives.iter();
            all.map(|p| field_page(&p.id, &p.insight, &p.roles))
                .collect()
        }
        Part::Plans => {
            let all = library.plans.iter();
            all.map(|p| page(&p.id, &p.title)).collect()
        }
        Part::Stories => {
            let all = library.story_prompts.iter();
            all.map(|p| page(&p.id, &p.text)).collect()
        }
        Part::Competencies => {
            let all = library.competencies.iter();
            all.map(|c| page(&c.id, &c.title)).collect()
        }
        Part::Levels => {
            let all = library.dimensions.iter();
            all.map(|d| page(&d.id, &d.reading.title)).collect()
        }
        Part::Interviewers => {
            let all = library.personas.iter();
            all.map(|p| page(&p.id, &named(p.id.as_str(), &p.title)))
                .collect()
        }
    }
}

/// A shape that is known by its initials begins with them: `STAR-L: Situation, task, action, result, learning`.
pub fn shape(id: &str, title: &str) -> String {
    let initials = title.split(", ").filter_map(|step| step.chars().next());
    let initials: String = initials.flat_map(char::to_lowercase).collect();
    if id.replace('-', "") == initials {
        format!("{}: {title}", id.to_uppercase())
    } else {
        title.to_owned()
    }
}

/// Two letters of one kind are told apart by their subjects.
fn letter(word: &str, subject: &str) -> String {
    match subject {
        "" => word.to_owned(),
        subject => format!("{word}: {subject}"),
    }
}

/// The sheet that chooses a part.
pub fn sheet(leaves: &[Leaf]) -> Sheet<Option<Part>> {
    let count = |part: Part| leaves.iter().filter(|leaf| leaf.part == part).count();
    let mut rows = vec![("Everything".to_owned(), None)];
    rows.extend(Part::ALL.into_iter().filter(|p| count(*p) > 0).map(|part| {
        let words = format!("{} ({})", part.word(), count(part));
        (words, Some(part))
    }));
    Sheet::new("Show", rows)
}
