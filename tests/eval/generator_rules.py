"""Measures the generator on masked rules: share right by execution, seconds and tokens a rule.

Run: ``python tests/eval/generator_rules.py [--half tuned|held|all] [--show] [--json FILE]``. A rule is right
when its first candidate gives the same value as the reference, written by hand, on every row.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import yaml

from signoff.core.domain.masking import MaskedColumn, MaskedRule
from signoff.core.domain.prompts import SURE, Generation
from signoff.core.generate.generator import Generator
from signoff.core.generate.store import locate
from signoff.core.mask.leaks import Gate
from signoff.core.prompt.build import build_prompt
from signoff.core.prompt.examples import ExampleBank, columns_from

RULES = Path(__file__).with_name("generator_rules.yml")


@dataclass(frozen=True)
class Outcome:
    """What became of one rule."""

    id: str
    half: str
    right: bool
    binds: bool
    answers: tuple[Generation, ...]
    seconds: float
    any_right: bool


def read_rules(half: str) -> list[dict[str, Any]]:
    """The rules of one half, or all."""
    entries: list[dict[str, Any]] = yaml.safe_load(RULES.read_text(encoding="utf-8"))
    return [entry for entry in entries if half in ("all", entry["half"])]


def masked(entry: dict[str, Any]) -> MaskedRule:
    """The entry as the prompt builder takes it."""
    return MaskedRule(
        text=entry["rule"],
        columns=tuple(MaskedColumn(c.alias, c.type, is_source=True) for c in columns_from(entry["columns"])),
        literals=tuple(entry.get("values", ())),
        target_type=entry.get("type", ""),
        condition=entry.get("kind") == "condition",
        aggregate=entry.get("kind") == "aggregate",
    )


def results(entry: dict[str, Any], sql: str) -> list[Any] | None:
    """Values of an expression on the entry's rows; None when it does not run."""
    columns = entry["columns"]
    names = ", ".join(column.alias for column in columns_from(columns))
    rows = ", ".join(f"({number}, {row})" for number, row in enumerate(entry["rows"]))
    target = entry.get("type", "BOOLEAN")
    with duckdb.connect() as connection:
        connection.execute(f"CREATE TABLE t (row_no INTEGER, {columns})")
        connection.execute(f"INSERT INTO t (row_no, {names}) VALUES {rows}")
        order = "" if entry.get("kind") == "aggregate" else " ORDER BY row_no"
        try:
            found = connection.execute(f"SELECT CAST(({sql}) AS {target}) FROM t{order}").fetchall()
        except duckdb.Error:
            return None
    values = [value for (value,) in found]
    if entry.get("kind") == "condition":
        return [value is True for value in values]
    return [round(value, 6) if isinstance(value, float) else value for value in values]


def is_right(entry: dict[str, Any], sql: str) -> tuple[bool, bool]:
    """Whether an answer is right, and whether it runs at all."""
    found = results(entry, sql)
    wanted = [results(entry, reference) for reference in (entry["sql"], *entry.get("also", ()))]
    if any(reference is None for reference in wanted):
        raise ValueError(f"the reference of {entry['id']} does not run")
    return found is not None and found in wanted, found is not None


def measure(generator: Generator, half: str, candidates: int) -> list[Outcome]:
    """Generate and judge every rule of a half, one by one."""
    bank, gate = ExampleBank.load(), Gate(())
    outcomes = []
    for entry in read_rules(half):
        prompt = build_prompt(masked(entry), token_budget=1200, examples=bank, family=generator.family)
        began = time.monotonic()
        answers = generator.generate(gate.clear(prompt, entry["id"]), candidates=candidates)
        seconds = time.monotonic() - began
        judged = [is_right(entry, answer.text) if answer.finished else (False, False) for answer in answers]
        any_right = any(right for right, _binds in judged)
        outcomes.append(Outcome(entry["id"], entry["half"], *judged[0], answers, seconds, any_right))
        print(
            f"{entry['id']} {'right' if judged[0][0] else 'wrong'} {seconds:.1f} s {answers[0].least}",
            file=sys.stderr,
            flush=True,
        )
    return outcomes


def summary(outcomes: list[Outcome]) -> dict[str, Any]:
    """Counts and times; the first rule is left out of the times, since it pays for loading."""
    warm = outcomes[1:] or outcomes
    seconds = sorted(outcome.seconds for outcome in warm)
    tokens = sum(outcome.answers[0].tokens for outcome in warm)
    writing = sum(outcome.answers[0].seconds for outcome in warm)
    return {
        "rules": len(outcomes),
        "right": sum(outcome.right for outcome in outcomes),
        "any_candidate_right": sum(outcome.any_right for outcome in outcomes),
        "candidates_written": sum(len(outcome.answers) for outcome in outcomes),
        "right_where_sure": {
            str(bar): _where_sure(outcomes, bar) for bar in (0.5, 0.7, 0.8, 0.9, 0.95, 0.98)
        },
        "binds": sum(outcome.binds for outcome in outcomes),
        "first_rule_seconds": round(outcomes[0].seconds, 1),
        "seconds_a_rule_mean": round(sum(seconds) / len(seconds), 2),
        "seconds_a_rule_median": round(seconds[len(seconds) // 2], 2),
        "seconds_a_rule_worst": round(seconds[-1], 2),
        "tokens_a_second_writing": round(tokens / writing, 1) if writing else 0.0,
    }


def _where_sure(outcomes: list[Outcome], bar: float) -> str:
    """Of the rules whose first candidate is that sure of every token, how many are right."""
    sure = [outcome for outcome in outcomes if outcome.answers[0].least > bar]
    return f"{sum(outcome.right for outcome in sure)} of {len(sure)}"


def main(arguments: list[str] | None = None) -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--half", choices=("tuned", "held", "all"), default="all")
    parser.add_argument("--candidates", type=int, default=1)
    parser.add_argument("--generator", default=None, help="id from the manifest; default: the default one")
    parser.add_argument(
        "--threads", type=int, help="default: one a core; 1 where other work keeps the cores busy"
    )
    parser.add_argument("--sure", type=float, default=SURE, help="1 always writes every candidate")
    parser.add_argument("--show", action="store_true", help="print the wrong answers of the tuned half")
    parser.add_argument("--json", type=Path, help="write the figures to this file")
    given = parser.parse_args(arguments)
    file = locate(given.generator)
    made = Generator(
        file.path, sha256=file.sha256, family=file.family, threads=given.threads, sure=given.sure
    )
    with made as generator:
        outcomes = measure(generator, given.half, given.candidates)
    entries = {entry["id"]: entry for entry in read_rules("all")}
    for outcome in outcomes:
        if given.show and outcome.half == "tuned" and not outcome.right:
            entry = entries[outcome.id]
            print(
                f"{outcome.id} {entry['rule']}\n    got  {outcome.answers[0].text}\n    want {entry['sql']}"
            )
    halves = [half for half in ("tuned", "held") if any(outcome.half == half for outcome in outcomes)]
    figures = {half: summary([outcome for outcome in outcomes if outcome.half == half]) for half in halves}
    print(json.dumps(figures, indent=1))
    if given.json:
        given.json.write_text(json.dumps(figures, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
