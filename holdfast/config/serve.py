"""Start the service on this machine: ``holdfast serve``, which ``script/server`` calls after installing.

What is missing is made on the way (the database, the demo authority in an empty embedded database, the
static files) and what is there is left alone, so that the second start is a matter of seconds.
"""

from __future__ import annotations

import hashlib
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from holdfast.config.data_folder import OpenToOthers

LOOPBACK = "127.0.0.1"
PORTS_TO_TRY = 20
WORKERS = 2
#: Pages that one worker answers side by side. With threads the worker itself is never busy, so it is not taken for
#: dead, and its imports are not cut off, because one page takes long; a slow page keeps nobody else waiting either.
THREADS = 4
#: A worker that gives no sign of life for longer than this is replaced.
SECONDS_SILENT = 120

#: A worker's first pages are answered before it makes itself ready for reports, which takes some seconds of one core.
SECONDS_UNTIL_WARM = 3

Say = Callable[[str], None]


class CannotServe(Exception):
    """The service cannot be started; the message says what to do."""


def say_on_screen(sentence: str) -> None:
    """Write one line for the person at the terminal, at once."""
    sys.stdout.write(sentence + "\n")
    sys.stdout.flush()


def serve(*, port: int = 8000, demo: bool = True, say: Say = say_on_screen) -> None:
    """Prepare what is missing, then serve on loopback until Ctrl-C.

    With ``demo``, an embedded database without any account gets the demo authority. A database named by
    DATABASE_URL is never filled, nor changed in form, from here. Raises CannotServe with a sentence.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "holdfast.config.settings")
    if not demo:
        os.environ["HOLDFAST_DEMO"] = "0"
    import django

    try:
        django.setup()
    except OpenToOthers as error:
        raise CannotServe(str(error)) from error
    prepare_database(say)
    shows_demo = prepare_demo(say)
    prepare_static_files(say)
    tidy_up()
    warn_of_open_doors(say)
    listen_on = free_port(port, say)
    _serve_until_stopped(listen_on, say, shows_demo)


def free_port(first: int, say: Say) -> int:
    """The first port from ``first`` on that nothing listens on; each one in use is said.

    Raises CannotServe when none of the next twenty is free.
    """
    for port in range(first, first + PORTS_TO_TRY):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((LOOPBACK, port))
            except OSError:
                say(f"Port {port} is in use by another program; trying {port + 1}.")
            else:
                return port
    last = first + PORTS_TO_TRY - 1
    raise CannotServe(f"No free port from {first} to {last}. Name another with: script/server --port 9000")


def is_embedded() -> bool:
    """Whether the records stand in the SQLite file under HOLDFAST_DATA, which is ours to make and fill."""
    from django.db import connection

    return connection.vendor == "sqlite"


def prepare_database(say: Say) -> None:
    """Bring the embedded database to today's form. Another database is only looked at.

    Raises CannotServe where a database named by DATABASE_URL is not in the form this version needs, or would let
    the service change its own audit trail.
    """
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor
    from django.db.utils import OperationalError

    try:
        executor = MigrationExecutor(connection)
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except OperationalError as error:
        raise CannotServe(f"The database does not answer: {error}".strip()) from error
    if not waiting:
        check_audit_trail(say)
        return
    if not is_embedded():
        raise CannotServe(
            "The database named by DATABASE_URL is not in the form this version needs. "
            "Bring it up to date with: script/holdfast manage prepare_database"
        )
    new = not executor.loader.applied_migrations
    say("Creating the database…" if new else "Bringing the database up to date…")
    call_command("migrate", verbosity=0, interactive=False)


def check_audit_trail(say: Say) -> None:
    """See that the database refuses to change what is only added to, with the role the service signs in as.

    Raises CannotServe where it does not, unless HOLDFAST_AUDIT_UNGUARDED accepts it: then it is said each time.
    """
    from django.conf import settings
    from django.db import connection

    from holdfast.casework.audit import checks, guard

    if is_embedded():
        guard.install(connection)
        return
    why = checks.powers_over_the_diary(connection)
    if why is None:
        return
    wrong = (
        f"The service could change its own audit trail in the database named by DATABASE_URL, because {why}."
    )
    if not settings.AUDIT_UNGUARDED:
        raise CannotServe(
            f"{wrong} {checks.HOW} If nothing in it is about real children, "
            "HOLDFAST_AUDIT_UNGUARDED=1 starts it as it is."
        )
    say(f"WARNING: {wrong} HOLDFAST_AUDIT_UNGUARDED accepts that: keep no real child's records in it.")


def prepare_demo(say: Say) -> bool:
    """Load the demo authority into an embedded database that has no account yet.

    Answers whether the database holds the demo authority. It is loaded by a process of its own, so that
    the engine's threads are gone before the workers are forked.
    """
    from django.conf import settings
    from django.contrib.auth import get_user_model
    from django.db import connections

    if not (settings.DEMONSTRATION and is_embedded()):
        return False
    from holdfast.demo import mark, sign_ins

    empty = not get_user_model().objects.exists()
    connections.close_all()
    if empty:
        say("Loading the demo authority, an invented council…")
        command = "from holdfast.config.cli import main; main()"
        done = subprocess.run([sys.executable, "-c", command, "demo", "load"], check=False)  # noqa: S603  our own program
        if done.returncode:
            raise CannotServe("The demo authority could not be loaded; the reason stands above.")
    return mark.loaded_seed() is not None and sign_ins.are_present()


def prepare_static_files(say: Say) -> None:
    """Collect style sheets, scripts and pictures, but only when one of them changed since the last time."""
    from django.conf import settings
    from django.contrib.staticfiles.finders import get_finders
    from django.core.management import call_command

    found = hashlib.sha256()
    for finder in get_finders():
        for name, storage in sorted(finder.list([]), key=lambda pair: pair[0]):
            there = Path(storage.path(name)).stat()
            found.update(f"{name} {there.st_size} {there.st_mtime_ns}\n".encode())
    stamp = Path(settings.STATIC_ROOT) / ".collected"
    if stamp.exists() and stamp.read_text() == found.hexdigest():
        return
    say("Collecting style sheets and scripts…")
    call_command("collectstatic", verbosity=0, interactive=False)
    stamp.write_text(found.hexdigest())


def tidy_up() -> None:
    """Remove what nobody needs: sessions that have ended, half uploads, and what cut-off imports left behind."""
    from django.core.management import call_command

    from holdfast.web.intake import tidying

    call_command("clearsessions")
    tidying.empty_upload_folder()
    tidying.tidy()


def warn_of_open_doors(say: Say) -> None:
    """Say which settings of a council's service are still those of somebody who tries it out."""
    from django.conf import settings

    if not is_embedded() and not settings.HTTPS:
        say(
            "WARNING: HOLDFAST_HTTPS is not set, so cookies also go over connections that anybody on the way can "
            "read. Put the service behind https and set HOLDFAST_HTTPS=1."
        )
    if settings.HTTPS and not settings.PROXIES:
        say(
            "WARNING: HOLDFAST_PROXIES is not set. Behind a proxy everybody then counts as one computer, and the "
            "wrong passwords of a few shut the door to all. Set it to the number of proxies, usually 1."
        )


