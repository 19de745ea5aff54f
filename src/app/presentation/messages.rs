//! Messages between the calculator's window and the projector's: one form with a version. Whatever has another one,
//! or another sender, is none of ours.

use serde::{Deserialize, Serialize, de::DeserializeOwned};

use super::Curtain;
use super::countdown::CountdownPhase;
use super::keys::PresentationKey;
use super::slide::ProjectedSlide;

/// The name that messages bear, and the name of the projector's window.
pub const PROJECTOR: &str = "zengshou-projector";
/// The version of their form.
const VERSION: u32 = 1;
/// The longest message that is read, in bytes.
const MOST_BYTES: usize = 4_000_000;

/// A message around what it carries.
#[derive(Serialize, Deserialize)]
struct Envelope<T> {
    message: String,
    version: u32,
    content: T,
}

/// A message to the projector's window.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ProjectorMessage {
    /// The slide.
    pub slide: ProjectedSlide,
    /// The curtain before it.
    pub curtain: Curtain,
    /// The countdown, if one was started.
    pub countdown: Option<ProjectedCountdown>,
    /// The tag of the texts' language.
    pub language: String,
    /// The title of the window.
    pub window_title: String,
    /// The name of the slide for those who don't see it.
    pub region_label: String,
    /// The name of the way to full screen.
    pub full_label: String,
    /// The sentence that is shown when the calculator's window is gone.
    pub lost: String,
}

/// The countdown as it is projected.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ProjectedCountdown {
    /// The time left, or that it is up.
    pub text: String,
    /// The way it stands.
    pub phase: CountdownPhase,
}

/// A message from the projector's window.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProjectorReport {
    /// It is there and shows what it is sent.
    Ready,
    /// A key was pressed in it.
    Key(PresentationKey),
}

/// The text of a message. Empty where it can't be written, which nobody reads.
pub fn write(content: &impl Serialize) -> String {
    let envelope = Envelope {
        message: PROJECTOR.to_owned(),
        version: VERSION,
        content,
    };
    serde_json::to_string(&envelope).unwrap_or_default()
}

/// The content of a message; none of one that is not ours.
pub fn read<T: DeserializeOwned>(text: &str) -> Option<T> {
    if text.len() > MOST_BYTES {
        return None;
    }
    let envelope: Envelope<T> = serde_json::from_str(text).ok()?;
    let is_ours = envelope.message == PROJECTOR && envelope.version == VERSION;
    is_ours.then_some(envelope.content)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reports_go_there_and_back_and_nothing_else_is_read() {
        for report in [
            ProjectorReport::Ready,
            ProjectorReport::Key(PresentationKey::Next),
        ] {
            assert_eq!(read(&write(&report)), Some(report));
        }
        let text = write(&ProjectorReport::Ready);
        for foreign in [
            "",
            "{}",
            "\"ready\"",
            &text.replace("\"version\":1", "\"version\":2"),
            &text.replace("zengshou-projector", "other"),
            &text.replace("ready", "reload"),
        ] {
            assert_eq!(read::<ProjectorReport>(foreign), None, "{foreign}");
        }
    }
}
