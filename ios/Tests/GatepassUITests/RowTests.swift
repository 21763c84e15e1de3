// The golden rows of fixtures/app/rows.json, which are what the core says: each is drawn, all of it and nothing else.

#if os(Linux)
    import Foundation
    import GatepassKit
    import SwiftUI
    import Testing

    @testable import GatepassUI

    @MainActor
    struct RowTests {
        let words = Words.of("en")

        @Test func everyRowSaysAndOffersWhatTheCoreSays() throws {
            let rows = try GoldenRow.all()
            #expect(rows.count > 20)
            for golden in rows {
                let (row, moments) = (try golden.row, moments)
                let phone = PhoneInHand(screen(showing: row))
                let drawn = try #require(phone.nodes.first { $0.identifier == "pass.row" }, "\(golden.pass)")
                var said = [row.name, row.state.phrase(in: words, moments)]
                said += row.badges.map { RowMark($0, in: words).text }
                said += row.usesLeft.map { [words.say(.passesUsesLeft(count: $0))] } ?? []
                #expect(drawn.spokenLabel == said.joined(separator: ", "), "\(golden.pass)")
                #expect(drawn.menuItems.map(\.spokenLabel) == row.actions.map { $0.name(in: words) }, "\(golden.pass)")
                let swiped = drawn.swipeActions.map(\.spokenLabel)
                #expect(Set(swiped).isSubset(of: row.actions.map { $0.name(in: words) }), "\(golden.pass)")
                phone.close()
            }
        }

        @Test func everyPassOffersAndNotesWhatTheCoreSays() throws {
            for golden in try GoldenRow.all() {
                let (row, notes) = (try golden.row, try golden.passNotes)
                let phone = PhoneInHand(page(showing: row, notes: notes))
                #expect(phone.shows("pass.share") == row.offers(.share), "\(golden.pass)")
                #expect(phone.find("pass.edit")?.isEnabled == row.offers(.edit), "\(golden.pass)")
                #expect(phone.shows("pass.delete") == row.offers(.delete), "\(golden.pass)")
                #expect(phone.shows("pass.undo") == row.offers(.undoDelete), "\(golden.pass)")
                #expect(phone.shows("pass.retry") == row.offers(.retry), "\(golden.pass)")
                #expect(phone.shows("pass.discard") == row.offers(.discard), "\(golden.pass)")
                #expect(phone.says(words.pass.overText) == notes.contains(.over), "\(golden.pass)")
                #expect(phone.says(words.pass.waitingText) == notes.contains(.waiting), "\(golden.pass)")
                #expect(phone.says(words.pass.notOnServerText) == notes.contains(.notOnServer), "\(golden.pass)")
                phone.close()
            }
        }

        private var session: Session {
            let homes = SampleHomes(language: "en")
            return homes.session(with: [homes.elm])
        }

        private var moments: Moments { session.moments(in: "America/New_York") }

        private func screen(showing row: PassRow) -> some View {
            let list = PassList(
                rows: [row], more: false, hints: ListHints(offersNew: true, hindrance: nil, empty: nil))
            let sync = SyncState(phase: .idle, waiting: 0, stuck: 0, lastSynced: nil, note: nil)
            let session = session
            return NavigationStack { PassesScreen(model: PassesModel(session, showing: list, sync: sync)) }
                .speaking(session)
        }

        private func page(showing row: PassRow, notes: [PassNote]) -> some View {
            let details = PassDetails(
                row: row, notes: notes, kind: .fullDay, comment: "", validity: "All day", openings: [], used: 0,
                limit: nil, perDay: nil, doors: [], identifiers: [], notEditableBecause: nil,
                createdAt: SampleClock.days(-3))
            let session = session
            let model = PassModel(session, row.pass, showing: .shown(details), qr: nil, entries: [])
            return NavigationStack { PassScreen(model: model) }.speaking(session)
        }
    }

    /// A row of the file.
    private struct GoldenRow: Decodable {
        struct State: Decodable {
            let `is`: String
            let at: Date?
            let until: Date?
        }

        let pass: String
        let state: State
        let usesLeft: UInt32?
        let badges: [String]
        let actions: [String]
        let notes: [String]

        static func all() throws -> [GoldenRow] {
            let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
                .appendingPathComponent("../../../fixtures/app/rows.json").standardized
            let decoder = JSONDecoder()
            decoder.keyDecodingStrategy = .convertFromSnakeCase
            decoder.dateDecodingStrategy = .iso8601
            return try decoder.decode([GoldenRow].self, from: Data(contentsOf: file))
        }

        var row: PassRow {
            get throws {
                PassRow(
                    pass: PassRef(profile: "1", pass: pass), name: pass, guest: .guest, state: try rowState,
                    timeZone: "America/New_York", usesLeft: usesLeft, badges: try badges.map(Self.badge),
                    actions: try actions.map(Self.action))
            }
        }

        var passNotes: [PassNote] {
            get throws { try notes.map(Self.note) }
        }

        private var rowState: RowState {
            get throws {
                switch state.is {
                case "open": .open(until: try #require(state.until))
                case "opens": .opens(at: try #require(state.at))
                case "opens_again": .opensAgain(at: try #require(state.at))
                case "used_up": .usedUp
                case "expired": .expired
                case "revoked": .revoked(at: try #require(state.at))
                default: throw Unknown(name: state.is)
                }
            }
        }

        private static func badge(_ name: String) throws -> Badge {
            switch name {
            case "stuck": .stuck
            case "not_on_server": .notOnServer
            case "visiting": .visiting
            case "last_use": .lastUse
            case "courier": .courier
            case "one_time": .oneTime
            default: throw Unknown(name: name)
            }
        }

        private static func action(_ name: String) throws -> PassAction {
            switch name {
            case "share": .share
            case "edit": .edit
            case "delete": .delete
            case "undo_delete": .undoDelete
            case "retry": .retry
            case "discard": .discard
            default: throw Unknown(name: name)
            }
        }

        private static func note(_ name: String) throws -> PassNote {
            switch name {
            case "refused": .refused(text: "Too far ahead.")
            case "not_on_server": .notOnServer
            case "waiting": .waiting
            case "deleted_here": .deletedHere
            case "over": .over
            default: throw Unknown(name: name)
            }
        }
    }

    /// The core says something that this suite has not heard of.
    private struct Unknown: Error {
        let name: String
    }
#endif
