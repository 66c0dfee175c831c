"""The sheets of speakers and of indicators: one row each."""

from django.db.models import Model
from django.utils.translation import gettext_lazy as _

from claims.models import Indicator, Speaker
from factbase.spreadsheets.columns import column
from factbase.spreadsheets.resource import SheetResource

SLUG = _("Its address in the API. Left empty for a new one, it is made from the name.")
VERSION = _("Guards a colleague's work done since the export.")


class SpeakerResource(SheetResource):
    columns = [
        column(Speaker, "id", help=_("Empty for a new speaker."), fixed=True),
        column(Speaker, "slug", help=SLUG, kept=True),
        column(Speaker, "kind", example="person"),
        column(Speaker, "name", help=_("As it is mostly written."), example="Example: a speaker's name"),
        column(Speaker, "aliases", help=_("Other names and spellings."), example="A. Speaker; Ann Speaker"),
        column(
            Speaker, "description", help=_("A few words on who this is."), example="Economist at the Example Institute"
        ),
        column(Speaker, "country", example="MX"),
        column(Speaker, "wikidata_id"),
        column(Speaker, "parent", help=_("Of an organization: the one it belongs to, here already or in a row above.")),
        column(Speaker, "version", help=VERSION, fixed=True),
    ]
    explained = _(
        "A row without an id is the speaker of its slug, else of its Wikidata id, else of its kind and name. "
        "Roles are not in this sheet."
    )

    class Meta:
        model = Speaker

    def existing(self, cells: dict[str, str]) -> Model | None:
        if cells.get("id", "").strip():
            return self.by_id(cells["id"])
        for key in ("slug", "wikidata_id"):
            if value := cells.get(key, "").strip():
                return self.only(self.queryset.filter(**{key: value}))
        return self.only(self.queryset.filter(kind=cells.get("kind", "").strip(), name=cells.get("name", "").strip()))


class IndicatorResource(SheetResource):
    columns = [
        column(Indicator, "id", help=_("Empty for a new indicator."), fixed=True),
        column(Indicator, "slug", help=SLUG, kept=True),
        column(
            Indicator, "name", help=_("What is measured, and by whom."), example="Example: arrests counted by a police"
        ),
        column(Indicator, "definition", example="Arrests of anyone, in the whole country, by calendar year."),
        column(Indicator, "unit", example="arrests"),
        column(Indicator, "version", help=VERSION, fixed=True),
    ]
    explained = _("A row without an id is the indicator of its slug, else of its name.")

    class Meta:
        model = Indicator

    def existing(self, cells: dict[str, str]) -> Model | None:
        if cells.get("id", "").strip():
            return self.by_id(cells["id"])
        key = "slug" if cells.get("slug", "").strip() else "name"
        return self.only(self.queryset.filter(**{key: cells.get(key, "").strip()}))
