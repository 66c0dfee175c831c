"""The door for a WSGI server: `granian --interface wsgi factbase.wsgi:application`."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "factbase.settings")
application = get_wsgi_application()
