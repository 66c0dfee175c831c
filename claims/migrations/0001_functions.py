"""The functions that generated columns, triggers and search call. They stand before the tables that use them."""

from django.db import migrations

# What a number means. u is one unit of the last significant figure of v; for v = 0 it is 1.
# Where a CHECK will refuse the row anyway, the range is null, so that the CHECK's message is what people see.
RANGES = r"""
-- By digits, not by log(), which rounds at the edges.
CREATE FUNCTION claims_last_figure(v numeric, figures integer) RETURNS numeric LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE
        WHEN v = 0 THEN 1
        WHEN abs(v) >= 1 THEN ('1e' || length(trunc(abs(v))::text) - figures)::numeric
        ELSE ('1e' || -length(substring(v::text FROM '\.(0*)')) - figures)::numeric
    END
$$;

-- Where a reader would take the number to lie.
CREATE FUNCTION claims_bounds(v numeric, hi numeric, comparator text, figures integer)
RETURNS numrange LANGUAGE plpgsql IMMUTABLE SET search_path FROM CURRENT AS $$
DECLARE
    u numeric;
BEGIN
    IF v IN ('NaN', 'Infinity', '-Infinity') OR (comparator = 'order' AND v <= 0)
       OR (comparator = 'between' AND (hi IS NULL OR hi < v OR hi IN ('NaN', 'Infinity'))) THEN
        RETURN NULL;
    END IF;
    u := claims_last_figure(v, figures);
    RETURN CASE comparator
        WHEN 'equal' THEN numrange(v - u / 2, v + u / 2, '[)')
        WHEN 'about' THEN numrange(v - u / 2, v + u / 2, '[)')
        WHEN 'nearly' THEN numrange(v - u / 2, v, '[)')
        WHEN 'more_than' THEN numrange(v, v + u, '()')
        WHEN 'at_least' THEN numrange(v, v + u, '[)')
        WHEN 'less_than' THEN numrange(v - u, v, '()')
        WHEN 'at_most' THEN numrange(v - u, v, '(]')
        WHEN 'between' THEN numrange(v, hi, '[]')
        WHEN 'order' THEN numrange(v, 10 * v, '[)')
    END;
END
$$;

-- What the words commit the speaker to: two numbers conflict only where these are disjoint.
CREATE FUNCTION claims_entails(v numeric, hi numeric, comparator text, figures integer)
RETURNS numrange LANGUAGE plpgsql IMMUTABLE SET search_path FROM CURRENT AS $$
BEGIN
    IF v IN ('NaN', 'Infinity', '-Infinity') THEN
        RETURN NULL;
    END IF;
    RETURN CASE comparator
        WHEN 'more_than' THEN numrange(v, NULL, '()')
        WHEN 'at_least' THEN numrange(v, NULL, '[)')
        WHEN 'order' THEN numrange(v, NULL, '[)')
        WHEN 'less_than' THEN numrange(NULL, v, '()')
        WHEN 'at_most' THEN numrange(NULL, v, '(]')
        ELSE claims_bounds(v, hi, comparator, figures)
    END;
END
$$;
"""
DROP_RANGES = """
DROP FUNCTION claims_entails(numeric, numeric, text, integer);
DROP FUNCTION claims_bounds(numeric, numeric, text, integer);
DROP FUNCTION claims_last_figure(numeric, integer);
"""

# A change to a part is a change to its claim: its version rises, once a transaction.
TOUCH = """
CREATE FUNCTION claims_touch(ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    UPDATE claims_claim SET version = version + 1 WHERE id = ANY(ids) AND updated_at <> now();
END
$$;
"""

# Rules that span tables, called by deferred triggers: each looks at the rows as they are at the commit.
RULES = """
CREATE FUNCTION claims_check_published(id_of_claim uuid) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM claims_claim WHERE id = id_of_claim AND status = 'published') THEN
        RETURN;
    END IF;
    IF NOT EXISTS (SELECT FROM claims_claimant WHERE claim_id = id_of_claim) THEN
        RAISE 'A published claim needs a claimant: add one, or the source''s own voice (author).'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'claim_published_has_claimant';
    END IF;
    IF NOT EXISTS (SELECT FROM claims_citation WHERE claim_id = id_of_claim AND stance = 'states') THEN
        RAISE 'A published claim needs a citation that states it: add one.'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'claim_published_has_citation';
    END IF;
END
$$;

CREATE FUNCTION claims_check_quantities(id_of_claim uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    wrong record;
BEGIN
    SELECT q.as_written, q.start, q."end", substr(c.text, q.start + 1, q."end" - q.start) AS words INTO wrong
    FROM claims_quantity q JOIN claims_claim c ON c.id = q.claim_id
    WHERE c.id = id_of_claim AND substr(c.text, q.start + 1, q."end" - q.start) <> q.as_written
    LIMIT 1;
    IF FOUND THEN
        RAISE 'The number ''%'' does not stand at % to % of the claim''s text (''%'' does): mend its start and end, or clear both.',
            wrong.as_written, wrong.start, wrong."end", wrong.words
            USING ERRCODE = 'check_violation', CONSTRAINT = 'quantity_words_in_text';
    END IF;
END
$$;

CREATE FUNCTION claims_check_snapshot(id_of_citation uuid) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    c record;
BEGIN
    SELECT citation.*, snapshot.source_id AS snapshot_source_id,
           substr(snapshot.text, citation.start + 1, citation."end" - citation.start) AS words
    INTO c
    FROM claims_citation citation JOIN sources_snapshot snapshot ON snapshot.id = citation.snapshot_id
    WHERE citation.id = id_of_citation;
    IF c.snapshot_source_id <> c.source_id THEN
        RAISE 'This snapshot is another source''s: choose one of the cited source.'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'citation_snapshot_of_source';
    END IF;
    IF c.anchor = 'exact' AND c.words <> c.quote THEN
        RAISE 'The anchor is not exact: the snapshot has ''%'' at % to %.', left(c.words, 100), c.start, c."end"
            USING ERRCODE = 'check_violation', CONSTRAINT = 'citation_exact_anchor';
    END IF;
END
$$;
"""
DROP_RULES = """
DROP FUNCTION claims_check_snapshot(uuid);
DROP FUNCTION claims_check_quantities(uuid);
DROP FUNCTION claims_check_published(uuid);
"""

