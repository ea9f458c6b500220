//! What an effect does to the user's folder, said once for each: who counts changes, looks for those of others or
//! carries effects out asks here.

use super::effect::Effect;

/// What an effect does to the user's folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Touches {
    /// Nothing: it is about the screen, the terminal and sound.
    Nothing,
    /// It is read.
    Reads,
    /// Half-typed text, which nobody else looks at.
    Draft,
    /// The end of a sitting's file, which is held here.
    Block,
    /// Files that others look at, too.
    Files,
}

impl Effect {
    /// What it does to the user's folder.
    pub const fn touches(&self) -> Touches {
        match self {
            Self::OpenEditor(_)
            | Self::Copy(_)
            | Self::Sound(_)
            | Self::Bell
            | Self::Mouse(_)
            | Self::Redraw
            | Self::Suspend
            | Self::Quit(_) => Touches::Nothing,
            Self::Load
            | Self::Look { .. }
            | Self::ReadSitting(_)
            | Self::ListTrash
            | Self::FindPosts(_)
            | Self::ReadPost(_) => Touches::Reads,
            Self::SaveDraft(_) | Self::DropDraft(_) => Touches::Draft,
            Self::Append(..) => Touches::Block,
            Self::BeginSitting(_)
            | Self::AddApplication(_)
            | Self::SaveApplication(_)
            | Self::TrashApplication(_)
            | Self::PutApplication(_)
            | Self::TakeApplication(_)
            | Self::PutEntry(_)
            | Self::TakeEntry(_)
            | Self::Step(_)
            | Self::AddEntry(_)
            | Self::SaveEntry(_)
            | Self::TrashEntry(_)
            | Self::AddStory(_)
            | Self::SaveStory(_)
            | Self::TrashStory(_)
            | Self::PutStory(_)
            | Self::TakeStory(_)
            | Self::TrashSitting(_)
            | Self::RestoreSitting(_)
            | Self::SaveProfile(_)
            | Self::SaveChecks(_)
            | Self::SaveConfig(_)
            | Self::ChangeBank(_)
            | Self::Reword(..)
            | Self::HideQuestion(..)
            | Self::PutQuestion(..)
            | Self::SaveMock(_)
            | Self::RemoveMock(_)
            | Self::WritePage(..)
            | Self::WriteHandIn(..)
            | Self::WriteReturn(..)
            | Self::TakeReturn(_)
            | Self::TrashPack(_)
            | Self::RestorePack(_)
            | Self::Restore(_)
            | Self::Purge(_)
            | Self::Sample(_)
            | Self::SampleAgain
            | Self::Friend(_)
            | Self::CatchUp => Touches::Files,
        }
    }
}
