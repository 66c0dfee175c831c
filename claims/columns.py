"""Columns of the sheet of claims: a claim's own, its numbers', and a citation's."""

from functools import cache

from django.db.models import Model
from django.utils.text import capfirst, format_lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from claims.models import Citation, Claim, Claimant, ClaimSubject, ClaimTopic, Quantity
from factbase.spreadsheets.cells import joined, parts_of
from factbase.spreadsheets.columns import Column, column

NOTATION = _(
    "write named:a-speakers-slug, unnamed:words as in the source, anonymous:words, or author for the source's own"
    " voice; then, where wanted, | role=title | label=words"
)


class Parts(Column):
    """A column that is rows of its own in the database: set first, and saved when the claim is there."""

    related = ""

    def __init__(self, name, **options):
        super().__init__(name, Claim._meta.get_field("notes"), **options)

    def items(self, claim: Claim) -> list:
        """As the cell would have them, else as the database has them."""
        pending = claim.__dict__.get(f"pending_{self.name}")
        if pending is not None or claim._state.adding:
            return pending or []
        return self.present(claim)

    def put(self, record, value):
        record.__dict__[f"pending_{self.name}"] = value

    def empty(self):
        return []

    def validate(self, value):
        pass  # Each was found, and the database says the rest.


class Slugs(Parts):
    """Records that a claim is tied to, each by its slug, in no order."""

    def __init__(self, name, link: type[Model], field: str, **options):
        super().__init__(name, **options)
        self.link, self.link_field = link, field
        self.linked = link._meta.get_field(field).related_model

    def present(self, claim):
        return [getattr(row, self.link_field) for row in getattr(claim, f"{self.link._meta.model_name}_set").all()]

    def text(self, claim):
        return joined(sorted(item.slug for item in self.items(claim)))

    def read(self, text, resource):
        items = []
        for slug in parts_of(text):
            try:
                items.append(resource.find(self.linked, slug))
            except ValueError as error:
                raise ValueError(gettext("has '%(text)s', which %(error)s") % {"text": slug, "error": error}) from None
        return list(dict.fromkeys(items))

    def after_save(self, claim, new, create):
        wanted = {item.pk: item for item in self.items(claim)}
        rows = [] if new else getattr(claim, f"{self.link._meta.model_name}_set").all()
        present = {getattr(row, f"{self.link_field}_id"): row for row in rows}
        for key in present.keys() - wanted.keys():
            present[key].delete()
        for key in sorted(wanted.keys() - present.keys()):
            create(self.link(claim=claim, **{self.link_field: wanted[key]}))


class Claimants(Parts):
    """Who makes the claim, in order, each as `basis:who | role=… | label=…`."""

    def present(self, claim):
        return list(claim.claimants.all())

    def text(self, claim):
        return joined([joined(self.pieces(claimant), "|") for claimant in self.items(claim)])

    def pieces(self, claimant: Claimant) -> list[str]:
        words_first = claimant.basis in (Claimant.Basis.UNNAMED, Claimant.Basis.ANONYMOUS) and not claimant.speaker_id
        who = claimant.speaker.slug if claimant.speaker_id else claimant.label if words_first else ""
        pieces = [f"{claimant.basis}:{who}" if who else claimant.basis]
        if claimant.role_id:
            same = [role for role in claimant.role.speaker.roles.all() if role.title == claimant.role.title]
            pieces.append(f"role={claimant.role.title if len(same) == 1 else claimant.role_id}")
        if claimant.label and not words_first:
            pieces.append(f"label={claimant.label}")
        return pieces

    def read(self, text, resource):
        return [self.claimant(item, number, resource) for number, item in enumerate(parts_of(text))]

    def claimant(self, item, position, resource):
        first, *others = parts_of(item, "|")
        basis, _colon, who = (part.strip() for part in first.partition(":"))
        claimant = Claimant(basis=basis.lower(), position=position)
        if claimant.basis not in Claimant.Basis.values:
            refusal = gettext("has '%(text)s', which names no kind of claimant: %(remedy)s.")
            raise ValueError(refusal % {"text": item, "remedy": NOTATION})
        if claimant.basis in (Claimant.Basis.NAMED, Claimant.Basis.AUTHOR) and who:
            try:
                claimant.speaker = resource.find(Claimant._meta.get_field("speaker").related_model, who)
            except ValueError as error:
                raise ValueError(gettext("has '%(text)s', which %(error)s") % {"text": who, "error": error}) from None
        else:
            claimant.label = who
        for other in others:
            name, _equals, value = (part.strip() for part in other.partition("="))
            if name == "role":
                claimant.role = self.role(claimant, value)
            elif name == "label":
                claimant.label = value
            else:
                refusal = gettext("has '%(text)s', which is neither role= nor label=: %(remedy)s.")
                raise ValueError(refusal % {"text": other, "remedy": NOTATION})
        if len(claimant.label) > 300:
            refusal = gettext("has a label of %(length)d characters, and 300 are the most: shorten it.")
            raise ValueError(refusal % {"length": len(claimant.label)})
        if claimant.basis == Claimant.Basis.NAMED and not claimant.speaker_id:
            refusal = gettext("has '%(text)s', which names nobody: %(remedy)s.")
            raise ValueError(refusal % {"text": item, "remedy": NOTATION})
        return claimant

    def role(self, claimant, text):
        roles = list(claimant.speaker.roles.all()) if claimant.speaker_id else []
        fitting = [role for role in roles if text in (role.title, str(role.pk))]
        if len(fitting) == 1:
            return fitting[0]
        known = ", ".join(f"'{role.title}'" for role in roles) or gettext("none")
        if fitting:
            ids = ", ".join(str(role.pk) for role in fitting)
            raise ValueError(
                gettext("has the role '%(role)s', held twice: write one of the ids %(ids)s.")
                % {"role": text, "ids": ids}
            )
        refusal = gettext("has the role '%(role)s', which is not on record for this speaker (%(known)s): add it there.")
        raise ValueError(refusal % {"role": text, "known": known})

    def after_save(self, claim, new, create):
        """Rows stay the same rows where they can, so that history reads as a change and not as an exchange."""
        present = [] if new else self.present(claim)
        wanted = self.items(claim)
        for row, asked in zip(present, wanted, strict=False):
            for name in ("basis", "speaker", "role", "label", "position"):
                setattr(row, name, getattr(asked, name))
            row.save(update_fields=["basis", "speaker", "role", "label", "position"])
        for row in present[len(wanted) :]:
            row.delete()
        for asked in wanted[len(present) :]:
            asked.claim = claim
            create(asked)


