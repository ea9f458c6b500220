//! A thread that waits for changes of the home and the settings by others. It sleeps as long as there are none.

use std::path::Path;
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

use crate::store::watch;

/// Changes seldom come alone: a save is several, a sync many.
const TOGETHER: Duration = Duration::from_millis(300);

/// Starts it; where the system cannot tell, the next key looks around. `begun` says that it can.
///
/// # Errors
/// When there is no thread to be had.
pub fn start<M: Send + 'static>(
    (home, settings): (&Path, &Path),
    to: Sender<M>,
    begun: M,
    changed: fn() -> M,
) -> std::io::Result<()> {
    let (home, settings) = (home.to_owned(), settings.to_owned());
    let work = move || {
        let Some(mut watch) = watch::over(&home, &settings) else {
            return;
        };
        if to.send(begun).is_err() {
            return;
        }
        while watch.wait() {
            thread::sleep(TOGETHER);
            if to.send(changed()).is_err() {
                return;
            }
        }
    };
    thread::Builder::new()
        .name("watch".to_owned())
        .spawn(work)?;
    Ok(())
}
