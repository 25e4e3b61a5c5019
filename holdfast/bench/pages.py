"""How long the pages take, in a process of its own: ``python -m holdfast.bench.pages CHILDREN REVIEWS FOLDER``.

The service itself answers, without a network: middle of ``RUNS`` requests, beside a page that reads no record. The
folder holds the database for as long as it is measured. Prints one JSON object.
"""

from __future__ import annotations

import json
import os
import sys
import time
from datetime import date
from typing import Any

RUNS = 7
EMPTY = "a page that reads nothing"


def main(children: int, reviews: int, folder: str) -> None:
    os.environ.update(
        DJANGO_SETTINGS_MODULE="holdfast.config.settings",
        HOLDFAST_DATA=folder,
        DATABASE_URL="",
        HOLDFAST_DEMO="0",
    )
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    sys.stdout.write(json.dumps(_measured(children, reviews)) + "\n")


def _measured(children: int, reviews: int) -> dict[str, Any]:
    from django.test import Client
    from django.urls import reverse
    from django.utils import timezone

    from holdfast.bench import caseload
    from holdfast.casework.access.models import User

    today: date = timezone.localdate()
    manager = caseload.fill(children, reviews, today)
    officer = User.objects.get(username="officer")
    clients = {}
    for user in (manager, officer):
        clients[user] = Client(headers={"host": "localhost"})
        clients[user].force_login(user)
    child = reverse("child", args=[caseload.child_with_most_reviews().public_id])
    pages = {
        EMPTY: (manager, reverse("about_accessibility")),
        "children, first page": (manager, reverse("children")),
        "children, late only": (manager, reverse("children") + "?due=late"),
        "children of one officer": (officer, reverse("children")),
        "one child": (manager, child),
        "my work, manager": (manager, reverse("home")),
        "my work, officer": (officer, reverse("home")),
    }
    return {
        "size": caseload.counted(),
        "pages": {name: _time(clients[user], address) for name, (user, address) in pages.items()},
    }


def _time(client: Any, address: str) -> dict[str, float]:
    """Milliseconds of the middle of several requests, by the clock and of the processor, and the queries of one."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client.get(address)  # a session is written with its first page only
    with CaptureQueriesContext(connection) as asked:
        answer = client.get(address)
    queries = len(asked)  # counted now: the next request begins a new count
    if answer.status_code != 200:
        raise RuntimeError(f"{address} answered {answer.status_code}, so there is nothing to measure.")
    taken = []
    for _ in range(RUNS):
        clock, processor = time.perf_counter(), time.process_time()
        client.get(address)
        taken.append((time.perf_counter() - clock, time.process_time() - processor))
    middle = sorted(taken)[RUNS // 2]
    return {
        "milliseconds": round(middle[0] * 1000, 1),
        "processor_milliseconds": round(middle[1] * 1000, 1),
        "queries": queries,
    }


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3])
