"""Which refusals of requests that are as the document has them are right all the same, and why.

Each is a code that errors carry. Where all errors of a refusal have such codes, it is no failure of
`positive_data_acceptance`; every other check looks at it as ever.
"""

import json

import schemathesis
from schemathesis.core.failures import Failure

# Code: why no JSON Schema can say it beforehand.
EXCUSED = {
    "unknown": "which records there are, and which codes stand in their register, is for the database to know",
    "goes_not_with": "two parameters that contradict or need one another: a schema sees each by itself",
    "no_such_day": "a pattern lets 2023-02-31 by, which is in no calendar",
    "to_come": "what is past depends on when one asks",
    "rule": "what holds between fields, or between rows, is the database's constraints and triggers",
    "digits": "a number of JSON has no pattern, as its text has",
    "max_whole_digits": "likewise",
    "no_figure": "a number in the words of two languages has no pattern",
    "too_common": "which words are too common to search for is the dictionaries' affair",
    "undetected": "which language a draft is in is told by its words",
    "cursor": "a cursor is signed, and bound to its list",
    "not_text": "NUL is refused in every text; saying so in each pattern would make all of them unreadable",
    "withdrawn": "another case may have withdrawn the claim of the example (410)",
    "precondition_failed": "which version stands there is not known beforehand",
    "idempotency_key_reused": "whether a key came before is not known beforehand",
}


@schemathesis.hook
def filter_failure(context, failure: Failure, case, response) -> bool:
    """Whether a failure counts."""
    if type(failure).__name__ != "RejectedPositiveData":
        return True
    try:
        codes = {error["code"] for error in json.loads(response.content)["errors"]}
    except (ValueError, KeyError, TypeError):
        return True
    return not codes or not codes <= EXCUSED.keys()
