"""The OpenAPI document."""

import drf_spectacular.authentication
from drf_spectacular.extensions import OpenApiFilterExtension
from drf_standardized_errors.openapi import AutoSchema as ErrorsAutoSchema


class AutoSchema(ErrorsAutoSchema):
    """Operations named after what they answer; summaries are the views' first lines."""

    def get_tags(self):
        return [self.view.basename] if hasattr(self.view, "basename") else super().get_tags()


class SessionScheme(drf_spectacular.authentication.SessionScheme):
    target_class = "factbase.api.authentication.SessionAuthentication"


class FilterBackendExtension(OpenApiFilterExtension):
    """Each parameter of a filter set, as it describes itself."""

    target_class = "factbase.api.filters.FilterBackend"
    priority = 1  # before the library's own, which guesses

    def get_schema_operation_parameters(self, auto_schema, *args, **kwargs):
        filterset = getattr(auto_schema.view, "filterset_class", None)
        return [self.describe(name, parameter) for name, parameter in getattr(filterset, "base_filters", {}).items()]

    def describe(self, name, parameter):
        one = parameter.schema
        many = {"schema": {"type": "array", "items": one}, "explode": True, "style": "form"}
        return {
            "name": name,
            "in": "query",
            "description": parameter.extra["help_text"] + (" May be repeated: any of them." if parameter.many else ""),
            "example": [parameter.example] if parameter.many else parameter.example,
            **(many if parameter.many else {"schema": one}),
        }
