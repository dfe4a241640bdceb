"""Words of the step that hides names and drafts."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from signoff.core.domain.expressions import Origin
from signoff.core.domain.masking import MaskingLevel, TermKind
from signoff.core.domain.origins import origin_words
from signoff.core.mask.uses import TermUse


def say(text: str) -> str:
    """A sentence of this pane in the language of the screen."""
    return QCoreApplication.translate("masking", text)


def counted(count: int, one: str, many: str) -> str:
    """One sentence for one and another for more; `many` holds ``{n}``. Both are translated already."""
    return one if count == 1 else many.replace("{n}", f"{count:,}")


def kind_words(kind: TermKind) -> str:
    """Heading of a group of terms."""
    return {
        TermKind.WORD: say("Listed words"),
        TermKind.VALUE: say("Fixed values"),
        TermKind.TABLE: say("Tables"),
        TermKind.COLUMN: say("Columns"),
    }[kind]


def kind_word(kind: TermKind) -> str:
    """What one term is."""
    return {
        TermKind.WORD: say("listed word"),
        TermKind.VALUE: say("fixed value"),
        TermKind.TABLE: say("table"),
        TermKind.COLUMN: say("column"),
    }[kind]


def level_name(level: MaskingLevel) -> str:
    """What a masking level is called."""
    return {
        MaskingLevel.TERMS: say("Terms"),
        MaskingLevel.IDENTIFIERS: say("Identifiers"),
        MaskingLevel.FULL: say("Full"),
    }[level]


def use_words(use: TermUse) -> str:
    """How often a term is used, its group, and whether it stays in running text."""
    told = [
        counted(use.count, say("used once"), say("used {n} times")) if use.count else say("not used in rules")
    ]
    if use.term.concept:
        told.append(use.term.concept)
    if use.everyday:
        told.append(say("stays in running text"))
    return " · ".join(told)


def template_words(name: str) -> str:
    """What a prompt template is for."""
    return {
        "system": say("What stands first in every prompt"),
        "expression": say("The rule of a column"),
        "condition": say("A join or a filter"),
        "aggregate": say("A rule over a group of rows"),
    }.get(name, name)


def placeholder_words(name: str) -> str:
    """What a place in a template is filled with."""
    return {
        "columns": say("{columns}: the stand-ins of the columns the rule may use, with their types"),
        "type": say("{type}: the type the target column has"),
        "rule": say("{rule}: the rule, every term replaced by its stand-in"),
        "hints": say(
            "{hints}: how the values of source columns are written and what is lacking, never a value; may be left out"
        ),
        "remarks": say("{remarks}: answers and requests of people, masked like the rule; often nothing"),
    }.get(name, f"{{{name}}}")


def nothing_sent_words(origin: Origin | None) -> str:
    """Why a column has no prompt; None for one that drafting would not send."""
    if origin is None:
        return say("needs no language model")
    if origin is Origin.GENERATED:
        return say("the language model was not asked in this project")
    if origin is Origin.UNRESOLVED:
        return say("the language model was not asked: it has no draft yet")
    return say("{origin}: the language model is not asked").format(origin=origin_words(origin))
