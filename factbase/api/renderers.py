"""How answers are written."""

from rest_framework import renderers


class Json(bytes):
    """JSON that is written already."""


class JSONRenderer(renderers.JSONRenderer):
    """JSON; what PostgreSQL wrote as such goes out as it is."""

    def render(self, data, accepted_media_type=None, renderer_context=None):
        return data if isinstance(data, Json) else super().render(data, accepted_media_type, renderer_context)
