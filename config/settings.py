"""Settings: one file, and the environment decides.

`FOLKMOOT_MODE` is production (the default), demo or test. Production takes every secret from the environment and stops by
name when one is missing; demo and test make their own (config/env.py).
"""

import os
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured

from config import env, logs
from config.enums import ChoiceNames
from config.schedule import JOBS

BASE_DIR = Path(__file__).resolve().parent.parent
MODE = FOLKMOOT_MODE = os.environ.get("FOLKMOOT_MODE") or "production"
if MODE not in ("production", "demo", "test"):
    raise ImproperlyConfigured(f"FOLKMOOT_MODE must be production, demo or test, not {MODE!r}.")
PRODUCTION, DEMO, TEST = MODE == "production", MODE == "demo", MODE == "test"
DEBUG = os.environ.get("FOLKMOOT_DEBUG") == "1" and not PRODUCTION
DATA_DIR = Path(os.environ.get("FOLKMOOT_DATA") or BASE_DIR / ".folkmoot")
FOLKMOOT_COUNCIL = os.environ.get("FOLKMOOT_COUNCIL") or "Birmingham City Council"
# Part of every kept page's key, so that a new release starts afresh.
FOLKMOOT_BUILD = os.environ.get("FOLKMOOT_BUILD") or "unbuilt"
# In a test no commit comes, so nothing would tell a kept page that it is old; tests of the keeping switch it on.
FOLKMOOT_PAGE_CACHE_OFF = TEST or (DEBUG and not PRODUCTION)
FOLKMOOT_LIMITS_OFF = os.environ.get("FOLKMOOT_LIMITS_OFF") == "1" and not PRODUCTION  # for load tests

# --- Secrets ---------------------------------------------------------------------------------------------------------
SECRET_KEY = env.secret("FOLKMOOT_SECRET_KEY", mode=MODE, data=DATA_DIR)
# Seals votes until close, and is never in the database.
BALLOT_KEY = env.secret("FOLKMOOT_BALLOT_KEY", mode=MODE, data=DATA_DIR)
# Makes the pseudonyms of actors.
LEDGER_KEY = env.secret("FOLKMOOT_LEDGER_KEY", mode=MODE, data=DATA_DIR)
# Ties a worker's protected voice to the person, and is never in the database.
VOICE_KEY = env.secret("FOLKMOOT_VOICE_KEY", mode=MODE, data=DATA_DIR)

# --- The house, floor by floor (DESIGN section 3) --------------------------------------------------------------------
FLOORS = [
    *("core", "ledger", "notifications", "clocks", "places", "search", "accounts"),
    *("ballots", "chain", "meetings", "moderation"),
    *("forums", "neighbourhoods", "proposals", "outputs", "committees", "portal"),
]
INSTALLED_APPS = [
    *FLOORS,
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "rest_framework",
    "rest_framework.authtoken",
    "drf_spectacular",
    "drf_spectacular_sidecar",
    "django_htmx",
    # We name the loaders below, so the app must not wrap them a second time.
    "template_partials.apps.SimpleAppConfig",
    "accounts.admin_app.HouseAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.sessions",
    "config.apps.Statics",
]
# Anonymous pages must touch neither session nor CSRF token, or `Vary: Cookie` keeps them out of every cache: whatever here
# looks at the person does it lazily.
MIDDLEWARE = [
    "core.middleware.RequestId",
    "config.access.AccessLog",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "core.middleware.ContentSecurity",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "core.middleware.PathLanguage",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "accounts.middleware.AcceptedTerms",
    "django_htmx.middleware.HtmxMiddleware",
    *("core.middleware.Readable", "core.middleware.Acts", "core.middleware.Refusals"),
]
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
APPEND_SLASH = True

_LOADERS: list[Any] = ["django.template.loaders.filesystem.Loader", "django.template.loaders.app_directories.Loader"]
if not DEBUG:
    _LOADERS = [("django.template.loaders.cached.Loader", _LOADERS)]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {
            "loaders": [("template_partials.loader.Loader", _LOADERS)],
            "builtins": ["template_partials.templatetags.partials", "core.templatetags.addresses"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "core.context.house",
            ],
        },
    }
]

