"""The smaller parts of a claim: on its page as rows, and each on a page of its own."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from claims.models import Claim, Claimant, ClaimLink, ClaimSubject, ClaimTopic, Translation
from factbase.admin import RecordAdmin, RecordStackedInline, RecordTabularInline
from factbase.permissions import sees_drafts

from .next import StartedRows


class PartAdmin(RecordAdmin):
    """A part's own page: reached from its whole, so it is left out of the index."""

    whole = "claim"
    to_claim = "claim"

    def get_fieldsets(self, request, obj=None):
        return [(None, {"fields": [self.whole]}), *super().get_fieldsets(request, obj)]

    def get_autocomplete_fields(self, request):
        return [self.whole, *super().get_autocomplete_fields(request)]

    def get_list_display(self, request):
        return ["__str__", self.whole, "updated_at"]

    def has_module_permission(self, request):
        return False

    def get_queryset(self, request):
        """Parts of the claims that the account may see."""
        parts = super().get_queryset(request)
        if sees_drafts(request.user):
            return parts
        return parts.filter(**{f"{self.to_claim}__in": Claim.objects.visible_to(request.user)})

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and self.is_theirs(request, obj)

    def has_delete_permission(self, request, obj=None):
        return super().has_delete_permission(request, obj) and self.is_theirs(request, obj)

    def is_theirs(self, request, obj):
        """A part is changed by who may change its claim."""
        if isinstance(obj, self.model):
            for name in self.to_claim.split("__"):
                obj = getattr(obj, name)
        return obj is None or not isinstance(obj, Claim) or obj.can_be_changed_by(request.user)

    def save_model(self, request, obj, form, change):
        if not self.is_theirs(request, obj):
            raise PermissionDenied(_("That claim is somebody else's, or withdrawn."))
        super().save_model(request, obj, form, change)


class ClaimantFields:
    model = Claimant
    fields = ["basis", "speaker", "role", "label", "position"]
    autocomplete_fields = ["speaker", "role"]


class ClaimantInline(ClaimantFields, StartedRows, RecordTabularInline):
    pass


@admin.register(Claimant)
class ClaimantAdmin(ClaimantFields, PartAdmin):
    list_select_related = ["claim", "speaker"]
    search_fields = ["speaker__name", "label"]


class TopicFields:
    model = ClaimTopic
    fields = ["topic"]
    autocomplete_fields = ["topic"]


class TopicInline(TopicFields, RecordTabularInline):
    verbose_name, verbose_name_plural = _("topic"), _("topics")


@admin.register(ClaimTopic)
class ClaimTopicAdmin(TopicFields, PartAdmin):
    list_select_related = ["claim", "topic"]
    search_fields = ["topic__name"]


class SubjectFields:
    model = ClaimSubject
    fields = ["speaker"]
    autocomplete_fields = ["speaker"]


class SubjectInline(SubjectFields, RecordTabularInline):
    verbose_name, verbose_name_plural = _("subject"), _("subjects: whom it is about")


@admin.register(ClaimSubject)
class ClaimSubjectAdmin(SubjectFields, PartAdmin):
    list_select_related = ["claim", "speaker"]
    search_fields = ["speaker__name"]


class TranslationFields:
    model = Translation
    fields = [("language", "translator"), "text"]


class TranslationInline(TranslationFields, RecordStackedInline):
    pass


@admin.register(Translation)
class TranslationAdmin(TranslationFields, PartAdmin):
    list_select_related = ["claim"]
    search_fields = ["text", "language"]


class LinkFields:
    model = ClaimLink
    fields = ["kind", "to_claim", "note"]
    autocomplete_fields = ["to_claim"]


class LinkInline(LinkFields, RecordStackedInline):
    fk_name = "from_claim"
    hide_title = True
    verbose_name, verbose_name_plural = _("link"), _("links to other claims")

    def get_queryset(self, request):
        # The words of a claim that the account may not see are not shown through a link to it either.
        return super().get_queryset(request).filter(to_claim__in=Claim.objects.visible_to(request.user))


@admin.register(ClaimLink)
class ClaimLinkAdmin(LinkFields, PartAdmin):
    whole = to_claim = "from_claim"
    list_select_related = ["from_claim", "to_claim"]

    def get_queryset(self, request):
        links = super().get_queryset(request)
        if sees_drafts(request.user):
            return links
        seen = Claim.objects.visible_to(request.user)
        return links.filter(Q(from_claim__in=seen) & Q(to_claim__in=seen))

    search_fields = ["note", "from_claim__text", "to_claim__text"]
