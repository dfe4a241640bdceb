"""Texts that are no existing SQL, or hardly: each with a part of the sentence that is said of it."""

from __future__ import annotations

_DEEP = 400

REFUSED = {
    "empty": ("", "is empty"),
    "blanks": (" \n\t\r\n", "is empty"),
    "a comment only": ("-- nothing yet\n/* later */", "is empty"),
    "zero bytes": ("select \0 a from t", "no text: see line 1, column 8"),
    "a zip file": ("PK\x03\x04\x14\0\0\0\x08\0", "no text: see line 1, column 3"),
    "other control characters": ("select a\nfrom \x01t", "no text: see line 2, column 6"),
    "bytes that are no UTF-8": ("select a\nfrom t\udce9", "no text: see line 2, column 7"),
    "UTF-16": ("s\0e\0l\0e\0c\0t\0", "no text: see line 1, column 2"),
    "two megabytes": ("select\n" + "a,\n" * 700_000 + "b from t", "no more than 1000000 are read"),
    "a quote left open": ("select a,\n  'b from t", "begins at line 2, column 3 is never closed"),
    "a quoted name left open": ('select "a from t', "begins at line 1, column 8 is never closed"),
    "a comment left open": ("select a\n/* from t", "begins at line 2, column 1 is never closed"),
    "a quote in a comment": ("-- don't\nselect 'a from t", "begins at line 2, column 8 is never closed"),
    "a bracket left open": ("select a,\n  (b from t", "line 2, column 3 of the existing SQL is never closed"),
    "a bracket too many": ("select a)\nfrom t", "line 1, column 9 of the existing SQL closes nothing"),
    "queries in queries": (
        "select * from " + "(select * from " * _DEEP + "t" + ")" * _DEEP,
        "too many queries inside",
    ),
    "brackets before the query": ("(" * _DEEP + "select a from t" + ")" * _DEEP, "too many queries inside"),
    "two statements": ("select 1;\n\nselect 2;", "the second begins at line 3, column 1"),
    "delete": ("delete from t", "begins with DELETE at line 1, column 1"),
    "update": ("-- x\nupdate t set a = 1", "begins with UPDATE at line 2, column 1"),
    "merge": ("merge into t using s on t.a = s.a when matched then delete", "begins with MERGE"),
    "create table": ("create table t (a int, b text)", "begins with CREATE"),
    "a procedure": ("create procedure p as begin select a from t end", "begins with CREATE"),
    "insert values": ("insert into t values (1, 2)", "begins with INSERT"),
    "values": ("values (1), (2)", "begins with VALUES"),
    "drop": ("drop table t", "begins with DROP"),
    "a call": ("call refresh()", "begins with CALL"),
    "explain": ("explain select a from t", "begins with EXPLAIN"),
    "English": ("This model was moved; see the wiki.", "more than one statement"),
    "a sentence": ("This model was moved, see the wiki.", 'begins with "This" at line 1, column 1'),
    "JSON": ('{"models": ["a"]}', 'begins with "{"'),
    "HTML": ("<html><body>select</body></html>", 'begins with "<"'),
    "YAML": ("version: 2\nmodels: []", 'begins with "version"'),
    "WITH and nothing behind": ("with a as (select 1)", "cannot be followed"),
    "WITH without brackets": (
        "with a as select 1 select * from a",
        'cannot be followed at "select", line 1, column 11',
    ),
    "a union that ends": ("select a from t union all", "cannot be followed"),
    "a Jinja tag left open": ("select {{ a from t", "Jinja tag at line 1"),
    "a Jinja block left open": ("{% if x %} select a from t", "is never closed"),
    "a Jinja block that ends nothing": ("select a from t {% endif %}", "cannot be read at line 1"),
    "a macro only": ("{% macro m() %}select 1{% endmacro %}", "is empty"),
}

READ = {
    "a thousand brackets": "select " + "(" * 1000 + "a" + ")" * 1000 + " as x, b from t",
    "hundreds of cases": "select " + "case when a then " * 200 + "1" + " end" * 200 + " as x from t",
    "many nots": "select " + "not " * 5000 + "a as x from t",
    "six hundred CTEs": "with c0 as (select a from t)"
    + "".join(f", c{n} as (select * from c{n - 1})" for n in range(1, 600))
    + " select * from c599",
    "a long text": "select '" + "x" * 500_000 + "' as x from t",
    "a byte order mark": "\ufeffselect a from t",
    "an emoji": "select '😀' as x from t",
    "square brackets": "select top 10 [a b], isnull([c], 0) as [x] from [dbo].[t]",
    "back quotes": "select `a`, safe_cast(b as int64) as x from `p.d.t`",
}
