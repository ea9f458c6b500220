//! The manners of the shipped themes (numbers as in the project's list of manners).

use super::color::rgb;
use super::*;

const DEPTHS: [Depth; 3] = [Depth::Ansi, Depth::Indexed, Depth::True];

/// Grounds that a theme without its own must stand on: black, white, and two well-known ones between.
const GROUNDS: [[u8; 3]; 4] = [
    [0, 0, 0],
    [255, 255, 255],
    [0x1e, 0x1e, 0x2e],
    [0xfd, 0xf6, 0xe3],
];

fn all(depth: Depth) -> impl Iterator<Item = Theme> {
    names().map(move |name| Theme::shipped(name, depth).expect(name))
}

fn linear(part: u8) -> f64 {
    let part = f64::from(part) / 255.0;
    if part <= 0.040_45 {
        part / 12.92
    } else {
        ((part + 0.055) / 1.055).powf(2.4)
    }
}

/// Contrast ratio of WCAG 2, from 1 to 21.
fn contrast(a: [u8; 3], b: [u8; 3]) -> f64 {
    let light = |[r, g, b]: [u8; 3]| 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
    let (high, low) = (light(a).max(light(b)), light(a).min(light(b)));
    (high + 0.05) / (low + 0.05)
}

/// What a person without the green cones sees (Viénot, Brettel and Mollon 1999), as parts of light.
fn deuteranope([r, g, b]: [u8; 3]) -> [f64; 3] {
    let [r, g, b] = [linear(r), linear(g), linear(b)];
    [
        0.292_75 * r + 0.707_25 * g,
        0.292_75 * r + 0.707_25 * g,
        -0.022_34 * r + 0.022_34 * g + b,
    ]
}

fn ground(theme: &Theme) -> Option<[u8; 3]> {
    theme.style(Role::Ink).bg.and_then(rgb)
}

#[test]
fn m33_the_default_theme_paints_no_ground_and_leaves_text_alone() {
    for depth in [Depth::None, Depth::Ansi, Depth::Indexed, Depth::True] {
        let theme = Theme::terminal(depth);
        for role in Role::ALL {
            assert_eq!(theme.style(role).bg, None, "{depth:?} {role:?}");
        }
        for role in [Role::Ink, Role::Dim, Role::Mark] {
            assert_eq!(theme.style(role).fg, None, "{depth:?} {role:?}");
        }
    }
}

#[test]
fn the_sample_file_says_what_the_default_theme_is() {
    for depth in DEPTHS {
        assert_eq!(
            shipped::sheet("terminal").map(|s| s.theme(depth)),
            Some(Theme::terminal(depth))
        );
    }
    assert_eq!(
        shipped::sheet("mono").map(|s| s.theme(Depth::True)),
        Some(Theme::mono("mono"))
    );
}

#[test]
fn m34_text_stands_out_on_the_ground_of_its_theme() {
    for theme in DEPTHS.into_iter().flat_map(all) {
        let Some(ground) = ground(&theme) else {
            continue;
        };
        let ink = theme
            .style(Role::Ink)
            .fg
            .and_then(rgb)
            .expect("a ground needs an ink");
        for role in [Role::Ink, Role::Dim, Role::Mark, Role::Warn, Role::Overlay] {
            let style = theme.style(role);
            let fg = style.fg.and_then(rgb).unwrap_or(ink);
            for bg in [ground, style.bg.and_then(rgb).unwrap_or(ground)] {
                let ratio = contrast(fg, bg);
                let least = if theme.name == "high-contrast" {
                    7.0
                } else {
                    4.5
                };
                assert!(ratio >= least, "{} {role:?}: {ratio:.2}", theme.name);
            }
        }
        for role in [Role::Accent, Role::Done] {
            let ratio = contrast(theme.style(role).fg.and_then(rgb).expect("a color"), ground);
            assert!(ratio >= 3.0, "{} {role:?}: {ratio:.2}", theme.name);
        }
    }
}

