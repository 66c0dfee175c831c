"""Who may write what over the API, one after the other, and once however often it is asked."""

import threading
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.utils import timezone
from rest_framework.test import APIClient

from claims.actions.merge import merge_claims
from claims.models import Claim
from claims.roles import ROLES, make_groups
from factbase.models import Idempotency
from tests import factories as make
from tests.claims.test_roles import ALLOWED
from tests.claims.test_verbs import VERBS, claim_in
from tests.claims.test_write_api import LEAST, URL, account, change, errors, send, signed

pytestmark = pytest.mark.django_db
Status = Claim.Status
PATHS = {"return_to_draft": "return"}
WORDS = {"withdraw": {"kind": "error", "reason": "Misread."}}


@pytest.fixture(autouse=True)
def groups():
    """The groups are a migration's; tests that commit empty all tables."""
    make_groups()


def do(api, claim, verb, body=None, etag="*", **headers):
    path = f"{URL}{claim.pk}/{PATHS.get(verb, verb)}/"
    headers |= {"if-match": etag} if etag else {}
    return api.post(path, WORDS.get(verb, {}) if body is None else body, format="json", headers=headers)


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("state", Status.values)
@pytest.mark.parametrize("whose", ["own", "other"])
@pytest.mark.parametrize("role", [*ROLES, None])
def test_who_may_do_what(api, role, whose, state, verb):
    user = account(role) if role else make.UserFactory()
    claim = claim_in(state, created_by=user if whose == "own" else make.UserFactory())
    answer = do(signed(api, user), claim, verb)
    right, start, end, _ = VERBS[verb]
    if verb in ALLOWED.get((role, whose, state), set()):
        assert (answer.status_code, answer.json()["status"]) == (200, end)
    elif not user.has_perm(f"claims.{right}"):
        assert answer.status_code == 403
    elif not Claim.objects.visible_to(user).filter(pk=claim.pk).exists():
        assert answer.status_code == 404
    else:
        # What an account submitted itself, or somebody else's draft; else it is the state.
        assert answer.status_code == (403 if state == start else 409)
    claim.refresh_from_db()
    assert claim.status == (end if answer.status_code == 200 else state)


@pytest.mark.parametrize("state", Status.values)
@pytest.mark.parametrize("whose", ["own", "other"])
@pytest.mark.parametrize("role", [*ROLES, None])
def test_who_may_change_what(api, role, whose, state):
    user = account(role) if role else make.UserFactory()
    claim = claim_in(state, created_by=user if whose == "own" else make.UserFactory())
    answer = change(signed(api, user), claim, {"occasion": "A speech"}, "*")
    claim.refresh_from_db()
    if claim.can_be_changed_by(user):
        assert (answer.status_code, claim.occasion) == (200, "A speech")
    elif not Claim.objects.visible_to(user).filter(pk=claim.pk).exists():
        assert (answer.status_code, claim.occasion) == (404, "")
    else:
        assert (answer.status_code, claim.occasion) == (409 if state == Status.WITHDRAWN else 403, "")


def test_a_published_claim_keeps_what_it_needs(api):
    claim = claim_in(Status.PUBLISHED)
    for part in ("citations", "claimants"):
        answer = change(signed(api, account("Editor")), claim, {part: [], "occasion": "x"}, "*")
        assert answer.status_code == 400
    claim.refresh_from_db()
    assert (claim.citations.count(), claim.claimants.count(), claim.occasion) == (1, 1, "")


@pytest.mark.parametrize("role", [*ROLES, None])
def test_who_may_add(api, role):
    answer = send(signed(api, account(role) if role else make.UserFactory()), LEAST)
    assert answer.status_code == (201 if role in ("Contributor", "Editor") else 403)


def test_parts_have_rights_of_their_own(api):
    from django.contrib.auth.models import Permission

    user = make.UserFactory()
    user.user_permissions.set(Permission.objects.filter(codename="add_claim"))
    body = {**LEAST, "translations": [{"language": "es", "text": "Llovió."}]}
    assert send(signed(api, user), body).status_code == 403
    assert not Claim.objects.exists()


