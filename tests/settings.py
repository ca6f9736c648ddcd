"""The settings of the program, with the few that tests need otherwise."""

import tempfile

from motcua.config.settings import *  # noqa: F403
from motcua.config.settings import DATABASES, STORAGES

# Pages served by the test server take their files where they lie, without the hashed names of a collected folder.
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
WHITENOISE_AUTOREFRESH = True
# Every test that signs somebody in would spend 50 ms on Argon2; the test of signing in names its own hasher.
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
# A connection per thread, closed when the thread ends: tests of races start more threads than a pool has places.
del DATABASES["default"]["OPTIONS"]["pool"]
# Stored files of tests lie in a folder that goes with the process.
FILES = tempfile.TemporaryDirectory(prefix="motcua-files-")
STORAGES["default"] = {**STORAGES["default"], "OPTIONS": {"location": FILES.name}}
# So do the files that people send, and the keys that the demo makes for itself.
INCOMING = tempfile.TemporaryDirectory(prefix="motcua-incoming-")
INCOMING_FOLDER = INCOMING.name
KEYS = tempfile.TemporaryDirectory(prefix="motcua-keys-")
SIGNING_FOLDER = KEYS.name
# Counts of statements must not depend on how long a test took.
AT_HAND_SECONDS = 24 * 3600
LOCAL_ACCOUNTS = True
