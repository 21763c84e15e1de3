import Foundation
import GatepassBindings
import XCTest

/// How time crosses: instants, civil times, and what clocks show.
final class TimeTests: XCTestCase {
    private struct Case: Decodable {
        let about: String
        let milliseconds: Int64
        let text: String
        let local: [String: String]

        var instant: Date { Date(timeIntervalSince1970: Double(milliseconds) / 1000) }
    }

    private func cases() throws -> [Case] {
        // BoundaryTests, Tests, ios, the project.
        let top = (0..<4).reduce(URL(fileURLWithPath: #filePath)) { url, _ in url.deletingLastPathComponent() }
        let file = top.appendingPathComponent("fixtures/boundary/times.json")
        return try JSONDecoder().decode([Case].self, from: Data(contentsOf: file))
    }

    func testInstants() throws {
        for one in try cases() {
            let back = try probeInstant(at: one.instant)
            // A `Date` is a floating point number of seconds: never held for equal.
            XCTAssertLessThan(abs(back.timeIntervalSince(one.instant)), 0.000_01, one.about)
            XCTAssertEqual(try probeInstantText(at: one.instant), one.text, one.about)
        }
    }

    func testCivilTimes() throws {
        for minute in ["1950-06-15T00:00", "2026-03-08T02:30", "2028-02-29T23:59"] {
            let (date, time) = (String(minute.prefix(10)), String(minute.suffix(5)))
            for value: FieldValue in [.moment(at: minute), .date(date: date), .time(time: time)] {
                let event = WizardEvent.set(field: .startsAt, value: value)
                XCTAssertEqual(try probeEvent(event: event), event)
            }
        }
    }

    func testZones() throws {
        for one in try cases() {
            for (zone, local) in one.local {
                XCTAssertEqual(try probeLocal(at: one.instant, timeZone: zone), local, "\(one.about), \(zone)")
                let clock = DateFormatter()
                clock.locale = Locale(identifier: "en_US_POSIX")
                clock.timeZone = try XCTUnwrap(TimeZone(identifier: zone))
                clock.dateFormat = "yyyy-MM-dd'T'HH:mm"
                XCTAssertEqual(clock.string(from: one.instant), local, "\(one.about), \(zone)")
            }
        }
        XCTAssertThrowsError(try probeLocal(at: Date(), timeZone: "Middle/Earth")) { error in
            guard case .Internal? = error as? GatepassError else { return XCTFail("\(error)") }
        }
    }
}
