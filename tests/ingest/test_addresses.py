from __future__ import annotations

import pytest

from secondhand.errors import Unreachable
from secondhand.ingest.addresses import Address, check_link, is_local_name, is_public, parse_address


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:2::1", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8"])
def test_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "address",
    [
        "0.0.0.0", "10.0.0.1", "100.64.0.1", "127.0.0.1", "127.255.0.3", "169.254.1.1", "172.16.0.1",
        "192.0.0.192", "192.168.0.1", "198.18.0.1", "224.0.0.1", "239.1.1.1", "240.0.0.1", "255.255.255.255",
        "::", "::1", "::7f00:1", "fe80::1", "fe80::1%eth0", "fc00::1", "fec0::1", "ff02::1", "2001::1",
        "2001:db8::1", "2002:7f00:1::", "::ffff:10.0.0.1", "64:ff9b::a00:1", "localhost", "",
    ],
)  # fmt: skip
def test_not_public(address: str) -> None:
    assert not is_public(address)


def test_names_that_mean_something_here_only() -> None:
    assert all(
        map(is_local_name, ["localhost", "a.localhost", "printer.local", "x.internal", "router", "a-b"])
    )
    assert not any(map(is_local_name, ["example.org", "local.example", "localhost.example", "10.0.0.1", "1"]))


@pytest.mark.parametrize(
    ("url", "parts"),
    [
        ("http://h.example", Address("http", "h.example", 80, "/")),
        ("HTTPS://H.Example.", Address("https", "h.example", 443, "/")),
        ("https://h.example:80/?", Address("https", "h.example", 80, "/")),
        ("http://h.example:/a/b.html?x=1&y=%20#top", Address("http", "h.example", 80, "/a/b.html?x=1&y=%20")),
        ("http://h.example//a", Address("http", "h.example", 80, "//a")),
        ("http://h.example?x=/", Address("http", "h.example", 80, "/?x=/")),
        ("http://h.example:65535/caf\xe9 \x7f", Address("http", "h.example", 65535, "/caf%C3%A9%20%7F")),
        ("http://b\xfccher.Example/", Address("http", "xn--bcher-kva.example", 80, "/")),
        ("http://a_b-c.example/", Address("http", "a_b-c.example", 80, "/")),
        ("http://[0:0::1]:81/a", Address("http", "::1", 81, "/a")),
        ("http://0x7f.1/", Address("http", "0x7f.1", 80, "/")),
    ],
)
def test_an_address_in_its_parts(url: str, parts: Address) -> None:
    assert parse_address(url) == parts
    assert parse_address(str(parts)) == parts


def test_an_address_in_one_spelling() -> None:
    assert str(parse_address("HTTP://H.example:80")) == "http://h.example/"
    assert str(parse_address("https://h.example:80/a?b#c")) == "https://h.example:80/a?b"
    assert str(parse_address("https://[::1]:443/a")) == "https://[::1]/a"


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("ftp://h.example/", r"^it is not opened: only http and https addresses are opened\.$"),
        ("h.example/a", r"^it is not opened: only http"),
        ("http:///a", r"^it names no host: check the address\.$"),
        ("http://:80/", r"^it names no host"),
        (
            "http://u@h.example/",
            r"^it holds a user's name or password: leave out what stands before the @\.$",
        ),
        ("http://h%2eexample/", r"^it has escapes in the name of its host: write it out\.$"),
        ("http://[fe80::1%25lo]/", r"^it has escapes"),
        ("http://[::1/", r"^it is not a valid address: check it\.$"),
        ("http://[::1]x/", r"^it is not a valid address: check it\.$"),
        ("http://[h.example]/", r"^it is not a valid address: check it\.$"),
        ("http://::1/", r"^it is not a valid address: check it\.$"),
        ("http://h.example:65536/", r"^it is not a valid address: check it\.$"),
        ("http://h.example:x/", r"^it is not a valid address: check it\.$"),
        ("http://h..example/", r"^it is not a valid address: check it\.$"),
        ("http://h,example/", r"^it is not a valid address: check it\.$"),
        ("http://\u2100.example/", r"^it is not a valid address: check it\.$"),
        (f"http://{'a' * 64}.example/", r"^it is not a valid address: check it\.$"),
        ("http://" + "\xe9" * 64 + ".example/", r"^it is not a valid address: check it\.$"),
        (f"http://{'a.' * 125}example/", r"^it is not a valid address: check it\.$"),
    ],
)
def test_what_is_no_address(url: str, said: str) -> None:
    for check in (parse_address, check_link):
        with pytest.raises(Unreachable, match=said):
            check(url, "it")


def test_what_is_no_address_is_named_as_it_is_written() -> None:
    for check in (parse_address, check_link):
        with pytest.raises(Unreachable, match=r"^ftp://h\.example/\\x1b is not opened"):
            check("ftp://h.example/\x1b")


def test_a_link_into_a_private_network() -> None:
    for host in (
        "10.0.0.1",
        "[::1]",
        "2130706433",
        "134744072",
        "0x08080808",
        "08.8.8.8",
        "router",
        "a.local",
    ):
        with pytest.raises(
            Unreachable, match=r"^it is on this machine or in a private network: no page may send"
        ):
            check_link(f"http://{host}/", "it")
    with pytest.raises(Unreachable, match=r"^http://router/\\n is on this machine"):
        check_link("http://router/\\n")


def test_a_link_to_the_public_internet() -> None:
    for host in ("8.8.8.8", "[2606:2800:2::1]", "8.example", "0x8.example", "local.example"):
        assert check_link(f"http://{host}/a").target == "/a"
