from django.core.management.base import BaseCommand
from django.utils import timezone

from claims.actions.anchors import check_anchors
from claims.models import AnchorCheck, Citation

WIDTH = 40
SAID = {
    **dict(AnchorCheck.Found.choices),
    "nothing": "No quote or no snapshot (any more)",
    "busy": "Being changed: try again",
}


class Command(BaseCommand):
    help = "Look for every quote in the newest snapshot of its source, where that was not done yet."

    def add_arguments(self, parser):
        parser.add_argument("--all", action="store_true", help="Every quote, looked for before or not.")

    def handle(self, *args, all, **options):
        began = timezone.now()
        citations = Citation.objects.quoting().with_newest_snapshot()
        bar = Bar(self.stderr, (citations if all else Citation.objects.to_check()).count())
        found = check_anchors(Citation.objects.all(), every=all, progress=bar.move)
        bar.end()
        seconds = (timezone.now() - began).total_seconds()
        for outcome, said in SAID.items():
            if found[outcome]:
                self.stdout.write(f"{found[outcome]:>9,}  {said}")
        total = found.total()
        self.stdout.write(f"{total:>9,}  {'quote' if total == 1 else 'quotes'} checked in {seconds:.1f} s.")


class Bar:
    """A line that fills, where somebody looks on."""

    def __init__(self, stream, total: int):
        self.stream, self.total, self.done = stream, total, 0
        self.shown = stream.isatty() and total > 0

    def move(self, steps: int) -> None:
        self.done += steps
        if self.shown:
            share = min(self.done / self.total, 1)
            filled = "█" * round(WIDTH * share)
            self.stream.write(f"\r{filled:·<{WIDTH}} {self.done:,} of {self.total:,}", ending="")
            self.stream.flush()

    def end(self) -> None:
        if self.shown:
            self.stream.write("")
