"""The demonstration as it stands once loaded: one load for all of these tests, which leave it as it is."""

import pytest

SEED = 1
#: loading takes long, so one worker does it, for all of them
ONE_WORKER = [pytest.mark.django_db, pytest.mark.xdist_group("one demonstration")]
