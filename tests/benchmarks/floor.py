"""The floor: the same JSON by hand-written prepared statements in a bare view.

It has no middleware, no router, no throttle, no ETag, and no links to other pages. What a page of claims costs at least
is what it costs here. tests/benchmarks/wsgi.py serves it beside Factbase.
"""

import psycopg
from django.db import connection
from django.http import HttpResponse

API = "http://127.0.0.1:{port}/api/v1"
# The claim `c`, as the API shows it to everyone.
CLAIM = """json_build_object(
  'id', c.id, 'url', '{api}/claims/' || c.id || '/', 'kind', c.kind, 'text', c.text, 'wording', c.wording,
  'language', c.language, 'status', c.status,
  'claimants', to_json(ARRAY(
    SELECT json_build_object(
      'basis', x.basis, 'label', x.label,
      'speaker', CASE WHEN s.id IS NOT NULL THEN json_build_object(
        'slug', s.slug, 'name', s.name, 'kind', s.kind, 'url', '{api}/speakers/' || s.slug || '/') END,
      'role', CASE WHEN r.id IS NOT NULL THEN json_build_object(
        'title', r.title, 'organization', (
          SELECT json_build_object('slug', o.slug, 'name', o.name) FROM claims_speaker o WHERE o.id = r.organization_id)
        ) END)
    FROM claims_claimant x LEFT JOIN claims_speaker s ON s.id = x.speaker_id LEFT JOIN claims_role r ON r.id = x.role_id
    WHERE x.claim_id = c.id ORDER BY x.position, x.id)),
  'subjects', to_json(ARRAY(
    SELECT json_build_object('slug', s.slug, 'name', s.name)
    FROM claims_claimsubject x JOIN claims_speaker s ON s.id = x.speaker_id
    WHERE x.claim_id = c.id ORDER BY s.name, s.id)),
  'topics', to_json(ARRAY(
    SELECT json_build_object('slug', t.slug, 'name', t.name)
    FROM claims_claimtopic x JOIN claims_topic t ON t.id = x.topic_id
    WHERE x.claim_id = c.id ORDER BY t.name, t.id)),
  'proposition', (
    SELECT json_build_object('slug', p.slug, 'text', p.text) FROM claims_proposition p WHERE p.id = c.proposition_id),
  'stated', CASE WHEN c.stated IS NOT NULL OR c.stated_as_written <> '' THEN json_build_object(
    'from', lower(c.stated), 'to', upper(c.stated) - 1, 'as_written', c.stated_as_written, 'basis', c.stated_basis) END,
  'occasion', c.occasion,
  'quantities', to_json(ARRAY(
    SELECT json_build_object(
      'id', q.id, 'as_written', q.as_written, 'start', q.start, 'end', q.end, 'comparator', q.comparator,
      'value', trim_scale(q.value)::text, 'upper', trim_scale(q.upper)::text,
      'significant_figures', q.significant_figures, 'lower_bound', trim_scale(lower(q.bounds))::text,
      'upper_bound', trim_scale(upper(q.bounds))::text, 'unit', q.unit, 'per', q.per, 'measure', q.measure,
      'population', q.population,
      'indicator', CASE WHEN i.id IS NOT NULL THEN json_build_object(
        'slug', i.slug, 'name', i.name, 'match', q.indicator_match) END,
      'place', q.place,
      'period', CASE WHEN q.period IS NOT NULL OR q.period_label <> '' THEN json_build_object(
        'from', lower(q.period), 'to', upper(q.period) - 1, 'label', q.period_label) END)
    FROM claims_quantity q LEFT JOIN claims_indicator i ON i.id = q.indicator_id
    WHERE q.claim_id = c.id ORDER BY q.start, q.id)),
  'citations', to_json(ARRAY(
    SELECT json_build_object(
      'id', x.id, 'quote', x.quote, 'directness', x.directness, 'language', x.language, 'locator', x.locator,
      'attributed_to', x.attributed_to, 'note', x.note, 'stance', x.stance, 'is_lead', x.is_lead, 'anchor', x.anchor,
      'start', x.start, 'end', x.end,
      'attribution', to_json(ARRAY(
        SELECT json_build_object(
          'speaker', (SELECT json_build_object('slug', s.slug, 'name', s.name)
                      FROM claims_speaker s WHERE s.id = a.speaker_id),
          'label', a.label, 'verb', a.verb)
        FROM claims_attribution a WHERE a.citation_id = x.id ORDER BY a.position, a.id)),
      'snapshot', (SELECT json_build_object('retrieved_at', {snapshot_time}, 'archive_url', n.archive_url,
        'sha256', n.sha256) FROM sources_snapshot n WHERE n.id = x.snapshot_id),
      'source', json_build_object(
        'id', d.id, 'url', '{api}/sources/' || d.id || '/', 'web', d.url, 'kind', d.kind, 'title', d.title,
        'publisher', CASE WHEN p.id IS NOT NULL THEN json_build_object('slug', p.slug, 'name', p.name) END,
        'published', CASE WHEN d.published IS NOT NULL THEN json_build_object(
          'from', lower(d.published), 'to', upper(d.published) - 1) END,
        'notices', to_json(ARRAY(
          SELECT json_build_object('kind', n.kind, 'dated_on', n.dated_on, 'summary', n.summary)
          FROM sources_notice n WHERE n.source_id = d.id ORDER BY n.dated_on DESC, n.id DESC))))
    FROM claims_citation x JOIN sources_source d ON d.id = x.source_id
    LEFT JOIN sources_publisher p ON p.id = d.publisher_id
    WHERE x.claim_id = c.id ORDER BY x.position, x.id)),
  'translations', to_json(ARRAY(
    SELECT json_build_object('language', t.language, 'text', t.text, 'translator', t.translator)
    FROM claims_translation t WHERE t.claim_id = c.id ORDER BY t.language, t.id)),
  'links', to_json(ARRAY(
    SELECT json_build_object('kind', l.kind, 'direction', 'out', 'claim', json_build_object(
      'id', o.id, 'url', '{api}/claims/' || o.id || '/', 'text', o.text))
    FROM claims_claimlink l JOIN claims_claim o ON o.id = l.to_claim_id
    WHERE l.from_claim_id = c.id AND {public_other} ORDER BY l.id
  ) || ARRAY(
    SELECT json_build_object('kind', l.kind, 'direction', 'in', 'claim', json_build_object(
      'id', o.id, 'url', '{api}/claims/' || o.id || '/', 'text', o.text))
    FROM claims_claimlink l JOIN claims_claim o ON o.id = l.from_claim_id
    WHERE l.to_claim_id = c.id AND {public_other} ORDER BY l.id)),
  'reviews', to_json(ARRAY(
    SELECT json_build_object('id', r.id, 'rating', r.rating, 'label', r.label, 'summary', r.summary,
      'reviewed_on', r.reviewed_on,
      'publisher', (SELECT json_build_object('slug', p.slug, 'name', p.name)
                    FROM sources_publisher p WHERE p.id = d.publisher_id),
      'web', COALESCE(d.url, ''))
    FROM claims_review r LEFT JOIN sources_source d ON d.id = r.source_id
    WHERE r.claim_id = c.id AND r.published_at IS NOT NULL ORDER BY r.reviewed_on DESC, r.id DESC)),
  'published_at', {published_at}, 'created_at', {created_at}, 'updated_at', {updated_at}, 'version', c.version)"""
