"""The words that were asked for, marked where they stand (functions of migration 0010_search)."""

from django.contrib.postgres.search import SearchQueryField
from django.db.models import Func, TextField, Value
from django.db.models.functions import Coalesce, NullIf
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from claims.models import Claim
from claims.serializers import ClaimSerializer
from factbase.sqljson import JsonArray, JsonObject, Rows, related

# Stands in a statement, which is kept, for the words that are asked for. Nobody can ask for it: NUL is refused.
WORDS = "\0words"


class HighlightSerializer(serializers.Serializer):
    text = serializers.CharField(help_text="The claim's text.")
    quotes = serializers.ListField(
        child=serializers.CharField(), help_text="The quote of each citation, in their order; empty where it has none."
    )


@extend_schema_field(HighlightSerializer)
class HighlightField(serializers.Field):
    """Text and quotes as HTML, with the words that were asked for within <mark>, and all else escaped."""

    def to_sql(self, rows):
        citations = related(rows, "citations")
        language = Coalesce(NullIf("language", Value("")), "claim__language")
        quotes = Rows(citations.values(json=self.marked(language, "quote")))
        return JsonObject({"text": self.marked("language", "text"), "quotes": JsonArray(quotes)})

    def marked(self, language, words):
        # In a subquery, so that the words are read once and not for each text.
        wanted = Func(
            Value(WORDS), template="(SELECT claims_any_word(%(expressions)s))", output_field=SearchQueryField()
        )
        return Func(language, words, wanted, function="claims_highlight", output_field=TextField())


class FoundClaimSerializer(ClaimSerializer):
    """A claim within a list."""

    highlight = HighlightField(required=False, help_text="Only with `highlight=true`.")

    class Meta:
        model = Claim
        fields = [*ClaimSerializer.Meta.fields, "highlight"]
