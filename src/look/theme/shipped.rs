//! Themes that ship with the program. None is parsed before somebody chooses it.

use super::file::Sheet;

/// Name and text of each, in the order of the picker; `terminal` is also a sample with every role.
const FILES: [(&str, &str); 8] = [
    (
        "terminal",
        include_str!("../../../assets/themes/terminal.toml"),
    ),
    ("light", include_str!("../../../assets/themes/light.toml")),
    ("dark", include_str!("../../../assets/themes/dark.toml")),
    (
        "high-contrast",
        include_str!("../../../assets/themes/high-contrast.toml"),
    ),
    ("mono", include_str!("../../../assets/themes/mono.toml")),
    (
        "color-safe",
        include_str!("../../../assets/themes/color-safe.toml"),
    ),
    ("latte", include_str!("../../../assets/themes/latte.toml")),
    ("mocha", include_str!("../../../assets/themes/mocha.toml")),
];

/// Names of the shipped themes, in the order of the picker.
pub fn names() -> impl Iterator<Item = &'static str> {
    FILES.iter().map(|f| f.0)
}

/// A shipped theme by name.
pub fn sheet(name: &str) -> Option<Sheet> {
    let (name, text) = FILES.iter().find(|f| f.0 == name)?;
    Sheet::read(name, name, text).ok()
}
