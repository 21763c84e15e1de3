"""The bindings' boundary, seen from Python: every check of fixtures/boundary/checks.txt, against the real library.

cargo xtask bindings
PYTHONPATH=target/bindings/python python3 tests/boundary/boundary.py [check …]
"""

import asyncio
import gc
import json
import os
import pathlib
import sys
import threading
import traceback
import weakref
from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import gatepass_ffi as gp
from phone import ALL, Folder, Lists, Vault, number_of_passes, open_app, until

FIXTURES = pathlib.Path(__file__).parents[2] / "fixtures" / "boundary"
TIMES = json.loads((FIXTURES / "times.json").read_text())
EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)


def instant(case):
    return EPOCH + timedelta(milliseconds=case["milliseconds"])


async def version():
    assert gp.library_version().count(".") == 2


async def records():
    problem = gp.FieldProblem(field="server", code="missing", text="¿Cuál?")
    full = gp.ProbeRecord(
        text="Zoë 🚪 עברית", perhaps="", flag=True, number=2**32 - 1, limit=0, large=-(2**63), bytes=bytes([0, 1, 254, 255]),
        date="2028-02-29", minute="2026-11-22T14:20", time="23:59",
        _pass="0198c0de-0000-7000-8000-000000000001",
        kinds=[gp.PassType.CUSTOM, gp.PassType.ONE_TIME], problems=[problem, problem],
    )
    assert gp.probe_record(full) == full
    wanted = (
        "Zoë 🚪 עברית||true|4294967295|0|-9223372036854775808|0001feff|2028-02-29|2026-11-22T14:20|23:59|"
        "0198c0de-0000-7000-8000-000000000001|Custom,OneTime|server/missing/¿Cuál?,server/missing/¿Cuál?"
    )
    assert gp.probe_record_text(full) == wanted, gp.probe_record_text(full)
    bare = gp.ProbeRecord(
        text="", perhaps=None, flag=False, number=0, limit=None, large=2**63 - 1, bytes=None,
        date="0001-01-01", minute="9999-12-31T23:59", time="00:00",
        _pass="0198c0de-0000-7000-8000-000000000002", kinds=[], problems=[],
    )
    assert gp.probe_record(bare) == bare
    wanted = "|-|false|0|-|9223372036854775807|-|0001-01-01|9999-12-31T23:59|00:00|0198c0de-0000-7000-8000-000000000002||"
    assert gp.probe_record_text(bare) == wanted, gp.probe_record_text(bare)


def events():
    value, event = gp.FieldValue, gp.WizardEvent
    values = {
        "Text(3 characters)": value.TEXT(text="Zoë"),
        "Choice(custom)": value.CHOICE(id="custom"),
        "Toggle(tue)": value.TOGGLE(id="tue"),
        'Choices(["a", "b"])': value.CHOICES(ids=["a", "b"]),
        "Everything": value.EVERYTHING(),
        "Time(14:20)": value.TIME(time="14:20"),
        "Date(2026-11-22)": value.DATE(date="2026-11-22"),
        "Moment(2026-11-22T14:20)": value.MOMENT(at="2026-11-22T14:20"),
        "Number(Some(9999))": value.NUMBER(number=9999),
        "Number(None)": value.NUMBER(number=None),
    }
    for text, of in values.items():
        yield f"Set {{ field: Name, value: {text} }}", event.SET(field=gp.FieldId.NAME, value=of)
    yield "Next", event.NEXT()
    yield "Back", event.BACK()
    yield "Jump { step: Doors }", event.JUMP(step=gp.WizardStep.DOORS)
    yield "Finish", event.FINISH()
    yield "Cancel", event.CANCEL()
    yield "Shared", event.SHARED()


async def enums():
    for text, event in events():
        assert gp.probe_event(event) == event, text
        assert gp.probe_event_text(event) == text, (text, gp.probe_event_text(event))


ERRORS = {
    "Offline": {"text": "Für Sie", "reason": "for the log"},
    "SignedOut": {"text": "Für Sie", "profile": "00000000-0000-0000-0000-000000000007"},
    "Invalid": {"text": "Für Sie", "problems": [gp.FieldProblem(field="server", code="missing", text="Für Sie")]},
    "NotAllowed": {"text": "Für Sie", "code": "passes_off"},
    "NotFound": {"text": "Für Sie", "reason": "for the log"},
    "Conflict": {"text": "Für Sie", "reason": "for the log"},
    "StorageNewer": {"text": "Für Sie"},
    "StorageBroken": {"text": "Für Sie", "reason": "for the log"},
    "Vault": {"text": "Für Sie", "reason": "for the log"},
    "Unreadable": {"text": "Für Sie", "reason": "for the log"},
    "NotPrepared": {"reason": "for the log"},
    "Internal": {"text": "Für Sie", "reason": "for the log"},
}


