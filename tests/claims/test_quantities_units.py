"""What a number counts, and per what."""

import pytest

from claims.quantities import find_quantities


@pytest.mark.parametrize(
    ("language", "text", "unit", "per"),
    [
        pytest.param(language, text, unit, per, id=f"{language} {text}")
        for language, text, unit, per in [
            ("en", "roughly 6 million Mexican workers who live here", "workers", ""),
            ("en", "around 8,000 people left", "people", ""),
            ("en", "300 asylum seekers", "asylum seekers", ""),
            ("en", "one migrant died", "migrant", ""),
            ("en", "300 of the migrants", "migrants", ""),
            ("en", "two-thirds of Mexicans", "mexicans", ""),
            ("en", "half the population", "population", ""),
            ("en", "a 20-year sentence", "year", ""),
            ("en", "12 percent of voters", "percent", ""),
            ("en", "3 percentage points", "percentage points", ""),
            ("en", "$5 million", "USD", ""),
            ("en", "€5", "EUR", ""),
            ("en", "MXN 500", "MXN", ""),
            ("en", "500 Mexican pesos", "MXN", ""),
            ("en", "500 pesos", "pesos", ""),
            ("en", "5 million U.S. dollars", "USD", ""),
            ("en", "5km", "km", ""),
            ("en", "12 per 100,000 inhabitants", "", "100,000 inhabitants"),
            ("en", "$15 an hour", "USD", "hour"),
            ("en", "2.5 million barrels a day", "barrels", "day"),
            ("en", "for every arrest, at least three more migrants may come", "migrants", "arrest"),
            ("en", "90 km/h", "km", "h"),
            ("en", "He counted 300.", "", ""),
            ("es", "3,2 millones de detenciones", "detenciones", ""),
            ("es", "al menos 43 nuevos casos", "casos", ""),
            ("es", "5 millones de euros", "EUR", ""),
            ("es", "500 pesos mexicanos", "MXN", ""),
            ("es", "$500", "", ""),
            ("es-MX", "$500", "MXN", ""),
            ("es", "$500 pesos", "pesos", ""),
            ("es", "US$500", "USD", ""),
            ("es", "300 mdp", "MXN", ""),
            ("es", "dos puntos porcentuales", "puntos porcentuales", ""),
            ("es", "12 por cada 100.000 habitantes", "", "100.000 habitantes"),
            ("es", "300 pesos por día", "pesos", "día"),
            ("es", "700 euros de alquiler al mes", "EUR", "mes"),
            ("es", "300 detenidos por robo", "detenidos", ""),
            ("es", "la mitad llegó", "", ""),
        ]
    ],
)
def test_unit_and_per(language, text, unit, per):
    (reading,) = find_quantities(text, language)
    assert (reading.unit, reading.per) == (unit, per)
