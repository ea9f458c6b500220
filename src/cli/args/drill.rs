//! The arguments of `greenroom drill`.

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};

use super::{kinds, stages};
use crate::domain::library::{ItemKind, Kind, StageId};

/// `greenroom drill`.
#[derive(Debug, Default, Args)]
pub struct DrillArgs {
    /// A whole mock, such as panel-45
    #[arg(long, value_name = "ID", conflicts_with_all = ["code", "scenario", "items", "stage", "kind", "role", "competency", "count", "minutes"])]
    pub blueprint: Option<String>,
    /// The interview of a code again, letter for letter
    #[arg(long, value_name = "CODE", conflicts_with_all = ["scenario", "items", "stage", "kind", "role", "competency", "count", "minutes"])]
    pub code: Option<String>,
    /// Exactly this question; may be given several times
    #[arg(long, value_name = "ID", conflicts_with_all = ["blueprint", "code", "scenario", "items", "stage", "kind", "role", "competency", "pack", "count", "minutes"])]
    pub question: Vec<String>,
    /// Questions of this stage
    #[arg(long, value_name = "ID", value_parser = stages())]
    pub stage: Option<StageId>,
    /// Questions of this kind; may be given several times
    #[arg(long, value_name = "KIND", value_parser = kinds())]
    pub kind: Vec<Kind>,
    /// Questions for this field of work, such as nursing
    #[arg(long, value_name = "ID")]
    pub role: Option<String>,
    /// Questions about this competency; may be given several times
    #[arg(long, value_name = "ID")]
    pub competency: Vec<String>,
    /// Questions of this pack; may be given several times
    #[arg(long, value_name = "ID")]
    pub pack: Vec<String>,
    /// A talk instead of questions, such as exploding-offer
    #[arg(long, value_name = "ID", conflicts_with_all = ["kind", "competency", "count", "minutes", "items"])]
    pub scenario: Option<String>,
    /// Judgment questions or statements about yourself instead of questions
    #[arg(long, value_name = "KIND", value_parser = item_kinds(), conflicts_with_all = ["kind", "competency"])]
    pub items: Option<ItemKind>,
    /// How many questions
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=200))]
    pub count: Option<u16>,
    /// How many minutes it may take
    #[arg(long, value_name = "M", value_parser = clap::value_parser!(u32).range(1..=600))]
    pub minutes: Option<u32>,
}

fn item_kinds() -> impl TypedValueParser<Value = ItemKind> {
    let ids = ItemKind::ALL.iter().map(|kind| kind.id());
    PossibleValuesParser::new(ids)
        .try_map(|id| ItemKind::from_id(&id).ok_or("there is no such kind"))
}
