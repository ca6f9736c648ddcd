"""All settings, read from the environment once."""

import os
from pathlib import Path

from motcua.config import database, identity_provider, training

PACKAGE = Path(__file__).resolve().parent.parent
DATA_DIR = database.data_folder()

TRAINING = training.is_on()  # a copy to practise on: other data, another colour, papers without value
CODE_SUFFIX = training.SUFFIX if TRAINING else ""  # of the codes of dossiers

DEBUG = os.environ.get("DEBUG", "") == "1"
SECRET_KEY = os.environ.get("SECRET_KEY") or database.kept_secret(DATA_DIR)
SECRET_KEY_FALLBACKS = [each for each in os.environ.get("FORMER_SECRET_KEYS", "").split(",") if each]
ALLOWED_HOSTS = os.environ.get("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1],testserver").split(",")
# Networks of our own proxies: only what they say of an address counts (X-Forwarded-For).
TRUSTED_PROXIES = tuple(each for each in os.environ.get("TRUSTED_PROXIES", "").replace(" ", "").split(",") if each)
CSRF_TRUSTED_ORIGINS = [o for o in os.environ.get("CSRF_TRUSTED_ORIGINS", "").split(",") if o]
HTTPS = os.environ.get("HTTPS", "") == "1"

DATABASES = {"default": database.settings(os.environ.get("DATABASE_URL"), DATA_DIR)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "motcua.domain.journal",
    "motcua.domain.working_days",
    "motcua.domain.organisations",
    "motcua.domain.messages",
    "motcua.domain.papers",
    "motcua.domain.papers.signing",
    "motcua.domain.citizens",
    "motcua.domain.uploads",
    "motcua.domain.procedures",
    "motcua.domain.counters",
    "motcua.domain.seals",
    "motcua.domain.post",
    "motcua.domain.fees",
    "motcua.domain.dossiers",
    "motcua.domain.filing",
    "motcua.domain.questions",
    "motcua.domain.feedback",
    "motcua.domain.mailbox",
    "motcua.domain.quality",
    "motcua.domain.satisfaction",
    "motcua.domain.secondments",
    "motcua.web.components",
    "motcua.web.counter",
    "motcua.web.administration",
    "motcua.web.procedures",
    "motcua.web.portal",
    "motcua.web.uploads",
    "motcua.web.filing",
    "motcua.web.satisfaction",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "pgtrigger",
    "procrastinate.contrib.django",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "motcua.web.components.headers.Headers",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",  # by the address alone: /en/… for the public pages, none for others
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "motcua.web.components.signing_in.WhoIsThere",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "motcua.web.components.entrance.Entrance",
    "motcua.web.components.idle.IdleLock",
    "motcua.web.components.entrance.Refusals",
]

