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

    @Test func daysAreNamedAsTheCoreCallsThem() {
        let moments = moments("America/New_York")
        func day(_ called: DayName) -> String {
            moments.day(EntryDay(date: "2026-11-24", called: called), of: Date(timeIntervalSince1970: 1_795_548_600))
        }
        #expect(day(.today) == words.common.today)
        #expect(day(.yesterday) == words.common.yesterday)
        #expect(day(.dated).contains("24") && day(.dated).contains("2026"))
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
    let at = Date(timeIntervalSince1970: 1_795_548_600)

    @Test func everyStateHasItsSentence() {
        let moments = Moments(locale: Locale(identifier: "en_GB"), timeZone: "America/New_York", words: words)
        func says(_ state: RowState) -> String { state.phrase(in: words, moments) }
        #expect(says(.open(until: at)) == words.say(.passesOpenUntil(time: moments.moment(at))))
        #expect(says(.opens(at: at)) == words.say(.passesOpensAt(time: moments.moment(at))))
        #expect(says(.opensAgain(at: at)) == words.say(.passesNextOpening(time: moments.moment(at))))
        #expect(says(.usedUp) == words.passes.usedUp)
        #expect(says(.expired) == words.passes.expired)
        #expect(says(.revoked(at: at)) == words.passes.revoked)
        let deleted = words.say(.passRevokedAt(time: moments.moment(at)))
        #expect(RowState.revoked(at: at).sentence(in: words, moments) == deleted)
    }

    @Test func everyLineAboveTheListHasItsSentence() {
        #expect(SyncNote.waiting(count: 2).phrase(in: words) == words.say(.passesWaiting(count: 2)))
        #expect(SyncNote.offline.phrase(in: words) == words.passes.offline)
        #expect(SyncNote.offlineWaiting(count: 2).phrase(in: words) == words.say(.passesOfflineWaiting(count: 2)))
        #expect(SyncNote.serverTrouble.phrase(in: words) == words.passes.serverTrouble)
        #expect(SyncNote.stuck(count: 1).phrase(in: words) == words.say(.passesStuck(count: 1)))
    }
}