def test_nobody_publishes_what_they_submitted(api):
    editor, other = account("Editor"), account("Editor")
    claim = claim_in(Status.DRAFT, created_by=editor)
    assert do(signed(api, editor), claim, "submit").status_code == 200
    refused = do(api, claim, "publish")
    assert refused.status_code == 403
    assert "another editor" in refused.json()["errors"][0]["detail"]
    assert do(signed(api, other), claim, "publish").status_code == 200
    assert APIClient().get(f"{URL}{claim.pk}/").status_code == 200


def test_what_a_claim_lacks_is_said_when_it_is_published(api):
    claim = make.ClaimFactory(status=Status.IN_REVIEW)
    answer = do(signed(api, account("Editor")), claim, "publish")
    assert answer.status_code == 400
    assert "claimant" in answer.json()["errors"][0]["detail"]


@pytest.mark.parametrize(
    ("verb", "state", "body", "expected"),
    [
        pytest.param("withdraw", "published", {}, [("kind", "required"), ("reason", "required")], id="none"),
        pytest.param("withdraw", "published", {"kind": "x", "reason": "y"}, [("kind", "invalid_choice")], id="kind"),
        pytest.param("withdraw", "published", {"kind": "error", "reason": " "}, [("reason", "blank")], id="blank"),
        pytest.param("return_to_draft", "in_review", {"note": "x" * 1001}, [("note", "max_length")], id="note"),
        pytest.param("return_to_draft", "in_review", {"nota": "x"}, [("nota", "unknown_field")], id="unknown"),
        pytest.param("publish", "in_review", {"force": True}, [("force", "unknown_field")], id="no-field"),
    ],
)
def test_words_that_a_verb_cannot_have(api, verb, state, body, expected):
    answer = do(signed(api, account("Editor")), claim_in(state), verb, body)
    assert (answer.status_code, errors(answer)) == (400, expected)


def test_a_note_is_returned_to_its_contributor(api):
    claim = claim_in(Status.IN_REVIEW)
    assert do(signed(api, account("Editor")), claim, "return_to_draft", {"note": "Date?"}).status_code == 200
    claim.refresh_from_db()
    assert claim.returned_note == "Date?"


class TestIfMatch:
    @pytest.fixture
    def claim(self, editor):
        return claim_in(Status.DRAFT)

    @pytest.fixture
    def writer(self, api):
        return signed(api, account("Editor"))

    def test_it_is_required(self, writer, claim):
        answers = [writer.patch(f"{URL}{claim.pk}/", {}, format="json"), do(writer, claim, "submit", etag=None)]
        for answer in answers:
            assert (answer.status_code, errors(answer)) == (428, [(None, "precondition_required")])

    @pytest.mark.parametrize("given", ["W/{etag}", '"99.00000000000000000000000000000000"', '"x"', "x", '"{version}"'])
    def test_what_does_not_match_is_412(self, writer, claim, given):
        etag = writer.get(f"{URL}{claim.pk}/")["ETag"]
        answer = change(writer, claim, {"occasion": "x"}, given.format(etag=etag, version=claim.version))
        assert (answer.status_code, errors(answer)) == (412, [(None, "precondition_failed")])

    def test_any_of_several_and_that_of_a_compressed_answer_match(self, writer, claim):
        etag = writer.get(f"{URL}{claim.pk}/", headers={"accept-encoding": "gzip"})["ETag"]
        assert etag.endswith('-gzip"')
        assert change(writer, claim, {}, f'"1", {etag}').status_code == 200

    def test_what_is_written_elsewhere_does_not_stand_in_the_way(self, writer, claim):
        etag = writer.get(f"{URL}{claim.pk}/")["ETag"]
        make.published_claim()
        assert change(writer, claim, {"occasion": "x"}, etag).status_code == 200

    def test_the_past_is_no_version_to_change(self, writer):
        claim = claim_in(Status.PUBLISHED, published_at=timezone.now() - timedelta(days=2))
        etag = writer.get(f"{URL}{claim.pk}/", {"as_of": timezone.now().isoformat()})["ETag"]
        assert change(writer, claim, {"occasion": "x"}, etag).status_code == 412

    def test_no_version_of_a_draft_is_told(self, api, claim):
        answer = api.get(f"{URL}{claim.pk}/", headers={"if-none-match": "*"})
        assert not answer.get("ETag", "").startswith(f'"{claim.version}.')


