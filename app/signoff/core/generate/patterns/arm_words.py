"""The words of a rule's clauses: how conditions, values and "otherwise" are said, as templates."""

from __future__ import annotations

import re

IF = (
    r"(?:only )?(?:if|when|where|in case|whenever|while|as long as|so long as|provided that|provided|for|in case of|"
    r"for those|with|without|unless|except if|except when)"
)
CONNECTORS = ("and", "but", "then", "also", "even", "or")
CONDITION_FIRST = tuple(
    f"(if|when|where|in case|whenever|as long as|so long as|for|in case of) {{c:most}} {sign} {{v:any}}"
    for sign in ("(then|, then|->|:|=|gives|becomes)", ",", "(load|use|set|take|return|put)")
)
_CONDITION_SIGNS = (
    "(->|gives|give|becomes|become|means|mean|results in|counts as|count as|leads to|yields|:)",
    "(=|is|are)",
)
CONDITION_ALONE = (
    *(f"{{c:any}} {sign} {{v:any}}" for sign in _CONDITION_SIGNS),
    "{c:most} {v:q}",
    "{c:any} {v:q}",
)
NO_FIRST = ("{c:most} , {v:any}",)
ELSE = (
    "(else|otherwise|or else|if not|in all other cases|in any other case|in other cases|for all others|for others|"
    "for all other cases|all others|others|other|any other|all the rest|for all the rest|rest|"
    "for rest|everything else|"
    "anything else|everybody else|everyone else|all other|for everything else|for anything else|all else|"
    "any other value|any other code|other values|other codes|for any other value|any other letter|for other values) "
    "[(,|:|->|=|is|are|becomes|become|use|load|then)] {v:any}",
    "{v:any} (otherwise|in all other cases|in any other case|for all others|for others|"
    "for everything else|for anything "
    "else|for all the rest|for rest|for all other values|for any other value|for any other code|"
    "for all other codes|in "
    "every other case|everywhere else|for everybody else)",
    "{v:any} (if|when) (not|less|not so|§s is not|§s does not|none of these|neither|"
    "none of this) [(or|and|,|;) {tail:any}]",
)
TAIL = (
    "[(or|and|,)] [(if|when|where)] (or|and|if|when|§s|missing|blank|null|none|unknown|there|is|are|"
    "one|of|them|two|both|"
    "values|§c|no|not|given|any|either|empty) {rest:some}"
)
DENIED = re.compile(
    r"(?:(?:or|and|,|if|when|where|§s|§c|missing|blank|null|none|unknown|there|is|are|was|one|of|them|two|both|values?|"
    r"not|given|any|either|empty|too|known|filled|set|at all|(?:no|either|of) (?:§c|[^\W\d]\w*)) )*"
)
"""All that may follow "if not": that something is missing."""
MISSING_TOO = re.compile(
    r"(?:, |\( |; )?(?:incl \. |including |incl |also |even |and also |as well as |or |and )?(?:for |"
    r"if |when |where )?"
    r"(?:it is |§s is |§c is |is )?(?:missing|null|unknown|blank|none|no value|nulls|missing ones|missing values|"
    r"missing or blank|blank or missing|null or blank|empty)(?: ones| values)? ?(?:as well |too |"
    r"included |, too |alike )?"
    r"(?:\) )?$"
)
NULL_VALUES = (
    "[(leave|keep|set|load|gives|give|is|are|stays|stay|becomes|to)] [(§s|this|that|column|field)] [(as|to)] "
    "(null|nulls|no value|nothing|empty|not loaded|not filled|left empty|none|leave empty|leave §s empty|stays empty|"
    "remains empty)",
    "{w:any} \\( (null|empty) \\)",
)
WHOLE = (
    "[(take|use|load|keep|leave|then|just|only|show)] (all|all of §s|all of (them|this|that)|whole|"
    "entire|whole of §s|"
    "whole thing|everything|all §s|as §s is|§s stays|§s remains|stays|remains|leave §s|leave §s as §s is|keep §s|"
    "keep §s as §s is|leave as is|§s itself|unchanged|as is)",
    "[(take|use|load|keep|just|only|show)] (whole|entire|complete|full) {w:word}",
    "[(take|use|load|keep|just|only|show)] (whole|entire|complete|full) {c}",
)
ONLY = ("[(take|use|load|show|just|only|own)] [(just|only)] {c} [(itself|alone|only|as §s is|on its own)]",)


INSIDE = re.compile(
    r"(?<= )(?:\( )?(?:, )?(?:incl \. |including |incl |or |and |also |even )(?:missing|null|blank|"
    r"unknown|none|no value|"
    r"missing or blank|blank or missing) (?:values |ones )?(?:too |as well )?(?:\) )?(?=[=:>-]|is |are |->)"
)


PLURALS = "{w:word} (that|which|whose|having|where) {rest:any}"
WITH = "{w:word} (with|of) {rest:any}"
