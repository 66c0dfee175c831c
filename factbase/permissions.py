"""Who sees more than the public: decided here, for every door."""

from django.contrib.auth.models import AnonymousUser

from factbase.models import User

Viewer = User | AnonymousUser | None


def sees_drafts(user: Viewer) -> bool:
    """True for an account that may see claims in any state, and so all that they rest on."""
    return user is not None and user.is_active and user.has_perm("claims.view_claim")


def visibility(user: Viewer) -> str:
    """What `visible_to(user)` lets see, in a word, for answers that say what they were narrowed by."""
    if sees_drafts(user):
        return "all"
    return "public_and_own" if user is not None and user.is_authenticated else "public"