#[test]
fn m34_without_a_ground_only_marks_are_colored_and_stand_out_on_any() {
    // The sixteen are another color in every terminal, so only the others can be measured.
    for theme in [Depth::Indexed, Depth::True].into_iter().flat_map(all) {
        if ground(&theme).is_some() {
            continue;
        }
        for role in [Role::Ink, Role::Dim, Role::Mark] {
            assert_eq!(theme.style(role).fg, None, "{} {role:?}", theme.name);
        }
        for role in [Role::Accent, Role::Done, Role::Warn] {
            let Some(fg) = theme.style(role).fg.and_then(rgb) else {
                continue;
            };
            for ground in GROUNDS {
                let ratio = contrast(fg, ground);
                assert!(
                    ratio >= 3.0,
                    "{} {role:?} on {ground:?}: {ratio:.2}",
                    theme.name
                );
            }
        }
    }
}

#[test]
fn m36_marks_and_warnings_differ_for_people_who_do_not_tell_red_from_green() {
    for theme in [Depth::Indexed, Depth::True].into_iter().flat_map(all) {
        let color = |role| theme.style(role).fg.and_then(rgb).map(deuteranope);
        let (Some(accent), Some(warn)) = (color(Role::Accent), color(Role::Warn)) else {
            continue;
        };
        let apart: f64 = accent
            .iter()
            .zip(warn)
            .map(|(a, b)| (a - b).powi(2))
            .sum::<f64>()
            .sqrt();
        assert!(apart > 0.15, "{}: {apart:.3}", theme.name);
    }
}

#[test]
fn m38_text_is_never_blue_or_gray_of_the_sixteen() {
    for theme in all(Depth::Ansi) {
        for role in [Role::Ink, Role::Dim, Role::Mark, Role::Strong, Role::Warn] {
            let fg = theme.style(role).fg;
            assert!(
                !matches!(fg, Some(Color::Blue | Color::DarkGray)),
                "{} {role:?}",
                theme.name
            );
        }
    }
}

#[test]
fn m35_without_colors_the_focused_row_and_warnings_still_show() {
    for theme in all(Depth::None) {
        for role in Role::ALL {
            assert_eq!((theme.style(role).fg, theme.style(role).bg), (None, None));
        }
        assert!(
            theme
                .style(Role::Mark)
                .add_modifier
                .contains(Modifier::REVERSED)
        );
        assert!(!theme.style(Role::Warn).add_modifier.is_empty());
        // Only one thing on a page is reversed: where one is.
        assert_eq!(theme.style(Role::Strong).add_modifier, Modifier::BOLD);
    }
}

#[test]
fn m37_a_terminal_with_sixteen_colors_gets_no_others() {
    for theme in all(Depth::Ansi) {
        for style in theme.styles {
            for color in [style.fg, style.bg].into_iter().flatten() {
                assert!(
                    !matches!(color, Color::Indexed(_) | Color::Rgb(..)),
                    "{}",
                    theme.name
                );
            }
        }
    }
}

#[test]
fn m44_a_theme_has_two_hues_at_most() {
    for theme in all(Depth::True) {
        assert_eq!(
            theme.style(Role::Accent).fg,
            theme.style(Role::Done).fg,
            "{}",
            theme.name
        );
    }
}

#[test]
fn a_broken_theme_says_where_and_why() {
    let told = |text: &str| {
        Sheet::read("own", "themes/own.toml", text)
            .expect_err("broken")
            .to_string()
    };
    let message = told("format = 1\n\n[accent]\nfg = \"teal\"\n");
    assert!(
        message.starts_with("themes/own.toml:4:6: Here stands the text \"teal\", but a color: "),
        "{message}"
    );
    assert!(message.contains("#rrggbb"), "{message}");
    assert!(told("format = 1\n[accent]\nfg = 256\n").contains("from 0 to 255"));
    assert!(told("format = 1\n[acent]\nfg = 30\n").contains("acent"));
    assert!(told("format = 2\n").contains("format 2"));
    assert!(told("format = \n").starts_with("themes/own.toml:1:"));
}
