"""The OpenAPI document."""

import drf_spectacular.authentication
from drf_spectacular.extensions import OpenApiFilterExtension
from drf_spectacular.openapi import AutoSchema as BaseAutoSchema
from rest_framework import serializers


class ErrorSerializer(serializers.Serializer):
    code = serializers.CharField(help_text="A stable word for programs.")
    detail = serializers.CharField(help_text="What is wrong, with the value and the remedy.")
    attr = serializers.CharField(allow_null=True, help_text="The parameter or field that it is about.")


class ErrorsSerializer(serializers.Serializer):
    """Every error has this shape."""

    type = serializers.ChoiceField(["validation_error", "client_error", "server_error"])
    errors = ErrorSerializer(many=True)


class AutoSchema(BaseAutoSchema):
    """Every operation says which errors it may answer with, all in the one shape."""

    def get_tags(self):
        return [getattr(self.view, "basename", "schema")]

    def _resolve_path_parameters(self, variables):
        name = self.view.queryset.model._meta.verbose_name
        return [
            {**lookup, "description": f"The {lookup['name']} of the {name}.", "example": self.view.example}
            for lookup in super()._resolve_path_parameters(variables)
        ]

    def _get_parameters(self):
        detail = getattr(self.view, "detail_parameters", {}) if getattr(self.view, "action", "") == "retrieve" else {}
        return [*super()._get_parameters(), *(describe(name, parameter) for name, parameter in detail.items())]

    def _get_response_bodies(self, direction="response"):
        bodies = super()._get_response_bodies(direction=direction)
        codes = ["400", "401", "406", "500"] if self._is_list_view() else ["400", "404", "406", "500"]
        return bodies | {code: self._get_response_for_code(ErrorsSerializer, code) for code in codes}


def describe(name, parameter):
    """A parameter as OpenAPI has it."""
    one = parameter.schema
    example = parameter.example() if callable(parameter.example) else parameter.example
    many = {"schema": {"type": "array", "items": one}, "explode": True, "style": "form"}
    return {
        "name": name,
        "in": "query",
        "description": parameter.extra["help_text"] + (" May be repeated: any of them." if parameter.many else ""),
        "example": [example] if parameter.many else example,
        **(many if parameter.many else {"schema": one}),
    }


class SessionScheme(drf_spectacular.authentication.SessionScheme):
    target_class = "factbase.api.authentication.SessionAuthentication"


class FilterBackendExtension(OpenApiFilterExtension):
    """Each parameter of a filter set, as it describes itself."""

    target_class = "factbase.api.filters.FilterBackend"
    priority = 1  # before the library's own, which guesses

    def get_schema_operation_parameters(self, auto_schema, *args, **kwargs):
        filterset = getattr(auto_schema.view, "filterset_class", None)
        return [describe(name, parameter) for name, parameter in getattr(filterset, "base_filters", {}).items()]