class TestIdempotency:
    KEY = {"idempotency-key": "8e03978e-40d5-43dd-bc93-6894a57f9324"}

    @pytest.fixture
    def user(self):
        return account("Contributor")

    @pytest.fixture
    def writer(self, api, user):
        return signed(api, user)

    def test_the_same_request_writes_once(self, writer):
        first, again = (send(writer, LEAST, **self.KEY) for _ in range(2))
        assert (first.status_code, again.status_code) == (201, 201)
        assert (first.json(), first["ETag"], first["Location"]) == (again.json(), again["ETag"], again["Location"])
        assert Claim.objects.count() == 1

    def test_a_verb_too_though_its_etag_is_old_by_then(self, writer, user):
        claim = claim_in(Status.DRAFT, created_by=user)
        etag = writer.get(f"{URL}{claim.pk}/")["ETag"]
        answers = [do(writer, claim, "submit", etag=etag, **self.KEY) for _ in range(2)]
        assert [answer.status_code for answer in answers] == [200, 200]
        assert do(writer, claim, "submit", etag=etag).status_code in (409, 412)

    def test_another_body_or_address_is_refused(self, writer, user):
        send(writer, LEAST, **self.KEY)
        for answer in (
            send(writer, {**LEAST, "text": "It snowed."}, **self.KEY),
            do(writer, claim_in(Status.DRAFT, created_by=user), "submit", **self.KEY),
        ):
            assert (answer.status_code, errors(answer)) == (422, [(None, "idempotency_key_reused")])

    def test_another_account_has_its_own(self, writer):
        send(writer, LEAST, **self.KEY)
        assert send(signed(APIClient(), account("Contributor")), LEAST, **self.KEY).status_code == 201
        assert Claim.objects.count() == 2

    def test_what_failed_may_be_sent_again(self, writer):
        assert send(writer, {**LEAST, "translations": [{"language": "!", "text": "x"}]}, **self.KEY).status_code == 400
        assert not Idempotency.objects.exists()
        assert send(writer, LEAST, **self.KEY).status_code == 201

    def test_after_a_day_it_is_forgotten_and_no_words_are_kept(self, writer):
        send(writer, LEAST, **self.KEY)
        [row] = Idempotency.objects.values()
        assert "rained" not in str(row)
        Idempotency.objects.update(made_at=timezone.now() - timedelta(hours=25))
        assert send(writer, {**LEAST, "text": "It snowed."}, **self.KEY).status_code == 201
        assert Idempotency.objects.count() == 1

    @pytest.mark.parametrize("key", ["", "a b", "é", "x" * 256])
    def test_what_is_no_key(self, writer, key):
        assert send(writer, LEAST, **{"idempotency-key": key}).status_code == 400


def test_what_was_merged_says_which_claim_to_write_to(api, editor):
    survivor, merged = make.ClaimFactory(), make.ClaimFactory()
    old = str(merged.pk)
    merge_claims(survivor=survivor, merged=merged, by=editor)
    merged.pk = old
    writer = signed(api, account("Editor"))
    for answer in (change(writer, merged, {"occasion": "Press"}, "*"), do(writer, merged, "submit")):
        [error] = answer.json()["errors"]
        assert (answer.status_code, error["code"]) == (409, "merged")
        assert f"{URL}{survivor.pk}/" in error["detail"]
    hidden = signed(APIClient(), account("Contributor"))
    assert change(hidden, merged, {"occasion": "Press"}, "*").status_code == 404


