//! Prepares what ships inside the binary, so that the program starts without parsing it.

#[path = "build/keymap.rs"]
mod keymap;
#[path = "build/library.rs"]
mod library;

fn main() {
    println!("cargo::rerun-if-changed=assets");
    println!("cargo::rerun-if-changed=src/build.rs");
    println!("cargo::rerun-if-changed=src/build");
    keymap::prepare();
    library::prepare();
}
