"""Requests are counted several at a time (factbase.api.throttling)."""

from django.db import migrations

ONE = """
CREATE FUNCTION factbase_count_request(who text, now_minute bigint) RETURNS integer LANGUAGE sql AS $$
    INSERT INTO factbase_rate AS rate (key, minute, count) VALUES (who, now_minute, 1)
    ON CONFLICT (key) DO UPDATE SET minute = now_minute,
        count = CASE WHEN rate.minute = now_minute THEN rate.count + 1 ELSE 1 END
    RETURNING count;
$$;
"""
SEVERAL = """
-- That many questions more in this minute: how many they are now.
CREATE FUNCTION factbase_count_requests(who text, now_minute bigint, more integer) RETURNS integer LANGUAGE sql AS $$
    INSERT INTO factbase_rate AS rate (key, minute, count) VALUES (who, now_minute, more)
    ON CONFLICT (key) DO UPDATE SET minute = now_minute,
        count = CASE WHEN rate.minute = now_minute THEN rate.count + more ELSE more END
    RETURNING count;
$$;
"""


class Migration(migrations.Migration):
    dependencies = [("factbase", "0004_tokens")]

    operations = [
        migrations.RunSQL("DROP FUNCTION factbase_count_request(text, bigint);", ONE),
        migrations.RunSQL(SEVERAL, "DROP FUNCTION factbase_count_requests(text, bigint, integer);"),
    ]
