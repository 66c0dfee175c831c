"""Questions about sources."""

from urllib.parse import urlsplit

from django.db.models import Exists, Func, OuterRef, Q, QuerySet, Subquery, Value
from django.db.models.functions import Lower
from django.db.models.lookups import IsNull

from factbase.models import SluggedQuerySet
from factbase.permissions import Viewer, sees_drafts


class UrlKey(Func):
    """A web address as it is compared: scheme, www., port, tracking and fragment left off."""

    function = "sources_url_key"


class SourceQuerySet(QuerySet):
    def visible_to(self, user: Viewer) -> "SourceQuerySet":
        """The sources that a claim visible to `user` rests on: those that it cites, and its reviews'."""
        if sees_drafts(user):
            return self
        citation, review = (self.model._meta.get_field(name).related_model for name in ("citations", "reviews"))
        seen = [rows.objects.visible_to(user).filter(source=OuterRef("pk")).values("pk") for rows in (citation, review)]
        # The first of each, rather than whether one exists: of two such the database would make a list of all sources
        # cited, from all claims, to look each one up in it.
        return self.filter(Q(*(IsNull(Subquery(rows.order_by()[:1]), False) for rows in seen), _connector=Q.OR))

    def at_url(self, url: str) -> "SourceQuerySet":
        """Sources at this web address, however it is written."""
        return self.filter(url_key=UrlKey(Value(url)))

    def with_doi(self, doi: str) -> "SourceQuerySet":
        """The source with this DOI, in small letters or capitals."""
        return self.alias(small=Lower("doi")).filter(small=doi.lower()).exclude(doi="")

    def titled(self, title: str) -> "SourceQuerySet":
        """Sources with this title, in small letters or capitals: perhaps the same document."""
        return self.filter(title__iexact=title) if title else self.none()


class PublisherQuerySet(SluggedQuerySet):
    def at_domain_of(self, url: str) -> "PublisherQuerySet":
        """Publishers whose homepage has the same domain as this web address."""
        domain = (urlsplit(url).hostname or "").removeprefix("www.")
        return self.filter(domain=domain) if domain else self.none()

    def visible_to(self, user: Viewer) -> "PublisherQuerySet":
        """Publishers of a visible source."""
        if sees_drafts(user):
            return self
        sources = self.model._meta.get_field("sources").related_model.objects.visible_to(user)
        return self.filter(Exists(sources.filter(publisher=OuterRef("pk"))))
