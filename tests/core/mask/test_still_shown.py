"""What stays readable in prompts is told word by word, with how often, where and why."""

from __future__ import annotations

from signoff.core.domain.masking import Term, TermKind
from signoff.core.domain.prompts import Prompt
from signoff.core.mask.still_shown import PlacedPrompt, WhyShown, why_words, words_shown
from signoff.core.prompt.fixed_text import FixedText

FIXED = FixedText(["You write one expression."], ["Rule: {rule}"])
TERMS = (Term("status", TermKind.COLUMN), Term("vtnr_nm", TermKind.COLUMN))


def shown(*rules: str) -> dict[str, tuple[WhyShown, int, tuple[str, ...]]]:
    prompts = [
        PlacedPrompt(
            f"t.c{number}", Prompt("You write one expression.\n", f"Rule: {rule}", "t/1", "h"), {"x9"}
        )
        for number, rule in enumerate(rules)
    ]
    return {each.text: (each.why, each.count, each.places) for each in words_shown(prompts, FIXED, TERMS)}


def test_every_word_of_the_project_has_its_reason_and_its_places() -> None:
    assert shown("varchar the status of text_01 with 25, else x9", "the fermentation status") == {
        "fermentation": (WhyShown.UNLISTED, 1, ("t.c1",)),
        "status": (WhyShown.NAME, 2, ("t.c0", "t.c1")),
        "the": (WhyShown.COMMON, 2, ("t.c0", "t.c1")),
        "of": (WhyShown.COMMON, 1, ("t.c0",)),
        "varchar": (WhyShown.SQL, 1, ("t.c0",)),
        "else": (WhyShown.SQL, 1, ("t.c0",)),
        "with": (WhyShown.SQL, 1, ("t.c0",)),
        "25": (WhyShown.NUMBER, 1, ("t.c0",)),
    }


def test_a_name_that_the_level_shows_is_told_apart_from_an_everyday_word() -> None:
    assert shown("status of VTNR_NM")["vtnr_nm"][0] is WhyShown.LEVEL


def test_what_a_person_should_look_at_comes_first() -> None:
    whys = [why for why, _count, _places in shown("the 3 vintners of status varchar").values()]
    assert whys == sorted(whys, key=list(WhyShown).index) and whys[0] is WhyShown.UNLISTED


def test_every_reason_is_said_in_words_of_its_own() -> None:
    assert len({why_words(why) for why in WhyShown}) == len(WhyShown)
