"""`POST claims/match/`."""

import json
from uuid import UUID

from django.db import OperationalError
from drf_spectacular.utils import extend_schema
from rest_framework.exceptions import APIException
from rest_framework.response import Response
from rest_framework.views import APIView

from claims.matching.compare import MOST_MATCHES, Match
from claims.matching.deadline import Deadline
from claims.matching.draft import MOST_SENTENCES
from claims.matching.matching import Matched, match_draft
from claims.matching.serializers import (
    EXAMPLE,
    DraftBody,
    DraftNumberSerializer,
    MatchedClaimSerializer,
    MatchesSerializer,
)
from claims.models import Claim
from factbase.api.authentication import SessionAuthentication, TokenAuthentication
from factbase.api.conditional import Conditional
from factbase.api.filters import refuse_unknown
from factbase.permissions import Viewer, visibility
from factbase.sqljson import written
from factbase.statements import fetch


class ReadingSession(SessionAuthentication):
    """Of a POST that changes nothing: what another site's page sends here does no harm, and CORS keeps the answer."""

    def enforce_csrf(self, request):
        pass


class Failed(APIException):
    """Something went wrong here, said without a word of the draft."""


class MatchView(Conditional, APIView):
    basename = "claim"
    authentication_classes = (TokenAuthentication, ReadingSession)

    def initial(self, request, *args, **kwargs):
        super().initial(request, *args, **kwargs)
        refuse_unknown(list(request.query_params), [])

    @extend_schema(
        request=DraftBody,
        responses={200: MatchesSerializer},
        examples=[EXAMPLE],
        auth=[{"token": []}, {"cookieAuth": []}, {}],
    )
    def post(self, request):
        """What in a draft is known here, and what differs: its sentences that match a claim, each with the claims.

        A sentence matches by its words (their stems, in the language of the draft), by a number of the same unit
        together with some of the words, and by who speaks. A number alone, a name alone or a few common words match
        nothing. Words are compared, not meanings: read the claim before you rely on it.

        Nothing is written: no account is needed, and nothing of the draft is stored or logged. Sentences in quotation
        marks are sentences of their own; headings and lines of fewer than three words are passed over.

        A draft that takes more than 5 seconds (or what this server is set to) is given up as a whole, which is a 503:
        send it in parts.
        """
        deadline = Deadline()
        body = DraftBody(data=request.data)
        body.is_valid(raise_exception=True)
        given = body.validated_data
        try:
            with deadline.over_statements():
                draft, matched = match_draft(given["text"], given["language"], request.user, deadline)
                sentences = shown(matched, request.user, f"{request.scheme}://{request.get_host()}")
        except (APIException, OperationalError):
            raise
        except Exception as error:  # noqa: BLE001 - whatever it is, its message may quote the draft
            raise Failed().with_traceback(error.__traceback__) from None
        cut_short = f"The draft has more than {MOST_SENTENCES} sentences: send those that follow by themselves."
        return Response(
            {
                "language": {"code": given["language"], "basis": given["basis"]},
                "visible": visibility(request.user),
                "sentences_read": len(draft.sentences),
                "cut_short": cut_short if draft.cut_short else None,
                "sentences": sentences,
            },
            headers={"Cache-Control": "no-store"},
        )


def shown(matched: list[Matched], user: Viewer, base: str) -> list[dict]:
    claims = read_json({match.claim for one in matched for match in one.matches[:MOST_MATCHES]}, user, base)
    numbers = DraftNumberSerializer()  # One for all: to make one takes longer than what it does.
    return [
        {
            "start": sentence.start,
            "end": sentence.end,
            "text": sentence.text,
            "matches": [
                shown_match(match, claims[match.claim], numbers)
                for match in matches[:MOST_MATCHES]
                if match.claim in claims
            ],
            "has_more": len(matches) > MOST_MATCHES,
        }
        for sentence, matches in matched
    ]


def read_json(ids: set[UUID], user: Viewer, base: str) -> dict[UUID, dict]:
    """Each claim as `user` may see it, by its id."""
    rows = Claim.objects.visible_to(user).with_parts(user)
    one = written(MatchedClaimSerializer(context={"base": base}), rows)
    sql = one._replace(text=f"SELECT ({one.text}) FROM unnest(%s::uuid[]) page (id)", params=(*one.params, sorted(ids)))
    found = [json.loads(row[0]) for row in fetch(sql) if row[0] is not None] if ids else []
    return {UUID(claim["id"]): claim for claim in found}


def shown_match(match: Match, claim: dict, numbers: DraftNumberSerializer) -> dict:
    quantities = {quantity["id"]: quantity for quantity in claim["quantities"]}
    return {
        "verdict": match.verdict,
        "score": match.score,
        "why": [{"kind": kind, "detail": detail} for kind, detail in match.why],
        "numbers": [
            {"relation": told, "draft": numbers.to_representation(ours), "claim": quantities[str(theirs.id)]}
            for told, ours, theirs in match.numbers
            if str(theirs.id) in quantities
        ],
        "claim": claim,
    }
