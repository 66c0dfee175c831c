"""100,000 claims with all that belongs to them, made by the database itself, the same each time.

Who speaks, about what and in which words is as skewed as in life: the nth is chosen about 1/n as often as the first.
"""

import random
from collections.abc import Iterator
from itertools import accumulate

import pgtrigger
from django.db import connection, transaction

CLAIMS = 100_000
# How many records of each kind have words, and how many words.
SAID = {
    "topic": (400, 2),
    "proposition": (300, 8),
    "speaker": (2_000, 2),
    "publisher": (300, 2),
    "source": (10_000, 6),
    "claim": (CLAIMS, 9),
    "citation": (130_000, 8),
}
# At places that say how common they are: some 40 in a hundred claims of their language have the first of them.
KNOWN = {
    "en": {1: "migrants", 4: "detentions", 60: "remittances", 900: "caravan"},
    "es": {1: "migrantes", 4: "detenciones", 60: "remesas", 900: "caravana"},
}
SYLLABLES = {
    "en": "ton ber wick lor man field ash den mor gate well brook",
    "es": "ra mi to ca lo den ria ven so po gua",
}
WORDS = 3_000

# Rows that are written in one transaction raise no version and correct nothing, and their search text is written once,
# at the end: by what would else be done anew for each table.
LATER = [
    f"claims.{model}:{name}_insert"
    for model, names in {
        "Claim": ["refresh_search"],
        **dict.fromkeys(["Claimant", "Citation", "Translation", "ClaimTopic"], ["touch_claim", "refresh_search"]),
        **dict.fromkeys(["ClaimSubject", "Quantity", "Review", "ClaimLink", "Attribution"], ["touch_claim"]),
    }.items()
    for name in names
]

FUNCTIONS = r"""
CREATE FUNCTION pg_temp.key(kind int, n bigint) RETURNS uuid LANGUAGE sql IMMUTABLE AS $$
    SELECT (lpad(to_hex(1700000000000 + n * 1000), 12, '0') || '7' || lpad(to_hex(kind), 3, '0')
            || '8' || lpad(to_hex(n), 15, '0'))::uuid $$;
CREATE FUNCTION pg_temp.chance(n bigint, salt bigint) RETURNS float8 LANGUAGE sql IMMUTABLE AS $$
    SELECT (hashint8extended(n, salt) & 1073741823)::float8 / 1073741824 $$;
CREATE FUNCTION pg_temp.skewed(n bigint, salt bigint, size int) RETURNS int LANGUAGE sql IMMUTABLE AS $$
    SELECT floor(exp(pg_temp.chance(n, salt) * ln(size + 1)))::int - 1 $$;
CREATE FUNCTION pg_temp.day(n bigint) RETURNS date LANGUAGE sql IMMUTABLE AS $$
    SELECT '2026-06-30'::date - (pg_temp.chance(n, 7) ^ 2 * 12000)::int $$;
CREATE TEMPORARY TABLE said (kind text, n int, words text);
"""

