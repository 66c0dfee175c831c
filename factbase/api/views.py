"""What every part of the API has in common."""

from functools import lru_cache, partial

from django.db.models import F, QuerySet
from django.http import Http404
from django.utils.functional import SimpleLazyObject, cached_property
from rest_framework import status
from rest_framework.response import Response
from rest_framework.viewsets import ReadOnlyModelViewSet

from factbase.api.conditional import Conditional, etag_of
from factbase.api.exports import Csv, Export, Ndjson, check_export, export
from factbase.api.filters import FilterBackend, refuse_unknown
from factbase.api.pagination import KeysetPagination, Ordering
from factbase.api.parameters import Parameter, public_keys, survivors, visible_keys
from factbase.api.renderers import JSONRenderer, written_already
from factbase.permissions import is_public, visibility
from factbase.sqljson import written
from factbase.statements import Kept, Sql, fetch, keys_of, one_of, settled

# An address that ends in .json leads to others that do not.
NO_ENDING = {"format": None}


class RecordViewSet(Conditional, ReadOnlyModelViewSet):
    """List and detail of the records that the asker may see, written as JSON by the database.

    `orderings` names the ways to sort a list (see factbase.api.pagination); `example` is the slug or id of a
    record of the demo, for the documents.
    """

    orderings = {"slug": Ordering(F("slug"))}
    default_ordering = "slug"
    filterset_class = None
    example: str
    # Fields of the serializer that are lists, of which CSV may have a row each (`?rows=`).
    parts_as_rows: tuple[str, ...] = ()
    detail_parameters: dict[str, Parameter] = {}  # What the address of one record takes.
    moved_actions: tuple[str, ...] = ("retrieve",)  # Those that lead a merged record's old address on.
    # What further actions take beyond filters: {action: {name: parameter}}.
    action_parameters: dict[str, dict[str, Parameter]] = {}

    def initial(self, request, *args, **kwargs):
        super().initial(request, *args, **kwargs)
        if self.action is None:
            self.http_method_not_allowed(request)
        if self.asks_more:
            refuse_unknown(list(request.query_params), self.known_parameters())
        if self.action == "list":
            check_export(self, request)

    @property
    def filters(self) -> dict[str, Parameter]:
        """The parameters by which its list is narrowed and sorted."""
        return getattr(self.filterset_class, "base_filters", {})

    @property
    def asks_more(self) -> bool:
        """Whether anything is asked beyond the address: parameters take time to be read, where there are none too."""
        return bool(self.request.META.get("QUERY_STRING"))

    def known_parameters(self) -> list[str]:
        """What the address asked for takes."""
        if self.action == "list":
            return [*self.filters, *KeysetPagination.parameters, *(["rows"] if self.parts_as_rows else [])]
        return list(self.detail_parameters) if self.action == "retrieve" else []

    def get_renderers(self):
        return [JSONRenderer(), *([Csv(), Ndjson()] if self.action == "list" else [])]

    def finalize_response(self, request, response, *args, **kwargs):
        if isinstance(response, Response) and isinstance(getattr(request, "accepted_renderer", None), Export):
            # An error is JSON, whatever was asked for.
            request.accepted_renderer, request.accepted_media_type = JSONRenderer(), JSONRenderer.media_type
        return super().finalize_response(request, response, *args, **kwargs)

    def reads_state(self):
        # Not for accounts, whose ETag has a version that is read for itself; nor where a parameter looks up records,
        # before which what tells the state is read.
        if not self.is_public or isinstance(self.request.accepted_renderer, Export):
            return False
        if self.action == "list" and self.pagination_class:
            asked = self.filters.keys() & self.request.query_params.keys()
            return not any(self.filters[name].looks_up for name in asked)
        return self.action == "retrieve" and not self.asks_more

    def note_state(self, state: bytes) -> None:
        self.etag = self.etag or etag_of(self.request, self.address, state)

    def get_queryset(self):
        return super().get_queryset().visible_to(self.request.user)

    def get_serializer_context(self):
        return {**super().get_serializer_context(), **NO_ENDING}

    @classmethod
    def shown_to(cls, user) -> QuerySet:
        """All records with what is shown of them beyond their own columns, as far as `user` may see it."""
        return cls.queryset.all()

    def list(self, request, *args, **kwargs):
        if isinstance(request.accepted_renderer, Export):
            return export(self, request)
        return self.paginator.get_page(request, self)

    def retrieve(self, request, *args, **kwargs):
        """A merged record's old address leads to the one that answers for it now, for good."""
        key = self.kwargs[self.lookup_url_kwarg or self.lookup_field]
        keys_by = public_keys if self.is_public else partial(visible_keys, user=request.user)
        if found := fetch(one_of(keys_by(self.queryset.model, self.lookup_field), self.get_json(), key)):
            [(json, state)] = found
            self.note_state(state)
            return written_already(json)
        return self.moved(str(key))

    def moved(self, key: str) -> Response:
        """To the same address of the record that answers for this one since a merge. Raises Http404."""
        survivor = survivors(self.get_queryset(), [key]).get(key)
        if survivor is None:
            raise Http404
        record = self.get_queryset().get(pk=survivor)
        address = record.get_absolute_url()
        before = address.removesuffix(f"{getattr(record, self.lookup_field)}/")
        rest = self.request.get_full_path().removeprefix(f"{before}{key}/")
        return Response(
            status=status.HTTP_301_MOVED_PERMANENTLY,
            headers={"Location": self.request.build_absolute_uri(address + rest)},
        )

    @cached_property
    def is_public(self) -> bool:
        """Whether the asker sees what everybody sees."""
        return is_public(self.request.user)

    @cached_property
    def filterset(self):
        """The parameters that were asked for, checked; None where there are none."""
        if not any(name in self.filters for name in self.request.query_params):
            return None
        found = FilterBackend().get_valid_filterset(self.request, self.queryset, self)
        # Put together where a statement is not kept yet.
        found.queryset = SimpleLazyObject(self.get_queryset)
        return found

    def applied(self) -> dict:
        """Every filter in force in this list, those that nobody asked for too."""
        asked = self.filterset.applied() if self.filterset else {}
        return {"visible": visibility(self.request.user), "ordering": self.default_ordering, **asked}

    def when_empty(self) -> dict:
        """What the answer says besides where nothing is found."""
        return {}

    def get_ordering(self) -> Ordering:
        asked = self.filterset.asked if self.filterset else {}
        return self.orderings[asked.get("ordering", self.default_ordering)]

    def get_records(self) -> QuerySet:
        """The records of this list."""
        return self.filterset.qs if self.filterset else self.get_queryset()

    def get_keys(self) -> Sql:
        """Ids and sort keys of this list."""
        if not self.filterset:
            return self.get_visible()
        if not self.is_public:
            return self.make_keys()
        # By what was understood of the question, in which the ids of the records that it names stand as they are now.
        asked = type(self), self.request.accepted_renderer.format, repr(self.filterset.asked)
        return public_lists.get(asked, lambda: settled(self.make_keys()))

    def get_visible(self) -> Sql:
        """The same of all that the asker may see, in the usual order."""
        return public_list(type(self)) if self.is_public else list_for(type(self), self.request.user)

    def make_keys(self) -> Sql:
        return keys_of(self.get_records(), self.get_ordering().key)

    def get_json(self) -> Sql:
        """The JSON of one record, as this asker sees it."""
        return public_json(type(self), self.base) if self.is_public else self.json_for(self.request.user, self.base)

    @classmethod
    def json_for(cls, user, base: str) -> Sql:
        return written(cls.serializer_class(context={"base": base}), cls.shown_to(user))


# What is put together once and kept: it takes longer than the page itself. For the public alone, since what an
# account sees may change while this process runs.


@lru_cache(maxsize=100)
def public_json(view: type[RecordViewSet], base: str) -> Sql:
    return settled(view.json_for(None, base))


@lru_cache(maxsize=100)
def public_list(view: type[RecordViewSet]) -> Sql:
    return settled(list_for(view, None))


def list_for(view: type[RecordViewSet], user) -> Sql:
    """All that `user` sees, in its usual order."""
    return keys_of(view.queryset.visible_to(user), view.orderings[view.default_ordering].key)


# The same for lists with filters, of which there is no end: pages of one list, and lists that many ask for.
public_lists = Kept(1000)


class SluggedViewSet(RecordViewSet):
    lookup_field = "slug"
    lookup_value_converter = "slug"


class IdViewSet(RecordViewSet):
    lookup_value_converter = "uuid"
