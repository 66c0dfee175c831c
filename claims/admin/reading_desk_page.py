"""What the reading desk shows of a snapshot: its text with marks on it, a page at a time."""

from dataclasses import dataclass, replace
from functools import cached_property
from urllib.parse import urlencode

from django.db.models import Prefetch
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from claims.actions.anchors import look
from claims.actions.draft import may_draft
from claims.anchors import Page
from claims.models import Citation, Claim, Claimant, Dismissal
from claims.reading_desk.filling import trimmed
from claims.reading_desk.pages import pages
from claims.reading_desk.proposals import Proposal, is_read, memory, within
from claims.reading_desk.segments import Segment, segments
from factbase.admin import change_url

MOST_LOST = 200  # Citations that are looked for anew with each view.


@dataclass(frozen=True)
class Mark:
    """Words with a mark on them. `href` is "" where another mark is what a click is about."""

    start: int
    end: int
    kind: str  # "citation", "quotation" or "quantity"
    id: str
    label: str
    href: str = ""
    dismissed: bool = False

    @property
    def is_stop(self) -> bool:
        """Whether the keyboard goes to it."""
        return bool(self.href) and self.kind != "citation"


@dataclass(frozen=True)
class Cited:
    """Where a citation stands in this text."""

    start: int
    end: int
    citation: Citation


