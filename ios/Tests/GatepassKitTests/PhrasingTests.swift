// Dates, times and states in words.

import Foundation
import GatepassKit
import Testing

struct WallClockTests {
    @Test(arguments: [
        "2026-11-22T14:20", "2027-03-14T02:30", "2026-11-01T01:30", "2028-02-29T00:00", "2026-12-31T23:59",
    ])
    func whatIsPickedIsWhatIsSent(moment: LocalMinute) throws {
        // Also the time that New York skips, and the one it has twice.
        let date = try #require(WallClock.date(moment: moment))
        #expect(WallClock.moment(date) == moment)
        let parts = moment.split(separator: "T").map(String.init)
        #expect(WallClock.day(try #require(WallClock.date(day: parts[0]))) == parts[0])
        #expect(WallClock.time(try #require(WallClock.date(time: parts[1]))) == parts[1])
    }

    @Test func whatIsNoDateIsNone() {
        #expect(WallClock.date(moment: "soon") == nil)
        #expect(WallClock.date(day: "") == nil)
    }

    @Test func aRangeTheWrongWayRoundIsNone() throws {
        let early = try #require(WallClock.date(day: "2026-11-22"))
        let late = try #require(WallClock.date(day: "2026-11-23"))
        #expect(WallClock.range(early, late) == early...late)
        #expect(WallClock.range(late, early) == nil)
        #expect(WallClock.range(nil, late) == nil)
    }
}

struct MomentsTests {
    private static let english = Words.of("en")
    // Not stored in the suite: Swift 6.0 on Linux crashes copying so large a suite to the thread that runs it.
    private var words: Words { Self.english }

    private func moments(_ timeZone: String, locale: String = "en_GB") -> Moments {
        Moments(locale: Locale(identifier: locale), timeZone: timeZone, words: words)
    }

    @Test func timesAreOnTheClockOfTheBuilding() {
        let date = Date(timeIntervalSince1970: 1_795_548_600)
        #expect(moments("America/New_York").time(date) == "14:30")
        #expect(moments("Asia/Kathmandu").time(date) == "01:15")
    }

    @Test func thePlaceIsSaidWhereThePhoneHasAnotherClock() {
        let date = Date(timeIntervalSince1970: 1_795_548_600)
        let here = TimeZone.current.identifier
        #expect(!moments(here).moment(date).contains("time"))
        let there = TimeZone.current.secondsFromGMT(for: date) == 20_700 ? "America/New_York" : "Asia/Kathmandu"
        let place = there == "Asia/Kathmandu" ? "Kathmandu" : "New York"
        #expect(moments(there).moment(date).hasSuffix("\(place) time"))
    }

    @Test func daysAreNamedByTheirDistance() throws {
        let moments = moments(TimeZone.current.identifier)
        #expect(moments.day(Date()) == words.common.today)
        let yesterday = try #require(Calendar(identifier: .gregorian).date(byAdding: .day, value: -1, to: Date()))
        #expect(moments.day(yesterday) == words.common.yesterday)
        #expect(moments.day(Date(timeIntervalSince1970: 1_795_548_600)).contains("2026"))
    }

    @Test func aStretchNamesItsDayOnce() {
        let from = Date(timeIntervalSince1970: 1_795_548_600)
        let text = moments("America/New_York").stretch(from: from, to: from.addingTimeInterval(3600))
        #expect(text.contains("14:30") && text.contains("15:30"), "\(text)")
        #expect(text.components(separatedBy: "24").count == 2, "\(text)")
    }
}

struct PhrasingTests {
    private static let english = Words.of("en")
    // Not stored in the suite: Swift 6.0 on Linux crashes copying so large a suite to the thread that runs it.
    private var words: Words { Self.english }
    let opening = PassOpening(
        from: Date(timeIntervalSince1970: 1_795_548_600), to: Date(timeIntervalSince1970: 1_795_552_200))

    private func row(_ status: Status, opening: PassOpening? = nil, left: UInt32? = nil, badges: [Badge] = [])
        -> PassRow
    {
        PassRow(
            pass: PassRef(profile: "1", pass: "1"), name: "Dog walker", guest: .guest, kind: .custom, status: status,
            opening: opening, timeZone: "America/New_York", used: 0, limit: left, perDay: nil, left: left,
            identifiers: [.qr], badges: badges, sync: .synced,
            createdAt: opening?.from ?? Date(timeIntervalSince1970: 0))
    }

    @Test func everyStatusHasItsSentence() {
        let moments = Moments(locale: Locale(identifier: "en_GB"), timeZone: "America/New_York", words: words)
        func says(_ status: Status, _ opening: PassOpening? = nil) -> String {
            row(status, opening: opening).state(in: words, moments)
        }
        #expect(says(.open, opening) == words.say(.passesOpenUntil(time: moments.moment(opening.to))))
        #expect(says(.scheduled, opening) == words.say(.passesOpensAt(time: moments.moment(opening.from))))
        #expect(says(.betweenWindows, opening) == words.say(.passesNextOpening(time: moments.moment(opening.from))))
        #expect(says(.usedUp) == words.passes.usedUp)
        #expect(says(.expired) == words.passes.expired)
        #expect(says(.revoked) == words.passes.revoked)
    }

    @Test func usesAreCountedWhereTheyAreLimitedAndNothingElseSaysSo() {
        #expect(row(.open, left: 3).usesLeft(in: words) == words.say(.passesUsesLeft(count: 3)))
        #expect(row(.open).usesLeft(in: words) == nil)
        #expect(row(.open, left: 1, badges: [.lastUse]).usesLeft(in: words) == nil)
    }

    @Test func theLineAboveTheListSaysTheWorstFirst() {
        func line(_ phase: SyncPhase, waiting: UInt32 = 0, stuck: UInt32 = 0) -> String? {
            SyncState(phase: phase, waiting: waiting, stuck: stuck, lastSynced: nil).line(in: words)
        }
        #expect(line(.idle) == nil)
        #expect(line(.running, waiting: 2) == words.say(.passesWaiting(count: 2)))
        #expect(line(.offline) == words.passes.offline)
        #expect(line(.offline, waiting: 2) == words.say(.passesOfflineWaiting(count: 2)))
        #expect(line(.failed(reason: ""), waiting: 2) == words.passes.serverTrouble)
        #expect(line(.offline, waiting: 2, stuck: 1) == words.say(.passesStuck(count: 1)))
    }
}