async def thrown(call):
    """What it throws."""
    try:
        answer = call()
        if asyncio.iscoroutine(answer):
            await answer
    except Exception as error:
        return error
    raise AssertionError("nothing was thrown")


async def every_error(fail):
    for name, fields in ERRORS.items():
        error = await thrown(lambda: fail(name))
        assert type(error) is getattr(gp.GatepassError, name), (name, repr(error))
        assert isinstance(error, gp.GatepassError), name
        assert vars(error) == fields, (name, vars(error))


async def errors():
    await every_error(gp.probe_fail)
    gp.probe_fail("none of them")


async def errors_later():
    await every_error(gp.probe_fail_later)
    await gp.probe_fail_later("none of them")


async def lives_on():
    assert gp.library_version()
    with Folder() as folder:
        app = await open_app(folder)
        assert await number_of_passes(app) == 0


async def malformed():
    with Folder() as folder:
        app = await open_app(folder)
        error = await thrown(lambda: app._pass(gp.PassRef(profile="nobody", _pass="nothing")))
        assert error is not None
    await lives_on()


async def panic():
    error = await thrown(gp.probe_panic)
    assert type(error) is gp.InternalError, repr(error)
    await lives_on()


async def panic_later():
    error = await thrown(gp.probe_panic_later)
    assert type(error) is gp.InternalError, repr(error)
    await lives_on()


async def instants():
    for case in TIMES:
        at = instant(case)
        assert gp.probe_instant(at) == at, case["about"]
        assert gp.probe_instant_text(at) == case["text"], case["about"]


async def civil_times():
    for minute in ["1950-06-15T00:00", "2026-03-08T02:30", "2028-02-29T23:59"]:
        date, time = minute.split("T")
        for value in [gp.FieldValue.MOMENT(at=minute), gp.FieldValue.DATE(date=date), gp.FieldValue.TIME(time=time)]:
            event = gp.WizardEvent.SET(field=gp.FieldId.STARTS_AT, value=value)
            assert gp.probe_event(event) == event, minute


async def zones():
    for case in TIMES:
        for zone, local in case["local"].items():
            assert gp.probe_local(instant(case), zone) == local, (case["about"], zone)
            assert instant(case).astimezone(ZoneInfo(zone)).strftime("%Y-%m-%dT%H:%M") == local, (case["about"], zone)
    error = await thrown(lambda: gp.probe_local(EPOCH, "Middle/Earth"))
    assert type(error) is gp.GatepassError.Internal, repr(error)


class Refuses(Vault):
    def __init__(self, error):
        super().__init__()
        self.error = error

    def get(self, name):
        raise self.error


async def vault_declared():
    vault = Vault()
    vault.set("token", b"\x00\xff")
    assert await gp.probe_vault(vault, "token") == b"\x00\xff"
    assert await gp.probe_vault(vault, "other") is None
    for kind in [gp.ShellError.Unavailable, gp.ShellError.Refused, gp.ShellError.Broken]:
        error = await thrown(lambda: gp.probe_vault(Refuses(kind(reason="locked")), "token"))
        assert type(error) is gp.GatepassError.Vault, repr(error)
        assert "locked" in error.reason, error.reason


async def vault_undeclared():
    error = await thrown(lambda: gp.probe_vault(Refuses(KeyError("what is this?")), "token"))
    assert type(error) is gp.GatepassError.Vault, repr(error)
    await lives_on()


class Home:
    """An app with three passes of a resident whose server never answers."""

    def __init__(self, passes=3):
        self.passes = passes

    async def __aenter__(self):
        self.folder = Folder()
        path = self.folder.__enter__()
        self.profile = await gp.probe_fill(path, self.passes)
        self.app = await open_app(path)
        return self

    async def __aexit__(self, *_):
        del self.app
        self.folder.__exit__()

    async def make_pass(self):
        return await self.app.quick_pass(self.profile, gp.QuickPass.GUEST_TODAY)


async def listener_at_once():
    async with Home() as home:
        told = Lists()
        subscription = home.app.observe_passes(ALL, told)
        await until("the first list", lambda: told.sizes)
        assert told.sizes == [3], told.sizes
        assert threading.get_ident() not in told.threads
        subscription.cancel()


