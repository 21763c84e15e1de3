package org.gatepass.core

// What screens draw and send, under names of our own: nothing outside this package knows the generated one. Kotlin does not
// look into a class through an alias, so each case of a sealed class has an alias too, named case first: `TextKind`.

// The client and what it is opened with.
typealias Gatepass = org.gatepass.bindings.Gatepass
typealias Config = org.gatepass.bindings.Config
typealias Platform = org.gatepass.bindings.Platform
typealias SecretVault = org.gatepass.bindings.SecretVault
typealias Subscription = org.gatepass.bindings.Subscription

// Names of things, and civil dates and times.
typealias ProfileId = org.gatepass.bindings.ProfileId
typealias PassId = org.gatepass.bindings.PassId
typealias DoorId = org.gatepass.bindings.DoorId
typealias EntryId = org.gatepass.bindings.EntryId
typealias DraftId = org.gatepass.bindings.DraftId

// Passes.
typealias PassRef = org.gatepass.bindings.PassRef
typealias PassQuery = org.gatepass.bindings.PassQuery
typealias PassHalf = org.gatepass.bindings.PassHalf
typealias PassList = org.gatepass.bindings.PassList
typealias PassRow = org.gatepass.bindings.PassRow
typealias PassDetails = org.gatepass.bindings.PassDetails
typealias PassType = org.gatepass.bindings.PassType
typealias PassNote = org.gatepass.bindings.PassNote
typealias PassAction = org.gatepass.bindings.PassAction
typealias RowState = org.gatepass.bindings.RowState
typealias StateAhead = org.gatepass.bindings.StateAhead
typealias NextPass = org.gatepass.bindings.NextPass
typealias ListHints = org.gatepass.bindings.ListHints
typealias Hindrance = org.gatepass.bindings.Hindrance
typealias EmptyList = org.gatepass.bindings.EmptyList
typealias GuestKind = org.gatepass.bindings.GuestKind
typealias Badge = org.gatepass.bindings.Badge
typealias Opening = org.gatepass.bindings.Opening
typealias Identifier = org.gatepass.bindings.Identifier
typealias IdentifierKind = org.gatepass.bindings.IdentifierKind
typealias Door = org.gatepass.bindings.Door
typealias DoorKind = org.gatepass.bindings.DoorKind
typealias QuickPass = org.gatepass.bindings.QuickPass
typealias SharePayload = org.gatepass.bindings.SharePayload
typealias ShareAs = org.gatepass.bindings.ShareAs

// Profiles, synchronisation, notices.
typealias ProfileView = org.gatepass.bindings.ProfileView
typealias SyncState = org.gatepass.bindings.SyncState
typealias SyncPhase = org.gatepass.bindings.SyncPhase
typealias SyncNote = org.gatepass.bindings.SyncNote
typealias Notice = org.gatepass.bindings.Notice

// The log.
typealias EntryRef = org.gatepass.bindings.EntryRef
typealias EntryQuery = org.gatepass.bindings.EntryQuery
typealias EntryList = org.gatepass.bindings.EntryList
typealias EntryRow = org.gatepass.bindings.EntryRow
typealias EntryFilter = org.gatepass.bindings.EntryFilter
typealias EntryEvent = org.gatepass.bindings.EntryEvent
typealias EntryGuest = org.gatepass.bindings.EntryGuest
typealias EntryDay = org.gatepass.bindings.EntryDay
typealias DayName = org.gatepass.bindings.DayName

// The wizard.
typealias WizardScreen = org.gatepass.bindings.WizardScreen
typealias WizardView = org.gatepass.bindings.WizardView
typealias WizardStep = org.gatepass.bindings.WizardStep
typealias WizardEvent = org.gatepass.bindings.WizardEvent
typealias WizardTask = org.gatepass.bindings.WizardTask
typealias Purpose = org.gatepass.bindings.Purpose
typealias Progress = org.gatepass.bindings.Progress
typealias Button = org.gatepass.bindings.Button
typealias Field = org.gatepass.bindings.Field
typealias FieldId = org.gatepass.bindings.FieldId
typealias FieldKind = org.gatepass.bindings.FieldKind
typealias FieldValue = org.gatepass.bindings.FieldValue
typealias Choice = org.gatepass.bindings.Choice
typealias Preview = org.gatepass.bindings.Preview
typealias OpeningView = org.gatepass.bindings.OpeningView
typealias Trial = org.gatepass.bindings.Trial
typealias DraftRow = org.gatepass.bindings.DraftRow

