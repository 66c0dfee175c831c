"""Tokens: made with a password or in the admin, kept as a digest, expiring, revoked, and never ignored."""

import logging
from datetime import timedelta

import pytest
from django.utils import timezone

from factbase.api import throttling
from factbase.api.tokens import make_token
from factbase.models import Token
from tests.factories import ClaimFactory, UserFactory

pytestmark = pytest.mark.django_db
URL, CLAIMS = "/api/v1/auth/token/", "/api/v1/claims/"
PASSWORD = "a-good-password"


@pytest.fixture
def user():
    user = UserFactory(username="ana")
    user.set_password(PASSWORD)
    user.save()
    return user


def ask(api, **changes):
    body = {"username": "ana", "password": PASSWORD, **changes}
    return api.post(URL, {name: value for name, value in body.items() if value is not None}, format="json")


def shown(token):
    return {"authorization": f"Bearer {token}"}


def codes(answer):
    return [(error["attr"], error["code"]) for error in answer.json()["errors"]]


def test_a_name_and_password_make_a_token_that_is_kept_as_a_digest(api, user):
    answer = ask(api, name="nightly import", days=7)
    assert (answer.status_code, answer["Cache-Control"]) == (201, "no-store")
    secret = answer.json()["token"]
    [token] = Token.objects.all()
    assert (token.user, token.name, answer.json()["name"]) == (user, "nightly import", "nightly import")
    assert timedelta(days=6.9) < token.expiry - timezone.now() < timedelta(days=7)
    assert secret not in str(list(Token.objects.values_list()))


def test_with_it_an_account_sees_what_is_its_own(api, user):
    claim = ClaimFactory(created_by=user)
    assert api.get(CLAIMS).json()["results"] == []
    answer = api.get(CLAIMS, headers=shown(ask(api).json()["token"]))
    assert [found["id"] for found in answer.json()["results"]] == [str(claim.pk)]
    assert answer["Cache-Control"] == "private, no-cache"


@pytest.mark.parametrize(
    ("changes", "status", "expected"),
    [
        pytest.param({"password": "wrong"}, 401, (None, "authentication_failed"), id="password"),
        pytest.param({"username": "bea"}, 401, (None, "authentication_failed"), id="name"),
        pytest.param({"password": None}, 400, ("password", "required"), id="missing"),
        pytest.param({"password": 5}, 400, ("password", "invalid"), id="number"),
        pytest.param({"days": 366}, 400, ("days", "max_value"), id="too-long"),
        pytest.param({"days": 0}, 400, ("days", "min_value"), id="no-day"),
        pytest.param({"dayz": 5}, 400, ("dayz", "unknown_field"), id="unknown"),
    ],
)
def test_what_is_wrong_makes_none(api, user, changes, status, expected):
    answer = ask(api, **changes)
    assert (answer.status_code, codes(answer)) == (status, [expected])
    assert not Token.objects.exists()
    if status == 401:
        assert answer["WWW-Authenticate"] == "Bearer"


def test_an_account_that_is_shut_gets_none_and_its_token_holds_no_more(api, user):
    token = ask(api).json()["token"]
    user.is_active = False
    user.save()
    assert ask(api).status_code == 401
    assert api.get(CLAIMS, headers=shown(token)).status_code == 401


class TestTheyEnd:
    @pytest.fixture
    def token(self, user):
        return make_token(user, name="", days=1)[1]

    def test_with_a_new_password(self, api, user, token):
        user.set_password("another-good-password")
        user.save()
        assert api.get(CLAIMS, headers=shown(token)).status_code == 401
        assert not Token.objects.exists()

    def test_with_one_that_an_administrator_sets(self, api, client, editor, user, token):
        client.force_login(editor)
        words = dict.fromkeys(["password1", "password2"], "another-good-password")
        answer = client.post(f"/admin/factbase/user/{user.pk}/password/", {**words, "usable_password": "true"})
        assert answer.status_code == 302
        assert api.get(CLAIMS, headers=shown(token)).status_code == 401

    def test_with_the_account_for_good(self, api, user, token):
        for active in (False, True):
            user.is_active = active
            user.save()
        assert api.get(CLAIMS, headers=shown(token)).status_code == 401

    def test_and_not_with_other_changes_or_a_sign_in(self, api, client, user, token, settings):
        settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.ScryptPasswordHasher", *settings.PASSWORD_HASHERS]
        before = user.password
        assert client.login(username="ana", password=PASSWORD)  # which hashes the password anew
        user.refresh_from_db()
        assert user.password != before
        user.first_name = "Ana"
        user.save()
        assert api.get(CLAIMS, headers=shown(token)).status_code == 200


