"""Two who are at the same thing come one after the other; two at different things do not wait."""

from __future__ import annotations

import threading

import pytest
from django.db import connection, transaction

from holdfast.casework.audit.turns import take_turns


@pytest.mark.django_db(transaction=True)
def test_outside_a_transaction_it_would_hold_nothing() -> None:
    with pytest.raises(transaction.TransactionManagementError):
        take_turns("anything")


@pytest.mark.django_db
def test_the_same_may_be_taken_twice_by_one() -> None:
    take_turns("report text", 2017, "introduction")
    take_turns("report text", 2017, "introduction")


if connection.vendor == "postgresql":

    def second(about: tuple[object, ...], had: threading.Event) -> threading.Thread:
        def take() -> None:
            try:
                with transaction.atomic():
                    take_turns(*about)
                    had.set()
            finally:
                connection.close()

        thread = threading.Thread(target=take)
        thread.start()
        return thread

    @pytest.mark.django_db(transaction=True)
    def test_the_second_waits_until_the_first_is_done() -> None:
        same, other = threading.Event(), threading.Event()
        with transaction.atomic():
            take_turns("report text", 2017, "introduction")
            waiting = second(("report text", 2017, "introduction"), same)
            passing = second(("report text", 2018, "introduction"), other)
            assert other.wait(10)
            assert not same.wait(0.3)
        assert same.wait(10)
        waiting.join()
        passing.join()