# --- Servers ---------------------------------------------------------------------------------------------------------
PORT = env.number("PORT", 8000)
WEB_THREADS = env.number("FOLKMOOT_WEB_THREADS", 3)
_NOWHERE = "postgresql://folkmoot@/folkmoot?host=/nonexistent"  # lets makemigrations and lint run without a server
_DATABASE_URL = os.environ.get("DATABASE_URL") or ("" if PRODUCTION else _NOWHERE)
REDIS_URL = os.environ.get("REDIS_URL") or ("" if PRODUCTION else "unix:///nonexistent/redis.sock?db=0")
for _name, _value in (("DATABASE_URL", _DATABASE_URL), ("REDIS_URL", REDIS_URL)):
    if not _value:
        raise ImproperlyConfigured(f"{_name} is not set. Folkmoot does not start without it.")
# The web server's threads share a pool (FOLKMOOT_DB_POOL at least WEB_THREADS); commands and workers keep one connection each.
DATABASES = {"default": env.database(_DATABASE_URL, pool=env.number("FOLKMOOT_DB_POOL", 0))}
if TEST and os.environ.get("FOLKMOOT_TEST_TEMPLATE"):
    DATABASES["default"]["TEST"] = {
        "TEMPLATE": os.environ["FOLKMOOT_TEST_TEMPLATE"]
    }  # migrated already (ground/template.py)
_CACHE = "django.core.cache.backends.redis.RedisCache"
CACHES = {"default": {"BACKEND": _CACHE, "LOCATION": REDIS_URL, "KEY_PREFIX": "fm"}}
SESSION_ENGINE = "django.contrib.sessions.backends.cached_db"

CELERY_BROKER_URL = env.broker(REDIS_URL)
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
# A task that a killed worker held is given to another after this many seconds; our tasks are short and may run twice.
CELERY_BROKER_TRANSPORT_OPTIONS = {"visibility_timeout": 300}
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_TASK_REJECT_ON_WORKER_LOST = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_TASK_TIME_LIMIT = 600
CELERY_TASK_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_TIMEZONE = "Europe/London"
CELERY_BEAT_SCHEDULE = JOBS
CELERY_WORKER_HIJACK_ROOT_LOGGER = False

# --- Mail ------------------------------------------------------------------------------------------------------------
_EMAIL_URL = os.environ.get("EMAIL_URL") or ("" if PRODUCTION else "demo:")
if not _EMAIL_URL:
    raise ImproperlyConfigured("EMAIL_URL is not set. Folkmoot does not start without it.")
globals().update(env.mail(_EMAIL_URL))
# Where people reach us, for links in mails.
FOLKMOOT_URL = (os.environ.get("FOLKMOOT_URL") or ("" if PRODUCTION else f"http://127.0.0.1:{PORT}")).rstrip("/")
if not FOLKMOOT_URL:
    raise ImproperlyConfigured(
        "FOLKMOOT_URL is not set: the address at which people reach the platform, for links in mails."
    )
DEFAULT_FROM_EMAIL = os.environ.get("FOLKMOOT_FROM") or "Folkmoot <noreply@folkmoot.invalid>"
SERVER_EMAIL = DEFAULT_FROM_EMAIL

# --- People ----------------------------------------------------------------------------------------------------------
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "accounts.backends.PersonBackend",
    *([] if PRODUCTION else ["accounts.backends.DemoBackend"]),
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
if TEST:
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
ACCOUNT_ADAPTER = "accounts.adapter.Adapter"
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]  # no name, and no password unless one is set later
ACCOUNT_FORMS = {
    "login": "accounts.forms.PasswordForm",
    "signup": "accounts.forms.SignupForm",
    "confirm_email_verification_code": "accounts.forms.ConfirmAddressForm",
    "confirm_login_code": "accounts.forms.SignInCodeForm",
}
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_DEFAULT_HTTP_PROTOCOL = "https" if PRODUCTION else "http"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Folkmoot"
ALLAUTH_TRUSTED_PROXY_COUNT = env.number("FOLKMOOT_PROXIES", 1 if PRODUCTION else 0)

