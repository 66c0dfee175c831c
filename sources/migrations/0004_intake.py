from django.db import migrations, models

import sources.models


class Migration(migrations.Migration):
    """The right to fetch from the web; originals are kept by id, not by the name that they came with."""

    dependencies = [
        ("sources", "0003_desk"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="source",
            options={
                "ordering": ["-id"],
                "permissions": [
                    ("merge_source", "Can merge sources"),
                    ("fetch_source", "Can fetch sources from the web"),
                ],
            },
        ),
        migrations.AlterField(
            model_name="snapshot",
            name="original",
            field=models.FileField(blank=True, max_length=300, upload_to=sources.models.original_path),
        ),
        migrations.AlterField(
            model_name="snapshotevent",
            name="original",
            field=models.FileField(blank=True, max_length=300, upload_to=sources.models.original_path),
        ),
    ]
