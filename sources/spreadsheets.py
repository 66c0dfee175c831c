"""The sheet of sources: one row a source."""

from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from factbase.spreadsheets.columns import column
from factbase.spreadsheets.resource import SheetResource
from sources.models import Source, bare_doi


class SourceResource(SheetResource):
    columns = [
        column(Source, "id", help=_("Empty for a new source."), fixed=True),
        column(Source, "kind", example="article-newspaper"),
        column(Source, "title", help=_("As printed."), example="Example: the title of an article"),
        column(Source, "authors", help=_("Names as printed."), example="Jane Doe; Juan Pérez"),
        column(Source, "publisher", example="the-new-york-times"),
        column(Source, "container_title"),
        column(Source, "volume"),
        column(Source, "issue"),
        column(Source, "pages"),
        column(Source, "doi"),
        column(Source, "url", help=_("Its web address."), example="https://news.example.org/an-article"),
        column(Source, "language", example="en"),
        column(Source, "published", example="2017-03-19"),
        column(
            Source, "published_as_written", help=_("The date's words, where they say more."), example="March 19, 2017"
        ),
        column(Source, "abstract", help=_("What it says of itself.")),
        column(Source, "translation_of", help=_("The original, of a translation.")),
        column(Source, "original_language"),
        column(Source, "translator"),
        column(Source, "rights", help=_("On what terms it may be used.")),
        column(Source, "version", help=_("Guards a colleague's work done since the export."), fixed=True),
    ]
    explained = _("A row without an id is the source of its DOI, else of its URL, else of its kind, title and date.")

    class Meta:
        model = Source

    def existing(self, cells: dict[str, str]) -> Model | None:
        if cells.get("id", "").strip():
            return self.by_id(cells["id"])
        sources = self.queryset
        if doi := bare_doi(cells.get("doi", "")):
            found = sources.filter(doi__iexact=doi)
        elif url := cells.get("url", "").strip():
            found = sources.at_url(url)
        else:
            published = self.days(cells.get("published", ""))
            title, kind = cells.get("title", "").strip(), cells.get("kind", "").strip()
            found = sources.filter(title=title, kind=kind, published=published)
        return self.only(found)
