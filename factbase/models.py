"""What every record has, accounts, and the two memories of merging."""

from django.contrib.auth.models import AbstractUser
from django.contrib.postgres.functions import TransactionNow
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Func, Q, Value
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import gettext as _
from knox.models import AbstractAuthToken
from uuid_utils.compat import uuid7

from factbase.constraints import known_choices
from factbase.history import recorded
from factbase.transactions import TransactionId
from factbase.triggers import Stamp, Wrote


class Context(Func):
    """One entry of the present history context (`user` or `via`), read by the database itself."""

    function = "factbase_context"

    def __init__(self, key, **extra):
        super().__init__(key if hasattr(key, "resolve_expression") else Value(key), **extra)


class ContextUser(Context):
    """The account that is at work, as a uuid, or null."""

    template = "%(function)s(%(expressions)s)::uuid"

    def __init__(self, key="user", **extra):
        super().__init__(key, **{**extra, "output_field": models.UUIDField()})


class ContextVia(Context):
    """The door in use: 'shell' where none was named."""

    template = "COALESCE(%(function)s(%(expressions)s), 'shell')"

    def __init__(self, key="via", **extra):
        super().__init__(key, **{**extra, "output_field": models.CharField()})


class Via(models.TextChoices):
    ADMIN = "admin", "Admin"
    API = "api", "API"
    IMPORT = "import", "Import"
    FIXTURE = "fixture", "Fixture"
    SHELL = "shell", "Shell"


