import contextlib
import secrets
import signal
import socket
import sys

import pghistory
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.core.servers import basehttp
from django.db import connection, transaction

from factbase.models import User, Via

EXAMPLES = ("claims/?q=detentions", "claims/?value=3201144", "claims/?speaker=luis-videgaray")


class Command(BaseCommand):
    help = "Try Factbase out: prepare the database, load the demo, make an account, serve."

    def add_arguments(self, parser):
        parser.add_argument("addrport", nargs="?", default="127.0.0.1:8000", help="Address and port, or the port.")
        parser.add_argument("--password", help="Of the account 'editor'; made up and printed if left out.")
        parser.add_argument("--no-serve", action="store_true", help="Prepare everything, and stop there.")

    def handle(self, *args, addrport, password, no_serve, **options):
        host, port = read_address(addrport)
        if not no_serve:
            refuse_taken(host, port)
        password = password or secrets.token_urlsafe(12)
        self.stdout.write("Preparing the database ...")
        with one_at_a_time():
            call_command("migrate", verbosity=0)
            call_command("load_fixtures", stdout=self.stdout)
            make_accounts(password)
        self.greet(f"http://{f'[{host}]' if ':' in host else host}:{port}", password)
        if not no_serve:
            serve(host, port)

    def greet(self, address: str, password: str) -> None:
        self.stdout.write(
            f"\nFactbase is at\n"
            f"  API    {address}/api/v1/\n"
            f"  docs   {address}/api/v1/docs/\n"
            f"  admin  {address}/admin/  (account: editor, password: {password})\n"
            f"         or as contributor, with the same password: drafts, which the editor then publishes\n"
            f"\nThree questions to paste:\n"
        )
        for example in EXAMPLES:
            self.stdout.write(f"  curl '{address}/api/v1/{example}'")
        self.stdout.write("")
        self.stdout.flush()


def read_address(addrport: str) -> tuple[str, int]:
    """Host and port of `127.0.0.1:8000`, `[::1]:8000` or `8000`. Raises CommandError with the remedy."""
    host, _, port = addrport.rpartition(":")
    if not port.isdigit() or not 0 < int(port) < 65536:
        raise CommandError(f"'{addrport}' is no address: write 127.0.0.1:8000, or 8000.")
    return host.strip("[]") or "127.0.0.1", int(port)


def refuse_taken(host: str, port: int) -> None:
    try:
        family, *_, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as error:
        raise CommandError(f"{host}:{port} cannot be served on ({error}): give another, e.g. demo 8001.") from error


@contextlib.contextmanager
def one_at_a_time():
    """Two demos started at once prepare the database one after the other."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(hashtext('factbase demo'))")
        try:
            yield
        finally:
            cursor.execute("SELECT pg_advisory_unlock(hashtext('factbase demo'))")


@transaction.atomic
def make_accounts(password: str) -> None:
    """The demo's accounts, with this password from now on: who may do everything, and who writes drafts.

    Two, as nobody publishes what they submitted. An account of that name that is not the demo's is let be.
    """
    with pghistory.context(via=Via.FIXTURE.value):
        for name, rights in (("editor", {"is_superuser": True}), ("contributor", {})):
            user, _ = User.objects.get_or_create(username=name, defaults={"is_staff": True, **rights})
            if user.created_via != Via.FIXTURE:
                raise CommandError(f"There is an account '{name}' already that is not the demo's: rename it first.")
            user.set_password(password)
            user.save(update_fields=["password"])
        user.groups.set(Group.objects.filter(name="Contributor"))


def serve(host: str, port: int) -> None:
    """Serve until stopped, in this one process, so that nothing is left behind however it ends."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())  # leaves in order, so that its database is stopped too
    connection.close()
    from factbase.wsgi import application  # from here on statements are limited: the database is prepared

    with contextlib.suppress(KeyboardInterrupt):
        basehttp.run(host, port, application, ipv6=":" in host, threading=True)