@pytest.mark.parametrize(
    "header",
    ["Bearer", "Bearer x y", "Bearer ", f"Bearer {'0' * 64}", "Bearer é", "Token abc", "Basic YTpi", "Bearer \x00"],
)
def test_what_is_no_token_is_a_401_for_reading_too(api, header):
    answer = api.get(CLAIMS, headers={"authorization": header})
    assert (answer.status_code, codes(answer)) == (401, [(None, "authentication_failed")])
    assert answer["WWW-Authenticate"] == "Bearer"


def test_an_expired_token_is_a_401_and_goes_when_the_next_is_made(api, user):
    _, token = make_token(user, name="", days=1)
    Token.objects.update(expiry=timezone.now())
    assert api.get(CLAIMS, headers=shown(token)).status_code == 401
    make_token(user, name="new", days=1)
    assert [token.name for token in Token.objects.all()] == ["new"]


def test_logging_out_throws_away_that_one_or_all(api, user):
    first, second, third = (make_token(user, name="", days=1)[1] for _ in range(3))
    assert api.post("/api/v1/auth/logout/", headers=shown(first)).status_code == 204
    assert api.get(CLAIMS, headers=shown(first)).status_code == 401
    assert api.get(CLAIMS, headers=shown(second)).status_code == 200
    assert api.post("/api/v1/auth/logoutall/", headers=shown(second)).status_code == 204
    assert api.get(CLAIMS, headers=shown(third)).status_code == 401
    assert api.post("/api/v1/auth/logout/").status_code == 401


def test_guesses_are_limited_and_reading_is_not(api, user, monkeypatch):
    monkeypatch.setattr(throttling.time, "time", lambda: 600.0)
    answers = [ask(api, password="wrong") for _ in range(throttling.GUESSES_A_MINUTE)]
    assert {answer.status_code for answer in answers} == {401}
    refused = ask(api)
    assert (refused.status_code, refused["Retry-After"]) == (429, "60")
    assert api.get(CLAIMS).status_code == 200
    assert ask(api.__class__(REMOTE_ADDR="198.51.100.7")).status_code == 201


def test_no_secret_is_logged(api, user, caplog):
    with caplog.at_level(logging.DEBUG):
        token = ask(api).json()["token"]
        ask(api, password="wrong-password")
        api.get(CLAIMS, headers=shown(token))
    assert not any(secret in caplog.text for secret in (PASSWORD, "wrong-password", token))


def test_the_last_use_is_kept_to_the_hour(api, user, django_assert_num_queries):
    token = ask(api).json()["token"]
    api.get(CLAIMS, headers=shown(token))
    used = Token.objects.get().last_used
    assert timezone.now() - used < timedelta(minutes=1)
    api.get(CLAIMS, headers=shown(token))
    assert Token.objects.get().last_used == used


class TestAdmin:
    LIST, ADD = "/admin/factbase/token/", "/admin/factbase/token/add/"

    @pytest.fixture
    def desk(self, client, user):
        user.is_staff = True
        user.save()
        client.force_login(user)
        return client

    def test_an_account_makes_one_for_itself_shown_once(self, desk, user, api):
        page = desk.post(self.ADD, {"name": "laptop", "days": "90"})
        assert page.status_code == 200
        assert "no-store" in page["Cache-Control"]
        token = page.context["token"].secret
        assert token in page.content.decode()
        assert api.get(CLAIMS, headers=shown(token)).status_code == 200
        [row] = Token.objects.all()
        assert (row.user, row.name) == (user, "laptop")
        listed = desk.get(self.LIST).content.decode()
        assert "laptop" in listed
        assert row.digest not in listed
        assert row.token_key not in listed

    @pytest.mark.parametrize("days", ["366", "0", "x", ""])
    def test_it_lasts_a_year_at_most(self, desk, days):
        assert desk.post(self.ADD, {"name": "", "days": days}).context["errors"]
        assert not Token.objects.exists()

    def test_others_tokens_are_not_seen_nor_revoked(self, desk):
        other, _ = make_token(UserFactory(username="bea"), name="hers", days=1)
        assert "hers" not in desk.get(self.LIST).content.decode()
        assert desk.post(f"{self.LIST}{other.pk}/delete/", {"post": "yes"}).status_code == 302
        assert Token.objects.filter(pk=other.pk).exists()

    def test_its_own_is_revoked(self, desk, user):
        token, _ = make_token(user, name="laptop", days=1)
        assert desk.get(f"{self.LIST}{token.pk}/change/").status_code == 200
        desk.post(f"{self.LIST}{token.pk}/delete/", {"post": "yes"})
        assert not Token.objects.exists()

    def test_who_keeps_accounts_revokes_any(self, client, editor, user):
        make_token(user, name="laptop", days=1)
        client.force_login(editor)
        assert "laptop" in client.get(self.LIST).content.decode()
        chosen = {"action": "delete_selected", "_selected_action": [str(Token.objects.get().pk)], "post": "yes"}
        client.post(self.LIST, chosen)
        assert not Token.objects.exists()
