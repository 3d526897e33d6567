import pytest

from shared.media_hosts import MediaHosts, is_public

TWILIO = "https://api.twilio.com"
PATH = "/2010-04-01/Accounts/AC1/Messages/MM1/Media/ME1"


@pytest.mark.parametrize(
    "url",
    [
        f"https://api.twilio.com{PATH}",
        "https://mms.twiliocdn.com/AC1/x?Expires=1",
        "https://media.twiliocdn.com/x",
        "https://s3.amazonaws.com/bucket/x",
        "https://bucket.s3.amazonaws.com/x",
        "https://bucket.s3.eu-west-1.amazonaws.com/x",
        "https://bucket.with.dots.s3-external-1.amazonaws.com/x",
        "https://s3.dualstack.us-east-1.amazonaws.com:443/bucket/x",
    ],
)
def test_twilio_its_content_network_and_s3_are_allowed(url: str) -> None:
    assert MediaHosts(TWILIO).allows(url)


@pytest.mark.parametrize(
    "url",
    [
        f"http://api.twilio.com{PATH}",
        "http://mms.twiliocdn.com/x",
        "https://mms.twiliocdn.com:8443/x",
        "https://twiliocdn.com.evil.example/x",
        "https://eviltwiliocdn.com/x",
        "https://s3.amazonaws.com.evil.example/x",
        "https://evils3.amazonaws.com/x",
        "https://ec2.us-east-1.amazonaws.com/x",
        "https://api.twilio.com@evil.example/x",
        "https://api.twilio.com:secret@evil.example/x",
        "https://evil.example\\@api.twilio.com/x",
        "https://169.254.169.254/latest/meta-data",
        "https://127.0.0.1/x",
        "https://[::1]/x",
        "https://[::1/x",
        "https://api.twilio.com:port/x",
        "file:///etc/passwd",
        "ftp://mms.twiliocdn.com/x",
        "//mms.twiliocdn.com/x",
        "",
    ],
)
def test_everything_else_is_refused(url: str) -> None:
    hosts = MediaHosts(TWILIO)
    assert not hosts.allows(url)
    assert not hosts.is_api(url)


@pytest.mark.parametrize(
    ("listed", "url"),
    [
        ("media.internal", "http://media.internal:9000/x"),
        ("media.internal:9000", "http://media.internal:9000/x"),
        ("MEDIA.internal", "https://media.internal/x"),
        ("127.0.0.1:80", "http://127.0.0.1/x"),
    ],
)
def test_a_listed_host_is_allowed_in_plain_http_but_gets_no_credentials(listed: str, url: str) -> None:
    hosts = MediaHosts(TWILIO, [listed])
    assert hosts.allows(url)
    assert not hosts.is_api(url)


def test_a_listed_port_lists_no_other_port() -> None:
    assert not MediaHosts(TWILIO, ["media.internal:9000"]).allows("http://media.internal:9001/x")


@pytest.mark.parametrize(
    ("api", "url", "is_api"),
    [
        (TWILIO, f"https://api.twilio.com{PATH}", True),
        (TWILIO, f"https://API.twilio.com:443{PATH}", True),
        (TWILIO, f"https://api.twilio.com:8443{PATH}", False),
        (TWILIO, "https://mms.twiliocdn.com/x", False),
        ("http://sandbox:8010", f"http://sandbox:8010{PATH}", True),
        ("http://sandbox:8010", f"http://sandbox:9999{PATH}", False),
        ("http://127.0.0.1:8010", f"http://127.0.0.1:9999{PATH}", True),
        ("http://127.0.0.1:8010", f"http://localhost:8010{PATH}", True),
        ("https://twin.example", f"http://twin.example{PATH}", False),
    ],
)
def test_credentials_go_to_the_api_only(api: str, url: str, is_api: bool) -> None:
    assert MediaHosts(api).is_api(url) is is_api


def test_only_vouched_names_may_stand_for_private_addresses() -> None:
    hosts = MediaHosts("http://sandbox:8010", ["media.internal:9000", "other.internal"])
    assert [hosts.may_be_private(name) for name in ("sandbox", "media.internal", "OTHER.internal")] == [True] * 3
    assert not hosts.may_be_private("mms.twiliocdn.com")
    assert not hosts.may_be_private("media")


@pytest.mark.parametrize(
    ("address", "public"),
    [("52.1.2.3", True), ("10.0.0.1", False), ("169.254.169.254", False), ("::1", False), ("fe80::1%eth0", False)],
)
def test_public_addresses(address: str, public: bool) -> None:
    assert is_public(address) is public
