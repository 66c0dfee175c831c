"""How often one may ask: counted for each address or account, in the database, so by all processes together."""

import pytest

from factbase.api import throttling
from factbase.models import Rate
from tests import factories as make

pytestmark = pytest.mark.django_db
URL = "/api/v1/claims/"


@pytest.fixture(autouse=True)
def two_a_minute(settings, monkeypatch):
    settings.FACTBASE_REQUESTS_A_MINUTE = (2, 3)
    monkeypatch.setattr(throttling.time, "time", lambda: 600.0)


def statuses(api, count, **address):
    return [api.get(URL, **address).status_code for _ in range(count)]


def test_the_limit_is_said_and_kept(api):
    answers = [api.get(URL) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [200, 200, 429]
    assert [answer["RateLimit-Remaining"] for answer in answers] == ["1", "0", "0"]
    assert {answer["RateLimit-Limit"] for answer in answers} == {"2"}
    assert answers[2]["Retry-After"] == answers[2]["RateLimit-Reset"] == "60"
    assert answers[2].json()["errors"][0]["code"] == "throttled"


def test_the_next_minute_begins_anew(api, monkeypatch):
    assert statuses(api, 3)[-1] == 429
    monkeypatch.setattr(throttling.time, "time", lambda: 660.0)
    assert statuses(api, 1) == [200]


def test_each_address_has_its_own_count(api):
    statuses(api, 3)
    assert statuses(api, 1, REMOTE_ADDR="198.51.100.7") == [200]


def test_one_network_of_ipv6_is_one(api):
    statuses(api, 1, REMOTE_ADDR="2001:db8:0:1::1")
    assert statuses(api, 2, REMOTE_ADDR="2001:db8:0:1::2") == [200, 429]
    assert statuses(api, 1, REMOTE_ADDR="2001:db8:0:2::1") == [200]


def test_what_a_client_says_of_its_address_is_not_believed(api):
    statuses(api, 3)
    assert statuses(api, 1, HTTP_X_FORWARDED_FOR="198.51.100.7") == [429]


def test_an_account_has_its_own_limit_wherever_it_asks_from(api):
    statuses(api, 3)
    api.force_authenticate(make.UserFactory())
    assert statuses(api, 3) == [200, 200, 200]
    assert statuses(api, 1, REMOTE_ADDR="198.51.100.7") == [429]


def test_several_are_counted_at_once_and_none_twice(api, settings, monkeypatch):
    settings.FACTBASE_REQUESTS_A_MINUTE = (180, 180)
    monkeypatch.setattr(throttling, "AT_ONCE", 10)
    answers = [api.get("/api/v1/topics/none/") for _ in range(182)]
    assert [answer["RateLimit-Remaining"] for answer in answers[:4]] == ["179", "178", "177", "176"]
    assert [answer.status_code for answer in answers] == [404] * 180 + [429] * 2
    assert [rate.count for rate in Rate.objects.all()] == [183]


def test_what_one_process_counted_no_other_gives_out(django_assert_num_queries):
    here, elsewhere = throttling.Numbers(), throttling.Numbers()
    with django_assert_num_queries(4):
        given = [process.next("who", 10, 3) for process in (here, elsewhere, here, here, elsewhere, here, elsewhere)]
        given += [elsewhere.next("who", 10, 3)]
    assert given == [1, 4, 2, 3, 5, 7, 6, 10]
    assert here.next("other", 10, 3) == here.next("who", 11, 3) == 1


def test_no_address_is_kept(api):
    api.get(URL, REMOTE_ADDR="198.51.100.7")
    [rate] = Rate.objects.all()
    assert "198.51" not in rate.key


def test_old_counts_are_thrown_away(api, monkeypatch):
    Rate.objects.create(key="old", minute=1, count=5)
    monkeypatch.setattr(throttling.time, "time", lambda: 6000.0)
    monkeypatch.setattr(throttling.secrets, "randbelow", lambda n: 0)
    api.get(URL)
    assert not Rate.objects.filter(key="old").exists()
