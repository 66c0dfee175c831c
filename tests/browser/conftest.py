"""A real browser on the real server: accounts that sign in, and an eye on everything the pages do meanwhile."""

import os
import shutil
from urllib.parse import urlsplit

import pytest
from django.contrib.auth.models import Group
from django.db import connections
from playwright.sync_api import expect

from claims.roles import make_groups
from tests.factories import UserFactory

# Playwright's loop runs on the thread of the tests, and Django would take their own queries for ones inside a
# coroutine, which block it. They are not: while a test asks the database, the loop stands still.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
PASSWORD = "a-good-password"
PATIENCE = 30_000  # milliseconds: a machine that runs all tests at once is slow
expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    """The system's Chromium. On a laptop it may be missing; in CI these tests must not vanish."""
    if CHROMIUM is None:
        no_browser = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
        no_browser("There is no chromium, chromium-browser or google-chrome on the PATH: install one.")
    args = ["--disable-dev-shm-usage", *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    return {**browser_type_launch_args, "executable_path": CHROMIUM, "args": args}


@pytest.fixture(scope="session", autouse=True)
def own_connection(playwright):
    """While Playwright's loop runs, Django keeps another connection for this thread: it is closed before the loop ends,
    and the one from before it now, or the test database could not be dropped."""
    yield
    connections.close_all()


@pytest.fixture(scope="session")
def base_url(live_server):
    return live_server.url


@pytest.fixture(autouse=True)
def own_folders(settings, tmp_path):
    settings.DATA_DIR = settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def accounts(transactional_db):
    """Two editors, a contributor and an administrator, each by their name."""
    make_groups()  # a migration's, but tests that commit empty all tables
    roles = {"connie": "Contributor", "edna": "Editor", "eddie": "Editor", "adam": "Administrator"}
    users = {name: UserFactory(username=name, is_staff=True) for name in roles}
    for name, user in users.items():
        user.set_password(PASSWORD)
        user.save()
        user.groups.add(Group.objects.get(name=roles[name]))
    return users


@pytest.fixture
def open_page(browser_type_launch_args, new_context, base_url):
    """A page of a browser of its own. No page may log an error, fail, or ask another machine for anything."""
    faults = []
    ours = urlsplit(base_url).netloc

    def watch(request):
        address = urlsplit(request.url)
        if address.scheme in ("http", "https", "ws", "wss") and address.netloc != ours:
            faults.append(f"asked another machine: {request.url}")

    def open_it(**options):
        context = new_context(locale="en-GB", **options)
        context.set_default_timeout(PATIENCE)
        context.on("console", lambda said: said.type == "error" and faults.append(f"console: {said.text}"))
        context.on("weberror", lambda raised: faults.append(f"script: {raised.error}"))
        context.on("request", watch)
        context.on("response", lambda r: r.status >= 500 and faults.append(f"{r.status} for {r.url}"))
        return context.new_page()

    open_it.faults = faults
    yield open_it
    assert faults == []


@pytest.fixture
def sign_in(open_page, accounts):
    """Sign in through the door, and stand on the front page."""

    def signed_in(name, **options):
        page = open_page(**options)
        page.goto("/admin/")
        page.get_by_label("Username").fill(name)
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Log in").click()
        expect(page).to_have_title("The desk | Factbase")
        return page

    return signed_in
