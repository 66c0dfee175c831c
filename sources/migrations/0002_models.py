import django.contrib.postgres.fields
import django.contrib.postgres.functions
import django.contrib.postgres.indexes
import django.db.models.deletion
import django.db.models.functions.text
import pghistory.utils
import pgtrigger.compiler
import uuid_utils.compat
from django.conf import settings
from django.db import migrations, models

import factbase.codes
import factbase.fields
import factbase.models
import sources.querysets


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("factbase", "__first__"),
        ("sources", "0001_functions"),
    ]

    operations = [
        migrations.CreateModel(
            name="Publisher",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(db_default=django.contrib.postgres.functions.TransactionNow(), editable=False),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        db_default=factbase.models.ContextUser(),
                        db_index=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "created_via",
                    models.CharField(
                        choices=[
                            ("admin", "Admin"),
                            ("api", "API"),
                            ("import", "Import"),
                            ("fixture", "Fixture"),
                            ("shell", "Shell"),
                        ],
                        db_default=factbase.models.ContextVia(),
                        editable=False,
                        max_length=10,
                    ),
                ),
                (
                    "updated_at",
                    models.DateTimeField(db_default=django.contrib.postgres.functions.TransactionNow(), editable=False),
                ),
                ("version", models.PositiveIntegerField(db_default=1, editable=False)),
                (
                    "slug",
                    models.SlugField(
                        blank=True, help_text="Made from the name if left empty.", max_length=100, unique=True
                    ),
                ),
                ("name", models.CharField(max_length=300)),
                ("homepage", models.URLField(blank=True, max_length=2000)),
                (
                    "domain",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Func(
                            django.db.models.functions.text.Lower(models.F("homepage")),
                            models.Value("^https?://(?:www\\.)?([^/:?#]+)"),
                            function="substring",
                            output_field=models.TextField(),
                        ),
                        output_field=models.CharField(max_length=255),
                    ),
                ),
                (
                    "country",
                    models.CharField(
                        blank=True,
                        help_text="ISO 3166-1 code, e.g. MX.",
                        max_length=2,
                        validators=[factbase.codes.validate_country],
                    ),
                ),
            ],
            options={
                "ordering": ["name"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True),
                        name="publisher_has_name",
                        violation_error_message="A publisher needs a name.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("country", ""), ("country__regex", "^[A-Z]{2}$"), _connector="OR"),
                        name="publisher_country_is_code",
                        violation_error_message="A country is its ISO 3166-1 code: write MX or US.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="stamp",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            NEW.created_at := OLD.created_at;\n            NEW.created_by_id := OLD.created_by_id;\n            NEW.created_via := OLD.created_via;\n            IF NEW.version = OLD.version + 1\n               OR to_jsonb(NEW) - ARRAY['created_at', 'created_by_id', 'created_via', 'updated_at', 'version', 'domain'] <> to_jsonb(OLD) - ARRAY['created_at', 'created_by_id', 'created_via', 'updated_at', 'version', 'domain']\n            THEN\n                NEW.version := OLD.version + (OLD.updated_at <> now())::int;\n                NEW.updated_at := now();\n            ELSE\n                NEW.version := OLD.version;\n                NEW.updated_at := OLD.updated_at;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="c308bb9ef080e6e6777dca16cc120082c465291a",
                            operation="UPDATE",
                            pgid="pgtrigger_stamp_41cb5",
                            table="sources_publisher",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."country" IS DISTINCT FROM (NEW."country") OR OLD."homepage" IS DISTINCT FROM (NEW."homepage") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."slug" IS DISTINCT FROM (NEW."slug"))',
                            func='INSERT INTO "sources_publisherevent" ("country", "created_at", "created_by_id", "created_via", "homepage", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "updated_at", "version") VALUES (OLD."country", OLD."created_at", OLD."created_by_id", OLD."created_via", OLD."homepage", OLD."id", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', OLD."id", OLD."slug", OLD."updated_at", OLD."version"); RETURN NULL;',
                            hash="8921a51c52b4b2f0d0a6cd0d1d56f27f073892b4",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_7ed41",
                            table="sources_publisher",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "sources_publisherevent" ("country", "created_at", "created_by_id", "created_via", "homepage", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "updated_at", "version") VALUES (OLD."country", OLD."created_at", OLD."created_by_id", OLD."created_via", OLD."homepage", OLD."id", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."slug", OLD."updated_at", OLD."version"); RETURN NULL;',
                            hash="5d26b6c8e80edcc896d71c8a8d0815c0c1b60008",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_0df59",
                            table="sources_publisher",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Source",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(db_default=django.contrib.postgres.functions.TransactionNow(), editable=False),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        db_default=factbase.models.ContextUser(),
                        db_index=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "created_via",
                    models.CharField(
                        choices=[
                            ("admin", "Admin"),
                            ("api", "API"),
                            ("import", "Import"),
                            ("fixture", "Fixture"),
                            ("shell", "Shell"),
                        ],
                        db_default=factbase.models.ContextVia(),
                        editable=False,
                        max_length=10,
                    ),
                ),
                (
                    "updated_at",
                    models.DateTimeField(db_default=django.contrib.postgres.functions.TransactionNow(), editable=False),
                ),
                ("version", models.PositiveIntegerField(db_default=1, editable=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("article-newspaper", "Newspaper article"),
                            ("article-magazine", "Magazine article"),
                            ("article-journal", "Journal article"),
                            ("report", "Report"),
                            ("webpage", "Web page"),
                            ("speech", "Speech"),
                            ("interview", "Interview"),
                            ("broadcast", "Broadcast"),
                            ("dataset", "Dataset"),
                            ("bill", "Bill"),
                            ("legislation", "Legislation"),
                            ("post", "Post"),
                            ("book", "Book"),
                            ("document", "Document"),
                        ],
                        max_length=20,
                    ),
                ),
                ("title", models.CharField(max_length=1000)),
                (
                    "authors",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=300),
                        blank=True,
                        default=list,
                        help_text="Names as printed, with commas between.",
                        size=None,
                    ),
                ),
                (
                    "publisher",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sources",
                        to="sources.publisher",
                    ),
                ),
                (
                    "container_title",
                    models.CharField(
                        blank=True, help_text="The journal, newspaper or book that it stands in.", max_length=500
                    ),
                ),
                ("volume", models.CharField(blank=True, max_length=50)),
                ("issue", models.CharField(blank=True, max_length=50)),
                ("pages", models.CharField(blank=True, max_length=50)),
                (
                    "doi",
                    models.CharField(
                        blank=True,
                        help_text="Starts with 10., e.g. 10.1111/lamp.12329.",
                        max_length=300,
                        verbose_name="DOI",
                    ),
                ),
                ("url", models.URLField(blank=True, max_length=2000, verbose_name="URL")),
                (
                    "url_key",
                    models.GeneratedField(
                        db_persist=True, expression=sources.querysets.UrlKey("url"), output_field=models.TextField()
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        blank=True,
                        help_text="BCP 47, e.g. es or en-US.",
                        max_length=35,
                        validators=[factbase.codes.validate_language],
                    ),
                ),
                ("published", factbase.fields.DateRange(blank=True, null=True)),
                ("published_as_written", models.CharField(blank=True, max_length=200)),
                ("abstract", models.TextField(blank=True)),
                (
                    "translation_of",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="translations",
                        to="sources.source",
                    ),
                ),
                (
                    "original_language",
                    models.CharField(
                        blank=True,
                        help_text="Of a translation: BCP 47, e.g. es.",
                        max_length=35,
                        validators=[factbase.codes.validate_language],
                    ),
                ),
                ("translator", models.CharField(blank=True, max_length=300)),
                ("rights", models.CharField(blank=True, max_length=1000)),
            ],
            options={
                "ordering": ["-id"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("title", ""), _negated=True),
                        name="source_has_title",
                        violation_error_message="A source needs a title.",
                    ),
                    models.UniqueConstraint(
                        fields=("url_key",),
                        name="source_url_unique",
                        violation_error_message="A source with this web address is here already: use that one.",
                    ),
                    models.UniqueConstraint(
                        django.db.models.functions.text.Lower("doi"),
                        condition=models.Q(("doi", ""), _negated=True),
                        name="source_doi_unique",
                        violation_error_message="A source with this DOI is here already: use that one.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("doi", ""), ("doi__regex", "^10\\.\\d{4,9}/\\S+$"), _connector="OR"),
                        name="source_doi_is_bare",
                        violation_error_message="A DOI starts with 10. and has a slash: write 10.1111/lamp.12329.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("url", ""), ("url__iregex", "^https?://[^/\\s]+\\S*$"), _connector="OR"),
                        name="source_url_is_http",
                        violation_error_message="A web address starts with http:// or https:// and has no blanks.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("language", ""),
                                ("language__regex", "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"),
                                _connector="OR",
                            ),
                            models.Q(
                                ("original_language", ""),
                                ("original_language__regex", "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"),
                                _connector="OR",
                            ),
                        ),
                        name="source_languages_are_tags",
                        violation_error_message="A language is a BCP 47 tag: write es, en or en-US.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("published", None),
                            models.Q(
                                ("published__isempty", False),
                                models.Q(("published__lower_inf", True), ("published__upper_inf", True), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="source_published_not_empty",
                        violation_error_message="The publication date has no day in it: write it anew or leave it empty.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("translation_of", None),
                            models.Q(("translation_of", models.F("id")), _negated=True),
                            _connector="OR",
                        ),
                        name="source_no_translation_of_itself",
                        violation_error_message="A source is no translation of itself: choose the original.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "article-newspaper",
                                    "article-magazine",
                                    "article-journal",
                                    "report",
                                    "webpage",
                                    "speech",
                                    "interview",
                                    "broadcast",
                                    "dataset",
                                    "bill",
                                    "legislation",
                                    "post",
                                    "book",
                                    "document",
                                ],
                            )
                        ),
                        name="source_kind_known",
                        violation_error_message="The kind is one of article-newspaper, article-magazine, article-journal, report, webpage, speech, interview, broadcast, dataset, bill, legislation, post, book, document.",
                    ),
                ],
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        fields=["title"], name="source_title_trigrams", opclasses=["gin_trgm_ops"]
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="stamp",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            NEW.created_at := OLD.created_at;\n            NEW.created_by_id := OLD.created_by_id;\n            NEW.created_via := OLD.created_via;\n            IF NEW.version = OLD.version + 1\n               OR to_jsonb(NEW) - ARRAY['created_at', 'created_by_id', 'created_via', 'updated_at', 'version', 'url_key'] <> to_jsonb(OLD) - ARRAY['created_at', 'created_by_id', 'created_via', 'updated_at', 'version', 'url_key']\n            THEN\n                NEW.version := OLD.version + (OLD.updated_at <> now())::int;\n                NEW.updated_at := now();\n            ELSE\n                NEW.version := OLD.version;\n                NEW.updated_at := OLD.updated_at;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="634a2300bacb4a1e97bcccb62ccc89c492096e0e",
                            operation="UPDATE",
                            pgid="pgtrigger_stamp_e7b85",
                            table="sources_source",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."abstract" IS DISTINCT FROM (NEW."abstract") OR OLD."authors" IS DISTINCT FROM (NEW."authors") OR OLD."container_title" IS DISTINCT FROM (NEW."container_title") OR OLD."doi" IS DISTINCT FROM (NEW."doi") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."issue" IS DISTINCT FROM (NEW."issue") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."language" IS DISTINCT FROM (NEW."language") OR OLD."original_language" IS DISTINCT FROM (NEW."original_language") OR OLD."pages" IS DISTINCT FROM (NEW."pages") OR OLD."published" IS DISTINCT FROM (NEW."published") OR OLD."published_as_written" IS DISTINCT FROM (NEW."published_as_written") OR OLD."publisher_id" IS DISTINCT FROM (NEW."publisher_id") OR OLD."rights" IS DISTINCT FROM (NEW."rights") OR OLD."title" IS DISTINCT FROM (NEW."title") OR OLD."translation_of_id" IS DISTINCT FROM (NEW."translation_of_id") OR OLD."translator" IS DISTINCT FROM (NEW."translator") OR OLD."url" IS DISTINCT FROM (NEW."url") OR OLD."volume" IS DISTINCT FROM (NEW."volume"))',
                            func='INSERT INTO "sources_sourceevent" ("abstract", "authors", "container_title", "created_at", "created_by_id", "created_via", "doi", "id", "issue", "kind", "language", "original_language", "pages", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published", "published_as_written", "publisher_id", "rights", "title", "translation_of_id", "translator", "updated_at", "url", "version", "volume") VALUES (OLD."abstract", OLD."authors", OLD."container_title", OLD."created_at", OLD."created_by_id", OLD."created_via", OLD."doi", OLD."id", OLD."issue", OLD."kind", OLD."language", OLD."original_language", OLD."pages", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', OLD."id", OLD."published", OLD."published_as_written", OLD."publisher_id", OLD."rights", OLD."title", OLD."translation_of_id", OLD."translator", OLD."updated_at", OLD."url", OLD."version", OLD."volume"); RETURN NULL;',
                            hash="3bfd64f607073f8aff5490bad17442af5d7692b7",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_e6185",
                            table="sources_source",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "sources_sourceevent" ("abstract", "authors", "container_title", "created_at", "created_by_id", "created_via", "doi", "id", "issue", "kind", "language", "original_language", "pages", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published", "published_as_written", "publisher_id", "rights", "title", "translation_of_id", "translator", "updated_at", "url", "version", "volume") VALUES (OLD."abstract", OLD."authors", OLD."container_title", OLD."created_at", OLD."created_by_id", OLD."created_via", OLD."doi", OLD."id", OLD."issue", OLD."kind", OLD."language", OLD."original_language", OLD."pages", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."published", OLD."published_as_written", OLD."publisher_id", OLD."rights", OLD."title", OLD."translation_of_id", OLD."translator", OLD."updated_at", OLD."url", OLD."version", OLD."volume"); RETURN NULL;',
                            hash="6aa6fc05216a286c99fab38d0ba4454623251b1a",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_fde77",
                            table="sources_source",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Notice",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(db_default=django.contrib.postgres.functions.TransactionNow(), editable=False),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        db_default=factbase.models.ContextUser(),
                        db_index=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "created_via",
                    models.CharField(
                        choices=[
                            ("admin", "Admin"),
                            ("api", "API"),
                            ("import", "Import"),
                            ("fixture", "Fixture"),
                            ("shell", "Shell"),
                        ],
                        db_default=factbase.models.ContextVia(),
                        editable=False,
                        max_length=10,
                    ),
                ),
                (
                    "updated_at",
                    models.DateTimeField(db_default=django.contrib.postgres.functions.TransactionNow(), editable=False),
                ),
                ("version", models.PositiveIntegerField(db_default=1, editable=False)),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="notices", to="sources.source"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("correction", "Correction"), ("update", "Update"), ("retraction", "Retraction")],
                        max_length=20,
                    ),
                ),
                ("dated_on", models.DateField(blank=True, null=True)),
                ("summary", models.TextField(blank=True)),
                ("url", models.URLField(blank=True, max_length=2000, verbose_name="URL")),
            ],
            options={
                "ordering": ["-dated_on", "-id"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["correction", "update", "retraction"])),
                        name="notice_kind_known",
                        violation_error_message="The kind is one of correction, update, retraction.",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="stamp",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            NEW.created_at := OLD.created_at;\n            NEW.created_by_id := OLD.created_by_id;\n            NEW.created_via := OLD.created_via;\n            IF NEW.version = OLD.version + 1\n               OR to_jsonb(NEW) - ARRAY['created_at', 'created_by_id', 'created_via', 'updated_at', 'version'] <> to_jsonb(OLD) - ARRAY['created_at', 'created_by_id', 'created_via', 'updated_at', 'version']\n            THEN\n                NEW.version := OLD.version + (OLD.updated_at <> now())::int;\n                NEW.updated_at := now();\n            ELSE\n                NEW.version := OLD.version;\n                NEW.updated_at := OLD.updated_at;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="89604ea4abcf40f64c27b09d550e60f0f6f5fc56",
                            operation="UPDATE",
                            pgid="pgtrigger_stamp_fb91e",
                            table="sources_notice",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."dated_on" IS DISTINCT FROM (NEW."dated_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."source_id" IS DISTINCT FROM (NEW."source_id") OR OLD."summary" IS DISTINCT FROM (NEW."summary") OR OLD."url" IS DISTINCT FROM (NEW."url"))',
                            func='INSERT INTO "sources_noticeevent" ("created_at", "created_by_id", "created_via", "dated_on", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_id", "summary", "updated_at", "url", "version") VALUES (OLD."created_at", OLD."created_by_id", OLD."created_via", OLD."dated_on", OLD."id", OLD."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', OLD."id", OLD."source_id", OLD."summary", OLD."updated_at", OLD."url", OLD."version"); RETURN NULL;',
                            hash="34177e009394ad516fcedc6c67ace4273ae005df",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_5d89f",
                            table="sources_notice",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "sources_noticeevent" ("created_at", "created_by_id", "created_via", "dated_on", "id", "kind", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "source_id", "summary", "updated_at", "url", "version") VALUES (OLD."created_at", OLD."created_by_id", OLD."created_via", OLD."dated_on", OLD."id", OLD."kind", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."source_id", OLD."summary", OLD."updated_at", OLD."url", OLD."version"); RETURN NULL;',
                            hash="0a90bdb7252a429387ea4097d9d1253b92edc2d0",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_855f3",
                            table="sources_notice",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PublisherEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="sources.publisher",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.UUIDField(default=uuid_utils.compat.uuid7, editable=False, serialize=False)),
                (
                    "created_at",
                    models.DateTimeField(db_default=django.contrib.postgres.functions.TransactionNow(), editable=False),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        db_constraint=False,
                        db_default=factbase.models.ContextUser(),
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "created_via",
                    models.CharField(
                        choices=[
                            ("admin", "Admin"),
                            ("api", "API"),
                            ("import", "Import"),
                            ("fixture", "Fixture"),
                            ("shell", "Shell"),
                        ],
                        db_default=factbase.models.ContextVia(),
                        editable=False,
                        max_length=10,
                    ),
                ),
                (
                    "updated_at",
                    models.DateTimeField(db_default=django.contrib.postgres.functions.TransactionNow(), editable=False),
                ),
                ("version", models.PositiveIntegerField(db_default=1, editable=False)),
                (
                    "slug",
                    models.SlugField(
                        blank=True, db_index=False, help_text="Made from the name if left empty.", max_length=100
                    ),
                ),
                ("name", models.CharField(max_length=300)),
                ("homepage", models.URLField(blank=True, max_length=2000)),
                (
                    "country",
                    models.CharField(
                        blank=True,
                        help_text="ISO 3166-1 code, e.g. MX.",
                        max_length=2,
                        validators=[factbase.codes.validate_country],
                    ),
                ),
            ],
            options={
                "abstract": False,
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="97010546d9e83139c257dd19e613c256cea8d10b",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_954c6",
                            table="sources_publisherevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Snapshot",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid_utils.compat.uuid7, editable=False, primary_key=True, serialize=False
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(db_default=django.contrib.postgres.functions.TransactionNow(), editable=False),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        db_default=factbase.models.ContextUser(),
                        db_index=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "created_via",
                    models.CharField(
                        choices=[
                            ("admin", "Admin"),
                            ("api", "API"),
                            ("import", "Import"),
                            ("fixture", "Fixture"),
                            ("shell", "Shell"),
                        ],
                        db_default=factbase.models.ContextVia(),
                        editable=False,
                        max_length=10,
                    ),
                ),
                (
                    "updated_at",
                    models.DateTimeField(db_default=django.contrib.postgres.functions.TransactionNow(), editable=False),
                ),
                ("version", models.PositiveIntegerField(db_default=1, editable=False)),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="snapshots", to="sources.source"
                    ),
                ),
                ("text", models.TextField()),
                (
                    "sha256",
                    models.CharField(editable=False, help_text="Of the text in UTF-8, in hexadecimal.", max_length=64),
                ),
                ("retrieved_at", models.DateTimeField()),
                (
                    "media_type",
                    models.CharField(blank=True, help_text="Of the original, e.g. text/html.", max_length=100),
                ),
                ("archive_url", models.URLField(blank=True, max_length=2000, verbose_name="archive URL")),
                ("original", models.FileField(blank=True, max_length=300, upload_to="%Y/%m")),
            ],
            options={
                "ordering": ["-retrieved_at", "-id"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True),
                        name="snapshot_has_text",
                        violation_error_message="A snapshot needs its text.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "sha256",
                                models.Func(
                                    models.Func(
                                        models.Func(
                                            models.F("text"),
                                            models.Value("UTF8"),
                                            function="convert_to",
                                            output_field=models.BinaryField(),
                                        ),
                                        function="sha256",
                                        output_field=models.BinaryField(),
                                    ),
                                    models.Value("hex"),
                                    function="encode",
                                    output_field=models.CharField(),
                                ),
                            )
                        ),
                        name="snapshot_sha256_of_text",
                        violation_error_message="The sha256 is not that of the text.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="stamp",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            NEW.created_at := OLD.created_at;\n            NEW.created_by_id := OLD.created_by_id;\n            NEW.created_via := OLD.created_via;\n            IF NEW.version = OLD.version + 1\n               OR to_jsonb(NEW) - ARRAY['created_at', 'created_by_id', 'created_via', 'updated_at', 'version'] <> to_jsonb(OLD) - ARRAY['created_at', 'created_by_id', 'created_via', 'updated_at', 'version']\n            THEN\n                NEW.version := OLD.version + (OLD.updated_at <> now())::int;\n                NEW.updated_at := now();\n            ELSE\n                NEW.version := OLD.version;\n                NEW.updated_at := OLD.updated_at;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="9337f684d04ca57be8f015f10bd822a8487c993f",
                            operation="UPDATE",
                            pgid="pgtrigger_stamp_1ee0c",
                            table="sources_snapshot",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="never_changed",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."archive_url" IS DISTINCT FROM (NEW."archive_url") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."media_type" IS DISTINCT FROM (NEW."media_type") OR OLD."original" IS DISTINCT FROM (NEW."original") OR OLD."retrieved_at" IS DISTINCT FROM (NEW."retrieved_at") OR OLD."sha256" IS DISTINCT FROM (NEW."sha256") OR OLD."source_id" IS DISTINCT FROM (NEW."source_id") OR OLD."text" IS DISTINCT FROM (NEW."text"))',
                            func="RAISE 'The snapshot of % is never changed: add a new one.', OLD.retrieved_at USING ERRCODE = 'check_violation', CONSTRAINT = 'snapshot_never_changed';",
                            hash="2d7ce63ac9bcb996e1af676981cbf7f81b498ed5",
                            operation="UPDATE",
                            pgid="pgtrigger_never_changed_1ad81",
                            table="sources_snapshot",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."archive_url" IS DISTINCT FROM (NEW."archive_url") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."media_type" IS DISTINCT FROM (NEW."media_type") OR OLD."original" IS DISTINCT FROM (NEW."original") OR OLD."retrieved_at" IS DISTINCT FROM (NEW."retrieved_at") OR OLD."sha256" IS DISTINCT FROM (NEW."sha256") OR OLD."source_id" IS DISTINCT FROM (NEW."source_id") OR OLD."text" IS DISTINCT FROM (NEW."text"))',
                            func='INSERT INTO "sources_snapshotevent" ("archive_url", "created_at", "created_by_id", "created_via", "id", "media_type", "original", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "retrieved_at", "sha256", "source_id", "text", "updated_at", "version") VALUES (OLD."archive_url", OLD."created_at", OLD."created_by_id", OLD."created_via", OLD."id", OLD."media_type", OLD."original", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', OLD."id", OLD."retrieved_at", OLD."sha256", OLD."source_id", OLD."text", OLD."updated_at", OLD."version"); RETURN NULL;',
                            hash="01a42f0017aea510fdecc6322405f8643b7dce32",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_53e7f",
                            table="sources_snapshot",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "sources_snapshotevent" ("archive_url", "created_at", "created_by_id", "created_via", "id", "media_type", "original", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "retrieved_at", "sha256", "source_id", "text", "updated_at", "version") VALUES (OLD."archive_url", OLD."created_at", OLD."created_by_id", OLD."created_via", OLD."id", OLD."media_type", OLD."original", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."retrieved_at", OLD."sha256", OLD."source_id", OLD."text", OLD."updated_at", OLD."version"); RETURN NULL;',
                            hash="08ccc9fda2c963d60cb1ac2989ab6360ae8359c6",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_644f9",
                            table="sources_snapshot",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SnapshotEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="sources.snapshot",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.UUIDField(default=uuid_utils.compat.uuid7, editable=False, serialize=False)),
                (
                    "created_at",
                    models.DateTimeField(db_default=django.contrib.postgres.functions.TransactionNow(), editable=False),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        db_constraint=False,
                        db_default=factbase.models.ContextUser(),
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "created_via",
                    models.CharField(
                        choices=[
                            ("admin", "Admin"),
                            ("api", "API"),
                            ("import", "Import"),
                            ("fixture", "Fixture"),
                            ("shell", "Shell"),
                        ],
                        db_default=factbase.models.ContextVia(),
                        editable=False,
                        max_length=10,
                    ),
                ),
                (
                    "updated_at",
                    models.DateTimeField(db_default=django.contrib.postgres.functions.TransactionNow(), editable=False),
                ),
                ("version", models.PositiveIntegerField(db_default=1, editable=False)),
                (
                    "source",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="sources.source",
                    ),
                ),
                ("text", models.TextField()),
                (
                    "sha256",
                    models.CharField(editable=False, help_text="Of the text in UTF-8, in hexadecimal.", max_length=64),
                ),
                ("retrieved_at", models.DateTimeField()),
                (
                    "media_type",
                    models.CharField(blank=True, help_text="Of the original, e.g. text/html.", max_length=100),
                ),
                ("archive_url", models.URLField(blank=True, max_length=2000, verbose_name="archive URL")),
                ("original", models.FileField(blank=True, max_length=300, upload_to="%Y/%m")),
            ],
            options={
                "abstract": False,
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="140b7aceb896179a255628e5aa63e1d6cbd5190c",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_e9842",
                            table="sources_snapshotevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="NoticeEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="sources.notice",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.UUIDField(default=uuid_utils.compat.uuid7, editable=False, serialize=False)),
                (
                    "created_at",
                    models.DateTimeField(db_default=django.contrib.postgres.functions.TransactionNow(), editable=False),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        db_constraint=False,
                        db_default=factbase.models.ContextUser(),
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "created_via",
                    models.CharField(
                        choices=[
                            ("admin", "Admin"),
                            ("api", "API"),
                            ("import", "Import"),
                            ("fixture", "Fixture"),
                            ("shell", "Shell"),
                        ],
                        db_default=factbase.models.ContextVia(),
                        editable=False,
                        max_length=10,
                    ),
                ),
                (
                    "updated_at",
                    models.DateTimeField(db_default=django.contrib.postgres.functions.TransactionNow(), editable=False),
                ),
                ("version", models.PositiveIntegerField(db_default=1, editable=False)),
                (
                    "source",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="sources.source",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[("correction", "Correction"), ("update", "Update"), ("retraction", "Retraction")],
                        max_length=20,
                    ),
                ),
                ("dated_on", models.DateField(blank=True, null=True)),
                ("summary", models.TextField(blank=True)),
                ("url", models.URLField(blank=True, max_length=2000, verbose_name="URL")),
            ],
            options={
                "abstract": False,
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="6fc5545ee9385174478dd2eee232534ebd59b280",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_6f943",
                            table="sources_noticeevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SourceEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="events",
                        to="sources.source",
                    ),
                ),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.UUIDField(default=uuid_utils.compat.uuid7, editable=False, serialize=False)),
                (
                    "created_at",
                    models.DateTimeField(db_default=django.contrib.postgres.functions.TransactionNow(), editable=False),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        db_constraint=False,
                        db_default=factbase.models.ContextUser(),
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "created_via",
                    models.CharField(
                        choices=[
                            ("admin", "Admin"),
                            ("api", "API"),
                            ("import", "Import"),
                            ("fixture", "Fixture"),
                            ("shell", "Shell"),
                        ],
                        db_default=factbase.models.ContextVia(),
                        editable=False,
                        max_length=10,
                    ),
                ),
                (
                    "updated_at",
                    models.DateTimeField(db_default=django.contrib.postgres.functions.TransactionNow(), editable=False),
                ),
                ("version", models.PositiveIntegerField(db_default=1, editable=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("article-newspaper", "Newspaper article"),
                            ("article-magazine", "Magazine article"),
                            ("article-journal", "Journal article"),
                            ("report", "Report"),
                            ("webpage", "Web page"),
                            ("speech", "Speech"),
                            ("interview", "Interview"),
                            ("broadcast", "Broadcast"),
                            ("dataset", "Dataset"),
                            ("bill", "Bill"),
                            ("legislation", "Legislation"),
                            ("post", "Post"),
                            ("book", "Book"),
                            ("document", "Document"),
                        ],
                        max_length=20,
                    ),
                ),
                ("title", models.CharField(max_length=1000)),
                (
                    "authors",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=300),
                        blank=True,
                        default=list,
                        help_text="Names as printed, with commas between.",
                        size=None,
                    ),
                ),
                (
                    "publisher",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="sources.publisher",
                    ),
                ),
                (
                    "container_title",
                    models.CharField(
                        blank=True, help_text="The journal, newspaper or book that it stands in.", max_length=500
                    ),
                ),
                ("volume", models.CharField(blank=True, max_length=50)),
                ("issue", models.CharField(blank=True, max_length=50)),
                ("pages", models.CharField(blank=True, max_length=50)),
                (
                    "doi",
                    models.CharField(
                        blank=True,
                        help_text="Starts with 10., e.g. 10.1111/lamp.12329.",
                        max_length=300,
                        verbose_name="DOI",
                    ),
                ),
                ("url", models.URLField(blank=True, max_length=2000, verbose_name="URL")),
                (
                    "language",
                    models.CharField(
                        blank=True,
                        help_text="BCP 47, e.g. es or en-US.",
                        max_length=35,
                        validators=[factbase.codes.validate_language],
                    ),
                ),
                ("published", factbase.fields.DateRange(blank=True, null=True)),
                ("published_as_written", models.CharField(blank=True, max_length=200)),
                ("abstract", models.TextField(blank=True)),
                (
                    "translation_of",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="sources.source",
                    ),
                ),
                (
                    "original_language",
                    models.CharField(
                        blank=True,
                        help_text="Of a translation: BCP 47, e.g. es.",
                        max_length=35,
                        validators=[factbase.codes.validate_language],
                    ),
                ),
                ("translator", models.CharField(blank=True, max_length=300)),
                ("rights", models.CharField(blank=True, max_length=1000)),
            ],
            options={
                "abstract": False,
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="f130dee5c0afd9f03250b1f9000e554b81c5c4ae",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_add2d",
                            table="sources_sourceevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
    ]
