"""What is done to every answer of the API."""

import re

from django.middleware.gzip import GZipMiddleware

PATH = "/api/"
MARK = '-gzip"'


class CompressionMiddleware(GZipMiddleware):
    """gzip for the API's answers. What is compressed has an ETag of its own, and either is understood.

    Django's makes the ETag a weak one, with which If-Match could never succeed.
    """

    def __call__(self, request):
        if not request.path.startswith(PATH):
            return self.get_response(request)
        for name in ("HTTP_IF_NONE_MATCH", "HTTP_IF_MATCH"):
            if MARK in request.META.get(name, ""):
                request.META[name] = request.META[name].replace(MARK, '"')
                request.__dict__.pop("headers", None)  # Made from META, and kept, by whoever asked first.
        return super().__call__(request)

    def process_response(self, request, response):
        etag = response.get("ETag")
        response = super().process_response(request, response)
        if etag and response.get("Content-Encoding") == "gzip":
            response["ETag"] = re.sub(r'"$', MARK, etag)
        return response
