"""Load Django for a command that needs the service's records."""

import os


def load_django() -> None:
    """Set Django up with the service's settings; the database must exist (``holdfast serve`` makes it)."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "holdfast.config.settings")
    import django

    django.setup()
