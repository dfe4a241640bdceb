"""A no-change proof as a file of its own: with both texts, so that anybody can make it again."""

from __future__ import annotations

import json
from dataclasses import dataclass

import cattrs

from signoff.core.domain.codec import from_data, to_data
from signoff.core.domain.dbt import ALONE, Surroundings
from signoff.core.domain.edits import EditScript
from signoff.core.domain.proofs import PROOF_VERSION, NoChangeProof
from signoff.core.domain.sentences import say
from signoff.core.errors import SignoffError

KIND = "signoff no-change proof"


@dataclass(frozen=True)
class ProofFile:
    """Everything the proof of one target is made from but the sample rows, and the proof."""

    target: str
    old: str
    """Text of the existing file."""
    new: str
    edits: EditScript | None
    proof: NoChangeProof
    key: tuple[str, ...] = ()
    """Columns that tell the rows of the result apart."""
    around: Surroundings = ALONE
    kind: str = KIND


def proof_text(file: ProofFile) -> str:
    """The file's text: JSON, indented, the same for the same proof."""
    return json.dumps(to_data(file), indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def read_proof(text: str, name: str) -> ProofFile:
    """The proof a file holds.

    Raises:
        SignoffError: it is no such file, or one of another version.
    """
    try:
        data = json.loads(text)
        if not isinstance(data, dict) or data.get("kind") != KIND:
            raise SignoffError(say("proof.no_proof_file", file=name))
        if data["proof"]["version"] != PROOF_VERSION:
            raise SignoffError(say("proof.other_version", file=name))
        return from_data(data, ProofFile)
    except (ValueError, KeyError, TypeError, cattrs.BaseValidationError) as error:
        raise SignoffError(say("proof.no_proof_file", file=name)) from error
