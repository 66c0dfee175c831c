"""What may be sent to claims/match/, and what it answers."""

import re

from drf_spectacular.utils import OpenApiExample, extend_schema_field, inline_serializer
from rest_framework import serializers

from claims.matching.compare import MOST_MATCHES
from claims.models import Citation, Claim
from claims.quantities import LANGUAGES
from claims.serializers import ClaimantSerializer, QuantitySerializer, ReviewSerializer, StatedField
from factbase.api.serializers import NumberField
from factbase.api.writing import NOT_BLANK, Strict, Words
from sources.intake.language import language_of
from sources.serializers import CitedSourceSerializer

MOST_CHARACTERS = 64_000
EMPTY = "The text is empty: send the words of the draft."
LANGUAGE = rf"^({'|'.join(LANGUAGES)})(-[A-Z]{{2}})?$"


@extend_schema_field({"type": "string", "minLength": 1, "maxLength": MOST_CHARACTERS, "pattern": NOT_BLANK})
class DraftField(Words):
    """As it was sent: what is cut off at its ends would move every span."""

    def __init__(self, **kwargs):
        super().__init__(trim_whitespace=False, error_messages={"blank": EMPTY}, **kwargs)

    def to_internal_value(self, data):
        text = super().to_internal_value(data)
        if not text.strip():
            raise serializers.ValidationError(EMPTY)
        if len(text) > MOST_CHARACTERS:
            raise serializers.ValidationError(
                f"The text has {len(text):,} characters: send {MOST_CHARACTERS:,} at most, the rest by itself."
            )
        return text


@extend_schema_field({"type": "string", "pattern": LANGUAGE})
class LanguageField(Words):
    def to_internal_value(self, data):
        tag = super().to_internal_value(data)
        if not re.fullmatch(LANGUAGE, tag):
            raise serializers.ValidationError(
                f"Drafts in '{tag}' are not read: write {' or '.join(LANGUAGES)}, or with a country, es-MX."
            )
        return tag


class DraftBody(Strict, serializers.Serializer):
    text = DraftField(help_text=f"The draft, up to {MOST_CHARACTERS:,} characters. Nothing of it is stored or logged.")
    language = LanguageField(
        required=False,
        help_text="The language of the draft: `en` or `es`, or with a country, `es-MX`. Where it is left out, it is"
        " told by the commonest words; where these are too few, that is an error.",
    )

    def validate(self, given):
        if "language" in given:
            return given | {"basis": "given"}
        found = language_of(given["text"])
        if found not in LANGUAGES:
            seen = (
                f"seems to be in '{found}'"
                if found
                else "is too short, or too mixed, to tell its language by its words"
            )
            remedy = " or ".join(f'"language": "{language}"' for language in LANGUAGES)
            told = f"The text {seen}: say which it is, {remedy}."
            raise serializers.ValidationError({"language": serializers.ErrorDetail(told, code="undetected")})
        return given | {"language": found, "basis": "detected"}


class MatchedCitationSerializer(serializers.ModelSerializer):
    source = CitedSourceSerializer(help_text="With the notices of its corrections and retractions.")

    class Meta:
        model = Citation
        fields = ["id", "quote", "stance", "source"]


class MatchedClaimSerializer(serializers.ModelSerializer):
    """A claim with what tells how far to trust it; at its `url` it is whole."""

    url = serializers.HyperlinkedIdentityField(view_name="claim-detail")
    claimants = ClaimantSerializer(many=True)
    stated = StatedField()
    quantities = QuantitySerializer(many=True)
    citations = MatchedCitationSerializer(many=True)
    reviews = ReviewSerializer(many=True, help_text="What published checks found, each with its rating.")

    class Meta:
        model = Claim
        fields = [
            "id",
            "url",
            "kind",
            "text",
            "language",
            "status",
            "claimants",
            "stated",
            "quantities",
            "citations",
            "reviews",
        ]


class DraftNumberSerializer(serializers.Serializer):
    """A number as the draft has it, and what it was understood to mean."""

    as_written = serializers.CharField()
    start = serializers.IntegerField(help_text="Where it begins in the draft, in characters from 0.")
    end = serializers.IntegerField(help_text="The first character after it.")
    comparator = serializers.CharField()
    value = NumberField()
    upper = NumberField()
    significant_figures = serializers.IntegerField()
    lower_bound = NumberField(source="bounds.lower", help_text="A reader would take it to lie from here …")
    upper_bound = NumberField(source="bounds.upper", help_text="… to here.")
    unit = serializers.CharField()
    per = serializers.CharField()


class NumbersSerializer(serializers.Serializer):
    """A number of the sentence beside one of the claim, of the same unit."""

    relation = serializers.ChoiceField(
        ["same", "differs", "compatible"],
        help_text="`same`: their bounds meet. `differs`: they cannot both be true (what they entail does not meet)."
        " `compatible`: both can be true, and they are not the same (more than 2 million, and 3 million).",
    )
    draft = DraftNumberSerializer()
    claim = QuantitySerializer()


class MatchSerializer(serializers.Serializer):
    verdict = serializers.ChoiceField(
        ["same", "differs", "similar"],
        help_text="`same`: much the same words, the same numbers where there are any, and nothing that speaks against"
        " it. `differs`: the same words and units, of the same time and place as far as both say, with a number that"
        " cannot be true together with the claim's. `similar`: alike, and `why` says what is not the same, or is not"
        " said.",
    )
    score = serializers.FloatField(
        min_value=0, max_value=1, help_text="How much is the same, from 0 to 1: for sorting. It is no probability."
    )
    why = inline_serializer(
        "Why",
        {
            "kind": serializers.ChoiceField(
                ["words", "number", "speaker", "time", "place", "negation", "name"],
                help_text="`words`, `number` and `speaker` are what the two have in common (or a number that differs);"
                " `time`, `place`, `negation` and `name` what speaks against their saying the same.",
            ),
            "detail": serializers.CharField(help_text="For people."),
        },
        many=True,
    )
    numbers = NumbersSerializer(many=True)
    claim = MatchedClaimSerializer()


class MatchedSentenceSerializer(serializers.Serializer):
    start = serializers.IntegerField(
        help_text="Where the sentence begins in the text, in characters (code points) from 0."
    )
    end = serializers.IntegerField(help_text="The first character after it.")
    text = serializers.CharField(help_text="The sentence, as the text has it from start to end.")
    matches = MatchSerializer(many=True, help_text=f"The best first, {MOST_MATCHES} at most.")
    has_more = serializers.BooleanField(help_text="Whether more claims match than these.")


class MatchesSerializer(serializers.Serializer):
    language = inline_serializer(
        "DraftLanguage",
        {
            "code": serializers.CharField(help_text="In which language the draft was read."),
            "basis": serializers.ChoiceField(["given", "detected"]),
        },
    )
    visible = serializers.ChoiceField(
        ["public", "public_and_own", "all"], help_text="Which claims were looked through: those that you may see."
    )
    sentences_read = serializers.IntegerField(help_text="How many sentences of three words or more were compared.")
    cut_short = serializers.CharField(
        allow_null=True, help_text="What to do where the draft has more sentences than that."
    )
    sentences = MatchedSentenceSerializer(
        many=True, help_text="Those that match a claim, in their order. Of the rest none does."
    )


EXAMPLE = OpenApiExample(
    "Two sentences of a draft",
    {
        "text": "Some 6 million Mexican workers live in the United States. U.S. Customs and Border Protection counted"
        " 3.4 million encounters nationwide in fiscal year 2023.",
        "language": "en",
    },
    request_only=True,
)
