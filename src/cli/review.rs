//! `greenroom review`: a coach looks at answers that were handed in.

use super::args::ReviewArgs;
use super::studio;
use super::words::wrapped;
use super::world::{Exit, World};
use crate::content::report;
use crate::store::coach_file::{self, Post};
use crate::store::outside;

/// Opens the studio at the answers, once the file is known to be a hand-in.
pub fn run(args: &ReviewArgs, world: &mut World<'_, '_>) -> Exit {
    let (name, bytes) = match outside::post(&args.file) {
        Ok(read) => read,
        Err(error) => return world.refuse(&error.to_string()),
    };
    match coach_file::read(&name, &bytes) {
        Ok(Post::HandIn(_)) if world.global.plain => world.misused(
            "A hand-in is looked at on the screen, without --plain. Its file can be read in any editor.",
        ),
        Ok(Post::HandIn(_)) => {
            let path = std::path::absolute(&args.file).unwrap_or_else(|_| args.file.clone());
            studio::review(&path, world)
        }
        Ok(Post::Returned(_)) => world.refuse(&format!(
            "This is what a coach sent back. `greenroom import {name}` lays it to your answers."
        )),
        Err(problem) => {
            world.err.text(report::human(&[*problem]));
            Exit::Found
        }
    }
}

/// Lays what a coach sent back to the answers that it is about.
pub fn take_in(name: &str, bytes: &[u8], dry: bool, world: &mut World<'_, '_>) -> Exit {
    let returned = match coach_file::read(name, bytes) {
        Ok(Post::Returned(returned)) => returned,
        Ok(Post::HandIn(_)) => {
            return world.refuse(&format!(
                "These are answers that were handed in. `greenroom review {name}` looks at them."
            ));
        }
        Err(problem) => {
            world.err.text(report::human(&[*problem]));
            return Exit::Found;
        }
    };
    let taken = world.home.take_return(&returned, dry, world.now.wall);
    match taken {
        Ok(Some((_, attached))) => {
            let words = attached.words(&returned.coach);
            let words = if dry {
                format!("Nothing is saved yet. {words}")
            } else {
                words
            };
            world.out.line(wrapped(&words, 0));
            if attached.gone.is_empty() {
                Exit::Done
            } else {
                Exit::Found
            }
        }
        Ok(None) => world.refuse(&crate::domain::practice::coach::not_here(&returned)),
        Err(error) => world.refuse(&error.to_string()),
    }
}

#[cfg(test)]
mod tests;
