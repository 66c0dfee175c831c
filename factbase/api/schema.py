"""The OpenAPI document."""

import drf_spectacular.authentication
from drf_spectacular.extensions import OpenApiAuthenticationExtension, OpenApiFilterExtension
from drf_spectacular.openapi import AutoSchema as BaseAutoSchema
from rest_framework import serializers

from factbase.api.writing import NOT_BLANK, Strict, Words
from factbase.codes import (
    COUNTRY_PATTERN,
    LANGUAGE_PATTERN,
    PLACE_PATTERN,
    validate_country,
    validate_language,
    validate_place,
)
from factbase.flat import columns_of, part_rows


class ErrorSerializer(serializers.Serializer):
    code = serializers.CharField(help_text="A stable word for programs.")
    detail = serializers.CharField(help_text="What is wrong, with the value and the remedy.")
    attr = serializers.CharField(allow_null=True, help_text="The parameter or field that it is about.")


class ErrorsSerializer(serializers.Serializer):
    """Every error has this shape."""

    type = serializers.ChoiceField(["validation_error", "client_error", "server_error"])
    errors = ErrorSerializer(many=True)


def take_away(view, path: str) -> str:
    """What the documents say of a list's exports, with every column by its name."""
    serializer, rows = view.serializer_class(context={"base": ""}), view.shown_to(None)
    columns = [f"Columns: {listed(columns_of(serializer, rows))}."]
    for name in view.parts_as_rows:
        columns.append(f"With `rows={name}` also: {listed(part_rows(serializer, rows, name)[0])}.")
    return (
        f"\n\nThe whole list, without pages: `{path}.csv` (or `Accept: text/csv`) and `{path}.ndjson` (or `Accept:"
        " application/x-ndjson`, the same objects, one a line), with the same filters and order. CSV is UTF-8 without a"
        " byte order mark. Words that a spreadsheet would run as a formula have an apostrophe before them. A list"
        " that broke off ends in a line that says so and cannot be read as CSV or JSON.\n\n" + "\n\n".join(columns)
    )


def listed(names) -> str:
    return ", ".join(f"`{name}`" for name in names)


class AutoSchema(BaseAutoSchema):
    """Every operation says which errors it may answer with, all in the one shape."""

    def get_tags(self):
        return [getattr(self.view, "basename", "schema")]

    def _resolve_path_parameters(self, variables):
        if not variables:
            return []
        name = getattr(self.view, "address_model", self.view.queryset.model)._meta.verbose_name
        parts = getattr(self.view, "examples_of_parts", {})
        return [
            {**lookup, "description": f"The id of the {lookup['name']}.", "example": parts[lookup["name"]]}
            if lookup["name"] in parts
            else {**lookup, "description": f"The {lookup['name']} of the {name}.", "example": self.view.example}
            for lookup in super()._resolve_path_parameters(variables)
        ]

    def _get_parameters(self):
        action = getattr(self.view, "action", "")
        more = getattr(self.view, "detail_parameters", {}) if action == "retrieve" else {}
        more = more | getattr(self.view, "action_parameters", {}).get(action, {})
        return [
            *super()._get_parameters(),
            *(describe(name, parameter) for name, parameter in more.items()),
            *(header(name) for name in self.get_conditions()),
        ]

    def get_conditions(self) -> list[str]:
        """The headers that a request to change something takes: see factbase.api.preconditions."""
        return getattr(self.view, "conditions", {}).get(getattr(self.view, "action", ""), [])

    def get_error_codes(self) -> list[str]:
        action, conditions = getattr(self.view, "action", ""), self.get_conditions()
        if self.method in ("GET", "HEAD"):
            gone = getattr(self.view, "gone_answers", {})
            return [
                *["400", "401", "406", "429", "500", "503"],
                *(["404"] if "{" in self.path else []),
                *(["410"] if action in gone else []),
            ]
        return [
            *["400", "401", "406", "413", "415", "429", "500", "503"],
            *(["403", "409"] if conditions else []),
            *(["404", "412", "428"] if "If-Match" in conditions else []),
            *(["422"] if "Idempotency-Key" in conditions else []),
        ]

    def _get_response_bodies(self, direction="response"):
        bodies = super()._get_response_bodies(direction=direction)
        for media_type, body in bodies.get("200", {}).get("content", {}).items():
            if media_type != "application/json":
                body["schema"] = {"type": "string", "description": "The whole list, without pages."}
        gone = getattr(self.view, "gone_answers", {}).get(getattr(self.view, "action", ""), ErrorsSerializer)
        for code in self.get_error_codes():
            serializer = gone if code == "410" else ErrorsSerializer
            bodies[code] = self._get_response_for_code(serializer, code, media_types=["application/json"])
        conditional = self.method == "GET" and hasattr(self.view, "get_versioned")
        if conditional:
            bodies["304"] = {}
        if getattr(self.view, "action", "") in getattr(self.view, "moved_actions", ()):
            bodies["301"] = {}
        for code, body in bodies.items():
            body["description"] = body.get("description") if code[0] == "2" else SAID[code]
            names = ["ETag"] if conditional or self.get_conditions() else []
            names = HEADERS_OF.get(code, names if code[0] == "2" else [])
            if names:
                body["headers"] = {name: ANSWERED[name] for name in names}
        return dict(sorted(bodies.items()))

    def _map_basic_serializer(self, serializer, direction):
        mapped = super()._map_basic_serializer(serializer, direction)
        strict = isinstance(serializer, Strict) or isinstance(serializer, type) and issubclass(serializer, Strict)
        return {**mapped, "additionalProperties": False} if strict else mapped

    def _insert_field_validators(self, field, schema):
        super()._insert_field_validators(field, schema)
        for validator, pattern in PATTERNS.items():
            if validator in field.validators:
                schema["pattern"] = f"^$|{pattern}" if field.allow_blank else pattern

    def _map_serializer_field(self, field, direction, bypass_extensions=False):
        mapped = super()._map_serializer_field(field, direction, bypass_extensions)
        if isinstance(field, Words) and direction == "request" and not field.allow_blank and "enum" not in mapped:
            return {**mapped, **({"pattern": NOT_BLANK} if field.trim_whitespace else {"minLength": 1})}
        return mapped

    def get_description(self):
        description = super().get_description()
        exported = getattr(self.view, "action", "") == "list" and hasattr(self.view, "shown_to")
        return description + take_away(self.view, self.path.rstrip("/")) if exported else description


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


