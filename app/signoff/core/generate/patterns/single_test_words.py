"""The words in which people say single tests, as templates."""

from __future__ import annotations

_BE = "[(is|are|was|be|has|have|being|lies|falls|comes|ist|sind|est|es)]"
_NOT = "(not|isn ' t|nicht|pas|no)"
_UNKNOWN = (
    "(missing|not populated|unpopulated|not available|unavailable|not given|not present|absent|not "
    "provided|not known)"
)
_KNOWN = "(populated|filled|available|given|present|provided|known|not missing|there|filled in)"
_BLANK = (
    "(missing or blank|blank or missing|missing or empty|empty or missing|missing or only blanks|only "
    "blanks|only spaces|empty|blank|blank text|empty text|an empty string|empty string|spaces|leer|vide|"
    "vacío|vacio|blanks)"
)

NULL_TESTS: tuple[tuple[str, str], ...] = (
    (f"{{s}} {_BE} [=] (null|nulls|no value)", "null"),
    ("{s} = (null|nulls)", "null"),
    (f"{{s}} {_BE} {_NOT} (null|nulls|= null)", "present"),
    ("{s} (<>|not =) (null|nulls)", "present"),
    ("{s} (has|have|contains|holds) [(any|some)] (value|values|§s|data|content)", "present"),
    (f"{{s}} {_BE} {_UNKNOWN}", "missing"),
    (f"{{s}} {_BE} {_KNOWN}", "known"),
    ("there is no {c}", "missing"),
    ("no {c} [is] [(available|given|present|provided|populated)]", "missing"),
    (f"{{s}} {_BE} (null or {_BLANK}|{_BLANK} or null|{_BLANK}|null / {_BLANK}|{_BLANK} / null)", "blank"),
    (f"{{s}} {_BE} (not (null or {_BLANK}|{_BLANK} or null|{_BLANK})|not null and not {_BLANK})", "filled"),
    (f"{{s}} (<>|!=) {_BLANK}", "filled"),
    ("there is {c}", "known"),
    ("{c} exists", "known"),
)
_SOME = (
    "(one|any|either) [of] [(them|two|both|these|those)] [(dates|values|columns|fields|numbers|"
    "amounts|parts|names|sources)] [is]"
)
ANY_MISSING = (f"{_SOME} (null|missing|not given|not filled)", "{cs:columns} [is] (null|missing)")
ALL = (
    ("both {cs:columns} are (filled|populated|given|present|available|not null|not missing|known)", "known"),
    ("both {cs:columns} are (null|missing|not given|not filled)", "missing"),
    (
        "{cs:columns} are [both] [all] (filled|populated|given|present|available|not null|not missing|known)",
        "known",
    ),
    ("{cs:columns} are [both] [all] (null|missing|not given|not filled)", "missing"),
    ("[both] {cs:columns} are (blank|empty|null or blank|null or empty)", "blank"),
)
AGAINST_ZERO = (
    (f"{{s}} {_BE} (positive|a positive number|> zero)", "> 0"),
    (f"{{s}} {_BE} (negative|a negative number|< zero)", "< 0"),
    (f"{{s}} {_BE} (not zero|<> zero|unequal to zero)", "<> 0"),
    (f"{{s}} {_BE} [=] zero", "= 0"),
    (f"{{s}} {_BE} (not negative|zero or positive)", ">= 0"),
)
"""A number held against zero, in words."""

WORD_TESTS = (
    ("{s} (contains|includes|has|holds) (word|text|string|term) {w:word}", "contains"),
    ("{s} (contains|includes|has|holds) (word|text|string|term) {w:q}", "contains"),
    ("{s} (starts with|begins with) [letter] {w:word}", "starts_with"),
    ("{s} (ends with) [letter] {w:word}", "ends_with"),
)
"""Tests against one word without quotes."""

NO_SIGN = (
    "{s} (has|have|holds|contains|with) (no|not) {q:any}",
    "{s} does not (contain|hold|have|include) {q:any}",
    "there is no {q:any} [in {s}]",
    "{s} is without {q:any}",
    "no {q:any} [is] (found|present|in it|in §s)",
    "(§s|it) has no {q:any} in it",
)
LISTS: tuple[tuple[str, bool], ...] = (
    (f"{{s}} {_BE} (in|one of|any of|either|in list|in list of|within) [:] [\\(] {{vs:any}} [\\)]", True),
    (f"{{s}} {_BE} {_NOT} (in|one of|any of|either|in list) [:] [\\(] {{vs:any}} [\\)]", False),
    ("{s} (is|=|are|equals) {vs:any}", True),
    ("{s} (is not|<>) {vs:any}", False),
    (f"{{s}} {_BE} neither {{vs:any}}", False),
)
COMPARISONS: tuple[tuple[str, str], ...] = (
    (
        f"{{s}} {_BE} "
        f"(>=|at least|greater than or equal to|greater or equal|not less than|not below|from) {{v:any}}",
        ">=",
    ),
    (
        f"{{s}} {_BE} "
        f"(<=|at most|less than or equal to|less or equal|up to|not more than|not above|no more than) "
        f"{{v:any}}",
        "<=",
    ),
    (f"{{s}} {_BE} (on or after) {{v:any}}", ">="),
    (f"{{s}} {_BE} (on or before) {{v:any}}", "<="),
    (
        f"{{s}} {_BE} "
        f"(>|greater than|more than|above|over|bigger than|larger than|higher than|after|later than|exceeds|"
        f"größer als) {{v:any}}",
        ">",
    ),
    (
        f"{{s}} {_BE} "
        f"(<|less than|below|under|smaller than|lower than|before|earlier than|kleiner als) {{v:any}}",
        "<",
    ),
    ("{s} <> {v:any}", "<>"),
    (
        f"{{s}} {_BE} (not equal to|not equals|not =|different from|other than|anything but|unequal to|not "
        f"equal|{_NOT}) {{v:any}}",
        "not",
    ),
    ("{s} does not equal {v:any}", "not"),
    ("{s} (must not be|should not be|shall not be|may not be|cannot be) {v:any}", "not"),
    (
        "{s} (=|is|are|was|must be|should be|shall be|has to be|equals|equal|is equal to|equal to|has "
        "value|is =|equals to|ist|gleich|est|es) "
        "{v:any}",
        "=",
    ),
)
TEXT_TESTS: tuple[tuple[str, str], ...] = (
    ("{s} (starts with|begins with|start with|starting with|beginning with) {q}", "starts_with"),
    ("{s} (ends with|end with|ending with) {q}", "ends_with"),
    ("{s} (contains|includes|containing|has|contain|include|holds) {q}", "contains"),
)
RANGE = (
    f"{{s}} {_BE} from {{low:any}} (to|until|till) {{high:any}}",
    f"{{s}} {_BE} between {{low:any}} and {{high:any}} [(inclusive|, inclusive|\\( inclusive \\))]",
)
FLAGS = ("{c} is set", "{c} is true", "{c} = true", "{c}")
BETWEEN_VALUES = r"(?:, or |, and |, |or |and |/ |nor )"
