package org.gatepass.core

/** Every text of the app in this language (a BCP 47 tag), else in English. */
fun wordsIn(language: String): Words = org.gatepass.bindings.words(language)

/** The languages the app speaks. */
fun languages(): List<LanguageChoice> = org.gatepass.bindings.languages()

/** A text that takes arguments, in the same language. */
fun Words.say(message: AppMessage): String = org.gatepass.bindings.say(language, message)

/** The version of the library, `0.1.0`. */
fun libraryVersion(): String = org.gatepass.bindings.libraryVersion()

/** An access code as people read it out: `482 915`. */
fun codeInGroups(digits: String): String = org.gatepass.bindings.codeInGroups(digits)
