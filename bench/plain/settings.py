"""What `startproject` gives, with the tables and the accounts of the program."""

from motcua.config import settings as ours

SECRET_KEY, ALLOWED_HOSTS = ours.SECRET_KEY, ours.ALLOWED_HOSTS
DATABASES = {"default": {**ours.DATABASES["default"], "ENGINE": "django.db.backends.postgresql"}}
DEFAULT_AUTO_FIELD = ours.DEFAULT_AUTO_FIELD
INSTALLED_APPS = [
    *(each for each in ours.INSTALLED_APPS if each.startswith("motcua.domain")),
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "pgtrigger",
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
ROOT_URLCONF = "bench.plain.site"
AUTH_USER_MODEL, PASSWORD_HASHERS = ours.AUTH_USER_MODEL, ours.PASSWORD_HASHERS
LOGIN_URL = "/dang-nhap/"
TIME_ZONE, USE_TZ = ours.TIME_ZONE, True
LOGGING = ours.LOGGING
