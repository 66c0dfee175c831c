import sys
from pathlib import Path

from django.core.exceptions import PermissionDenied
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, IntegrityError
from tqdm import tqdm

from claims.bulk.loading import Busy, Report, load
from claims.bulk.readers import ENDINGS, READERS, format_of
from claims.bulk.readers.reader import Unreadable
from claims.bulk.references import MOST_NAMED
from factbase.constraints import explain
from factbase.models import User

OUTCOMES = ("created", "changed", "unchanged", "left alone")
LEFT = {
    "edited here": "entered or edited here by somebody; --update changes them all the same",
    "beyond draft": "in review or published; --publish with an account that may change any claim changes them",
    "withdrawn": "withdrawn, which is final",
    "merged": "merged into others",
    "deleted": "deleted here",
}


class Command(BaseCommand):
    help = (
        "Load a file of claims, with all that they rest on: what is right in it, in one transaction. Repeats are"
        " recognised; the same file again changes nothing. Claims come in as drafts, or published by an account."
    )

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument(
            "--format", choices=READERS, help=f"Told by the file's name where it ends in {', '.join(ENDINGS)}."
        )
        parser.add_argument("--by", metavar="ACCOUNT", help="Who loads it: the account stands with each record.")
        parser.add_argument("--publish", action="store_true", help="Publish the claims, as the account of --by.")
        parser.add_argument("--update", action="store_true", help="Change also what somebody entered or edited here.")
        parser.add_argument("--strict", action="store_true", help="Load nothing where a row is wrong.")
        parser.add_argument("--dry-run", action="store_true", help="Do everything, tell, and undo it.")
        parser.add_argument("--rejects", type=Path, help="Where wrong rows are told; FILE.rejects.csv.")

    def handle(self, *args, file, format, by, publish, update, strict, dry_run, rejects, **options):
        if not file.exists():
            raise CommandError(f"There is no file {file}.")
        format = format or format_of(file)
        if not format:
            raise CommandError(f"What is in {file.name}? Say --format {', --format '.join(READERS)}.")
        rejects = rejects or file.with_name(f"{file.name}.rejects.csv")
        with Progress(sys.stderr) as progress:
            try:
                report = load(
                    READERS[format](file),
                    by=account(by),
                    publish=publish,
                    update=update,
                    strict=strict,
                    dry_run=dry_run,
                    rejects=rejects,
                    progress=progress.move,
                )
            except (Busy, PermissionDenied) as error:
                raise CommandError(str(error)) from error
            except (IntegrityError, DatabaseError) as error:
                from_database = getattr(error.__cause__, "sqlstate", None)
                raise CommandError(f"Nothing was loaded. {explain(error) if from_database else error}") from error
            except Unreadable as error:
                raise CommandError(f"Nothing was loaded: {file} {error}") from error
            except OSError as error:
                raise CommandError(f"Nothing was loaded: {error}") from error
            except KeyboardInterrupt:
                raise CommandError("Stopped: nothing was loaded.", returncode=130) from None
        self.tell(report, rejects, strict)

    def tell(self, report: Report, rejects: Path, strict: bool) -> None:
        for kind in sorted({kind for kind, _ in report.counts}, key=lambda kind: (kind != "claim", kind)):
            said = [f"{report.counts[kind, o]:,} {o}" for o in OUTCOMES if report.counts[kind, o] or kind == "claim"]
            if said:
                self.stdout.write(f"{kind:<12} {', '.join(said)}")
        for why, count in report.left:
            self.stdout.write(f"  {count:,} left alone: {LEFT[why]}.")
        if report.waiting:
            self.stdout.write(f"  {report.waiting:,} sensitive: they wait in review for another editor.")
        if report.persons:
            more = " …" if len(report.persons) == MOST_NAMED else ""
            names = ", ".join(report.persons)
            self.stdout.write(f"Made persons, since the file does not say what they are: {names}{more}")
        if report.rejected:
            self.stdout.write(f"rejected     {report.rejected:,} rows: see {rejects}")
            for n, column, value, reason in report.reasons[:5]:
                self.stdout.write(f"  row {n}, {column or 'line'} '{value[:60]}': {reason}")
        if strict and report.rejected:
            raise CommandError(
                f"Nothing was loaded: {report.rejected:,} rows are wrong, and --strict takes all or none."
            )
        if not report.written:
            self.stdout.write("Nothing was written: --dry-run.")


class Progress:
    """A bar for each step, with its rate and the time left; silent where nobody looks on."""

    def __init__(self, stream):
        self.stream = stream
        self.bar, self.step = None, None

    def __enter__(self):
        return self

    def __exit__(self, *error):
        if self.bar is not None:
            self.bar.close()

    def move(self, step: str, done: int, total: int) -> None:
        """`done` more of `total`: bytes while reading, claims while writing."""
        if step != self.step:
            self.__exit__()
            unit = {"unit": "B", "unit_scale": True} if step == "reading" else {"unit": " claims"}
            # Nothing is shown where stderr is no terminal (disable=None).
            shown = None if self.stream.isatty() else True
            self.bar = tqdm(desc=step, total=total, file=self.stream, disable=shown, leave=False, **unit)
            self.step = step
        self.bar.update(done)


def account(name: str | None) -> User | None:
    if name is None:
        return None
    try:
        return User.objects.get(username=name, is_active=True)
    except User.DoesNotExist:
        raise CommandError(f"There is no account '{name}' that is active.") from None
