// A C target needs a source; the library itself is written in Rust.
