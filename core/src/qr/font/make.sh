#!/bin/sh
# Makes NotoSans-Card.ttf: what of Noto Sans the card needs, for Latin (Vietnamese included), Greek and Cyrillic.
#
#   make.sh <NotoSans-Regular.ttf, for instance of Debian's package fonts-noto-core> with fonttools' pyftsubset installed
set -eu
pyftsubset "$1" --output-file="$(dirname "$0")/NotoSans-Card.ttf" \
    --no-hinting --layout-features= --drop-tables+=GSUB,GPOS,GDEF,STAT,gasp --notdef-outline \
    --no-recalc-timestamp --name-IDs=0,1,2,3,4,5,6,13,14 \
    --unicodes="U+0020-007E,U+00A0-017F,U+01A0,U+01A1,U+01AF,U+01B0,U+0218-021B,U+0370-03FF,U+0400-045F,\
U+0490-0493,U+04A2,U+04A3,U+04AE-04B1,U+04BA,U+04BB,U+04D8,U+04D9,U+04E8,U+04E9,U+1E9E,U+1EA0-1EF9,\
U+2010-2015,U+2018-201E,U+2022,U+2026,U+2030,U+2032,U+2033,U+2039,U+203A,U+20AC,U+2116,U+2122"
