"""What fact-checkers' words mean on our scale, where that is sure.

Pinocchios are The Washington Post's: it explains one as mostly true, two as half true, three as mostly false, four as
false. Of words that are not here ("Data is fishy", "Needs context") nothing is guessed: they stand as the review's
label, the rating is not_ratable, and the review is not published, with the claim or without, before a curator has
looked at it.
"""

RATINGS = {
    "true": "true|accurate|correct|this is accurate|claim is accurate|geppetto checkmark",
    "mostly_true": "mostly true|mostly correct|mostly accurate|one pinocchio|1 pinocchio|1 pinocchios|somewhat true",
    "mixed": "half true|mixed|mixture|two pinocchios|2 pinocchios",
    "mostly_false": "mostly false|barely true|three pinocchios|3 pinocchios",
    "false": "false|incorrect|wrong|not true|pants on fire|four pinocchios|4 pinocchios",
    "unproven": "unproven|unsupported|no evidence|unsubstantiated",
}
UNSURE = {"published_at": None}
BY_WORDS = {words: rating for rating, all_words in RATINGS.items() for words in all_words.split("|")}


def rating_of(words: str) -> str:
    return BY_WORDS.get(" ".join(words.replace("-", " ").split()).strip(" .!").casefold(), "not_ratable")
