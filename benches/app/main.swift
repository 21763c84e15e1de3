// What `gatepass-bench app` starts anew for every round: how long until an app has its first list, and what does one step of
// the wizard cost, seen from Swift? The same as First.kt and src/app/once.rs. Compiled together with the generated bindings.

import Foundation

final class Vault: SecretVault {
    func get(name: String) throws -> Data? { nil }
    func set(name: String, secret: Data) throws {}
    func remove(name: String) throws {}
}

final class Phone: Platform {
    func locales() throws -> [String] { ["en"] }
    func deviceName() throws -> String { "A phone" }
    func timeZone() throws -> String? { nil }
}

func microseconds(since begun: DispatchTime) -> UInt64 {
    (DispatchTime.now().uptimeNanoseconds - begun.uptimeNanoseconds) / 1000
}

let (folder, steps) = (CommandLine.arguments[1], Int(CommandLine.arguments[2])!)
let begun = DispatchTime.now()
let config = Config(folder: folder, language: "en", allowPlainHttp: false)
let app = try await Gatepass.open(config: config, vault: Vault(), platform: Phone())
let list = try await app.passes(query: PassQuery(profile: nil, half: .all, search: "", limit: 1000))
print("FIRST \(microseconds(since: begun)) \(list.rows.count)")

let draft = try await app.startWizard(profile: nil).draft
_ = try await app.sendWizard(draft: draft, event: .set(field: .typeOfPass, value: .choice(id: "full_day")))
_ = try await app.sendWizard(draft: draft, event: .next)
for step in 0..<steps {
    let before = DispatchTime.now()
    let screen = try await app.sendWizard(draft: draft, event: .set(field: .name, value: .text(text: "Guest \(step)")))
    let took = microseconds(since: before)
    precondition(screen.rejected == nil, "the wizard refused a name: \(screen.rejected ?? "")")
    print("STEP \(took)")
}
