"""The form of a claim made at the reading desk: the admin's own boxes, filled in from the text."""

from functools import partial

from django import forms
from django.forms import BaseFormSet, formset_factory, modelform_factory
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from psycopg.types.range import Range
from unfold.widgets import UnfoldAdminRadioSelectWidget

from claims.actions.draft import save_draft
from claims.models import Citation, Claim, Claimant, Quantity, Speaker
from claims.reading_desk.filling import Filling, one_line
from factbase.admin import RowForm
from factbase.dates import inclusive

from .reading import boxes

ABOUT = ("text", "kind", "wording")
WHEN = ("stated", "stated_basis", "language")
CLAIMANT = ("basis", "speaker", "label")
QUANTITY = ("as_written", "comparator", "value", "upper", "significant_figures", "unit", "per")
CITATION = ("directness", "attributed_to", "locator", "note")
OFFERED = 6  # Speakers of one name.
MOST_QUANTITIES = 50


class ClaimantForm(RowForm):
    """Who says it. Where several speakers may be meant, they are offered, and one of them is to be chosen."""

    who = forms.ChoiceField(
        label=gettext_lazy("Which of them is it?"), required=False, widget=UnfoldAdminRadioSelectWidget
    )

    def __init__(self, *args, offered=(), **kwargs):
        super().__init__(*args, **kwargs)
        self.order_fields(["who", *CLAIMANT])
        if offered:
            choices = [(str(speaker.pk), described(speaker)) for speaker in offered]
            self.fields["who"].choices = [*choices, ("", _("None of them: see below"))]
        else:
            del self.fields["who"]

    def clean(self):
        cleaned = super().clean()
        if chosen := cleaned.get("who"):
            cleaned["speaker"] = Speaker.objects.filter(pk=chosen).first()
            cleaned["basis"], cleaned["label"] = Claimant.Basis.NAMED, ""
        return cleaned


def described(speaker: Speaker) -> str:
    return f"{speaker.name}, {speaker.description}" if speaker.description else f"{speaker.name} ({speaker.slug})"


class QuantityRow(RowForm):
    """One number of the claim. Its place in the text is looked up when all is saved."""


class Quantities(BaseFormSet):
    """The numbers of the claim; each may be left out, and a row more is there for one that was not found."""

    def instances(self):
        for form in self.forms:
            if (form.has_changed() or form in self.initial_forms) and not form.cleaned_data.get("DELETE"):
                yield form.instance


class DraftForm:
    """The forms of a claim and its parts as one: `is_valid`, `save`, and all to show.

    `site` is the admin's, whose boxes these are. Filled in from `filling`; from `data` when it comes back.
    """

    def __init__(self, *, site, request, source, snapshot, filling: Filling, data=None):
        self.source, self.snapshot, self.filling = source, snapshot, filling
        make = partial(form_class, site, request)
        offered, known = speakers_meant(filling.speaker)
        self.is_known = known is not None
        self.claim = make(Claim, (*ABOUT, *WHEN))(data, initial=claim_filled(filling, source))
        claimant = make(Claimant, CLAIMANT, ClaimantForm)
        self.claimant = claimant(
            data, prefix="claimant", initial=claimant_filled(filling, known), offered=() if known else offered
        )
        rows = formset_factory(
            make(Quantity, QUANTITY, QuantityRow),
            formset=Quantities,
            extra=1,
            can_delete=True,
            max_num=MOST_QUANTITIES,
            absolute_max=MOST_QUANTITIES,
            validate_max=True,
        )
        numbers = [{"as_written": one_line(found.as_written), **boxes(found)} for found in filling.quantities]
        self.quantities = rows(data, prefix="quantities", initial=numbers)
        citation = {"directness": filling.directness, "attributed_to": one_line(filling.attributed_to)[:300]}
        self.citation = make(Citation, CITATION)(data, prefix="citation", initial=citation)
        self.claim.fields["stated"].help_text = _("../2017-03-19 is on that day or before.")
        self.forms = [self.claim, self.claimant, self.quantities, self.citation]

    @property
    def about(self):
        return [self.claim[name] for name in ABOUT]

    @property
    def when(self):
        return [self.claim[name] for name in WHEN]

    @property
    def media(self):
        return sum((form.media for form in self.forms), forms.Media())

    def is_valid(self) -> bool:
        citation = self.citation.instance
        citation.source, citation.snapshot = self.source, self.snapshot
        for name in ("quote", "prefix", "suffix", "start", "end"):
            setattr(citation, name, getattr(self.filling, name))
        valid = [form.is_valid() for form in self.forms]  # Each is asked, so that each says what is wrong.
        return all(valid)

    def save(self, by) -> Claim:
        """Raises PermissionDenied, or ValidationError where the database refuses it."""
        citation = self.citation.instance
        citation.language = self.claim.instance.language
        return save_draft(
            claim=self.claim.instance,
            claimant=self.claimant.instance,
            quantities=list(self.quantities.instances()),
            citation=citation,
            by=by,
        )


def form_class(site, request, model, fields, form=RowForm):
    """A form of these fields, with the boxes that the model has in the admin."""

    def box(db_field, **kwargs):
        field = site.get_model_admin(model).formfield_for_dbfield(db_field, request=request, **kwargs)
        field.help_text = ""  # There is little room beside the text; the claim's own page has it.
        return field

    return modelform_factory(model, form=form, fields=fields, formfield_callback=box)


def speakers_meant(name: str) -> tuple[list[Speaker], Speaker | None]:
    """Those who may be meant by the name, and the one who is, where it is the name or alias of nobody else."""
    if not name:
        return [], None
    exact = list(Speaker.objects.named(name)[:OFFERED])
    if len(exact) == 1:
        return exact, exact[0]
    return exact or list(Speaker.objects.partly_named(name)[:OFFERED]), None


def claim_filled(filling: Filling, source) -> dict:
    stated = latest(source.published, own_voice=filling.directness == Citation.Directness.AUTHOR)
    return {
        "text": filling.text,
        "kind": Claim.Kind.STATISTIC if filling.quantities else Claim.Kind.FACT,
        "wording": Claim.Wording.VERBATIM,
        "language": source.language,
        "stated": stated,
        "stated_basis": Claim.Basis.PUBLICATION if stated else "",
    }


def latest(published: Range | None, *, own_voice: bool) -> Range | None:
    """When it was said, as far as the source's date tells: on that day in its own voice, by that day in another's."""
    if published is None or published.isempty or own_voice:
        return published
    last = inclusive(published)[1]
    return Range(None, published.upper, "[)") if last else None


def claimant_filled(filling: Filling, known: Speaker | None) -> dict:
    if known:
        return {"basis": Claimant.Basis.NAMED, "speaker": known}
    if filling.speaker:
        return {"basis": Claimant.Basis.UNNAMED, "label": one_line(filling.speaker)[:300]}
    own_voice = filling.directness == Citation.Directness.AUTHOR
    return {"basis": Claimant.Basis.AUTHOR if own_voice else Claimant.Basis.UNNAMED}
