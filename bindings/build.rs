//! How the library is linked. Here and not in a configuration of cargo, because flags in the environment would replace
//! those without a word.

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    let target = |part: &str| std::env::var(format!("CARGO_CFG_TARGET_{part}")).unwrap_or_default();
    let arguments: &[&str] = match (target("OS").as_str(), target("ENV").as_str()) {
        // Phones with pages of 16 KiB load nothing that is aligned to less (developer.android.com, "Support 16 KB page
        // sizes"). The table of time zones is full of pointers; packed relocations, which Android reads since version 6,
        // make it a third smaller.
        ("android", _) => &["-Wl,-z,max-page-size=16384", "-Wl,--pack-dyn-relocs=android"],
        // The same for measuring on this machine.
        ("linux", "gnu") => &["-Wl,-z,pack-relative-relocs"],
        _ => &[],
    };
    for argument in arguments {
        println!("cargo::rustc-link-arg-cdylib={argument}");
    }
}
