"""The receipt of a look through everything, in words: the one place of them for files, command line and window."""

from __future__ import annotations

from collections.abc import Sequence

from signoff.core.domain.mask_proofs import Hit, LetThrough, MaskProof, Searched, Where
from signoff.core.domain.masking import TermKind
from signoff.core.domain.sentences import say

_WHERE = {
    Where.SENT: "mask_proof.where_sent",
    Where.NEXT: "mask_proof.where_next",
    Where.STATES: "mask_proof.where_states",
    Where.REPORTS: "mask_proof.where_reports",
    Where.TEMPORARY: "mask_proof.where_temporary",
    Where.HANDED: "mask_proof.where_handed",
}
_KIND = {
    TermKind.TABLE: "glossary.kind_table",
    TermKind.COLUMN: "glossary.kind_column",
    TermKind.VALUE: "glossary.kind_value",
    TermKind.WORD: "glossary.kind_word",
}
_WAYS = {
    "anywhere": "mask_proof.anywhere",
    "whole": "mask_proof.whole",
    "written": "mask_proof.written",
    "identifier": "mask_proof.identifier",
}
"""How a term counts, the widest first."""
_WHY = {
    "whole": "mask_proof.whole_why",
    "written": "mask_proof.written_why",
    "identifier": "mask_proof.identifier_why",
}


def where_words(where: Where) -> str:
    """What was looked through."""
    return say(_WHERE[where])


def headline(proof: MaskProof) -> str:
    """What came of it, in one sentence or two."""
    if proof.is_clean:
        return say("mask_proof.clean", count=proof.terms, pieces=proof.count)
    return say("mask_proof.found", count=len(proof.hits))


def kind_words(kind: TermKind) -> str:
    """What a term is, such as ``name of a column``."""
    return say(_KIND[kind])


def looked_words(searched: Searched) -> str:
    """How much of one kind was looked through."""
    if not searched.count:
        return say("mask_proof.nothing")
    return say("mask_proof.pieces", count=searched.count, size=size_words(searched.size))


def size_words(size: int) -> str:
    """Bytes as a person reads them."""
    if size < 10_000:
        return say("mask_proof.bytes", count=size)
    return say("mask_proof.kilobytes", count=round(size / 1000))


def way_words(proof: MaskProof) -> tuple[str, ...]:
    """How the terms were searched for: in every spelling, or more narrowly."""
    counts = dict(proof.ways)
    return tuple(say(code, count=counts[way]) for way, code in _WAYS.items() if counts.get(way))


def hit_words(hit: Hit, *, with_term: bool) -> str:
    """Where a term was found; the term itself only for a reader who may read it."""
    kind = kind_words(hit.term.kind)
    kind = f"{kind} {hit.term.text}" if with_term else kind
    code = "mask_proof.hit_value" if hit.position < 0 else "mask_proof.hit"
    told = say(code, place=hit.place, character=hit.position + 1, kind=kind)
    sent = say("mask_proof.sent_at", at=hit.sent, level=hit.sent_level or "-") if hit.sent else ""
    return f"{told}, {sent}" if sent else told


def let_through_words(each: LetThrough, *, with_term: bool) -> str:
    """A term that stands there and does not count, with the reason."""
    kind = kind_words(each.term.kind)
    return say(
        "mask_proof.let_through",
        term=f"{each.term.text} ({kind})" if with_term else kind,
        count=each.count,
        where=where_words(each.where),
        why=say(_WHY[each.reason]),
    )


def receipt_text(proof: MaskProof, *, with_terms: bool) -> str:
    """The receipt as Markdown a person reads.

    Args:
        proof: what was found.
        with_terms: whether terms stand in it; without them it may leave the house.
    """
    lines = [
        f"# {say('mask_proof.title', project=proof.project)}",
        "",
        headline(proof),
        "",
        f"- {say('mask_proof.made', by=proof.by, at=proof.at)}",
        f"- {say('mask_proof.of_level', level=proof.level.value)}",
        f"- {say('mask_proof.of_head', head=proof.head)}",
        f"- {say('mask_proof.of_digest', digest=proof.digest)}",
        "",
        f"## {say('mask_proof.head_looked')}",
        "",
        *_table(proof.searched),
        *_not_looked(proof.searched),
        "",
        f"## {say('mask_proof.head_terms')}",
        "",
        *(f"- {each}" for each in way_words(proof)),
        f"- {say('mask_proof.of_terms', digest=proof.terms_digest)}",
        "",
        f"## {say('mask_proof.head_hits')}",
        "",
        *_listed([hit_words(each, with_term=with_terms) for each in proof.hits]),
        "",
        f"## {say('mask_proof.head_let_through')}",
        "",
        *_listed([let_through_words(each, with_term=with_terms) for each in proof.let_through]),
        "",
        say("mask_proof.limits"),
    ]
    return "\n".join(lines) + "\n"


def _table(searched: Sequence[Searched]) -> list[str]:
    rows = [f"| {where_words(s.where)} | {s.count:,} | {s.size:,} | `{s.digest or '-'}` |" for s in searched]
    return [say("mask_proof.columns"), "|---|---|---|---|", *rows]


def _not_looked(searched: Sequence[Searched]) -> list[str]:
    said = [sentence for each in searched for sentence in each.not_searched]
    return ["", *(f"- {sentence}" for sentence in said)] if said else []


def _listed(lines: Sequence[str]) -> list[str]:
    """Lines as a list; what is equal, such as places without their terms, stands once."""
    return [f"- {line}" for line in dict.fromkeys(lines)] or [say("mask_proof.none")]
