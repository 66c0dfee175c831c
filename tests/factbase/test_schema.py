"""The OpenAPI document and its page."""

import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator

from claims.filters import ClaimFilter


@pytest.fixture
def schema(api, db):
    answer = api.get("/api/v1/schema/")
    assert answer.status_code == 200
    return answer.json()


def parameters(schema, path):
    return {parameter["name"]: parameter for parameter in schema["paths"][path]["get"].get("parameters", [])}


def test_it_is_valid_openapi_3_1(schema):
    assert schema["openapi"] == "3.1.0"
    OpenAPIV31SpecValidator(schema).validate()


def test_every_parameter_has_help_and_an_example(schema):
    for path, item in schema["paths"].items():
        for operation in item.values():
            for parameter in operation.get("parameters", []):
                assert parameter.get("description"), (path, parameter["name"])
                assert parameter.get("example"), (path, parameter["name"])


def test_every_body_has_an_example_and_every_change_its_errors(schema):
    for path, item in schema["paths"].items():
        for method in {"post", "patch"} & set(item):
            operation = item[method]
            for body in operation.get("requestBody", {}).get("content", {}).values():
                nothing = body["schema"].get("$ref", "").endswith("/NothingBody")
                assert nothing or body.get("examples"), (method, path)
            assert {"400", "401", "413", "415"} <= set(operation["responses"]) or "/auth/" in path, (method, path)
    for path in ("{id}/", "{id}/submit/", "{id}/publish/", "{id}/return/", "{id}/withdraw/"):
        [change] = [item for name, item in schema["paths"]["/api/v1/claims/" + path].items() if name != "get"]
        assert {"403", "404", "409", "412", "428"} <= set(change["responses"])
        assert "If-Match" in [parameter["name"] for parameter in change["parameters"]]


def test_every_filter_is_in_it(schema):
    names = set(parameters(schema, "/api/v1/claims/"))
    assert names == {*ClaimFilter.base_filters, "page_size", "cursor", "count", "rows"}


def test_every_example_is_accepted(schema, api):
    known_only_in_the_demo = {"a record's slug or id": "No "}
    for path, item in schema["paths"].items():
        if "{" in path or "get" not in item:
            continue
        for parameter in item["get"]["parameters"]:
            query = {parameter["name"]: parameter.get("example", [])}
            query |= {"q": "detentions"} if query.get("ordering") == "relevance" else {}
            query |= {"q": "detentions"} if parameter["name"] == "highlight" else {}
            query |= {"value": "1"} if parameter["name"] == "value_match" else {}
            if "rows" in query:  # of CSV alone
                assert b"".join(api.get(f"{path.rstrip('/')}.csv", query).streaming_content)
                continue
            answer = api.get(path, query)
            errors = [error["detail"] for error in answer.json().get("errors", [])]
            allowed = tuple(known_only_in_the_demo.values())
            assert all(error.startswith(allowed) for error in errors), (path, query, errors)


def test_the_page_fetches_nothing_from_elsewhere(client, db):
    page = client.get("/api/v1/docs/").content.decode()
    assert "swagger-ui" in page
    assert "http://" not in page.replace("http://testserver", "")
    assert "https://" not in page


def test_the_front_page_leads_to_the_docs(client):
    assert client.get("/").headers["Location"] == "/api/v1/docs/"
