package org.gatepass.core

/** What to tell the resident, in the app's language. */
fun GatepassException.said(words: Words): String = when (this) {
    is OfflineFailure -> text
    is SignedOutFailure -> text
    is InvalidFailure -> text
    is NotAllowedFailure -> text
    is NotFoundFailure -> text
    is ConflictFailure -> text
    is StorageNewerFailure -> text
    is StorageBrokenFailure -> text
    is VaultFailure -> text
    is UnreadableFailure -> text
    is InternalFailure -> text
    // Put together wrongly; the log says how.
    is NotPreparedFailure -> words.errors.internal
}

/** Whether the same may work a little later, so that "try again" is worth a button. */
val GatepassException.worthRetrying: Boolean
    get() = this is OfflineFailure || this is VaultFailure || this is InternalFailure

/** The problems with fields, if that is what went wrong. */
val GatepassException.problems: List<FieldProblem>
    get() = (this as? InvalidFailure)?.problems.orEmpty()
