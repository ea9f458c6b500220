//! Greenroom: starts the studio.

use greenroom::runtime::studio::{Options, exit_code, run};
use greenroom::store::layout::Places;

fn main() -> std::process::ExitCode {
    let home =
        std::path::PathBuf::from(std::env::var("GREENROOM_HOME").unwrap_or("/tmp/grhome".into()));
    let options = Options {
        places: Places {
            home: home.clone(),
            settings: home,
        },
        seed: None,
        theme: None,
        hide_names: false,
        drill: None,
        env: std::env::vars().collect(),
    };
    exit_code(run(&options).unwrap_or(1))
}
