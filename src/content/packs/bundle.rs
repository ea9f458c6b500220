//! Which files make one pack: a file by itself, or a folder of files of which exactly one has a `[pack]` table.

use toml::de::DeTable;

use crate::content::found::Named;

/// The files of one pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bundle<'a> {
    /// The file, or the folder.
    pub name: &'a str,
    /// Its files, by name.
    pub files: Vec<Named<'a>>,
}

impl<'a> Bundle<'a> {
    /// A pack of one file.
    pub fn file(file: Named<'a>) -> Self {
        Self {
            name: file.0,
            files: vec![file],
        }
    }
}

/// The packs that lie in a folder: its files are one each; a folder in it is one, or holds several.
///
/// `files` are sorted, and their names start with the folder's.
pub fn inside<'a>(folder: &str, files: &[Named<'a>]) -> Vec<Bundle<'a>> {
    let mut packs = Vec::new();
    let mut rest = files;
    while let Some((first, more)) = rest.split_first() {
        match below(folder, first.0) {
            None => {
                packs.push(Bundle::file(*first));
                rest = more;
            }
            Some(sub) => {
                let alike = |file: &&Named<'_>| below(folder, file.0) == Some(sub);
                let count = rest.iter().take_while(alike).count();
                let (of_sub, others) = rest.split_at(count);
                packs.extend(at(sub, of_sub));
                rest = others;
            }
        }
    }
    packs
}

/// The packs that a folder is or holds.
pub fn at<'a>(folder: &'a str, files: &[Named<'a>]) -> Vec<Bundle<'a>> {
    let heads = files.iter().filter(|(_, text)| has_head(text)).count();
    if files.len() > 1 && heads == 1 {
        let files = files.to_vec();
        return vec![Bundle {
            name: folder,
            files,
        }];
    }
    inside(folder, files)
}

/// The folder in a folder that a file lies in, with the whole way to it.
fn below<'n>(folder: &str, name: &'n str) -> Option<&'n str> {
    let start = if folder.is_empty() {
        0
    } else {
        folder.trim_end_matches('/').len() + 1
    };
    let end = name.get(start..)?.find('/')?;
    name.get(..start + end)
}

/// Whether a file has a `[pack]` table. Only one that has the word at the start of a line is read for it.
fn has_head(text: &str) -> bool {
    let starts = |line: &str| {
        let line = line.trim_start_matches(['\u{FEFF}', '[', ' ', '\t', '"', '\'']);
        line.starts_with("pack")
    };
    text.lines().any(starts)
        && DeTable::parse_recoverable(text)
            .0
            .get_ref()
            .contains_key("pack")
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "# a pack\n[ pack ]\nformat = 1\n";
    const LIST: &str = "questions = [\"Why?\"]\n";

    #[test]
    fn files_beside_each_other_are_packs_of_their_own() {
        let files = [("packs/a.toml", HEAD), ("packs/b.toml", LIST)];
        let found = inside("packs", &files);
        assert_eq!(found, files.map(Bundle::file));
    }

    #[test]
    fn a_folder_with_one_head_is_one_pack_however_deep_its_files_lie() {
        let files = [
            ("packs/porters/extra/one.toml", LIST),
            ("packs/porters/head.toml", HEAD),
            ("packs/porters/two.toml", LIST),
            ("packs/solo.toml", LIST),
        ];
        let found = inside("packs", &files);
        assert_eq!(found.len(), 2);
        assert_eq!((found[0].name, found[0].files.len()), ("packs/porters", 3));
        assert_eq!(found[1].name, "packs/solo.toml");
    }

    #[test]
    fn a_folder_with_two_heads_or_none_only_holds_packs() {
        for texts in [[HEAD, HEAD], [LIST, LIST]] {
            let files = [("packs/x/a.toml", texts[0]), ("packs/x/b.toml", texts[1])];
            assert_eq!(inside("packs", &files), files.map(Bundle::file));
        }
    }

    #[test]
    fn a_folder_that_is_named_may_itself_be_the_pack() {
        let files = [("./mine/a.toml", HEAD), ("./mine/b.toml", LIST)];
        assert_eq!(at("./mine/", &files)[0].files.len(), 2);
        assert_eq!(inside("./mine", &files).len(), 2);
    }

    #[test]
    fn the_word_in_a_text_is_no_head() {
        for text in [
            "x = \"\"\"\n[pack]\n\"\"\"\n",
            "[packs]\n",
            "questions = [\n\"pack\",\n]\n",
        ] {
            assert!(!has_head(text), "{text}");
        }
        for text in [
            HEAD,
            "pack = { format = 1 }\n",
            "\u{FEFF}[pack]\n",
            "pack.id = \"a\"\nbroken =",
        ] {
            assert!(has_head(text), "{text}");
        }
    }
}
