"""Add sources from web addresses, DOIs, files, or standard input."""

import sys
from collections import Counter
from pathlib import Path

import pghistory
from django.core.exceptions import NON_FIELD_ERRORS, PermissionDenied, ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import DataError, IntegrityError, transaction

from factbase.constraints import explain
from factbase.dates import parse_range
from factbase.models import User, Via
from sources.actions import Taken, add_source
from sources.intake.apart import too_big
from sources.intake.dois import doi_of
from sources.intake.found import Found, Refused
from sources.intake.gather import Gathered, from_file, from_web, from_words
from sources.intake.limits import MAX_BYTES
from sources.models import Publisher, Source

SHOWN = ("title", "authors", "publisher", "container_title", "published", "language", "doi", "url")
# What may be said in place of what is found.
SAID = ("title", "kind", "publisher", "container_title", "published", "language", "url", "doi")


class Command(BaseCommand):
    help = (
        "Add sources from web addresses, DOIs, files (HTML, PDF, DOCX, .eml, text, CSL-JSON, RIS, BibTeX), or - for"
        " standard input. What is here already gets a snapshot where its text differs."
    )

    def add_arguments(self, parser):
        parser.add_argument("given", nargs="+", metavar="ADDRESS|DOI|FILE|-")
        parser.add_argument("--by", metavar="USERNAME", help="the account whose work it is, with its rights")
        parser.add_argument("--dry-run", action="store_true", help="say what is found, and store nothing")
        parser.add_argument("--author", action="append", metavar="NAME", help="in place of what is found; repeat it")
        for name in SAID:
            parser.add_argument(f"--{name.replace('_', '-')}", help="in place of what is found")

    def handle(self, *args, given, by, dry_run, **options):
        user = self.account(by) if by else None
        said = {name: options[name] for name in SAID if options[name]}
        said |= {"authors": options["author"]} if options["author"] else {}
        counts = Counter()
        with pghistory.context(via=Via.IMPORT.value, **({"user": str(user.pk)} if user else {})):
            for one in given:
                try:
                    gathered = self.gather(one, user)
                    if said and len(given) + len(gathered.found) > 2:
                        names = ", ".join(f"--{name.replace('_', '-')}" for name in said)
                        raise CommandError(f"{names} is of one document, and here are several: give one at a time.")
                    for found in gathered.found:
                        counts[self.take(found, gathered, user, said, dry_run)] += 1
                except (Refused, PermissionDenied) as error:
                    self.refuse(str(error), counts)
        self.stdout.write("Sources: " + ", ".join(f"{counts[name]} {name}" for name in self.kinds(dry_run)) + ".")
        if counts["refused"]:
            raise CommandError(f"{counts['refused']} refused, for the reasons above.")

    @staticmethod
    def kinds(dry_run):
        return ("found", "refused") if dry_run else ("added", "with a new snapshot", "unchanged", "refused")

    @staticmethod
    def account(username: str) -> User:
        user = User.objects.filter(username=username, is_active=True).first()
        if user is None:
            raise CommandError(f"There is no active account '{username}': give --by the name of one.")
        return user

    def gather(self, given: str, user: User | None) -> Gathered:
        if given == "-":
            return from_words(sys.stdin.read())
        if given.lower().startswith(("http:", "https:")) or (doi_of(given) and not Path(given).exists()):
            return from_web(given, by=user)
        try:
            if (size := Path(given).stat().st_size) > MAX_BYTES:
                raise too_big(Path(given).name, size)
            return from_file(Path(given).name, Path(given).read_bytes())
        except OSError as error:
            raise Refused("'%(name)s': %(error)s.", name=given, error=error.strerror) from None

    def take(self, found: Found, gathered: Gathered, user: User | None, said: dict, dry_run: bool) -> str:
        """Say what was found, and add it. Returns the name of what happened, for the counts."""
        publisher = Publisher.objects.at_domain_of(found.url).first()
        found.publisher = publisher.name if publisher else found.publisher
        for name, value in said.items():
            setattr(found, name, value)
        self.show(found, gathered)
        if dry_run:
            return "found"
        taken = Taken(found.text, gathered.original, gathered.media_type, gathered.retrieved_at)
        try:
            with transaction.atomic():
                added = add_source(source=source_of(found), taken=taken, publisher=found.publisher, by=user)
        except ValidationError as error:
            return self.refuse(" ".join(said_of(error)))
        except ValueError as error:
            return self.refuse(str(error))
        except (IntegrityError, DataError) as error:
            return self.refuse(explain(error))
        if added.is_new and (others := Source.objects.titled(added.source.title).exclude(pk=added.source.pk)):
            self.stdout.write(f"  note: {len(others)} with the same title: {', '.join(str(s.pk) for s in others[:5])}")
        what = "added" if added.is_new else "with a new snapshot" if added.snapshot else "unchanged"
        words = {
            "added": "Added" + ("." if added.snapshot else ", with no snapshot: there is no text."),
            "with a new snapshot": "Was here already; its text differs, so a snapshot is added.",
            "unchanged": "Was here already, with the same text: nothing is added.",
        }
        self.stdout.write(f"  {words[what]} {added.source.pk}\n")
        return what

    def show(self, found: Found, gathered: Gathered) -> None:
        self.stdout.write(f"{gathered.name} ({gathered.media_type})")
        for name in SHOWN:
            value = getattr(found, name)
            shown = "; ".join(value) if isinstance(value, list) else value
            self.stdout.write(f"  {name.replace('_', ' ')}: {shown or 'not found'}")
        self.stdout.write(f"  text: {len(found.text):,} characters")
        for remark in found.said():
            self.stdout.write(f"  note: {remark}")

    def refuse(self, reason: str, counts: Counter | None = None) -> str:
        self.stderr.write(reason)
        if counts is not None:
            counts["refused"] += 1
        return "refused"


def source_of(found: Found) -> Source:
    """The source as found. Raises ValueError for a date that is none."""
    names = [f.name for f in Source._meta.fields if hasattr(found, f.name) and f.name not in ("publisher", "published")]
    published = parse_range(found.published) if found.published else None
    fields = {name: getattr(found, name) for name in names} | {"kind": found.kind or Source.Kind.DOCUMENT}
    return Source(published=published, **fields)


def said_of(error: ValidationError) -> list[str]:
    """Each message, with its field where it has one."""
    if not hasattr(error, "error_dict"):
        return error.messages
    return [
        message if name == NON_FIELD_ERRORS else f"{name}: {message}"
        for name, messages in error.message_dict.items()
        for message in messages
    ]
