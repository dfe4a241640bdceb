"""Writes the bill of materials as CycloneDX; run by the Python that has the library for it, told the parts on stdin.

The same parts give the same bytes: its number is made of what it lists, and its date is the source's.
"""

from __future__ import annotations

import json
import sys
import uuid
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

_OURS = uuid.UUID("7b0e9a52-7c3b-5d0d-9a4f-6f7d0c7a51d4")
"""Namespace of our bills' numbers."""


def bill(told: Mapping[str, Any]) -> str:
    """The bill as JSON.

    Args:
        told: ``name``, ``version`` and ``licence`` of the program, ``date`` in seconds since 1970, ``parts`` as
            `parts.as_data` gives them, and ``generators`` with name, maker, licence and digest.
    """
    program = Component(
        name=told["name"],
        version=told["version"],
        type=ComponentType.APPLICATION,
        bom_ref=f"{told['name']}-{told['version']}",
        licenses=[LicenseFactory().make_from_string(told["licence"])],
    )
    components = [*map(_part, told["parts"]), *map(_generator, told["generators"])]
    made = Bom(
        components=components,
        serial_number=uuid.uuid5(_OURS, json.dumps(told, sort_keys=True)),
    )
    made.metadata.timestamp = datetime.fromtimestamp(told["date"], UTC)
    made.metadata.component = program
    made.register_dependency(program, components)
    made.validate()
    return str(JsonV1Dot6(made).output_as_string(indent=1)) + "\n"


def _part(part: Mapping[str, Any]) -> Component:
    kind, name, version = part["kind"], part["name"], part["version"]
    namespace = "debian" if kind == "deb" else None
    address = PackageURL(kind, namespace, name.lower().replace(" ", "-"), version)
    return Component(
        name=name,
        version=version,
        type=ComponentType.LIBRARY,
        bom_ref=str(address),
        purl=address,
        licenses=[LicenseFactory().make_from_string(part["licence"])],
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=each) for each in part["digests"]],
    )


def _generator(told: Mapping[str, Any]) -> Component:
    return Component(
        name=told["name"],
        version=told["id"],
        type=ComponentType.MACHINE_LEARNING_MODEL,
        bom_ref=f"generator-{told['id']}",
        publisher=told["maker"],
        licenses=[LicenseFactory().make_from_string(told["licence"])],
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=told["sha256"])],
        description="Not among these files; it comes as a file set of its own.",
    )


if __name__ == "__main__":
    sys.stdout.write(bill(json.load(sys.stdin)))
