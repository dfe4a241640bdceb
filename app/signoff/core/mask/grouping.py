"""Groups that are suggested: terms that are one thing, by stem, abbreviation, shared source column and translation."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from signoff.core.domain.masking import Term, TermKind
from signoff.core.domain.sentences import say
from signoff.core.mask.alike import abbreviates, is_generic, same_word
from signoff.core.mask.beside import acronyms_in, translations_in
from signoff.core.mask.material import Material
from signoff.core.mask.vocabulary import is_english, rank
from signoff.core.mask.words import parts

_FEWEST_SHARED = 2
"""Mappings that pair two words before their being paired alone says that they are one."""
_SHARE = 0.6
_MOST_MEMBERS = 40
_TOO_SHORT = 2
_FEWEST_ALIKE = 3
"""Names about one word that are a group without any other word for it."""


@dataclass(frozen=True)
class Member:
    """One way in which a thing is written."""

    term: Term
    reason: str
    """Why it belongs to the group; empty for the one that names it."""


@dataclass(frozen=True)
class TermGroup:
    """Terms that are one thing."""

    concept: str
    """The word that names it."""
    members: tuple[Member, ...]

    @property
    def terms(self) -> tuple[Term, ...]:
        """Its members as they are listed."""
        return tuple(replace(member.term, concept=self.concept) for member in self.members)


@dataclass(frozen=True)
class _Link:
    left: str
    right: str
    reason: str


def suggested_groups(terms: Sequence[Term], material: Material) -> tuple[TermGroup, ...]:
    """Terms put together; each stands in one group, and no group has only one.

    Args:
        terms: listed and found ones, the most telling first; those that have a concept keep it.
        material: all texts of the project.
    """
    terms = [term for term in terms if term.kind is not TermKind.VALUE or term.concept]
    heads = {term.text.casefold(): head for term in terms if (head := head_of(term.text))}
    words = Counter(heads.values())
    short = {heads[t.text.casefold()] for t in terms if t.text.casefold() in heads and _is_short(t)}
    links = [*_spellings(words, short), *_shared(material, words), *_translated(material, words)]
    concepts = {
        heads[t.text.casefold()]: t.concept for t in terms if t.concept and t.text.casefold() in heads
    }
    groups = []
    for cluster in _clusters(words, links):
        concept = next((concepts[word] for word in cluster if word in concepts), _naming(cluster, words))
        reasons = _reasons(links, concept.casefold())
        own = [term for term in terms if heads.get(term.text.casefold()) in cluster]
        members = tuple(_member(term, concept, heads, reasons) for term in own[:_MOST_MEMBERS])
        is_new = not all(member.term.concept for member in members)
        if is_new and (len(cluster) > 1 or len(members) >= _FEWEST_ALIKE):
            groups.append((len(cluster) > 1, TermGroup(concept, members)))
    return tuple(group for _is_linked, group in sorted(groups, key=lambda each: not each[0]))


def head_of(text: str) -> str:
    """The one word that a name is about, words of form aside: ``supp_nm`` and ``SUPP`` are about *supp*.

    Empty where there is none or more than one.
    """
    telling = [word for word in parts(text) if not is_generic(word)]
    return telling[0] if len(telling) == 1 and len(telling[0]) > _TOO_SHORT else ""


def _reasons(links: Sequence[_Link], concept: str) -> dict[str, str]:
    """Why each word belongs to a group: for what ties it to the group's own word, else the first reason there is."""
    ordered = sorted(reversed(links), key=lambda link: concept in (link.left, link.right))
    return {word: link.reason for link in ordered for word in (link.left, link.right)}


def _member(term: Term, concept: str, heads: Mapping[str, str], reasons: Mapping[str, str]) -> Member:
    if term.text.casefold() == concept.casefold():
        return Member(term, "")
    head = heads[term.text.casefold()]
    if head == concept.casefold():
        return Member(term, say("group.part"))
    return Member(term, reasons.get(head, say("group.part")))


