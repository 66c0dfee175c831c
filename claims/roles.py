"""Who may do what: three roles, as groups with permissions. The verbs and the admin ask these permissions alone."""

from django.apps import apps as installed_apps
from django.contrib.auth.management import create_permissions
from django.contrib.auth.models import Group, Permission
from django.db.models import Q

WRITE = ("view", "add", "change", "delete")
PARTS = ("claimant", "quantity", "citation", "attribution", "translation", "claimtopic", "claimsubject", "claimlink")
KNOWN = ("speaker", "role", "proposition", "source", "publisher", "snapshot")
VERBS = ("submit_claim", "return_claim", "publish_claim", "withdraw_claim", "publish_review", "change_any_claim")
FETCH = ("fetch_source",)  # Adding a file or pasted text is adding a source; fetching reaches out to the web.
MERGES = ("merge_claim", "merge_speaker", "merge_topic", "merge_source")


def each(actions: tuple[str, ...], models: tuple[str, ...]) -> set[str]:
    return {f"{action}_{model}" for action in actions for model in models}


# A contributor sees what is public and drafts of their own: view_claim would show all.
CONTRIBUTOR = (
    {"add_claim", "change_claim", "submit_claim"}
    | each(WRITE, PARTS)
    | each(("view", "add"), KNOWN)
    | each(("view",), ("topic", "indicator", "notice"))
    | each(("view", "add"), ("note",))
)
EDITOR = (
    CONTRIBUTOR
    | each(WRITE, ("claim", *PARTS, *KNOWN, "review", "reviewevidence", "topic", "indicator", "notice"))
    | {*VERBS, *MERGES, *FETCH}
)
ADMINISTRATOR = (
    {"view_claim", "redact_claim"} | each(WRITE, ("user", "group")) | each(("view",), ("redirect", "distinct"))
)

ROLES = {"Contributor": CONTRIBUTOR, "Editor": EDITOR, "Administrator": ADMINISTRATOR}


def make_groups() -> None:
    """Make the groups, with exactly these permissions. Called by migrations, before Django makes the permissions."""
    for app in ("auth", "factbase", "sources", "claims"):
        create_permissions(installed_apps.get_app_config(app), verbosity=0)
    ours = Q(content_type__app_label__in=["auth", "factbase", "sources", "claims"])
    for name, codenames in ROLES.items():
        group, _ = Group.objects.get_or_create(name=name)
        found = Permission.objects.filter(ours, codename__in=codenames)
        missing = codenames - {permission.codename for permission in found}
        if missing:
            raise LookupError(f"{name}: there is no permission {', '.join(sorted(missing))}.")
        group.permissions.set(found)