@pytest.mark.django_db(transaction=True)
class TestAtOnce:
    def at_once(self, user, ask):
        """What two clients of the account are answered that ask at the same time."""
        clients, gate, answers = [signed(APIClient(), user) for _ in range(2)], threading.Barrier(2), []

        def run(client):
            try:
                gate.wait(5)
                answers.append(ask(client))
            finally:
                connection.close()

        threads = [threading.Thread(target=run, args=[client]) for client in clients]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return answers

    def test_of_two_writers_with_one_etag_one_is_told_to_look_again(self):
        editor = account("Editor")
        with transaction.atomic():
            claim = claim_in(Status.DRAFT)
        etag = signed(APIClient(), editor).get(f"{URL}{claim.pk}/")["ETag"]
        answers = self.at_once(editor, lambda api: change(api, claim, {"occasion": str(id(api))}, etag))
        assert sorted(answer.status_code for answer in answers) == [200, 412]
        [saved] = [answer.json()["occasion"] for answer in answers if answer.status_code == 200]
        claim.refresh_from_db()
        assert claim.occasion == saved

    def test_of_two_requests_with_one_key_one_writes_and_both_are_answered(self):
        key = {"idempotency-key": "k"}
        answers = self.at_once(account("Contributor"), lambda api: send(api, LEAST, **key))
        assert [answer.status_code for answer in answers] == [201, 201]
        assert len({answer.json()["id"] for answer in answers}) == 1
        assert Claim.objects.count() == 1

    def test_the_new_etag_is_that_of_the_next_version(self):
        writer = signed(APIClient(), account("Editor"))
        with transaction.atomic():
            claim = claim_in(Status.DRAFT)
        etag = writer.get(f"{URL}{claim.pk}/")["ETag"]
        for occasion in ("one", "two"):
            answer = change(writer, claim, {"occasion": occasion}, etag)
            assert (answer.status_code, answer["ETag"] != etag) == (200, True)
            assert writer.get(f"{URL}{claim.pk}/", headers={"if-none-match": answer["ETag"]}).status_code == 304
            etag = answer["ETag"]
        assert do(writer, claim, "submit", etag=etag).status_code == 200
        assert do(writer, claim, "publish", etag=etag).status_code == 412


class TestPublishAReview:
    @pytest.fixture
    def review(self):
        return make.ReviewFactory(claim=make.published_claim(), rating="false")

    def publish(self, api, review, claim=None, etag="*", **headers):
        path = f"{URL}{(claim or review.claim).pk}/reviews/{review.pk}/publish/"
        return api.post(path, {}, format="json", headers={**headers, **({"if-match": etag} if etag else {})})

    def test_it_is_public_then_and_the_claim_corrected(self, api, review):
        client = signed(APIClient(), account("Editor"))
        path = f"{URL}{review.claim.pk}/"
        assert api.get(path).json()["reviews"] == []
        answer = self.publish(client, review, etag=client.get(path)["ETag"])
        assert answer.status_code == 200
        assert [found["rating"] for found in answer.json()["reviews"]] == ["false"]
        assert answer.json() == client.get(path).json()
        assert [found["rating"] for found in api.get(path).json()["reviews"]] == ["false"]
        assert self.publish(client, review).status_code == 409

    def test_once_for_a_key(self, review):
        client = signed(APIClient(), account("Editor"))
        answers = [self.publish(client, review, **{"idempotency-key": "k"}) for _ in range(2)]
        assert [answer.status_code for answer in answers] == [200, 200]

    @pytest.mark.parametrize(("etag", "status"), [(None, 428), (f'"99.{"0" * 32}"', 412)])
    def test_not_of_another_version(self, review, etag, status):
        assert self.publish(signed(APIClient(), account("Editor")), review, etag=etag).status_code == status

    def test_not_without_an_account_or_the_right(self, api, review):
        assert self.publish(api, review).status_code == 401
        contributor = account("Contributor")
        seen = make.ReviewFactory(
            claim=make.published_claim(), published_by=make.UserFactory(), published_at=timezone.now()
        )
        assert self.publish(signed(api, contributor), seen).status_code == 403
        assert self.publish(signed(api, contributor), review).status_code in (403, 404)
        review.refresh_from_db()
        assert review.published_at is None

    def test_not_of_another_claim(self, review):
        assert (
            self.publish(signed(APIClient(), account("Editor")), review, claim=make.published_claim()).status_code
            == 404
        )

    def test_not_ones_own_where_four_eyes_are_needed(self, review, settings):
        settings.FACTBASE_FOUR_EYES = True
        editor = account("Editor")
        type(review).objects.filter(pk=review.pk).update(reviewer=editor)
        assert self.publish(signed(APIClient(), editor), review).status_code == 403