TIME = """replace(to_char({} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), '.000000Z', 'Z')"""
PUBLIC = "{0}.status = 'published' AND ({0}.embargo_until IS NULL OR {0}.embargo_until <= now())"
NEWEST = "COALESCE(c.stated_latest, '-infinity'::date) DESC, c.id DESC"
HAS_TOPIC = "EXISTS (SELECT FROM claims_claimtopic t WHERE t.claim_id = c.id AND t.topic_id = ANY(%s::uuid[]))"
HAS_WORD = "c.id IN (SELECT s.claim_id FROM claims_claimsearch s WHERE s.vector @@ claims_search_query(%s))"
# The condition on the claim `c` of each case, its parameters in order. Speakers and topics are given by their ids,
# which the API has to look up.
CONDITIONS = {
    "recent": "true",
    "deep": "(COALESCE(c.stated_latest, '-infinity'::date), c.id) < (%s::date, %s::uuid)",
    "topic": HAS_TOPIC,
    "speaker": "EXISTS (SELECT FROM claims_claimant x WHERE x.claim_id = c.id AND x.speaker_id = %s::uuid)",
    "value": """c.id IN (SELECT q.claim_id FROM claims_quantity q
        WHERE q.bounds @> %s::numeric AND q.comparator <> 'order')""",
    "period": """EXISTS (SELECT FROM claims_quantity q
        WHERE q.claim_id = c.id AND q.period && daterange(%s::date, %s::date, '[]'))""",
    "three": f"{HAS_TOPIC} AND c.kind = %s AND c.stated && daterange(%s::date, NULL)",
    "rare": HAS_WORD,
    "words": """EXISTS (SELECT FROM claims_claimsearch s
        WHERE s.claim_id = c.id AND s.vector @@ claims_search_query(%s))""",
}


def claim(port: int) -> str:
    times = {name: TIME.format(f"c.{name}") for name in ("published_at", "created_at", "updated_at")}
    api, snapshot_time = API.format(port=port), TIME.format("n.retrieved_at")
    return CLAIM.format(api=api, snapshot_time=snapshot_time, public_other=PUBLIC.format("o"), **times)


def statement(case: str, port: int) -> str:
    if case == "detail":
        return f"SELECT {claim(port)} FROM claims_claim c WHERE c.id = %s::uuid AND {PUBLIC.format('c')}"
    page = (
        f"SELECT c.* FROM claims_claim c WHERE {PUBLIC.format('c')} AND {CONDITIONS[case]} ORDER BY {NEWEST} LIMIT 25"
    )
    return f"SELECT {claim(port)} FROM ({page}) c ORDER BY {NEWEST}"


statements: dict[tuple[str, int], str] = {}


def floor(request) -> HttpResponse:
    """`case` is one of CONDITIONS, or detail; each `p` a parameter of its statement, in order."""
    asked = request.GET
    key = asked["case"], int(request.META["SERVER_PORT"])
    if key not in statements:
        statements[key] = statement(*key)
    connection.ensure_connection()
    connection.connection.prepare_threshold = 0
    with psycopg.Cursor(connection.connection) as cursor:
        result = cursor.execute(statements[key], asked.getlist("p"), prepare=True).pgresult
        rows = [result.get_value(row, 0) for row in range(result.ntuples)]
    body = rows[0] if key[0] == "detail" else b'{"results": [%b]}' % b", ".join(rows)
    return HttpResponse(body, content_type="application/json")
