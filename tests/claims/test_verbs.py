"""The verbs of a claim and of a review: from the right state, by an account with the right, and in no other way."""

import re
from threading import Barrier, Thread

import pytest
from django.conf import settings
from django.contrib.auth.models import AnonymousUser, Permission
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection

from claims.models import Claim, Review
from factbase.models import User
from tests.factories import (
    CitationFactory,
    ClaimantFactory,
    ClaimFactory,
    ReviewFactory,
    UserFactory,
    published,
    published_claim,
)

pytestmark = pytest.mark.django_db

Status = Claim.Status
# verb: (the right it asks for, the one state it starts from, the state it leads to, what else it is told)
VERBS = {
    "submit": ("submit_claim", Status.DRAFT, Status.IN_REVIEW, {}),
    "return_to_draft": ("return_claim", Status.IN_REVIEW, Status.DRAFT, {}),
    "publish": ("publish_claim", Status.IN_REVIEW, Status.PUBLISHED, {}),
    "withdraw": ("withdraw_claim", Status.PUBLISHED, Status.WITHDRAWN, {"kind": "error", "reason": "Misread."}),
}
WRONG = [
    pytest.param(verb, state, id=f"{verb} from {state}")
    for verb, (_, start, _, _) in VERBS.items()
    for state in Status.values
    if state != start
]


def claim_in(state: str, **fields) -> Claim:
    """A claim that lacks nothing, in this state."""
    fields |= {"status": state}
    if state in (Status.PUBLISHED, Status.WITHDRAWN):
        fields |= published()
    if state == Status.WITHDRAWN:
        fields |= {"withdrawn_kind": "error", "withdrawn_reason": "Misread."}
    claim = ClaimFactory(**fields)
    ClaimantFactory(claim=claim)
    CitationFactory(claim=claim)
    return claim


def account_with(*rights: str) -> User:
    user = UserFactory()
    user.user_permissions.set(Permission.objects.filter(codename__in=rights))
    return User.objects.get(pk=user.pk)


def do(verb: str, claim: Claim, by) -> None:
    getattr(claim, verb)(by=by, **VERBS[verb][3])


def in_database(claim: Claim) -> dict:
    return Claim.objects.filter(pk=claim.pk).values().get()


@pytest.mark.parametrize("verb", VERBS)
def test_from_the_right_state_with_that_right_alone(verb):
    right, start, end, _ = VERBS[verb]
    # A draft is submitted by who may change it: here, its contributor.
    user = account_with(right, "change_claim") if verb == "submit" else account_with(right)
    claim = claim_in(start, created_by=user)
    do(verb, claim, user)
    row = in_database(claim)
    assert row["status"] == claim.status == end
    # The instance is as the row is.
    assert {name: getattr(claim, name) for name in row} == row


@pytest.mark.parametrize(("verb", "state"), WRONG)
def test_from_a_wrong_state(verb, state, editor):
    claim = claim_in(state)
    before = in_database(claim)
    with pytest.raises(ValidationError) as caught:
        do(verb, claim, editor)
    assert caught.value.code == "wrong_state"
    assert f"This claim is {Status(state).label.lower()}: only one that is" in caught.value.message
    assert in_database(claim) == before
    assert claim.status == state


@pytest.mark.parametrize("state", Status.values)
@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize(
    "account",
    [
        pytest.param(lambda right: AnonymousUser(), id="nobody"),
        pytest.param(lambda right: UserFactory(), id="no rights"),
        pytest.param(
            lambda right: account_with("view_claim", "change_claim", *({r for r, *_ in VERBS.values()} - {right})),
            id="all other rights",
        ),
        pytest.param(lambda right: UserFactory(is_superuser=True, is_active=False), id="closed account"),
    ],
)
def test_not_allowed(verb, state, account):
    right = VERBS[verb][0]
    claim = claim_in(state)
    before = in_database(claim)
    with pytest.raises(PermissionDenied, match="ask an administrator"):
        do(verb, claim, account(right))
    assert in_database(claim) == before


@pytest.mark.parametrize("verb", VERBS)
def test_the_state_that_counts_is_the_databases(verb, editor):
    stale = claim_in(VERBS[verb][1])
    do(verb, Claim.objects.get(pk=stale.pk), editor)
    with pytest.raises(ValidationError) as caught:
        do(verb, stale, editor)
    assert caught.value.code == "wrong_state"


@pytest.mark.parametrize("verb", VERBS)
def test_by_is_a_keyword(verb, editor):
    with pytest.raises(TypeError):
        getattr(claim_in(VERBS[verb][1]), verb)(editor)


def test_who_submitted_and_who_published(editor):
    contributor = account_with("submit_claim", "change_claim")
    claim = claim_in(Status.DRAFT, created_by=contributor)
    claim.submit(by=contributor)
    assert claim.submitted_by == contributor
    claim.return_to_draft(by=editor)
    assert claim.submitted_by is None
    claim.submit(by=contributor)
    claim.publish(by=editor)
    assert (claim.submitted_by, claim.published_by) == (contributor, editor)
    assert claim.published_at == in_database(claim)["published_at"]
    assert claim.published_at is not None


def test_a_verb_changes_nothing_but_its_fields(editor):
    claim = claim_in(Status.DRAFT)
    stale = Claim.objects.get(pk=claim.pk)
    Claim.objects.update(notes="Written meanwhile.")
    stale.submit(by=editor)
    assert in_database(claim)["notes"] == "Written meanwhile."


