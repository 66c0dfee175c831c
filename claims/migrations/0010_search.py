"""Search by the titles of sources too; marks in what is found; spellings near to what is not."""

from django.db import migrations

# As in 0001_functions, and the titles of the sources cited, which weigh least.
REFRESH = r"""
CREATE OR REPLACE FUNCTION claims_refresh_search(ids uuid[]) RETURNS void LANGUAGE plpgsql
    SET plan_cache_mode = force_custom_plan AS $$
DECLARE
    batch uuid[];
BEGIN
    -- Whoever changes words of these claims at the same time goes before or after, never between.
    PERFORM FROM claims_speaker
        WHERE id IN (SELECT speaker_id FROM claims_claimant WHERE claim_id = ANY(ids)) ORDER BY id FOR SHARE;
    PERFORM FROM claims_topic
        WHERE id IN (SELECT topic_id FROM claims_claimtopic WHERE claim_id = ANY(ids)) ORDER BY id FOR SHARE;
    PERFORM FROM sources_source
        WHERE id IN (SELECT source_id FROM claims_citation WHERE claim_id = ANY(ids)) ORDER BY id FOR SHARE;
    PERFORM FROM claims_claim WHERE id = ANY(ids) ORDER BY id FOR NO KEY UPDATE;

    -- A hundred at a time: while the database knows little of new tables, it joins them row by row, and thousands
    -- at once would take hours.
    FOR n IN 1 .. cardinality(ids) BY 100 LOOP
    batch := ids[n : n + 99];
    INSERT INTO claims_claimsearch (claim_id, vector)
    SELECT piece.claim_id,
           ts_delete(claims_pieces(
               setweight(claims_vector(piece.language, piece.words), piece.weight) ORDER BY piece.weight
           ), '¶')
    FROM (
        SELECT id AS claim_id, 'A'::"char" AS weight, language, text AS words
        FROM claims_claim WHERE id = ANY(batch)
        UNION ALL
        SELECT claim_id, 'B', language, text FROM claims_translation WHERE claim_id = ANY(batch)
        UNION ALL
        SELECT c.claim_id, 'B', COALESCE(NULLIF(c.language, ''), claim.language), c.quote
        FROM claims_citation c JOIN claims_claim claim ON claim.id = c.claim_id WHERE c.claim_id = ANY(batch)
        UNION ALL
        SELECT claim_id, 'C', 'en', label FROM claims_claimant WHERE claim_id = ANY(batch)
        UNION ALL
        SELECT c.claim_id, 'C', 'en', names.words
        FROM claims_claimant c JOIN claims_speaker s ON s.id = c.speaker_id, unnest(s.name || s.aliases) AS names(words)
        WHERE c.claim_id = ANY(batch)
        UNION ALL
        SELECT ct.claim_id, 'C', 'en', t.name
        FROM claims_claimtopic ct JOIN claims_topic t ON t.id = ct.topic_id WHERE ct.claim_id = ANY(batch)
        UNION ALL
        -- Once each, however often it is cited.
        SELECT DISTINCT c.claim_id, 'D'::"char", COALESCE(NULLIF(s.language, ''), claim.language), s.title
        FROM claims_citation c JOIN claims_claim claim ON claim.id = c.claim_id JOIN sources_source s ON s.id = c.source_id
        WHERE c.claim_id = ANY(batch)
    ) piece
    WHERE piece.claim_id IN (SELECT id FROM claims_claim WHERE id = ANY(batch))  -- its parts may outlive it a moment
    GROUP BY piece.claim_id
    ON CONFLICT (claim_id) DO UPDATE SET vector = excluded.vector WHERE claims_claimsearch.vector <> excluded.vector;
    END LOOP;
END
$$;
"""
REFRESH_WITHOUT_TITLES = r"""
CREATE OR REPLACE FUNCTION claims_refresh_search(ids uuid[]) RETURNS void LANGUAGE plpgsql
    SET plan_cache_mode = force_custom_plan AS $$
BEGIN
    -- Whoever changes words of these claims at the same time goes before or after, never between.
    PERFORM FROM claims_speaker
        WHERE id IN (SELECT speaker_id FROM claims_claimant WHERE claim_id = ANY(ids)) ORDER BY id FOR SHARE;
    PERFORM FROM claims_topic
        WHERE id IN (SELECT topic_id FROM claims_claimtopic WHERE claim_id = ANY(ids)) ORDER BY id FOR SHARE;
    PERFORM FROM claims_claim WHERE id = ANY(ids) ORDER BY id FOR NO KEY UPDATE;

    INSERT INTO claims_claimsearch (claim_id, vector)
    SELECT piece.claim_id,
           ts_delete(claims_pieces(
               setweight(claims_vector(piece.language, piece.words), piece.weight) ORDER BY piece.weight
           ), '¶')
    FROM (
        SELECT id AS claim_id, 'A'::"char" AS weight, language, text AS words
        FROM claims_claim WHERE id = ANY(ids)
        UNION ALL
        SELECT claim_id, 'B', language, text FROM claims_translation WHERE claim_id = ANY(ids)
        UNION ALL
        SELECT c.claim_id, 'B', COALESCE(NULLIF(c.language, ''), claim.language), c.quote
        FROM claims_citation c JOIN claims_claim claim ON claim.id = c.claim_id WHERE c.claim_id = ANY(ids)
        UNION ALL
        SELECT claim_id, 'C', 'en', label FROM claims_claimant WHERE claim_id = ANY(ids)
        UNION ALL
        SELECT c.claim_id, 'C', 'en', names.words
        FROM claims_claimant c JOIN claims_speaker s ON s.id = c.speaker_id, unnest(s.name || s.aliases) AS names(words)
        WHERE c.claim_id = ANY(ids)
        UNION ALL
        SELECT ct.claim_id, 'C', 'en', t.name
        FROM claims_claimtopic ct JOIN claims_topic t ON t.id = ct.topic_id WHERE ct.claim_id = ANY(ids)
    ) piece
    WHERE piece.claim_id IN (SELECT id FROM claims_claim WHERE id = ANY(ids))  -- its parts may outlive it a moment
    GROUP BY piece.claim_id
    ON CONFLICT (claim_id) DO UPDATE SET vector = excluded.vector WHERE claims_claimsearch.vector <> excluded.vector;
END
$$;
"""

