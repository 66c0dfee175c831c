"""What is done to many claims at once: a page that says what will happen, then claim by claim.

Each claim has a transaction of its own, so that one that refuses leaves the others done; why is said in the end.
"""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

from django import forms
from django.conf import settings
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied, ValidationError
from django.db import DataError, IntegrityError, connection, transaction
from django.template.response import TemplateResponse
from django.utils.text import Truncator
from django.utils.translation import gettext, ngettext, override, pgettext
from django.utils.translation import gettext_lazy as _
from unfold.widgets import UnfoldAdminSelectWidget, UnfoldBooleanSwitchWidget

from claims.models import Claim, ClaimTopic, Indicator, Quantity, Topic
from factbase.admin import RecordSelect, Words, is_uuid
from factbase.constraints import explain

MOST = 500  # At once: each is locked, written and told of.
NAMED = 3


class WithdrawForm(forms.Form):
    kind = forms.ChoiceField(
        label=_("Kind"), choices=[("", _("Choose")), *Claim.WithdrawnKind.choices], widget=UnfoldAdminSelectWidget
    )
    reason = forms.CharField(
        label=_("Reason"), max_length=1000, widget=Words, help_text=_("Public: it stays where the claim was.")
    )


def chosen(model, of, name, label):
    """A box to choose a record in."""
    return forms.ModelChoiceField(
        model.objects.all(), label=label, widget=RecordSelect(of._meta.get_field(name), admin.site)
    )


class TopicForm(forms.Form):
    topic = chosen(Topic, ClaimTopic, "topic", _("Topic"))


class IndicatorForm(forms.Form):
    indicator = chosen(Indicator, Quantity, "indicator", _("Indicator"))
    match = forms.ChoiceField(
        label=_("Match"), choices=[("", _("Choose")), *Quantity.IndicatorMatch.choices], widget=UnfoldAdminSelectWidget
    )
    replace = forms.BooleanField(
        label=_("Numbers that have another indicator too"), required=False, widget=UnfoldBooleanSwitchWidget
    )


def add_topic(claim, *, by, topic):
    require_change(claim, by)
    if not ClaimTopic.objects.get_or_create(claim=claim, topic=topic)[1]:
        raise ValidationError(gettext("It has the topic %(topic)s already.") % {"topic": topic})


def remove_topic(claim, *, by, topic):
    require_change(claim, by)
    if not ClaimTopic.objects.filter(claim=claim, topic=topic).delete()[0]:
        raise ValidationError(gettext("It has not got the topic %(topic)s.") % {"topic": topic})


def set_indicator(claim, *, by, indicator, match, replace):
    require_change(claim, by)
    quantities = list(claim.quantities.all())
    if not quantities:
        raise ValidationError(gettext("It has no number."))
    open_to_it = [q for q in quantities if replace or q.indicator_id in (None, indicator.pk)]
    if not open_to_it:
        raise ValidationError(gettext("Its numbers have another indicator."))
    changing = [q for q in open_to_it if (q.indicator_id, q.indicator_match) != (indicator.pk, match)]
    if not changing:
        raise ValidationError(gettext("Its numbers have this indicator already."))
    for quantity in changing:
        quantity.indicator, quantity.indicator_match = indicator, match
        quantity.save(update_fields=["indicator", "indicator_match"])


def require_change(claim, by):
    if not claim.can_be_changed_by(by):
        withdrawn = claim.status == Claim.Status.WITHDRAWN
        raise PermissionDenied(
            gettext("It is withdrawn, and final.") if withdrawn else gettext("You may not change it.")
        )


@dataclass(frozen=True)
class Bulk:
    label: str
    done: Callable  # Of a count: "3 claims submitted."
    effect: str
    do: Callable[..., None]
    form: type[forms.Form] = forms.Form
    danger: bool = False


SUBMIT = Bulk(
    _("Submit for review"),
    lambda n: ngettext("%(count)s claim submitted.", "%(count)s claims submitted.", n),
    _("The editors will see that these claims wait for them."),
    Claim.submit,
)
PUBLISH = Bulk(
    _("Publish"),
    lambda n: ngettext("%(count)s claim published.", "%(count)s claims published.", n),
    _(
        "Everyone will see these claims, with their claimants, numbers, citations and sources; from the end of its"
        " embargo on, where one has it."
    ),
    Claim.publish,
)
WITHDRAW = Bulk(
    _("Withdraw"),
    lambda n: ngettext("%(count)s claim withdrawn.", "%(count)s claims withdrawn.", n),
    _("These claims are taken back for good, all with the same kind and reason. A tombstone stays at each address."),
    Claim.withdraw,
    WithdrawForm,
    danger=True,
)
ADD_TOPIC = Bulk(
    _("Add a topic"),
    lambda n: ngettext("%(count)s claim filed under the topic.", "%(count)s claims filed under the topic.", n),
    _("They will be found under this topic."),
    add_topic,
    TopicForm,
)
REMOVE_TOPIC = Bulk(
    _("Remove a topic"),
    lambda n: ngettext("%(count)s claim taken out of the topic.", "%(count)s claims taken out of the topic.", n),
    _("They will no longer be found under it."),
    remove_topic,
    TopicForm,
)
SET_INDICATOR = Bulk(
    _("Set the indicator of their numbers"),
    lambda n: ngettext("%(count)s claim given the indicator.", "%(count)s claims given the indicator.", n),
    _("All numbers in these claims that have no indicator yet will have this one: look first that all measure it."),
    set_indicator,
    IndicatorForm,
)


