"""Factbase, and the floor beside it under /floor/, on the same server and the same pool.

granian --interface wsgi tests.benchmarks.wsgi:application
"""

from django.core.handlers.exception import convert_exception_to_response
from django.core.handlers.wsgi import WSGIHandler

from factbase.wsgi import application as factbase
from tests.benchmarks.floor import floor


class Bare(WSGIHandler):
    def load_middleware(self, is_async=False):
        self._middleware_chain = convert_exception_to_response(floor)


bare = Bare()


def application(environ, start_response):
    handler = bare if environ["PATH_INFO"].startswith("/floor/") else factbase
    return handler(environ, start_response)
