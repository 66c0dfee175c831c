"""What every part of the API has in common."""

from functools import lru_cache

from django.db.models import F, QuerySet
from django.http import Http404
from rest_framework import status
from rest_framework.response import Response
from rest_framework.viewsets import ReadOnlyModelViewSet

from factbase.api.filters import refuse_unknown
from factbase.api.pagination import KeysetPagination, Ordering
from factbase.api.parameters import survivors
from factbase.api.renderers import Json
from factbase.permissions import visibility
from factbase.sqljson import Sql, fetch, of_one, written


class RecordViewSet(ReadOnlyModelViewSet):
    """List and detail of the records that the asker may see, written as JSON by the database.

    `orderings` names the ways to sort a list (see factbase.api.pagination); `example` is the slug or id of a
    record of the demo, for the documents.
    """

    orderings = {"slug": Ordering(F("slug"))}
    default_ordering = "slug"
    filterset_class = None
    example: str

    def initial(self, request, *args, **kwargs):
        super().initial(request, *args, **kwargs)
        known = []
        if self.action == "list":
            known = [*getattr(self.filterset_class, "base_filters", []), *KeysetPagination.parameters]
        refuse_unknown(list(request.query_params), known)

    def get_queryset(self):
        return super().get_queryset().visible_to(self.request.user)

    @classmethod
    def shown_to(cls, user) -> QuerySet:
        """All records with what is shown of them beyond their own columns, as far as `user` may see it."""
        return cls.queryset.all()

    def list(self, request, *args, **kwargs):
        rows = self.paginate_queryset(self.filter_queryset(self.get_queryset()))
        return self.get_paginated_response(rows)

    def retrieve(self, request, *args, **kwargs):
        """A merged record's old address leads to the one that answers for it now, for good."""
        key = self.kwargs[self.lookup_url_kwarg or self.lookup_field]
        found = fetch(of_one(self.get_queryset().filter(**{self.lookup_field: key}).values("pk"), self.get_json()))
        if found:
            return Response(Json(found[0][0]))
        survivor = survivors(self.get_queryset(), [str(key)]).get(str(key))
        if survivor is None:
            raise Http404
        address = self.get_queryset().get(pk=survivor).get_absolute_url()
        return Response(
            status=status.HTTP_301_MOVED_PERMANENTLY, headers={"Location": request.build_absolute_uri(address)}
        )

    def get_ordering(self) -> Ordering:
        return self.orderings[self.applied()["ordering"]]

    def applied(self) -> dict:
        """Every filter in force in this list, those that nobody asked for too."""
        return {
            "visible": visibility(self.request.user),
            "ordering": self.default_ordering,
            **self.filterset.applied(),
        }

    def get_json(self) -> Sql:
        """The JSON of one record, for this asker. What the public sees is kept: putting it together takes 20 ms."""
        base = f"{self.request.scheme}://{self.request.get_host()}"
        if visibility(self.request.user) == "public":
            return public_json(type(self), base)
        return self.json_for(self.request.user, base)

    @classmethod
    def json_for(cls, user, base: str) -> Sql:
        return written(cls.serializer_class(context={"base": base}), cls.shown_to(user))


@lru_cache(maxsize=100)
def public_json(view: type[RecordViewSet], base: str) -> Sql:
    return view.json_for(None, base)


class SluggedViewSet(RecordViewSet):
    lookup_field = "slug"
    lookup_value_converter = "slug"


class IdViewSet(RecordViewSet):
    lookup_value_converter = "uuid"