// Words.
typealias Words = org.gatepass.bindings.Words
typealias LanguageChoice = org.gatepass.bindings.LanguageChoice
typealias CommonWords = org.gatepass.bindings.CommonWords
typealias WelcomeWords = org.gatepass.bindings.WelcomeWords
typealias PassesWords = org.gatepass.bindings.PassesWords
typealias PassWords = org.gatepass.bindings.PassWords
typealias ShareWords = org.gatepass.bindings.ShareWords
typealias WizardWords = org.gatepass.bindings.WizardWords
typealias ActivityWords = org.gatepass.bindings.ActivityWords
typealias SettingsWords = org.gatepass.bindings.SettingsWords
typealias LockWords = org.gatepass.bindings.LockWords
typealias QuickWords = org.gatepass.bindings.QuickWords
typealias NotificationsWords = org.gatepass.bindings.NotificationsWords
typealias NoticesWords = org.gatepass.bindings.NoticesWords
typealias ErrorsWords = org.gatepass.bindings.ErrorsWords
typealias ReasonsWords = org.gatepass.bindings.ReasonsWords

// What can go wrong.
typealias GatepassException = org.gatepass.bindings.GatepassException
typealias FieldProblem = org.gatepass.bindings.FieldProblem
typealias ShellException = org.gatepass.bindings.ShellException

// The cases of the sealed classes above.
typealias ChooseOneKind = org.gatepass.bindings.FieldKind.ChooseOne
typealias ChooseSeveralKind = org.gatepass.bindings.FieldKind.ChooseSeveral
typealias TextKind = org.gatepass.bindings.FieldKind.Text
typealias TimeOfDayKind = org.gatepass.bindings.FieldKind.TimeOfDay
typealias DayKind = org.gatepass.bindings.FieldKind.Day
typealias MomentKind = org.gatepass.bindings.FieldKind.Moment
typealias NumberKind = org.gatepass.bindings.FieldKind.Number
typealias SummaryKind = org.gatepass.bindings.FieldKind.Summary

typealias TextValue = org.gatepass.bindings.FieldValue.Text
typealias ChoiceValue = org.gatepass.bindings.FieldValue.Choice
typealias ToggleValue = org.gatepass.bindings.FieldValue.Toggle
typealias ChoicesValue = org.gatepass.bindings.FieldValue.Choices
typealias EverythingValue = org.gatepass.bindings.FieldValue.Everything
typealias TimeValue = org.gatepass.bindings.FieldValue.Time
typealias DateValue = org.gatepass.bindings.FieldValue.Date
typealias MomentValue = org.gatepass.bindings.FieldValue.Moment
typealias NumberValue = org.gatepass.bindings.FieldValue.Number

typealias SetEvent = org.gatepass.bindings.WizardEvent.Set
typealias NextEvent = org.gatepass.bindings.WizardEvent.Next
typealias BackEvent = org.gatepass.bindings.WizardEvent.Back
typealias JumpEvent = org.gatepass.bindings.WizardEvent.Jump
typealias FinishEvent = org.gatepass.bindings.WizardEvent.Finish
typealias CancelEvent = org.gatepass.bindings.WizardEvent.Cancel
typealias SharedEvent = org.gatepass.bindings.WizardEvent.Shared

typealias OpenShareSheetTask = org.gatepass.bindings.WizardTask.OpenShareSheet
typealias LeaveTask = org.gatepass.bindings.WizardTask.Leave

