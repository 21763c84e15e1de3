package org.gatepass.core

/** Every text of the app in this language (a BCP 47 tag), else in English. */
fun wordsIn(language: String): Words = org.gatepass.bindings.words(language)

/** The languages the app speaks. */
fun languages(): List<LanguageChoice> = org.gatepass.bindings.languages()

/** A text with its places filled: `{0}` by the first argument. */
fun String.with(vararg arguments: String): String = org.gatepass.bindings.fill(this, arguments.toList())

/** The version of the library, `0.1.0`. */
fun libraryVersion(): String = org.gatepass.bindings.libraryVersion()
