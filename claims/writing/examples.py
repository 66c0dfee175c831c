"""Bodies for the documents, of records in the demo."""

from drf_spectacular.utils import OpenApiExample

NEW = OpenApiExample(
    "A statistic with its number and its quote",
    {
        "kind": "statistic",
        "text": "Mexico deported more than 3.2 million people.",
        "wording": "edited",
        "language": "en",
        "claimants": [{"basis": "named", "speaker": {"slug": "luis-videgaray"}}],
        "topics": [{"slug": "migration"}],
        "stated": {"from": "2017-02-23", "to": "2017-02-23", "as_written": "Thursday", "basis": "printed"},
        "quantities": [
            {
                "as_written": "more than 3.2 million",
                "comparator": "more_than",
                "value": "3200000",
                "significant_figures": 2,
                "unit": "people",
            }
        ],
        "citations": [
            {
                "source": {"id": "01a2017d-c833-7053-9704-ecf2e37d3bfa"},
                "quote": "more than 3.2 million people",
                "directness": "indirect",
            }
        ],
    },
    request_only=True,
)
CHANGE = OpenApiExample("Mend the text", {"text": "Mexico deported some 3.2 million people."}, request_only=True)
RETURN = OpenApiExample("With a note", {"note": "Which Thursday? Add the date of the article."}, request_only=True)
WITHDRAW = OpenApiExample(
    "An error", {"kind": "error", "reason": "The article was misread: it counts encounters."}, request_only=True
)