@pytest.mark.parametrize(
    ("has", "message"),
    [
        pytest.param([CitationFactory], "A published claim needs a claimant: add one", id="no claimant"),
        pytest.param(
            [ClaimantFactory], "A published claim needs a citation that states it: add one.", id="no citation"
        ),
        pytest.param([], "A published claim needs a claimant: add one", id="neither"),
    ],
)
def test_publishing_without(has, message, editor):
    claim = ClaimFactory(status=Status.IN_REVIEW)
    for factory in has:
        factory(claim=claim)
    with pytest.raises(ValidationError) as caught:
        claim.publish(by=editor)
    assert message in caught.value.message
    assert claim.status == in_database(claim)["status"] == Status.IN_REVIEW
    assert claim.published_at is None


def test_publishing_on_a_citation_that_only_mentions_it(editor):
    claim = claim_in(Status.IN_REVIEW)
    claim.citations.update(stance="mentions")
    with pytest.raises(ValidationError, match="needs a citation that states it"):
        claim.publish(by=editor)


@pytest.mark.parametrize(
    ("kind", "reason", "message"),
    [
        pytest.param(
            "", "Misread.", "'' is no kind of withdrawal: choose error, duplicate, legal, privacy.", id="no kind"
        ),
        pytest.param("typo", "Misread.", "'typo' is no kind of withdrawal", id="unknown kind"),
        pytest.param("error", "", "Say why it is withdrawn: the reason is public.", id="no reason"),
        pytest.param("error", "x" * 1001, "The reason has 1,001 characters: 1,000 at most.", id="long reason"),
        pytest.param("error", " \n ", "Say why it is withdrawn: the reason is public.", id="blank reason"),
    ],
)
def test_withdrawing_without(kind, reason, message, editor):
    claim = published_claim()
    with pytest.raises(ValidationError) as caught:
        claim.withdraw(by=editor, kind=kind, reason=reason)
    assert message in caught.value.message
    assert in_database(claim)["status"] == Status.PUBLISHED


@pytest.mark.parametrize("kind", Claim.WithdrawnKind.values)
def test_withdrawing_leaves_a_tombstone(kind, editor):
    claim = published_claim()
    claim.withdraw(by=editor, kind=kind, reason=" Misread. ")
    assert (claim.withdrawn_kind, claim.withdrawn_reason) == (kind, "Misread.")
    assert claim.published_by is not None
    assert claim.citations.exists()


# Reviews


def test_publishing_a_review():
    user = account_with("publish_review")
    review = ReviewFactory()
    review.publish(by=user)
    assert review.published_by == user
    assert Review.objects.published().get().published_at == review.published_at


def test_publishing_a_review_twice(editor):
    review = ReviewFactory()
    stale = Review.objects.get()
    review.publish(by=editor)
    for one in (review, stale):
        with pytest.raises(ValidationError) as caught:
            one.publish(by=editor)
        assert caught.value.code == "wrong_state"


@pytest.mark.parametrize(
    "account",
    [
        pytest.param(lambda: AnonymousUser(), id="nobody"),
        pytest.param(lambda: account_with("change_review", "publish_claim"), id="other rights"),
    ],
)
def test_publishing_a_review_not_allowed(account):
    review = ReviewFactory()
    with pytest.raises(PermissionDenied, match="may not publish reviews"):
        review.publish(by=account())
    assert not Review.objects.published().exists()


# Two at once


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("make", [lambda: claim_in(Status.IN_REVIEW), lambda: ReviewFactory()], ids=["claim", "review"])
def test_of_two_who_publish_at_once_one_does(make):
    row = make()
    editors = [UserFactory(is_superuser=True) for _ in range(2)]
    start, outcomes = Barrier(2), []

    def publish(by):
        try:
            mine = type(row).objects.get(pk=row.pk)
            start.wait(timeout=10)
            mine.publish(by=by)
            outcomes.append(by)
        except ValidationError as error:
            outcomes.append(error.code)
        finally:
            connection.close()

    threads = [Thread(target=publish, args=[editor]) for editor in editors]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=20)
    row.refresh_from_db()
    assert sorted(map(str, outcomes)) == sorted([str(row.published_by), "wrong_state"])


# No other way


def test_no_other_code_sets_the_state():
    """What sets it is `_move` in the model; whatever else looks like it would go round the rights.

    SQL that compares it (= 'published') does not: a string of Python's has double quotes here.
    """
    sets = re.compile(r"""\.status\s*=(?!\s*['=])|\bupdate\([^)]*\bstatus=|setattr\([^)]*["']status["']""")
    found = [
        f"{path.relative_to(settings.BASE_DIR)}: {line.strip()}"
        for app in ("factbase", "sources", "claims")
        for path in (settings.BASE_DIR / app).rglob("*.py")
        for line in path.read_text().splitlines()
        if sets.search(line)
    ]
    assert found == []


def test_no_form_sets_the_state():
    own = ("status", "submitted_by", "published_by", "published_at", "withdrawn_kind", "withdrawn_reason")
    assert not any(Claim._meta.get_field(name).editable for name in own)
    assert not any(Review._meta.get_field(name).editable for name in ("published_by", "published_at"))
