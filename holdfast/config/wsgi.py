"""The door for the web server (gunicorn holdfast.config.wsgi)."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "holdfast.config.settings")

application = get_wsgi_application()
