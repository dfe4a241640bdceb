"""Goal T10: harmful mutations make a sign-off stale, harmless ones don't."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

from signoff.core.domain.cells import Cell
from signoff.core.domain.checks import CheckState, Verification
from signoff.core.domain.dossier import Dossier
from signoff.core.domain.review import ROWS, Comment
from signoff.core.domain.spec import Schema, TargetMapping
from signoff.core.review.binding import binding_of, binding_parts, column_binding
from signoff.core.review.gate import gate
from signoff.core.review.stale import stale
from tests.helpers.dossiers import TODAY, approved, draft, sources, undecided

Mutation = Callable[[Dossier, random.Random], Dossier]
TIMES = 500


def _letter(text: str, chance: random.Random) -> str:
    """The text with one letter more, or another one."""
    place = chance.randrange(len(text) + 1)
    return text[:place] + chance.choice("xyz 7'\n") + text[place + chance.randrange(2) :] + "~"


def _column(dossier: Dossier, chance: random.Random, **change: object) -> Dossier:
    rows = list(dossier.mapping.columns)
    place = chance.randrange(len(rows))
    rows[place] = replace(rows[place], **change)  # type: ignore[arg-type]  # fields named by the callers below
    return replace(dossier, mapping=replace(dossier.mapping, columns=tuple(rows)))


def _text(d: Dossier, chance: random.Random) -> Dossier:
    return replace(d, text=_letter(d.text, chance))


def _rule(d: Dossier, chance: random.Random) -> Dossier:
    text = _letter(chance.choice(d.mapping.columns).rule, chance)
    return _column(d, chance, rule=text, rule_resolved=text)


def _resolved_rule(d: Dossier, chance: random.Random) -> Dossier:
    return _column(d, chance, rule_resolved=_letter("R-VALID-1", chance))


def _target_type(d: Dossier, chance: random.Random) -> Dossier:
    return _column(d, chance, type=f"VARCHAR({chance.randrange(50, 999)})")


def _example(d: Dossier, chance: random.Random) -> Dossier:
    return _column(d, chance, example=_letter("BETA", chance))


def _answer(d: Dossier, chance: random.Random) -> Dossier:
    return replace(d, answers=(replace(d.answers[0], value=_letter(d.answers[0].value, chance)),))


def _answer_gone(d: Dossier, _chance: random.Random) -> Dossier:
    return replace(d, answers=())


def _file_rule(d: Dossier, chance: random.Random) -> Dossier:
    return replace(d, file_rules=((d.file_rules[0][0], _letter(d.file_rules[0][1], chance)),))


def _card(d: Dossier, chance: random.Random) -> Dossier:
    assert d.verification and d.verification.card
    card = d.verification.card
    place = chance.randrange(len(card.steps))
    field = chance.choice(("rows_in", "left_out", "doubled", "unknown", "rows_out"))
    step = replace(card.steps[place], **{field: getattr(card.steps[place], field) + chance.randrange(1, 99)})
    steps = (*card.steps[:place], step, *card.steps[place + 1 :])
    return replace(d, verification=replace(d.verification, card=replace(card, steps=steps)))


def _one_row_per(d: Dossier, chance: random.Random) -> Dossier:
    assert d.verification and d.verification.card
    card = replace(d.verification.card, one_row_per=_letter("party", chance))
    return replace(d, verification=replace(d.verification, card=card))


def _check(d: Dossier, chance: random.Random) -> Dossier:
    assert d.verification
    checks = list(d.verification.checks)
    place = chance.randrange(len(checks))
    changes: tuple[dict[str, object], ...] = (
        {"state": CheckState.FAILED},
        {"count": 3},
        {"message": "Other."},
    )
    checks[place] = replace(checks[place], **chance.choice(changes))  # type: ignore[arg-type]  # as above
    return replace(d, verification=replace(d.verification, checks=tuple(checks)))


def _check_gone(d: Dossier, chance: random.Random) -> Dossier:
    assert d.verification
    checks = list(d.verification.checks)
    del checks[chance.randrange(len(checks))]
    return replace(d, verification=replace(d.verification, checks=tuple(checks)))


def _source_type(d: Dossier, chance: random.Random) -> Dossier:
    tables = list(d.sources.tables)
    place = chance.randrange(len(tables))
    columns = list(tables[place].columns)
    which = chance.randrange(len(columns))
    columns[which] = replace(columns[which], type=f"DECIMAL(18,{chance.randrange(1, 9)})")
    tables[place] = replace(tables[place], columns=tuple(columns))
    return replace(d, sources=Schema(tuple(tables)))


def _source_column_gone(d: Dossier, chance: random.Random) -> Dossier:
    tables = list(d.sources.tables)
    place = chance.randrange(len(tables))
    tables[place] = replace(tables[place], columns=tables[place].columns[1:])
    return replace(d, sources=Schema(tuple(tables)))


def _code(d: Dossier, chance: random.Random) -> Dossier:
    (given,) = d.code_lists
    return replace(d, code_lists=(replace(given, codes=(*given.codes, (_letter("X", chance), "new"))),))


def _upstream(d: Dossier, chance: random.Random) -> Dossier:
    binding = chance.choice(("", f"{chance.randrange(16**8):08x}"))
    return replace(d, upstream=(replace(d.upstream[0], binding=binding),))


def _dialect(d: Dossier, chance: random.Random) -> Dossier:
    return replace(d, dialect=chance.choice(("snowflake", "bigquery", "postgres")))


def _step(d: Dossier, chance: random.Random) -> Dossier:
    steps = list(d.mapping.steps)
    place = chance.randrange(len(steps))
    steps[place] = replace(steps[place], condition=_letter(steps[place].condition, chance))
    return replace(d, mapping=replace(d.mapping, steps=tuple(steps)))


HARMFUL: tuple[Mutation, ...] = (
    _text, _rule, _resolved_rule, _target_type, _example, _answer, _answer_gone, _file_rule, _card,
    _one_row_per, _check, _check_gone, _source_type, _source_column_gone, _code, _upstream, _dialect, _step,
)  # fmt: skip


def _moved(cell: Cell | None, chance: random.Random) -> Cell | None:
    sheet = chance.choice(("Mapping", "Neu (2)", "Sheet1"))
    return cell and Cell(
        sheet, chance.randrange(1, 999), chance.randrange(1, 99), chance.choice(("a.xlsx", "b.csv"))
    )


def _cells(d: Dossier, chance: random.Random) -> Dossier:
    rows = tuple(
        replace(m, cell=_moved(m.cell, chance), cells=tuple((r, _moved(c, chance) or c) for r, c in m.cells))
        for m in d.mapping.columns
    )
    steps = tuple(replace(s, cell=_moved(s.cell, chance)) for s in d.mapping.steps)
    cell = _moved(d.mapping.cell, chance)
    return replace(d, mapping=replace(d.mapping, columns=rows, steps=steps, cell=cell))


def _order_of_rows(d: Dossier, chance: random.Random) -> Dossier:
    return replace(d, mapping=_mixed_mapping(d.mapping, chance))


def _mixed_mapping(mapping: TargetMapping, chance: random.Random) -> TargetMapping:
    columns = tuple(chance.sample(mapping.columns, len(mapping.columns)))
    return replace(mapping, columns=columns, steps=tuple(chance.sample(mapping.steps, len(mapping.steps))))


def _order_of_the_rest(d: Dossier, chance: random.Random) -> Dossier:
    assert d.verification
    checks = tuple(chance.sample(d.verification.checks, len(d.verification.checks)))
    tables = tuple(
        replace(t, columns=tuple(chance.sample(t.columns, len(t.columns))))
        for t in chance.sample(d.sources.tables, len(d.sources.tables))
    )
    lists = tuple(replace(c, codes=tuple(chance.sample(c.codes, len(c.codes)))) for c in d.code_lists)
    verification = Verification(d.verification.target, checks, d.verification.card, d.verification.columns)
    return replace(d, verification=verification, sources=Schema(tables), code_lists=lists)


def _comment(d: Dossier, chance: random.Random) -> Dossier:
    text = _letter("also for branches?", chance)
    return replace(
        d, comments=(*d.comments, Comment("party", "city", text, "Someone", "2026-03-03T08:00:00Z"))
    )


def _note(d: Dossier, chance: random.Random) -> Dossier:
    return _column(d, chance, note=_letter("yellow: discuss", chance), description=_letter("words", chance))


def _step_numbers(d: Dossier, chance: random.Random) -> Dossier:
    factor = chance.randrange(2, 50)
    steps = tuple(replace(s, order=s.order * factor) for s in d.mapping.steps)
    return replace(d, mapping=replace(d.mapping, steps=steps))


def _seconds(d: Dossier, chance: random.Random) -> Dossier:
    return replace(d, draft=replace(d.draft, seconds=chance.random(), prompts=(f"{chance.random()}",)))


HARMLESS: tuple[Mutation, ...] = (
    _cells, _order_of_rows, _order_of_the_rest, _comment, _note, _step_numbers, _seconds,
)  # fmt: skip


def test_every_harmful_mutation_makes_the_sign_off_stale() -> None:
    chance, shown = random.Random(10), undecided()
    bound = binding_of(shown)
    missed = []
    for number in range(TIMES):
        mutation = HARMFUL[number % len(HARMFUL)]
        if binding_of(mutation(shown, chance)) == bound:
            missed.append(mutation.__name__)
    assert missed == []


def test_no_harmless_mutation_makes_anything_stale() -> None:
    chance, shown = random.Random(11), undecided()
    bound = binding_of(shown)
    columns = {name: column_binding(shown, name) for name in (ROWS, "party_id", "party_name", "city")}
    for number in range(TIMES):
        changed = shown
        for mutation in chance.sample(HARMLESS, 1 + number % 3):
            changed = mutation(changed, chance)
        assert binding_of(changed) == bound
        assert {name: column_binding(changed, name) for name in columns} == columns


def test_a_stale_sign_off_says_what_changed() -> None:
    shown = undecided()
    rule = replace(shown.mapping.columns[1], rule="Trim only", rule_resolved="Trim only")
    rows = (shown.mapping.columns[0], rule, *shown.mapping.columns[2:])
    changed = replace(shown, mapping=replace(shown.mapping, columns=rows))
    changes = stale(binding_parts(shown), binding_parts(changed))
    assert [c.part for c in changes] == ["rule of party_name"]
    assert "Trim and upper case" in changes[0].old and "Trim only" in changes[0].sentence


def test_a_change_reopens_its_own_column_only() -> None:
    before = approved(undecided())
    rule = replace(before.mapping.columns[1], rule="Trim only")
    after = replace(
        before,
        mapping=replace(
            before.mapping, columns=(before.mapping.columns[0], rule, *before.mapping.columns[2:])
        ),
    )
    again = [r.column for r in gate(after, today=TODAY).reasons if r.code == "look again"]
    assert again == ["party_name"]


def test_a_changed_code_list_reopens_the_columns_whose_rules_name_it() -> None:
    before = undecided()
    rows = list(before.mapping.columns)
    rows[1] = replace(rows[1], rule_resolved="Trim, then the word of party status")
    before = approved(replace(before, mapping=replace(before.mapping, columns=tuple(rows))))
    (given,) = before.code_lists
    after = replace(before, code_lists=(replace(given, codes=(("A", "live"), given.codes[1])),))
    reasons = [r for r in gate(after, today=TODAY).reasons if r.code == "look again"]
    assert [r.column for r in reasons] == ["party_name"]
    (changed,) = stale(binding_parts(before), binding_parts(after))
    assert changed.part == "code list Party_Status" and "active" in changed.old and "live" in changed.new


def test_a_changed_join_reopens_the_rows_card_and_a_changed_source_type_the_columns_that_read_it() -> None:
    before = undecided()
    plan = draft().plan
    assert plan
    section = plan.sections[0]
    inner = replace(section.relations[1], on=replace(section.relations[1].on, sql="p.party_id = a.id"))
    joined = replace(plan, sections=(replace(section, relations=(section.relations[0], inner)),))
    after = replace(before, draft=replace(before.draft, plan=joined))
    assert column_binding(after, ROWS) != column_binding(before, ROWS)
    assert column_binding(after, "city") == column_binding(before, "city")
    party = sources().tables[0]
    retyped = replace(
        party, columns=(*party.columns[:1], replace(party.columns[1], type="INTEGER"), party.columns[2])
    )
    after = replace(before, sources=Schema((retyped, sources().tables[1])))
    assert column_binding(after, "party_name") != column_binding(before, "party_name")
    assert column_binding(after, "city") == column_binding(before, "city")
