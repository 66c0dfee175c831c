"""Every text of the admin has its Spanish. Where a test here fails: CONTRIBUTING.md, recipe 4."""

import gettext
from io import BytesIO

import pytest
from babel.messages.catalog import Catalog
from django.core.management import call_command
from django.db import connection
from django.utils.functional import Promise
from django.utils.translation import override

from claims.models import Claim, ClaimLink
from factbase import catalogue, names, triggers
from factbase.models import Via

REMEDY = "run manage.py makemessages, translate what it names in locale/es/LC_MESSAGES/django.po, and run it again"


def texts(catalog: Catalog) -> set:
    return {(message.context, message.id) for message in catalog if message.id}


def test_has_every_text_and_no_other():
    missing = texts(catalogue.extracted()) - texts(catalogue.read())
    gone = texts(catalogue.read()) - texts(catalogue.extracted())
    assert not missing, f"{REMEDY}: {missing}"
    assert not gone, f"{REMEDY}: {gone}"


def test_translates_each_whole():
    wrong = {
        message.id: problem for message in catalogue.read() if message.id and (problem := catalogue.wrong(message))
    }
    assert not wrong, f"{REMEDY}: {wrong}"


def test_is_compiled():
    """As bytes it may differ, from one Babel to the next."""
    fresh = gettext.GNUTranslations(BytesIO(catalogue.as_mo(catalogue.read())))._catalog
    with catalogue.MO.open("rb") as file:
        kept = gettext.GNUTranslations(file)._catalog
    assert {key: text for key, text in kept.items() if key} == {key: text for key, text in fresh.items() if key}, REMEDY


@pytest.mark.parametrize(
    ("id", "string", "problem"),
    [
        pytest.param("Yes", "Sí", "", id="whole"),
        pytest.param("Yes", "", "is not translated", id="empty"),
        pytest.param("%(n)d of %(m)d", "%(m)d, de ellas %(n)d", "", id="values in another order"),
        pytest.param("%(name)s goes", "%(nombre)s desaparece", "has other values: %(name)s %(nombre)s", id="renamed"),
        pytest.param("now: {}", "ahora", "has other values: {}", id="a value left out"),
        pytest.param(("%(n)d row", "%(n)d rows"), ("%(n)d fila", ""), "is not translated", id="plural left out"),
    ],
)
def test_what_a_translation_lacks_is_named(id, string, problem):
    assert catalogue.wrong(Catalog().add(id, string)) == problem


def test_makemessages_adds_what_is_new_takes_out_what_is_gone_and_compiles(tmp_path, monkeypatch, capsys):
    catalog = catalogue.read()
    del catalog["Submit for review"]
    catalog.add("No longer said.", "Ya no se dice.")
    po, mo = tmp_path / "django.po", tmp_path / "django.mo"
    po.write_bytes(catalogue.as_po(catalog))
    monkeypatch.setattr(catalogue, "PO", po)
    monkeypatch.setattr(catalogue, "MO", mo)
    call_command("makemessages")
    said = capsys.readouterr()
    assert "'Submit for review' is not translated" in said.err
    assert f"{len(texts(catalogue.extracted()))} texts" in said.out
    assert "Submit for review" in catalogue.read()
    assert "No longer said." not in catalogue.read()
    with mo.open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    assert compiled.gettext("Withdraw") == "Retirar"
    again = po.read_bytes()
    call_command("makemessages")
    assert po.read_bytes() == again


@pytest.mark.parametrize("model", list(names.our_models()), ids=lambda model: model.__name__)
def test_all_that_a_model_says_is_translated_when_it_is_read(model):
    said = [model._meta.verbose_name, model._meta.verbose_name_plural]
    for field in (*model._meta.local_fields, *model._meta.local_many_to_many):
        said += [field.verbose_name, field.help_text, *(label for value, label in field.choices or () if value)]
    said += [constraint.violation_error_message for constraint in model._meta.constraints]
    assert [text for text in said if text and not isinstance(text, Promise)] == []


@pytest.mark.django_db
def test_all_that_triggers_say_is_known():
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT replace(m[1], $$''$$, $$'$$) FROM pg_proc,"
            " regexp_matches(prosrc, $$RAISE '((?:[^']|'')+)'[^;]*CONSTRAINT$$, 'g') m"
            " WHERE pronamespace = 'public'::regnamespace"
        )
        assert {text for (text,) in cursor.fetchall()} == set(triggers.said)


def test_names_choices_and_rules_in_both_languages():
    field, link = Claim._meta.get_field("stated_basis"), ClaimLink(kind="breaks")
    rule = next(one for one in Claim._meta.constraints if one.name == "claim_kind_known")

    def said():
        return [
            str(Claim._meta.verbose_name),
            str(Claim._meta.verbose_name_plural),
            str(field.verbose_name),
            str(Claim.Status.IN_REVIEW.label),
            link.get_kind_display(),
            Claim(created_via=Via.SHELL).get_created_via_display(),
            str(dict(Via.choices)["fixture"]),
            rule.get_violation_error_message(),
        ]

    words = "statistic, fact, promise, prediction, opinion, demand"
    assert said() == [
        "claim",
        "claims",
        "stated basis",
        "In review",
        "breaks",
        "Shell",
        "Fixture",
        f"The kind is one of {words}.",
    ]
    with override("es"):
        refusal = f"El campo «tipo» admite uno de estos valores: {words}."
        assert said() == [
            "afirmación",
            "afirmaciones",
            "fundamento de la fecha",
            "En revisión",
            "incumple",
            "Consola",
            "Datos de muestra",
            refusal,
        ]
