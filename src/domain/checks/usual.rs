//! Papers that employers often look at, by field of work: a list to begin with, not a rule of any place.

use crate::domain::id::FamilyId;

/// A paper to think of.
#[derive(Debug, PartialEq, Eq)]
pub struct Usual {
    /// Its name in the file.
    pub id: &'static str,
    /// What it is.
    pub title: &'static str,
    /// What to look at.
    pub note: &'static str,
    /// The fields in which it is often asked for; none means in any.
    pub fields: &'static [&'static str],
}

/// All of them, those for any field first.
pub const USUAL: [Usual; 10] = [
    Usual {
        id: "identity",
        title: "Identity papers",
        note: "Passport or identity card. Does the name on it match the one on your resume?",
        fields: &[],
    },
    Usual {
        id: "right-to-work",
        title: "Right to work",
        note: "Whatever shows that you may work there. Ask the employer what they accept.",
        fields: &[],
    },
    Usual {
        id: "school-papers",
        title: "School and degree papers",
        note: "A copy can take weeks to come. Ask the school early where one is missing.",
        fields: &[],
    },
    Usual {
        id: "registration",
        title: "Registration",
        note: "Or your license, or trade card. Look at the day it runs out, and at the conditions on it.",
        fields: &["nursing", "care", "social-work", "teaching", "trades"],
    },
    Usual {
        id: "training",
        title: "Certificates of training",
        note: "Those the advert names, and those that have to be taken again each year.",
        fields: &[
            "nursing",
            "care",
            "social-work",
            "teaching",
            "trades",
            "operations",
            "hospitality-retail",
        ],
    },
    Usual {
        id: "record-check",
        title: "Criminal record or safeguarding check",
        note: "Ask who applies for it, you or they, and whether an earlier one counts.",
        fields: &[
            "nursing",
            "care",
            "social-work",
            "teaching",
            "public-sector",
        ],
    },
    Usual {
        id: "vaccinations",
        title: "Vaccination record",
        note: "Ask what they need to see before you hand it over.",
        fields: &["nursing", "care"],
    },
    Usual {
        id: "driving",
        title: "Driving license",
        note: "For which vehicles, and until when.",
        fields: &["trades", "operations", "care", "social-work"],
    },
    Usual {
        id: "references",
        title: "References in writing",
        note: "From earlier employers, where you have them.",
        fields: &["hospitality-retail", "care", "early-career", "people-admin"],
    },
    Usual {
        id: "work-samples",
        title: "Work samples",
        note: "Only what you may show. Take out names and what is confidential.",
        fields: &[
            "design-creative",
            "marketing",
            "software",
            "data",
            "product-project",
            "consulting",
        ],
    },
];

/// Those that are often asked for in a field.
pub fn usual_for(field: &FamilyId) -> impl Iterator<Item = &'static Usual> + use<> {
    let field = field.as_str().to_owned();
    let of_it = move |one: &&Usual| one.fields.is_empty() || one.fields.contains(&field.as_str());
    USUAL.iter().filter(of_it)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::shipped;

    #[test]
    fn every_field_that_is_named_is_one() {
        let library = shipped::library();
        for one in &USUAL {
            for field in one.fields {
                assert!(library.families.get(field).is_some(), "{field}");
            }
        }
    }
}
