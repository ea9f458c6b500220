//! Files of applications that cannot be read: which job, and where to look.

use crate::desk::Model;
use crate::domain::order::InOrder;
use crate::domain::text::capital;
use crate::store::layout;

/// The jobs whose files cannot be read, by the names of the files: `Acme engineer`.
pub fn jobs(model: &Model) -> Vec<String> {
    let broken = model.problems.iter();
    let broken = broken.filter(|p| layout::folder(&p.file) == layout::APPLICATIONS);
    let mut jobs: Vec<String> = broken
        .map(|p| capital(&layout::stem(&p.file).replace('-', " ")))
        .collect();
    jobs.order();
    jobs.dedup();
    jobs
}

/// `The file of Acme engineer cannot be read.`, and the keys that lead on from it.
pub fn told(model: &Model) -> Option<(String, &'static str)> {
    let jobs = jobs(model);
    match jobs.as_slice() {
        [] => None,
        [job] if !model.names_hidden => {
            let words = format!("The file of {job} cannot be read.");
            Some((words, "g m tells where and why."))
        }
        more => {
            let words = match more.len() {
                1 => "An application cannot be read.".to_owned(),
                count => format!("{count} applications cannot be read."),
            };
            Some((words, "g m tells which and why."))
        }
    }
}

/// Both in one line.
pub fn words(model: &Model) -> Option<String> {
    told(model).map(|(words, keys)| format!("{words} {keys}"))
}