# Sources do not know of claims: the trigger is ours.
RETITLED = """
CREATE FUNCTION claims_source_retitled() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM claims_refresh_search(ARRAY(
        SELECT DISTINCT c.claim_id
        FROM after_change n JOIN before_change o USING (id) JOIN claims_citation c ON c.source_id = n.id
        WHERE (n.title, n.language) IS DISTINCT FROM (o.title, o.language)
    ));
    RETURN NULL;
END
$$;
CREATE TRIGGER claims_source_retitled AFTER UPDATE ON sources_source
    REFERENCING OLD TABLE AS before_change NEW TABLE AS after_change
    FOR EACH STATEMENT EXECUTE FUNCTION claims_source_retitled();
"""
NOT_RETITLED = """
DROP TRIGGER claims_source_retitled ON sources_source;
DROP FUNCTION claims_source_retitled();
"""

WRITE_ANEW = """
DO $$
DECLARE
    ids uuid[];
    last uuid := '00000000-0000-0000-0000-000000000000';
BEGIN
    LOOP
        ids := ARRAY(SELECT id FROM claims_claim WHERE id > last ORDER BY id LIMIT 10000);
        EXIT WHEN ids = '{}';
        PERFORM claims_refresh_search(ids);
        last := ids[cardinality(ids)];
    END LOOP;
END
$$;
"""

