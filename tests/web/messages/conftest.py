"""The same servers and tellings as the tests of the acts."""

from tests.acts.messages.conftest import clock, mail, sms, tells, zns  # noqa: F401
