//! The part of HTTP/1.1 that the load generator needs: requests and responses with a length on a kept connection.

use serde_json::Value;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::Result;

/// A client that sends JSON on one kept connection, to set up a site.
pub(crate) struct JsonClient {
    stream: TcpStream,
    host: String,
    token: String,
    buffer: Vec<u8>,
}

impl JsonClient {
    /// Connects. Every request has the token.
    pub(crate) async fn connect(address: &str, token: &str) -> Result<Self> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        Ok(Self { stream, host: address.to_owned(), token: token.to_owned(), buffer: vec![0; 64 * 1024] })
    }

    /// Sends `body` and returns the answer.
    ///
    /// # Errors
    ///
    /// The status is not 2xx.
    pub(crate) async fn send(&mut self, method: &str, path: &str, body: &Value) -> Result<Value> {
        let body = body.to_string();
        let request = format!(
            "{method} {path} HTTP/1.1\r\nhost: {}\r\nauthorization: Bearer {}\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
            self.host,
            self.token,
            body.len(),
        );
        self.stream.write_all(request.as_bytes()).await?;
        let (status, answer) = read_answer(&mut self.stream, &mut self.buffer).await?;
        if !(200..300).contains(&status) {
            return Err(format!("{method} {path}: {status}: {}", String::from_utf8_lossy(answer)).into());
        }
        Ok(serde_json::from_slice(answer)?)
    }
}

/// Reads one answer with a length, and returns its status and body.
pub(crate) async fn read_answer<'a>(stream: &mut TcpStream, buffer: &'a mut [u8]) -> Result<(u16, &'a [u8])> {
    let mut filled = 0;
    loop {
        let read = stream.read(&mut buffer[filled..]).await?;
        if read == 0 {
            return Err("the server closed the connection, or its answer is too long".into());
        }
        filled += read;
        let Some(head) = buffer[..filled].windows(4).position(|four| four == b"\r\n\r\n") else { continue };
        let (body, length) = (head + 4, content_length(&buffer[..head])?);
        if filled >= body + length {
            // "HTTP/1.1 200 …"
            let status = std::str::from_utf8(buffer.get(9..12).ok_or("not HTTP")?)?.parse()?;
            return Ok((status, &buffer[body..body + length]));
        }
    }
}

fn content_length(head: &[u8]) -> Result<usize> {
    const NAME: &[u8] = b"content-length:";
    let value = head
        .split(|byte| *byte == b'\n')
        .find(|line| line.len() > NAME.len() && line[..NAME.len()].eq_ignore_ascii_case(NAME))
        .ok_or("an answer without a length")?;
    Ok(std::str::from_utf8(&value[NAME.len()..])?.trim().parse()?)
}
