//! Writes what a built library offers to the apps: names and signatures as Kotlin and Swift have them, sorted, without
//! documentation. `cargo xtask surface` compares it with `bindings/surface.txt`, so that a change of what apps are built
//! on is seen in review. What begins with "probe" is left out: only the boundary's tests call it, and no app has it.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;

use uniffi_bindgen::macro_metadata::extract_from_bytes;
use uniffi_meta::{
    EnumMetadata, FieldMetadata, FnParamMetadata, Metadata, ObjectImpl, RecordMetadata, Type, UniffiTraitMetadata,
};

fn main() -> Result<(), Box<dyn Error>> {
    let library = std::env::args_os().nth(1).ok_or("which library?")?;
    let mut surface = Surface::default();
    for item in extract_from_bytes(&std::fs::read(library)?)? {
        surface.add(item);
    }
    print!("{}", surface.text());
    Ok(())
}

/// Each thing's first line, with the lines below it.
#[derive(Default)]
struct Surface {
    kinds: BTreeMap<String, String>,
    members: BTreeMap<String, BTreeSet<String>>,
    data: BTreeMap<String, Vec<String>>,
    functions: BTreeSet<String>,
}

impl Surface {
    fn add(&mut self, item: Metadata) {
        match item {
            Metadata::Namespace(_) | Metadata::UdlFile(_) => {}
            Metadata::Func(function) if is_probe(&function.name) => {}
            Metadata::Func(function) => {
                let line = signature(&function.name, &function.inputs, function.return_type.as_ref());
                self.functions
                    .insert(asynchronous(function.is_async, "func") + &line + &throws(function.throws.as_ref()));
            }
            Metadata::Constructor(made) => {
                let line = signature(&made.name, &made.inputs, None);
                let line = asynchronous(made.is_async, "init") + &line + &throws(made.throws.as_ref());
                self.member(made.self_name, line);
            }
            Metadata::Method(method) => {
                let line = signature(&method.name, &method.inputs, method.return_type.as_ref());
                let line = asynchronous(method.is_async, "func") + &line + &throws(method.throws.as_ref());
                self.member(method.self_name, line);
            }
            Metadata::TraitMethod(method) => {
                let line = signature(&method.name, &method.inputs, method.return_type.as_ref());
                let line = asynchronous(method.is_async, "func") + &line + &throws(method.throws.as_ref());
                self.member(method.trait_name, line);
            }
            Metadata::UniffiTrait(of) => {
                let name = match of {
                    UniffiTraitMetadata::Debug { .. } => "Debug",
                    UniffiTraitMetadata::Display { .. } => "Display",
                    UniffiTraitMetadata::Eq { .. } => "Eq",
                    UniffiTraitMetadata::Hash { .. } => "Hash",
                    UniffiTraitMetadata::Ord { .. } => "Ord",
                };
                self.member(of.self_name().to_owned(), format!("is {name}"));
            }
            Metadata::ObjectTraitImpl(of) => {
                self.member(name_of(&of.ty), format!("is {}", name_of(&of.trait_ty)));
            }
            Metadata::Object(object) => {
                let kind = match object.imp {
                    ObjectImpl::Struct => "object",
                    ObjectImpl::Trait(kind) if kind.has_foreign() => "protocol",
                    ObjectImpl::Trait(_) => "interface",
                };
                self.kinds.insert(object.name, kind.to_owned());
            }
            Metadata::CallbackInterface(interface) => {
                self.kinds.insert(interface.name, "protocol".to_owned());
            }
            Metadata::CustomType(custom) => {
                self.kinds.insert(custom.name, format!("text form of {}", name_of(&custom.builtin)));
            }
            Metadata::Record(record) => self.record(record),
            Metadata::Enum(choice) => self.choice(choice),
        }
    }

    fn member(&mut self, of: String, line: String) {
        self.members.entry(of).or_default().insert(line);
    }

    fn record(&mut self, record: RecordMetadata) {
        self.kinds.insert(record.name.clone(), "record".to_owned());
        self.data.insert(record.name, record.fields.iter().map(field).collect());
    }

    fn choice(&mut self, choice: EnumMetadata) {
        let kind = if choice.shape.is_error() { "error" } else { "enum" };
        self.kinds.insert(choice.name.clone(), kind.to_owned());
        let variants = choice.variants.iter().map(|variant| {
            let fields: Vec<String> = variant.fields.iter().map(field).collect();
            if fields.is_empty() {
                variant.name.clone()
            } else {
                format!("{} {{ {} }}", variant.name, fields.join(", "))
            }
        });
        self.data.insert(choice.name, variants.collect());
    }

    fn text(&self) -> String {
        let mut lines: Vec<String> = self.functions.iter().cloned().collect();
        for (name, kind) in self.kinds.iter().filter(|(name, _)| !is_probe(name)) {
            lines.extend([String::new(), format!("{kind} {name}")]);
            // In the order of the declaration: constructors take the fields in it.
            let of_data = self.data.get(name).into_iter().flatten();
            let of_members = self.members.get(name).into_iter().flatten();
            lines.extend(of_data.chain(of_members).map(|line| format!("    {line}")));
        }
        lines.join("\n") + "\n"
    }
}

fn is_probe(name: &str) -> bool {
    name.to_lowercase().starts_with("probe")
}

fn asynchronous(is_async: bool, word: &str) -> String {
    if is_async { format!("async {word} ") } else { format!("{word} ") }
}

fn throws(error: Option<&Type>) -> String {
    error.map(|error| format!(" throws {}", name_of(error))).unwrap_or_default()
}

fn signature(name: &str, inputs: &[FnParamMetadata], gives: Option<&Type>) -> String {
    let inputs: Vec<String> =
        inputs.iter().map(|input| format!("{}: {}", camel(&input.name), name_of(&input.ty))).collect();
    let gives = gives.map(|of| format!(" -> {}", name_of(of))).unwrap_or_default();
    format!("{}({}){gives}", camel(name), inputs.join(", "))
}

fn field(field: &FieldMetadata) -> String {
    let default = if field.default.is_some() { " = …" } else { "" };
    format!("{}: {}{default}", camel(&field.name), name_of(&field.ty))
}

fn name_of(of: &Type) -> String {
    match of {
        Type::Optional { inner_type } => format!("{}?", name_of(inner_type)),
        Type::Sequence { inner_type } => format!("[{}]", name_of(inner_type)),
        Type::Set { inner_type } => format!("set of {}", name_of(inner_type)),
        Type::Map { key_type, value_type } => format!("[{}: {}]", name_of(key_type), name_of(value_type)),
        Type::Box { inner_type } => name_of(inner_type),
        named => named.name().map_or_else(|| format!("{named:?}"), str::to_owned),
    }
}

/// `time_zone` is `timeZone` in Kotlin and Swift.
fn camel(name: &str) -> String {
    let mut camel = String::with_capacity(name.len());
    let mut capital = false;
    for letter in name.chars() {
        if letter == '_' && !camel.is_empty() {
            capital = true;
        } else if capital {
            camel.extend(letter.to_uppercase());
            capital = false;
        } else {
            camel.push(letter);
        }
    }
    camel
}