typealias OpenState = org.gatepass.bindings.RowState.Open
typealias OpensState = org.gatepass.bindings.RowState.Opens
typealias OpensAgainState = org.gatepass.bindings.RowState.OpensAgain
typealias UsedUpState = org.gatepass.bindings.RowState.UsedUp
typealias ExpiredState = org.gatepass.bindings.RowState.Expired
typealias RevokedState = org.gatepass.bindings.RowState.Revoked

typealias RefusedNote = org.gatepass.bindings.PassNote.Refused
typealias NotOnServerNote = org.gatepass.bindings.PassNote.NotOnServer
typealias WaitingNote = org.gatepass.bindings.PassNote.Waiting
typealias DeletedHereNote = org.gatepass.bindings.PassNote.DeletedHere
typealias OverNote = org.gatepass.bindings.PassNote.Over

typealias SignedOutHindrance = org.gatepass.bindings.Hindrance.SignedOut
typealias PassesOffHindrance = org.gatepass.bindings.Hindrance.PassesOff

typealias NothingFoundEmpty = org.gatepass.bindings.EmptyList.NothingFound
typealias HinderedEmpty = org.gatepass.bindings.EmptyList.Hindered
typealias NoneValidEmpty = org.gatepass.bindings.EmptyList.NoneValid
typealias NoneInvalidEmpty = org.gatepass.bindings.EmptyList.NoneInvalid

typealias StuckSync = org.gatepass.bindings.SyncNote.Stuck
typealias OfflineWaitingSync = org.gatepass.bindings.SyncNote.OfflineWaiting
typealias OfflineSync = org.gatepass.bindings.SyncNote.Offline
typealias ServerTroubleSync = org.gatepass.bindings.SyncNote.ServerTrouble
typealias WaitingSync = org.gatepass.bindings.SyncNote.Waiting

typealias NamedGuest = org.gatepass.bindings.EntryGuest.Named
typealias UnknownGuest = org.gatepass.bindings.EntryGuest.Unknown
typealias NobodyGuest = org.gatepass.bindings.EntryGuest.Nobody

typealias IdlePhase = org.gatepass.bindings.SyncPhase.Idle
typealias RunningPhase = org.gatepass.bindings.SyncPhase.Running
typealias OfflinePhase = org.gatepass.bindings.SyncPhase.Offline
typealias FailedPhase = org.gatepass.bindings.SyncPhase.Failed

typealias QrIdentifier = org.gatepass.bindings.Identifier.Qr
typealias CodeIdentifier = org.gatepass.bindings.Identifier.Code
typealias LinkIdentifier = org.gatepass.bindings.Identifier.Link
typealias PlateIdentifier = org.gatepass.bindings.Identifier.Plate

typealias OfflineFailure = org.gatepass.bindings.GatepassException.Offline
typealias SignedOutFailure = org.gatepass.bindings.GatepassException.SignedOut
typealias InvalidFailure = org.gatepass.bindings.GatepassException.Invalid
typealias NotAllowedFailure = org.gatepass.bindings.GatepassException.NotAllowed
typealias NotFoundFailure = org.gatepass.bindings.GatepassException.NotFound
typealias ConflictFailure = org.gatepass.bindings.GatepassException.Conflict
typealias StorageNewerFailure = org.gatepass.bindings.GatepassException.StorageNewer
typealias StorageBrokenFailure = org.gatepass.bindings.GatepassException.StorageBroken
typealias VaultFailure = org.gatepass.bindings.GatepassException.Vault
typealias UnreadableFailure = org.gatepass.bindings.GatepassException.Unreadable
typealias NotPreparedFailure = org.gatepass.bindings.GatepassException.NotPrepared
typealias InternalFailure = org.gatepass.bindings.GatepassException.Internal

typealias UnavailableShell = org.gatepass.bindings.ShellException.Unavailable
typealias RefusedShell = org.gatepass.bindings.ShellException.Refused
typealias BrokenShell = org.gatepass.bindings.ShellException.Broken

