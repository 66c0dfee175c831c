"""The forms of "Add source from…": what is given, and what is confirmed."""

from django import forms
from django.contrib.postgres.forms import SimpleArrayField
from django.utils.translation import gettext_lazy as _
from unfold.widgets import UnfoldAdminFileFieldWidget, UnfoldAdminSelectWidget, UnfoldAdminTextInputWidget

from factbase.admin import Words
from sources.intake.limits import MAX_TEXT
from sources.models import Publisher, Source

FIELDS = [
    "title",
    "kind",
    "authors",
    "published",
    "published_as_written",
    "language",
    "url",
    "doi",
    "container_title",
    "volume",
    "issue",
    "pages",
    "abstract",
]
ACCEPT = ".html,.htm,.pdf,.docx,.eml,.txt,.md,.json,.ris,.bib"


class GivenForm(forms.Form):
    """A web address or DOI, or a file, or words: one of the three."""

    address = forms.CharField(
        label=_("Web address or DOI"),
        required=False,
        max_length=2000,
        widget=UnfoldAdminTextInputWidget(attrs={"placeholder": "https://… / 10.1111/…", "inputmode": "url"}),
    )
    file = forms.FileField(
        label=_("File"),
        required=False,
        widget=UnfoldAdminFileFieldWidget(attrs={"accept": ACCEPT}),
        allow_empty_file=True,
    )
    words = forms.CharField(
        label=_("Pasted text or record"),
        required=False,
        strip=False,
        max_length=MAX_TEXT,
        widget=Words(attrs={"rows": 8}),
        help_text=_("An article's text, or a record as CSL-JSON, RIS, BibTeX, Crossref or Semantic Scholar JSON."),
    )

    def __init__(self, *args, may_fetch: bool, too_big: str = "", **kwargs):
        super().__init__(*args, **kwargs)
        self.too_big = too_big
        if not may_fetch:
            del self.fields["address"]

    def clean(self):
        data = super().clean()
        if self.too_big:
            raise forms.ValidationError({"file": self.too_big})
        given = [name for name in self.fields if data.get(name) and (name != "words" or data[name].strip())]
        if not self.errors and len(given) != 1:
            raise forms.ValidationError(_("Give one of them: an address, a file, or words."))
        return data


class TextForm(forms.Form):
    """The text of a new snapshot of a source that is here already."""

    text = forms.CharField(label=_("Text"), strip=False, max_length=MAX_TEXT, widget=Words(attrs={"rows": 20}))


class ConfirmForm(forms.ModelForm):
    """A source as it was found, to mend and confirm."""

    same = forms.ModelChoiceField(
        Source.objects.none(),
        label=_("Is it here already?"),
        required=False,
        widget=UnfoldAdminSelectWidget,
        empty_label=_("No: add a new source"),
        help_text=_("These have the same title. Choose one, and its text alone is added there, as a snapshot."),
    )
    authors = SimpleArrayField(
        forms.CharField(required=False, max_length=300),
        label=_("Authors"),
        required=False,
        delimiter="\n",
        widget=Words(attrs={"rows": 2}),
        help_text=_("Names as printed, one a line."),
    )
    publisher_name = forms.CharField(
        label=_("Publisher"),
        required=False,
        max_length=Publisher._meta.get_field("name").max_length,
        widget=UnfoldAdminTextInputWidget,
        help_text=_("The publisher with this name is used, or made if there is none."),
    )
    text = forms.CharField(
        label=_("Text"),
        required=False,
        strip=False,
        max_length=MAX_TEXT,
        widget=Words(attrs={"rows": 20}),
        help_text=_("It becomes the first snapshot. Take out what is no part of the document, such as menus."),
    )

    class Meta:
        model = Source
        fields = []  # The admin makes them, with its own boxes: see IntakeAdmin.confirm_form.

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.order_fields(["same", *FIELDS[:3], "publisher_name", *FIELDS[3:], "text"])
        self.fields["same"].queryset = Source.objects.titled(self.initial.get("title", ""))
        if not self.fields["same"].queryset.exists():
            del self.fields["same"]

    def clean_authors(self):
        return [name for name in self.cleaned_data["authors"] if name]