# --- API -------------------------------------------------------------------------------------------------------------
_THROTTLES = {"anon": "60/min", "user": "240/min"}
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "accounts.tokens.PersonToken",
        "rest_framework.authentication.SessionAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticatedOrReadOnly"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["core.api.ObjectParser"],
    "EXCEPTION_HANDLER": "core.api.answer_to",
    "DEFAULT_PAGINATION_CLASS": "rest_framework.pagination.LimitOffsetPagination",
    "PAGE_SIZE": 20,
    "DEFAULT_THROTTLE_CLASSES": [
        "rest_framework.throttling.AnonRateThrottle",
        "core.limits.PersonRate",
    ],
    "DEFAULT_THROTTLE_RATES": dict.fromkeys(("anon", "user"), "10000/min") if TEST else _THROTTLES,
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "NUM_PROXIES": ALLAUTH_TRUSTED_PROXY_COUNT,
    "TEST_REQUEST_DEFAULT_FORMAT": "json",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Folkmoot",
    "DESCRIPTION": "Read the public record and act in it. Every act has the same rules, and the same reasons, as on the pages.",
    "VERSION": "1",
    "SWAGGER_UI_DIST": "SIDECAR",
    "SWAGGER_UI_FAVICON_HREF": "SIDECAR",
    "REDOC_DIST": "SIDECAR",
    "SERVE_INCLUDE_SCHEMA": False,
    "SCHEMA_PATH_PREFIX": r"/api/v1",
    "COMPONENT_SPLIT_REQUEST": True,
    "ENUM_NAME_OVERRIDES": ChoiceNames(FLOORS),
}

# --- Languages and time ----------------------------------------------------------------------------------------------
LANGUAGE_CODE = "en-gb"
LANGUAGES = [("en-gb", "English")]
LOCALE_PATHS = [BASE_DIR / "locale"]
if TEST or os.environ.get("FOLKMOOT_PSEUDO") == "1":
    # Made up from the English sentences (ground/catalogues.py): longer words, and right to left.
    LANGUAGES += [("en-xa", "Pseudo, accented"), ("ar-xb", "Pseudo, right to left")]
    LOCALE_PATHS += [DATA_DIR / "pseudo-locale"]
USE_I18N = USE_TZ = True
TIME_ZONE = "Europe/London"

# --- Files -----------------------------------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = Path(os.environ.get("FOLKMOOT_STATIC") or DATA_DIR / "static")
STATICFILES_DIRS = [BASE_DIR / "static"] if (BASE_DIR / "static").is_dir() else []
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "core.staticfiles.Bundles",
]
FOLKMOOT_BUNDLES = DATA_DIR / "bundles"
MEDIA_URL = "/media/"
MEDIA_ROOT = Path(os.environ.get("FOLKMOOT_MEDIA") or DATA_DIR / "media" / "public")
PRIVATE_MEDIA_ROOT = Path(os.environ.get("FOLKMOOT_PRIVATE_MEDIA") or DATA_DIR / "media" / "private")
EXEMPT_MEDIA_ROOT = Path(os.environ.get("FOLKMOOT_EXEMPT_MEDIA") or DATA_DIR / "media" / "exempt")
_STATIC = "django.contrib.staticfiles.storage.StaticFilesStorage" if TEST or DEBUG else "config.statics.Manifest"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "private": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": PRIVATE_MEDIA_ROOT}},
    "exempt": {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": EXEMPT_MEDIA_ROOT}},
    "staticfiles": {"BACKEND": _STATIC},
}
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = TEST or DEBUG
WHITENOISE_KEEP_ONLY_HASHED_FILES = True
# Maps are for people with developer tools open; compressing them took most of the time of a first start.
WHITENOISE_SKIP_COMPRESS_EXTENSIONS = ["jpg", "jpeg", "png", "gif", "webp", "zip", "gz", "br", "woff", "woff2", "map"]
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 12 * 1024 * 1024  # a 10 MB file and its form

# --- Safety ----------------------------------------------------------------------------------------------------------
ALLOWED_HOSTS = env.words("FOLKMOOT_HOSTS", "" if PRODUCTION else "localhost,127.0.0.1,[::1],testserver")
if PRODUCTION and not ALLOWED_HOSTS:
    raise ImproperlyConfigured("FOLKMOOT_HOSTS is not set: name the hosts people will use, separated by commas.")
CSRF_TRUSTED_ORIGINS = env.words("FOLKMOOT_ORIGINS")
# A proxy in front speaks TLS for us and says so; without one nobody can forge it, because we listen on no public address.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if PRODUCTION else None
SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = PRODUCTION
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if PRODUCTION else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = PRODUCTION
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_AGE = 14 * 24 * 3600
X_FRAME_OPTIONS = "DENY"
# Looks at the session only when its cookie is there, so a page without messages stays cacheable.
MESSAGE_STORAGE = "django.contrib.messages.storage.fallback.FallbackStorage"
CSRF_FAILURE_VIEW = "django.views.csrf.csrf_failure"

# --- Logs ------------------------------------------------------------------------------------------------------------
logs.configure()
LOGGING = logs.logging_table(os.environ.get("FOLKMOOT_LOG_LEVEL") or ("WARNING" if TEST else "INFO"))

TEST_RUNNER = "django.test.runner.DiscoverRunner"
