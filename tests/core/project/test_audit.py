"""Goal T10, the chain: every tampering is found, and the first bad entry is named."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from signoff.core.domain.review import Answer
from signoff.core.project.audit import Break, Entry, chained, first_break, payload_digest
from signoff.core.project.project import Project

BY = "Ada Brandt"
LENGTH = 40
Chain = list[Entry]
Tampering = Callable[[Chain, dict[int, str], random.Random], int]
"""Changes a chain or what lies beside it; returns the number of the first entry that is bad."""


def sound() -> tuple[Chain, dict[int, str]]:
    entries: Chain = []
    previous = ""
    for seq in range(1, LENGTH + 1):
        payload = payload_digest([("answer", f"q{seq}", f'"{seq}"')])
        entry = Entry(seq, f"2026-03-02T09:{seq:02}:00Z", BY, "answer", f"q{seq}", payload)
        previous = chained(previous, entry)
        entries.append(replace(entry, digest=previous))
    return entries, {e.seq: e.payload for e in entries}


def _field(chain: Chain, _payloads: dict[int, str], chance: random.Random) -> int:
    place = chance.randrange(LENGTH)
    field = chance.choice(("at", "by", "act", "subject", "payload", "digest"))
    chain[place] = replace(chain[place], **{field: getattr(chain[place], field) + "!"})
    return place + 1


def _taken_out(chain: Chain, _payloads: dict[int, str], chance: random.Random) -> int:
    place = chance.randrange(LENGTH)
    del chain[place]
    return place + 1


def _taken_out_and_renumbered(chain: Chain, _payloads: dict[int, str], chance: random.Random) -> int:
    place = chance.randrange(LENGTH - 1)
    del chain[place]
    chain[place:] = [replace(e, seq=e.seq - 1) for e in chain[place:]]
    return place + 1


def _put_in(chain: Chain, _payloads: dict[int, str], chance: random.Random) -> int:
    place = chance.randrange(LENGTH)
    forged = replace(chain[place], by="Nobody")
    chain.insert(place, forged)
    chain[place + 1 :] = [replace(e, seq=e.seq + 1) for e in chain[place + 1 :]]
    return place + 1


def _swapped(chain: Chain, _payloads: dict[int, str], chance: random.Random) -> int:
    place = chance.randrange(LENGTH - 1)
    chain[place], chain[place + 1] = (
        replace(chain[place + 1], seq=place + 1),
        replace(chain[place], seq=place + 2),
    )
    return place + 1


def _content(_chain: Chain, payloads: dict[int, str], chance: random.Random) -> int:
    place = chance.randrange(LENGTH)
    payloads[place + 1] = payload_digest([("answer", "q", chance.choice(['"other"', None]))])
    return place + 1


def _content_gone(_chain: Chain, payloads: dict[int, str], chance: random.Random) -> int:
    place = chance.randrange(LENGTH)
    del payloads[place + 1]
    return place + 1


def _cut_short(chain: Chain, payloads: dict[int, str], chance: random.Random) -> int:
    place = chance.randrange(1, LENGTH)
    for seq in range(place + 1, LENGTH + 1):
        del payloads[seq]
    del chain[place:]
    return place + 1


def _rewritten_from(chain: Chain, _payloads: dict[int, str], chance: random.Random) -> int:
    """One entry forged with a right digest of its own; the next one gives it away."""
    place = chance.randrange(LENGTH - 1)
    previous = chain[place - 1].digest if place else ""
    forged = replace(chain[place], by="Nobody")
    chain[place] = replace(forged, digest=chained(previous, forged))
    return place + 2


TAMPERINGS: tuple[Tampering, ...] = (
    _field, _taken_out, _taken_out_and_renumbered, _put_in, _swapped, _content, _content_gone, _cut_short,
    _rewritten_from,
)  # fmt: skip


def test_the_first_bad_entry_is_named_each_time() -> None:
    chance = random.Random(13)
    head = (LENGTH, sound()[0][-1].digest)
    for number in range(500):
        chain, payloads = sound()
        tampering = TAMPERINGS[number % len(TAMPERINGS)]
        first_bad = tampering(chain, payloads, chance)
        broken = first_break(chain, payloads, head)
        assert broken is not None and broken.seq == first_bad, (tampering.__name__, first_bad, broken)


def test_a_sound_chain_holds() -> None:
    chain, payloads = sound()
    assert first_break(chain, payloads, (LENGTH, chain[-1].digest)) is None
    payloads[LENGTH + 3] = "stray"
    assert isinstance(first_break(chain, payloads, (LENGTH, chain[-1].digest)), Break)


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("chain") / "p.signoff"
    with Project.create(path, name="P", dialect="duckdb", by=BY) as project:
        for number in range(6):
            project.put_answer(Answer(f"q{number}", "yes", BY))
        project.put_samples("party", "party.csv", b"a\n1\n", by=BY)
    return path


@pytest.mark.parametrize(
    ("statement", "seq"),
    [
        ("UPDATE entry SET at = '2020-01-01T00:00:00Z' WHERE seq = 4", 4),
        ("UPDATE record SET body = replace(body, 'yes', 'no') WHERE seq = 5", 5),
        ("DELETE FROM record WHERE seq = 2", 2),
        ("DELETE FROM entry WHERE seq = 8", 8),
        ("INSERT INTO record VALUES (3, 7, 'answer', 'q9', '{}')", 3),
        ("INSERT INTO record VALUES (99, 0, 'answer', 'q9', '{}')", 99),
        ("UPDATE blob SET bytes = x'00'", 8),
        ("DELETE FROM blob", 8),
        ("UPDATE head SET seq = 7", 8),
        ("UPDATE head SET digest = 'x'", 9),
    ],
)
def test_tampering_with_the_file_is_found(written: Path, tmp_path: Path, statement: str, seq: int) -> None:
    path = tmp_path / "p.signoff"
    shutil.copy(written, path)
    connection = sqlite3.connect(path)
    with pytest.raises(sqlite3.Error, match="never"):
        connection.execute("UPDATE entry SET by = 'x'")
    for trigger in ("entry_stays", "entry_kept", "record_stays", "record_kept"):
        connection.execute(f"DROP TRIGGER {trigger}")
    connection.execute(statement)
    connection.commit()
    connection.close()
    with Project.open(path) as project:
        broken = project.verify_chain()
    assert broken is not None and broken.seq == seq
