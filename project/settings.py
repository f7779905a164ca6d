"""The settings, all of them; what may differ between machines comes through env.py."""

from __future__ import annotations

import sys

from csp.constants import NONE, SELF

from project import env
from project.databases import databases
from project.launch import address
from project.secret_key import secret_key

env.refuse_unknown()

BASE_DIR = env.CHECKOUT
STATE = env.state_folder()
HTTPS = env.flag("VARIORUM_HTTPS")
DEBUG = env.flag("DEBUG")
UNDER_PYTEST = "pytest" in sys.modules

# --- Rooms, lowest first; apps.domain is pure Python and no Django app ---

INSTALLED_APPS = [
    "apps.ui",
    "apps.accounts",
    "apps.sources",
    "apps.entities",
    "apps.annotations",
    "apps.claims",
    "apps.contradictions",
    "apps.reading",
    "apps.accounts.admin_config.TeamAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "pgtrigger",
    "pghistory",
    "import_export",
    "django_htmx",
    "csp",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "project.static_files.StaticFilesMiddleware",
    "django.middleware.gzip.GZipMiddleware",  # a reader with its marks is five times its gzip
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "apps.ui.keeping.KeepingMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "pghistory.middleware.HistoryMiddleware",
    "apps.ui.middleware.RefusalMiddleware",
]

ROOT_URLCONF = "project.urls"
ASGI_APPLICATION = "project.asgi.application"
WSGI_APPLICATION = "project.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]

# --- Database ---

# Under pytest a server of its own, for it may forget what it wrote (tests/databases.py), and no
# pool: an open pool would keep the test database from being dropped.
DATABASES = databases(STATE / "tests" if UNDER_PYTEST else STATE, pooled=not UNDER_PYTEST)

# --- History: triggers write it, and nothing rewrites it ---

PGHISTORY_APPEND_ONLY = True
PGHISTORY_CREATED_AT_FUNCTION = "CLOCK_TIMESTAMP()"
# Reading changes nothing, so it needs no context.
PGHISTORY_MIDDLEWARE_METHODS = ("POST", "PUT", "PATCH", "DELETE")

# --- Imports: without these codes a person who may only look could import rows ---

IMPORT_EXPORT_IMPORT_PERMISSION_CODE = "add"
IMPORT_EXPORT_EXPORT_PERMISSION_CODE = "view"
IMPORT_EXPORT_ESCAPE_FORMULAE_ON_EXPORT = True

# --- People ---

AUTH_USER_MODEL = "accounts.User"
SESSION_ENGINE = "apps.accounts.sessions"  # so that people can see and end theirs
SIGN_IN = env.sign_in()
LOGIN_URL = "/accounts/log-in/"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/"
if UNDER_PYTEST:  # the slow hash of real passwords would take most of the tests' time
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
    for name, options in {
        "UserAttributeSimilarityValidator": {},
        "MinimumLengthValidator": {"min_length": 12},
        "CommonPasswordValidator": {},
        "NumericPasswordValidator": {},
    }.items()
]

# --- E-mail: printed where the server was started, unless a mail server is named ---

_mail = env.mail_server()
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if _mail else 'console'}.EmailBackend"
# A letter is read elsewhere, so what it points to needs a whole address.
SITE_ADDRESS = env.site_address(address.url())
DEFAULT_FROM_EMAIL = "Variorum <variorum@localhost>"
if _mail:
    EMAIL_HOST, EMAIL_PORT = _mail.hostname, _mail.port or 587
    EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _mail.username or "", _mail.password or ""
    EMAIL_USE_TLS = _mail.scheme == "smtps"

# --- Forms: an address typed without its scheme is meant as https ---

FORMS_URLFIELD_ASSUME_HTTPS = True

# --- Forms: a text may be pasted, and one may have 20 MB ---

DATA_UPLOAD_MAX_MEMORY_SIZE = 25 * 2**20

# --- Language and time ---

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "UTC"
USE_TZ = True
USE_I18N = True

# --- Files ---

# A folder with the original texts; None means the usual places (fixtures/texts, ../shared/sources).
TEXTS_FOLDER = env.existing_folder("VARIORUM_TEXTS")

STATIC_URL = "/static/"
STATIC_ROOT = STATE / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_ROOT = STATE / "media"
# Names with a checksum may be cached for ever; while developing and testing, files are as they lie.
PLAIN_STATIC_FILES = DEBUG or UNDER_PYTEST
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if PLAIN_STATIC_FILES
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_AUTOREFRESH = PLAIN_STATIC_FILES
WHITENOISE_USE_FINDERS = PLAIN_STATIC_FILES

# --- Security ---

SECRET_KEY = secret_key(STATE, has_own_server=bool(env.text("DATABASE_URL")))

HOST = env.text("HOST", "127.0.0.1")
ALLOWED_HOSTS = env.names(
    "ALLOWED_HOSTS",
    ["localhost", "127.0.0.1", "[::1]", f"[{HOST}]" if ":" in HOST else HOST],
)

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "connect-src": [SELF],
        "object-src": [NONE],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS

# --- Logging: to stderr, where the one who started the server looks ---

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["stderr"], "level": "INFO", "propagate": False},
        "apps": {"handlers": ["stderr"], "level": "INFO", "propagate": False},
    },
}