async def listener_order():
    async with Home() as home:
        told = Lists()
        subscription = home.app.observe_passes(ALL, told)
        for _ in range(20):
            await home.make_pass()
        await until("the last list", lambda: told.sizes[-1:] == [23])
        assert told.sizes == sorted(told.sizes), told.sizes
        subscription.cancel()


async def listener_latest():
    async with Home() as home:
        go_on = threading.Event()
        told = Lists(before=go_on.wait)
        subscription = home.app.observe_passes(ALL, told)
        await until("the first list", lambda: told.sizes)
        for _ in range(10):
            await home.make_pass()
        assert told.sizes == [3], "it is still busy with the first"
        go_on.set()
        await until("the last list", lambda: told.sizes[-1] == 13)
        assert told.sizes == [3, 13], told.sizes
        subscription.cancel()


async def listener_throws():
    async with Home() as home:
        def stumble():
            raise KeyError("on purpose")

        told = Lists(before=stumble)
        subscription = home.app.observe_passes(ALL, told)
        await until("the first list", lambda: told.sizes)
        await home.make_pass()
        await until("the second list", lambda: told.sizes[-1] == 4)
        subscription.cancel()


async def listener_cancelled():
    async with Home() as home:
        told, still = Lists(), Lists()
        subscription, other = home.app.observe_passes(ALL, told), home.app.observe_passes(ALL, still)
        await until("the first lists", lambda: told.sizes and still.sizes)
        subscription.cancel()
        subscription.cancel()
        calls = len(told.sizes)
        for _ in range(5):
            await home.make_pass()
        await until("what the other is told", lambda: still.sizes[-1] == 8)
        assert len(told.sizes) <= calls + 1, (calls, told.sizes)
        other.cancel()


async def cancelled_command():
    async with Home(passes=20) as home:
        for row in (await home.app.passes(ALL)).rows:
            command = asyncio.ensure_future(home.app.revoke(row._pass))
            # Begun, and not done.
            await asyncio.sleep(0)
            command.cancel()
            await asyncio.gather(command, return_exceptions=True)
        ended = 0
        for _ in range(6000):
            rows = (await home.app.passes(ALL)).rows
            ended = sum(row.state.is_REVOKED() for row in rows)
            if ended == 20:
                return
            await asyncio.sleep(0.01)
        raise AssertionError(f"{ended} of 20 were done")


def held():
    """Open files, threads, and memory in MiB, of this process."""
    files = len(os.listdir("/proc/self/fd"))
    threads = len(os.listdir("/proc/self/task"))
    pages = int(pathlib.Path("/proc/self/statm").read_text().split()[1])
    return files, threads, pages * os.sysconf("SC_PAGE_SIZE") // 2**20


async def cycles():
    if not pathlib.Path("/proc/self/fd").exists():
        print("    this machine does not tell what a process holds; only that it works is checked")
    gone = []

    async def cycle(folder):
        app = await open_app(folder)
        told = Lists()
        gone.append(weakref.ref(told))
        subscription = app.observe_passes(ALL, told)
        await until("the first list", lambda: told.sizes)
        subscription.cancel()

    with Folder() as folder:
        await gp.probe_fill(folder, 3)
        for _ in range(100):
            await cycle(folder)
        gc.collect()
        before = held()
        for _ in range(900):
            await cycle(folder)
        gc.collect()
        # Threads of the last clients end by themselves.
        await until(f"threads and files as before: {before}", lambda: held()[0] <= before[0] and held()[1] <= before[1] + 8)
        after = held()
        await until("no listener is held", lambda: sum(ref() is not None for ref in gone) <= 1)
        assert after[2] - before[2] < 32, f"{before[2]} MiB after 100 cycles, {after[2]} MiB after 1000"
        print(f"    files, threads, MiB: {before} after 100 cycles, {after} after 1000")


def main():
    lines = (FIXTURES / "checks.txt").read_text().splitlines()
    names = [line.split()[0] for line in lines if line and not line.startswith("#")]
    names = [name for name in names if name in sys.argv[1:] or not sys.argv[1:]]
    failed = 0
    for name in names:
        try:
            asyncio.run(asyncio.wait_for(globals()[name](), timeout=300))
            print(f"ok      {name}", flush=True)
        except BaseException:
            failed += 1
            print(f"FAILED  {name}", flush=True)
            traceback.print_exc()
    print(f"{len(names) - failed} passed, {failed} failed", flush=True)
    # At once: a thread of the library that is on its way back from a call must not meet an interpreter that is being
    # taken down.
    os._exit(1 if failed else 0)


main()
