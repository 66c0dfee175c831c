from django.db import migrations

# A web address as it is compared. Left off: the scheme, www., the default port, a closing slash, the
# fragment, and the parameters that only say where a reader came from. Empty means no address, and is null,
# so that any number of sources may have none.
URL_KEY = r"""
CREATE FUNCTION sources_url_key(url text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    WITH
    bare AS (
        SELECT regexp_replace(regexp_replace(btrim(url), '#.*$', ''), '^[A-Za-z]+://(?:[Ww]{3}\.)?', '') AS address
    ),
    parts AS (
        SELECT lower(substring(address FROM '^[^/?]*')) AS host,
               substring(address FROM '^[^/?]*([^?]*)') AS path,
               substring(address FROM '\?(.*)$') AS query
        FROM bare
    ),
    kept AS (
        SELECT string_agg(parameter, '&' ORDER BY position) AS query
        FROM parts, regexp_split_to_table(parts.query, '&') WITH ORDINALITY AS p(parameter, position)
        WHERE parameter <> '' AND parameter !~* '^(utm_[a-z]+|fbclid|gclid|mc_cid|mc_eid|igshid)(=|$)'
    )
    SELECT NULLIF(
        regexp_replace(parts.host, ':(80|443)$', '') || regexp_replace(parts.path, '/+$', '')
            || COALESCE('?' || kept.query, ''),
        '')
    FROM parts, kept
$$;
"""


class Migration(migrations.Migration):
    initial = True
    dependencies = [("factbase", "0001_initial")]
    operations = [migrations.RunSQL(URL_KEY, "DROP FUNCTION sources_url_key(text)")]