CLAIM = [
    column(Claim, "id", "claim_id", help=_("Empty for a new claim. Rows of one id are of one claim."), fixed=True),
    column(Claim, "status", help=_("Never set by a sheet: a new claim is a draft."), fixed=True),
    column(Claim, "kind", example="statistic"),
    column(Claim, "text", example="Example: there are roughly 6 million workers."),
    column(Claim, "wording", example="edited"),
    column(Claim, "language", example="en"),
    column(Claim, "stated", help=_("When it was said."), example="2017-03-19"),
    column(Claim, "stated_as_written", help=_("The date's words in the source."), example="on Sunday"),
    column(Claim, "stated_basis", help=_("Where the date is from; only with a date."), example="printed"),
    column(Claim, "occasion", example="A press conference"),
    column(Claim, "embargo_until"),
    column(Claim, "sensitive"),
    column(Claim, "notes"),
    column(Claim, "proposition"),
    Slugs("topics", ClaimTopic, "topic", help=_("Slugs, with semicolons between."), example="migration; labour"),
    Slugs("subjects", ClaimSubject, "speaker", help=_("Slugs of speakers that it is about, with semicolons between.")),
    Claimants(
        "claimants",
        help=format_lazy(_("With semicolons between, in order. {notation}."), notation=capfirst(NOTATION)),
        example="named:example-speaker | label=candidate; unnamed:immigration experts",
    ),
    column(Claim, "version", help=_("Guards a colleague's work done since the export."), fixed=True),
]  # fmt: skip
QUANTITY = {
    "as_written": {"example": "roughly 6 million"},
    "value": {"example": "6000000"},
    "upper": {},
    "comparator": {"example": "about"},
    "significant_figures": {"example": "1"},
    "unit": {"example": "workers"},
    "per": {},
    "measure": {"example": "level"},
    "population": {},
    "indicator": {},
    "indicator_match": {},
    "place": {"example": "US"},
    "place_as_written": {},
    "period": {"help": _("What time the number is for.")},
    "period_label": {},
}
CITATION = [
    column(Citation, "id", "citation_id", help=_("Empty for a new citation."), fixed=True),
    column(Citation, "source", help=_("Where it stands."), example="https://news.example.org/an-article"),
    column(Citation, "quote", example="There are roughly 6 million workers, experts say.", verbatim=True),
    column(Citation, "directness", example="indirect"),
    column(Citation, "language", "citation_language"),
    column(Citation, "locator"),
    column(Citation, "attributed_to", example="experts"),
    column(Citation, "note"),
    column(Citation, "stance", example="states"),
    column(Citation, "is_lead"),
    column(Citation, "prefix"),
    column(Citation, "suffix"),
    column(Citation, "position", help=_("0 for the first; left empty, a new one goes last."), kept=True),
    column(Citation, "anchor", help=_("Whether the quote was found in a snapshot."), fixed=True),
]


@cache
def quantity_columns(number: int) -> list[Column]:
    """The columns of a claim's first, second … number: quantity_value, quantity_2_value …"""
    prefix = "quantity_" if number == 1 else f"quantity_{number}_"
    options = QUANTITY if number == 1 else {name: {} for name in QUANTITY}
    key = column(Quantity, "id", f"{prefix}id", help=_("Empty for a new number."), fixed=True)
    return [key, *(column(Quantity, name, f"{prefix}{name}", **options[name]) for name in QUANTITY)]
