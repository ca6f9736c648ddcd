"""The tests of satisfaction sit at home too."""

from tests.web.portal.conftest import at_home as at_home
from tests.web.portal.conftest import nothing_kept as nothing_kept
from tests.web.portal.conftest import visitor as visitor
