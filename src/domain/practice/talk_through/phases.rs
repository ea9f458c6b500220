//! How the time of a long answer falls into the steps of its shape.

use crate::domain::library::Framework;

/// One step and the second at which it should be over.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// The step's name.
    pub name: String,
    /// Seconds from the start of the answer.
    pub until_s: u32,
}

/// The steps of a shape over so many seconds, by their shares.
///
/// The last one ends at `seconds`, whatever rounding leaves.
pub fn steps(shape: &Framework, seconds: u32) -> Vec<Step> {
    let whole: u32 = shape.steps.iter().map(|step| u32::from(step.share)).sum();
    let mut gone = 0;
    let steps = shape.steps.iter().map(|step| {
        gone += u32::from(step.share);
        let until = u64::from(seconds) * u64::from(gone) / u64::from(whole.max(1));
        Step {
            name: step.name.clone(),
            until_s: u32::try_from(until).unwrap_or(seconds),
        }
    });
    steps.collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::FrameworkId;
    use crate::domain::library::FrameworkStep;

    fn shape(shares: &[u8]) -> Framework {
        let step = |share: &u8| FrameworkStep {
            name: format!("{share} of it"),
            share: *share,
            cue: String::new(),
        };
        Framework {
            id: FrameworkId::new("x"),
            title: String::new(),
            steps: shares.iter().map(step).collect(),
            use_for: String::new(),
            avoid_when: String::new(),
            mini_example: String::new(),
            points: Vec::new(),
        }
    }

    #[test]
    fn steps_take_their_share_and_the_last_ends_with_the_time() {
        let until = |shares: &[u8], seconds| -> Vec<u32> {
            let steps = steps(&shape(shares), seconds);
            steps.into_iter().map(|step| step.until_s).collect()
        };
        assert_eq!(until(&[10, 20, 50, 20], 900), [90, 270, 720, 900]);
        assert_eq!(until(&[33, 33, 34], 100), [33, 66, 100]);
        assert_eq!(until(&[], 100), Vec::<u32>::new());
        assert_eq!(until(&[0, 0], 100), [0, 0]);
    }
}
