// Dates and times as the resident reads them: the app's language, the phone's region, the zone the record names.

import Foundation

public struct Moments: Sendable {
    public let locale: Locale
    public let timeZone: TimeZone
    private let words: Words

    public init(locale: Locale, timeZone: String, words: Words) {
        self.locale = locale
        self.timeZone = TimeZone(identifier: timeZone) ?? .gmt
        self.words = words
    }

    /// `Today at 14:20`, `24 Nov 2026 at 14:20`; with the place where the phone's own clock shows another time.
    public func moment(_ date: Date) -> String {
        let text = text(date, day: .medium, time: .short, relative: true)
        guard timeZone.secondsFromGMT(for: date) != TimeZone.current.secondsFromGMT(for: date) else { return text }
        return words.common.timeInZone.filled(text, place)
    }
    /// `14:20`.
    public func time(_ date: Date) -> String { text(date, day: .none, time: .short, relative: false) }
    /// `Today`, `Tuesday, 24 November 2026`.
    public func day(_ date: Date) -> String {
        switch dayKey(date) {
        case dayKey(Date()): words.common.today
        case dayKey(Date(timeIntervalSinceNow: -86_400)): words.common.yesterday
        default: text(date, day: .full, time: .none, relative: false)
        }
    }
    /// `New York`, as the zone's database calls it.
    private var place: String {
        let name = timeZone.identifier.split(separator: "/").last ?? ""
        return name.replacingOccurrences(of: "_", with: " ")
    }
    /// `Tue 24 Nov, 14:20 – 15:20`; with both days where the end is on another one.
    public func stretch(from: Date, to: Date) -> String {
        let formatter = DateIntervalFormatter()
        formatter.locale = locale
        formatter.calendar = calendar
        formatter.timeZone = timeZone
        formatter.dateTemplate = "EEEdMMMjmm"
        return formatter.string(from: from, to: to)
    }

    /// The same for every moment of one day.
    func dayKey(_ date: Date) -> String {
        let parts = calendar.dateComponents([.year, .month, .day], from: date)
        return [parts.year, parts.month, parts.day].map { String($0 ?? 0) }.joined(separator: "-")
            + "@" + timeZone.identifier
    }

    private var calendar: Calendar {
        var calendar = locale.calendar
        calendar.locale = locale
        calendar.timeZone = timeZone
        return calendar
    }

    private func text(_ date: Date, day: DateFormatter.Style, time: DateFormatter.Style, relative: Bool) -> String {
        let formatter = DateFormatter()
        formatter.locale = locale
        formatter.calendar = calendar
        formatter.timeZone = timeZone
        formatter.dateStyle = day
        formatter.timeStyle = time
        formatter.doesRelativeDateFormatting = relative
        return formatter.string(from: date)
    }
}

extension Session {
    public func moments(in timeZone: String) -> Moments {
        Moments(locale: locale, timeZone: timeZone, words: words)
    }
}
