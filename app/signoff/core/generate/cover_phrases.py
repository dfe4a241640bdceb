"""Phrases people write in rules, and what shows in an expression that does what they ask.

What shows a phrase is meant widely, so that a right expression is not blamed; columns, numbers and fixed texts are
held against the expression one by one (`cover_values`), so phrases need only be known that leave no such trace.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Phrase:
    """Words of a rule, and what shows in an expression that does what they ask."""

    words: re.Pattern[str]
    shown_by: re.Pattern[str]
    """Searched in the expression's SQL, lower case."""
    aggregate: bool = False
    """Asked only where the statement is grouped."""
    by_else: bool = False
    """Also done by an ELSE, where the rule speaks of everything else."""
    by_condition: bool = False
    """Also done by an expression that is a condition itself: what is not true is false."""


def _phrase(
    words: str, shown_by: str, *, aggregate: bool = False, by_else: bool = False, by_condition: bool = False
) -> Phrase:
    pattern = re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)
    return Phrase(pattern, re.compile(shown_by), aggregate, by_else, by_condition)


_BLANKS = r"(?:blanks?|spaces?|white ?space)"
_CAPITALS = r"(?:upper[- ]?case|capitals?(?: letters)?)"
_SMALL = r"(?:lower[- ]?case|small letters)"
_NOTHING = r"(?:null|empty|no value|nothing|blank|missing)"