class Record(models.Model):
    """What every record has: an id, who made it, when and through which door, and its version."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    created_at = models.DateTimeField(db_default=TransactionNow(), editable=False)
    created_by = models.ForeignKey(
        "factbase.User",
        models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
        db_default=ContextUser(),
        db_index=False,
    )
    created_via = models.CharField(max_length=10, choices=Via, editable=False, db_default=ContextVia())
    updated_at = models.DateTimeField(db_default=TransactionNow(), editable=False)
    version = models.PositiveIntegerField(db_default=1, editable=False)

    class Meta:
        abstract = True
        triggers = [Stamp(), Wrote()]


class SluggedQuerySet(models.QuerySet):
    """Records that have an address of words."""

    def get_by_natural_key(self, slug: str):
        return self.get(slug=slug)


class Slugged(Record):
    """A record with a slug, made from `slug_source` when it is left empty."""

    slug = models.SlugField(max_length=100, unique=True, blank=True, help_text="Made from the name if left empty.")
    slug_source = "name"

    class Meta(Record.Meta):
        abstract = True

    def __str__(self):
        return getattr(self, self.slug_source)

    def save(self, *args, **kwargs):
        if not self.slug:
            self.slug = self.free_slug()
        super().save(*args, **kwargs)

    def clean(self):
        super().clean()
        if Redirect.objects.filter(kind=self._meta.model_name, key=self.slug).exclude(target=self.pk).exists():
            raise ValidationError(
                {
                    "slug": _("'%(slug)s' answers for another record since a merge: choose another.")
                    % {"slug": self.slug}
                }
            )

    def natural_key(self):
        return (self.slug,)

    def free_slug(self) -> str:
        """A slug that no other record has: `name`, else `name-2`, `name-3` ..."""
        stem = slugify(getattr(self, self.slug_source))[:90].strip("-") or self._meta.model_name
        # An old slug answers for another record since a merge: it is not given away.
        redirects = Redirect.objects.filter(kind=self._meta.model_name, key__startswith=stem)
        taken = set(redirects.exclude(target=self.pk).values_list("key", flat=True)) | set(
            type(self)._default_manager.filter(slug__startswith=stem).exclude(pk=self.pk).values_list("slug", flat=True)
        )
        slug, number = stem, 2
        while slug in taken:
            slug, number = f"{stem}-{number}", number + 1
        return slug


@recorded
@known_choices
class User(AbstractUser, Record):
    """An account: a curator, an administrator, or a program."""

    class Language(models.TextChoices):
        ENGLISH = "en", "English"
        SPANISH = "es", "Español"

    language = models.CharField(
        max_length=10, choices=Language, default=Language.ENGLISH, help_text="Of the admin's pages."
    )

    class Meta(AbstractUser.Meta, Record.Meta):
        abstract = False
        triggers = [Stamp(), Wrote()]

    def __str__(self):
        return self.get_full_name() or self.username

    def save(self, *args, **kwargs):
        """A new password, and an account that is shut, throw its tokens away: whoever had the old one made some."""
        # Django's own mark of a new password; its rehashing of the same one at a sign-in leaves none.
        ends_tokens = self._password is not None or not self.is_active
        with transaction.atomic():
            super().save(*args, **kwargs)
            if ends_tokens:
                self.auth_token_set.all().delete()


@recorded
class Redirect(Record):
    """An old id or slug that answers for another record since a merge."""

    kind = models.CharField(max_length=40, help_text="The model, e.g. speaker.")
    key = models.CharField(max_length=100, help_text="The old id or slug.")
    target = models.UUIDField(help_text="The id of the record that answers now.")

    class Meta(Record.Meta):
        ordering = ["kind", "key"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "key"],
                name="redirect_unique",
                violation_error_message="This address answers for another record already: change that redirect.",
            ),
            models.CheckConstraint(
                condition=~Q(key=""),
                name="redirect_has_key",
                violation_error_message="A redirect needs the old id or slug.",
            ),
        ]

    def __str__(self):
        return f"{self.kind} {self.key} → {self.target}"


@recorded
class Distinct(Record):
    """Two records that a curator called "not the same"; written once, the smaller id first."""

    kind = models.CharField(max_length=40, help_text="The model, e.g. speaker.")
    a = models.UUIDField()
    b = models.UUIDField()

    class Meta(Record.Meta):
        verbose_name_plural = "distinct pairs"
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "a", "b"],
                name="distinct_unique",
                violation_error_message="This pair is on record as distinct already.",
            ),
            models.CheckConstraint(
                condition=Q(a__lt=F("b")),
                name="distinct_in_order",
                violation_error_message="A pair is two records, the smaller id first: swap them.",
            ),
        ]

    def __str__(self):
        return f"{self.kind} {self.a} ≠ {self.b}"


class Token(AbstractAuthToken):
    """What a program shows in place of its account's password. Stored as a digest; no record, since it has no history.

    `Token.objects.create(user=…, expiry=timedelta)` gives the row, and the token itself, for the only time.
    """

    DAYS, DAYS_AT_MOST = 30, 365

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    # knox has it for primary key, which the admin's addresses would show.
    digest = models.CharField(max_length=128, unique=True, editable=False)
    name = models.CharField(max_length=100, blank=True, help_text="What it is for, or where it is kept.")
    last_used = models.DateTimeField(null=True, blank=True, editable=False, help_text="To the hour.")

    class Meta:
        ordering = ["-id"]

    def __str__(self):
        return self.name or f"{self.created:%Y-%m-%d}"

    @property
    def holds(self) -> bool:
        return self.expiry is not None and self.expiry > timezone.now()


class Idempotency(models.Model):
    """A request that wrote once, and is not to write again when it is repeated. Kept for a day, without its words."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    account = models.ForeignKey(User, models.CASCADE, related_name="+")
    key = models.CharField(max_length=255, help_text="As the account chose it.")
    request = models.CharField(max_length=64, help_text="A keyed hash of method, address and body.")
    answered = models.PositiveSmallIntegerField(null=True, help_text="The status of the answer.")
    record = models.UUIDField(null=True, help_text="The record that it wrote: the answer is made from it anew.")
    made_at = models.DateTimeField(auto_now_add=True, db_index=True)

    class Meta:
        verbose_name_plural = "idempotency keys"
        constraints = [
            models.UniqueConstraint(
                fields=["account", "key"],
                name="idempotency_key_unique",
                violation_error_message="This key was used already: take another.",
            )
        ]

    def __str__(self):
        return self.key


class Write(models.Model):
    """A transaction that wrote a record. Kept by triggers alone, and only as long as readers need to know of it."""

    xid = TransactionId(primary_key=True)

    def __str__(self):
        return str(self.xid)


class Rate(models.Model):
    """How often somebody asked the API in the present minute; shared by all processes, and lost in a crash."""

    key = models.CharField(max_length=64, primary_key=True, help_text="A keyed hash of the address or the account.")
    minute = models.BigIntegerField()
    count = models.PositiveIntegerField()

    def __str__(self):
        return f"{self.count} in minute {self.minute}"
