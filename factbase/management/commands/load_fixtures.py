from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from factbase.constraints import explain
from factbase.fixtures import load_fixtures


class Command(BaseCommand):
    help = "Load the demo's fixtures; rows that somebody edited, deleted or merged are left alone."

    def handle(self, *args, **options):
        try:
            counts = load_fixtures(settings.BASE_DIR / "fixtures")
        except DatabaseError as error:
            raise CommandError(f"Nothing was loaded. {explain(error)}") from error
        names = ("created", "updated", "unchanged", "left alone")
        self.stdout.write("Fixtures: " + ", ".join(f"{counts[name]} {name}" for name in names) + ".")