// Texts that take arguments.
typealias AppMessage = org.gatepass.bindings.AppMessage
typealias ActivityAtDoorMessage = org.gatepass.bindings.AppMessage.ActivityAtDoor
typealias ActivityPhotoTitleMessage = org.gatepass.bindings.AppMessage.ActivityPhotoTitle
typealias CommonStepOfMessage = org.gatepass.bindings.AppMessage.CommonStepOf
typealias CommonTimeInZoneMessage = org.gatepass.bindings.AppMessage.CommonTimeInZone
typealias NoticesChangeOverruledMessage = org.gatepass.bindings.AppMessage.NoticesChangeOverruled
typealias NoticesPassGoneMessage = org.gatepass.bindings.AppMessage.NoticesPassGone
typealias NoticesSignedOutMessage = org.gatepass.bindings.AppMessage.NoticesSignedOut
typealias NotificationsArrivedTextMessage = org.gatepass.bindings.AppMessage.NotificationsArrivedText
typealias NotificationsArrivedTitleMessage = org.gatepass.bindings.AppMessage.NotificationsArrivedTitle
typealias NotificationsRefusedTextMessage = org.gatepass.bindings.AppMessage.NotificationsRefusedText
typealias NotificationsRefusedTitleMessage = org.gatepass.bindings.AppMessage.NotificationsRefusedTitle
typealias PassMadeAtMessage = org.gatepass.bindings.AppMessage.PassMadeAt
typealias PassQrLabelMessage = org.gatepass.bindings.AppMessage.PassQrLabel
typealias PassRevokedAtMessage = org.gatepass.bindings.AppMessage.PassRevokedAt
typealias PassUsedMessage = org.gatepass.bindings.AppMessage.PassUsed
typealias PassUsedOfMessage = org.gatepass.bindings.AppMessage.PassUsedOf
typealias PassUsedTodayLimitMessage = org.gatepass.bindings.AppMessage.PassUsedTodayLimit
typealias PassesDeleteQuestionMessage = org.gatepass.bindings.AppMessage.PassesDeleteQuestion
typealias PassesDeletedNotSentMessage = org.gatepass.bindings.AppMessage.PassesDeletedNotSent
typealias PassesEmptySearchTextMessage = org.gatepass.bindings.AppMessage.PassesEmptySearchText
typealias PassesNextOpeningMessage = org.gatepass.bindings.AppMessage.PassesNextOpening
typealias PassesOfflineWaitingMessage = org.gatepass.bindings.AppMessage.PassesOfflineWaiting
typealias PassesOpenUntilMessage = org.gatepass.bindings.AppMessage.PassesOpenUntil
typealias PassesOpensAtMessage = org.gatepass.bindings.AppMessage.PassesOpensAt
typealias PassesPassesOffTextMessage = org.gatepass.bindings.AppMessage.PassesPassesOffText
typealias PassesProfileOfMessage = org.gatepass.bindings.AppMessage.PassesProfileOf
typealias PassesQuickMadeMessage = org.gatepass.bindings.AppMessage.PassesQuickMade
typealias PassesStuckMessage = org.gatepass.bindings.AppMessage.PassesStuck
typealias PassesUpdatedAtMessage = org.gatepass.bindings.AppMessage.PassesUpdatedAt
typealias PassesUsesLeftMessage = org.gatepass.bindings.AppMessage.PassesUsesLeft
typealias PassesWaitingMessage = org.gatepass.bindings.AppMessage.PassesWaiting
typealias QuickReadyMessage = org.gatepass.bindings.AppMessage.QuickReady
typealias SettingsDoorsHeldMessage = org.gatepass.bindings.AppMessage.SettingsDoorsHeld
typealias SettingsSignOutQuestionMessage = org.gatepass.bindings.AppMessage.SettingsSignOutQuestion
typealias SettingsUnitMessage = org.gatepass.bindings.AppMessage.SettingsUnit
typealias SettingsVersionMessage = org.gatepass.bindings.AppMessage.SettingsVersion
typealias WizardNextTimeMessage = org.gatepass.bindings.AppMessage.WizardNextTime
