"""How answers are written."""

from django.http import HttpResponse
from rest_framework import renderers
from rest_framework.negotiation import DefaultContentNegotiation


class Json(bytes):
    """JSON that is written already."""


class JSONRenderer(renderers.JSONRenderer):
    """JSON; what PostgreSQL wrote as such goes out as it is."""

    def render(self, data, accepted_media_type=None, renderer_context=None):
        return data if isinstance(data, Json) else super().render(data, accepted_media_type, renderer_context)


def written_already(json: bytes) -> HttpResponse:
    """An answer that needs no renderer."""
    return HttpResponse(json, content_type=JSONRenderer.media_type)


class ContentNegotiation(DefaultContentNegotiation):
    """Whoever takes anything, or the first format by name, gets that; others are asked about at length."""

    def select_renderer(self, request, renderers, format_suffix=None):
        first = renderers[0]
        if format_suffix is None and request.META.get("HTTP_ACCEPT", "*/*") in ("*/*", first.media_type):
            return first, first.media_type
        return super().select_renderer(request, renderers, format_suffix)
