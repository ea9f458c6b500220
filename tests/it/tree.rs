//! The tree of dependencies: nothing in it speaks over a network.

/// Crates that open connections, or exist to.
const NETWORK: [&str; 22] = [
    "hyper",
    "reqwest",
    "ureq",
    "curl",
    "curl-sys",
    "isahc",
    "surf",
    "attohttpc",
    "minreq",
    "tokio",
    "async-std",
    "smol",
    "rustls",
    "native-tls",
    "openssl",
    "openssl-sys",
    "quinn",
    "h2",
    "tungstenite",
    "websocket",
    "socket2",
    "trust-dns-resolver",
];

#[test]
fn no_crate_of_the_tree_opens_a_connection() {
    let lock = include_str!("../../Cargo.lock");
    let names: Vec<&str> = lock
        .lines()
        .filter_map(|l| l.strip_prefix("name = \"")?.strip_suffix('"'))
        .collect();
    assert!(names.contains(&"ratatui"), "the lock file is read");
    let found: Vec<&&str> = names.iter().filter(|n| NETWORK.contains(n)).collect();
    assert!(found.is_empty(), "network crates: {found:?}");
}

#[test]
fn no_source_file_opens_a_socket() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut folders = vec![root];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).expect("src can be read") {
            let path = entry.expect("src can be read").path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = std::fs::read_to_string(&path).expect("a source file is text");
            for word in [
                "std::net",
                "TcpStream",
                "UdpSocket",
                "UnixStream",
                "UnixListener",
            ] {
                assert!(!text.contains(word), "{} names {word}", path.display());
            }
        }
    }
}