def _is_short(term: Term) -> bool:
    """Whether a term is written as abbreviations are: part of a name in a database, or in capitals."""
    return term.kind in (TermKind.TABLE, TermKind.COLUMN) or term.text.upper() == term.text


def _spellings(words: Counter[str], shorts: Collection[str]) -> list[_Link]:
    """Plurals and inflections; abbreviations of the only word that they can stand for."""
    links = []
    ordered = sorted(words, key=lambda word: (len(word), word))
    for place, short in enumerate(ordered):
        longer = ordered[place + 1 :]
        links += [
            _Link(short, long, say("group.stem", word=short)) for long in longer if same_word(short, long)
        ]
        fits = [long for long in longer if short in shorts and abbreviates(short, long)]
        stems = {next((o for o in fits if same_word(o, long)), long) for long in fits}
        if len(stems) == 1 and not (is_english(short) and rank(short) < 5_000):
            links += [_Link(short, long, say("group.short", word=long)) for long in fits]
    return links


def _shared(material: Material, words: Counter[str]) -> list[_Link]:
    """Words that stand for each other in mappings of one column: VNDR_ID becomes supplier_id, VNDR_NM supplier_name."""
    together: Counter[tuple[str, str]] = Counter()
    alone: Counter[str] = Counter()
    firm: set[tuple[str, str]] = set()
    for target, source in dict.fromkeys(material.pairs):
        left, right = _left_over(parts(target), parts(source))
        if len(left) != 1 or len(right) != 1:
            continue
        pair = (left[0], right[0])
        together[pair] += 1
        alone.update(pair)
        if len(parts(target)) > 1 and len(parts(source)) > 1:
            firm.add(pair)
    links = []
    for (target, source), count in together.items():
        known = target in words and source in words
        is_mutual = count >= _SHARE * max(alone[target], alone[source])
        is_enough = count >= _FEWEST_SHARED or (
            count == 1 and (target, source) in firm and not is_english(source)
        )
        if known and is_mutual and is_enough and not same_word(target, source):
            links.append(_Link(target, source, say("group.shared", count=count)))
    return links


def _left_over(target: Sequence[str], source: Sequence[str]) -> tuple[list[str], list[str]]:
    """What remains of two names when words that are alike are taken out, and words of form."""
    left = [word for word in target if not is_generic(word)]
    right = [word for word in source if not is_generic(word)]
    for word in list(left):
        match = next((o for o in right if o == word or same_word(o, word) or abbreviates(o, word)), None)
        if match is not None and len(left) > 1:
            left.remove(word)
            right.remove(match)
    return left, right


def _translated(material: Material, words: Counter[str]) -> list[_Link]:
    links = []
    for reason, found in (
        ("group.translated", translations_in(material.texts)),
        ("group.acronym", acronyms_in(material.texts)),
    ):
        for left, right in found:
            a, b = head_of(left) or left.casefold(), head_of(right) or right.casefold()
            if a in words and b in words and a != b:
                links.append(_Link(a, b, say(reason)))
    return links


def _clusters(words: Iterable[str], links: Sequence[_Link]) -> list[tuple[str, ...]]:
    """Words that links hold together, in their order; words alone too, since several names may be about one."""
    root = {word: word for word in words}

    def find(word: str) -> str:
        while root[word] != word:
            word = root[word]
        return word

    for link in links:
        root[find(link.right)] = find(link.left)
    found: defaultdict[str, list[str]] = defaultdict(list)
    for word in root:
        found[find(word)].append(word)
    return [tuple(cluster) for cluster in found.values()]


def _naming(cluster: Sequence[str], words: Counter[str]) -> str:
    """The word that names a group: English before others, the most used, the shortest form of it."""
    english = [word for word in cluster if is_english(word)] or list(cluster)
    most = max(english, key=lambda word: (words[word], len(word)))
    forms = [word for word in english if word == most or same_word(word, most)]
    return min(forms, key=len)
