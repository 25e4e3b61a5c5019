"""A PostgreSQL server on loopback that lasts as long as the tests do; nothing of it remains."""

from __future__ import annotations

import contextlib
import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from glob import glob
from pathlib import Path

# Nothing outlives the run, so nothing needs to reach the disk.
SETTINGS = (
    "-c fsync=off -c full_page_writes=off -c synchronous_commit=off -c max_connections=60"
    " -c jit=off -c autovacuum=off"
)


@contextlib.contextmanager
def postgres() -> Iterator[str]:
    """Start a server and give its DATABASE_URL; stop it and remove its files afterwards."""
    programs, home = _programs(), Path(tempfile.mkdtemp(prefix="holdfast-postgres-"))
    run: list[str] = []
    if os.geteuid() == 0:  # PostgreSQL refuses to run as root: borrow the packaged postgres user
        owner = pwd.getpwnam("postgres")
        os.chown(home, owner.pw_uid, owner.pw_gid)
        run = ["runuser", "-u", "postgres", "--"]

    def call(program: str, *arguments: str) -> None:
        subprocess.run(
            [*run, str(programs / program), *arguments], check=True, stdout=subprocess.DEVNULL, cwd="/"
        )

    data, port = str(home / "data"), _free_port()
    try:
        call("initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N")
        options = f"-c listen_addresses=127.0.0.1 -p {port} -k {home} {SETTINGS}"
        call("pg_ctl", "-D", data, "-w", "-l", str(home / "log"), "-o", options, "start")
        try:
            yield f"postgres://postgres@127.0.0.1:{port}/postgres"
        finally:
            call("pg_ctl", "-D", data, "-m", "immediate", "stop")
    finally:
        shutil.rmtree(home, ignore_errors=True)


def _programs() -> Path:
    found = sorted(glob("/usr/lib/postgresql/*/bin"), key=lambda path: int(path.split("/")[-2]))
    return Path(found[-1]) if found else Path(shutil.which("initdb") or "initdb").resolve().parent


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
