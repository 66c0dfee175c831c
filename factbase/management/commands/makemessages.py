"""`manage.py makemessages`: write what is new into the catalogue, and compile it. In the place of Django's own."""

from django.core.management.base import BaseCommand

from factbase import catalogue


class Command(BaseCommand):
    help = "Write new texts into locale/es/LC_MESSAGES/django.po, say which are not translated, and compile django.mo."
    requires_system_checks = []

    def handle(self, *args, **options):
        catalog = catalogue.updated()
        catalogue.PO.write_bytes(catalogue.as_po(catalog))
        catalogue.MO.write_bytes(catalogue.as_mo(catalog))
        messages = [message for message in catalog if message.id]
        for message in messages:
            if problem := catalogue.wrong(message):
                self.stderr.write(f"{message.id!r} {problem}")
        self.stdout.write(f"{len(messages)} texts. {catalogue.PO} and {catalogue.MO.name} are written.")
