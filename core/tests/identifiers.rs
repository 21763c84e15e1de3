//! Tokens, access codes and plates against `fixtures/identifiers`, which Python writes, and against their own laws.
#![expect(clippy::unwrap_used, reason = "tests")]

use std::collections::BTreeSet;

use gatepass_core::identifier::{
    AccessCode, IdentifierLookup, Lookup, NoCodeLeft, Plate, PlateMatch, PlateMatching, PlateRead, SitePepper, Token,
    TooManyCodes, allocate, code_in_groups, length_for, link_url, match_plate, parse_link, read_qr,
};
use gatepass_core::pass::IdentifierKind;
use proptest::prelude::*;
use serde::Deserialize;
use serde::de::DeserializeOwned;

fn golden<T: DeserializeOwned>(name: &str) -> T {
    let path = format!("{}/../fixtures/identifiers/{name}.json", env!("CARGO_MANIFEST_DIR"));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

fn hex(lookup: Lookup) -> String {
    data_encoding::HEXLOWER.encode(lookup.as_bytes())
}

fn bytes<const N: usize>(hex: &str) -> [u8; N] {
    data_encoding::HEXLOWER.decode(hex.as_bytes()).unwrap().try_into().unwrap()
}

fn site() -> SitePepper {
    SitePepper::new(std::array::from_fn(|at| u8::try_from(at).unwrap()), 123_456)
}

mod tokens {
    use super::*;

    #[derive(Deserialize)]
    struct Golden {
        pepper: String,
        site: u32,
        tokens: Vec<GoldenToken>,
    }

    #[derive(Deserialize)]
    struct GoldenToken {
        bytes: String,
        text: String,
        uuid: String,
        digits: String,
        qr_lookup: String,
        link_lookup: String,
        uuid_lookup: String,
        digits_lookup: String,
    }

    #[test]
    fn are_as_the_oracle_writes_them() {
        let golden: Golden = golden("tokens");
        let site = SitePepper::new(bytes(&golden.pepper), golden.site);
        assert!(golden.tokens.len() > 30);
        for one in golden.tokens {
            let token = Token::from_bytes(bytes(&one.bytes));
            assert_eq!(token.text(), one.text);
            assert!(Token::parse(&one.text) == Ok(token.clone()));
            assert_eq!(token.uuid().to_string(), one.uuid);
            assert_eq!(token.digits(), one.digits);
            assert_eq!(token.qr_lookups(&site).map(hex), [one.qr_lookup, one.uuid_lookup, one.digits_lookup]);
            assert_eq!(hex(token.link_lookup()), one.link_lookup);
        }
    }

    #[test]
    fn what_is_no_token_is_refused() {
        for text in [
            "",
            "-",
            "0024H36H2NCSVRH6DAQF6DVVQ",
            "0024H36H2NCSVRH6DAQF6DVVQZ0",
            "8024H36H2NCSVRH6DAQF6DVVQZ",
            "0024H36H2NCSVRH6DAQF6DVVQU",
            "0024H36H2NCSVRH6DAQF6DVV Z",
            "0024H36H2NCSVRH6DAQF6DVVQé",
            "００24H36H2NCSVRH6DAQF6DVVQZ",
        ] {
            assert!(Token::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn debug_output_shows_no_secret() {
        let token = Token::from_bytes([0xAB; 16]);
        let code = AccessCode::parse("482915").unwrap();
        let plate = Plate::parse("ABC 1234").unwrap();
        let shown = format!("{token:?} {:?} {:?} {code:?} {plate:?}", token.qr_lookup(), site());
        assert_eq!(
            shown,
            "Token(…) Lookup(…) SitePepper { site: 123456, .. } AccessCode(6 digits) Plate(7 characters)"
        );
    }

    /// The text as a person might copy it: either case, hyphens, letters that look like digits.
    fn scrawled(text: &str, choices: u64) -> String {
        let mut scrawl = String::from(" ");
        for (place, character) in text.chars().enumerate() {
            let bits = choices >> (2 * place) & 3;
            let looks_like = match (character, bits) {
                ('1', 1) => 'I',
                ('1', 2) => 'l',
                ('0', 1) => 'o',
                ('0', 2) => 'O',
                (other, 0) => other,
                (other, _) => other.to_ascii_lowercase(),
            };
            scrawl.push(looks_like);
            if bits == 3 {
                scrawl.push('-');
            }
        }
        scrawl + "\r\n"
    }

    proptest! {
        #[test]
        fn text_comes_back(raw: [u8; 16], choices: u64) {
            let token = Token::from_bytes(raw);
            let text = token.text();
            prop_assert_eq!(text.len(), Token::TEXT_LENGTH);
            prop_assert!(Token::parse(&text) == Ok(token.clone()));
            let scrawl = scrawled(&text, choices);
            prop_assert!(Token::parse(&scrawl) == Ok(token), "{}", scrawl);
        }

        #[test]
        fn any_text_is_read_or_refused(text in "\\PC{0,40}|[0-9A-Za-z -]{20,32}") {
            if let Ok(token) = Token::parse(&text) {
                prop_assert!(Token::parse(&token.text()) == Ok(token));
            }
            let _ = read_qr(&text, &site());
            let _ = AccessCode::parse(&text);
            let _ = parse_link(&text);
        }

        #[test]
        fn a_camera_may_read_any_dialect(raw: [u8; 16], choices: u64) {
            let (token, site) = (Token::from_bytes(raw), site());
            let qr = |lookup| Ok(IdentifierLookup { kind: IdentifierKind::Qr, lookup });
            let [text, uuid, digits] = token.qr_lookups(&site);
            prop_assert_eq!(read_qr(&scrawled(&token.text(), choices), &site), qr(text));
            prop_assert_eq!(read_qr(&format!("\u{feff}{}\r\n", token.text()), &site), qr(text));
            prop_assert_eq!(read_qr(&token.uuid().to_string(), &site), qr(uuid));
            prop_assert_eq!(read_qr(&token.uuid().simple().to_string().to_uppercase(), &site), qr(uuid));
            prop_assert_eq!(read_qr(&format!(" {}\n", token.digits()), &site), qr(digits));
            let link = Ok(IdentifierLookup { kind: IdentifierKind::Link, lookup: token.link_lookup() });
            prop_assert_eq!(read_qr(&link_url("https://pass.example.com", &token), &site), link);
            let different: BTreeSet<_> = [text, uuid, digits, token.link_lookup()].into();
            prop_assert_eq!(different.len(), 4);
        }

        #[test]
        fn aliases_have_the_shape_panels_ask_for(raw: [u8; 16]) {
            let token = Token::from_bytes(raw);
            let digits = token.digits();
            prop_assert!(digits.len() == 15 && !digits.starts_with('0') && digits.bytes().all(|d| d.is_ascii_digit()));
            prop_assert_eq!(token.uuid().get_version_num(), 4);
            prop_assert_eq!(token.uuid().get_variant(), uuid::Variant::RFC4122);
        }
    }

    #[test]
    fn a_short_alias_depends_on_the_pepper_and_the_site() {
        let token = Token::from_bytes([7; 16]);
        let looked_up: BTreeSet<_> =
            [SitePepper::new([1; 32], 1), SitePepper::new([1; 32], 2), SitePepper::new([2; 32], 1)]
                .map(|site| token.digits_lookup(&site))
                .into();
        assert_eq!(looked_up.len(), 3);
    }
}

mod links {
    use super::*;

    #[test]
    fn come_back_from_any_server_and_with_anything_behind() {
        let token = Token::from_bytes(bytes("00112233445566778899aabbccddeeff"));
        assert_eq!(
            link_url("https://pass.example.com/", &token),
            "https://pass.example.com/g/0024H36H2NCSVRH6DAQF6DVVQZ"
        );
        for text in [
            "https://pass.example.com/g/0024H36H2NCSVRH6DAQF6DVVQZ",
            " HTTPS://PASS.EXAMPLE.COM/G/0024H36H2NCSVRH6DAQF6DVVQZ\n",
            "http://localhost:8080/g/0024h36h-2ncsvrh6daqf6dvvqz/",
            "https://example.com/gatepass/g/0024H36H2NCSVRH6DAQF6DVVQZ?utm_source=mail#top",
        ] {
            assert!(parse_link(text) == Ok(token.clone()), "{text}");
        }
    }

    #[test]
    fn what_is_no_link_is_refused() {
        for text in [
            "",
            "0024H36H2NCSVRH6DAQF6DVVQZ",
            "https://example.com/0024H36H2NCSVRH6DAQF6DVVQZ",
            "https://example.com/g/",
            "https://example.com/g/0024H36H2NCSVRH6DAQF6DVVQZ/open",
            "ftp://example.com/g/0024H36H2NCSVRH6DAQF6DVVQZ",
            "mailto:g/0024H36H2NCSVRH6DAQF6DVVQZ",
            "https://example.com/?g/0024H36H2NCSVRH6DAQF6DVVQZ",
        ] {
            assert!(parse_link(text).is_err(), "{text}");
        }
    }
}

mod codes {
    use super::*;

    #[derive(Deserialize)]
    struct Golden {
        pepper: String,
        site: u32,
        trivial_codes_of_six_digits: usize,
        codes: Vec<GoldenCode>,
    }

    #[derive(Deserialize)]
    struct GoldenCode {
        digits: String,
        lookup: String,
        trivial: bool,
    }

    #[test]
    fn are_as_the_oracle_has_them() {
        let golden: Golden = golden("codes");
        let site = SitePepper::new(bytes(&golden.pepper), golden.site);
        assert!(golden.codes.len() > 150);
        for one in golden.codes {
            let code = AccessCode::parse(&one.digits).unwrap();
            assert_eq!(code.as_str(), one.digits);
            assert_eq!(hex(code.lookup(&site)), one.lookup, "{}", one.digits);
            assert_eq!(code.is_trivial(), one.trivial, "{}", one.digits);
        }
        let trivial = (0..1_000_000).filter(|n| AccessCode::parse(&format!("{n:06}")).unwrap().is_trivial()).count();
        assert_eq!(trivial, golden.trivial_codes_of_six_digits);
    }

    #[test]
    fn a_keypad_may_send_spaces_a_star_before_and_a_closing_key() {
        let code = AccessCode::parse("048291").unwrap();
        for text in [
            "048291",
            "048291#",
            "048291*",
            " 048 291 ",
            "048291 # ",
            "0 4 8 2 9 1",
            "*048291",
            "*048291#",
            "\u{feff}048291\r\n",
        ] {
            assert_eq!(AccessCode::parse(text), Ok(code), "{text}");
        }
        for text in [
            "",
            "#",
            "12345",
            "123456789",
            "12345a",
            "**482915",
            "#482915",
            "4829##15",
            "482915##",
            "48-2915",
            "٤٨٢٩١٥",
        ] {
            assert!(AccessCode::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn grow_with_the_number_that_is_live() {
        let lengths = [0, 1, 15, 16, 150, 151, 1500].map(|live| length_for(live).unwrap());
        assert_eq!(lengths, [6, 6, 6, 7, 7, 8, 8]);
        assert_eq!(length_for(1501), Err(TooManyCodes { live: 1501 }));
    }

    #[test]
    fn a_units_number_is_recognised() {
        let is_unit = |digits: &str, unit: &str| AccessCode::parse(digits).unwrap().is_unit(unit);
        for (digits, unit) in [
            ("000412", "412"),
            ("412000", "412"),
            ("412412", "412"),
            ("412412", "Unit 4-12"),
            ("000012", "12B"),
            ("1204120", "1204"),
            ("00041200", "41200"),
            ("048291", "48291"),
        ] {
            assert!(is_unit(digits, unit), "{digits} {unit}");
        }
        for (digits, unit) in [("482915", ""), ("482915", "PH"), ("000000", "0"), ("412413", "412"), ("482915", "4829")]
        {
            assert!(!is_unit(digits, unit), "{digits} {unit}");
        }
    }

    #[test]
    fn a_number_that_would_make_some_codes_likelier_is_drawn_again() {
        let mut numbers = [u64::MAX, u64::MAX - 551_614, 123_456, 7_482_915].into_iter();
        let mut drawn = 0;
        let code = allocate(
            6,
            || {
                drawn += 1;
                numbers.next().unwrap()
            },
            |_| false,
        )
        .unwrap();
        // The first two lie past the last whole million; the third is trivial.
        assert_eq!((code.as_str(), drawn), ("482915", 4));
    }

    #[test]
    fn allocation_gives_up_in_bounded_time() {
        let mut drawn = 0_u64;
        let mut count = || {
            drawn += 1;
            drawn * 7919
        };
        assert_eq!(allocate(6, &mut count, |_| true), Err(NoCodeLeft));
        assert_eq!(allocate(8, || u64::MAX, |_| false), Err(NoCodeLeft), "a broken generator ends too");
        assert!(drawn <= 1000);
    }

    proptest! {
        #[test]
        fn allocation_yields_what_it_may(length in 6_usize..=8, seed: u64, live in prop::collection::btree_set(0_u32..1_000_000, 0..15)) {
            let live: BTreeSet<AccessCode> =
                live.into_iter().map(|number| AccessCode::parse(&format!("{number:0length$}")).unwrap()).collect();
            let refused = |code: &AccessCode| live.contains(code) || code.neighbours().any(|near| live.contains(&near));
            let mut state = seed;
            let code = allocate(length, || split_mix(&mut state), refused).unwrap();
            prop_assert_eq!(code.as_str().len(), length);
            prop_assert!(!code.is_trivial());
            for other in &live {
                let apart = code.as_str().bytes().zip(other.as_str().bytes()).filter(|(a, b)| a != b).count();
                prop_assert!(apart >= 2, "{:?}", code.as_str());
            }
        }

        #[test]
        fn neighbours_are_all_codes_one_digit_away(digits in "[0-9]{6,8}") {
            let code = AccessCode::parse(&digits).unwrap();
            let near: BTreeSet<String> = code.neighbours().map(|near| near.as_str().to_owned()).collect();
            prop_assert_eq!(near.len(), 9 * digits.len());
            for other in &near {
                let apart = digits.bytes().zip(other.bytes()).filter(|(a, b)| a != b).count();
                prop_assert_eq!((other.len(), apart), (digits.len(), 1));
            }
        }
    }

    /// `SplitMix64`, a public-domain generator: uniform, and the same on every machine.
    fn split_mix(state: &mut u64) -> u64 {
        *state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = *state;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }
}

mod plates {
    use super::*;

    #[derive(Deserialize)]
    struct Golden {
        pepper: String,
        site: u32,
        plates: Vec<GoldenPlate>,
    }

    #[derive(Deserialize)]
    struct GoldenPlate {
        written: String,
        key_base: Option<String>,
        key_ocr: Option<String>,
        lookup: Option<String>,
        ocr_lookup: Option<String>,
    }

    /// The vectors every implementation must meet, written out.
    #[test]
    fn normalise_as_agreed() {
        for (written, base, ocr) in [
            ("о035ко 97", "O035KO97", "0035K097"),
            ("TÖL-SL 123", "TOLSL123", "T0L5L123"),
            ("ＡＢ１２ＣＤ", "AB12CD", "A812C0"),
            ("٣٤٥ ABC", "345ABC", "345A8C"),
            ("ab·12-34", "AB1234", "A81234"),
            ("АА7690ЕО", "AA7690EO", "AA7690E0"),
        ] {
            let plate = Plate::parse(written).unwrap();
            assert_eq!((plate.key_base(), plate.key_ocr().as_str()), (base, ocr), "{written}");
        }
        assert_eq!(Plate::parse("京A·12345").unwrap().key_base(), "京A12345");
        assert_eq!(Plate::parse("İZ 34").unwrap().key_base(), "IZ34");
    }

    #[test]
    fn are_as_the_oracle_has_them() {
        let golden: Golden = golden("plates");
        let site = SitePepper::new(bytes(&golden.pepper), golden.site);
        assert!(golden.plates.len() > 30);
        for one in golden.plates {
            let plate = Plate::parse(&one.written).ok();
            assert_eq!(plate.as_ref().map(Plate::key_base), one.key_base.as_deref(), "{}", one.written);
            assert_eq!(plate.as_ref().map(Plate::key_ocr), one.key_ocr, "{}", one.written);
            assert_eq!(plate.as_ref().map(|plate| hex(plate.lookup(&site))), one.lookup, "{}", one.written);
            assert_eq!(plate.as_ref().map(|plate| hex(plate.ocr_lookup(&site))), one.ocr_lookup, "{}", one.written);
        }
    }

    fn plate(text: &str) -> Plate {
        Plate::parse(text).unwrap()
    }

    fn matched(read: &[&str], confidence: Option<f32>, passes: &[(&str, PlateMatching)]) -> PlateMatch<usize> {
        let plates: Vec<Plate> = read.iter().map(|text| plate(text)).collect();
        match_plate(&PlateRead { plates: &plates, confidence }, |wanted| {
            let having = passes.iter().enumerate().filter(|(_, (text, _))| plate(text) == *wanted);
            having.map(|(pass, (_, matching))| (pass, *matching)).collect()
        })
    }

    #[test]
    fn match_as_agreed() {
        use PlateMatching::{Exact, OneLookAlike};
        let near = ("A8C 1234", OneLookAlike);
        for (case, read, confidence, passes, expected) in [
            ("the plate itself", &["abc-1234"][..], Some(0.7), &[("ABC 1234", Exact)][..], PlateMatch::Exact(vec![0])),
            ("no confidence given", &["ABC1234"], None, &[("ABC 1234", Exact)], PlateMatch::Exact(vec![0])),
            ("not sure enough", &["ABC1234"], Some(0.69), &[("ABC 1234", Exact)], PlateMatch::Unsure),
            ("confidence is no number", &["ABC1234"], Some(f32::NAN), &[("ABC 1234", Exact)], PlateMatch::Unsure),
            (
                "the camera's second guess",
                &["ABC1Z34", "ABC1234"],
                Some(0.9),
                &[("ABC 1234", Exact)],
                PlateMatch::Exact(vec![0]),
            ),
            (
                "two passes of one car",
                &["ABC1234"],
                Some(0.9),
                &[("ABC 1234", Exact), ("abc1234", OneLookAlike)],
                PlateMatch::Exact(vec![0, 1]),
            ),
            ("one look-alike", &["ABC1234"], Some(0.8), &[near], PlateMatch::LookAlike(0)),
            ("one look-alike, counted pass", &["ABC1234"], Some(0.99), &[("A8C 1234", Exact)], PlateMatch::None),
            ("one look-alike, less sure", &["ABC1234"], Some(0.79), &[near], PlateMatch::None),
            ("one look-alike, no confidence", &["ABC1234"], None, &[near], PlateMatch::None),
            ("two look-alikes", &["ABC1Z34"], Some(0.99), &[near], PlateMatch::None),
            ("another letter", &["AXC1234"], Some(0.99), &[near], PlateMatch::None),
            ("too short to guess", &["AB12"], Some(0.99), &[("A812", OneLookAlike)], PlateMatch::None),
            ("long enough to guess", &["AB123"], Some(0.99), &[("A8123", OneLookAlike)], PlateMatch::LookAlike(0)),
            (
                "two passes look like it",
                &["AB0123"],
                Some(0.99),
                &[("A80123", OneLookAlike), ("ABO123", OneLookAlike)],
                PlateMatch::Ambiguous,
            ),
            (
                "the plate itself beats a look-alike",
                &["AB0123"],
                Some(0.99),
                &[("A80123", OneLookAlike), ("AB0123", Exact)],
                PlateMatch::Exact(vec![1]),
            ),
            ("one pass by two guesses", &["ABC1234", "A8CI234"], Some(0.99), &[near], PlateMatch::LookAlike(0)),
            ("nobody's", &["XYZ 99"], Some(0.99), &[near], PlateMatch::None),
            ("nothing read", &[], Some(0.99), &[near], PlateMatch::None),
        ] {
            assert_eq!(matched(read, confidence, passes), expected, "{case}");
        }
    }

    #[test]
    fn a_counted_pass_spends_no_use_on_a_guess() {
        use gatepass_core::pass::UseLimits;
        assert_eq!(UseLimits::ONCE.plate_matching(), PlateMatching::Exact);
        assert_eq!(UseLimits::UNLIMITED.plate_matching(), PlateMatching::OneLookAlike);
    }

    proptest! {
        #[test]
        fn any_text_is_a_plate_or_not(text in "\\PC{0,16}|[A-ZА-Я0-9 -]{1,10}|\\PC{0,4}[\u{300}-\u{36f}]{0,4}") {
            if let Ok(plate) = Plate::parse(&text) {
                prop_assert!((2..=12).contains(&plate.key_base().chars().count()));
                prop_assert_eq!(Plate::parse(plate.key_base()), Ok(plate.clone()), "{:?}", plate.key_base());
                prop_assert_eq!(plate.differences(&plate), Some(0));
            }
        }

        #[test]
        fn misreadings_are_all_plates_one_look_alike_away(
            read in "[0ODQ1I2Z5S8B6GAKX京]{2,8}",
            other in "[0ODQ1I2Z5S8B6GAKX京]{2,8}",
            place in 0_usize..8,
            swapped in "[0ODQ1I2Z5S8B6G]",
        ) {
            let near = |ours: &Plate, theirs: &Plate| ours.key_ocr() == theirs.key_ocr() && ours.differences(theirs) == Some(1);
            let read = plate(&read);
            let misreadings: Vec<Plate> = read.misreadings().collect();
            prop_assert!(misreadings.iter().all(|other| near(&read, other)));
            prop_assert!(misreadings.len() <= 36);
            let mut swap: Vec<char> = read.key_base().chars().collect();
            let place = place % swap.len();
            swap[place] = swapped.chars().next().unwrap();
            for other in [plate(&other), plate(&swap.into_iter().collect::<String>())] {
                prop_assert_eq!(misreadings.contains(&other), near(&read, &other));
            }
        }
    }
}

#[test]
fn a_code_is_read_out_in_two_groups() {
    for (digits, read) in [("482915", "482\u{a0}915"), ("4829157", "4829\u{a0}157"), ("48291573", "4829\u{a0}1573")] {
        assert_eq!(code_in_groups(digits), read);
        assert_eq!(
            AccessCode::parse(&code_in_groups(digits)).map(|code| code.as_str().to_owned()),
            Ok(digits.to_owned())
        );
    }
    assert_eq!((code_in_groups(""), code_in_groups("7")), (String::new(), "7".to_owned()));
}
