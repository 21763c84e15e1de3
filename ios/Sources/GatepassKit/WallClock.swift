// Days and times on no particular clock, as the wizard has them, and as dates for the phone's own pickers.
//
// A picker shows a `Date` on a clock. Shown on a clock without clock changes, every wall time can be picked, also one
// that a summer-time night skips: what such a time means is for the core to say.

import Foundation

public enum WallClock {
    /// The clock the pickers have to show.
    public static let timeZone = TimeZone.gmt
    public static func calendar(_ locale: Locale) -> Calendar {
        var calendar = locale.calendar
        calendar.locale = locale
        calendar.timeZone = timeZone
        return calendar
    }

    public static func date(day: LocalDate) -> Date? { date("\(day)T00:00") }
    public static func date(time: WallTime) -> Date? { date("2001-01-01T\(time)") }
    public static func date(moment: LocalMinute) -> Date? { date(moment) }

    public static func day(_ date: Date) -> LocalDate {
        let parts = parts(date)
        return String(format: "%04d-%02d-%02d", parts.year ?? 1, parts.month ?? 1, parts.day ?? 1)
    }
    public static func time(_ date: Date) -> WallTime {
        let parts = parts(date)
        return String(format: "%02d:%02d", parts.hour ?? 0, parts.minute ?? 0)
    }
    public static func moment(_ date: Date) -> LocalMinute { "\(day(date))T\(time(date))" }

    private static let iso: Calendar = {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = timeZone
        return calendar
    }()

    private static func parts(_ date: Date) -> DateComponents {
        iso.dateComponents([.year, .month, .day, .hour, .minute], from: date)
    }

    private static func date(_ text: String) -> Date? {
        let numbers = text.split { "-T:".contains($0) }.compactMap { Int($0) }
        guard numbers.count >= 5 else { return nil }
        let parts = DateComponents(
            year: numbers[0], month: numbers[1], day: numbers[2], hour: numbers[3], minute: numbers[4])
        return iso.date(from: parts)
    }
}

extension WallClock {
    /// A date for a picker that has none.
    public static let origin = Date(timeIntervalSince1970: 0)

    /// From one date to another; nil where they are not in order.
    public static func range(_ from: Date?, _ to: Date?) -> ClosedRange<Date>? {
        guard let from, let to, from <= to else { return nil }
        return from...to
    }
}
