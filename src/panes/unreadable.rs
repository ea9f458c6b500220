//! Files of applications that cannot be read: which job, and where to look.

use crate::desk::Model;
use crate::domain::text::capital;
use crate::store::layout;

/// The jobs whose files cannot be read, by the names of the files: `Acme engineer`.
pub fn jobs(model: &Model) -> Vec<String> {
    let broken = model.problems.iter();
    let broken = broken.filter(|p| layout::folder(&p.file) == layout::APPLICATIONS);
    let mut jobs: Vec<String> = broken
        .map(|p| capital(&layout::stem(&p.file).replace('-', " ")))
        .collect();
    jobs.sort();
    jobs.dedup();
    jobs
}

/// `The file of Acme engineer cannot be read. g m tells where and why.`
pub fn words(model: &Model) -> Option<String> {
    let jobs = jobs(model);
    match jobs.as_slice() {
        [] => None,
        [job] if !model.names_hidden => Some(format!(
            "The file of {job} cannot be read. g m tells where and why."
        )),
        [_] => Some("An application cannot be read. g m tells which and why.".to_owned()),
        more => {
            let count = more.len();
            Some(format!(
                "{count} applications cannot be read. g m tells which and why."
            ))
        }
    }
}
