"""The smaller parts of a claim: on its page as rows, and each on a page of its own."""

from django.contrib import admin

from claims.models import Claimant, ClaimLink, ClaimSubject, ClaimTopic, Translation
from factbase.admin import RecordAdmin, RecordStackedInline, RecordTabularInline


class PartAdmin(RecordAdmin):
    """A part's own page: reached from its whole, so it is left out of the index."""

    whole = "claim"

    def get_fieldsets(self, request, obj=None):
        return [(None, {"fields": [self.whole]}), *super().get_fieldsets(request, obj)]

    def get_autocomplete_fields(self, request):
        return [self.whole, *super().get_autocomplete_fields(request)]

    def get_list_display(self, request):
        return ["__str__", self.whole, "updated_at"]

    def has_module_permission(self, request):
        return False


class ClaimantFields:
    model = Claimant
    fields = ["basis", "speaker", "role", "label", "position"]
    autocomplete_fields = ["speaker", "role"]


class ClaimantInline(ClaimantFields, RecordTabularInline):
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
    verbose_name, verbose_name_plural = "topic", "topics"


@admin.register(ClaimTopic)
class ClaimTopicAdmin(TopicFields, PartAdmin):
    list_select_related = ["claim", "topic"]
    search_fields = ["topic__name"]


class SubjectFields:
    model = ClaimSubject
    fields = ["speaker"]
    autocomplete_fields = ["speaker"]


class SubjectInline(SubjectFields, RecordTabularInline):
    verbose_name, verbose_name_plural = "subject", "subjects: whom it is about"


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
    verbose_name, verbose_name_plural = "link", "links to other claims"


@admin.register(ClaimLink)
class ClaimLinkAdmin(LinkFields, PartAdmin):
    whole = "from_claim"
    list_select_related = ["from_claim", "to_claim"]
    search_fields = ["note", "from_claim__text", "to_claim__text"]