PHRASES = (
    _phrase(
        r"ignor\w+ case|regardless of case|whatever (?:the|its) case|(?:not |in)case[- ](?:in)?sensitiv\w*|"
        r"case[- ]insensitiv\w*|"
        r"not case[- ]sensitive|(?:upper or lower|lower or upper|either|any)(?:[- ]?case)|case (?:does not|"
        r"doesn't) matter|"
        r"upper or lower case (?:does not|doesn't) matter",
        r"\b(?:lower|upper|ilike|nocase)\b|~~\*|\(\?i\)|, 'i'\)",
    ),
    _phrase(
        rf"(?:in|to|as|into) (?:all )?{_CAPITALS}|upper[- ]?cased?(?! or)|capitali[sz]ed?",
        r"\b(?:upper|lower|ilike)\b",
    ),
    _phrase(rf"(?:in|to|as|into) (?:all )?{_SMALL}|(?<!or )lower[- ]?cased?(?! or)", r"\b(?:lower|ilike)\b"),
    _phrase(
        rf"trim(?:med|s|ming)?(?! to \d)|strip(?:ped|s)?|(?:surrounding|leading|trailing) (?:or trailing |"
        rf"and trailing )?{_BLANKS}|"
        rf"{_BLANKS} (?:around|before|behind|at the (?:start|end))",
        r"trim\(|regexp_|replace\(|translate\(",
    ),
    _phrase(
        r"(?<!turned )round(?:ed|s|ing)?(?! (?:up|down|brackets))|to the nearest|(?:one|two|three|four|"
        r"\d) decimals?(?: places?)?",
        r"\bround|\bdecimal\(\d+, \d+\)|\bnumeric\(|\d\.0\b",
    ),
    _phrase(r"rounded down", r"\b(?:floor|trunc|int)|//"),
    _phrase(r"rounded up", r"\bceil"),
    _phrase(
        r"truncated?|fractions? (?:is |are )?(?:cut|dropped)(?: off)?|without (?:the )?(?:fraction|"
        r"decimals)|whole number part",
        r"\b(?:floor|trunc|date_trunc|left|substr(?:ing)?|int|integer|bigint|split_part)\b|//|\[|as date\b",
    ),
    _phrase(
        r"absolute (?:value|amount|difference)|(?:the )?sign (?:does not count|is ignored|does not matter)|"
        r"without (?:its |the )?sign|as a positive (?:figure|number|amount|value)",
        r"\babs\(|\bsign\(|\bcase\b|sqrt\(",
    ),
    _phrase(
        r"never (?:below|less than|negative)|not below|at least 0|minimum (?:of )?0|no less than 0|not negative",
        r"\b(?:greatest|case|if)\b",
    ),
    _phrase(
        r"capped at|at most|no more than|never (?:above|more than)|maximum of",
        r"\b(?:least|case|if|between|left)\b|<",
    ),
    _phrase(
        r"(?:the )?(?:larger|greater|higher) of|whichever is (?:larger|higher|greater)",
        r"\b(?:greatest|max|case|if)\b",
    ),
    _phrase(
        r"(?:the )?(?:smaller|lesser|lower) of|whichever is (?:smaller|lower|less)",
        r"\b(?:least|min|case|if)\b",
    ),
    _phrase(
        r"(?:\d ?|num_\d+ |as (?:a )?|in |the )per ?cent(?:age)?(?! (?:symbol|sign|character))|percentage of",
        r"100|0\.\d|1\.\d",
    ),
    _phrase(
        r"missing|not filled|not given|not provided|not available|no value|null|is filled|are (?:both )?filled|"
        r"has no value|neither is there|both are present|nothing is there|there is no (?:date|value|entry|"
        r"amount|text|code)|(?:is|are) (?:absent|not there|not set)",
        r"null|coalesce|concat_ws|count|sum|avg|lead|lag\(|regexp_full_match\(.* then [^;]* end$|"
        r"distinct from|try_|<> ''|trim\([^=]*\) (?:=|<>|!=)",
        by_else=True,
    ),
    _phrase(
        rf"{_BLANKS} (?:text )?counts?|or (?:only )?blanks?|blank or (?:missing|null|empty)|blank text|"
        rf"blank (?:or|values)|"
        r"empty strings?|(?:is|are) (?:empty|blank)(?= (?:or|use|take|load|then|write|put))|(?:is|are) blank",
        r"''|\blen(?:gth)?\(|regexp_",
        by_else=True,
    ),
    _phrase(
        r"with (?:one|an?) \w+ between|followed by|separated by|joined by|concatenat\w*|in front|prefix(?:ed)?|"
        r"put before|append(?:ed)?|suffix(?:ed)?",
        r"\|\||concat|printf|\bformat\(|strftime|string_agg|listagg|case",
    ),
    _phrase(
        r"pad(?:ded|ding)?|(?:with|using) leading zeros|left[- ]padded|zero[- ]padded",
        r"pad\(|printf|\bformat\(|right\(|repeat\(|strftime",
    ),
    _phrase(
        r"(?:without|no|remove|strip|drop) (?:the |any )?leading zeros?",
        r"trim\(|\bint|bigint|decimal|'\^0|try_cast|cast\(",
    ),
    _phrase(
        r"(?:(?:all|every) \w+|is|are|gets?) (?:removed|taken out)|remove (?:all|every|any|the)|"
        r"without (?:any )?(?:hyphens?|dashes|dots|commas|spaces)",
        r"replace\(|translate\(|trim\(|strip_accents|regexp_|list_filter|as date\b|date_trunc",
    ),
    _phrase(r"replaced? (?:by|with)", r"replace\(|translate\(|regexp_|case|coalesce|\bif\("),
    _phrase(r"digits of \w+ only|only (?:the )?digits", r"regexp_|replace\(|translate\(|list_filter"),
    _phrase(
        r"(?:first|last|leading) (?:\w+ )?(?:characters?|letters?|digits?|positions?)|positions? \d+|"
        r"cut \w+ (?:after|at|to)|"
        r"shortened to|not longer than",
        r"left\(|right\(|substr|regexp_|\[|split_part",
    ),
    _phrase(
        r"(?:stands?|comes?|text|part|everything|anything|what is) (?:before|after|behind|in front of) the|"
        r"(?:first|second|third|last) (?:part|word|element)|between the (?:first|brackets|quotes|slashes|"
        r"commas|hyphens)",
        r"split|substr|left\(|right\(|regexp_|strpos|position|instr",
    ),
    _phrase(
        r"starts? with|begins? with|beginning with", r"starts_with|like|regexp|~|left\(|substr|prefix|\^@"
    ),
    _phrase(r"ends? (?:with|in)|ending (?:with|in)", r"ends_with|like|regexp|~|right\(|substr|suffix"),
    _phrase(
        r"contains?|containing|includes the text", r"contains|like|regexp|~|strpos|instr|position|list_has"
    ),
    _phrase(r"(?:sum|difference) of \w+ and", r"[+-]|\bsum\("),
    _phrase(r"times(?! of (?:the )?day)|multiplied by|product of", r"\*|product\("),
    _phrase(r"minus|less(?= \w+_\d)|reduced by|subtract\w*", r"-|date_diff|date_sub"),
    _phrase(r"plus one|increased by one|one more than|one day later", r"\+ ?1\b|\b1 ?\+|interval|\+ 1"),
    _phrase(
        r"(?:if|when|where|for) \w+ (?:is|equals) (?:zero|0)|division by zero|by zero|zero (?:counts|means|becomes)|"
        r"(?:greater|more|larger|higher|other) than (?:zero|0)|above (?:zero|0)|(?:not|non)[- ]?(?:zero|0)|"
        r"negative (?!or)",
        r"nullif\(|(?:=|<>|!=|<|>) ?0\b|\b0(?:\.0+)? ?(?:=|<>|!=|<|>)|sign\(|greatest|least|case|filter|abs\(",
    ),
    _phrase(
        r"(?:last|end) (?:day )?(?:of|in) (?:the |its |that )?(?:month|quarter|year)|month[- ]end|"
        r"end of (?:the )?(?:month|year)",
        r"last_day|interval|date_trunc|make_date|ceil|12-31|, 31\)",
    ),
    _phrase(
        r"(?:first|start|beginning) (?:day )?(?:of|in) (?:the |its |that )?(?:month|quarter|year|week)",
        r"date_trunc|trunc|make_date|strftime|last_day|interval|day",
    ),
    _phrase(
        r"(?:and|(?<!day of )the|(?<!day )of|by|as) (?:the )?month|month (?:of|in|with|as)",
        r"month|%m|%b|date_trunc|last_day|\[|substr|date_part|extract",
    ),
    _phrase(
        r"(?:calendar )?year (?:of|in|part)|the year",
        r"year|%y|date_trunc|\[|substr|left\(|date_part|extract|\d{4}",
    ),
    _phrase(r"quarter (?:of|in)|the quarter", r"quarter|month"),
    _phrase(r"week ?day|day of the week", r"dow|day|%a|%w|%u"),
    _phrase(r"(?:sum|total) of|summed|totals?", r"\bsum\(|\+", aggregate=True),
    _phrase(
        r"(?<!average )number of(?! (?:days|weeks|months|years|hours|minutes|characters|digits))|how many|count of",
        r"\b(?:count|sum|row_number)\(",
        aggregate=True,
    ),
    _phrase(r"average|mean", r"\bavg\(|\bsum\(.*/", aggregate=True),
    _phrase(
        r"(?:smallest|lowest|earliest|minimum|oldest|first)(?! (?:\w+ )?(?:characters?|letters?|name|day|of))",
        r"\bmin\(|arg_min|least|first|row_number|order by|limit",
        aggregate=True,
    ),
    _phrase(
        r"(?:largest|highest|latest|maximum|most recent|newest|last)(?! (?:\w+ )?(?:characters?|letters?|name|day|of))",
        r"\bmax\(|arg_max|greatest|last|first|row_number|order by|limit",
        aggregate=True,
    ),
    _phrase(
        r"(?:how many|number of|count of|counts?) (?:of )?(?:different|distinct|unique)|distinct",
        r"distinct|group by|unique",
    ),
    _phrase(
        r"from the (?:newest|latest|oldest|earliest|highest|lowest)|(?:newest|latest|oldest|earliest|"
        r"highest) first|ordered by|sorted by",
        r"order by|max\(|min\(|arg_",
    ),
    _phrase(
        r"rows? (?:of|per|for|within) each|(?:number|count|rank)\w* .{0,20}\b(?:per|for each|of each|within each)",
        r"partition by|count\(|sum\(",
    ),
    _phrase(
        rf"otherwise(?! (?:{_NOTHING}|leave|keep))|everything else|anything else|all others?|the others|"
        rf"in all other cases|"
        rf"whichever exists|or else|else(?! (?:{_NOTHING}|leave|keep))",
        r"\belse\b|\btry_|not [\w.]+ is null|replace\(|trim\(|coalesce|ifnull|\bif\(|concat|nullif|\bdefault\b|"
        r"greatest|least|map|count|sum|\bor\b",
        by_condition=True,
    ),
    _phrase(
        r"unless|except(?:ing)?(?: for| when| where)?|exclud\w+|left out|not counting|but not|other than|"
        r"disregarding|without those",
        r"<>|!=|\bnot\b|distinct from|\belse\b|filter|nullif|except|<|>|case",
    ),
    _phrase(
        r"only (?:if|when|where|for|those|of)|among those|provided that",
        r"\bcase\b|filter|\bif\(|nullif|=|<|>|\bin\b|like|\band\b",
    ),
)
"""What shows them is meant widely, so that a right expression is not blamed."""

STAYS = re.compile(
    rf"\b{_NOTHING}(?: ones| values?)? (?:stays?|remains?|is left|are left)(?: {_NOTHING}| so| as (?:it is|"
    rf"they are))?"
    rf"|\bleave (?:it |them )?{_NOTHING}(?: values?)?(?: alone| otherwise| if not| else)?|\b(?:otherwise|"
    rf"else|load|return|give|set to) {_NOTHING}\b"
    rf"|\b{_NOTHING} (?:otherwise|else)\b|\b{_NOTHING}(?: values?)? (?:are |is )?not counted\b|\bmay be {_NOTHING}\b"
    r"|\bnull (?:if|when|where) (?:one|either|any|it|nobody|nothing|none|both)\b[^,;.]*|\bwithout (?:a )?value null\b"
    rf"|\b{_NOTHING} to {_NOTHING}\b|\bmeans {_NOTHING}\b",
    re.IGNORECASE,
)
"""Words on missing values that ask for nothing: what is missing stays so by itself."""