class Desk:
    """A source's newest snapshot on the desk of `user`, opened at the page numbered `number` or that `at` is on."""

    def __init__(self, source, snapshot, user, *, number=1, at=None, claim_url="", show_dismissed=False):
        self.source, self.snapshot, self.user = source, snapshot, user
        self.claim_url, self.show_dismissed = claim_url, show_dismissed
        self.pages = pages(snapshot.text)
        if at is not None:
            number = 1 + sum(end <= at for _start, end in self.pages)
        self.number = min(max(number, 1), len(self.pages))
        self.start, self.end = self.pages[self.number - 1]

    @property
    def is_read(self):
        return is_read(self.source.language)

    @cached_property
    def read(self):
        text, digest = self.snapshot.text, self.snapshot.sha256
        return memory.read(text, digest, self.source.language, self.start, self.end)

    @cached_property
    def citations(self) -> list["Cited"]:
        """Those of this source that the account may see and that stand on this page, in the order they were added.

        One whose words moved or changed is shown where they stand now, undecided as it is, so that nobody cites them
        once more.
        """
        claimants = Prefetch("claim__claimants", Claimant.objects.select_related("speaker"))
        mine = Citation.objects.visible_to(self.user).filter(source=self.source).exclude(quote="")
        mine = mine.select_related("claim").prefetch_related(claimants).order_by("pk")
        text, page = self.snapshot.text, Page(self.snapshot.text)
        found = [
            Cited(each.start, each.end, each)
            for each in mine.filter(anchor=Citation.Anchor.EXACT, start__lt=self.end, end__gt=self.start)
            if text[each.start : each.end] == each.quote
        ]
        lost = mine.filter(anchor__in=[Citation.Anchor.MOVED, Citation.Anchor.CHANGED])
        for each in lost[:MOST_LOST]:
            place = look(each, self.snapshot.pk, page).place
            if place and place.start < self.end and place.end > self.start:
                found.append(Cited(place.start, place.end, each))
        return found

    @cached_property
    def elsewhere(self) -> int:
        """How many citations of this source do not stand where they stood, and wait for somebody to decide."""
        return Citation.objects.visible_to(self.user).filter(source=self.source).broken().count()

    @cached_property
    def dismissed(self) -> set[tuple[str, str]]:
        return set(Dismissal.objects.filter(source=self.source).values_list("kind", "words"))

    @cached_property
    def waiting(self) -> list[Proposal]:
        """Proposals that are not cited yet; none to an account that could not accept them."""
        if not may_draft(self.user):
            return []
        return [each for each in self.read.proposals if not self.is_cited(each)]

    def is_cited(self, proposal: Proposal) -> bool:
        """Whether all of its words stand in citations, in one or in several; marks and "that" are no words of it."""
        start, end = trimmed(self.snapshot.text, self.read, proposal.start, proposal.end)
        open_pieces = (piece for piece in segments(self.citations, start, end) if not piece.marks)
        return not any(map(str.isalnum, "".join(self.snapshot.text[p.start : p.end] for p in open_pieces)))

    @cached_property
    def dismissed_here(self) -> int:
        return sum(self.is_dismissed(each) for each in self.waiting)

    def is_dismissed(self, proposal: Proposal) -> bool:
        return (proposal.kind, proposal.words) in self.dismissed

    @cached_property
    def marks(self) -> list[Mark]:
        quotations = [each for each in self.waiting if each.kind == "quotation"]
        seen = [each for each in quotations if self.is_shown(each)]
        # A number that somebody said belongs to what they said, and goes with it.
        numbers = [each for each in self.waiting if each.kind == "quantity"]
        seen += [
            each for each in numbers if self.is_shown(each) and (within(each, seen) or not within(each, quotations))
        ]
        marks = [self.mark_of(each, quotations) for each in seen]
        return [*map(cited, self.citations), *marks]

    def is_shown(self, proposal: Proposal) -> bool:
        return self.show_dismissed or not self.is_dismissed(proposal)

    def mark_of(self, proposal: Proposal, quotations: list[Proposal]) -> Mark:
        dismissed = self.is_dismissed(proposal)
        mark = Mark(proposal.start, proposal.end, proposal.kind, proposal.id, label_of(proposal), dismissed=dismissed)
        said = proposal.kind == "quantity" and not dismissed and within(proposal, quotations)
        return mark if said else replace(mark, href=self.address(proposal))

    def address(self, proposal: Proposal) -> str:
        """Where the form of a claim made of the proposal is."""
        place = {"start": proposal.start, "end": proposal.end, "kind": proposal.kind}
        return f"{self.claim_url}?{urlencode({'snapshot': self.snapshot.pk, **place})}"

    @cached_property
    def stops(self) -> int:
        return sum(mark.is_stop for mark in self.marks)

    def text(self) -> SafeString:
        """The page's paragraphs as HTML. Each piece of text knows where it begins in the snapshot."""
        begun: set[str] = set()
        paragraphs = ((self.pieces(start, end, begun),) for start, end in self.read.paragraphs)
        return format_html_join("", '<p dir="auto">{}</p>', paragraphs)

    def pieces(self, start: int, end: int, begun: set[str]) -> SafeString:
        found = segments(self.marks, start, end)
        return mark_safe("".join(self.piece(segment, begun) for segment in found))  # noqa: S308 - each is escaped

    def piece(self, segment: Segment[Mark], begun: set[str]) -> SafeString:
        # A browser reads a bare CR as LF, and CR LF as one character: offsets after it would be wrong.
        words = mark_safe(escape(self.snapshot.text[segment.start : segment.end]).replace("\r", "&#13;"))  # noqa: S308
        if not segment.marks:
            return format_html('<span data-start="{}">{}</span>', segment.start, words)
        looks = {"mark", *(mark.kind for mark in segment.marks), *("dismissed" for m in segment.marks if m.dismissed)}
        lead = next((mark for mark in segment.marks if mark.href), segment.marks[0])
        first = lead.id not in begun
        begun.add(lead.id)
        return format_html(
            '<a class="{}" href="{}" data-start="{}" data-mark="{}" title="{}" draggable="false"{}>{}</a>',
            " ".join(sorted(looks)),
            lead.href,
            segment.start,
            lead.id,
            lead.label,
            handle(lead) if first else mark_safe(' tabindex="-1"'),
            words,
        )


def handle(mark: Mark) -> SafeString:
    """Of a mark's first piece: what the keyboard finds it by."""
    stop = mark_safe(" data-stop") if mark.is_stop else ""
    return format_html(' id="{}"{}', mark.id, stop)


def cited(place: Cited) -> Mark:
    claim: Claim = place.citation.claim
    who = ", ".join(str(claimant) for claimant in claim.claimants.all()) or "–"
    said = _("Cited: %(who)s: %(claim)s (%(status)s)")
    label = said % {"who": who, "claim": claim, "status": claim.get_status_display()}
    name = f"citation-{place.citation.pk}"
    return Mark(place.start, place.end, "citation", name, label, change_url(Claim, claim.pk))


def label_of(proposal: Proposal) -> str:
    found = proposal.found
    if proposal.kind == "quantity":
        return _("Number: %(words)s") % {"words": f"{found.as_written} {found.unit}".strip()}
    speaker = found.speaker or _("somebody")
    return (_("Quotation: %(speaker)s") if found.is_direct else _("Reported: %(speaker)s")) % {"speaker": speaker}
