//! What a schedule check costs, against the plain way: convert the instant with chrono-tz, then compare weekday, date
//! and time.
//!
//! ```text
//! cargo bench -p gatepass-core --bench schedule
//! ```
//!
//! A site has one zone and many passes; each question is for one of them by chance, as guests come. An instant is what
//! clocks and databases give, seconds since 1970; what is left of the gain where it has been taken through the calendar
//! into a `DateTime` already is told as well. Both ways answer the same questions in the same run, in short turns; the
//! figure is the median of the turns' ratios, so that a machine with other work to do tells the same. On the way both
//! must give the same answers.
#![expect(clippy::disallowed_methods, reason = "measures how long something took, and only reports it")]
#![expect(clippy::unwrap_used, reason = "a benchmark stops at what it did not expect")]

use std::hint::black_box;
use std::time::Instant;

use chrono::{Datelike, NaiveDate, NaiveTime};
use chrono_tz::Tz;
use gatepass_core::pass::{Schedule, Timetable, Weekly};
use gatepass_core::time::{DateTime, Days, TimeDelta, Utc, WallTime, Zone};

const PASSES: u64 = 1_000;
const QUESTIONS: i64 = 200_000;
/// Questions a turn: so short that hardly any turn is interrupted by the machine's other work.
const TURN: usize = 2_000;
const ROUNDS: usize = 31;
const QUICK_ROUNDS: usize = 9;
/// A check costs at most this part of the plain conversion.
const TARGET: f64 = 0.2;

/// The plain way, as one would write it with chrono-tz.
struct Plain {
    zone: Tz,
    days: Days,
    from: NaiveTime,
    to: NaiveTime,
    starts: NaiveDate,
    expires: NaiveDate,
}

impl Plain {
    fn is_open(&self, at: DateTime<Utc>) -> bool {
        let local = at.with_timezone(&self.zone);
        self.days.contains(local.weekday())
            && (self.starts..=self.expires).contains(&local.date_naive())
            && (self.from..self.to).contains(&local.time())
    }
}

/// Which pass, and when.
type Question<T> = (usize, T);

/// A linear congruential generator (Knuth's MMIX): chance enough, and the same in every run.
struct Chance(u64);

impl Chance {
    fn below(&mut self, end: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % end
    }
}

/// Recurring passes of a site: some weekdays, a window of one to nine hours, up to 11 months of 2026.
fn passes(chance: &mut Chance) -> Vec<(Plain, Timetable)> {
    let zone = Zone::named("Europe/Berlin").unwrap();
    let tz: Tz = zone.name().parse().unwrap();
    let new_year = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap();
    (0..PASSES)
        .map(|_| {
            let mut day = || (chance.below(4) > 0).then(|| chance.below(7));
            let days: Vec<_> = [day(), day(), day(), day(), Some(2)]
                .into_iter()
                .flatten()
                .map(|day| chrono::Weekday::try_from(u8::try_from(day).unwrap()).unwrap())
                .collect();
            let hour = u16::try_from(6 + chance.below(8)).unwrap();
            let minute = u16::try_from(chance.below(60)).unwrap();
            let until = hour + u16::try_from(1 + chance.below(9)).unwrap();
            let starts = new_year + TimeDelta::days(i64::try_from(chance.below(60)).unwrap());
            let expires = starts + TimeDelta::days(i64::try_from(30 + chance.below(300)).unwrap());
            let time = |hour: u16| NaiveTime::from_hms_opt(hour.into(), minute.into(), 0).unwrap();
            let wall = |hour| WallTime::new(hour, minute).unwrap();
            let weekly =
                Weekly { days: Days::of(&days), from: wall(hour), to: wall(until), starts, expires, time_zone: zone };
            let plain = Plain { zone: tz, days: weekly.days, from: time(hour), to: time(until), starts, expires };
            (plain, Timetable::of(&Schedule::Recurring(weekly)))
        })
        .collect()
}

/// How many are open, and nanoseconds a check.
fn measure<T: Copy>(questions: &[Question<T>], is_open: impl Fn(Question<T>) -> bool) -> (usize, f64) {
    let began = Instant::now();
    let open = black_box(questions).iter().filter(|question| is_open(**question)).count();
    #[expect(clippy::cast_precision_loss, reason = "a few thousand")]
    let each = began.elapsed().as_secs_f64() * 1e9 / questions.len() as f64;
    (open, each)
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// The median of ours to theirs.
fn compare<T: Copy>(
    what: &str,
    questions: &[Question<T>],
    plain: impl Fn(Question<T>) -> bool,
    cached: impl Fn(Question<T>) -> bool,
) -> f64 {
    let mismatches = questions.iter().filter(|question| plain(**question) != cached(**question)).count();
    assert_eq!(mismatches, 0, "{what}: the two ways must give the same answers");
    let rounds = if std::env::var_os("GATEPASS_BENCH_QUICK").is_some() { QUICK_ROUNDS } else { ROUNDS };
    let (mut ours, mut theirs, mut ratios) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..rounds {
        for questions in questions.chunks(TURN) {
            let (open, plain_each) = measure(questions, &plain);
            let (same, each) = measure(questions, &cached);
            assert_eq!(open, same, "{what}");
            theirs.push(plain_each);
            ours.push(each);
            ratios.push(each / plain_each);
        }
    }
    let (ours, theirs, turns, ratio) = (median(ours), median(theirs), ratios.len(), median(ratios));
    println!(
        "{what}: {ours:.1} ns a check, chrono-tz {theirs:.1} ns, ratio {ratio:.3}, 0 mismatches; medians of {turns} turns"
    );
    ratio
}

fn main() {
    let chance = &mut Chance(42);
    let (plain, timetables): (Vec<_>, Vec<_>) = passes(chance).into_iter().unzip();
    let start = DateTime::<Utc>::from_timestamp(1_767_225_600, 0).unwrap();
    let year = TimeDelta::days(365).num_seconds();
    let mut ask = |second: i64| (usize::try_from(chance.below(PASSES)).unwrap(), start.timestamp() + second);
    // The clock of a service that is asked now and again, over a year.
    let going_on: Vec<_> = (0..QUESTIONS).map(|number| ask(number * (year / QUESTIONS))).collect();
    let dice = &mut Chance(7);
    let by_chance: Vec<_> =
        (0..QUESTIONS).map(|_| ask(i64::try_from(dice.below(year.cast_unsigned())).unwrap())).collect();
    for (what, questions) in [("'now' going on", going_on), ("instants by chance", by_chance)] {
        let ratio = compare(
            what,
            &questions,
            |(pass, at)| DateTime::from_timestamp(at, 0).is_some_and(|at| plain[pass].is_open(at)),
            |(pass, at)| timetables[pass].is_open_second(at),
        );
        println!(
            "FIGURE\tschedule check, {what}\t{ratio:.3} of chrono-tz, 0 mismatches\t\u{2264} {TARGET}, 0\t{}",
            if ratio <= TARGET { "met" } else { "missed" }
        );
        let taken: Vec<_> =
            questions.iter().map(|(pass, at)| (*pass, DateTime::from_timestamp(*at, 0).unwrap())).collect();
        compare(
            &format!("{what}, each a DateTime already"),
            &taken,
            |(pass, at)| plain[pass].is_open(at),
            |(pass, at)| timetables[pass].is_open(at),
        );
    }
}
