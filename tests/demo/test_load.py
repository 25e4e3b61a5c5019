"""The demo goes in through the doors of the casework rooms, into an empty database, and says the same there."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from holdfast.casework.access.models import User
from holdfast.casework.people.models import Child
from holdfast.config.cli import main
from holdfast.demo import load, mark

SEED = 2


@pytest.mark.django_db
def test_a_database_with_records_is_refused_and_left_alone() -> None:
    Child.objects.create(number="C1", name="Sam Someone")

    with pytest.raises(load.HoldsRecords, match="already holds records"):
        load.load(seed=SEED)

    assert Child.objects.count() == 1
    assert not User.objects.exists()
    assert mark.loaded_seed() is None


@pytest.mark.django_db
def test_where_the_settings_want_no_demonstration_none_is_loaded(settings) -> None:
    settings.DEMONSTRATION = False

    with pytest.raises(load.NoPlaceForADemo, match="HOLDFAST_DEMO=1"):
        load.load(seed=SEED)

    assert not User.objects.exists()


@pytest.mark.django_db
def test_the_command_says_how_to_load_the_demo_where_there_is_none() -> None:
    done = CliRunner().invoke(main, ["demo", "compare"])

    assert done.exit_code == 1
    assert "holdfast demo load" in done.output
