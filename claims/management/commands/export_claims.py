import sys
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, connection, transaction

from claims.bulk.export import FORMATS


class Command(BaseCommand):
    help = (
        "Take out all claims and what they rest on, in any state, one record a line: import_claims takes it in again."
        " As CSV the claims alone, one a row."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", nargs="?", type=Path, help="Where to; written out to the terminal if left out.")
        parser.add_argument("--format", choices=FORMATS, help="ndjson, unless the file's name ends in .csv.")
        parser.add_argument("--public", action="store_true", help="Only what anybody sees.")

    def handle(self, *args, file, format, public, **options):
        format = format or ("csv" if file and file.suffix.lower() == ".csv" else "ndjson")
        try:
            if file is None:
                self.write(format, public, sys.stdout.buffer)
                return
            # Whole, or not at all.
            new = file.with_name(f"{file.name}.new")
            try:
                with new.open("wb") as stream:
                    self.write(format, public, stream)
                new.replace(file)
            finally:
                new.unlink(missing_ok=True)
        except BrokenPipeError:
            sys.stderr.close()  # Whoever read it has had enough.
        except (OSError, DatabaseError) as error:
            raise CommandError(f"Nothing was written: {error}") from error
        except KeyboardInterrupt:
            raise CommandError("Stopped: nothing was written.", returncode=130) from None

    def write(self, format, public, stream):
        # What is written is how all of it was at one moment.
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            for block in FORMATS[format](everything=not public):
                stream.write(block)
