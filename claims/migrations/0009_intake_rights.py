from django.db import migrations


def make(apps, schema_editor):
    from claims.roles import make_groups

    make_groups()


class Migration(migrations.Migration):
    """Editors may fetch sources from the web."""

    dependencies = [("claims", "0008_writes"), ("sources", "0004_intake")]
    operations = [migrations.RunPython(make, migrations.RunPython.noop)]
