"""The pages of the shares as eyes and screen readers meet them."""

import pytest

from tests.web.shares.test_shares import fill


@pytest.mark.django_db(transaction=True)
def test_the_pages_are_accessible(transactional_db, world, looks):
    fill(world)
    at = "2024-05-31 10:00"
    looks("mai", "/ty-le/", "/ty-le/?co-quan=so-khdt&thang=2024-05", "/ty-le/ho-so/?cach=truc-tuyen", at=at)
    looks("quang", "/ty-le/khuyen-khich/", "/ty-le/?thang=2024-01", at=at)
    looks("quang", "/ty-le/khuyen-khich/cu/", "/ty-le/chi-tieu/", at=at, send=True)
