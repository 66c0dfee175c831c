"""Who may do what to a claim: role by verb by state, and four eyes."""

import pytest
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied, ValidationError

from claims.models import Claim
from claims.roles import ROLES, make_groups
from factbase.models import User
from tests.claims.test_verbs import VERBS, claim_in
from tests.factories import ReviewFactory, UserFactory, published_claim

pytestmark = pytest.mark.django_db
Status = Claim.Status
# What each role may do; all else is refused. "own" is a claim that the account entered itself.
ALLOWED = {
    ("Contributor", "own", Status.DRAFT): {"submit"},
    ("Editor", "own", Status.DRAFT): {"submit"},
    ("Editor", "other", Status.DRAFT): {"submit"},
    ("Editor", "own", Status.IN_REVIEW): {"return_to_draft", "publish"},
    ("Editor", "other", Status.IN_REVIEW): {"return_to_draft", "publish"},
    ("Editor", "own", Status.PUBLISHED): {"withdraw"},
    ("Editor", "other", Status.PUBLISHED): {"withdraw"},
}


@pytest.fixture(autouse=True)
def groups():
    """The groups are a migration's; tests that commit empty all tables."""
    make_groups()


def account(role: str) -> User:
    user = UserFactory(is_staff=True)
    user.groups.add(Group.objects.get(name=role))
    return User.objects.get(pk=user.pk)


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("state", Status.values)
@pytest.mark.parametrize("whose", ["own", "other"])
@pytest.mark.parametrize("role", ROLES)
def test_role_by_verb_by_state(role, whose, state, verb):
    user = account(role)
    claim = claim_in(state, created_by=user if whose == "own" else UserFactory())
    if verb in ALLOWED.get((role, whose, state), set()):
        getattr(claim, verb)(by=user, **VERBS[verb][3])
        assert claim.status == VERBS[verb][2]
    else:
        with pytest.raises((PermissionDenied, ValidationError)):
            getattr(claim, verb)(by=user, **VERBS[verb][3])
        assert Claim.objects.get().status == state


@pytest.mark.parametrize(
    ("four_eyes", "sensitive", "same", "published"),
    [
        pytest.param(True, False, True, False, id="on-own"),
        pytest.param(True, False, False, True, id="on-another"),
        pytest.param(False, False, True, True, id="off-own"),
        pytest.param(False, True, True, False, id="off-own-sensitive"),
        pytest.param(False, True, False, True, id="off-another-sensitive"),
    ],
)
def test_four_eyes_on_a_claim(settings, four_eyes, sensitive, same, published):
    settings.FACTBASE_FOUR_EYES = four_eyes
    editor = account("Editor")
    claim = claim_in(Status.IN_REVIEW, sensitive=sensitive, submitted_by=editor if same else account("Contributor"))
    if published:
        claim.publish(by=editor)
    else:
        with pytest.raises(PermissionDenied, match="another editor publishes it"):
            claim.publish(by=editor)
    assert (Claim.objects.get().status == Status.PUBLISHED) is published


@pytest.mark.parametrize("written_as", ["created_by", "reviewer"])
def test_four_eyes_on_a_review(settings, written_as):
    editor = account("Editor")
    review = ReviewFactory(claim=published_claim(), **{written_as: editor})
    with pytest.raises(PermissionDenied, match="another editor publishes it"):
        review.publish(by=editor)
    settings.FACTBASE_FOUR_EYES = False
    review.publish(by=editor)
    assert review.published_at


def test_a_return_says_why_until_it_is_submitted_again():
    editor, contributor = account("Editor"), account("Contributor")
    claim = claim_in(Status.IN_REVIEW, created_by=contributor, submitted_by=contributor)
    claim.return_to_draft(by=editor, note=" The unit is missing. ")
    assert Claim.objects.get().returned_note == "The unit is missing."
    claim.submit(by=contributor)
    assert Claim.objects.get().returned_note == ""


def test_a_note_too_long_is_refused():
    claim = claim_in(Status.IN_REVIEW)
    with pytest.raises(ValidationError, match="1,001 characters: 1,000 at most"):
        claim.return_to_draft(by=account("Editor"), note="x" * 1001)


@pytest.mark.parametrize(
    ("role", "own", "state", "allowed"),
    [
        pytest.param("Contributor", True, Status.DRAFT, True, id="contributor-own-draft"),
        pytest.param("Contributor", True, Status.IN_REVIEW, False, id="contributor-own-in-review"),
        pytest.param("Contributor", True, Status.PUBLISHED, False, id="contributor-own-published"),
        pytest.param("Contributor", False, Status.DRAFT, False, id="contributor-others-draft"),
        pytest.param("Editor", False, Status.DRAFT, True, id="editor-others-draft"),
        pytest.param("Editor", False, Status.PUBLISHED, True, id="editor-published"),
        pytest.param("Administrator", True, Status.DRAFT, False, id="administrator"),
    ],
)
def test_who_changes_a_claim(role, own, state, allowed):
    user = account(role)
    claim = claim_in(state, created_by=user if own else UserFactory())
    assert claim.can_be_changed_by(user) is allowed


def test_who_sees_what():
    contributor, editor = account("Contributor"), account("Editor")
    own, others = claim_in(Status.DRAFT, created_by=contributor), claim_in(Status.DRAFT)
    public = claim_in(Status.PUBLISHED)
    assert set(Claim.objects.visible_to(contributor)) == {own, public}
    assert set(Claim.objects.visible_to(editor)) == {own, others, public}


def test_only_an_administrator_redacts_and_keeps_accounts():
    assert [role for role in ROLES if account(role).has_perm("claims.redact_claim")] == ["Administrator"]
    assert [role for role in ROLES if account(role).has_perm("factbase.change_user")] == ["Administrator"]
    assert [role for role in ROLES if account(role).has_perm("claims.merge_speaker")] == ["Editor"]
