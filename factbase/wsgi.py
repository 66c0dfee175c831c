"""The door for a WSGI server: `granian --interface wsgi factbase.wsgi:application`."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "factbase.settings")
application = get_wsgi_application()

from factbase.timeouts import limit_statements  # noqa: E402 - it needs the settings, which are read above

limit_statements()
