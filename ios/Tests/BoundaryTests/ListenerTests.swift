import Foundation
import GatepassBindings
import XCTest

/// How listeners are called: the part of fixtures/boundary/checks.txt that begins with "listener".
final class ListenerTests: XCTestCase {
    func testListenerAtOnce() async throws {
        try await Home.with { home in
            let told = Lists()
            let subscription = try home.app.observePasses(query: Home.all, listener: told)
            try await until("the first list") { !told.sizes.isEmpty }
            XCTAssertEqual(told.sizes, [3])
            XCTAssertFalse(told.wasOnMainThread)
            subscription.cancel()
        }
    }

    func testListenerOrder() async throws {
        try await Home.with { home in
            let told = Lists()
            let subscription = try home.app.observePasses(query: Home.all, listener: told)
            for _ in 0..<20 { try await home.makePass() }
            try await until("the last list") { told.sizes.last == 23 }
            XCTAssertEqual(told.sizes, told.sizes.sorted())
            subscription.cancel()
        }
    }

    func testListenerLatest() async throws {
        try await Home.with { home in
            let goOn = DispatchSemaphore(value: 0)
            let told = Lists { goOn.wait() }
            let subscription = try home.app.observePasses(query: Home.all, listener: told)
            try await until("the first list") { !told.sizes.isEmpty }
            for _ in 0..<10 { try await home.makePass() }
            XCTAssertEqual(told.sizes, [3], "it is still busy with the first")
            for _ in 0..<10 { goOn.signal() }
            try await until("the last list") { told.sizes.last == 13 }
            XCTAssertEqual(told.sizes, [3, 13])
            subscription.cancel()
        }
    }

    func testListenerThrows() async throws {
        try await Home.with { home in
            let told = Lists { throw CocoaError(.fileNoSuchFile) }
            let subscription = try home.app.observePasses(query: Home.all, listener: told)
            try await until("the first list") { !told.sizes.isEmpty }
            try await home.makePass()
            try await until("the second list") { told.sizes.last == 4 }
            subscription.cancel()
        }
    }

    func testListenerCancelled() async throws {
        try await Home.with { home in
            let told = Lists()
            let still = Lists()
            let subscription = try home.app.observePasses(query: Home.all, listener: told)
            let other = try home.app.observePasses(query: Home.all, listener: still)
            try await until("the first lists") { !told.sizes.isEmpty && !still.sizes.isEmpty }
            subscription.cancel()
            subscription.cancel()
            let calls = told.sizes.count
            for _ in 0..<5 { try await home.makePass() }
            try await until("what the other is told") { still.sizes.last == 8 }
            XCTAssertLessThanOrEqual(told.sizes.count, calls + 1)
            other.cancel()
        }
    }
}