ROWS = r"""
INSERT INTO factbase_user (id, password, is_superuser, username, first_name, last_name, email, is_staff, is_active,
                           date_joined, language)
VALUES (pg_temp.key(1, 1), '!', false, 'many', '', '', '', false, true, now(), 'en');

INSERT INTO claims_topic (id, slug, name, parent_id)
SELECT pg_temp.key(2, n), 'topic-' || n, 'Topic ' || initcap(words) || ' ' || n,
       CASE WHEN n >= 8 THEN pg_temp.key(2, n / 8 - 1) END
FROM said WHERE kind = 'topic';
INSERT INTO claims_indicator (id, slug, name, definition, unit)
SELECT pg_temp.key(3, n), 'indicator-' || n, 'Indicator ' || n, 'What is counted.', 'detentions'
FROM generate_series(0, 19) n;
INSERT INTO claims_proposition (id, slug, text)
SELECT pg_temp.key(4, n), 'proposition-' || n, initcap(words) || ' ' || n
FROM said WHERE kind = 'proposition';

INSERT INTO claims_speaker (id, slug, kind, name, aliases, description, country, wikidata_id, parent_id)
SELECT pg_temp.key(5, n), 'speaker-' || n, CASE WHEN n % 5 = 0 THEN 'organization' ELSE 'person' END,
       initcap(words) || ' ' || n, '{}', '',
       (ARRAY['US', 'MX', 'US', 'GT', ''])[n % 5 + 1], '',
       CASE WHEN n % 5 = 0 AND n >= 50 THEN pg_temp.key(5, n / 50 * 5 - 5) END
FROM said WHERE kind = 'speaker';
INSERT INTO claims_role (id, speaker_id, title, organization_id, held)
SELECT pg_temp.key(6, n), pg_temp.key(5, n * 5 + 1), 'Secretary', pg_temp.key(5, n % 80 * 5),
       CASE WHEN n % 3 > 0 THEN '[2000-01-01,2030-01-01)'::daterange END
FROM generate_series(0, 399) n;

INSERT INTO sources_publisher (id, slug, name, homepage, country)
SELECT pg_temp.key(7, n), 'publisher-' || n, 'Publisher ' || initcap(words) || ' ' || n,
       'https://paper' || n || '.example/', CASE WHEN n % 2 = 0 THEN 'US' ELSE 'MX' END
FROM said WHERE kind = 'publisher';
INSERT INTO sources_source (id, kind, title, authors, publisher_id, container_title, volume, issue, pages, doi, url,
                            language, published, published_as_written, abstract, original_language, translator, rights,
                            created_at)
SELECT pg_temp.key(8, n), (ARRAY['article-newspaper', 'report', 'webpage', 'article-journal'])[n % 4 + 1],
       initcap(words), '{}',
       pg_temp.key(7, pg_temp.skewed(n, 6, 300)), '', '', '', '',
       CASE WHEN n % 4 = 3 THEN '10.5555/many.' || n ELSE '' END, 'https://paper.example/articles/' || n,
       CASE WHEN n % 3 = 0 THEN 'es' ELSE 'en' END, daterange(pg_temp.day(n), pg_temp.day(n), '[]'), '', '', '', '', '',
       now() - n * interval '1 hour'
FROM said WHERE kind = 'source';

INSERT INTO claims_claim (id, kind, text, wording, language, proposition_id, stated, stated_as_written, stated_basis,
                          occasion, status, submitted_by_id, published_by_id, published_at, returned_note,
                          embargo_until, withdrawn_kind, withdrawn_reason, sensitive, notes, created_at)
SELECT pg_temp.key(9, n), (ARRAY['statistic', 'fact', 'promise', 'prediction', 'opinion', 'demand'])
           [pg_temp.skewed(n, 8, 6) + 1],
       initcap(words) || ' ' || n || '.', 'edited', tongue,
       CASE WHEN n % 10 = 0 THEN pg_temp.key(4, CASE WHEN pg_temp.chance(n, 9) < 0.25 THEN 0
                                                     ELSE pg_temp.skewed(n, 10, 300) END) END,
       CASE WHEN n % 20 > 0 THEN daterange(pg_temp.day(n), pg_temp.day(n) + n % 31 / 30 * 20, '[]') END, '',
       CASE WHEN n % 20 > 0 THEN 'printed' ELSE '' END, '', status, NULL,
       CASE WHEN status IN ('published', 'withdrawn') THEN pg_temp.key(1, 1) END,
       CASE WHEN status IN ('published', 'withdrawn') THEN now() - (200000 - n) * interval '5 minutes' END, '',
       CASE WHEN n % 100 = 4 THEN now() + interval '1 day' END,
       CASE WHEN status = 'withdrawn' THEN 'error' ELSE '' END,
       CASE WHEN status = 'withdrawn' THEN 'Misread.' ELSE '' END, n % 500 = 0, '',
       now() - (200000 - n) * interval '5 minutes'
FROM (
    SELECT n, words, CASE WHEN n % 3 = 0 THEN 'es' ELSE 'en' END AS tongue,
           CASE n % 100 WHEN 1 THEN 'draft' WHEN 2 THEN 'in_review' WHEN 3 THEN 'withdrawn' ELSE 'published' END
               AS status
    FROM said WHERE kind = 'claim'
) each;

INSERT INTO claims_claimant (id, claim_id, speaker_id, role_id, label, basis, position)
SELECT pg_temp.key(10, n), pg_temp.key(9, n), pg_temp.key(5, who),
       CASE WHEN who % 5 = 1 AND n % 2 = 0 THEN pg_temp.key(6, who / 5) END, '', 'named', 0
FROM (SELECT n, pg_temp.skewed(n, 11, 2000) AS who FROM generate_series(0, 99999) n) each;
INSERT INTO claims_citation (id, claim_id, source_id, position, quote, directness, language, prefix, suffix, locator,
                             attributed_to, note, stance, is_lead, anchor)
SELECT pg_temp.key(11, n), pg_temp.key(9, n % 100000), pg_temp.key(8, pg_temp.skewed(n, 12, 10000)), n / 100000,
       initcap(words) || '.',
       (ARRAY['direct', 'author', 'indirect', 'partial'])[pg_temp.skewed(n, 14, 4) + 1],
       CASE WHEN n % 100000 % 3 = 0 THEN 'es' ELSE 'en' END, '', '', '', '', '', 'states', n < 100000, 'unchecked'
FROM said WHERE kind = 'citation';
INSERT INTO claims_attribution (id, citation_id, position, speaker_id, label, verb)
SELECT pg_temp.key(12, n), pg_temp.key(11, n * 40), 0, pg_temp.key(5, n % 2000), '', 'said'
FROM generate_series(0, 2499) n;
INSERT INTO claims_claimtopic (id, claim_id, topic_id)
SELECT pg_temp.key(13, n), pg_temp.key(9, n % 100000),
       pg_temp.key(2, (pg_temp.skewed(n % 100000, 15, 400) + n / 100000) % 400)
FROM generate_series(0, 139999) n;
INSERT INTO claims_claimsubject (id, claim_id, speaker_id)
SELECT pg_temp.key(14, n), pg_temp.key(9, n * 5), pg_temp.key(5, pg_temp.skewed(n, 16, 2000))
FROM generate_series(0, 19999) n;
INSERT INTO claims_translation (id, claim_id, language, text, translator)
SELECT pg_temp.key(15, n), pg_temp.key(9, n * 20), 'fr', 'Traduction ' || n, '' FROM generate_series(0, 4999) n;
INSERT INTO claims_quantity (id, claim_id, as_written, value, comparator, significant_figures, unit, per, measure,
                             population, indicator_id, indicator_match, place, place_as_written, period, period_label,
                             created_at)
SELECT pg_temp.key(16, n), pg_temp.key(9, n * 5 / 3), about, about::numeric,
       (ARRAY['equal', 'about', 'more_than', 'at_least', 'less_than', 'order'])[pg_temp.skewed(n, 17, 6) + 1],
       CASE WHEN n % 3 = 0 THEN length(about) ELSE 2 END,
       (ARRAY['detentions', 'workers', 'percent', 'usd', 'people'])[pg_temp.skewed(n, 18, 5) + 1], '', 'level', '',
       CASE WHEN n % 10 = 0 THEN pg_temp.key(3, pg_temp.skewed(n, 19, 20)) END,
       CASE WHEN n % 10 = 0 THEN CASE WHEN n % 20 = 0 THEN 'exact' ELSE 'comparable' END ELSE '' END,
       (ARRAY['US', 'MX', '', 'MX-CHP', 'US-TX'])[pg_temp.skewed(n, 20, 5) + 1], '',
       CASE WHEN n % 4 > 0 THEN daterange(make_date(1990 + n % 36, 1, 1), make_date(1991 + n % 36, 1, 1)) END, '',
       now() - (200000 - n) * interval '5 minutes'
FROM (SELECT n, (10 + floor(exp(pg_temp.chance(n, 21) * ln(1e7))))::bigint::text AS about
      FROM generate_series(0, 59999) n) each;
INSERT INTO claims_review (id, claim_id, rating, label, summary, source_id, published_by_id, published_at)
SELECT pg_temp.key(17, n), pg_temp.key(9, n * 7),
       CASE WHEN n % 500 = 1 THEN 'not_ratable'
            ELSE (ARRAY['true', 'false', 'mixed', 'unproven'])[pg_temp.skewed(n, 22, 4) + 1] END,
       '', '', pg_temp.key(8, n), CASE WHEN n % 4 > 0 THEN pg_temp.key(1, 1) END, CASE WHEN n % 4 > 0 THEN now() END
FROM generate_series(0, 9999) n;
INSERT INTO claims_claimlink (id, from_claim_id, to_claim_id, kind, note)
SELECT pg_temp.key(18, n), pg_temp.key(9, n * 40), pg_temp.key(9, n * 40 + 7), 'supports', ''
FROM generate_series(0, 2399) n"""


