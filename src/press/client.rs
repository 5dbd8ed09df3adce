//! Speaking with the browser: the `DevTools` protocol over a `WebSocket` on this machine.
#![expect(clippy::disallowed_methods, reason = "the one talk with another program, on this machine, with a time limit")]

use std::net::{Ipv4Addr, TcpStream};
use std::time::{Duration, Instant};

use serde_json::{Map, Value};
use tungstenite::protocol::WebSocketConfig;
use tungstenite::{Error, Message, WebSocket};

/// The largest answer taken, in bytes; PDFs come in small pieces.
const LARGEST: usize = 64 << 20;

/// Why the browser did not do what it was asked.
#[derive(Debug)]
pub enum Fault {
    /// It did not answer in time.
    Silent,
    /// It is gone, or said what nobody understands.
    Gone(String),
    /// It refused.
    Refused(String),
}

/// When the browser must have answered.
#[derive(Debug, Clone, Copy)]
pub struct Deadline(Instant);

impl Deadline {
    /// So long from now.
    pub fn after(limit: Duration) -> Self {
        Self(Instant::now() + limit)
    }

    /// What is left of it; [`Fault::Silent`] when nothing is.
    pub fn left(self) -> Result<Duration, Fault> {
        let left = self.0.saturating_duration_since(Instant::now());
        if left.is_zero() { Err(Fault::Silent) } else { Ok(left) }
    }
}

/// Where a browser listens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    pub port: u16,
    pub path: String,
}

/// One line to the browser.
pub struct Client {
    socket: WebSocket<TcpStream>,
    asked: u64,
    /// Pages that were loaded, by the name the browser gave the loading.
    loaded: Vec<String>,
}

impl Client {
    /// Calls the browser.
    pub fn connect(address: &Address, deadline: Deadline) -> Result<Self, Fault> {
        let gone = |error: std::io::Error| Fault::Gone(error.to_string());
        let there = (Ipv4Addr::LOCALHOST, address.port);
        let stream = TcpStream::connect(there).map_err(gone)?;
        stream.set_nodelay(true).map_err(gone)?;
        stream.set_read_timeout(Some(deadline.left()?)).map_err(gone)?;
        let url = format!("ws://127.0.0.1:{}{}", address.port, address.path);
        let limits = WebSocketConfig::default().max_message_size(Some(LARGEST)).max_frame_size(Some(LARGEST));
        let (socket, _) = tungstenite::client::client_with_config(url, stream, Some(limits))
            .map_err(|error| Fault::Gone(error.to_string()))?;
        Ok(Self { socket, asked: 0, loaded: Vec::new() })
    }

    /// Asks the browser, or one of its tabs, to do something and waits for the answer.
    pub fn call(&mut self, tab: Option<&str>, method: &str, params: Value, deadline: Deadline) -> Result<Value, Fault> {
        let id = self.send(tab, method, params)?;
        loop {
            let mut message = self.read(deadline)?;
            if message.get("id").and_then(Value::as_u64) != Some(id) {
                self.note(&message);
                continue;
            }
            return match message.get("error") {
                None => Ok(message.get_mut("result").map(Value::take).unwrap_or_default()),
                Some(error) => Err(Fault::Refused(text(error, "message"))),
            };
        }
    }

    /// Asks without waiting.
    pub fn send(&mut self, tab: Option<&str>, method: &str, params: Value) -> Result<u64, Fault> {
        self.asked += 1;
        let mut message = Map::from_iter([("id".to_owned(), self.asked.into()), ("method".to_owned(), method.into())]);
        message.insert("params".to_owned(), params);
        message.extend(tab.map(|tab| ("sessionId".to_owned(), tab.into())));
        let message = Value::Object(message).to_string();
        self.socket.send(Message::text(message)).map_err(fault)?;
        Ok(self.asked)
    }

    /// Waits until a page is loaded with all it shows.
    pub fn wait_for_load(&mut self, loader: &str, deadline: Deadline) -> Result<(), Fault> {
        while !self.loaded.iter().any(|loaded| loaded == loader) {
            let message = self.read(deadline)?;
            self.note(&message);
        }
        self.loaded.clear();
        Ok(())
    }

    /// Keeps of an event what is waited for.
    fn note(&mut self, event: &Value) {
        let Some(params) = event.get("params") else { return };
        if text(event, "method") == "Page.lifecycleEvent" && text(params, "name") == "load" {
            self.loaded.push(text(params, "loaderId"));
        }
    }

    fn read(&mut self, deadline: Deadline) -> Result<Value, Fault> {
        loop {
            let left = deadline.left()?;
            self.socket.get_ref().set_read_timeout(Some(left)).map_err(|error| Fault::Gone(error.to_string()))?;
            if let Message::Text(text) = self.socket.read().map_err(fault)? {
                return serde_json::from_str(&text).map_err(|error| Fault::Gone(error.to_string()));
            }
        }
    }
}

/// A text field of an answer; empty when it is not there.
pub fn text(value: &Value, name: &str) -> String {
    value.get(name).and_then(Value::as_str).unwrap_or_default().to_owned()
}

fn fault(error: Error) -> Fault {
    match error {
        Error::Io(error) if matches!(error.kind(), std::io::ErrorKind::WouldBlock | std::io::ErrorKind::TimedOut) => {
            Fault::Silent
        }
        error => Fault::Gone(error.to_string()),
    }
}
