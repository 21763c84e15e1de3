"""A phone for the boundary's checks: a vault, a platform, folders, and listeners that keep what they were told."""

import asyncio
import shutil
import tempfile
import threading

import gatepass_ffi as gp


class Vault(gp.SecretVault):
    """Keeps secrets in memory."""

    def __init__(self):
        self.secrets = {}

    def get(self, name):
        return self.secrets.get(name)

    def set(self, name, secret):
        self.secrets[name] = secret

    def remove(self, name):
        self.secrets.pop(name, None)


class Phone(gp.Platform):
    """Speaks English, and is in Berlin."""

    def locales(self):
        return ["en-US"]

    def device_name(self):
        return "Ana's phone"

    def time_zone(self):
        return "Europe/Berlin"


class Lists(gp.PassListListener):
    """Keeps the number of rows of every list it was told, and on which thread."""

    def __init__(self, before=lambda: None):
        self.sizes = []
        self.threads = set()
        self.before = before

    def on_passes(self, list):
        self.sizes.append(len(list.rows))
        self.threads.add(threading.get_ident())
        self.before()


class Folder:
    """A folder that goes when it is no longer needed."""

    def __enter__(self):
        self.path = tempfile.mkdtemp(prefix="gatepass-boundary-")
        return self.path

    def __exit__(self, *_):
        shutil.rmtree(self.path, ignore_errors=True)


async def open_app(folder):
    config = gp.Config(folder=folder, language=None, allow_plain_http=False)
    return await gp.Gatepass.open(config, Vault(), Phone())


ALL = gp.PassQuery(profile=None, half=gp.PassHalf.ALL, search="", limit=500)


async def number_of_passes(app):
    return len((await app.passes(ALL)).rows)


async def until(what, is_so):
    """Waits until it is so; a minute is long enough for any machine."""
    for _ in range(6000):
        if is_so():
            return
        await asyncio.sleep(0.01)
    raise AssertionError(f"never came to be: {what}")