def _serve_until_stopped(port: int, say: Say, shows_demo: bool) -> None:
    from django.db import connections
    from gunicorn.app.base import BaseApplication

    from holdfast.config.server_log import ServerLog

    address = f"http://{LOOPBACK}:{port}/"

    def when_ready(_server: Any) -> None:
        say(f"\nHoldfast is running at {address}")
        if shows_demo:
            say(_demo_sign_ins())
        say("Press Ctrl-C to stop it.")

    class Service(BaseApplication):
        def load_config(self) -> None:
            options: dict[str, Any] = {
                "bind": f"{LOOPBACK}:{port}",
                "workers": WORKERS,
                "worker_class": "gthread",
                "threads": THREADS,
                "timeout": SECONDS_SILENT,
                "logger_class": ServerLog,
                "post_worker_init": _begin,
                "loglevel": "warning",
                "proc_name": "holdfast",
                "when_ready": when_ready,
                "on_exit": lambda _server: say("\nHoldfast has stopped."),
                # Newer versions would open a socket in the person's home folder.
                "control_socket_disable": True,
            }
            for name, value in options.items():
                if name in self.cfg.settings:
                    self.cfg.set(name, value)

        def load(self) -> Any:
            from holdfast.config.wsgi import application

            return application

    connections.close_all()  # none may be shared with the workers
    Service().run()


def _begin(worker: Any) -> None:
    """What a worker does before its first page, and beside the first pages."""
    _tidy_after_another(worker)
    later = threading.Timer(SECONDS_UNTIL_WARM, _get_warm, [worker])
    later.daemon = True
    later.start()


def _get_warm(worker: Any) -> None:
    """Make ready for the first report, which else takes some seconds longer. Whether it is ready changes no answer."""
    from django.conf import settings
    from django.utils import timezone

    from holdfast.reports.warming import warm

    try:
        warm(settings.TODAY or timezone.localdate())
    except Exception as error:  # the worker answers all the same; its first report then says what is wrong
        worker.log.warning("The worker is not ready for reports: %s", error)


def _tidy_after_another(worker: Any) -> None:
    """A worker that takes the place of one that died ends the imports that died with it."""
    from django.db import OperationalError, connection

    from holdfast.web.intake import tidying

    try:
        tidying.tidy()
    except OperationalError:
        worker.log.warning("The database does not answer; imports that were cut off are ended later.")
    finally:
        connection.close()


def _demo_sign_ins() -> str:
    from holdfast.casework.access.roles import Role
    from holdfast.demo.sign_ins import SIGN_INS

    rows = [(one.username, one.password, Role(one.role).label) for one in SIGN_INS]
    wide = [max(len(row[column]) for row in rows) for column in (0, 1)]
    lines = [f"  {name:<{wide[0]}}   {password:<{wide[1]}}   {role}" for name, password, role in rows]
    return "\n".join(
        ["Everything in it is invented. Sign in with one of these names and passwords:", "", *lines, ""]
    )