HEADERS = {
    "If-Match": {
        "required": True,
        "description": "The ETag that the claim's GET, or the last change of it, answered with. One that is of an older"
        " version is a 412, none at all a 428; `*` changes whatever stands there.",
        "example": '"7.0123456789abcdef0123456789abcdef"',
    },
    "Idempotency-Key": {
        "description": "A word of your own, such as a UUID. The same request with the same key is carried out once,"
        " however often it is sent within 24 hours; another request with it is a 422.",
        "schema": {"type": "string", "pattern": "^[!-~]{1,255}$"},
        "example": "8e03978e-40d5-43dd-bc93-6894a57f9324",
    },
}


def header(name):
    return {"in": "header", "name": name, "schema": {"type": "string", "minLength": 1}, **HEADERS[name]}


# Codes that are checked against a register: how they are written.
PATTERNS = {
    validate_language: LANGUAGE_PATTERN,
    validate_country: COUNTRY_PATTERN,
    validate_place: PLACE_PATTERN,
}
# What each answer that is not the record itself is for.
SAID = {
    "301": "It was merged into another record, which answers at `Location`.",
    "304": "What `If-None-Match` names is what there is.",
    "400": "Something in the address or the body is wrong: each error says what, and what to do.",
    "401": "It needs an account, or the token is none that counts.",
    "403": "This account may not do that.",
    "404": "There is nothing here.",
    "406": "Not in the format that `Accept` asks for.",
    "409": "It is in a state in which that cannot be done, or another record stands in the way.",
    "410": "It is public no longer.",
    "412": "It was changed since the version that `If-Match` names.",
    "413": "The body is too large.",
    "415": "The body is not JSON.",
    "422": "This `Idempotency-Key` came with another request before.",
    "428": "`If-Match` is missing.",
    "429": "Too many requests this minute.",
    "500": "Something went wrong here.",
    "503": "It took too long, or the database is busy.",
}
ANSWERED = {
    "ETag": {"description": "Changes when the answer does.", "schema": {"type": "string"}, "required": True},
    "Location": {"schema": {"type": "string", "format": "uri"}, "required": True},
    "Retry-After": {"description": "Seconds.", "schema": {"type": "integer"}, "required": True},
}
HEADERS_OF = {"301": ["Location"], "304": ["ETag"], "429": ["Retry-After"], "503": ["Retry-After"]}


class TokenScheme(OpenApiAuthenticationExtension):
    target_class = "factbase.api.authentication.TokenAuthentication"
    name = "token"

    def get_security_definition(self, auto_schema):
        return {
            "type": "http",
            "scheme": "bearer",
            "description": "A token from POST /api/v1/auth/token/ or the admin.",
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
