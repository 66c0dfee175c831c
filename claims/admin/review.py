"""Findings on claims, and their verb."""

from django.contrib import admin
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from unfold.contrib.filters.admin import ChoicesDropdownFilter
from unfold.decorators import action, display

from claims.models import Claim, Review, ReviewEvidence
from factbase.admin import RecordAdmin, RecordStackedInline, RecordTabularInline

from .parts import PartAdmin
from .verbs import Verb, VerbAdmin, verb_page

PUBLISH = Verb(
    "publish",
    _("Publish this review"),
    fits=lambda review: review.published_at is None,
    needs=_("a review that is not public yet"),
    effect=_("Everyone who sees the claim will see this finding. It cannot be taken back, but it can be corrected."),
    done=_("The review is public now."),
)


class ReviewFields:
    model = Review
    fields = ["state", ("rating", "label", "reviewed_on"), "summary", ("source", "reviewer")]
    autocomplete_fields = ["source", "reviewer"]
    readonly_fields = ["state"]

    @display(description=_("state"))
    def state(self, review):
        if review.published_at:
            said = gettext("Public since %(time)s, by %(account)s.")
            return said % {"time": f"{review.published_at:%Y-%m-%d %H:%M}", "account": review.published_by}
        if review._state.adding:
            return gettext("Not public. Once saved, it can be published.")
        link = reverse("admin:claims_review_publish", args=[review.pk])
        said = '{} <a class="text-link" href="{}">{}</a>'
        return format_html(said, gettext("Not public."), link, gettext("Publish it"))


class ReviewInline(ReviewFields, RecordStackedInline):
    def get_queryset(self, request):
        return super().get_queryset(request).select_related("published_by")


class ReviewEvidenceFields:
    model = ReviewEvidence
    fields = ["citation"]
    autocomplete_fields = ["citation"]


class ReviewEvidenceInline(ReviewEvidenceFields, RecordTabularInline):
    verbose_name, verbose_name_plural = _("evidence"), _("evidence: citations it rests on")


@admin.register(ReviewEvidence)
class ReviewEvidenceAdmin(ReviewEvidenceFields, PartAdmin):
    whole = "review"
    to_claim = "review__claim"
    list_select_related = ["review", "citation"]
    search_fields = ["citation__quote"]


def is_final(review: Review | None) -> bool:
    """Whether its claim is withdrawn, which is final with all that was found on it."""
    return review is not None and review.claim.status == Claim.Status.WITHDRAWN


@admin.register(Review)
class ReviewAdmin(VerbAdmin, ReviewFields, RecordAdmin):
    fields = ["claim", *ReviewFields.fields]
    autocomplete_fields = ["claim", *ReviewFields.autocomplete_fields]
    inlines = [ReviewEvidenceInline]
    list_display = ["__str__", "rating", "claim", "reviewed_on", "published_at"]
    list_filter = [("rating", ChoicesDropdownFilter), ("published_at", admin.EmptyFieldListFilter)]
    list_select_related = ["claim", "published_by"]
    search_fields = ["label", "summary", "claim__text"]
    verbs = {"publish": PUBLISH}
    actions_detail = ["publish"]

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and not is_final(obj)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and not is_final(obj)

    @action(description=PUBLISH.label, icon="public")
    def publish(self, request, object_id):
        return verb_page(self, request, object_id, PUBLISH)
