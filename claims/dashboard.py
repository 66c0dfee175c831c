"""The admin's front page: what waits for me, what needs care, what others changed, and how much there is.

Every count stops at a thousand ("1,000+"), so that the page costs the same with a million claims.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import urlencode
from uuid import UUID

from django.apps import apps
from django.contrib.admin import site
from django.db.models import Case, Exists, F, OuterRef, QuerySet, TextField, Value, When
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast, Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from claims.actions.duplicates import NEWEST, NEWEST_OPEN, newest_with_likely_duplicates
from claims.admin.filters import SERIOUS, SOON, in_topic
from claims.models import Citation, Claim, Claimant, ClaimSubject, ClaimTopic, Quantity, Review, Topic, Translation
from factbase.admin import change_url
from factbase.models import User, Via
from factbase.paginator import AtLeast, CappedPaginator
from factbase.permissions import sees_drafts
from sources.models import Notice

FIRST = 3  # Records shown beside their number.
TOPICS = 6
CHANGES = 10
LOOKED_AT = 100  # Of each history's newest events, to find the last ten by others.
PARTS = [Claimant, Quantity, Citation, ClaimTopic, ClaimSubject, Review, Translation]
VIA = dict(Via.choices)


@dataclass
class Queue:
    """A number of records that wait, the first of them, and where all are."""

    label: str
    count: int
    link: str
    empty: str = ""
    first: list[tuple[str, str]] = field(default_factory=list)  # Address and words.


@dataclass
class Bar:
    label: str
    count: int
    link: str
    share: int = 0  # Of the longest, in percent.


@dataclass
class Change:
    when: datetime
    who: str  # The account, or the door of a change without one.
    claim: Claim
    what: str


def callback(request, context):
    """For unfold's DASHBOARD_CALLBACK."""
    user = request.user
    context["title"] = _("The desk")
    claims = site.get_model_admin(Claim)
    shown = {link["link"] for group in context["sidebar_navigation"] for link in group["items"]}
    context["elsewhere"] = [
        model for app in context["app_list"] for model in app["models"] if model["admin_url"] not in shown
    ]
    if claims.has_view_or_change_permission(request):
        visible = Claim.objects.visible_to(user)
        all_seen = sees_drafts(user)
        context["desk"] = {
            "waiting": waiting(user, visible),
            "care": care(visible) if all_seen else [],
            "changes": changes(user, visible),
            "charts": [(_("By status"), by_status(visible))] + ([(_("By topic"), by_topic())] if all_seen else []),
            "may_add": claims.has_add_permission(request),
            "add": reverse("admin:claims_claim_add"),
        }
    return context


def waiting(user: User, claims: QuerySet) -> list[Queue]:
    """What this account can go on with: only queues that it may do something about."""
    mine = claims.filter(created_by=user, status=Claim.Status.DRAFT)
    in_review = claims.filter(status=Claim.Status.IN_REVIEW)
    queues = []
    if user.has_perm("claims.submit_claim"):
        queues += [
            queue(
                _("Returned to me"), mine.exclude(returned_note=""), _("Nothing was returned to you."), whose="returned"
            ),
            queue(_("My drafts"), mine, _("You have no drafts."), status__exact="draft", whose="mine"),
            queue(
                _("Submitted by me"),
                in_review.filter(submitted_by=user),
                _("Nothing of yours is in review."),
                status__exact="in_review",
                whose="submitted",
            ),
        ]
    if user.has_perm("claims.publish_claim"):
        others = in_review.filter(submitted_by__isnull=False).exclude(submitted_by=user)
        empty = _("No claim waits for review.")
        queues.insert(0, queue(_("To review"), others, empty, status__exact="in_review", whose="others"))
    if user.has_perm("claims.publish_review"):
        reviews = Review.objects.filter(published_at=None).select_related("claim")
        queues.append(
            queue(
                _("Reviews not public yet"),
                reviews,
                _("Every review is public."),
                list_of=Review,
                published_at__isempty=1,
            )
        )
    return queues


def care(claims: QuerySet) -> list[Queue]:
    """Published claims that something happened to, and new ones that may be here already."""
    published = claims.published()
    broken = Citation.objects.broken()
    sources = Notice.objects.filter(kind__in=SERIOUS).values_list("source", flat=True)[: CappedPaginator.cap]
    noticed = Citation.objects.filter(source__in=list(sources))
    now = timezone.now()
    return [
        rare(
            _("Broken anchors"),
            published.filter(Exists(broken.filter(claim=OuterRef("pk")))),
            _("Every checked quote stands where it stood."),
            anchor="broken",
        ),
        rare(
            _("Source corrected or retracted"),
            published.filter(Exists(noticed.filter(claim=OuterRef("pk")))).resting_on_corrected(),
            _("No published claim rests on a corrected or retracted source alone."),
            notice="alone",
        ),
        rare(
            _("Embargo ends within 7 days"),
            published.filter(embargo_until__gt=now, embargo_until__lte=now + SOON),
            _("No embargo ends this week."),
            embargo="soon",
        ),
        duplicates(),
    ]