# Search. Words are indexed by the stem of their own language, accents taken off. A query is read in both
# languages: each of its words may stand in either form. Spanish -acion and -ucion get their accent back, as
# the stemmer knows these endings by it ("deportacion" and "deportaciones" would part otherwise).
SEARCH = r"""
CREATE FUNCTION claims_fold_spanish(words text) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT regexp_replace(unaccent(words), '([au])cion\M', '\1ción', 'gi')
$$;

CREATE FUNCTION claims_vector(language text, words text) RETURNS tsvector LANGUAGE sql STABLE AS $$
    SELECT CASE
        WHEN language ~ '^es\M' THEN to_tsvector('spanish', claims_fold_spanish(words))
        ELSE to_tsvector('english', unaccent(words))
    END
$$;

-- Pieces stand apart, so that no phrase is found across the end of one and the start of the next.
CREATE FUNCTION claims_append_piece(pieces tsvector, piece tsvector) RETURNS tsvector LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN pieces = '' THEN piece ELSE pieces || '¶:100'::tsvector || piece END
$$;
CREATE AGGREGATE claims_pieces(tsvector) (SFUNC = claims_append_piece, STYPE = tsvector, INITCOND = '');

CREATE FUNCTION claims_refresh_search(ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
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

-- One word or phrase; a word that either language leaves out as too common is left out.
CREATE FUNCTION claims_search_term(words text) RETURNS tsquery LANGUAGE sql STABLE AS $$
    SELECT CASE WHEN numnode(en) = 0 OR numnode(es) = 0 THEN '' ELSE en || es END
    FROM (
        SELECT phraseto_tsquery('english', unaccent(words)) AS en,
               phraseto_tsquery('spanish', claims_fold_spanish(words)) AS es
    ) forms
$$;

-- Web syntax: words, "exact phrases", -not, or.
CREATE FUNCTION claims_search_query(q text) RETURNS tsquery LANGUAGE plpgsql STABLE AS $$
DECLARE
    token record;
    term tsquery;
    all_of tsquery := '';
    any_of tsquery := '';
BEGIN
    FOR token IN
        SELECT m[1] = '-' AS negated, m[2] IS NOT NULL AS quoted, COALESCE(m[2], m[3]) AS words
        FROM regexp_matches(q, '(-?)(?:"([^"]*)"?|([^\s"]+))', 'g') m
    LOOP
        IF NOT token.quoted AND NOT token.negated AND lower(token.words) = 'or' THEN
            any_of := any_of || all_of;
            all_of := '';
        ELSE
            term := claims_search_term(token.words);
            all_of := all_of && CASE WHEN token.negated THEN !!term ELSE term END;
        END IF;
    END LOOP;
    RETURN any_of || all_of;
END
$$;
"""
DROP_SEARCH = """
DROP FUNCTION claims_search_query(text);
DROP FUNCTION claims_search_term(text);
DROP FUNCTION claims_refresh_search(uuid[]);
DROP AGGREGATE claims_pieces(tsvector);
DROP FUNCTION claims_append_piece(tsvector, tsvector);
DROP FUNCTION claims_vector(text, text);
DROP FUNCTION claims_fold_spanish(text);
"""


class Migration(migrations.Migration):
    initial = True
    dependencies = [("sources", "0001_functions")]
    operations = [
        migrations.RunSQL(RANGES, DROP_RANGES),
        migrations.RunSQL(TOUCH, "DROP FUNCTION claims_touch(uuid[])"),
        migrations.RunSQL(RULES, DROP_RULES),
        migrations.RunSQL(SEARCH, DROP_SEARCH),
    ]
