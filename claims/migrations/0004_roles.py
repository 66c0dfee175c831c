from django.db import migrations


def make(apps, schema_editor):
    from claims.roles import make_groups

    make_groups()


class Migration(migrations.Migration):
    """The groups Contributor, Editor and Administrator."""

    dependencies = [
        ("claims", "0003_desk"),
        ("sources", "0003_desk"),
        ("auth", "0012_alter_user_first_name_max_length"),
    ]
    operations = [migrations.RunPython(make, migrations.RunPython.noop)]
