// Dates and times as the resident reads them: the app's language, the phone's region, the zone the record names.

import Foundation

public struct Moments {
    private let words: Words
    private let timeZone: TimeZone
    // Made once: a list asks for hundreds of dates, and a formatter takes longer to make than to use.
    private let moments: DateFormatter
    private let times: DateFormatter
    private let days: DateFormatter
    private let stretches: DateIntervalFormatter

    public init(locale: Locale, timeZone identifier: String, words: Words) {
        let timeZone = TimeZone(identifier: identifier) ?? .gmt
        var calendar = locale.calendar
        calendar.locale = locale
        calendar.timeZone = timeZone
        func formatter(day: DateFormatter.Style, time: DateFormatter.Style) -> DateFormatter {
            let formatter = DateFormatter()
            formatter.locale = locale
            formatter.calendar = calendar
            formatter.timeZone = timeZone
            formatter.dateStyle = day
            formatter.timeStyle = time
            return formatter
        }
        self.words = words
        self.timeZone = timeZone
        moments = formatter(day: .medium, time: .short)
        moments.doesRelativeDateFormatting = true
        times = formatter(day: .none, time: .short)
        days = formatter(day: .full, time: .none)
        stretches = DateIntervalFormatter()
        stretches.locale = locale
        stretches.calendar = calendar
        stretches.timeZone = timeZone
        stretches.dateTemplate = "EEEdMMMjmm"
    }

    /// `Today at 14:20`, `24 Nov 2026 at 14:20`; with the place where the phone's own clock shows another time.
    public func moment(_ date: Date) -> String {
        let text = moments.string(from: date)
        guard timeZone.secondsFromGMT(for: date) != TimeZone.current.secondsFromGMT(for: date) else { return text }
        return words.say(.commonTimeInZone(time: text, place: place))
    }
    /// `14:20`.
    public func time(_ date: Date) -> String { times.string(from: date) }
    /// `Today`, `Tuesday, 24 November 2026`: the day of a moment as the core calls it.
    public func day(_ day: EntryDay, of date: Date) -> String {
        switch day.called {
        case .today: words.common.today
        case .yesterday: words.common.yesterday
        case .dated: days.string(from: date)
        }
    }
    /// `Tue 24 Nov, 14:20 – 15:20`; with both days where the end is on another one.
    public func stretch(from: Date, to: Date) -> String { stretches.string(from: from, to: to) }

    /// `New York`, as the zone's database calls it.
    private var place: String {
        let name = timeZone.identifier.split(separator: "/").last ?? ""
        return name.replacingOccurrences(of: "_", with: " ")
    }
}
