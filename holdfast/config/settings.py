"""The service's settings: what a council may set comes from the environment, the rest is written here."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import environ

from holdfast.config.data_folder import data_folder, secret_key

env = environ.Env()

BASE_DIR = Path(__file__).resolve().parents[2]
DATA_DIR = data_folder()

SECRET_KEY = env.str("SECRET_KEY", default="") or secret_key(DATA_DIR)
DEBUG = env.bool("HOLDFAST_DEBUG", default=False)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])

INSTALLED_APPS = [
    "holdfast.casework.audit",
    "holdfast.casework.access",
    "holdfast.casework.provenance",
    "holdfast.casework.service",
    "holdfast.casework.drafts",
    "holdfast.casework.people",
    "holdfast.casework.care",
    "holdfast.casework.plans",
    "holdfast.casework.reviews",
    "holdfast.casework.tiers",
    "holdfast.casework.preparing",
    "holdfast.casework.records",
    "holdfast.casework.midway",
    "holdfast.casework.monitors",
    "holdfast.casework.resolution",
    "holdfast.casework.footprint",
    "holdfast.casework.checking",
    "holdfast.casework.improvement",
    "holdfast.casework.publishing",
    "holdfast.casework.editions",
    "holdfast.casework.notices",
    "holdfast.casework.intake",
    "django.contrib.contenttypes",
    "django.contrib.auth",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

WSGI_APPLICATION = "holdfast.config.wsgi.application"

AUTH_USER_MODEL = "access.User"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Another database by DATABASE_URL (postgres://…); without it an SQLite file that many may read while one writes.
# IMMEDIATE: a transaction asks for the pen when it begins, so two writers queue and neither is thrown out half way.
_SQLITE = {
    "ENGINE": "django.db.backends.sqlite3",
    "NAME": DATA_DIR / "holdfast.sqlite3",
    "OPTIONS": {
        "transaction_mode": "IMMEDIATE",
        "timeout": 60,  # seconds a writer waits for another: longer than the longest import (a page: web.waiting)
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
    },
}
DATABASES = {"default": env.db("DATABASE_URL") if env.str("DATABASE_URL", default="") else _SQLITE}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = dict(_SQLITE["OPTIONS"])
# On PostgreSQL the tables belong to another role than the one the service signs in with (`manage.py prepare_database`).
DATABASE_OWNER_URL = env.str("DATABASE_OWNER_URL", default="")
# Starts the service although its role could change the audit trail: for trying it out, never for real records.
AUDIT_UNGUARDED = env.bool("HOLDFAST_AUDIT_UNGUARDED", default=False)

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_I18N = False
USE_TZ = True

STATIC_URL = "static/"

# --- The pages -----------------------------------------------------------------------------------------------

INSTALLED_APPS += ["holdfast.web", "django.forms", "axes"]

ROOT_URLCONF = "holdfast.config.urls"

# Order matters: static files first, then what protects every answer, then who is asking and what they may.
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "holdfast.web.middleware.browser_promises",
    "holdfast.web.middleware.no_nul",
    "holdfast.web.waiting.waits_briefly",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "holdfast.web.middleware.session_end",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "holdfast.web.middleware.RefusalsInWords",
    "axes.middleware.AxesMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    }
]
FORM_RENDERER = "holdfast.web.form_renderer.FieldTemplates"

# The demo sign-ins are offered on the front page and every page says that nothing in it is real. Off wherever a
# database is named: there are no demo sign-ins among a council's own records.
DEMONSTRATION = env.bool("HOLDFAST_DEMO", default=not env.str("DATABASE_URL", default=""))
# Whose service this is, as its reports name it.
AUTHORITY_NAME = env.str("HOLDFAST_AUTHORITY", default="The council")
# Lets a person look at the service as on another day: HOLDFAST_TODAY=2026-12-18
TODAY = date.fromisoformat(env.str("HOLDFAST_TODAY")) if env.str("HOLDFAST_TODAY", default="") else None

# Static files carry a hash in their names and are served by the service itself; nothing comes from another host.
STATIC_ROOT = DATA_DIR / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
MEDIA_ROOT = DATA_DIR / "uploads"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
# Behind a council's https these are set to 1 in the environment; on loopback there is no https to insist on.
HTTPS = env.bool("HOLDFAST_HTTPS", default=False)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = HTTPS
if HTTPS:  # a name that browsers take from this host alone, and over https only
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-sessionid", "__Host-csrftoken"
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "holdfast.web.about.views.form_expired"

# Signing in. A session ends after half an hour without a page, and ten hours after signing in in any case.
LOGIN_URL = "sign_in"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "sign_in"
SESSION_IDLE_SECONDS = env.int("HOLDFAST_IDLE_SECONDS", default=30 * 60)
SESSION_LONGEST_SECONDS = 10 * 60 * 60
# What the database keeps of a session that nobody ended: a little longer than the session itself, so that a person
# who comes back is told why they were signed out.
SESSION_COOKIE_AGE = 2 * SESSION_IDLE_SECONDS
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("username", "name")},
    },
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
# Wrong passwords within a quarter of an hour close the door for the rest of it:
#   5 for one name from one address, so that guessing at one person from one place ends soon;
#   20 for one name wherever they come from, so that guessing from many places ends too. Somebody could shut a
#     colleague out that way, for a quarter of an hour, and the diary shows it: better than an open door;
#   30 from one address whichever the names, against one common password tried on everybody. A whole office may share
#     an address, so it is more than an office mistypes; slips of somebody who then signs in do not count.
# Tries while the door is shut are not counted: it opens when it was said to open.
SIGN_IN_TRIES = 5
SIGN_IN_TRIES_PER_USER = env.int("HOLDFAST_TRIES_PER_USER", default=20)
SIGN_IN_TRIES_PER_ADDRESS = env.int("HOLDFAST_TRIES_PER_ADDRESS", default=30)
SIGN_IN_CLOSED_FOR = timedelta(minutes=15)
# How many proxies of the council's own stand before the service. Only what they say in X-Forwarded-For is believed.
PROXIES = env.int("HOLDFAST_PROXIES", default=0)
AXES_HANDLER = "holdfast.web.signin.limits.Limits"
AXES_CLIENT_IP_CALLABLE = "holdfast.web.signin.limits.address_of"
AXES_FAILURE_LIMIT = SIGN_IN_TRIES
AXES_COOLOFF_TIME = SIGN_IN_CLOSED_FOR
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_DISABLE_ACCESS_LOG = True  # the diary has it, and cannot be emptied
AXES_LOCKOUT_CALLABLE = "holdfast.web.signin.views.locked_out"
AXES_RESET_ON_SUCCESS = True
AXES_SENSITIVE_PARAMETERS = []
AXES_VERBOSE = False
AXES_ENABLE_ADMIN = False

# E-mails. Without a mail server they are written to files and go nowhere. A letter waits in the database until
# `holdfast mail` sends it, so that no page waits for a mail server and nothing is lost while it is away.
MAIL_FOLDER = DATA_DIR / "mail"
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = MAIL_FOLDER
if env.str("HOLDFAST_EMAIL_URL", default=""):
    vars().update(env.email_url("HOLDFAST_EMAIL_URL"))
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = env.str("HOLDFAST_MAIL_FROM", default="holdfast@localhost")
# The address people open the service at, as its e-mails name it.
SERVICE_ADDRESS = env.str("HOLDFAST_ADDRESS", default="http://127.0.0.1:8000/")
# The weekday of the e-mail with the week's work: 0 is Monday.
SUMMARY_WEEKDAY = env.int("HOLDFAST_SUMMARY_WEEKDAY", default=0)

# Uploads: a year of a large council is some 20 MB; what is larger than this is not a return.
UPLOAD_LIMIT_BYTES = env.int("HOLDFAST_UPLOAD_LIMIT_BYTES", default=200 * 1024 * 1024)
# No address takes files, so that nobody can fill the disk; a page that asks for them lets them in itself.
FILE_UPLOAD_HANDLERS = ["holdfast.web.intake.upload_limit.NoFiles"]
FILE_UPLOAD_TEMP_DIR = DATA_DIR / "uploading"
FILE_UPLOAD_TEMP_DIR.mkdir(mode=0o700, exist_ok=True)
DATA_UPLOAD_MAX_NUMBER_FILES = 100
# Returns are read and loaded behind the page; tests do it in front of it.
INTAKE_IN_BACKGROUND = True

# The names of children, values from a file and the words searched for never reach a log: see log_lines.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"()": "holdfast.config.log_lines.WithoutValues"}},
    "handlers": {"screen": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["screen"], "level": "WARNING"},
    "loggers": {"axes": {"level": "ERROR"}, "django": {"handlers": [], "propagate": True}},
}
