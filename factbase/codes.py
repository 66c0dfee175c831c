"""Codes of languages and places, checked against their registers (pycountry)."""

import re

import pycountry
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

# The same patterns hold in the database, as constraints.
LANGUAGE_PATTERN = r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"
COUNTRY_PATTERN = r"^[A-Z]{2}$"
PLACE_PATTERN = r"^[A-Z]{2}(-[A-Z0-9]{1,3})?$"


def validate_language(value: str) -> None:
    """A BCP 47 tag whose language stands in ISO 639: es, en-US, zh-Hant."""
    primary = value.split("-")[0]
    known = pycountry.languages.get(**{"alpha_2" if len(primary) == 2 else "alpha_3": primary})
    if not re.fullmatch(LANGUAGE_PATTERN, value) or known is None:
        raise ValidationError(
            _("'%(value)s' is no language tag (BCP 47): write es, en or en-US.") % {"value": value}, code="unknown"
        )


def validate_country(value: str) -> None:
    """An ISO 3166-1 alpha-2 code: MX."""
    if not re.fullmatch(COUNTRY_PATTERN, value) or pycountry.countries.get(alpha_2=value) is None:
        raise ValidationError(
            _("'%(value)s' is no country code (ISO 3166-1): write MX or US.") % {"value": value}, code="unknown"
        )


def validate_place(value: str) -> None:
    """An ISO 3166 code of a country or of a part of one: MX, MX-CHP."""
    if "-" not in value:
        validate_country(value)
    elif not re.fullmatch(PLACE_PATTERN, value) or pycountry.subdivisions.get(code=value) is None:
        raise ValidationError(
            _("'%(value)s' is no place code (ISO 3166-2): write MX-CHP, or MX for the whole country.")
            % {"value": value},
            code="unknown",
        )
