"""What was public of a claim before now, and what is left of one that is public no longer."""

from datetime import UTC, datetime

from django.core.exceptions import ValidationError as FormError
from django.http import Http404
from django.utils import timezone
from drf_spectacular.utils import extend_schema, inline_serializer
from rest_framework import serializers, status
from rest_framework.decorators import action
from rest_framework.exceptions import NotFound
from rest_framework.response import Response

from claims.history.public import PublicHistory, Version
from claims.models import Claim
from claims.serializers import ClaimSerializer, TombstoneSerializer
from factbase.api.pagination import refuse
from factbase.api.parameters import Impossible, Moment
from factbase.api.schema import ErrorsSerializer


class AsOf(Moment):
    """A time that is past."""

    def read(self, text):
        moment = super().read(text)
        if moment > timezone.now():
            said = f"'{text}' is still to come: write a time that is past, or leave it out."
            raise Impossible(said, code="to_come")
        return moment


def just_now() -> str:
    """An example that has an answer: any other time would be before the demo was loaded."""
    return f"{timezone.now():%Y-%m-%dT%H:%M:%SZ}"


AS_OF = AsOf(help_text="The claim as everyone could read it at that time.", example=just_now)
# Never shown as a difference between two versions: every change changes them.
COUNTERS = {"version", "updated_at"}


class VersionSerializer(serializers.Serializer):
    since = serializers.DateTimeField()
    until = serializers.DateTimeField(allow_null=True, help_text="Null: it is public now.")
    changed = serializers.ListField(
        child=serializers.CharField(), help_text="Fields of the claim that differ from the version before."
    )
    claim = ClaimSerializer()


class GoneSerializer(ErrorsSerializer):
    """The error of a claim that was withdrawn, with what is left of it."""

    tombstone = TombstoneSerializer()


class PastViews:
    """For ClaimViewSet: `?as_of=`, `history/`, and 410 with a tombstone where a claim was withdrawn."""

    detail_parameters = {"as_of": AS_OF}
    moved_actions = ("retrieve", "history")
    gone_answers = dict.fromkeys(moved_actions, GoneSerializer)

    def retrieve(self, request, *args, **kwargs):
        moment = self.get_moment()
        try:
            answer = super().retrieve(request, *args, **kwargs)
        except Http404:
            return self.gone()
        if moment is None or answer.status_code != status.HTTP_200_OK:
            return answer
        claim = self.get_public()
        found = PublicHistory(claim).as_of(moment)
        if found is None:
            first = f"{claim.published_at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
            raise NotFound(f"This claim was not public at {moment:%Y-%m-%dT%H:%M:%SZ}: it was published {first}.")
        return Response(self.get_serializer(found).data)

    @extend_schema(
        responses={
            200: inline_serializer("Versions", {"results": VersionSerializer(many=True)}),
        }
    )
    @action(detail=True)
    def history(self, request, *args, **kwargs):
        """What readers could see of the claim, and when: its published versions, the newest first."""
        try:
            claim = self.get_public()
        except Http404:
            return self.moved_or_gone()
        versions = self.told_apart(PublicHistory(claim).versions())
        return Response({"results": versions[::-1]})

    def get_public(self) -> Claim:
        """The claim, where everyone may see it: its past is shown to all alike. Raises Http404."""
        claim = Claim.objects.visible_to(None).filter(pk=self.kwargs["pk"]).first()
        if claim is None:
            raise Http404
        return claim

    def get_moment(self) -> datetime | None:
        written = self.request.query_params.getlist("as_of") if self.asks_more else []
        if not written:
            return None
        try:
            return AS_OF.field.clean(written)
        except FormError as error:
            refuse("as_of", error.messages[0], error.code)

    def moved_or_gone(self) -> Response:
        try:
            return self.moved(str(self.kwargs["pk"]))
        except Http404:
            return self.gone()

    def gone(self) -> Response:
        """410 with why it was withdrawn. Raises Http404 where there never was a public claim here."""
        claim = Claim.objects.withdrawn().filter(pk=self.kwargs["pk"]).first()
        if claim is None:
            raise Http404
        tombstone = TombstoneSerializer(claim).data
        detail = f"This claim was withdrawn ({tombstone['kind']}): {tombstone['reason']}"
        errors = [{"code": "withdrawn", "detail": detail, "attr": None}]
        body = {"type": "client_error", "errors": errors, "tombstone": tombstone}
        return Response(body, status=status.HTTP_410_GONE)

    def told_apart(self, versions: list[Version]) -> list[dict]:
        """The versions as an answer shows them; one in which readers saw nothing new goes into the one before."""
        told = []
        for since, until, claim in versions:
            shown = self.get_serializer(claim).data
            before = told[-1]["claim"] if told else {}
            changed = [name for name in shown if name not in COUNTERS and shown[name] != before.get(name)]
            # An embargo that was laid on a public claim parts two versions in which nothing else changed.
            if told and not changed and told[-1]["until"] == since:
                told[-1]["until"] = until
            else:
                told.append({"since": since, "until": until, "changed": changed if told else [], "claim": shown})
        return told