class BulkActions:
    """The actions below a list of claims."""

    def response_action(self, request, queryset):
        ids = request.POST.getlist(ACTION_CHECKBOX_NAME)
        if not all(is_uuid(pk) for pk in ids):
            self.message_user(request, gettext("Something on the page was no claim: choose again."), messages.ERROR)
            return None
        if request.POST.get("select_across") == "1" and len(queryset[: MOST + 1]) > MOST:
            refusal = gettext(
                "That is more than %(most)d claims, the most at once: narrow the list, or choose page by page."
            )
            self.message_user(request, refusal % {"most": MOST}, messages.ERROR)
            return None
        return super().response_action(request, queryset)

    def has_submit_permission(self, request):
        return request.user.has_perm("claims.submit_claim")

    def has_publish_permission(self, request):
        return request.user.has_perm("claims.publish_claim")

    def has_withdraw_permission(self, request):
        return request.user.has_perm("claims.withdraw_claim")

    @admin.action(description=SUBMIT.label, permissions=["submit"])
    def submit_selected(self, request, queryset):
        return bulk_page(self, request, queryset, SUBMIT)

    @admin.action(description=PUBLISH.label, permissions=["publish"])
    def publish_selected(self, request, queryset):
        return bulk_page(self, request, queryset, PUBLISH)

    @admin.action(description=WITHDRAW.label, permissions=["withdraw"])
    def withdraw_selected(self, request, queryset):
        return bulk_page(self, request, queryset, WITHDRAW)

    @admin.action(description=ADD_TOPIC.label, permissions=["change"])
    def add_topic(self, request, queryset):
        return bulk_page(self, request, queryset, ADD_TOPIC)

    @admin.action(description=REMOVE_TOPIC.label, permissions=["change"])
    def remove_topic(self, request, queryset):
        return bulk_page(self, request, queryset, REMOVE_TOPIC)

    @admin.action(description=SET_INDICATOR.label, permissions=["change"])
    def set_indicator(self, request, queryset):
        return bulk_page(self, request, queryset, SET_INDICATOR)


def bulk_page(model_admin, request, queryset, bulk):
    """Ask, then do."""
    if request.POST.get("select_across") == "1":
        ids = [str(pk) for pk in queryset.values_list("pk", flat=True)]
    else:
        # By id alone: one that the list's filters no longer show, since a colleague was quicker, is skipped in words.
        ids = list(dict.fromkeys(request.POST.getlist(ACTION_CHECKBOX_NAME)))
    claims = model_admin.get_queryset(request).prefetch_related(None).in_bulk(ids[:MOST])
    confirmed = "confirmed" in request.POST
    form = with_create(bulk.form(request.POST if confirmed else None), model_admin, request)
    if confirmed and form.is_valid():
        done, skipped = do_each(model_admin, request, claims.values(), bulk, form.cleaned_data)
        tell(model_admin, request, bulk, done, skipped, gone=len(ids) - len(claims))
        return None
    context = {
        **model_admin.admin_site.each_context(request),
        "title": bulk.label,
        "opts": model_admin.opts,
        "bulk": bulk,
        "form": form,
        "media": model_admin.media + form.media,
        "claims": list(claims.values()),
        "action": request.POST["action"],
        "checkbox": ACTION_CHECKBOX_NAME,
        "back": request.get_full_path(),
    }
    return TemplateResponse(request, "admin/claims/bulk.html", context)


def with_create(form, model_admin, request):
    """The form, with a + beside each box in which the account could choose a record that it may make."""
    for field in form.fields.values():
        if isinstance(field.widget, RecordSelect):
            pointer = field.widget.field
            kind = model_admin.admin_site.get_model_admin(pointer.related_model)
            may = {"can_add_related": kind.has_add_permission(request)}
            field.widget = RelatedFieldWidgetWrapper(field.widget, pointer.remote_field, model_admin.admin_site, **may)
            field.widget.template_name = "unfold/widgets/related_widget_wrapper.html"
    return form


def do_each(model_admin, request, claims, bulk, data):
    """How many were done, and those that were not by reason."""
    done, skipped = 0, defaultdict(list)
    for claim in claims:
        try:
            with transaction.atomic():
                bulk.do(claim, by=request.user, **data)
                with connection.cursor() as cursor:
                    # Rules that wait for the commit speak now, of this claim alone.
                    cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
                with override(settings.LANGUAGE_CODE):  # What is stored is in one language.
                    model_admin.log_change(request, claim, f"{bulk.label}, with others.")
            done += 1
        except ValidationError as error:
            skipped[" ".join(error.messages)].append(claim)
        except PermissionDenied as error:
            skipped[str(error)].append(claim)
        except ObjectDoesNotExist:
            skipped[gettext("It is no longer there.")].append(claim)
        except (IntegrityError, DataError) as error:
            skipped[explain(error)].append(claim)
    return done, skipped


def tell(model_admin, request, bulk, done, skipped, gone):
    level = messages.SUCCESS if done else messages.INFO
    model_admin.message_user(request, bulk.done(done) % {"count": done or pgettext("claims", "No")}, level)
    if gone:
        model_admin.message_user(
            request, gettext("%(count)d skipped: deleted meanwhile.") % {"count": gone}, messages.WARNING
        )
    for reason, claims in skipped.items():
        named = ", ".join(f"“{Truncator(claim.text).chars(60)}”" for claim in claims[:NAMED])
        if len(claims) > NAMED:
            named = gettext("%(named)s and %(count)d more") % {"named": named, "count": len(claims) - NAMED}
        said = gettext("%(count)d skipped: %(reason)s %(named)s")
        said %= {"count": len(claims), "reason": reason, "named": named}
        model_admin.message_user(request, said, messages.WARNING)