ROOT_URLCONF = "motcua.config.urls"
WSGI_APPLICATION = "motcua.config.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [str(folder) for folder in sorted(PACKAGE.glob("web/*/templates"))],
        "OPTIONS": {
            "environment": "motcua.web.components.environment.environment",
            "context_processors": ["motcua.web.components.context.page"],
        },
    },
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
    },
]

AUTH_USER_MODEL = "organisations.Account"
AUTHENTICATION_BACKENDS = ["motcua.web.components.signing_in.OfficialBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "motcua.web.components.signing_in.LongEnough", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
CSRF_FAILURE_VIEW = "motcua.web.components.errors.forged"
LOGIN_URL = "/dang-nhap/"
LOGIN_REDIRECT_URL = "/ban-lam-viec/"
LOGOUT_REDIRECT_URL = "/"
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_ADAPTER = "motcua.web.components.signing_in.Adapter"
ACCOUNT_SESSION_REMEMBER = False
SOCIALACCOUNT_ADAPTER = "motcua.web.citizen.signing_in.CitizenAdapter"
SOCIALACCOUNT_PROVIDERS = identity_provider.providers(os.environ)
SOCIALACCOUNT_STORE_TOKENS = False
SIGN_IN_ORIGINS = identity_provider.origins(os.environ)
CLAIM_NAMES = identity_provider.claim_names(os.environ)
# Accounts that need no identity provider: opened with a telephone or e-mail address that a code has confirmed.
LOCAL_ACCOUNTS = os.environ.get("LOCAL_ACCOUNTS", "") == "1"
# Set by `motcua run` when it serves the invented province: nothing goes out there, so pages show what would have gone.
DEMO = os.environ.get("MOTCUA_DEMO", "") == "1"
MFA_ADAPTER = "motcua.domain.citizens.sealed.Sealed"
ACCOUNT_RATE_LIMITS = {"login_failed": "5/15m/key,50/15m/ip"}

SESSION_ENGINE = "motcua.web.components.sessions"
SESSION_COOKIE_AGE = 10 * 3600
SESSION_COOKIE_HTTPONLY = True
if TRAINING:  # beside the real program on the same machine: a browser tells hosts apart, not ports
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "sessionid_tap_huan", "csrftoken_tap_huan"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
IDLE_LOCK_MINUTES = 15
CITIZEN_IDLE_MINUTES = 30
MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"

CACHES = {"default": {"BACKEND": "django.core.cache.backends.db.DatabaseCache", "LOCATION": "cache"}}

LANGUAGE_CODE = "vi"
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True
USE_I18N = True
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
LOCALE_PATHS = [str(DATA_DIR / "locale")]  # compiled where the program starts: config/translations.py

STATIC_URL = "/static/"
STATIC_ROOT = str(DATA_DIR / "static")
VENDOR = PACKAGE / "web" / "vendor" / "static"
STATICFILES_DIRS = [str(VENDOR)] if VENDOR.exists() else []
STORAGES = {
    "default": {
        "BACKEND": "motcua.domain.papers.storage.AtomicFileStorage",
        "OPTIONS": {"location": str(DATA_DIR / "files")},
    },
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": [], "level": "INFO" if DEBUG else "WARNING"},
        # Only faults of ours: a page that was not found would write its address, with what it may contain.
        "django.request": {"level": "ERROR"},
    },
}

PROCRASTINATE_AUTODISCOVER_MODULE_NAME = None  # our modules called `tasks` are about a dossier's steps
PROCRASTINATE_IMPORT_PATHS = [f"motcua.jobs.{each.stem}" for each in sorted((PACKAGE / "jobs").glob("[a-z]*.py"))]

DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 3000  # a procedure with its hundred papers is one form
DATA_UPLOAD_MAX_NUMBER_FILES = 200  # each of its papers has a place for a file, empty or not
MAX_SCAN_BYTES = 20 * 1024 * 1024

SITE_ADDRESS = os.environ.get("SITE_ADDRESS", "http://localhost:8000")
PLACE = os.environ.get("PLACE", "Quảng Ninh")
HOTLINE = os.environ.get("HOTLINE", "1900558826")

# The ways by which people are told (docs/how-to/add-a-message.md). What is not set is not used, and what is to be told
# waits, visibly. A practice copy uses none: nobody outside may be written to from there.
_told = {} if TRAINING else os.environ
EMAIL_HOST = _told.get("EMAIL_HOST", "")
EMAIL_PORT = int(_told.get("EMAIL_PORT", "25"))
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _told.get("EMAIL_USER", ""), _told.get("EMAIL_PASSWORD", "")
EMAIL_USE_TLS, EMAIL_USE_SSL = _told.get("EMAIL_TLS", "") == "1", _told.get("EMAIL_SSL", "") == "1"
EMAIL_FROM = _told.get("EMAIL_FROM", "")
SMS_URL, SMS_TOKEN, SMS_SENDER = _told.get("SMS_URL", ""), _told.get("SMS_TOKEN", ""), _told.get("SMS_SENDER", "")
SMS_REPORT_SECRET = _told.get("SMS_REPORT_SECRET", "")
ZNS_URL = _told.get("ZNS_URL", "https://business.openapi.zalo.me/message/template")
ZNS_TOKEN, ZNS_TOKEN_FILE = _told.get("ZNS_TOKEN", ""), _told.get("ZNS_TOKEN_FILE", "")
# The numbers under which Zalo registered our templates: received=123456,result_ready=123457
ZNS_TEMPLATES = dict(each.split("=", 1) for each in _told.get("ZNS_TEMPLATES", "").split(",") if "=" in each)
ZNS_APP_ID, ZNS_REPORT_SECRET = _told.get("ZNS_APP_ID", ""), _told.get("ZNS_REPORT_SECRET", "")

# The mailbox to which people write (docs/how-to/connect-the-mailbox.md). Without a host none is read. What was read is
# marked, and moved when a folder for it is named.
MAILBOX_HOST, MAILBOX_PORT = _told.get("MAILBOX_HOST", ""), int(_told.get("MAILBOX_PORT", "993"))
MAILBOX_TLS = _told.get("MAILBOX_TLS", "ssl")  # ssl, starttls, or none on a line that nobody else hears
MAILBOX_USER, MAILBOX_PASSWORD_FILE = _told.get("MAILBOX_USER", ""), _told.get("MAILBOX_PASSWORD_FILE", "")
MAILBOX_FOLDER = _told.get("MAILBOX_FOLDER", "INBOX")
MAILBOX_DONE_FOLDER = _told.get("MAILBOX_DONE_FOLDER", "")

# The public post (docs/how-to/connect-a-carrier.md). Without an address its counter keys in what happens.
POST_URL, POST_SECRET = _told.get("POST_URL", ""), _told.get("POST_SECRET", "")
POST_SECONDS = float(_told.get("POST_SECONDS", "15"))  # so long its system may take to answer
POST_PROVINCE = os.environ.get("POST_PROVINCE", "22")  # the code of the Centre's own province

# The gateway for paying online (docs/how-to/connect-a-payment-gateway.md). Without an address paying online is not
# offered; GATEWAY_TRIAL=1 offers it with a page of our own on which no money moves, as demo and practice copy do.
GATEWAY_URL, GATEWAY_SECRET = _told.get("GATEWAY_URL", ""), _told.get("GATEWAY_SECRET", "")
GATEWAY_PARTNER = _told.get("GATEWAY_PARTNER", "")
GATEWAY_SECONDS = float(_told.get("GATEWAY_SECONDS", "15"))
GATEWAY_TRIAL = os.environ.get("GATEWAY_TRIAL", "") == "1"

# The provider of electronic receipts (Nghị định 123/2020, docs/how-to/connect-a-receipt-provider.md). Without an
# address receipts out of electronic books get their number and look-up code here.
RECEIPTS_URL, RECEIPTS_SECRET = _told.get("RECEIPTS_URL", ""), _told.get("RECEIPTS_SECRET", "")
RECEIPTS_SECONDS = float(_told.get("RECEIPTS_SECONDS", "15"))

# Each counter's scanner writes into a folder of its own: <code of the one-stop>/<name of the counter>/.
SCANNER_FOLDER = os.environ.get("SCANNER_FOLDER") or str(DATA_DIR / "scanner")

# Files that people send from home lie here until they belong to a dossier: one folder for all processes of the program.
INCOMING_FOLDER = os.environ.get("INCOMING_FOLDER") or str(DATA_DIR / "incoming")
LEAST_FREE_BYTES = 1024 * 1024 * 1024  # with less room on that disk no new file is begun: the dossiers come first

# Where keys.toml says which key lies where, and in trust/ the certificates that are trusted.
SIGNING_FOLDER = os.environ.get("SIGNING_FOLDER") or str(DATA_DIR / "signing")
# Where timestamps for signatures are asked (RFC 3161); empty: signatures carry the time of this machine alone.
TIMESTAMP_AUTHORITY = os.environ.get("TIMESTAMP_AUTHORITY", "")

# For so long a process relies on what it has read of calendar and bodies before it asks whether others changed them.
AT_HAND_SECONDS = 30
