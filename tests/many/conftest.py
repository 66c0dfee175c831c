"""100,000 claims, written once for all tests of this folder, and taken away after them."""

import pytest
from django.apps import apps
from django.db import connection

from tests.many.rows import make_rows


def pytest_collection_modifyitems(items):
    """All in one process: each other one would write them anew."""
    for item in items:
        if "tests/many/" in str(item.path):
            item.add_marker(pytest.mark.xdist_group("many"))
            item.add_marker(pytest.mark.django_db)  # Without it pytest-django makes no database of the tests' own.


@pytest.fixture(scope="package", autouse=True)
def many(django_db_setup, django_db_blocker):
    """Committed, as a server has them; so tests here write nothing, or take it away again."""
    with django_db_blocker.unblock():
        assert connection.settings_dict["NAME"].startswith("test_")
        make_rows()
        yield
        tables = [
            model._meta.db_table for app in ("claims", "sources") for model in apps.get_app_config(app).get_models()
        ]
        with connection.cursor() as cursor:
            cursor.execute(f"TRUNCATE {', '.join(tables)}, factbase_user, factbase_userevent CASCADE")
            # Else the planner would take the empty tables for large ones.
            cursor.execute("VACUUM ANALYZE")
        connection.close()
