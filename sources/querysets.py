"""Questions about sources."""

from django.db.models import Exists, Func, OuterRef, QuerySet, Value

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
        return self.filter(
            Exists(citation.objects.visible_to(user).filter(source=OuterRef("pk")))
            | Exists(review.objects.visible_to(user).filter(source=OuterRef("pk")))
        )

    def at_url(self, url: str) -> "SourceQuerySet":
        """Sources at this web address, however it is written."""
        return self.filter(url_key=UrlKey(Value(url)))


class PublisherQuerySet(SluggedQuerySet):
    def visible_to(self, user: Viewer) -> "PublisherQuerySet":
        """Publishers of a visible source."""
        if sees_drafts(user):
            return self
        sources = self.model._meta.get_field("sources").related_model.objects.visible_to(user)
        return self.filter(Exists(sources.filter(publisher=OuterRef("pk"))))
