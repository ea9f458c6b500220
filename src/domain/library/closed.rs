//! How a closed list of words is declared: its ids in files and its words on the screen, each said once.

/// Declares a list: `Name { Variant "id-in-files" "Word on the screen", … }`.
macro_rules! closed {
    ($(#[$about:meta])* $name:ident {$($(#[$why:meta])* $variant:ident $id:literal $word:literal,)+}) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name {$($(#[$why])* $variant,)+}

        impl $name {
            /// All, in the order shown.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The id in files.
            pub const fn id(self) -> &'static str {
                match self {$(Self::$variant => $id,)+}
            }

            /// The word on the screen, capitalized.
            pub const fn word(self) -> &'static str {
                match self {$(Self::$variant => $word,)+}
            }

            /// Reads the id of a file.
            pub fn from_id(id: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.id() == id)
            }
        }
    };
}
pub(super) use closed;
