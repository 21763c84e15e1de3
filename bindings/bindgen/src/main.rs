//! Writes the Swift, Kotlin and Python halves of the bindings from the built library. A crate of its own, so that the
//! generator is not built into the apps. `cargo xtask bindings` calls it.

fn main() {
    uniffi::uniffi_bindgen_main();
}
