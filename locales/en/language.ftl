### What the language is called, and how it writes.

# Its name in English, one word: the name in the source code.
english-name = English
# Its name in itself.
own-name = English
# A locale with the clock and digits that Gatepass uses: -u-hc-h23 for a 24-hour clock, -u-nu-latn for Western digits.
locale = en
