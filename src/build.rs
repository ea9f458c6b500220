//! Prepares what ships inside the binary, so that the program starts without parsing it.

#[path = "build/keymap.rs"]
mod keymap;
#[path = "build/library.rs"]
mod library;
#[path = "build/sample.rs"]
mod sample;

fn main() {
    println!("cargo::rerun-if-changed=assets");
    println!("cargo::rerun-if-changed=src/build.rs");
    println!("cargo::rerun-if-changed=src/build");
    keymap::prepare();
    library::prepare();
    sample::prepare();
}
