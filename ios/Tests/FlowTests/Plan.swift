// What the resident fills in, wherever the wizard asks for it.

import Foundation
import SwiftUI

@MainActor
struct Plan: CustomStringConvertible {
    enum Wish {
        /// This one of a list.
        case only(String)
        /// Exactly these of a list of ids.
        case exactly([String], of: [String])
        /// Exactly these of a list, by their words.
        case exactlyNamed([String], of: [String])
        case type(String, String)
        /// A wall time, `14:20`.
        case time(String, String)
        /// Days after the day that is offered.
        case later(String, Int)
        case limit(String, Int)
    }
    private var wishes: [Wish]
    init(_ wishes: [Wish]) { self.wishes = wishes }

    var isDone: Bool { wishes.isEmpty }
    nonisolated var description: String { MainActor.assumeIsolated { "\(wishes)" } }

    /// Does what this step has fields for.
    mutating func fillIn(_ phone: PhoneInHand) async throws {
        var left: [Wish] = []
        for wish in wishes where try await !fulfil(wish, phone) { left.append(wish) }
        wishes = left
    }

    private func fulfil(_ wish: Wish, _ phone: PhoneInHand) async throws -> Bool {
        switch wish {
        case .only(let id):
            guard phone.shows("choice.\(id)") else { return false }
            try phone.tap("choice.\(id)")
            try await phone.wait("\(id) to be chosen") { $0.isChosen(id: id) }
        case .exactly(let ids, let all):
            guard all.contains(where: { phone.shows("choice.\($0)") }) else { return false }
            for id in all where phone.isChosen(id: id) != ids.contains(id) {
                try phone.tap("choice.\(id)")
                try await phone.wait("\(id) to change") { $0.isChosen(id: id) == ids.contains(id) }
            }
        case .exactlyNamed(let names, let all):
            guard all.allSatisfy({ phone.find(choiceNamed: $0) != nil }) else { return false }
            for name in all where phone.isChosen(named: name) != names.contains(name) {
                try phone.tap("choice.", saying: name)
                try await phone.wait("“\(name)” to change") { $0.isChosen(named: name) == names.contains(name) }
            }
        case .type(let field, let text):
            guard phone.shows(field) else { return false }
            try phone.fill(field, text)
        case .time(let field, let time):
            guard phone.shows(field) else { return false }
            let date = try Date("2001-01-01T\(time):00Z", strategy: .iso8601)
            try phone.pick(field, date)
            try await phone.wait("\(field) at \(time)") { $0.find(field)?.value?.contains("T\(time):") == true }
        case .later(let field, let days):
            guard let offered = phone.find(field)?.value else { return false }
            let wanted = try Date(offered, strategy: .iso8601).addingTimeInterval(Double(days) * 86_400)
            try phone.pick(field, wanted)
            try await phone.wait("\(field) \(days) days later") { $0.find(field)?.value == wanted.formatted(.iso8601) }
        case .limit(let field, let count):
            guard phone.shows("\(field).unlimited") || phone.shows(field) else { return false }
            if phone.find("\(field).unlimited")?.value == "1" { try phone.turn("\(field).unlimited", on: false) }
            try await phone.wait(for: field)
            while let value = phone.find(field)?.value, let now = Int(value), now != count {
                try phone.step(field, by: (count - now).signum())
                try await phone.wait("\(field) to move") { $0.find(field)?.value != value }
            }
        }
        return true
    }
}

extension PhoneInHand {
    fileprivate func isChosen(id: String) -> Bool { find("choice.\(id)")?.traits.contains(.isSelected) == true }

    fileprivate func isChosen(named name: String) -> Bool {
        find(choiceNamed: name)?.traits.contains(.isSelected) == true
    }

    fileprivate func find(choiceNamed name: String) -> Node? {
        nodes.first { node in
            node.identifier.hasPrefix("choice.") && node.visible.contains { $0.label == name }
        }
    }
}
