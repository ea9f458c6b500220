//! Replies of a talk for other programs.

use serde::Serialize;

use crate::domain::id::ScenarioId;
use crate::domain::level::Level;
use crate::domain::practice::record::{Block, SittingRecord};
use crate::domain::practice::talk;
use crate::domain::time::Wall;

/// One reply.
#[derive(Serialize)]
pub struct Reply<'a> {
    scenario: &'a ScenarioId,
    moment: &'a str,
    at: Wall,
    seconds: u32,
    apart: bool,
    skill: &'a str,
    led_to: &'a str,
    ended: Option<Level>,
    text: &'a str,
}

/// All replies of a sitting, those that were taken back too.
pub fn replies(record: &SittingRecord) -> Vec<Reply<'_>> {
    let replies = record.blocks.iter().filter_map(|block| match block {
        Block::Reply(reply) => Some(Reply::of(reply)),
        _ => None,
    });
    replies.collect()
}

impl<'a> Reply<'a> {
    fn of(reply: &'a talk::Reply) -> Self {
        Self {
            scenario: &reply.scenario,
            moment: &reply.node,
            at: reply.at,
            seconds: reply.seconds,
            apart: reply.apart,
            skill: &reply.skill,
            led_to: &reply.to,
            ended: reply.level,
            text: &reply.text,
        }
    }
}