def vocabulary(language: str) -> list[str]:
    """The words of a language, the commonest first."""
    chosen, made = random.Random(language), {}
    while len(made) < WORDS:
        made["".join(chosen.choices(SYLLABLES[language].split(), k=4))] = True
    return [KNOWN[language].get(n, word) for n, word in enumerate(made)]


def said() -> Iterator[tuple[str, int, str]]:
    """What is said in each record that has words, a third of them in Spanish."""
    chosen = random.Random(1)
    weights = list(accumulate(1 / (n + 1) for n in range(WORDS)))
    english, spanish = vocabulary("en"), vocabulary("es")
    for kind, (rows, size) in SAID.items():
        for n in range(rows):
            words = spanish if n % CLAIMS % 3 == 0 else english
            yield kind, n, " ".join(chosen.choices(words, cum_weights=weights, k=size))


def make_rows() -> None:
    """Write them all, in one transaction, and have the database look at what it has then."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(FUNCTIONS)
        with cursor.copy("COPY said FROM STDIN") as copy:
            for row in said():
                copy.write_row(row)
        cursor.execute("ANALYZE said")
        with pgtrigger.ignore(*LATER):
            for statement in ROWS.split(";\n"):
                cursor.execute(statement.replace("%", "%%"))
        cursor.execute("ANALYZE")  # or the search text is put together row by row
        cursor.execute("SELECT claims_refresh_search(ARRAY(SELECT id FROM claims_claim ORDER BY id))")
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE said")
        # As autovacuum would do in a while: without it no index is read by itself.
        cursor.execute("VACUUM ANALYZE")
