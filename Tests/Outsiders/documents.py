"""Checks contracts as a stranger's tools do: the documents against their standards, and every example against its schema.

usage: documents.py PROGRAM…       each PROGRAM is the executable of a service

Asks each program for its OpenAPI document (validated by openapi-spec-validator), one for the AsyncAPI document (validated by
asyncapi3) and for every schema (JSON Schema 2020-12, by jsonschema). The pages for hotlines and agencies must list every code
that their callers can meet, with its remedy. Prints what is wrong, a line each; ends with 1 then.
"""
import copy
import json
import os
import subprocess
import sys
from pathlib import Path

import asyncapi3
from jsonschema import Draft202012Validator, FormatChecker
from openapi_spec_validator import OpenAPIV31SpecValidator
from referencing.exceptions import Unresolvable

faults = []


def fault(*words):
    faults.append(" ".join(str(word) for word in words)[:400])


def ask(program, *words):
    """Without a broker: a stranger has none."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("KAFKA_")}
    return subprocess.run([program, "contracts", *words], check=True, capture_output=True, text=True, env=own).stdout


def validate(schema, value, where):
    validator = Draft202012Validator(schema, format_checker=FormatChecker())
    for error in validator.iter_errors(value):
        fault(where, list(error.absolute_path), error.message)


def inside(document, schema):
    """The schema with the document's components, so that its references lead somewhere."""
    return {**schema, "components": document.get("components", {})}


def references(node, path=""):
    if isinstance(node, dict):
        for name, value in node.items():
            if name in ("example", "examples", "const", "enum"):
                continue
            if name == "$ref":
                yield path, value
            else:
                yield from references(value, f"{path}/{name}")
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from references(value, f"{path}/{index}")


def resolve(document):
    for path, reference in references(document):
        node = document
        for part in reference.removeprefix("#/").split("/"):
            node = node.get(part) if isinstance(node, dict) else None
        if node is None:
            fault(path, "refers to", reference, "which is not there")


def examples(content):
    if "example" in content:
        yield content["example"]
    for named in content.get("examples", {}).values():
        yield named["value"]


def check_openapi(name, document):
    try:
        for error in OpenAPIV31SpecValidator(document).iter_errors():
            fault(name, list(error.absolute_path), error.message)
    except Unresolvable as error:
        fault(name, error.ref, "leads nowhere")
    resolve(document)
    count = 0
    for path, item in document["paths"].items():
        for method, operation in item.items():
            bodies = [("request", operation.get("requestBody", {}))] + list(operation["responses"].items())
            for place, body in bodies:
                for media, content in body.get("content", {}).items():
                    for example in examples(content):
                        validate(inside(document, content["schema"]), example, f"{name} {method} {path} {place}")
                        count += 1
    print(f"{name}: {len(document['paths'])} paths, {count} examples")


def dotless(node, named=False):
    """The document with names without dots: the validator is stricter there than the
    specification, which allows them."""
    if isinstance(node, dict):
        return {
            name.replace(".", "_") if named else name: dotless(value, name in ("messages", "schemas", "operations", "channels"))
            for name, value in node.items()}
    if isinstance(node, list):
        return [dotless(value) for value in node]
    if isinstance(node, str) and node.startswith(("#/components/", "#/channels/")):
        return node.replace(".", "_")
    return node


def check_asyncapi(document):
    try:
        asyncapi3.AsyncAPI3.model_validate(dotless(document))
    except ValueError as error:
        fault("asyncapi", error)
    resolve(document)
    count = 0
    for name, message in document["components"]["messages"].items():
        for example in message["examples"]:
            validate(inside(document, message["payload"]), example["payload"], f"{name} payload")
            validate(inside(document, message["headers"]), example["headers"], f"{name} headers")
            count += 1
    print(f"asyncapi: {len(document['channels'])} channels, {count} examples")


# The page for the callers of one role, the service they call, and what of the page stands elsewhere in it.
DEPLOY = Path(__file__).resolve().parents[2] / "deploy"
PAGES = [("petitions", "hotline", "hotlines.md", ["--except", DEPLOY / "docs/hotlines.md"]),
         ("notifications", "agency", "agencies.md", [])]


def differing(rows, page):
    """The rows that the page has not, and those of its table that are no more."""
    listed = [line for line in page.splitlines() if line.startswith("| ") and line[2:5].isdigit()]
    return sorted(set(rows) ^ set(listed))


def check_pages(programs):
    for name, role, page, more in PAGES:
        program = next(each for each in programs if each.endswith(name))
        table = subprocess.run(
            [DEPLOY / "tools/error-table", program, role, *more], check=True, capture_output=True, text=True).stdout
        rows = [line for line in table.splitlines() if line[2:5].isdigit()]
        text = (DEPLOY / "docs" / page).read_text("utf-8")
        for row in differing(rows, text):
            fault(page, "and the service do not say the same:", row)
        if any(row.endswith("|  |") for row in rows):
            fault(page, "has a code without a remedy")
        if len(rows) < 10 or not differing(rows[1:], text):
            fault(page, "is not looked at: a row that was taken away was not missed")
        print(f"{page}: {len(rows)} rows of codes")


def broken_example(document):
    operations = [operation for item in document["paths"].values() for operation in item.values()]
    contents = [
        content for operation in operations for answer in operation["responses"].values()
        for content in answer.get("content", {}).values() if "example" in content]
    contents[0]["example"] = "no object"


def broken_reference(document):
    next(iter(document["components"]["schemas"].values()))["$ref"] = "#/components/schemas/NowhereToBeFound"


def broken_form(document):
    del document["info"]


def controls(document):
    """What is spoiled on purpose must be found: otherwise what is said above says nothing."""
    for spoil in (broken_example, broken_reference, broken_form):
        spoiled = copy.deepcopy(document)
        spoil(spoiled)
        before = len(faults)
        check_openapi("control", spoiled)
        found = faults[before:]
        del faults[before:]
        if not found:
            fault("control", spoil.__name__, "was not found")


def check_access(programs):
    folder = Path(programs[0]).parent
    table = Path(__file__).resolve().parents[2] / "deploy" / "tools" / "access-table"
    answer = subprocess.run([table, "--check", folder], capture_output=True, text=True)
    if answer.returncode != 0:
        fault("access.md", answer.stderr.strip())


def main(programs):
    for program in programs:
        check_openapi(program.rsplit("/", 1)[-1], json.loads(ask(program, "openapi")))
    controls(json.loads(ask(programs[0], "openapi")))
    check_asyncapi(json.loads(ask(programs[0], "asyncapi")))
    types = ask(programs[0], "schemas").split()
    for kind in types:
        schema = json.loads(ask(programs[0], "schema", kind))
        Draft202012Validator.check_schema(schema)
        for example in schema["examples"]:
            validate(schema, example, kind)
    print(f"schemas: {len(types)}")
    check_pages(programs)
    check_access(programs)
    for line in faults:
        print("fault:", line)
    sys.exit(1 if faults or not types else 0)


main(sys.argv[1:])
