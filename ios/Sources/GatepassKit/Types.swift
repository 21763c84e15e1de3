// The records of the core that screens draw. This module is the only one that imports the generated bindings; what the
// rest of the app may use of them is listed here. Names that SwiftUI or Foundation already have get a longer one.

import GatepassBindings

public typealias Gatepass = GatepassBindings.Gatepass
public typealias GatepassError = GatepassBindings.GatepassError
public typealias GatepassConfig = GatepassBindings.Config
public typealias FieldProblem = GatepassBindings.FieldProblem

public typealias DoorId = GatepassBindings.DoorId
public typealias DraftId = GatepassBindings.DraftId
public typealias EntryId = GatepassBindings.EntryId
public typealias PassId = GatepassBindings.PassId
public typealias ProfileId = GatepassBindings.ProfileId
/// `2026-11-22`: a day on no particular clock.
public typealias LocalDate = GatepassBindings.LocalDate
/// `2026-11-22T14:20`: a moment on the clock of a zone named elsewhere.
public typealias LocalMinute = GatepassBindings.LocalMinute
/// `14:20`: a time of day.
public typealias WallTime = GatepassBindings.WallTime

public typealias ProfileView = GatepassBindings.ProfileView
public typealias Door = GatepassBindings.Door
public typealias DoorKind = GatepassBindings.DoorKind

public typealias PassRef = GatepassBindings.PassRef
public typealias PassHalf = GatepassBindings.PassHalf
public typealias PassQuery = GatepassBindings.PassQuery
public typealias PassList = GatepassBindings.PassList
public typealias PassRow = GatepassBindings.PassRow
public typealias PassDetails = GatepassBindings.PassDetails
public typealias PassAction = GatepassBindings.PassAction
public typealias PassNote = GatepassBindings.PassNote
public typealias RowState = GatepassBindings.RowState
public typealias StateAhead = GatepassBindings.StateAhead
public typealias NextPass = GatepassBindings.NextPass
public typealias ListHints = GatepassBindings.ListHints
public typealias Hindrance = GatepassBindings.Hindrance
public typealias EmptyList = GatepassBindings.EmptyList
public typealias PassType = GatepassBindings.PassType
public typealias PassOpening = GatepassBindings.Opening
public typealias PassIdentifier = GatepassBindings.Identifier
public typealias IdentifierKind = GatepassBindings.IdentifierKind
public typealias GuestKind = GatepassBindings.GuestKind
public typealias Badge = GatepassBindings.Badge
public typealias QuickPass = GatepassBindings.QuickPass
public typealias SharePayload = GatepassBindings.SharePayload

public typealias EntryRef = GatepassBindings.EntryRef
public typealias EntryQuery = GatepassBindings.EntryQuery
public typealias EntryList = GatepassBindings.EntryList
public typealias EntryRow = GatepassBindings.EntryRow
public typealias EntryFilter = GatepassBindings.EntryFilter
public typealias EntryEvent = GatepassBindings.EntryEvent
public typealias EntryGuest = GatepassBindings.EntryGuest
public typealias EntryDay = GatepassBindings.EntryDay
public typealias DayName = GatepassBindings.DayName

public typealias SyncState = GatepassBindings.SyncState
public typealias SyncPhase = GatepassBindings.SyncPhase
public typealias SyncNote = GatepassBindings.SyncNote
public typealias Notice = GatepassBindings.Notice
public typealias DraftRow = GatepassBindings.DraftRow

public typealias WizardScreen = GatepassBindings.WizardScreen
public typealias WizardView = GatepassBindings.WizardView
public typealias WizardStep = GatepassBindings.WizardStep
public typealias WizardEvent = GatepassBindings.WizardEvent
public typealias WizardTask = GatepassBindings.WizardTask
public typealias WizardButton = GatepassBindings.Button
public typealias WizardField = GatepassBindings.Field
public typealias WizardChoice = GatepassBindings.Choice
public typealias WizardProgress = GatepassBindings.Progress
public typealias WizardPurpose = GatepassBindings.Purpose
public typealias FieldId = GatepassBindings.FieldId
public typealias FieldKind = GatepassBindings.FieldKind
public typealias FieldValue = GatepassBindings.FieldValue
public typealias OpeningsPreview = GatepassBindings.Preview
public typealias OpeningView = GatepassBindings.OpeningView
public typealias Trial = GatepassBindings.Trial
public typealias ShareAs = GatepassBindings.ShareAs

public typealias SecretVault = GatepassBindings.SecretVault
public typealias PhonePlatformAnswers = GatepassBindings.Platform
public typealias ShellError = GatepassBindings.ShellError

public typealias Words = GatepassBindings.Words
public typealias AppMessage = GatepassBindings.AppMessage
public typealias LanguageChoice = GatepassBindings.LanguageChoice

extension Words {
    /// The texts of a language, named by its BCP 47 tag; one the app does not speak falls back to English.
    public static func of(_ language: String) -> Words { GatepassBindings.words(language: language) }
    /// A text that takes arguments, in the same language.
    public func say(_ message: AppMessage) -> String { GatepassBindings.say(language: language, message: message) }
    /// The languages the app speaks.
    public static var languages: [LanguageChoice] { GatepassBindings.languages() }
}

/// An access code as people read it out: `482 915`.
public func codeInGroups(_ digits: String) -> String { GatepassBindings.codeInGroups(digits: digits) }

/// The version of the Rust library.
public var libraryVersion: String { GatepassBindings.libraryVersion() }
