"""Who sees more than the public: decided here, for every door."""

from django.contrib.auth.models import AnonymousUser

from factbase.models import User

Viewer = User | AnonymousUser | None


def sees_drafts(user: Viewer) -> bool:
    """True for an account that may see claims in any state, and so all that they rest on."""
    return user is not None and user.is_active and user.has_perm("claims.view_claim")


def is_public(user: Viewer) -> bool:
    """True for everybody without an account: they all see the same."""
    return user is None or not user.is_authenticated


def visibility(user: Viewer) -> str:
    """What `visible_to(user)` lets see, in a word, for answers that say what they were narrowed by."""
    if sees_drafts(user):
        return "all"
    return "public" if is_public(user) else "public_and_own"
