//! One browser's connection: requests in, responses out, in turn, until one side ends it.
//!
//! Every connection has its own thread, because browsers open some ahead of need and say nothing on them for long.

use std::io::{self, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::time::Duration;

use super::answer::{Answer, Question, answer};

/// The most that the head of a request may take.
const HEAD_BYTES_MAX: usize = 16 * 1024;
const HEADERS_MAX: usize = 64;
const CHUNK_BYTES: usize = 4096;
const IDLE_S: u64 = 60;

/// Answers requests until the connection ends; a silent or unintelligible one is ended.
pub(crate) fn converse(mut stream: TcpStream, folder: &Path, under: &str) -> io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(IDLE_S)))?;
    stream.set_nodelay(true)?;
    let mut received = Vec::new();
    loop {
        let Some(read) = next(&mut stream, &mut received)? else { return Ok(()) };
        let Request { question, stays, length } = read;
        received.drain(..length);
        let is_head = question.method == "HEAD";
        stream.write_all(&bytes(answer(folder, under, &question), is_head, stays))?;
        if !stays {
            return Ok(());
        }
    }
}

/// A request whose head is complete.
#[derive(Debug)]
struct Request {
    question: Question,
    /// Whether the connection goes on afterwards.
    stays: bool,
    /// The length of its head in bytes.
    length: usize,
}

fn next(stream: &mut TcpStream, received: &mut Vec<u8>) -> io::Result<Option<Request>> {
    loop {
        match parse(received) {
            Ok(Some(request)) => return Ok(Some(request)),
            Ok(None) if received.len() < HEAD_BYTES_MAX => {}
            Ok(None) | Err(_) => return Ok(None),
        }
        let mut chunk = [0; CHUNK_BYTES];
        let count = stream.read(&mut chunk)?;
        if count == 0 {
            return Ok(None);
        }
        received.extend(chunk.iter().take(count));
    }
}

fn parse(received: &[u8]) -> Result<Option<Request>, httparse::Error> {
    let mut headers = [httparse::EMPTY_HEADER; HEADERS_MAX];
    let mut request = httparse::Request::new(&mut headers);
    let httparse::Status::Complete(length) = request.parse(received)? else { return Ok(None) };
    let header = |name: &str| {
        let found = request.headers.iter().find(|header| header.name.eq_ignore_ascii_case(name));
        found.map(|header| String::from_utf8_lossy(header.value).into_owned()).unwrap_or_default()
    };
    let question = Question {
        method: request.method.unwrap_or_default().to_owned(),
        address: request.path.unwrap_or_default().to_owned(),
        encodings: header("Accept-Encoding"),
        browser: header("User-Agent"),
    };
    // A body is never read, so nothing may follow it on the connection.
    let has_body = !header("Transfer-Encoding").is_empty() || !matches!(header("Content-Length").as_str(), "" | "0");
    let stays = !has_body && request.version == Some(1) && !header("Connection").eq_ignore_ascii_case("close");
    Ok(Some(Request { question, stays, length }))
}

fn bytes(answer: Answer, is_head: bool, stays: bool) -> Vec<u8> {
    let Answer { status, headers, body } = answer;
    let reason = match status {
        200 => "OK",
        404 => "Not Found",
        _ => "Method Not Allowed",
    };
    let mut head = format!("HTTP/1.1 {status} {reason}\r\nContent-Length: {}\r\n", body.len());
    for (name, value) in headers {
        head.extend([name, ": ", &value, "\r\n"]);
    }
    head.push_str(if stays { "\r\n" } else { "Connection: close\r\n\r\n" });
    let mut bytes = head.into_bytes();
    if !is_head {
        bytes.extend(body);
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_is_read_when_its_head_is_complete() {
        let whole = b"GET /a HTTP/1.1\r\nHost: x\r\nAccept-Encoding: br\r\n\r\nGET /b";
        assert!(parse(&whole[..20]).unwrap().is_none());
        let request = parse(whole).unwrap().unwrap();
        assert_eq!((request.question.address.as_str(), request.question.encodings.as_str()), ("/a", "br"));
        assert_eq!(&whole[request.length..], b"GET /b");
        assert!(parse(b"\x16\x03\x01 not http\r\n\r\n").is_err());
    }

    #[test]
    fn a_connection_ends_where_its_next_request_could_not_be_told_from_a_body() {
        let stays = |head: &str| parse(format!("{head}\r\n\r\n").as_bytes()).unwrap().unwrap().stays;
        assert!(stays("GET / HTTP/1.1"));
        assert!(!stays("GET / HTTP/1.0"));
        assert!(!stays("GET / HTTP/1.1\r\nConnection: close"));
        assert!(!stays("POST / HTTP/1.1\r\nContent-Length: 3"));
        assert!(!stays("POST / HTTP/1.1\r\nTransfer-Encoding: chunked"));
    }

    #[test]
    fn the_answer_to_head_names_the_length_and_sends_nothing() {
        let answer =
            || Answer { status: 200, headers: vec![("Content-Type", "text/plain".into())], body: b"abc".to_vec() };
        let text = |is_head| String::from_utf8(bytes(answer(), is_head, true)).unwrap();
        assert!(text(true).ends_with("Content-Type: text/plain\r\n\r\n") && text(true).contains("Content-Length: 3"));
        assert!(text(false).ends_with("\r\n\r\nabc"));
    }
}
