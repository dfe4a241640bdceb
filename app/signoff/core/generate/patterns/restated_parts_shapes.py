"""Sentences on parts, signs and paddings of a text, each with what is said in their place."""

from __future__ import annotations

import re

_N = r"(?P<n>\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve)"
CHARS = r"(?:characters?|chars?|letters?|digits?|positions?|places?|bytes?|symbols?)"
COLUMN = r"\[?[A-Za-z_][\w.]*\]?(?:\.\[?\w+\]?)?"
OF = rf"(?:\s+(?:of|from|in|for|on|to)\s+(?:the\s+)?(?P<of>{COLUMN}(?:\s\w+)?))?"
_S = rf"(?:(?P<s>{COLUMN})\s*[,:]?\s+)??"
TAKE = (
    r"(?:(?:take|use|get|load|extract|keep|return|pick|only|just|show|populate\s+with|fetch)\s+)?(?:only\s+"
    r")?(?:the\s+)?"
)
_SIGN = r"(?P<sign>'[^']+'|\"[^\"]+\"|[a-z]+(?:\s+sign)?|[^\w\s'\"])"
_ORDINAL = r"(?P<k>first|second|third|fourth|fifth|last|1st|2nd|3rd|4th|5th|\d)"
_PIECE = r"(?:part|segment|element|token|piece|item|component|section|value|field|block|chunk|word)s?"
_ZEROS = r"(?:(?:leading|preceding|left)\s+)?(?:zeros?|zeroes|0s?|'0's?|\"0\"s?)"
_TO = (
    r"(?:up\s+)?(?:to|until|for|of|at|,|=|:|with|in)?\s*(?:an?\s+|the\s+)?(?:total\s+|fixed\s+|"
    r"full\s+|overall\s+)?(?:(?:length|width|size)\s*(?:of|is|=|:|to)?\s*)?"
)
_LONG = (
    rf"(?:\s*[-\s]?(?:{CHARS}|long|wide|in\s+length))*(?:\s+(?:long|wide|in\s+length|string|"
    r"text|number|code))?"
)

