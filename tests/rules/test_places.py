"""Where a decision is made: by network, by device, and what a proxy says counts only where it is ours."""

import pytest

from motcua.domain.organisations.places import Known, Line, address_behind, network_of, place_of

KNOWN = Known(
    (Line("10.20.30.0/24", "Trung tâm (mạng quầy)"), Line("2405:4800::/32", "Trung tâm (IPv6)")),
    (("b7d0", "Trung tâm (máy phòng họp)"),),
)


@pytest.mark.clause("5.1.c-2")
@pytest.mark.parametrize(
    ("address", "device", "name"),
    [
        ("10.20.30.7", "", "Trung tâm (mạng quầy)"),
        ("::ffff:10.20.30.7", "", "Trung tâm (mạng quầy)"),
        ("2405:4800::12", "", "Trung tâm (IPv6)"),
        ("113.160.12.7", "b7d0", "Trung tâm (máy phòng họp)"),
        ("10.20.30.7", "another", "Trung tâm (mạng quầy)"),
    ],
)
def test_a_known_network_or_device_is_the_centre(address, device, name):
    place = place_of(address, device, KNOWN)
    assert (place.name, place.at_centre) == (name, True)


@pytest.mark.clause("5.1.c-2")
@pytest.mark.parametrize("address", ["10.20.31.7", "113.160.12.7", "", "quầy 1", "10.20.30.7.evil.example"])
def test_anything_else_is_elsewhere(address):
    assert not place_of(address, "", KNOWN).at_centre
    assert not place_of(address, "", Known(devices=(("", "trống"),))).at_centre


def test_only_our_own_proxy_is_believed_and_only_for_the_last_it_saw():
    ours = ("172.20.0.0/16",)
    assert address_behind("172.20.0.2", "10.20.30.7", ours) == "10.20.30.7"
    assert address_behind("113.160.12.7", "10.20.30.7", ours) == "113.160.12.7"
    assert address_behind("172.20.0.2", "10.20.30.7, 113.160.12.7", ours) == "113.160.12.7"
    assert address_behind("172.20.0.2", "10.20.30.7, 172.20.0.9", ours) == "10.20.30.7"
    assert address_behind("172.20.0.2", "", ours) == "172.20.0.2"
    assert address_behind("172.20.0.2", "10.20.30.7", ()) == "172.20.0.2"


@pytest.mark.parametrize("words", ["0.0.0.0/0", "10.0.0.0/7", "::/0", "quầy", "10.20.30.256", ""])
def test_no_network_and_one_that_is_far_too_wide_are_refused(words):
    with pytest.raises(ValueError, match=r".*"):
        network_of(words)


def test_a_single_address_and_an_untidy_network_are_kept_in_one_writing():
    assert network_of(" 10.20.30.7 ") == "10.20.30.7/32"
    assert network_of("10.20.30.7/24") == "10.20.30.0/24"
