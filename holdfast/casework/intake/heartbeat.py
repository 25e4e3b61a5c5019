"""An import says every half minute that it is alive, beside the transaction it works in."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import DatabaseError, connection
from django.utils import timezone

from .models import ReturnIntake
from .states import UNDER_WAY

log = logging.getLogger(__name__)
EVERY_SECONDS = 30.0


@contextmanager
def heartbeat(intake: ReturnIntake) -> Iterator[None]:
    """Keep `alive_at` fresh for as long as the block runs, from a thread and a connection of its own.

    It ends with the block and with the thread that runs it, so an import that died stops being alive.
    """
    ended = threading.Event()
    beat = threading.Thread(
        target=_beat, args=(intake.pk, threading.current_thread(), ended), name="heartbeat", daemon=True
    )
    beat.start()
    try:
        yield
    finally:
        ended.set()  # and not waited for: it may be waiting for the very transaction that ends after the block


def _beat(pk: int, worker: threading.Thread, ended: threading.Event) -> None:
    while not ended.wait(EVERY_SECONDS) and worker.is_alive():
        try:
            ReturnIntake.objects.filter(pk=pk, state__in=UNDER_WAY).update(alive_at=timezone.now())
        except DatabaseError:
            # On SQLite the import itself holds the pen; nobody else can end it meanwhile, so one beat may be missed.
            log.info("A heartbeat of an import was missed")
        finally:
            connection.close()
