//! What the server says while the app is in the foreground: server-sent events, as the HTML standard has them.

use std::collections::VecDeque;
use std::time::Duration;

use reqwest::Response;

use super::NetError;

/// The service sends at least a comment this often; silence for longer means the connection is dead.
const SILENCE: Duration = Duration::from_secs(75);
/// No event of the service is nearly as long.
const LONGEST: usize = 64 << 10;

/// One event.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Event {
    /// Its name; `message` where the server gives none.
    pub name: String,
    /// Its text.
    pub data: String,
}

/// Turns bytes, however they are cut, into events.
#[derive(Debug, Default)]
pub struct EventReader {
    line: Vec<u8>,
    after_return: bool,
    name: String,
    data: String,
    has_data: bool,
}

/// The stream is not one of events.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("an event is longer than any the service sends")]
pub struct TooLong;

impl EventReader {
    /// Takes more bytes; gives the events they complete.
    pub fn push(&mut self, bytes: &[u8]) -> Result<Vec<Event>, TooLong> {
        let mut events = Vec::new();
        for byte in bytes {
            let after_return = std::mem::replace(&mut self.after_return, *byte == b'\r');
            match byte {
                // The second half of a line end.
                b'\n' if after_return => {}
                b'\n' | b'\r' => {
                    let line = std::mem::take(&mut self.line);
                    events.extend(self.end_line(&String::from_utf8_lossy(&line)));
                }
                _ if self.line.len() + self.data.len() >= LONGEST => return Err(TooLong),
                _ => self.line.push(*byte),
            }
        }
        Ok(events)
    }

    fn end_line(&mut self, line: &str) -> Option<Event> {
        if line.is_empty() {
            let event = Event { name: std::mem::take(&mut self.name), data: std::mem::take(&mut self.data) };
            let complete = std::mem::take(&mut self.has_data);
            return complete.then_some(event).map(|mut event| {
                if event.name.is_empty() {
                    "message".clone_into(&mut event.name);
                }
                event
            });
        }
        let (field, value) = line.split_once(':').unwrap_or((line, ""));
        let value = value.strip_prefix(' ').unwrap_or(value);
        match field {
            "event" => value.clone_into(&mut self.name),
            "data" => {
                if self.has_data {
                    self.data.push('\n');
                }
                self.data.push_str(value);
                self.has_data = true;
            }
            // Comments, and fields the service does not use.
            _ => {}
        }
        None
    }
}

/// A stream of events under way.
pub struct Events {
    response: Response,
    reader: EventReader,
    ready: VecDeque<Event>,
}

impl Events {
    pub(super) fn of(response: Response) -> Self {
        Self { response, reader: EventReader::default(), ready: VecDeque::new() }
    }

    /// The next event. When it fails the stream is over.
    pub async fn next(&mut self) -> Result<Event, NetError> {
        loop {
            if let Some(event) = self.ready.pop_front() {
                return Ok(event);
            }
            let chunk = tokio::time::timeout(SILENCE, self.response.chunk())
                .await
                .map_err(|_| NetError::strange("the server fell silent"))??
                .ok_or_else(|| NetError::strange("the server ended the stream"))?;
            self.ready.extend(self.reader.push(&chunk).map_err(|error| NetError::strange(error.to_string()))?);
        }
    }
}
