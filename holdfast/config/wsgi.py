"""The door for the web server (gunicorn holdfast.config.wsgi)."""

import logging
import os

from django.core.wsgi import get_wsgi_application
from django.db import OperationalError, connection

from holdfast.config.data_folder import keep_files_to_ourselves

keep_files_to_ourselves()
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "holdfast.config.settings")

application = get_wsgi_application()


def _check() -> None:
    """Not to be passed by starting gunicorn oneself. A database that does not answer yet is said by its pages."""
    from holdfast.config.serve import check_audit_trail

    log = logging.getLogger(__name__)
    try:
        check_audit_trail(log.warning)
    except OperationalError as error:
        log.warning("The database does not answer: %s", error)
    finally:
        connection.close()


_check()
