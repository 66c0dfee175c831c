"""Sources and publishers as the API shows them."""

from django.db.models import F
from rest_framework import serializers

from factbase.api.serializers import DateRangeField, NamedSerializer
from sources.models import Notice, Publisher, Source


class NoticeSerializer(serializers.ModelSerializer):
    cell = F("kind")

    class Meta:
        model = Notice
        fields = ["kind", "dated_on", "summary"]


class CitedSourceSerializer(serializers.ModelSerializer):
    """A source within a citation. `url` is the API's address of it, `web` its own."""

    url = serializers.HyperlinkedIdentityField(view_name="source-detail")
    web = serializers.CharField(source="url")
    publisher = NamedSerializer(allow_null=True)
    published = DateRangeField()
    notices = NoticeSerializer(many=True)

    class Meta:
        model = Source
        fields = ["id", "url", "web", "kind", "title", "publisher", "published", "notices"]


class OriginalSerializer(serializers.ModelSerializer):
    url = serializers.HyperlinkedIdentityField(view_name="source-detail")

    class Meta:
        model = Source
        fields = ["id", "url", "title"]


class SourceSerializer(serializers.ModelSerializer):
    """A source with all of its bibliography. `url` is the API's address of it, `web` its own."""

    url = serializers.HyperlinkedIdentityField(view_name="source-detail")
    web = serializers.CharField(source="url")
    publisher = NamedSerializer(allow_null=True)
    published = DateRangeField()
    translation_of = OriginalSerializer(allow_null=True)
    notices = NoticeSerializer(many=True)

    class Meta:
        model = Source
        fields = [
            "id",
            "url",
            "web",
            "kind",
            "title",
            "authors",
            "publisher",
            "container_title",
            "volume",
            "issue",
            "pages",
            "doi",
            "language",
            "published",
            "published_as_written",
            "abstract",
            "translation_of",
            "original_language",
            "translator",
            "rights",
            "notices",
            "created_at",
            "updated_at",
            "version",
        ]


class PublisherSerializer(serializers.ModelSerializer):
    url = serializers.HyperlinkedIdentityField(view_name="publisher-detail", lookup_field="slug")
    domain = serializers.CharField(read_only=True)

    class Meta:
        model = Publisher
        fields = [
            "id",
            "url",
            "slug",
            "name",
            "homepage",
            "domain",
            "country",
            "created_at",
            "updated_at",
            "version",
        ]
