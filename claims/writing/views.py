"""For ClaimViewSet: POST and PATCH of claims with their parts, and the verbs."""

from collections.abc import Callable
from uuid import UUID

from django.core.exceptions import PermissionDenied as MayNot
from django.core.exceptions import ValidationError as ModelError
from django.db import transaction
from django.http import Http404
from django.urls import reverse
from drf_spectacular.utils import extend_schema
from rest_framework import serializers, status
from rest_framework.decorators import action
from rest_framework.exceptions import NotAuthenticated, PermissionDenied
from rest_framework.response import Response

from claims.models import Claim
from claims.models.claim import MAY_NOT
from claims.serializers import ClaimSerializer
from claims.writing import examples
from claims.writing.bodies import ClaimBody, NothingBody, ReturnBody, WithdrawBody
from claims.writing.rows import save_claim
from factbase.api.conditional import etag_of, present_state
from factbase.api.exceptions import Conflict
from factbase.api.parameters import survivors, visible_keys
from factbase.api.preconditions import check_if_match, keep, need_if_match, recall
from factbase.api.renderers import Json
from factbase.statements import fetch, one_of

Write = Callable[[], tuple[UUID, int]]


class WriteViews:
    """Who may is what the admin and the model's verbs say; nothing is written in part."""

    # Headers that a change takes, for the documents.
    conditions = {
        "create": ["Idempotency-Key"],
        "partial_update": ["If-Match"],
        **dict.fromkeys(
            ["submit", "publish", "return_to_draft", "withdraw", "publish_review"], ["If-Match", "Idempotency-Key"]
        ),
    }

    def get_versioned(self):
        # Without an account nothing is changed, and a 304 costs no look at the claim; and what was public at some time
        # is not what a change would be of.
        if self.is_public or self.action != "retrieve" or "as_of" in self.request.query_params:
            return None
        return self.get_queryset().filter(pk=self.kwargs["pk"]).order_by()

    def initial(self, request, *args, **kwargs):
        super().initial(request, *args, **kwargs)
        if request.method in ("POST", "PATCH") and not request.user.is_authenticated:
            raise NotAuthenticated("Writing needs an account: send a token as 'Authorization: Bearer …'.")

    @extend_schema(request=ClaimBody, responses={201: ClaimSerializer}, examples=[examples.NEW])
    def create(self, request, *args, **kwargs):
        """A new draft, with all its parts or none of them."""
        if not request.user.has_perm("claims.add_claim"):
            raise PermissionDenied(f"{request.user} may not add claims: ask an administrator for the right to.")
        given = self.read(ClaimBody)

        def write():
            claim = Claim()
            save_claim(claim, given, by=request.user)
            return claim.pk, status.HTTP_201_CREATED

        return self.write(write)

    @extend_schema(request=ClaimBody, responses={200: ClaimSerializer}, examples=[examples.CHANGE])
    def partial_update(self, request, *args, **kwargs):
        """Change what is given; what is left out stays.

        A list of parts that is given replaces the one that is there: rows with an `id` stay those rows, and keep the
        fields that are left out; quantities and citations without one are new; what is no longer in the list goes.
        """

        def write():
            claim = self.get_locked()
            if claim.status == Claim.Status.WITHDRAWN:
                raise Conflict("This claim is withdrawn, which is final: nobody changes it any more.")
            if not claim.can_be_changed_by(request.user):
                raise PermissionDenied("An editor changes any claim, a contributor drafts of their own: ask an editor.")
            check_if_match(request, claim.version)
            save_claim(claim, self.read(ClaimBody, partial=True), by=request.user)
            return claim.pk, status.HTTP_200_OK

        return self.write(write, repeatable=False)

    @extend_schema(request=NothingBody, responses={200: ClaimSerializer})
    @action(detail=True, methods=["post"])
    def submit(self, request, *args, **kwargs):
        """Hand a draft to the editors."""
        return self.verb("submit", NothingBody)

    @extend_schema(request=NothingBody, responses={200: ClaimSerializer})
    @action(detail=True, methods=["post"])
    def publish(self, request, *args, **kwargs):
        """Make a claim in review public, from the end of its embargo on. Nobody publishes what they submitted."""
        return self.verb("publish", NothingBody)

    @extend_schema(request=ReturnBody, responses={200: ClaimSerializer}, examples=[examples.RETURN])
    @action(detail=True, methods=["post"], url_path="return")
    def return_to_draft(self, request, *args, **kwargs):
        """Give a claim in review back to its contributor, with a note on what to mend."""
        return self.verb("return", ReturnBody, method="return_to_draft")

    @extend_schema(request=WithdrawBody, responses={200: ClaimSerializer}, examples=[examples.WITHDRAW])
    @action(detail=True, methods=["post"])
    def withdraw(self, request, *args, **kwargs):
        """Take a published claim back for good; the reason is public and stays at its address."""
        return self.verb("withdraw", WithdrawBody)

    @extend_schema(request=NothingBody, responses={200: ClaimSerializer})
    @action(detail=True, methods=["post"], url_path="reviews/<uuid:review>/publish")
    def publish_review(self, request, *args, **kwargs):
        """Make one of the claim's reviews public. The version is the claim's, which this raises."""
        need_if_match(request)
        self.read(NothingBody)

        def change(claim):
            review = claim.reviews.visible_to(request.user).filter(pk=kwargs["review"]).first()
            if review is None:
                raise Http404
            review.publish(by=request.user)

        return self.carry_out(change)

    def verb(self, name: str, body: type[serializers.Serializer], method: str = "") -> Response:
        user = self.request.user
        if not user.has_perm(f"claims.{name}_claim"):
            raise PermissionDenied(MAY_NOT[name] % {"account": user})
        need_if_match(self.request)
        words = self.read(body)
        return self.carry_out(lambda claim: getattr(claim, method or name)(by=user, **words))

    def carry_out(self, change: Callable[[Claim], None]) -> Response:
        """A verb, on the claim as it stands and as the asker knows it."""

        def write():
            claim = self.get_locked()
            check_if_match(self.request, claim.version)
            try:
                change(claim)
            except MayNot as error:
                raise PermissionDenied(str(error)) from error
            except ModelError as error:
                if getattr(error, "code", "") == "wrong_state":
                    raise Conflict(error.messages[0], code="wrong_state") from error
                raise serializers.ValidationError(error.messages, code="rule") from error
            return claim.pk, status.HTTP_200_OK

        return self.write(write)

    def read(self, body: type[serializers.Serializer], **kwargs) -> dict:
        asked = body(data=self.request.data, context=self.get_serializer_context(), **kwargs)
        asked.is_valid(raise_exception=True)
        return asked.validated_data

    def get_locked(self) -> Claim:
        """The claim as it is now, until this request is done.

        Raises Http404 where the account may not see it, Conflict where another answers for it since a merge.
        """
        key = self.kwargs["pk"]
        claim = self.get_queryset().select_for_update(of=["self"]).filter(pk=key).first()
        if claim is not None:
            return claim
        if survivor := survivors(self.get_queryset(), [str(key)]).get(str(key)):
            address = reverse("claim-detail", args=[survivor])
            raise Conflict(f"This claim was merged into {address}, which has a version of its own.", code="merged")
        raise Http404

    def write(self, write: Write, *, repeatable: bool = True) -> Response:
        """All of it or nothing; with an Idempotency-Key that came before, nothing more."""
        try:
            with transaction.atomic():
                before = recall(self.request) if repeatable else None
                if before is not None and before.answered:
                    pk, code = before.record, before.answered
                else:
                    pk, code = write()
                    keep(before, record=pk, answered=code)
        except MayNot as error:
            raise PermissionDenied(str(error)) from error
        return self.written(pk, code)

    def written(self, pk: UUID, code: int) -> Response:
        """The claim as its address answers now, with the ETag that goes with it."""
        address = self.request.build_absolute_uri(reverse("claim-detail", args=[pk]))
        etag = etag_of(self.request, address, present_state(), self.get_queryset().filter(pk=pk).order_by())
        keys = visible_keys(Claim, "pk", self.request.user)
        found = fetch(one_of(keys, self.get_json(), pk))
        if not found:
            # Written, and out of this account's sight now; or deleted since a request that is repeated.
            return Response(status=status.HTTP_204_NO_CONTENT)
        headers = {"ETag": etag, **({"Location": address} if code == status.HTTP_201_CREATED else {})}
        return Response(Json(found[0][0]), status=code, headers=headers)