SHAPES: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), said)
    for pattern, said in (
        (
            rf"{_S}{TAKE}{_N}\s+{CHARS}\s+(?:from|on|at)\s+(?:the\s+)?(?:left|start|beginning|front)(?:\s+side)"
            rf"?{OF}",
            "first {n} characters{of}",
        ),
        (
            rf"{_S}{TAKE}{_N}\s+{CHARS}\s+(?:from|on|at)\s+(?:the\s+)?(?:right|end|back)(?:\s+side)?{OF}",
            "last {n} characters{of}",
        ),
        (
            rf"{_S}{TAKE}(?:final|ending|trailing|rightmost)\s+{_N}\s+{CHARS}{OF}",
            "last {n} characters{of}",
        ),
        (
            rf"{_S}{TAKE}(?:beginning|starting|initial|leftmost|1st)\s+{_N}\s+{CHARS}{OF}",
            "first {n} characters{of}",
        ),
        (rf"{_S}{TAKE}(?:first\s+|1st\s+)?initial(?:\s+letter)?(?:\s+only)?{OF}", "first 1 characters{of}"),
        (
            rf"{_S}{TAKE}(?:first|1st)\s+(?:letter|character|char|digit)(?:\s+only)?{OF}",
            "first 1 characters{of}",
        ),
        (
            rf"{_S}{TAKE}(?:last|final)\s+(?:letter|character|char|digit)(?:\s+only)?{OF}",
            "last 1 characters{of}",
        ),
        (
            rf"{_S}{TAKE}(?:(?:first|1st)\s+(?:letter|character|char)|(?:first\s+)?initial){OF}\s*[,;]?\s*(?:and\s+"
            r")?(?:(?:converted\s+)?(?:in|to|as)\s+)?"
            r"(?:capitali[sz]ed|capitals?|upper\s*-?case|uppercased|capital\s+letters?)",
            "upper case of first 1 characters{of}",
        ),
        (
            r"(?:upper\s*-?case|capital(?:ised|ized)?)\s+(?:(?:first\s+)?initial|first\s+(?:letter|"
            rf"character)){OF}",
            "upper case of first 1 characters{of}",
        ),
        (
            rf"{_S}(?:sub\s*-?string|substr|mid|part|characters?|chars?|text){OF}\s*[,:(]?\s*(?:from|"
            r"starting\s+(?:at|from)|starts?\s*(?:at|from|=|:)?|beginning\s+(?:at|from)|at)\s*"
            r"(?:the\s+)?(?:position|pos\.?|character|char|index)?\s*=?\s*(?P<low>\d+)\s*[,;]?\s*(?:and\s+)?(?"
            rf":for|with|over|taking)?\s*(?:a\s+)?(?:length|len)?\s*(?:of|=|:)?\s*(?P<n>\d+)\s*(?:{CHARS})?\)?",
            "{n} characters from position {low}{of}",
        ),
        (
            rf"(?:string|text|character|field)\s+length{OF}|(?:count|how\s+many)\s+{CHARS}(?:\s+(?:of|"
            rf"in)\s+(?P<of2>{COLUMN}))?",
            "length{of}",
        ),
        (
            rf"{TAKE}(?:\w+\s+)?(?:part|portion|text|section|bit|piece|name|domain)\s+(?P<side>after|"
            rf"before)\s+(?:the\s+)?{_SIGN}(?:\s+sign)?{OF}",
            "part {side} {sign}{of}",
        ),
        (
            rf"{TAKE}(?:everything|all|text|characters|part)\s+(?P<side>up\s+to|until|before)\s*\(\s*(?:but\s+"
            rf")?(?:not\s+including|excluding|exclusive|without)\s*\)\s*(?:the\s+)?{_SIGN}{OF}",
            "part before {sign}{of}",
        ),
        (rf"{TAKE}(?P<k>first|last)\s+(?:word|token|name\s+part){OF}", "{k} word{of}"),
        (
            rf"{TAKE}(?:first|given)\s+(?:name|word)\s+(?:part\s+)?(?:of|from)\s+(?P<of>{COLUMN})\s*\(?(?:before|"
            r"up\s+to|until)\s+(?:the\s+)?(?:first\s+)?(?:space|blank)\)?",
            "first word{of}",
        ),
        (
            rf"{TAKE}{_ORDINAL}\s+{_PIECE}{OF}\s*[,(]?\s*(?:(?:as\s+)?(?:delimited|separated|split|"
            r"divided)\s+(?:by|with|at|on)|separator\s*(?:is|=|:)?|delimiter\s*(?:is|=|:)?|when\s+split\s+(?:by|"
            rf"at|on)|using)\s+(?:a\s+|the\s+)?{_SIGN}\)?(?:\s+as\s+(?:separator|delimiter))?",
            "split{of} by {sign} and take {k} part",
        ),
        (
            rf"{TAKE}{_ORDINAL}\s+{_SIGN}[\s-]+(?:separated|delimited)\s+{_PIECE}{OF}",
            "split{of} by {sign} and take {k} part",
        ),
        (
            rf"{TAKE}{_ORDINAL}\s+{_PIECE}\s+between\s+(?:the\s+)?{_SIGN}{OF}",
            "split{of} by {sign} and take {k} part",
        ),
        (
            rf"{_S}(?:leading\s+)zero(?:e?s)?\s+(?:to\s+be\s+|are\s+|is\s+)?(?:removed|stripped|dropped|"
            r"deleted|cut\s+off|trimmed|suppressed)",
            "remove leading zeros{of}",
        ),
        (
            r"(?:delete|cut|take\s+away|get\s+rid\s+of|skip|ignore|lose|leave\s+out)\s+(?:the\s+|all\s+|"
            rf"any\s+)?leading\s+(?:zeros?|zeroes|0s?){OF}",
            "remove leading zeros{of}",
        ),
        (
            rf"(?:always\s+)?{_N}[\s-]*{CHARS}(?:\s+(?:code|number|string|text|id))?\s*[,;(]?\s*(?:left\s+)?(?:zero|"
            r"0)[\s-]*(?:padded|filled)\)?",
            "left pad{whose} with zeros to {n}",
        ),
        (
            rf"{_S}(?:should\s+be\s+|is\s+|to\s+be\s+)?(?:left\s+|right\s+aligned\s*[,;]?\s*)?(?:zero|"
            rf"0)[\s-]*(?:padded|filled|pad|fill)(?:\s+(?:on\s+the\s+)?left)?\s*[,:(]?\s*{_TO}{_N}{_LONG}\)?{OF}",
            "left pad{whose} with zeros to {n}",
        ),
        (
            rf"{_S}(?:is\s+)?(?:left[\s-]*)?(?:padded|pad|fill|filled)\s*(?:on\s+(?:the\s+)?)?(?:left|"
            rf"front)?\s*(?:with|by)\s+{_ZEROS}\s*(?:on\s+the\s+left\s*|in\s+front\s*)?[,:(]?\s*{_TO}{_N}{_LONG}\)?"
            rf"{OF}",
            "left pad{whose} with zeros to {n}",
        ),
        (
            rf"(?:pad|fill)\s+left\s*(?:with)?\s*{_ZEROS}\s*[,:(]?\s*{_TO}{_N}{_LONG}\)?",
            "left pad{whose} with zeros to {n}",
        ),
        (
            rf"{_S}(?:as\s+(?:an?\s+)?)?(?:(?:make|ensure|format|format\s+as|convert\s+to|always|output|"
            rf"show\s+as|should\s+be|as)\s+)*(?:(?P<s2>{COLUMN})\s+)?(?:an?\s+)?{_N}[\s-]*{CHARS}(?:\s+(?:long|"
            r"string|text|number|code|field))?\s*[,;(]?\s*(?:by\s+adding|with|using|add(?:ing)?|incl(?:uding|"
            r"\.)?|and|padded\s+with)?\s*leading\s+(?:zeros?|zeroes|0s?)(?:\s+(?:added|included|kept|"
            rf"if\s+(?:shorter|needed|necessary|required)))?\)?{OF}",
            "left pad{whose} with zeros to {n}",
        ),
        (
            rf"{_S}(?:(?:add|with|using|keep|insert|include|put)\s+)?leading\s+(?:zeros?|zeroes|0s?)\s*[,;:(]?\s*"
            rf"(?:so\s+that\s+(?:it|length)\s+is\s+)?{_TO}{_N}{_LONG}\)?{OF}",
            "left pad{whose} with zeros to {n}",
        ),
        (
            r"(?P<what>'[^']+'|[^\w\s'\"]|[a-z]+)\s+(?:becomes?|->|→|=>)\s+(?P<new>'[^']*'|[^\w\s'\"]|[a-z]+)",
            "replace {what} with {new}{of}",
        ),
        (
            r"(?:substitute|use|put|insert)\s+(?P<new>'[^']*'|\"[^\"]*\"|[^\w\s'\"]|[a-z]+)\s+(?:for|"
            rf"instead\s+of|in\s+place\s+of)\s+(?P<what>'[^']+'|\"[^\"]+\"|[^\w\s'\"]|[a-z]+){OF}",
            "replace {what} with {new}{of}",
        ),
        (
            rf"(?:convert|swap|exchange|turn|change)\s+(?:all\s+)?(?P<what>{'{signs}'})\s+(?:to|into|"
            rf"for|with|by)\s+(?P<new>{'{signs}'}|nothing){OF}",
            "replace {what} with {new}{of}",
        ),
        (
            rf"(?P<s>{COLUMN})\s*,?\s+(?:with\s+)?(?:all\s+|any\s+|the\s+)*(?P<what>[a-z -]+?)\s+(?:to\s+be\s+"
            r"|are\s+)?(?:removed|stripped|deleted|dropped|eliminated|taken\s+out|cut\s+out)",
            "remove {what}{of}",
        ),
    )
)
SIGNS = (
    r"(?:dash(?:es)?|hyphens?|slash(?:es)?|dots?|periods?|commas?|spaces?|blanks?|underscores?|"
    r"colons?|semicolons?|pipes?|points?)"
)
