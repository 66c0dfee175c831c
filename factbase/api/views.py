"""What every part of the API has in common."""

from django.db.models import F
from django.http import Http404
from rest_framework import status
from rest_framework.response import Response
from rest_framework.viewsets import ReadOnlyModelViewSet

from factbase.api.filters import refuse_unknown
from factbase.api.pagination import KeysetPagination, Ordering
from factbase.api.parameters import survivors


class RecordViewSet(ReadOnlyModelViewSet):
    """List and detail of the records that the asker may see.

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

    def retrieve(self, request, *args, **kwargs):
        """A merged record's old address leads to the one that answers for it now, for good."""
        try:
            return super().retrieve(request, *args, **kwargs)
        except Http404:
            key = str(self.kwargs[self.lookup_url_kwarg or self.lookup_field])
            survivor = survivors(self.get_queryset(), [key]).get(key)
            if survivor is None:
                raise
            address = self.get_queryset().get(pk=survivor).get_absolute_url()
            return Response(
                status=status.HTTP_301_MOVED_PERMANENTLY, headers={"Location": request.build_absolute_uri(address)}
            )


class SluggedViewSet(RecordViewSet):
    lookup_field = "slug"
    lookup_value_converter = "slug"


class IdViewSet(RecordViewSet):
    lookup_value_converter = "uuid"
