import django.contrib.postgres.fields
import django.contrib.postgres.fields.ranges
import django.contrib.postgres.functions
import django.contrib.postgres.indexes
import django.contrib.postgres.search
import django.core.validators
import django.db.models.constraints
import django.db.models.deletion
import django.db.models.functions.comparison
import django.db.models.functions.text
import django.db.models.lookups
import pghistory.utils
import pgtrigger.compiler
import uuid_utils.compat
from django.conf import settings
from django.db import migrations, models

import factbase.codes
import factbase.fields
import factbase.models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("claims", "0001_functions"),
        ("factbase", "__first__"),
        ("sources", "0002_models"),
    ]

    operations = [
        migrations.CreateModel(
            name="Proposition",
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
                ("text", models.CharField(max_length=1000)),
            ],
            options={
                "ordering": ["text", "id"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True),
                        name="proposition_has_text",
                        violation_error_message="A proposition needs its text.",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="stamp",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            NEW.created_at := OLD.created_at;\n            NEW.created_by_id := OLD.created_by_id;\n            NEW.created_via := OLD.created_via;\n            IF NEW.version = OLD.version + 1\n               OR to_jsonb(NEW) - ARRAY['created_at', 'created_by_id', 'created_via', 'updated_at', 'version'] <> to_jsonb(OLD) - ARRAY['created_at', 'created_by_id', 'created_via', 'updated_at', 'version']\n            THEN\n                NEW.version := OLD.version + (OLD.updated_at <> now())::int;\n                NEW.updated_at := now();\n            ELSE\n                NEW.version := OLD.version;\n                NEW.updated_at := OLD.updated_at;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="4661f3fd5ce75778899556f9b5c3eb6f02a1108e",
                            operation="UPDATE",
                            pgid="pgtrigger_stamp_6ceda",
                            table="claims_proposition",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."slug" IS DISTINCT FROM (NEW."slug") OR OLD."text" IS DISTINCT FROM (NEW."text"))',
                            func='INSERT INTO "claims_propositionevent" ("created_at", "created_by_id", "created_via", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "text", "updated_at", "version") VALUES (OLD."created_at", OLD."created_by_id", OLD."created_via", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', OLD."id", OLD."slug", OLD."text", OLD."updated_at", OLD."version"); RETURN NULL;',
                            hash="f6e09d97046defc06f93569ea59442fa31421183",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_fd759",
                            table="claims_proposition",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "claims_propositionevent" ("created_at", "created_by_id", "created_via", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "text", "updated_at", "version") VALUES (OLD."created_at", OLD."created_by_id", OLD."created_via", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."slug", OLD."text", OLD."updated_at", OLD."version"); RETURN NULL;',
                            hash="fb5e9e420d7cfd86fb5326559385df337a13b2ac",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_c2414",
                            table="claims_proposition",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Speaker",
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
                (
                    "kind",
                    models.CharField(choices=[("person", "Person"), ("organization", "Organization")], max_length=20),
                ),
                ("name", models.CharField(max_length=300)),
                (
                    "aliases",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=300),
                        blank=True,
                        default=list,
                        help_text="Other names and spellings, with commas between.",
                        size=None,
                    ),
                ),
                ("description", models.CharField(blank=True, max_length=1000)),
                (
                    "country",
                    models.CharField(
                        blank=True,
                        help_text="ISO 3166-1 code, e.g. MX.",
                        max_length=2,
                        validators=[factbase.codes.validate_country],
                    ),
                ),
                (
                    "wikidata_id",
                    models.CharField(
                        blank=True, help_text="Q and digits, e.g. Q4115068.", max_length=20, verbose_name="Wikidata id"
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        help_text="Of an organization: the one it belongs to.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="claims.speaker",
                    ),
                ),
            ],
            options={
                "ordering": ["name", "id"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True),
                        name="speaker_has_name",
                        violation_error_message="A speaker needs a name.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("parent", None), ("kind", "organization"), _connector="OR"),
                        name="speaker_parent_for_organization",
                        violation_error_message="Only an organization belongs to another one: give a person a role in it.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("country", ""), ("country__regex", "^[A-Z]{2}$"), _connector="OR"),
                        name="speaker_country_is_code",
                        violation_error_message="A country is its ISO 3166-1 code: write MX or US.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("wikidata_id", ""), ("wikidata_id__regex", "^Q[1-9]\\d*$"), _connector="OR"
                        ),
                        name="speaker_wikidata_id_is_item",
                        violation_error_message="A Wikidata id is Q and digits: write Q4115068.",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("wikidata_id", ""), _negated=True),
                        fields=("wikidata_id",),
                        name="speaker_wikidata_id_unique",
                        violation_error_message="Another speaker has this Wikidata id: use or merge that one.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["person", "organization"])),
                        name="speaker_kind_known",
                        violation_error_message="The kind is one of person, organization.",
                    ),
                ],
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        fields=["name"], name="speaker_name_trigrams", opclasses=["gin_trgm_ops"]
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="stamp",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            NEW.created_at := OLD.created_at;\n            NEW.created_by_id := OLD.created_by_id;\n            NEW.created_via := OLD.created_via;\n            IF NEW.version = OLD.version + 1\n               OR to_jsonb(NEW) - ARRAY['created_at', 'created_by_id', 'created_via', 'updated_at', 'version'] <> to_jsonb(OLD) - ARRAY['created_at', 'created_by_id', 'created_via', 'updated_at', 'version']\n            THEN\n                NEW.version := OLD.version + (OLD.updated_at <> now())::int;\n                NEW.updated_at := now();\n            ELSE\n                NEW.version := OLD.version;\n                NEW.updated_at := OLD.updated_at;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="c36f3572b462bdb59df9d47ee75d719530311a29",
                            operation="UPDATE",
                            pgid="pgtrigger_stamp_5cd1c",
                            table="claims_speaker",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_cycle",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            PERFORM pg_advisory_xact_lock(TG_RELID::bigint);  -- two at once could close a circle unseen\n            IF EXISTS (\n                WITH RECURSIVE up(id) AS (\n                    SELECT NEW.parent_id\n                    UNION SELECT t.parent_id FROM claims_speaker t JOIN up ON t.id = up.id\n                ) SELECT FROM up WHERE id = NEW.id\n            ) THEN\n                RAISE '''%'' cannot stand below itself: choose another.', NEW.name USING ERRCODE = 'check_violation', CONSTRAINT = 'speaker_parent_no_cycle';\n            END IF;\n            RETURN NULL;\n        ",
                            hash="278173ef36da271a78dc40ce1f695a3f1327943e",
                            operation='INSERT OR UPDATE OF "parent_id"',
                            pgid="pgtrigger_no_cycle_9bee1",
                            table="claims_speaker",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="renamed",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n                IF (OLD.name, OLD.aliases) IS DISTINCT FROM (NEW.name, NEW.aliases) THEN\n                    PERFORM claims_refresh_search(ARRAY(SELECT claim_id FROM claims_claimant WHERE speaker_id = NEW.id));\n                END IF;\n                RETURN NULL;\n            ",
                            hash="33e34120c40478e1ce193e5126269467165b522c",
                            operation="UPDATE",
                            pgid="pgtrigger_renamed_708e2",
                            table="claims_speaker",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."aliases" IS DISTINCT FROM (NEW."aliases") OR OLD."country" IS DISTINCT FROM (NEW."country") OR OLD."description" IS DISTINCT FROM (NEW."description") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."parent_id" IS DISTINCT FROM (NEW."parent_id") OR OLD."slug" IS DISTINCT FROM (NEW."slug") OR OLD."wikidata_id" IS DISTINCT FROM (NEW."wikidata_id"))',
                            func='INSERT INTO "claims_speakerevent" ("aliases", "country", "created_at", "created_by_id", "created_via", "description", "id", "kind", "name", "parent_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "updated_at", "version", "wikidata_id") VALUES (OLD."aliases", OLD."country", OLD."created_at", OLD."created_by_id", OLD."created_via", OLD."description", OLD."id", OLD."kind", OLD."name", OLD."parent_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', OLD."id", OLD."slug", OLD."updated_at", OLD."version", OLD."wikidata_id"); RETURN NULL;',
                            hash="77a1dbf9655ca9e2b3532b1233ac0cbc67bdb36a",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_d9d7a",
                            table="claims_speaker",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "claims_speakerevent" ("aliases", "country", "created_at", "created_by_id", "created_via", "description", "id", "kind", "name", "parent_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "updated_at", "version", "wikidata_id") VALUES (OLD."aliases", OLD."country", OLD."created_at", OLD."created_by_id", OLD."created_via", OLD."description", OLD."id", OLD."kind", OLD."name", OLD."parent_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."slug", OLD."updated_at", OLD."version", OLD."wikidata_id"); RETURN NULL;',
                            hash="b5e284359f823fdcf49f0e34dc4a20273692c463",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_b8590",
                            table="claims_speaker",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Topic",
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
                ("name", models.CharField(max_length=200)),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="children",
                        to="claims.topic",
                    ),
                ),
            ],
            options={
                "ordering": ["name", "id"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("name", ""), _negated=True),
                        name="topic_has_name",
                        violation_error_message="A topic needs a name.",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="stamp",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            NEW.created_at := OLD.created_at;\n            NEW.created_by_id := OLD.created_by_id;\n            NEW.created_via := OLD.created_via;\n            IF NEW.version = OLD.version + 1\n               OR to_jsonb(NEW) - ARRAY['created_at', 'created_by_id', 'created_via', 'updated_at', 'version'] <> to_jsonb(OLD) - ARRAY['created_at', 'created_by_id', 'created_via', 'updated_at', 'version']\n            THEN\n                NEW.version := OLD.version + (OLD.updated_at <> now())::int;\n                NEW.updated_at := now();\n            ELSE\n                NEW.version := OLD.version;\n                NEW.updated_at := OLD.updated_at;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="54d6f73d0ba6a4f09599bc88e668744bc8caaa4a",
                            operation="UPDATE",
                            pgid="pgtrigger_stamp_9f68f",
                            table="claims_topic",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="no_cycle",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            PERFORM pg_advisory_xact_lock(TG_RELID::bigint);  -- two at once could close a circle unseen\n            IF EXISTS (\n                WITH RECURSIVE up(id) AS (\n                    SELECT NEW.parent_id\n                    UNION SELECT t.parent_id FROM claims_topic t JOIN up ON t.id = up.id\n                ) SELECT FROM up WHERE id = NEW.id\n            ) THEN\n                RAISE '''%'' cannot stand below itself: choose another.', NEW.name USING ERRCODE = 'check_violation', CONSTRAINT = 'topic_parent_no_cycle';\n            END IF;\n            RETURN NULL;\n        ",
                            hash="89fbd102434ee0d3a9d2f96407870079b961174c",
                            operation='INSERT OR UPDATE OF "parent_id"',
                            pgid="pgtrigger_no_cycle_06a01",
                            table="claims_topic",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="renamed",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n                IF (OLD.name) IS DISTINCT FROM (NEW.name) THEN\n                    PERFORM claims_refresh_search(ARRAY(SELECT claim_id FROM claims_claimtopic WHERE topic_id = NEW.id));\n                END IF;\n                RETURN NULL;\n            ",
                            hash="50c21873df7522f61ab0f57535ab2a44b75d38a4",
                            operation="UPDATE",
                            pgid="pgtrigger_renamed_6bf47",
                            table="claims_topic",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."parent_id" IS DISTINCT FROM (NEW."parent_id") OR OLD."slug" IS DISTINCT FROM (NEW."slug"))',
                            func='INSERT INTO "claims_topicevent" ("created_at", "created_by_id", "created_via", "id", "name", "parent_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "updated_at", "version") VALUES (OLD."created_at", OLD."created_by_id", OLD."created_via", OLD."id", OLD."name", OLD."parent_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', OLD."id", OLD."slug", OLD."updated_at", OLD."version"); RETURN NULL;',
                            hash="a514746f802246b11df9a08ffda2aead9580329d",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_010ac",
                            table="claims_topic",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "claims_topicevent" ("created_at", "created_by_id", "created_via", "id", "name", "parent_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "updated_at", "version") VALUES (OLD."created_at", OLD."created_by_id", OLD."created_via", OLD."id", OLD."name", OLD."parent_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."slug", OLD."updated_at", OLD."version"); RETURN NULL;',
                            hash="10c4a03a25b4083d5b496f9843e4430b9ccaa469",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_a32b8",
                            table="claims_topic",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Claim",
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
                            ("statistic", "Statistic"),
                            ("fact", "Fact"),
                            ("promise", "Promise"),
                            ("prediction", "Prediction"),
                            ("opinion", "Opinion"),
                            ("demand", "Demand"),
                        ],
                        max_length=20,
                    ),
                ),
                ("text", models.TextField(help_text="The thing asserted, in one sentence or a few.", max_length=5000)),
                (
                    "wording",
                    models.CharField(
                        choices=[
                            ("verbatim", "Verbatim"),
                            ("edited", "Edited"),
                            ("paraphrase", "Paraphrase"),
                            ("translation", "Translation"),
                        ],
                        help_text="How the text relates to what was said.",
                        max_length=20,
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        help_text="BCP 47, e.g. es or en-US.",
                        max_length=35,
                        validators=[factbase.codes.validate_language],
                    ),
                ),
                (
                    "proposition",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="claims",
                        to="claims.proposition",
                    ),
                ),
                ("stated", factbase.fields.DateRange(blank=True, null=True)),
                ("stated_as_written", models.CharField(blank=True, max_length=200)),
                (
                    "stated_basis",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("printed", "Printed: the source gives the date"),
                            ("derived", "Derived: worked out from what the source gives"),
                            ("publication", "Publication: the source's own date"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "stated_latest",
                    models.GeneratedField(
                        db_persist=True,
                        expression=django.db.models.functions.comparison.Coalesce(
                            models.Func(
                                models.F("stated"),
                                output_field=models.DateField(),
                                template="(upper(%(expressions)s) - 1)",
                            ),
                            models.Func(models.F("stated"), function="lower", output_field=models.DateField()),
                        ),
                        output_field=models.DateField(),
                    ),
                ),
                (
                    "occasion",
                    models.CharField(
                        blank=True, help_text="Where or when it was said: a press conference.", max_length=500
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "Draft"),
                            ("in_review", "In review"),
                            ("published", "Published"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=20,
                    ),
                ),
                (
                    "submitted_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "published_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("published_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "embargo_until",
                    models.DateTimeField(blank=True, help_text="Not public before this time.", null=True),
                ),
                (
                    "withdrawn_kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("error", "Error"),
                            ("duplicate", "Duplicate"),
                            ("legal", "Legal"),
                            ("privacy", "Privacy"),
                        ],
                        editable=False,
                        max_length=20,
                    ),
                ),
                (
                    "withdrawn_reason",
                    models.CharField(blank=True, editable=False, help_text="Public.", max_length=1000),
                ),
                ("sensitive", models.BooleanField(default=False)),
                ("notes", models.TextField(blank=True, help_text="For curators. Never public.")),
            ],
            options={
                "ordering": ["-id"],
                "permissions": [
                    ("submit_claim", "Can submit a claim for review"),
                    ("return_claim", "Can return a claim to draft"),
                    ("publish_claim", "Can publish a claim"),
                    ("withdraw_claim", "Can withdraw a claim"),
                ],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True),
                        name="claim_has_text",
                        violation_error_message="A claim needs its text.",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.lookups.LessThanOrEqual(
                            django.db.models.functions.text.Length("text"), models.Value(5000)
                        ),
                        name="claim_text_within_5000",
                        violation_error_message="A claim has 5,000 characters at most: split it.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("language__regex", "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$")),
                        name="claim_language_is_tag",
                        violation_error_message="A language is a BCP 47 tag: write es, en or en-US.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("stated", None),
                            models.Q(
                                ("stated__isempty", False),
                                models.Q(("stated__lower_inf", True), ("stated__upper_inf", True), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="claim_stated_not_empty",
                        violation_error_message="The date has no day in it: write it anew or leave it empty.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("stated", None), ("stated_basis", "")),
                            models.Q(("stated__isnull", False), models.Q(("stated_basis", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="claim_stated_has_basis",
                        violation_error_message="A date has a basis (printed, derived, publication), and only a date has one.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("published_at", None), ("published_by", None), ("status__in", ["draft", "in_review"])
                            ),
                            models.Q(
                                ("published_at__isnull", False),
                                ("published_by__isnull", False),
                                ("status__in", ["published", "withdrawn"]),
                            ),
                            _connector="OR",
                        ),
                        name="claim_published_by_and_at",
                        violation_error_message="A published claim has an account that published it and a time.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("status", "withdrawn"),
                                models.Q(("withdrawn_kind", ""), _negated=True),
                                models.Q(("withdrawn_reason", ""), _negated=True),
                            ),
                            models.Q(
                                models.Q(("status", "withdrawn"), _negated=True),
                                ("withdrawn_kind", ""),
                                ("withdrawn_reason", ""),
                            ),
                            _connector="OR",
                        ),
                        name="claim_withdrawn_explained",
                        violation_error_message="A withdrawn claim needs its kind and a public reason; no other has them.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("kind__in", ["statistic", "fact", "promise", "prediction", "opinion", "demand"])
                        ),
                        name="claim_kind_known",
                        violation_error_message="The kind is one of statistic, fact, promise, prediction, opinion, demand.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("wording__in", ["verbatim", "edited", "paraphrase", "translation"])),
                        name="claim_wording_known",
                        violation_error_message="The wording is one of verbatim, edited, paraphrase, translation.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("stated_basis__in", ["printed", "derived", "publication", ""])),
                        name="claim_stated_basis_known",
                        violation_error_message="The stated basis is one of printed, derived, publication.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("status__in", ["draft", "in_review", "published", "withdrawn"])),
                        name="claim_status_known",
                        violation_error_message="The status is one of draft, in_review, published, withdrawn.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("withdrawn_kind__in", ["error", "duplicate", "legal", "privacy", ""])),
                        name="claim_withdrawn_kind_known",
                        violation_error_message="The withdrawn kind is one of error, duplicate, legal, privacy.",
                    ),
                ],
                "indexes": [
                    models.Index(
                        models.OrderBy(
                            django.db.models.functions.comparison.Coalesce(
                                "stated_latest",
                                models.Func(output_field=models.DateField(), template="'-infinity'::date"),
                            ),
                            descending=True,
                        ),
                        models.OrderBy(models.F("id"), descending=True),
                        name="claim_stated_newest",
                    ),
                    models.Index(
                        models.OrderBy(
                            django.db.models.functions.comparison.Coalesce(
                                "stated_latest",
                                models.Func(output_field=models.DateField(), template="'infinity'::date"),
                            )
                        ),
                        models.OrderBy(models.F("id")),
                        name="claim_stated_oldest",
                    ),
                    models.Index(fields=["created_at", "id"], name="claim_created"),
                    django.contrib.postgres.indexes.GistIndex(fields=["stated"], name="claim_stated"),
                    models.Index(fields=["status", "-id"], name="claim_status"),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="stamp",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            NEW.created_at := OLD.created_at;\n            NEW.created_by_id := OLD.created_by_id;\n            NEW.created_via := OLD.created_via;\n            IF NEW.version = OLD.version + 1\n               OR to_jsonb(NEW) - ARRAY['created_at', 'created_by_id', 'created_via', 'updated_at', 'version', 'stated_latest'] <> to_jsonb(OLD) - ARRAY['created_at', 'created_by_id', 'created_via', 'updated_at', 'version', 'stated_latest']\n            THEN\n                NEW.version := OLD.version + (OLD.updated_at <> now())::int;\n                NEW.updated_at := now();\n            ELSE\n                NEW.version := OLD.version;\n                NEW.updated_at := OLD.updated_at;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="cfadc21a1b2d9600aa2de61927c778bfbd97c831",
                            operation="UPDATE",
                            pgid="pgtrigger_stamp_bb0db",
                            table="claims_claim",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="check_published",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition="WHEN (NEW.\"status\" = 'published')",
                            constraint="CONSTRAINT",
                            func="PERFORM claims_check_published(NEW.id); RETURN NULL;",
                            hash="7a7242863bd7ba89742c566f038d8f9b13f2f5b5",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_check_published_02dee",
                            table="claims_claim",
                            timing="DEFERRABLE INITIALLY DEFERRED",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="check_quantities",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            constraint="CONSTRAINT",
                            func="PERFORM claims_check_quantities(NEW.id); RETURN NULL;",
                            hash="00b93a86040279a5b8629814c7faf599956ac099",
                            operation='UPDATE OF "text"',
                            pgid="pgtrigger_check_quantities_f524e",
                            table="claims_claim",
                            timing="DEFERRABLE INITIALLY DEFERRED",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="refresh_search_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM claims_refresh_search(ARRAY(SELECT id FROM changed)); RETURN NULL;",
                            hash="674c7584b6bd9625fcb7346b1be57aacee9ba3ef",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_refresh_search_insert_880f2",
                            referencing="REFERENCING NEW TABLE AS changed ",
                            table="claims_claim",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="renamed",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n                IF (OLD.text, OLD.language) IS DISTINCT FROM (NEW.text, NEW.language) THEN\n                    PERFORM claims_refresh_search(ARRAY(SELECT NEW.id));\n                END IF;\n                RETURN NULL;\n            ",
                            hash="2dcd65a2e00ca270fbcdd9ce8736de4fab20dfc9",
                            operation="UPDATE",
                            pgid="pgtrigger_renamed_28f8a",
                            table="claims_claim",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="drop_search",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="DELETE FROM claims_claimsearch WHERE claim_id = OLD.id; RETURN NULL;",
                            hash="38ee0f39f9851e9889ce6a3dd9c676b6b5b6871c",
                            operation="DELETE",
                            pgid="pgtrigger_drop_search_73313",
                            table="claims_claim",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."embargo_until" IS DISTINCT FROM (NEW."embargo_until") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."language" IS DISTINCT FROM (NEW."language") OR OLD."notes" IS DISTINCT FROM (NEW."notes") OR OLD."occasion" IS DISTINCT FROM (NEW."occasion") OR OLD."proposition_id" IS DISTINCT FROM (NEW."proposition_id") OR OLD."published_at" IS DISTINCT FROM (NEW."published_at") OR OLD."published_by_id" IS DISTINCT FROM (NEW."published_by_id") OR OLD."sensitive" IS DISTINCT FROM (NEW."sensitive") OR OLD."stated" IS DISTINCT FROM (NEW."stated") OR OLD."stated_as_written" IS DISTINCT FROM (NEW."stated_as_written") OR OLD."stated_basis" IS DISTINCT FROM (NEW."stated_basis") OR OLD."status" IS DISTINCT FROM (NEW."status") OR OLD."submitted_by_id" IS DISTINCT FROM (NEW."submitted_by_id") OR OLD."text" IS DISTINCT FROM (NEW."text") OR OLD."withdrawn_kind" IS DISTINCT FROM (NEW."withdrawn_kind") OR OLD."withdrawn_reason" IS DISTINCT FROM (NEW."withdrawn_reason") OR OLD."wording" IS DISTINCT FROM (NEW."wording"))',
                            func='INSERT INTO "claims_claimevent" ("created_at", "created_by_id", "created_via", "embargo_until", "id", "kind", "language", "notes", "occasion", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposition_id", "published_at", "published_by_id", "sensitive", "stated", "stated_as_written", "stated_basis", "status", "submitted_by_id", "text", "updated_at", "version", "withdrawn_kind", "withdrawn_reason", "wording") VALUES (OLD."created_at", OLD."created_by_id", OLD."created_via", OLD."embargo_until", OLD."id", OLD."kind", OLD."language", OLD."notes", OLD."occasion", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', OLD."id", OLD."proposition_id", OLD."published_at", OLD."published_by_id", OLD."sensitive", OLD."stated", OLD."stated_as_written", OLD."stated_basis", OLD."status", OLD."submitted_by_id", OLD."text", OLD."updated_at", OLD."version", OLD."withdrawn_kind", OLD."withdrawn_reason", OLD."wording"); RETURN NULL;',
                            hash="dd8ac4f6711ce3b3cb1ccc4cb089dd3fa5fef942",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_fe4ba",
                            table="claims_claim",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "claims_claimevent" ("created_at", "created_by_id", "created_via", "embargo_until", "id", "kind", "language", "notes", "occasion", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "proposition_id", "published_at", "published_by_id", "sensitive", "stated", "stated_as_written", "stated_basis", "status", "submitted_by_id", "text", "updated_at", "version", "withdrawn_kind", "withdrawn_reason", "wording") VALUES (OLD."created_at", OLD."created_by_id", OLD."created_via", OLD."embargo_until", OLD."id", OLD."kind", OLD."language", OLD."notes", OLD."occasion", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."proposition_id", OLD."published_at", OLD."published_by_id", OLD."sensitive", OLD."stated", OLD."stated_as_written", OLD."stated_basis", OLD."status", OLD."submitted_by_id", OLD."text", OLD."updated_at", OLD."version", OLD."withdrawn_kind", OLD."withdrawn_reason", OLD."wording"); RETURN NULL;',
                            hash="10b627aace60aa95f1e237da2e7fd13b8e94b48d",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_dbf31",
                            table="claims_claim",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Citation",
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
                    "claim",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="citations", to="claims.claim"
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="citations", to="sources.source"
                    ),
                ),
                (
                    "snapshot",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="citations",
                        to="sources.snapshot",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0)),
                ("quote", models.TextField(blank=True, help_text="Verbatim, misprints included.", max_length=10000)),
                (
                    "directness",
                    models.CharField(
                        choices=[
                            ("direct", "Direct: in quotation marks"),
                            ("partial", "Partial: some words in quotation marks"),
                            ("indirect", "Indirect: reported"),
                            ("author", "Author: the source's own voice"),
                        ],
                        max_length=20,
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
                (
                    "prefix",
                    factbase.fields.Verbatim(blank=True, help_text="The words before the quote.", max_length=300),
                ),
                (
                    "suffix",
                    factbase.fields.Verbatim(blank=True, help_text="The words after the quote.", max_length=300),
                ),
                ("start", models.PositiveIntegerField(blank=True, null=True)),
                ("end", models.PositiveIntegerField(blank=True, null=True)),
                (
                    "locator",
                    models.CharField(blank=True, help_text="Page, paragraph or time; a dataset's row.", max_length=200),
                ),
                (
                    "attributed_to",
                    models.CharField(blank=True, help_text="The source's words for the claimant.", max_length=300),
                ),
                ("note", models.CharField(blank=True, help_text="For readers: [sic] and the like.", max_length=1000)),
                (
                    "stance",
                    models.CharField(
                        choices=[
                            ("states", "States it"),
                            ("supports", "Supports it"),
                            ("disputes", "Disputes it"),
                            ("mentions", "Mentions it"),
                        ],
                        default="states",
                        max_length=20,
                    ),
                ),
                ("is_lead", models.BooleanField(default=False)),
                (
                    "anchor",
                    models.CharField(
                        choices=[
                            ("exact", "Exact"),
                            ("moved", "Moved"),
                            ("changed", "Changed"),
                            ("missing", "Missing"),
                            ("unchecked", "Unchecked"),
                        ],
                        default="unchecked",
                        max_length=20,
                    ),
                ),
                (
                    "lead_of",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Case(models.When(is_lead=True, then=models.F("claim"))),
                        output_field=models.UUIDField(),
                    ),
                ),
            ],
            options={
                "ordering": ["position", "id"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                        fields=("claim", "position"),
                        name="citation_position_unique",
                        violation_error_message="Two citations stand at the same position: number them 0, 1, 2.",
                    ),
                    models.UniqueConstraint(
                        deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                        fields=("lead_of",),
                        name="citation_one_lead",
                        violation_error_message="A claim has one lead citation: unmark the other.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("quote", ""), _negated=True),
                            models.Q(("locator", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="citation_has_quote_or_locator",
                        violation_error_message="A citation needs a quote, or a locator where there are no words to quote.",
                    ),
                    models.CheckConstraint(
                        condition=django.db.models.lookups.LessThanOrEqual(
                            django.db.models.functions.text.Length("quote"), models.Value(10000)
                        ),
                        name="citation_quote_within_10000",
                        violation_error_message="A quote has 10,000 characters at most.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("end", None), ("start", None)),
                            models.Q(("end__isnull", False), ("start__isnull", False), ("start__lt", models.F("end"))),
                            _connector="OR",
                        ),
                        name="citation_span_whole",
                        violation_error_message="Give both start and end, the start first, or neither.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("start", None), ("snapshot__isnull", False), _connector="OR"),
                        name="citation_span_in_snapshot",
                        violation_error_message="Start and end count in a snapshot: choose it, or clear them.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("anchor", "exact"), _negated=True), ("start__isnull", False), _connector="OR"
                        ),
                        name="citation_exact_has_span",
                        violation_error_message="An exact anchor needs a snapshot, start and end.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("directness__in", ["direct", "partial", "indirect", "author"])),
                        name="citation_directness_known",
                        violation_error_message="The directness is one of direct, partial, indirect, author.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("stance__in", ["states", "supports", "disputes", "mentions"])),
                        name="citation_stance_known",
                        violation_error_message="The stance is one of states, supports, disputes, mentions.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("anchor__in", ["exact", "moved", "changed", "missing", "unchecked"])),
                        name="citation_anchor_known",
                        violation_error_message="The anchor is one of exact, moved, changed, missing, unchecked.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="stamp",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            NEW.created_at := OLD.created_at;\n            NEW.created_by_id := OLD.created_by_id;\n            NEW.created_via := OLD.created_via;\n            IF NEW.version = OLD.version + 1\n               OR to_jsonb(NEW) - ARRAY['created_at', 'created_by_id', 'created_via', 'updated_at', 'version', 'lead_of'] <> to_jsonb(OLD) - ARRAY['created_at', 'created_by_id', 'created_via', 'updated_at', 'version', 'lead_of']\n            THEN\n                NEW.version := OLD.version + (OLD.updated_at <> now())::int;\n                NEW.updated_at := now();\n            ELSE\n                NEW.version := OLD.version;\n                NEW.updated_at := OLD.updated_at;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="f57c441311a073209551bbd7ef2c0b0b3e9d3a8f",
                            operation="UPDATE",
                            pgid="pgtrigger_stamp_e0474",
                            table="claims_citation",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="touch_claim_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM claims_touch(ARRAY(SELECT claim_id FROM changed)); RETURN NULL;",
                            hash="66a799c495c9cbcb0d1d37127bb5d56224448fa3",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_touch_claim_insert_9b284",
                            referencing="REFERENCING NEW TABLE AS changed ",
                            table="claims_citation",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="touch_claim_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM claims_touch(ARRAY(SELECT claim_id FROM (\n    (SELECT * FROM before_change EXCEPT ALL SELECT * FROM after_change)\n    UNION ALL (SELECT * FROM after_change EXCEPT ALL SELECT * FROM before_change)\n) changed)); RETURN NULL;",
                            hash="0dd234582aaa72909d9038b9dad85237d42d736a",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_touch_claim_update_04e54",
                            referencing="REFERENCING OLD TABLE AS before_change  NEW TABLE AS after_change ",
                            table="claims_citation",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="touch_claim_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM claims_touch(ARRAY(SELECT claim_id FROM changed)); RETURN NULL;",
                            hash="8b390d1a99a631e46a1f4e897321e3efdd678207",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_touch_claim_delete_9d9fc",
                            referencing="REFERENCING OLD TABLE AS changed ",
                            table="claims_citation",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="refresh_search_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM claims_refresh_search(ARRAY(SELECT claim_id FROM changed)); RETURN NULL;",
                            hash="669f68a35fa89ef635f2ec29ba114bc80d2969d6",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_refresh_search_insert_35962",
                            referencing="REFERENCING NEW TABLE AS changed ",
                            table="claims_citation",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="refresh_search_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM claims_refresh_search(ARRAY(SELECT claim_id FROM (\n    (SELECT * FROM before_change EXCEPT ALL SELECT * FROM after_change)\n    UNION ALL (SELECT * FROM after_change EXCEPT ALL SELECT * FROM before_change)\n) changed)); RETURN NULL;",
                            hash="71bf8549f1adf1d168c8eb41199739089b459564",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_refresh_search_update_c9381",
                            referencing="REFERENCING OLD TABLE AS before_change  NEW TABLE AS after_change ",
                            table="claims_citation",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="refresh_search_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM claims_refresh_search(ARRAY(SELECT claim_id FROM changed)); RETURN NULL;",
                            hash="98192fd0be55788a9d5dbfd77793a2a0e1612be1",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_refresh_search_delete_8fa8f",
                            referencing="REFERENCING OLD TABLE AS changed ",
                            table="claims_citation",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="keeps_published",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            constraint="CONSTRAINT",
                            func="PERFORM claims_check_published(OLD.claim_id); RETURN NULL;",
                            hash="042cfa1f5b5dc855c86911ab7e752877ead50319",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_keeps_published_53e50",
                            table="claims_citation",
                            timing="DEFERRABLE INITIALLY DEFERRED",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="check_snapshot",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (NEW."snapshot_id" IS NOT NULL)',
                            constraint="CONSTRAINT",
                            func="PERFORM claims_check_snapshot(NEW.id); RETURN NULL;",
                            hash="58703e1e9128f04d84f7ff86dfc9739bbf73cc3a",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_check_snapshot_2360b",
                            table="claims_citation",
                            timing="DEFERRABLE INITIALLY DEFERRED",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."anchor" IS DISTINCT FROM (NEW."anchor") OR OLD."attributed_to" IS DISTINCT FROM (NEW."attributed_to") OR OLD."claim_id" IS DISTINCT FROM (NEW."claim_id") OR OLD."directness" IS DISTINCT FROM (NEW."directness") OR OLD."end" IS DISTINCT FROM (NEW."end") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."is_lead" IS DISTINCT FROM (NEW."is_lead") OR OLD."language" IS DISTINCT FROM (NEW."language") OR OLD."locator" IS DISTINCT FROM (NEW."locator") OR OLD."note" IS DISTINCT FROM (NEW."note") OR OLD."position" IS DISTINCT FROM (NEW."position") OR OLD."prefix" IS DISTINCT FROM (NEW."prefix") OR OLD."quote" IS DISTINCT FROM (NEW."quote") OR OLD."snapshot_id" IS DISTINCT FROM (NEW."snapshot_id") OR OLD."source_id" IS DISTINCT FROM (NEW."source_id") OR OLD."stance" IS DISTINCT FROM (NEW."stance") OR OLD."start" IS DISTINCT FROM (NEW."start") OR OLD."suffix" IS DISTINCT FROM (NEW."suffix"))',
                            func='INSERT INTO "claims_citationevent" ("anchor", "attributed_to", "claim_id", "created_at", "created_by_id", "created_via", "directness", "end", "id", "is_lead", "language", "locator", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "prefix", "quote", "snapshot_id", "source_id", "stance", "start", "suffix", "updated_at", "version") VALUES (OLD."anchor", OLD."attributed_to", OLD."claim_id", OLD."created_at", OLD."created_by_id", OLD."created_via", OLD."directness", OLD."end", OLD."id", OLD."is_lead", OLD."language", OLD."locator", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', OLD."id", OLD."position", OLD."prefix", OLD."quote", OLD."snapshot_id", OLD."source_id", OLD."stance", OLD."start", OLD."suffix", OLD."updated_at", OLD."version"); RETURN NULL;',
                            hash="a3d3b917bc43ff58d7ea094cc8622e60392d53e8",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_c0cc6",
                            table="claims_citation",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "claims_citationevent" ("anchor", "attributed_to", "claim_id", "created_at", "created_by_id", "created_via", "directness", "end", "id", "is_lead", "language", "locator", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "prefix", "quote", "snapshot_id", "source_id", "stance", "start", "suffix", "updated_at", "version") VALUES (OLD."anchor", OLD."attributed_to", OLD."claim_id", OLD."created_at", OLD."created_by_id", OLD."created_via", OLD."directness", OLD."end", OLD."id", OLD."is_lead", OLD."language", OLD."locator", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."position", OLD."prefix", OLD."quote", OLD."snapshot_id", OLD."source_id", OLD."stance", OLD."start", OLD."suffix", OLD."updated_at", OLD."version"); RETURN NULL;',
                            hash="cbea6f3420a64ed7450f4fed0eb9659fcc17c04a",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_35611",
                            table="claims_citation",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Attribution",
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
                    "citation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="attributions", to="claims.citation"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0)),
                (
                    "speaker",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="attributions",
                        to="claims.speaker",
                    ),
                ),
                ("label", models.CharField(blank=True, max_length=300)),
                ("verb", models.CharField(blank=True, help_text="As printed: told.", max_length=100)),
            ],
            options={
                "ordering": ["position", "id"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                        fields=("citation", "position"),
                        name="attribution_position_unique",
                        violation_error_message="Two links stand at the same position: number them 0, 1, 2.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("speaker__isnull", False), models.Q(("label", ""), _negated=True), _connector="OR"
                        ),
                        name="attribution_has_speaker_or_label",
                        violation_error_message="A link of a relayed quote needs a speaker or a label.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="stamp",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            NEW.created_at := OLD.created_at;\n            NEW.created_by_id := OLD.created_by_id;\n            NEW.created_via := OLD.created_via;\n            IF NEW.version = OLD.version + 1\n               OR to_jsonb(NEW) - ARRAY['created_at', 'created_by_id', 'created_via', 'updated_at', 'version'] <> to_jsonb(OLD) - ARRAY['created_at', 'created_by_id', 'created_via', 'updated_at', 'version']\n            THEN\n                NEW.version := OLD.version + (OLD.updated_at <> now())::int;\n                NEW.updated_at := now();\n            ELSE\n                NEW.version := OLD.version;\n                NEW.updated_at := OLD.updated_at;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="a1da66e8e301c250778f14a637777c3fd24c0923",
                            operation="UPDATE",
                            pgid="pgtrigger_stamp_a0172",
                            table="claims_attribution",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="touch_claim_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM claims_touch(ARRAY(SELECT c.claim_id FROM changed JOIN claims_citation c ON c.id = changed.citation_id)); RETURN NULL;",
                            hash="4ac1e83dc55749f01ef106e0b164b99669c6614f",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_touch_claim_insert_45fa5",
                            referencing="REFERENCING NEW TABLE AS changed ",
                            table="claims_attribution",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="touch_claim_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM claims_touch(ARRAY(SELECT c.claim_id FROM (\n    (SELECT * FROM before_change EXCEPT ALL SELECT * FROM after_change)\n    UNION ALL (SELECT * FROM after_change EXCEPT ALL SELECT * FROM before_change)\n) changed JOIN claims_citation c ON c.id = changed.citation_id)); RETURN NULL;",
                            hash="7c9e77e4deb246d67ed4f3b44cc6d98210fbb166",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_touch_claim_update_e2b3b",
                            referencing="REFERENCING OLD TABLE AS before_change  NEW TABLE AS after_change ",
                            table="claims_attribution",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="touch_claim_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM claims_touch(ARRAY(SELECT c.claim_id FROM changed JOIN claims_citation c ON c.id = changed.citation_id)); RETURN NULL;",
                            hash="8b8f4ad39cf847923376a87e94f5feb855df5f3a",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_touch_claim_delete_17fef",
                            referencing="REFERENCING OLD TABLE AS changed ",
                            table="claims_attribution",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."citation_id" IS DISTINCT FROM (NEW."citation_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."label" IS DISTINCT FROM (NEW."label") OR OLD."position" IS DISTINCT FROM (NEW."position") OR OLD."speaker_id" IS DISTINCT FROM (NEW."speaker_id") OR OLD."verb" IS DISTINCT FROM (NEW."verb"))',
                            func='INSERT INTO "claims_attributionevent" ("citation_id", "created_at", "created_by_id", "created_via", "id", "label", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "speaker_id", "updated_at", "verb", "version") VALUES (OLD."citation_id", OLD."created_at", OLD."created_by_id", OLD."created_via", OLD."id", OLD."label", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', OLD."id", OLD."position", OLD."speaker_id", OLD."updated_at", OLD."verb", OLD."version"); RETURN NULL;',
                            hash="4f3ff0451c3ad52c0dac0ae101aa63ca381198d9",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_37070",
                            table="claims_attribution",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "claims_attributionevent" ("citation_id", "created_at", "created_by_id", "created_via", "id", "label", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "speaker_id", "updated_at", "verb", "version") VALUES (OLD."citation_id", OLD."created_at", OLD."created_by_id", OLD."created_via", OLD."id", OLD."label", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."position", OLD."speaker_id", OLD."updated_at", OLD."verb", OLD."version"); RETURN NULL;',
                            hash="2ade1fc33a4198d5e01cb9ea6e69a8bcdee433dc",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_430b2",
                            table="claims_attribution",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CitationEvent",
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
                        to="claims.citation",
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
                    "claim",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="claims.claim",
                    ),
                ),
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
                    "snapshot",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="sources.snapshot",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0)),
                ("quote", models.TextField(blank=True, help_text="Verbatim, misprints included.", max_length=10000)),
                (
                    "directness",
                    models.CharField(
                        choices=[
                            ("direct", "Direct: in quotation marks"),
                            ("partial", "Partial: some words in quotation marks"),
                            ("indirect", "Indirect: reported"),
                            ("author", "Author: the source's own voice"),
                        ],
                        max_length=20,
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
                (
                    "prefix",
                    factbase.fields.Verbatim(blank=True, help_text="The words before the quote.", max_length=300),
                ),
                (
                    "suffix",
                    factbase.fields.Verbatim(blank=True, help_text="The words after the quote.", max_length=300),
                ),
                ("start", models.PositiveIntegerField(blank=True, null=True)),
                ("end", models.PositiveIntegerField(blank=True, null=True)),
                (
                    "locator",
                    models.CharField(blank=True, help_text="Page, paragraph or time; a dataset's row.", max_length=200),
                ),
                (
                    "attributed_to",
                    models.CharField(blank=True, help_text="The source's words for the claimant.", max_length=300),
                ),
                ("note", models.CharField(blank=True, help_text="For readers: [sic] and the like.", max_length=1000)),
                (
                    "stance",
                    models.CharField(
                        choices=[
                            ("states", "States it"),
                            ("supports", "Supports it"),
                            ("disputes", "Disputes it"),
                            ("mentions", "Mentions it"),
                        ],
                        default="states",
                        max_length=20,
                    ),
                ),
                ("is_lead", models.BooleanField(default=False)),
                (
                    "anchor",
                    models.CharField(
                        choices=[
                            ("exact", "Exact"),
                            ("moved", "Moved"),
                            ("changed", "Changed"),
                            ("missing", "Missing"),
                            ("unchecked", "Unchecked"),
                        ],
                        default="unchecked",
                        max_length=20,
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
                            hash="baef9fcbb64f85253bb4eebf39083622f810b7c0",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_e6b12",
                            table="claims_citationevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ClaimLink",
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
                    "from_claim",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="links_out", to="claims.claim"
                    ),
                ),
                (
                    "to_claim",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="links_in", to="claims.claim"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("updates", "updates"),
                            ("contradicts", "contradicts"),
                            ("supports", "supports"),
                            ("answers", "answers"),
                            ("about", "is about"),
                            ("fulfils", "fulfils"),
                            ("breaks", "breaks"),
                            ("retracts", "retracts"),
                        ],
                        max_length=20,
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=1000)),
            ],
            options={
                "ordering": ["id"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("from_claim", "to_claim", "kind"),
                        name="claim_link_unique",
                        violation_error_message="These claims are linked in this way already.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("from_claim", models.F("to_claim")), _negated=True),
                        name="claim_link_not_to_itself",
                        violation_error_message="A claim has no link to itself: choose another claim.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "updates",
                                    "contradicts",
                                    "supports",
                                    "answers",
                                    "about",
                                    "fulfils",
                                    "breaks",
                                    "retracts",
                                ],
                            )
                        ),
                        name="claimlink_kind_known",
                        violation_error_message="The kind is one of updates, contradicts, supports, answers, about, fulfils, breaks, retracts.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="stamp",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            NEW.created_at := OLD.created_at;\n            NEW.created_by_id := OLD.created_by_id;\n            NEW.created_via := OLD.created_via;\n            IF NEW.version = OLD.version + 1\n               OR to_jsonb(NEW) - ARRAY['created_at', 'created_by_id', 'created_via', 'updated_at', 'version'] <> to_jsonb(OLD) - ARRAY['created_at', 'created_by_id', 'created_via', 'updated_at', 'version']\n            THEN\n                NEW.version := OLD.version + (OLD.updated_at <> now())::int;\n                NEW.updated_at := now();\n            ELSE\n                NEW.version := OLD.version;\n                NEW.updated_at := OLD.updated_at;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="0320b6c0d59f85070e966d816c886037ef1b6776",
                            operation="UPDATE",
                            pgid="pgtrigger_stamp_33feb",
                            table="claims_claimlink",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="touch_claim_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM claims_touch(ARRAY(SELECT unnest(ARRAY[from_claim_id, to_claim_id]) FROM changed)); RETURN NULL;",
                            hash="15d58564cf9427bbcc9b6663e8aa1d980f2239d0",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_touch_claim_insert_d706e",
                            referencing="REFERENCING NEW TABLE AS changed ",
                            table="claims_claimlink",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="touch_claim_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM claims_touch(ARRAY(SELECT unnest(ARRAY[from_claim_id, to_claim_id]) FROM (\n    (SELECT * FROM before_change EXCEPT ALL SELECT * FROM after_change)\n    UNION ALL (SELECT * FROM after_change EXCEPT ALL SELECT * FROM before_change)\n) changed)); RETURN NULL;",
                            hash="adab748f1bcb05e57a104ac10b1f483e89cc5f9b",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_touch_claim_update_aed02",
                            referencing="REFERENCING OLD TABLE AS before_change  NEW TABLE AS after_change ",
                            table="claims_claimlink",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="touch_claim_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM claims_touch(ARRAY(SELECT unnest(ARRAY[from_claim_id, to_claim_id]) FROM changed)); RETURN NULL;",
                            hash="711d5eed02f939549c95f7245b4819c85fad077d",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_touch_claim_delete_1d8be",
                            referencing="REFERENCING OLD TABLE AS changed ",
                            table="claims_claimlink",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."from_claim_id" IS DISTINCT FROM (NEW."from_claim_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."kind" IS DISTINCT FROM (NEW."kind") OR OLD."note" IS DISTINCT FROM (NEW."note") OR OLD."to_claim_id" IS DISTINCT FROM (NEW."to_claim_id"))',
                            func='INSERT INTO "claims_claimlinkevent" ("created_at", "created_by_id", "created_via", "from_claim_id", "id", "kind", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "to_claim_id", "updated_at", "version") VALUES (OLD."created_at", OLD."created_by_id", OLD."created_via", OLD."from_claim_id", OLD."id", OLD."kind", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', OLD."id", OLD."to_claim_id", OLD."updated_at", OLD."version"); RETURN NULL;',
                            hash="d03757b112c2099a3e2ad903d0e88cabe215abd1",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_1826b",
                            table="claims_claimlink",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "claims_claimlinkevent" ("created_at", "created_by_id", "created_via", "from_claim_id", "id", "kind", "note", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "to_claim_id", "updated_at", "version") VALUES (OLD."created_at", OLD."created_by_id", OLD."created_via", OLD."from_claim_id", OLD."id", OLD."kind", OLD."note", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."to_claim_id", OLD."updated_at", OLD."version"); RETURN NULL;',
                            hash="d2e72a422a309c9159ef1757288cbd8ab0d197d4",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_adf39",
                            table="claims_claimlink",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ClaimLinkEvent",
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
                        to="claims.claimlink",
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
                    "from_claim",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="claims.claim",
                    ),
                ),
                (
                    "to_claim",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="claims.claim",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("updates", "updates"),
                            ("contradicts", "contradicts"),
                            ("supports", "supports"),
                            ("answers", "answers"),
                            ("about", "is about"),
                            ("fulfils", "fulfils"),
                            ("breaks", "breaks"),
                            ("retracts", "retracts"),
                        ],
                        max_length=20,
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=1000)),
            ],
            options={
                "abstract": False,
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="1c6dbbc70ce71219e7b67a279ca6a7127640c1d0",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_34ce9",
                            table="claims_claimlinkevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ClaimSubject",
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
                ("claim", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="claims.claim")),
                ("speaker", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="claims.speaker")),
            ],
            options={
                "ordering": ["id"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("claim", "speaker"),
                        name="claim_subject_unique",
                        violation_error_message="The claim has this subject already.",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="stamp",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            NEW.created_at := OLD.created_at;\n            NEW.created_by_id := OLD.created_by_id;\n            NEW.created_via := OLD.created_via;\n            IF NEW.version = OLD.version + 1\n               OR to_jsonb(NEW) - ARRAY['created_at', 'created_by_id', 'created_via', 'updated_at', 'version'] <> to_jsonb(OLD) - ARRAY['created_at', 'created_by_id', 'created_via', 'updated_at', 'version']\n            THEN\n                NEW.version := OLD.version + (OLD.updated_at <> now())::int;\n                NEW.updated_at := now();\n            ELSE\n                NEW.version := OLD.version;\n                NEW.updated_at := OLD.updated_at;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="2e2a0abeefe91a717106adc8d62eb9e5dff90ff0",
                            operation="UPDATE",
                            pgid="pgtrigger_stamp_92655",
                            table="claims_claimsubject",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="touch_claim_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM claims_touch(ARRAY(SELECT claim_id FROM changed)); RETURN NULL;",
                            hash="cec76ef332026f2eab442efa263d2ffa8f3d267e",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_touch_claim_insert_5577b",
                            referencing="REFERENCING NEW TABLE AS changed ",
                            table="claims_claimsubject",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="touch_claim_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM claims_touch(ARRAY(SELECT claim_id FROM (\n    (SELECT * FROM before_change EXCEPT ALL SELECT * FROM after_change)\n    UNION ALL (SELECT * FROM after_change EXCEPT ALL SELECT * FROM before_change)\n) changed)); RETURN NULL;",
                            hash="f10079b1eb7cf40a93075d391e3187e45bca9b16",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_touch_claim_update_e8572",
                            referencing="REFERENCING OLD TABLE AS before_change  NEW TABLE AS after_change ",
                            table="claims_claimsubject",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="touch_claim_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM claims_touch(ARRAY(SELECT claim_id FROM changed)); RETURN NULL;",
                            hash="5804fb8d276c048c8a8169e98b1236d6b7cfbfc1",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_touch_claim_delete_898d0",
                            referencing="REFERENCING OLD TABLE AS changed ",
                            table="claims_claimsubject",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."claim_id" IS DISTINCT FROM (NEW."claim_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."speaker_id" IS DISTINCT FROM (NEW."speaker_id"))',
                            func='INSERT INTO "claims_claimsubjectevent" ("claim_id", "created_at", "created_by_id", "created_via", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "speaker_id", "updated_at", "version") VALUES (OLD."claim_id", OLD."created_at", OLD."created_by_id", OLD."created_via", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', OLD."id", OLD."speaker_id", OLD."updated_at", OLD."version"); RETURN NULL;',
                            hash="d3c44bf64a90f7b747fd442fcd7a8e557457c757",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_1a1e1",
                            table="claims_claimsubject",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "claims_claimsubjectevent" ("claim_id", "created_at", "created_by_id", "created_via", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "speaker_id", "updated_at", "version") VALUES (OLD."claim_id", OLD."created_at", OLD."created_by_id", OLD."created_via", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."speaker_id", OLD."updated_at", OLD."version"); RETURN NULL;',
                            hash="857c1b4e93e88c2250ea197b72ecb966016fd3a3",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_d5100",
                            table="claims_claimsubject",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ClaimTopic",
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
                ("claim", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="claims.claim")),
                ("topic", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, to="claims.topic")),
            ],
            options={
                "ordering": ["id"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("claim", "topic"),
                        name="claim_topic_unique",
                        violation_error_message="The claim has this topic already.",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="stamp",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            NEW.created_at := OLD.created_at;\n            NEW.created_by_id := OLD.created_by_id;\n            NEW.created_via := OLD.created_via;\n            IF NEW.version = OLD.version + 1\n               OR to_jsonb(NEW) - ARRAY['created_at', 'created_by_id', 'created_via', 'updated_at', 'version'] <> to_jsonb(OLD) - ARRAY['created_at', 'created_by_id', 'created_via', 'updated_at', 'version']\n            THEN\n                NEW.version := OLD.version + (OLD.updated_at <> now())::int;\n                NEW.updated_at := now();\n            ELSE\n                NEW.version := OLD.version;\n                NEW.updated_at := OLD.updated_at;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="e07f539efe94a2c9cda151fe323828da15d27404",
                            operation="UPDATE",
                            pgid="pgtrigger_stamp_714c3",
                            table="claims_claimtopic",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="touch_claim_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM claims_touch(ARRAY(SELECT claim_id FROM changed)); RETURN NULL;",
                            hash="9135697634e8f88612d87840050cf1d52ba2c612",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_touch_claim_insert_9b1cd",
                            referencing="REFERENCING NEW TABLE AS changed ",
                            table="claims_claimtopic",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="touch_claim_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM claims_touch(ARRAY(SELECT claim_id FROM (\n    (SELECT * FROM before_change EXCEPT ALL SELECT * FROM after_change)\n    UNION ALL (SELECT * FROM after_change EXCEPT ALL SELECT * FROM before_change)\n) changed)); RETURN NULL;",
                            hash="39b00f2f5363ddf0b4b62c4f8158d9b2224cd079",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_touch_claim_update_3af98",
                            referencing="REFERENCING OLD TABLE AS before_change  NEW TABLE AS after_change ",
                            table="claims_claimtopic",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="touch_claim_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM claims_touch(ARRAY(SELECT claim_id FROM changed)); RETURN NULL;",
                            hash="c1eacd1904058f2a8e7353baab55e9da00ab3ce5",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_touch_claim_delete_addbd",
                            referencing="REFERENCING OLD TABLE AS changed ",
                            table="claims_claimtopic",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="refresh_search_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM claims_refresh_search(ARRAY(SELECT claim_id FROM changed)); RETURN NULL;",
                            hash="d2bfbf77399d514131a25cf45349d16f330d1071",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_refresh_search_insert_18f45",
                            referencing="REFERENCING NEW TABLE AS changed ",
                            table="claims_claimtopic",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="refresh_search_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM claims_refresh_search(ARRAY(SELECT claim_id FROM (\n    (SELECT * FROM before_change EXCEPT ALL SELECT * FROM after_change)\n    UNION ALL (SELECT * FROM after_change EXCEPT ALL SELECT * FROM before_change)\n) changed)); RETURN NULL;",
                            hash="9c35c570feb8ec0ae4329976b3400e234de358eb",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_refresh_search_update_491c0",
                            referencing="REFERENCING OLD TABLE AS before_change  NEW TABLE AS after_change ",
                            table="claims_claimtopic",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="refresh_search_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM claims_refresh_search(ARRAY(SELECT claim_id FROM changed)); RETURN NULL;",
                            hash="53fb2991eac94f1170a8df7798dea1efed60deb9",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_refresh_search_delete_516a7",
                            referencing="REFERENCING OLD TABLE AS changed ",
                            table="claims_claimtopic",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."claim_id" IS DISTINCT FROM (NEW."claim_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."topic_id" IS DISTINCT FROM (NEW."topic_id"))',
                            func='INSERT INTO "claims_claimtopicevent" ("claim_id", "created_at", "created_by_id", "created_via", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "topic_id", "updated_at", "version") VALUES (OLD."claim_id", OLD."created_at", OLD."created_by_id", OLD."created_via", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', OLD."id", OLD."topic_id", OLD."updated_at", OLD."version"); RETURN NULL;',
                            hash="dfd04faaf6abaf1dc1333dbed03b41ebb8f46cf9",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_e96f8",
                            table="claims_claimtopic",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "claims_claimtopicevent" ("claim_id", "created_at", "created_by_id", "created_via", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "topic_id", "updated_at", "version") VALUES (OLD."claim_id", OLD."created_at", OLD."created_by_id", OLD."created_via", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."topic_id", OLD."updated_at", OLD."version"); RETURN NULL;',
                            hash="556baeed4062fd5886dbce8bc4475d6c5936ce6c",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_28e40",
                            table="claims_claimtopic",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Indicator",
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
                ("definition", models.TextField(help_text="What is counted, by whom, where, and what is not.")),
                (
                    "unit",
                    models.CharField(
                        help_text="Lower case as said after the number: encounters, percent.", max_length=100
                    ),
                ),
            ],
            options={
                "ordering": ["name", "id"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("name", ""), _negated=True),
                            models.Q(("definition", ""), _negated=True),
                            models.Q(("unit", ""), _negated=True),
                        ),
                        name="indicator_is_defined",
                        violation_error_message="An indicator needs a name, a definition and a unit.",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="stamp",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            NEW.created_at := OLD.created_at;\n            NEW.created_by_id := OLD.created_by_id;\n            NEW.created_via := OLD.created_via;\n            IF NEW.version = OLD.version + 1\n               OR to_jsonb(NEW) - ARRAY['created_at', 'created_by_id', 'created_via', 'updated_at', 'version'] <> to_jsonb(OLD) - ARRAY['created_at', 'created_by_id', 'created_via', 'updated_at', 'version']\n            THEN\n                NEW.version := OLD.version + (OLD.updated_at <> now())::int;\n                NEW.updated_at := now();\n            ELSE\n                NEW.version := OLD.version;\n                NEW.updated_at := OLD.updated_at;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="ea233088ac4d66e09e39ed7a34b4149bb56a1f9a",
                            operation="UPDATE",
                            pgid="pgtrigger_stamp_daeef",
                            table="claims_indicator",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."definition" IS DISTINCT FROM (NEW."definition") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."slug" IS DISTINCT FROM (NEW."slug") OR OLD."unit" IS DISTINCT FROM (NEW."unit"))',
                            func='INSERT INTO "claims_indicatorevent" ("created_at", "created_by_id", "created_via", "definition", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "unit", "updated_at", "version") VALUES (OLD."created_at", OLD."created_by_id", OLD."created_via", OLD."definition", OLD."id", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', OLD."id", OLD."slug", OLD."unit", OLD."updated_at", OLD."version"); RETURN NULL;',
                            hash="759ea3ab22ddab681482a882830496ec285ad7b7",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_83146",
                            table="claims_indicator",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "claims_indicatorevent" ("created_at", "created_by_id", "created_via", "definition", "id", "name", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "slug", "unit", "updated_at", "version") VALUES (OLD."created_at", OLD."created_by_id", OLD."created_via", OLD."definition", OLD."id", OLD."name", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."slug", OLD."unit", OLD."updated_at", OLD."version"); RETURN NULL;',
                            hash="23c6944406e4e505682aeaadf6e8b084006b33b8",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_ab9ab",
                            table="claims_indicator",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="IndicatorEvent",
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
                        to="claims.indicator",
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
                ("definition", models.TextField(help_text="What is counted, by whom, where, and what is not.")),
                (
                    "unit",
                    models.CharField(
                        help_text="Lower case as said after the number: encounters, percent.", max_length=100
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
                            hash="ca6740fba45feee5602fc1832523a0a1b272d42c",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_8d996",
                            table="claims_indicatorevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ClaimEvent",
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
                        to="claims.claim",
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
                            ("statistic", "Statistic"),
                            ("fact", "Fact"),
                            ("promise", "Promise"),
                            ("prediction", "Prediction"),
                            ("opinion", "Opinion"),
                            ("demand", "Demand"),
                        ],
                        max_length=20,
                    ),
                ),
                ("text", models.TextField(help_text="The thing asserted, in one sentence or a few.", max_length=5000)),
                (
                    "wording",
                    models.CharField(
                        choices=[
                            ("verbatim", "Verbatim"),
                            ("edited", "Edited"),
                            ("paraphrase", "Paraphrase"),
                            ("translation", "Translation"),
                        ],
                        help_text="How the text relates to what was said.",
                        max_length=20,
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        help_text="BCP 47, e.g. es or en-US.",
                        max_length=35,
                        validators=[factbase.codes.validate_language],
                    ),
                ),
                (
                    "proposition",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="claims.proposition",
                    ),
                ),
                ("stated", factbase.fields.DateRange(blank=True, null=True)),
                ("stated_as_written", models.CharField(blank=True, max_length=200)),
                (
                    "stated_basis",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("printed", "Printed: the source gives the date"),
                            ("derived", "Derived: worked out from what the source gives"),
                            ("publication", "Publication: the source's own date"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "occasion",
                    models.CharField(
                        blank=True, help_text="Where or when it was said: a press conference.", max_length=500
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("draft", "Draft"),
                            ("in_review", "In review"),
                            ("published", "Published"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        default="draft",
                        editable=False,
                        max_length=20,
                    ),
                ),
                (
                    "submitted_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "published_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("published_at", models.DateTimeField(blank=True, editable=False, null=True)),
                (
                    "embargo_until",
                    models.DateTimeField(blank=True, help_text="Not public before this time.", null=True),
                ),
                (
                    "withdrawn_kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("error", "Error"),
                            ("duplicate", "Duplicate"),
                            ("legal", "Legal"),
                            ("privacy", "Privacy"),
                        ],
                        editable=False,
                        max_length=20,
                    ),
                ),
                (
                    "withdrawn_reason",
                    models.CharField(blank=True, editable=False, help_text="Public.", max_length=1000),
                ),
                ("sensitive", models.BooleanField(default=False)),
                ("notes", models.TextField(blank=True, help_text="For curators. Never public.")),
            ],
            options={
                "abstract": False,
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="0342f9354d975fc258a2169f5a68f2fcb6b672f7",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_aeef3",
                            table="claims_claimevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PropositionEvent",
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
                        to="claims.proposition",
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
                ("text", models.CharField(max_length=1000)),
            ],
            options={
                "abstract": False,
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="3a4e91d7cda700e9966d96b68be14bb5988b4378",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_4ab7b",
                            table="claims_propositionevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Quantity",
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
                    "claim",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="quantities", to="claims.claim"
                    ),
                ),
                (
                    "as_written",
                    models.CharField(help_text="The number's words: more than 3.2 million.", max_length=300),
                ),
                (
                    "start",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="Where these words begin in the claim's text, in characters from 0.",
                        null=True,
                    ),
                ),
                (
                    "end",
                    models.PositiveIntegerField(
                        blank=True, help_text="Where they end: the first character after.", null=True
                    ),
                ),
                ("value", factbase.fields.Number(help_text="In full: 3200000.")),
                (
                    "upper",
                    factbase.fields.Number(blank=True, help_text="The second number of between … and …", null=True),
                ),
                (
                    "comparator",
                    models.CharField(
                        choices=[
                            ("equal", "equal: a bare number"),
                            ("about", "about, roughly, around, some"),
                            ("nearly", "nearly, almost, just under"),
                            ("more_than", "more than, over"),
                            ("at_least", "at least, no fewer than"),
                            ("less_than", "fewer than, under"),
                            ("at_most", "up to, at most"),
                            ("between", "between … and …"),
                            ("order", "dozens of, hundreds of, thousands of"),
                        ],
                        default="equal",
                        max_length=10,
                    ),
                ),
                (
                    "significant_figures",
                    models.PositiveSmallIntegerField(
                        help_text="Digits that were said: 2 for 3.2 million; an official full count has all of its digits.",
                        validators=[django.core.validators.MinValueValidator(1)],
                    ),
                ),
                (
                    "unit",
                    models.CharField(
                        blank=True,
                        help_text="Lower case as said after the number, percent, or an ISO 4217 code.",
                        max_length=100,
                    ),
                ),
                ("per", models.CharField(blank=True, help_text="Unit of the denominator: arrest.", max_length=100)),
                (
                    "measure",
                    models.CharField(
                        choices=[("level", "Level"), ("change", "Change"), ("share", "Share"), ("ratio", "Ratio")],
                        default="level",
                        max_length=10,
                    ),
                ),
                ("population", models.CharField(blank=True, help_text="Who or what is counted.", max_length=300)),
                (
                    "indicator",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="quantities",
                        to="claims.indicator",
                    ),
                ),
                (
                    "indicator_match",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("exact", "Exact: this very quantity"),
                            ("comparable", "Comparable: near it, not the same"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "place",
                    models.CharField(
                        blank=True,
                        help_text="ISO 3166 code: MX, MX-CHP.",
                        max_length=6,
                        validators=[factbase.codes.validate_place],
                    ),
                ),
                ("place_as_written", models.CharField(blank=True, max_length=200)),
                ("period", factbase.fields.DateRange(blank=True, null=True)),
                (
                    "period_label",
                    models.CharField(blank=True, help_text="As said: US fiscal year 2023.", max_length=200),
                ),
                (
                    "bounds",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Func(
                            "value", "upper", "comparator", "significant_figures", function="claims_bounds"
                        ),
                        output_field=django.contrib.postgres.fields.ranges.DecimalRangeField(),
                    ),
                ),
                (
                    "entails",
                    models.GeneratedField(
                        db_persist=True,
                        expression=models.Func(
                            "value", "upper", "comparator", "significant_figures", function="claims_entails"
                        ),
                        output_field=django.contrib.postgres.fields.ranges.DecimalRangeField(),
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "quantities",
                "ordering": [models.OrderBy(models.F("start"), nulls_last=True), "id"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("as_written", ""), _negated=True),
                        name="quantity_has_words",
                        violation_error_message="A number needs its words: more than 3.2 million.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("end", None), ("start", None)),
                            models.Q(("end__isnull", False), ("start__isnull", False), ("start__lt", models.F("end"))),
                            _connector="OR",
                        ),
                        name="quantity_span_whole",
                        violation_error_message="Give both start and end, the start first, or neither.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "value__gt",
                                models.Func(output_field=models.DecimalField(), template="'-Infinity'::numeric"),
                            ),
                            (
                                "value__lt",
                                models.Func(output_field=models.DecimalField(), template="'Infinity'::numeric"),
                            ),
                            models.Q(
                                ("upper", None),
                                (
                                    "upper__lt",
                                    models.Func(output_field=models.DecimalField(), template="'Infinity'::numeric"),
                                ),
                                _connector="OR",
                            ),
                        ),
                        name="quantity_value_is_number",
                        violation_error_message="The value is no number: write digits, such as 3200000.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            django.db.models.lookups.LessThanOrEqual(
                                django.db.models.functions.text.Length(
                                    django.db.models.functions.text.Replace(
                                        models.Func(
                                            models.Func(
                                                models.Func(models.F("value"), function="abs"),
                                                function="trim_scale",
                                                output_field=models.DecimalField(),
                                            ),
                                            output_field=models.TextField(),
                                            template="(%(expressions)s)::text",
                                        ),
                                        models.Value("."),
                                        models.Value(""),
                                    )
                                ),
                                models.Value(24),
                            ),
                            models.Q(
                                ("upper", None),
                                django.db.models.lookups.LessThanOrEqual(
                                    django.db.models.functions.text.Length(
                                        django.db.models.functions.text.Replace(
                                            models.Func(
                                                models.Func(
                                                    models.Func(models.F("upper"), function="abs"),
                                                    function="trim_scale",
                                                    output_field=models.DecimalField(),
                                                ),
                                                output_field=models.TextField(),
                                                template="(%(expressions)s)::text",
                                            ),
                                            models.Value("."),
                                            models.Value(""),
                                        )
                                    ),
                                    models.Value(24),
                                ),
                                _connector="OR",
                            ),
                        ),
                        name="quantity_value_within_24_digits",
                        violation_error_message="A value has 24 digits at most.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("comparator", "between"), ("upper__isnull", False)),
                            models.Q(models.Q(("comparator", "between"), _negated=True), ("upper", None)),
                            _connector="OR",
                        ),
                        name="quantity_upper_for_between",
                        violation_error_message="The comparator between needs the upper number, and only it has one.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("upper", None), ("upper__gte", models.F("value")), _connector="OR"),
                        name="quantity_upper_not_below_value",
                        violation_error_message="The upper number is below the value: swap them.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("significant_figures__gte", 1), ("significant_figures__lte", 24)),
                        name="quantity_significant_figures",
                        violation_error_message="Significant figures are 1 to 24: 2 for 3.2 million.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("comparator", "order"), _negated=True), ("value__gt", 0), _connector="OR"
                        ),
                        name="quantity_order_positive",
                        violation_error_message="dozens or thousands of need a value above 0: write 1000 for thousands.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("unit", django.db.models.functions.text.Lower("unit")),
                            ("unit__regex", "^[A-Z]{3}$"),
                            _connector="OR",
                        ),
                        name="quantity_unit_lower_case",
                        violation_error_message="A unit is lower case as said after the number, or an ISO 4217 code: USD.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("indicator", None), ("indicator_match", "")),
                            models.Q(("indicator__isnull", False), models.Q(("indicator_match", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="quantity_indicator_match",
                        violation_error_message="An indicator matches exactly or comparably, and only an indicator does.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("place", ""), ("place__regex", "^[A-Z]{2}(-[A-Z0-9]{1,3})?$"), _connector="OR"
                        ),
                        name="quantity_place_is_code",
                        violation_error_message="A place is its ISO 3166 code: write MX or MX-CHP.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("period", None),
                            models.Q(
                                ("period__isempty", False),
                                models.Q(("period__lower_inf", True), ("period__upper_inf", True), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="quantity_period_not_empty",
                        violation_error_message="The period has no day in it: write it anew or leave it empty.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "comparator__in",
                                [
                                    "equal",
                                    "about",
                                    "nearly",
                                    "more_than",
                                    "at_least",
                                    "less_than",
                                    "at_most",
                                    "between",
                                    "order",
                                ],
                            )
                        ),
                        name="quantity_comparator_known",
                        violation_error_message="The comparator is one of equal, about, nearly, more_than, at_least, less_than, at_most, between, order.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("measure__in", ["level", "change", "share", "ratio"])),
                        name="quantity_measure_known",
                        violation_error_message="The measure is one of level, change, share, ratio.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("indicator_match__in", ["exact", "comparable", ""])),
                        name="quantity_indicator_match_known",
                        violation_error_message="The indicator match is one of exact, comparable.",
                    ),
                ],
                "indexes": [
                    django.contrib.postgres.indexes.GistIndex(fields=["bounds"], name="quantity_bounds"),
                    django.contrib.postgres.indexes.GistIndex(fields=["entails"], name="quantity_entails"),
                    models.Index(fields=["value", "significant_figures"], name="quantity_value"),
                    models.Index(fields=["unit"], name="quantity_unit"),
                    models.Index(fields=["place"], name="quantity_place", opclasses=["varchar_pattern_ops"]),
                    django.contrib.postgres.indexes.GistIndex(fields=["period"], name="quantity_period"),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="stamp",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            NEW.created_at := OLD.created_at;\n            NEW.created_by_id := OLD.created_by_id;\n            NEW.created_via := OLD.created_via;\n            IF NEW.version = OLD.version + 1\n               OR to_jsonb(NEW) - ARRAY['created_at', 'created_by_id', 'created_via', 'updated_at', 'version', 'bounds', 'entails'] <> to_jsonb(OLD) - ARRAY['created_at', 'created_by_id', 'created_via', 'updated_at', 'version', 'bounds', 'entails']\n            THEN\n                NEW.version := OLD.version + (OLD.updated_at <> now())::int;\n                NEW.updated_at := now();\n            ELSE\n                NEW.version := OLD.version;\n                NEW.updated_at := OLD.updated_at;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="fbefd7561a28f336a321d8cbe31d0598277e0da0",
                            operation="UPDATE",
                            pgid="pgtrigger_stamp_16876",
                            table="claims_quantity",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="touch_claim_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM claims_touch(ARRAY(SELECT claim_id FROM changed)); RETURN NULL;",
                            hash="f512c7de29bdd8a2e22ae9ab9f57a293bfce7fe9",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_touch_claim_insert_d462a",
                            referencing="REFERENCING NEW TABLE AS changed ",
                            table="claims_quantity",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="touch_claim_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM claims_touch(ARRAY(SELECT claim_id FROM (\n    (SELECT * FROM before_change EXCEPT ALL SELECT * FROM after_change)\n    UNION ALL (SELECT * FROM after_change EXCEPT ALL SELECT * FROM before_change)\n) changed)); RETURN NULL;",
                            hash="2c9cb02de813cb8408b349a053a3dccd7927bcae",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_touch_claim_update_db626",
                            referencing="REFERENCING OLD TABLE AS before_change  NEW TABLE AS after_change ",
                            table="claims_quantity",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="touch_claim_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM claims_touch(ARRAY(SELECT claim_id FROM changed)); RETURN NULL;",
                            hash="004b6d0a831af3688188162c7efb46ace3cfcc42",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_touch_claim_delete_aaf15",
                            referencing="REFERENCING OLD TABLE AS changed ",
                            table="claims_quantity",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="words_in_text",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (NEW."start" IS NOT NULL)',
                            constraint="CONSTRAINT",
                            func="PERFORM claims_check_quantities(NEW.claim_id); RETURN NULL;",
                            hash="b43d43bdd4bade3d21bd0c92b6bb3acd99c5141e",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_words_in_text_a6bb6",
                            table="claims_quantity",
                            timing="DEFERRABLE INITIALLY DEFERRED",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."as_written" IS DISTINCT FROM (NEW."as_written") OR OLD."claim_id" IS DISTINCT FROM (NEW."claim_id") OR OLD."comparator" IS DISTINCT FROM (NEW."comparator") OR OLD."end" IS DISTINCT FROM (NEW."end") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."indicator_id" IS DISTINCT FROM (NEW."indicator_id") OR OLD."indicator_match" IS DISTINCT FROM (NEW."indicator_match") OR OLD."measure" IS DISTINCT FROM (NEW."measure") OR OLD."per" IS DISTINCT FROM (NEW."per") OR OLD."period" IS DISTINCT FROM (NEW."period") OR OLD."period_label" IS DISTINCT FROM (NEW."period_label") OR OLD."place" IS DISTINCT FROM (NEW."place") OR OLD."place_as_written" IS DISTINCT FROM (NEW."place_as_written") OR OLD."population" IS DISTINCT FROM (NEW."population") OR OLD."significant_figures" IS DISTINCT FROM (NEW."significant_figures") OR OLD."start" IS DISTINCT FROM (NEW."start") OR OLD."unit" IS DISTINCT FROM (NEW."unit") OR OLD."upper" IS DISTINCT FROM (NEW."upper") OR OLD."value" IS DISTINCT FROM (NEW."value"))',
                            func='INSERT INTO "claims_quantityevent" ("as_written", "claim_id", "comparator", "created_at", "created_by_id", "created_via", "end", "id", "indicator_id", "indicator_match", "measure", "per", "period", "period_label", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "place_as_written", "population", "significant_figures", "start", "unit", "updated_at", "upper", "value", "version") VALUES (OLD."as_written", OLD."claim_id", OLD."comparator", OLD."created_at", OLD."created_by_id", OLD."created_via", OLD."end", OLD."id", OLD."indicator_id", OLD."indicator_match", OLD."measure", OLD."per", OLD."period", OLD."period_label", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', OLD."id", OLD."place", OLD."place_as_written", OLD."population", OLD."significant_figures", OLD."start", OLD."unit", OLD."updated_at", OLD."upper", OLD."value", OLD."version"); RETURN NULL;',
                            hash="2b79a681feea78884d9472a84992ac7f3c6742ea",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_b7f57",
                            table="claims_quantity",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "claims_quantityevent" ("as_written", "claim_id", "comparator", "created_at", "created_by_id", "created_via", "end", "id", "indicator_id", "indicator_match", "measure", "per", "period", "period_label", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "place", "place_as_written", "population", "significant_figures", "start", "unit", "updated_at", "upper", "value", "version") VALUES (OLD."as_written", OLD."claim_id", OLD."comparator", OLD."created_at", OLD."created_by_id", OLD."created_via", OLD."end", OLD."id", OLD."indicator_id", OLD."indicator_match", OLD."measure", OLD."per", OLD."period", OLD."period_label", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."place", OLD."place_as_written", OLD."population", OLD."significant_figures", OLD."start", OLD."unit", OLD."updated_at", OLD."upper", OLD."value", OLD."version"); RETURN NULL;',
                            hash="d9ceabd4807726800db2df8d26ab030f6a4645a4",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_e2aa5",
                            table="claims_quantity",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="QuantityEvent",
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
                        to="claims.quantity",
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
                    "claim",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="claims.claim",
                    ),
                ),
                (
                    "as_written",
                    models.CharField(help_text="The number's words: more than 3.2 million.", max_length=300),
                ),
                (
                    "start",
                    models.PositiveIntegerField(
                        blank=True,
                        help_text="Where these words begin in the claim's text, in characters from 0.",
                        null=True,
                    ),
                ),
                (
                    "end",
                    models.PositiveIntegerField(
                        blank=True, help_text="Where they end: the first character after.", null=True
                    ),
                ),
                ("value", factbase.fields.Number(help_text="In full: 3200000.")),
                (
                    "upper",
                    factbase.fields.Number(blank=True, help_text="The second number of between … and …", null=True),
                ),
                (
                    "comparator",
                    models.CharField(
                        choices=[
                            ("equal", "equal: a bare number"),
                            ("about", "about, roughly, around, some"),
                            ("nearly", "nearly, almost, just under"),
                            ("more_than", "more than, over"),
                            ("at_least", "at least, no fewer than"),
                            ("less_than", "fewer than, under"),
                            ("at_most", "up to, at most"),
                            ("between", "between … and …"),
                            ("order", "dozens of, hundreds of, thousands of"),
                        ],
                        default="equal",
                        max_length=10,
                    ),
                ),
                (
                    "significant_figures",
                    models.PositiveSmallIntegerField(
                        help_text="Digits that were said: 2 for 3.2 million; an official full count has all of its digits.",
                        validators=[django.core.validators.MinValueValidator(1)],
                    ),
                ),
                (
                    "unit",
                    models.CharField(
                        blank=True,
                        help_text="Lower case as said after the number, percent, or an ISO 4217 code.",
                        max_length=100,
                    ),
                ),
                ("per", models.CharField(blank=True, help_text="Unit of the denominator: arrest.", max_length=100)),
                (
                    "measure",
                    models.CharField(
                        choices=[("level", "Level"), ("change", "Change"), ("share", "Share"), ("ratio", "Ratio")],
                        default="level",
                        max_length=10,
                    ),
                ),
                ("population", models.CharField(blank=True, help_text="Who or what is counted.", max_length=300)),
                (
                    "indicator",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="claims.indicator",
                    ),
                ),
                (
                    "indicator_match",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("exact", "Exact: this very quantity"),
                            ("comparable", "Comparable: near it, not the same"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "place",
                    models.CharField(
                        blank=True,
                        help_text="ISO 3166 code: MX, MX-CHP.",
                        max_length=6,
                        validators=[factbase.codes.validate_place],
                    ),
                ),
                ("place_as_written", models.CharField(blank=True, max_length=200)),
                ("period", factbase.fields.DateRange(blank=True, null=True)),
                (
                    "period_label",
                    models.CharField(blank=True, help_text="As said: US fiscal year 2023.", max_length=200),
                ),
            ],
            options={
                "abstract": False,
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="65f41cbd9314d7f6f81c470766ec136d97fa670a",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_a8091",
                            table="claims_quantityevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Review",
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
                    "claim",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="reviews", to="claims.claim"
                    ),
                ),
                (
                    "rating",
                    models.CharField(
                        choices=[
                            ("true", "True"),
                            ("mostly_true", "Mostly true"),
                            ("mixed", "Mixed"),
                            ("mostly_false", "Mostly false"),
                            ("false", "False"),
                            ("unproven", "Unproven"),
                            ("not_ratable", "Not ratable"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "label",
                    models.CharField(blank=True, help_text="The reviewer's own words: Pants on Fire.", max_length=300),
                ),
                ("summary", models.TextField(blank=True, max_length=5000)),
                ("reviewed_on", models.DateField(blank=True, null=True)),
                (
                    "source",
                    models.ForeignKey(
                        blank=True,
                        help_text="The published fact-check, where there is one.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reviews",
                        to="sources.source",
                    ),
                ),
                (
                    "reviewer",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "published_by",
                    models.ForeignKey(
                        blank=True,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "published_at",
                    models.DateTimeField(blank=True, editable=False, help_text="Empty: not public.", null=True),
                ),
            ],
            options={
                "ordering": ["-reviewed_on", "-id"],
                "permissions": [("publish_review", "Can publish a review")],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("published_at", None), ("published_by", None)),
                            models.Q(("published_at__isnull", False), ("published_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="review_published_by_and_at",
                        violation_error_message="A published review has an account that published it and a time.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "rating__in",
                                ["true", "mostly_true", "mixed", "mostly_false", "false", "unproven", "not_ratable"],
                            )
                        ),
                        name="review_rating_known",
                        violation_error_message="The rating is one of true, mostly_true, mixed, mostly_false, false, unproven, not_ratable.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="stamp",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            NEW.created_at := OLD.created_at;\n            NEW.created_by_id := OLD.created_by_id;\n            NEW.created_via := OLD.created_via;\n            IF NEW.version = OLD.version + 1\n               OR to_jsonb(NEW) - ARRAY['created_at', 'created_by_id', 'created_via', 'updated_at', 'version'] <> to_jsonb(OLD) - ARRAY['created_at', 'created_by_id', 'created_via', 'updated_at', 'version']\n            THEN\n                NEW.version := OLD.version + (OLD.updated_at <> now())::int;\n                NEW.updated_at := now();\n            ELSE\n                NEW.version := OLD.version;\n                NEW.updated_at := OLD.updated_at;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="ff777ba2c32b9ad24c2c35e7bb5660aa195763d7",
                            operation="UPDATE",
                            pgid="pgtrigger_stamp_169d9",
                            table="claims_review",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="touch_claim_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM claims_touch(ARRAY(SELECT claim_id FROM changed)); RETURN NULL;",
                            hash="ae6dc4c915e1fede36343a565171b8cae32955bb",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_touch_claim_insert_a5ef7",
                            referencing="REFERENCING NEW TABLE AS changed ",
                            table="claims_review",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="touch_claim_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM claims_touch(ARRAY(SELECT claim_id FROM (\n    (SELECT * FROM before_change EXCEPT ALL SELECT * FROM after_change)\n    UNION ALL (SELECT * FROM after_change EXCEPT ALL SELECT * FROM before_change)\n) changed)); RETURN NULL;",
                            hash="b620d44145333698e625bc27e9b373937e96a18a",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_touch_claim_update_9f64d",
                            referencing="REFERENCING OLD TABLE AS before_change  NEW TABLE AS after_change ",
                            table="claims_review",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="touch_claim_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM claims_touch(ARRAY(SELECT claim_id FROM changed)); RETURN NULL;",
                            hash="a13a84541cdfd662bb290189f567151a7f444eaf",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_touch_claim_delete_33637",
                            referencing="REFERENCING OLD TABLE AS changed ",
                            table="claims_review",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."claim_id" IS DISTINCT FROM (NEW."claim_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."label" IS DISTINCT FROM (NEW."label") OR OLD."published_at" IS DISTINCT FROM (NEW."published_at") OR OLD."published_by_id" IS DISTINCT FROM (NEW."published_by_id") OR OLD."rating" IS DISTINCT FROM (NEW."rating") OR OLD."reviewed_on" IS DISTINCT FROM (NEW."reviewed_on") OR OLD."reviewer_id" IS DISTINCT FROM (NEW."reviewer_id") OR OLD."source_id" IS DISTINCT FROM (NEW."source_id") OR OLD."summary" IS DISTINCT FROM (NEW."summary"))',
                            func='INSERT INTO "claims_reviewevent" ("claim_id", "created_at", "created_by_id", "created_via", "id", "label", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "rating", "reviewed_on", "reviewer_id", "source_id", "summary", "updated_at", "version") VALUES (OLD."claim_id", OLD."created_at", OLD."created_by_id", OLD."created_via", OLD."id", OLD."label", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', OLD."id", OLD."published_at", OLD."published_by_id", OLD."rating", OLD."reviewed_on", OLD."reviewer_id", OLD."source_id", OLD."summary", OLD."updated_at", OLD."version"); RETURN NULL;',
                            hash="78e55cdce7459e89617ebf779384abf35320a1c0",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_b7b96",
                            table="claims_review",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "claims_reviewevent" ("claim_id", "created_at", "created_by_id", "created_via", "id", "label", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "published_at", "published_by_id", "rating", "reviewed_on", "reviewer_id", "source_id", "summary", "updated_at", "version") VALUES (OLD."claim_id", OLD."created_at", OLD."created_by_id", OLD."created_via", OLD."id", OLD."label", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."published_at", OLD."published_by_id", OLD."rating", OLD."reviewed_on", OLD."reviewer_id", OLD."source_id", OLD."summary", OLD."updated_at", OLD."version"); RETURN NULL;',
                            hash="76c551847ab90b733036aeece4906f3a2978cfe3",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_c19fa",
                            table="claims_review",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReviewEvent",
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
                        to="claims.review",
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
                    "claim",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="claims.claim",
                    ),
                ),
                (
                    "rating",
                    models.CharField(
                        choices=[
                            ("true", "True"),
                            ("mostly_true", "Mostly true"),
                            ("mixed", "Mixed"),
                            ("mostly_false", "Mostly false"),
                            ("false", "False"),
                            ("unproven", "Unproven"),
                            ("not_ratable", "Not ratable"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "label",
                    models.CharField(blank=True, help_text="The reviewer's own words: Pants on Fire.", max_length=300),
                ),
                ("summary", models.TextField(blank=True, max_length=5000)),
                ("reviewed_on", models.DateField(blank=True, null=True)),
                (
                    "source",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="The published fact-check, where there is one.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="sources.source",
                    ),
                ),
                (
                    "reviewer",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "published_by",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        editable=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "published_at",
                    models.DateTimeField(blank=True, editable=False, help_text="Empty: not public.", null=True),
                ),
            ],
            options={
                "abstract": False,
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="83616e335d14ce36f3efe7bff2911fd5ff91c5b1",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_7b2e7",
                            table="claims_reviewevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ReviewEvidence",
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
                ("review", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="claims.review")),
                ("citation", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="claims.citation")),
            ],
            options={
                "ordering": ["id"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("review", "citation"),
                        name="review_evidence_unique",
                        violation_error_message="The review has this citation as evidence already.",
                    )
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="stamp",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            NEW.created_at := OLD.created_at;\n            NEW.created_by_id := OLD.created_by_id;\n            NEW.created_via := OLD.created_via;\n            IF NEW.version = OLD.version + 1\n               OR to_jsonb(NEW) - ARRAY['created_at', 'created_by_id', 'created_via', 'updated_at', 'version'] <> to_jsonb(OLD) - ARRAY['created_at', 'created_by_id', 'created_via', 'updated_at', 'version']\n            THEN\n                NEW.version := OLD.version + (OLD.updated_at <> now())::int;\n                NEW.updated_at := now();\n            ELSE\n                NEW.version := OLD.version;\n                NEW.updated_at := OLD.updated_at;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="8e00633ef7bb4aaf000874720304b40c247f20b4",
                            operation="UPDATE",
                            pgid="pgtrigger_stamp_c21b8",
                            table="claims_reviewevidence",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="touch_claim_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM claims_touch(ARRAY(SELECT r.claim_id FROM changed JOIN claims_review r ON r.id = changed.review_id)); RETURN NULL;",
                            hash="a447834a808e8f6d30251a7d064f80df147ea71a",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_touch_claim_insert_c9d55",
                            referencing="REFERENCING NEW TABLE AS changed ",
                            table="claims_reviewevidence",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="touch_claim_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM claims_touch(ARRAY(SELECT r.claim_id FROM (\n    (SELECT * FROM before_change EXCEPT ALL SELECT * FROM after_change)\n    UNION ALL (SELECT * FROM after_change EXCEPT ALL SELECT * FROM before_change)\n) changed JOIN claims_review r ON r.id = changed.review_id)); RETURN NULL;",
                            hash="143b90a07552ff0a46573365aff2c45de73002f5",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_touch_claim_update_39930",
                            referencing="REFERENCING OLD TABLE AS before_change  NEW TABLE AS after_change ",
                            table="claims_reviewevidence",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="touch_claim_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM claims_touch(ARRAY(SELECT r.claim_id FROM changed JOIN claims_review r ON r.id = changed.review_id)); RETURN NULL;",
                            hash="e609f14754cde2334c1bc96a8aa9c29c74fceb8b",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_touch_claim_delete_8c12b",
                            referencing="REFERENCING OLD TABLE AS changed ",
                            table="claims_reviewevidence",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."citation_id" IS DISTINCT FROM (NEW."citation_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."review_id" IS DISTINCT FROM (NEW."review_id"))',
                            func='INSERT INTO "claims_reviewevidenceevent" ("citation_id", "created_at", "created_by_id", "created_via", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_id", "updated_at", "version") VALUES (OLD."citation_id", OLD."created_at", OLD."created_by_id", OLD."created_via", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', OLD."id", OLD."review_id", OLD."updated_at", OLD."version"); RETURN NULL;',
                            hash="31d91f607454c487b52294aae29a4fc64e81be2a",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_301c4",
                            table="claims_reviewevidence",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "claims_reviewevidenceevent" ("citation_id", "created_at", "created_by_id", "created_via", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "review_id", "updated_at", "version") VALUES (OLD."citation_id", OLD."created_at", OLD."created_by_id", OLD."created_via", OLD."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."review_id", OLD."updated_at", OLD."version"); RETURN NULL;',
                            hash="5a9f52345cdd15bc1807384ae10a5ecbc24894f6",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_30a3f",
                            table="claims_reviewevidence",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReviewEvidenceEvent",
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
                        to="claims.reviewevidence",
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
                    "review",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="claims.review",
                    ),
                ),
                (
                    "citation",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="claims.citation",
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
                            hash="c8adfc0e69afe12442781b7609b3174e9133b25c",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_b330a",
                            table="claims_reviewevidenceevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Role",
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
                    "speaker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="roles", to="claims.speaker"
                    ),
                ),
                ("title", models.CharField(max_length=300)),
                (
                    "organization",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="offices",
                        to="claims.speaker",
                    ),
                ),
                ("held", factbase.fields.DateRange(blank=True, null=True)),
            ],
            options={
                "ordering": [models.OrderBy(models.F("held"), descending=True, nulls_last=True), "title", "id"],
                "abstract": False,
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("title", ""), _negated=True),
                        name="role_has_title",
                        violation_error_message="A role needs its title.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("held", None),
                            models.Q(
                                ("held__isempty", False),
                                models.Q(("held__lower_inf", True), ("held__upper_inf", True), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="role_held_not_empty",
                        violation_error_message="The time it was held has no day in it: write it anew or leave it empty.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("organization", None),
                            models.Q(("organization", models.F("speaker")), _negated=True),
                            _connector="OR",
                        ),
                        name="role_not_in_itself",
                        violation_error_message="Nobody holds a role in themselves: choose the organization.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="stamp",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            NEW.created_at := OLD.created_at;\n            NEW.created_by_id := OLD.created_by_id;\n            NEW.created_via := OLD.created_via;\n            IF NEW.version = OLD.version + 1\n               OR to_jsonb(NEW) - ARRAY['created_at', 'created_by_id', 'created_via', 'updated_at', 'version'] <> to_jsonb(OLD) - ARRAY['created_at', 'created_by_id', 'created_via', 'updated_at', 'version']\n            THEN\n                NEW.version := OLD.version + (OLD.updated_at <> now())::int;\n                NEW.updated_at := now();\n            ELSE\n                NEW.version := OLD.version;\n                NEW.updated_at := OLD.updated_at;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="a7eb61b25359269d8fae6854a32f28f6843fd669",
                            operation="UPDATE",
                            pgid="pgtrigger_stamp_275ba",
                            table="claims_role",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="keeps_speaker",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            constraint="CONSTRAINT",
                            func="\n                IF EXISTS (\n                    SELECT FROM claims_claimant c JOIN claims_role r ON r.id = c.role_id\n                    WHERE r.id = NEW.id AND c.speaker_id IS DISTINCT FROM r.speaker_id\n                ) THEN\n                    RAISE '''%'' is the role of a claimant who is another speaker: mend that first.', NEW.title USING ERRCODE = 'check_violation', CONSTRAINT = 'claimant_role_of_speaker';\n                END IF;\n                 RETURN NULL;",
                            hash="a7eb3567b963dfd62f948bf91f3e7d5e6d2e8e61",
                            operation='UPDATE OF "speaker_id"',
                            pgid="pgtrigger_keeps_speaker_c04ef",
                            table="claims_role",
                            timing="DEFERRABLE INITIALLY DEFERRED",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."held" IS DISTINCT FROM (NEW."held") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."organization_id" IS DISTINCT FROM (NEW."organization_id") OR OLD."speaker_id" IS DISTINCT FROM (NEW."speaker_id") OR OLD."title" IS DISTINCT FROM (NEW."title"))',
                            func='INSERT INTO "claims_roleevent" ("created_at", "created_by_id", "created_via", "held", "id", "organization_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "speaker_id", "title", "updated_at", "version") VALUES (OLD."created_at", OLD."created_by_id", OLD."created_via", OLD."held", OLD."id", OLD."organization_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', OLD."id", OLD."speaker_id", OLD."title", OLD."updated_at", OLD."version"); RETURN NULL;',
                            hash="9d482d04d0bec867a45b440cd628e7431d9772f3",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_836ce",
                            table="claims_role",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "claims_roleevent" ("created_at", "created_by_id", "created_via", "held", "id", "organization_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "speaker_id", "title", "updated_at", "version") VALUES (OLD."created_at", OLD."created_by_id", OLD."created_via", OLD."held", OLD."id", OLD."organization_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."speaker_id", OLD."title", OLD."updated_at", OLD."version"); RETURN NULL;',
                            hash="a7d557e5b3a059ff7d6b9d529c5eda006da1a759",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_19ad0",
                            table="claims_role",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Claimant",
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
                    "claim",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="claimants", to="claims.claim"
                    ),
                ),
                (
                    "speaker",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="claimants",
                        to="claims.speaker",
                    ),
                ),
                (
                    "role",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="claimants",
                        to="claims.role",
                    ),
                ),
                (
                    "label",
                    models.CharField(
                        blank=True, help_text="As described: immigration studies experts.", max_length=300
                    ),
                ),
                (
                    "basis",
                    models.CharField(
                        choices=[
                            ("named", "Named"),
                            ("unnamed", "Unnamed: described, not named"),
                            ("anonymous", "Anonymous: identity withheld"),
                            ("author", "Author: the source's own voice"),
                        ],
                        default="named",
                        max_length=20,
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0)),
            ],
            options={
                "ordering": ["position", "id"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                        fields=("claim", "position"),
                        name="claimant_position_unique",
                        violation_error_message="Two claimants stand at the same position: number them 0, 1, 2.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("basis", "named"), _negated=True), ("speaker__isnull", False), _connector="OR"
                        ),
                        name="claimant_named_has_speaker",
                        violation_error_message="A named claimant needs a speaker; choose unnamed to give a label alone.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("basis", "anonymous"), _negated=True),
                            models.Q(("role", None), ("speaker", None)),
                            _connector="OR",
                        ),
                        name="claimant_anonymous_has_no_speaker",
                        violation_error_message="An anonymous claimant's identity is never stored: clear speaker and role.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("basis", "unnamed"), _negated=True),
                            models.Q(("role", None), ("speaker", None), models.Q(("label", ""), _negated=True)),
                            _connector="OR",
                        ),
                        name="claimant_unnamed_has_label",
                        violation_error_message="An unnamed claimant has a label, as described, and no speaker.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("basis__in", ["named", "unnamed", "anonymous", "author"])),
                        name="claimant_basis_known",
                        violation_error_message="The basis is one of named, unnamed, anonymous, author.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="stamp",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            NEW.created_at := OLD.created_at;\n            NEW.created_by_id := OLD.created_by_id;\n            NEW.created_via := OLD.created_via;\n            IF NEW.version = OLD.version + 1\n               OR to_jsonb(NEW) - ARRAY['created_at', 'created_by_id', 'created_via', 'updated_at', 'version'] <> to_jsonb(OLD) - ARRAY['created_at', 'created_by_id', 'created_via', 'updated_at', 'version']\n            THEN\n                NEW.version := OLD.version + (OLD.updated_at <> now())::int;\n                NEW.updated_at := now();\n            ELSE\n                NEW.version := OLD.version;\n                NEW.updated_at := OLD.updated_at;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="3e4842abdc6cdcd52b4ec228fec78c46925a1fb2",
                            operation="UPDATE",
                            pgid="pgtrigger_stamp_a466e",
                            table="claims_claimant",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="touch_claim_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM claims_touch(ARRAY(SELECT claim_id FROM changed)); RETURN NULL;",
                            hash="b4dcbb94f61253b3830842124c2d33a1020d5604",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_touch_claim_insert_4880b",
                            referencing="REFERENCING NEW TABLE AS changed ",
                            table="claims_claimant",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="touch_claim_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM claims_touch(ARRAY(SELECT claim_id FROM (\n    (SELECT * FROM before_change EXCEPT ALL SELECT * FROM after_change)\n    UNION ALL (SELECT * FROM after_change EXCEPT ALL SELECT * FROM before_change)\n) changed)); RETURN NULL;",
                            hash="d9921e41c8adc95fc7eec3a8219a688b07cf015d",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_touch_claim_update_a4294",
                            referencing="REFERENCING OLD TABLE AS before_change  NEW TABLE AS after_change ",
                            table="claims_claimant",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="touch_claim_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM claims_touch(ARRAY(SELECT claim_id FROM changed)); RETURN NULL;",
                            hash="8f9e55d3ca8306c07dd5cef43e5fab210b81e831",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_touch_claim_delete_652a3",
                            referencing="REFERENCING OLD TABLE AS changed ",
                            table="claims_claimant",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="refresh_search_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM claims_refresh_search(ARRAY(SELECT claim_id FROM changed)); RETURN NULL;",
                            hash="c93997361fe548f162c3bc9bc108c4ad4f5a085e",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_refresh_search_insert_7a682",
                            referencing="REFERENCING NEW TABLE AS changed ",
                            table="claims_claimant",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="refresh_search_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM claims_refresh_search(ARRAY(SELECT claim_id FROM (\n    (SELECT * FROM before_change EXCEPT ALL SELECT * FROM after_change)\n    UNION ALL (SELECT * FROM after_change EXCEPT ALL SELECT * FROM before_change)\n) changed)); RETURN NULL;",
                            hash="e1eeddff1154811ea6664a1ca6d40c2ce410c4d4",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_refresh_search_update_54d45",
                            referencing="REFERENCING OLD TABLE AS before_change  NEW TABLE AS after_change ",
                            table="claims_claimant",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="refresh_search_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM claims_refresh_search(ARRAY(SELECT claim_id FROM changed)); RETURN NULL;",
                            hash="8ee2ebee5f9ac80f2ce1bc5cc31b35639bc85603",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_refresh_search_delete_41521",
                            referencing="REFERENCING OLD TABLE AS changed ",
                            table="claims_claimant",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="keeps_published",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            constraint="CONSTRAINT",
                            func="PERFORM claims_check_published(OLD.claim_id); RETURN NULL;",
                            hash="5f3cf92f179e4d4be31554b865e74c15694f850a",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_keeps_published_08486",
                            table="claims_claimant",
                            timing="DEFERRABLE INITIALLY DEFERRED",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="role_of_speaker",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (NEW."role_id" IS NOT NULL)',
                            constraint="CONSTRAINT",
                            func="\n                IF EXISTS (\n                    SELECT FROM claims_claimant c JOIN claims_role r ON r.id = c.role_id\n                    WHERE c.id = NEW.id AND c.speaker_id IS DISTINCT FROM r.speaker_id\n                ) THEN\n                    RAISE 'This role is another speaker''s: choose one of the claimant''s own.' USING ERRCODE = 'check_violation', CONSTRAINT = 'claimant_role_of_speaker';\n                END IF;\n                 RETURN NULL;",
                            hash="b17e34516c7a7fbd27b7083888d7e9da71ae5b45",
                            operation="INSERT OR UPDATE",
                            pgid="pgtrigger_role_of_speaker_036b3",
                            table="claims_claimant",
                            timing="DEFERRABLE INITIALLY DEFERRED",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."basis" IS DISTINCT FROM (NEW."basis") OR OLD."claim_id" IS DISTINCT FROM (NEW."claim_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."label" IS DISTINCT FROM (NEW."label") OR OLD."position" IS DISTINCT FROM (NEW."position") OR OLD."role_id" IS DISTINCT FROM (NEW."role_id") OR OLD."speaker_id" IS DISTINCT FROM (NEW."speaker_id"))',
                            func='INSERT INTO "claims_claimantevent" ("basis", "claim_id", "created_at", "created_by_id", "created_via", "id", "label", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "role_id", "speaker_id", "updated_at", "version") VALUES (OLD."basis", OLD."claim_id", OLD."created_at", OLD."created_by_id", OLD."created_via", OLD."id", OLD."label", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', OLD."id", OLD."position", OLD."role_id", OLD."speaker_id", OLD."updated_at", OLD."version"); RETURN NULL;',
                            hash="74827116895fabe2cacc1e2809a12b209fc46b43",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_7f028",
                            table="claims_claimant",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "claims_claimantevent" ("basis", "claim_id", "created_at", "created_by_id", "created_via", "id", "label", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "position", "role_id", "speaker_id", "updated_at", "version") VALUES (OLD."basis", OLD."claim_id", OLD."created_at", OLD."created_by_id", OLD."created_via", OLD."id", OLD."label", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."position", OLD."role_id", OLD."speaker_id", OLD."updated_at", OLD."version"); RETURN NULL;',
                            hash="ab7fcce0a96b7d048a16f3caf6178f7be95010eb",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_d4643",
                            table="claims_claimant",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RoleEvent",
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
                        to="claims.role",
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
                    "speaker",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="claims.speaker",
                    ),
                ),
                ("title", models.CharField(max_length=300)),
                (
                    "organization",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="claims.speaker",
                    ),
                ),
                ("held", factbase.fields.DateRange(blank=True, null=True)),
            ],
            options={
                "abstract": False,
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="ccc3f0ed312d4dac6e410109608f69f330964308",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_296cb",
                            table="claims_roleevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ClaimSubjectEvent",
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
                        to="claims.claimsubject",
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
                    "claim",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="claims.claim",
                    ),
                ),
                (
                    "speaker",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="claims.speaker",
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
                            hash="7dfd466f9aa5348716e547969b8108e51105e81b",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_97e73",
                            table="claims_claimsubjectevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ClaimantEvent",
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
                        to="claims.claimant",
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
                    "claim",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="claims.claim",
                    ),
                ),
                (
                    "speaker",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="claims.speaker",
                    ),
                ),
                (
                    "role",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="claims.role",
                    ),
                ),
                (
                    "label",
                    models.CharField(
                        blank=True, help_text="As described: immigration studies experts.", max_length=300
                    ),
                ),
                (
                    "basis",
                    models.CharField(
                        choices=[
                            ("named", "Named"),
                            ("unnamed", "Unnamed: described, not named"),
                            ("anonymous", "Anonymous: identity withheld"),
                            ("author", "Author: the source's own voice"),
                        ],
                        default="named",
                        max_length=20,
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0)),
            ],
            options={
                "abstract": False,
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="9d3c0d5348eaa54d8648d3b89c92b283a28dd2bc",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_e7a55",
                            table="claims_claimantevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="AttributionEvent",
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
                        to="claims.attribution",
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
                    "citation",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="claims.citation",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0)),
                (
                    "speaker",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="claims.speaker",
                    ),
                ),
                ("label", models.CharField(blank=True, max_length=300)),
                ("verb", models.CharField(blank=True, help_text="As printed: told.", max_length=100)),
            ],
            options={
                "abstract": False,
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="5dea884e8b50b563034be8c1285b262de96e503f",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_9dd73",
                            table="claims_attributionevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="SpeakerEvent",
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
                        to="claims.speaker",
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
                (
                    "kind",
                    models.CharField(choices=[("person", "Person"), ("organization", "Organization")], max_length=20),
                ),
                ("name", models.CharField(max_length=300)),
                (
                    "aliases",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=300),
                        blank=True,
                        default=list,
                        help_text="Other names and spellings, with commas between.",
                        size=None,
                    ),
                ),
                ("description", models.CharField(blank=True, max_length=1000)),
                (
                    "country",
                    models.CharField(
                        blank=True,
                        help_text="ISO 3166-1 code, e.g. MX.",
                        max_length=2,
                        validators=[factbase.codes.validate_country],
                    ),
                ),
                (
                    "wikidata_id",
                    models.CharField(
                        blank=True, help_text="Q and digits, e.g. Q4115068.", max_length=20, verbose_name="Wikidata id"
                    ),
                ),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        help_text="Of an organization: the one it belongs to.",
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="claims.speaker",
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
                            hash="4c9d2e5edff8cca0700490bf7be500f6b256b177",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_9c114",
                            table="claims_speakerevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ClaimTopicEvent",
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
                        to="claims.claimtopic",
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
                    "claim",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="claims.claim",
                    ),
                ),
                (
                    "topic",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="claims.topic",
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
                            hash="2dbe984367cd4bad8386644b41ce64842d7138ca",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_cefd0",
                            table="claims_claimtopicevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="TopicEvent",
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
                        to="claims.topic",
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
                ("name", models.CharField(max_length=200)),
                (
                    "parent",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="claims.topic",
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
                            hash="23bb4601503dae76b9c311784eb4dceb19884a7e",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_7eb88",
                            table="claims_topicevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Translation",
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
                    "claim",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="translations", to="claims.claim"
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        help_text="BCP 47, e.g. es or en-US.",
                        max_length=35,
                        validators=[factbase.codes.validate_language],
                    ),
                ),
                ("text", models.TextField(max_length=5000)),
                ("translator", models.CharField(blank=True, max_length=300)),
            ],
            options={
                "ordering": ["language", "id"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("claim", "language"),
                        name="translation_language_unique",
                        violation_error_message="The claim has a translation into this language already: edit that one.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("text", ""), _negated=True),
                            django.db.models.lookups.LessThanOrEqual(
                                django.db.models.functions.text.Length("text"), models.Value(5000)
                            ),
                            ("language__regex", "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"),
                        ),
                        name="translation_has_text",
                        violation_error_message="A translation has 1 to 5,000 characters and a BCP 47 language tag.",
                    ),
                ],
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="stamp",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="\n            NEW.created_at := OLD.created_at;\n            NEW.created_by_id := OLD.created_by_id;\n            NEW.created_via := OLD.created_via;\n            IF NEW.version = OLD.version + 1\n               OR to_jsonb(NEW) - ARRAY['created_at', 'created_by_id', 'created_via', 'updated_at', 'version'] <> to_jsonb(OLD) - ARRAY['created_at', 'created_by_id', 'created_via', 'updated_at', 'version']\n            THEN\n                NEW.version := OLD.version + (OLD.updated_at <> now())::int;\n                NEW.updated_at := now();\n            ELSE\n                NEW.version := OLD.version;\n                NEW.updated_at := OLD.updated_at;\n            END IF;\n            RETURN NEW;\n        ",
                            hash="1bb46e7e08a503afee5c88abcd318f79e0ff29ff",
                            operation="UPDATE",
                            pgid="pgtrigger_stamp_b48ea",
                            table="claims_translation",
                            when="BEFORE",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="touch_claim_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM claims_touch(ARRAY(SELECT claim_id FROM changed)); RETURN NULL;",
                            hash="5b082a4793a8e25ce99fde50b0ee5968f09fc427",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_touch_claim_insert_a5ed3",
                            referencing="REFERENCING NEW TABLE AS changed ",
                            table="claims_translation",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="touch_claim_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM claims_touch(ARRAY(SELECT claim_id FROM (\n    (SELECT * FROM before_change EXCEPT ALL SELECT * FROM after_change)\n    UNION ALL (SELECT * FROM after_change EXCEPT ALL SELECT * FROM before_change)\n) changed)); RETURN NULL;",
                            hash="8f2c4bc1d8f0d00e560f4ad498ae629229658b1b",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_touch_claim_update_96e8d",
                            referencing="REFERENCING OLD TABLE AS before_change  NEW TABLE AS after_change ",
                            table="claims_translation",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="touch_claim_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM claims_touch(ARRAY(SELECT claim_id FROM changed)); RETURN NULL;",
                            hash="92f61669da0710724b409f7c6e7bf748f93f1b73",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_touch_claim_delete_c1375",
                            referencing="REFERENCING OLD TABLE AS changed ",
                            table="claims_translation",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="refresh_search_insert",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM claims_refresh_search(ARRAY(SELECT claim_id FROM changed)); RETURN NULL;",
                            hash="9b4a8ff48c4418b4e6f0362e01f40d2dd2fcbd34",
                            level="STATEMENT",
                            operation="INSERT",
                            pgid="pgtrigger_refresh_search_insert_02c42",
                            referencing="REFERENCING NEW TABLE AS changed ",
                            table="claims_translation",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="refresh_search_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM claims_refresh_search(ARRAY(SELECT claim_id FROM (\n    (SELECT * FROM before_change EXCEPT ALL SELECT * FROM after_change)\n    UNION ALL (SELECT * FROM after_change EXCEPT ALL SELECT * FROM before_change)\n) changed)); RETURN NULL;",
                            hash="724242fc17eae4ca533b5f7bc6e5a205b2f17544",
                            level="STATEMENT",
                            operation="UPDATE",
                            pgid="pgtrigger_refresh_search_update_754ac",
                            referencing="REFERENCING OLD TABLE AS before_change  NEW TABLE AS after_change ",
                            table="claims_translation",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="refresh_search_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="PERFORM claims_refresh_search(ARRAY(SELECT claim_id FROM changed)); RETURN NULL;",
                            hash="4c956fcb6a7afd25a2b782bf71167e482d785000",
                            level="STATEMENT",
                            operation="DELETE",
                            pgid="pgtrigger_refresh_search_delete_330b5",
                            referencing="REFERENCING OLD TABLE AS changed ",
                            table="claims_translation",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="update_update",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            condition='WHEN (OLD."claim_id" IS DISTINCT FROM (NEW."claim_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."language" IS DISTINCT FROM (NEW."language") OR OLD."text" IS DISTINCT FROM (NEW."text") OR OLD."translator" IS DISTINCT FROM (NEW."translator"))',
                            func='INSERT INTO "claims_translationevent" ("claim_id", "created_at", "created_by_id", "created_via", "id", "language", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "translator", "updated_at", "version") VALUES (OLD."claim_id", OLD."created_at", OLD."created_by_id", OLD."created_via", OLD."id", OLD."language", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'update\', OLD."id", OLD."text", OLD."translator", OLD."updated_at", OLD."version"); RETURN NULL;',
                            hash="44a45dec1972dc85c534d4f2a0f80779d02ac5fd",
                            operation="UPDATE",
                            pgid="pgtrigger_update_update_0077f",
                            table="claims_translation",
                            when="AFTER",
                        ),
                    ),
                    pgtrigger.compiler.Trigger(
                        name="delete_delete",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func='INSERT INTO "claims_translationevent" ("claim_id", "created_at", "created_by_id", "created_via", "id", "language", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "text", "translator", "updated_at", "version") VALUES (OLD."claim_id", OLD."created_at", OLD."created_by_id", OLD."created_via", OLD."id", OLD."language", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, NOW(), \'delete\', OLD."id", OLD."text", OLD."translator", OLD."updated_at", OLD."version"); RETURN NULL;',
                            hash="ea8288c35ec1cf3e5889b2b62e0199927799b0df",
                            operation="DELETE",
                            pgid="pgtrigger_delete_delete_a3d5b",
                            table="claims_translation",
                            when="AFTER",
                        ),
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TranslationEvent",
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
                        to="claims.translation",
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
                    "claim",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="claims.claim",
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        help_text="BCP 47, e.g. es or en-US.",
                        max_length=35,
                        validators=[factbase.codes.validate_language],
                    ),
                ),
                ("text", models.TextField(max_length=5000)),
                ("translator", models.CharField(blank=True, max_length=300)),
            ],
            options={
                "abstract": False,
                "triggers": [
                    pgtrigger.compiler.Trigger(
                        name="append_only",
                        sql=pgtrigger.compiler.UpsertTriggerSql(
                            func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                            hash="c4978084ce0dbecd7a981653a5fae1645450757f",
                            operation="UPDATE OR DELETE",
                            pgid="pgtrigger_append_only_97a75",
                            table="claims_translationevent",
                            when="BEFORE",
                        ),
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ClaimSearch",
            fields=[
                (
                    "claim",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="search",
                        serialize=False,
                        to="claims.claim",
                    ),
                ),
                ("vector", django.contrib.postgres.search.SearchVectorField()),
            ],
            options={
                "verbose_name_plural": "search texts",
                "indexes": [django.contrib.postgres.indexes.GinIndex(fields=["vector"], name="claim_search_vector")],
            },
        ),
        migrations.AddField(
            model_name="Claim",
            name="topics",
            field=models.ManyToManyField(
                blank=True, related_name="claims", through="claims.ClaimTopic", to="claims.topic"
            ),
        ),
        migrations.AddField(
            model_name="Claim",
            name="subjects",
            field=models.ManyToManyField(
                blank=True, related_name="claims_about", through="claims.ClaimSubject", to="claims.speaker"
            ),
        ),
        migrations.AddField(
            model_name="Review",
            name="evidence",
            field=models.ManyToManyField(
                blank=True, related_name="evidence_of", through="claims.ReviewEvidence", to="claims.citation"
            ),
        ),
    ]