def duplicates() -> Queue:
    """Each leads to the page on which a curator decides."""
    ids = newest_with_likely_duplicates()
    first = [
        (reverse("admin:claims_claim_duplicates", args=[claim.pk]), words(claim))
        for claim in Claim.objects.filter(pk__in=ids[:FIRST])
    ]
    among = {"open": NEWEST_OPEN, "all": NEWEST}
    return Queue(
        _("Likely duplicates among the newest %(open)d drafts and in review") % among,
        len(ids),
        list_link(Claim, duplicates="likely"),
        _("None of the newest %(open)d drafts and claims in review is like another of the newest %(all)d claims.")
        % among,
        first,
    )


def queue(label: str, records: QuerySet, empty: str, *, list_of=Claim, **filters) -> Queue:
    first = list(records[: FIRST + 1])
    count = capped(records) if len(first) > FIRST else len(first)
    return Queue(label, count, list_link(list_of, **filters), empty, linked(first[:FIRST]))


def rare(label: str, claims: QuerySet, empty: str, **filters) -> Queue:
    """A few looked for among many: by a LIMIT as small as a queue's, or in order, PostgreSQL walks past all others."""
    ids = list(claims.order_by().values_list("pk", flat=True)[: CappedPaginator.cap + 1])
    count = len(ids) if len(ids) <= CappedPaginator.cap else AtLeast(CappedPaginator.cap)
    first = Claim.objects.filter(pk__in=sorted(ids)[-FIRST:])
    return Queue(label, count, list_link(Claim, status__exact="published", **filters), empty, linked(first))


def linked(records: Iterable) -> list[tuple[str, str]]:
    return [(change_url(type(record), record.pk), words(record)) for record in records]


def words(record: Claim | Review) -> str:
    if isinstance(record, Review):
        return f"{record}: {record.claim}"
    if record.status == Claim.Status.DRAFT and record.returned_note:
        return f"“{record.returned_note}”: {record}"
    return str(record)


def by_status(claims: QuerySet) -> list[Bar]:
    return bars(
        Bar(label, capped(claims.filter(status=status)), list_link(Claim, status__exact=status))
        for status, label in Claim.Status.choices
    )


def by_topic() -> list[Bar]:
    """The topics given most of late, each with those below it: to rank all would be to count all."""
    recent = ClaimTopic.objects.order_by("-id").values_list("topic", flat=True)[: CappedPaginator.cap]
    common = [pk for pk, _count in Counter(recent).most_common(TOPICS)]
    topics = Topic.objects.in_bulk(common)
    counted = [
        Bar(topics[pk].name, capped(Claim.objects.filter(in_topic(pk))), list_link(Claim, topics__id__exact=pk))
        for pk in common
    ]
    return bars(sorted(counted, key=lambda bar: -bar.count))


def bars(given) -> list[Bar]:
    given = list(given)
    longest = max((bar.count for bar in given), default=0)
    for bar in given:
        bar.share = round(100 * bar.count / longest) if longest else 0
    return given


def changes(user: User, claims: QuerySet) -> list[Change]:
    """The last claims that others added or changed, each once, from the newest rows of every history."""
    histories = [history(Claim, "pgh_obj_id"), *(history(part, "claim_id") for part in PARTS)]
    added = claims.order_by("-created_at", "-id").annotate(
        who=Cast("created_by", TextField()),
        via=F("created_via"),
        when=F("created_at"),
        of=F("id"),
        what=Value("claim added"),
    )
    rows = added.values_list("when", "who", "via", "of", "what")[:LOOKED_AT].union(*histories, all=True)
    latest = {}
    for when, who, via, of, what in rows.order_by("-when"):
        if who != str(user.pk):
            latest.setdefault((who, of), (when, via, what))
    wanted = list(latest.items())[: 3 * CHANGES]  # Some may be deleted since.
    people = User.objects.in_bulk({who for (who, _of), _change in wanted if who})
    present = claims.in_bulk({of for (_who, of), _change in wanted})
    return [
        Change(
            when, str(people.get(UUID(who)) or _("A former account")) if who else str(VIA[via]), present[of], said(what)
        )
        for (who, of), (when, via, what) in wanted
        if of in present
    ][:CHANGES]


def history(model, claim: str) -> QuerySet:
    """When, who, through which door, which claim and what: of the newest events of one table."""
    name = model._meta.model_name
    events = model._meta.get_field("events").related_model.objects.order_by("-pgh_id")
    return events.annotate(
        when=F("pgh_created_at"),
        who=KeyTextTransform("user", "pgh_context"),
        via=Coalesce(KeyTextTransform("via", "pgh_context"), Value("shell"), output_field=TextField()),
        of=F(claim),
        what=Case(When(pgh_label="delete", then=Value(f"{name} removed")), default=Value(f"{name} changed")),
    ).values_list("when", "who", "via", "of", "what")[:LOOKED_AT]


def said(what: str) -> str:
    """A model's name and what was done to the row, in words: "changed" of the claim itself, "citation changed"."""
    name, done = what.split()
    if name == Claim._meta.model_name:
        return {"added": _("added"), "changed": _("changed"), "removed": _("removed")}[done]
    part = str(apps.get_model("claims", name)._meta.verbose_name).removeprefix("claim ")
    return {"changed": _("%(part)s changed"), "removed": _("%(part)s removed")}[done] % {"part": part}


def capped(records: QuerySet) -> int:
    return CappedPaginator(records, 1).count


def list_link(model, **filters) -> str:
    page = reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_changelist")
    return f"{page}?{urlencode(filters)}"
