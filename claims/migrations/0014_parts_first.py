"""Search text of claims that are not there yet is not begun: a bulk load writes the parts before their claims."""

from importlib import import_module

from django.db import migrations

REFRESH = import_module("claims.migrations.0010_search").REFRESH
LOCKING = "    -- Whoever changes words of these claims at the same time goes before or after, never between.\n"
NARROWED = """    ids := ARRAY(SELECT id FROM claims_claim WHERE id = ANY(ids));
    IF ids = '{}' THEN
        RETURN;
    END IF;
"""
if REFRESH.count(LOCKING) != 1:
    raise ValueError("0010_search has another text: put the narrowing where the rows are locked.")


class Migration(migrations.Migration):
    dependencies = [("claims", "0013_rare_words")]
    operations = [migrations.RunSQL(REFRESH.replace(LOCKING, NARROWED + LOCKING), REFRESH)]