# Of ts_parse's tokens, 5 and 15 to 17 (addresses, words with a hyphen) come once more in parts; 12 is what stands
# between words, 13 a <tag>.
HIGHLIGHT = r"""
-- Any of the words that a query asks for, those in phrases too.
CREATE FUNCTION claims_any_word(q text) RETURNS tsquery LANGUAGE sql STABLE AS $$
    SELECT COALESCE(string_agg(regexp_replace(term, ' (<[-0-9]+>|&) ', ' | ', 'g'), ' | '), '')::tsquery
    FROM regexp_matches(q, '(-?)(?:"([^"]*)"?|([^\s"]+))', 'g') m,
         LATERAL (SELECT claims_search_term(COALESCE(m[2], m[3]))::text AS term) read
    WHERE m[1] = '' AND term <> '' AND (m[2] IS NOT NULL OR lower(m[3]) <> 'or')
$$;

CREATE FUNCTION claims_escape(words text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT replace(replace(replace(replace(replace(
        words, '&', '&amp;'), '<', '&lt;'), '>', '&gt;'), '"', '&quot;'), '''', '&#x27;')
$$;

-- The text as HTML, each word that `wanted` finds within <mark>. Word by word, as ts_headline tells words apart by
-- their accents, and search does not.
CREATE FUNCTION claims_highlight(language text, words text, wanted tsquery) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT COALESCE(string_agg(
        CASE WHEN tokid NOT IN (12, 13) AND claims_vector(language, token) @@ wanted
             THEN '<mark>' || claims_escape(token) || '</mark>'
             ELSE claims_escape(token)
        END, '' ORDER BY place
    ), '')
    FROM ts_parse('default', words) WITH ORDINALITY parsed(tokid, token, place)
    WHERE tokid NOT IN (5, 15, 16, 17)
$$;
"""
DROP_HIGHLIGHT = """
DROP FUNCTION claims_highlight(text, text, tsquery);
DROP FUNCTION claims_escape(text);
DROP FUNCTION claims_any_word(text);
"""

# For each of `asked`, up to `most` words spelt like it, the nearest first: words of these claims, and of the names of
# speakers and topics that are near to it.
NEAR = """
CREATE FUNCTION claims_near_words(ids uuid[], asked text[], most integer)
RETURNS TABLE (meant text, word text) LANGUAGE sql STABLE SET pg_trgm.word_similarity_threshold = 0.3 AS $$
    WITH known AS MATERIALIZED (
        SELECT DISTINCT lower(token) AS word
        -- In one piece: ts_parse takes longer to begin than to read a claim.
        FROM (SELECT string_agg(words, ' ') FROM (
            SELECT text FROM claims_claim WHERE id = ANY(ids)
            UNION ALL SELECT text FROM claims_translation WHERE claim_id = ANY(ids)
            UNION ALL SELECT quote FROM claims_citation WHERE claim_id = ANY(ids)
            UNION ALL SELECT array_to_string(s.name || s.aliases, ' ')
                FROM claims_claimant c JOIN claims_speaker s ON s.id = c.speaker_id WHERE c.claim_id = ANY(ids)
            UNION ALL SELECT near.name FROM unnest(asked) a, LATERAL (
                SELECT name FROM claims_speaker WHERE a <% name ORDER BY word_similarity(a, name) DESC LIMIT 50
            ) near
            UNION ALL SELECT near.name FROM unnest(asked) a, LATERAL (
                SELECT name FROM claims_topic WHERE a <% name ORDER BY word_similarity(a, name) DESC LIMIT 50
            ) near
        ) each (words)) said (words), ts_parse('default', said.words) parsed (tokid, token)
        WHERE tokid IN (1, 2, 10, 11) AND length(token) BETWEEN 3 AND 50
    )
    SELECT a, near.word
    FROM unnest(asked) a, LATERAL (
        SELECT k.word, similarity(unaccent(k.word), unaccent(a)) AS likeness FROM known k
        WHERE similarity(unaccent(k.word), unaccent(a)) >= 0.3 AND unaccent(k.word) <> unaccent(lower(a))
        ORDER BY likeness DESC, k.word LIMIT most
    ) near
    ORDER BY near.likeness DESC, near.word
$$;
"""


class Migration(migrations.Migration):
    dependencies = [("claims", "0009_intake_rights")]
    operations = [
        migrations.RunSQL(migrations.RunSQL.noop, WRITE_ANEW),
        migrations.RunSQL(REFRESH, REFRESH_WITHOUT_TITLES),
        migrations.RunSQL(WRITE_ANEW, migrations.RunSQL.noop),
        migrations.RunSQL(RETITLED, NOT_RETITLED),
        migrations.RunSQL(HIGHLIGHT, DROP_HIGHLIGHT),
        migrations.RunSQL(NEAR, "DROP FUNCTION claims_near_words(uuid[], text[], integer)"),
    ]
