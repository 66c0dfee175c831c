"""Bodies for the documents, of records in the demo."""

from drf_spectacular.utils import OpenApiExample

NEW = OpenApiExample(
    "A statistic with its number and its quote",
    {
        "kind": "statistic",
        "text": "The US immigration authorities accounted for more than 3.2 million detentions.",
        "wording": "edited",
        "language": "en",
        "claimants": [{"basis": "author"}],
        "topics": [{"slug": "migration"}],
        "quantities": [
            {
                "as_written": "more than 3.2 million",
                "comparator": "more_than",
                "value": "3200000",
                "significant_figures": 2,
                "unit": "detentions",
            }
        ],
        "citations": [
            {
                "source": {"id": "01a2017d-c831-75c7-aaad-3af954a689f3"},
                "quote": "They accounted for more than 3.2 million detentions of undocumented immigrants.",
                "directness": "author",
            }
        ],
    },
    request_only=True,
)
CHANGE = OpenApiExample(
    "Mend the text", {"text": "The authorities accounted for more than 3.2 million detentions."}, request_only=True
)
RETURN = OpenApiExample("With a note", {"note": "Of which year? Add the period."}, request_only=True)
WITHDRAW = OpenApiExample(
    "An error", {"kind": "error", "reason": "The article was misread: it counts encounters."}, request_only=True
)
