"""The words in which people say how texts are put together."""

from __future__ import annotations

import re

from signoff.core.generate.patterns.phrases import COLUMN, TEXT

SIGN_WORDS = (
    r"(?:comma and (?:a )?(?:space|blank)|comma (?:\+ |followed by )?(?:a )?(?:space|blank)|"
    r"commas?|hyphens?|dash(?:es)?|spaces?|blanks?|"
    r"slash|underscore|colon|semicolon|dot|period|point|pipe|minus|plus sign|ampersand|nothing)"
)
_ONE_SIGN = rf"(?:single |one |a |an )?(?:{TEXT}|{SIGN_WORDS}|[-_/.,:;|+&#]) ?(?:sign |character |symbol )?"
_SIGN = rf"(?P<sign>{_ONE_SIGN}(?:\+ {_ONE_SIGN})?)"
SKIPS = re.compile(
    r"(?:[,;.(] )*(?:and |but )?(?:\( )?(?:(?:skip|skipping|skips|ignore|ignoring|leave out|"
    r"leaving out|omit|omitting|without|"
    r"excluding|exclude|dropping|drop)(?: any| all)? (?:null|nulls|blank|blanks|empty|missing|"
    r"missing or blank|null or blank|"
    r"null or empty|nulls and blanks|empty or null)(?: (?:parts?|values?|ones|fields|columns|"
    r"elements|components))?|"
    r"(?:no|avoid|avoiding|without) (?:double|extra|additional|superfluous) (?:spaces|blanks|"
    r"space|separators|separator)"
    r"(?: (?:if|when|where) (?:§c |§s |it |one |a part |any part |any )*(?:is |are )?(?:null|"
    r"missing|blank|empty))?|"
    r"(?:null|missing|empty|blank)(?: (?:parts?|values?|ones|fields))? (?:are |is |to be |"
    r"should be )?(?:skipped|ignored|left out|omitted)) ?(?:\) )?$"
)
BEFORE_SKIPS = re.compile(
    r"(?:of )?(?:all )?(?:the )?(?:non null|non empty|non blank|not null|filled|populated|"
    r"available|not blank)(?: (?:values?|parts?|fields))? (?:of )?"
)
SEPARATED = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?:[,(;] )?(?:(?:and |are |is |all )*(?:separated|delimited|seperated|joined|divided|"
        r"connected|linked|split) (?:by|with|using) |with |using |by )"
        rf"(?:separator |delimiter )?{_SIGN}(?:as (?:the )?(?:separator|delimiter)|as (?:a )?(?:separator|"
        r"delimiter)|in between|between them|between (?:the )?two|"
        rf"between|separator|delimiter|separators)? ?(?:\) )?$",
        rf"(?:[,(;] )?(?:separator|delimiter|sep|seperator) (?:is |= |: )?{_SIGN}(?:\) )?$",
        rf"(?:[,(;] )?{_SIGN}(?:separated|delimited|seperated) ?(?:\) )?$",
    )
)
LEADING_SEPARATED = re.compile(
    rf"(?:(?:concat\w*|join|combine|merge|put together) )?(?:with|using|by) {_SIGN}(?:as (?:separator|"
    r"delimiter) |in between |between )?(?:: |, )?"
)
PUT_BETWEEN = re.compile(
    rf"(?:put|insert|place|add|use|with|have) {_SIGN}between (?P<rest>{COLUMN} (?:(?:, |and )+{COLUMN} )+)$"
)
VERB = re.compile(
    r"(?:(?:make|build|built|create|compose|composed|made|made up|derive|construct|constructed|"
    r"form|formed|generate|assemble|key) )?(?:(?:up )?(?:by|as|from|of|out of|:) )?"
    r"(?:(?:concat|concatenate|concatenated|concatenation|concatenating|combination|combine|"
    r"combined|join|joined|merge|merged|"
    r"string together|glue|put together|put|append|composite|compound|composition) )?(?:(?:of|"
    r"from|:|key of|text of|both|all|the) )*"
)
TAIL = re.compile(
    r"(?:, )?(?:(?:are |is |to be |get )?(?:concatenated|concatenate|combined|put together|"
    r"together|joined|joined together|merged|glued together|strung together))(?: together)? "
    r"$"
)
LINK = re.compile(
    r"(?:, )?(?:and then|then|and|followed by|plus|with|und|et|y|concatenated with|joined "
    r"with|joined to|combined with|appended with|"
    r"appended by|together with|as well as|after that|next) |\+ |& |\|\| |, |\| |∥ "
)
NAMED = re.compile(
    r"(?:(?:fixed|constant|literal|letter|text|string|character|prefix|word|sign|the|a|an|single|one) )*"
)
PREFIX = (
    "(prefix|prepend|prefixed|precede|start|begin) [(with|by)] {q:any} (to|before|in front of|onto) {s}",
    "(prefix|precede|prefixed|start) {s} (with|by) [(prefix|letter|text|a|fixed)] {q:any}",
    "(add|put|place|insert|set|with|include|attach) [(a|prefix|letter|text|fixed)] {q:any} "
    "[as prefix] (in front|in front of|before|at front|at beginning|at beginning "
    "of|at start|at start of|to front|to front of|to beginning of|to start of|as prefix|as "
    "prefix to) [(of|to)] {s}",
    "{s} with [(prefix|leading|prefixed|letter)] {q:any} (prefix|in front|before §s|as prefix|prefixed)",
    "{s} [(,|;)] (with prefix|with leading|prefixed with|prefixed by|preceded by|prefix|prefixed) "
    "[(letter|text|a)] {q:any}",
    "prefix [(:|with|of|=|is)] {q:any}",
    "prepend {q:any} [to {s}]",
)
SUFFIX = (
    "(suffix|append|add|put|attach) [(a|suffix|text)] {q:any} [as suffix] (to end|to end "
    "of|at end|at end of|behind|after|to|as suffix|as suffix to) [(of|to)] {s}",
    "(suffix|append) {s} with {q:any}",
    "{s} [(,|;)] (with suffix|suffixed with|suffixed by|followed by suffix) [(text|a)] {q:any}",
    "{s} (with|plus|and) {q:any} (appended|at end|at its end|as suffix|suffixed|added at end|added|behind §s)",
    "(suffix|append) [(:|with)] {q:any}",
)
