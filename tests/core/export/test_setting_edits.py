"""Settings that an update writes into a file pass the export; anything else that dbt would run does not."""

from __future__ import annotations

import pytest

from signoff.core.domain.dossier import Dossier
from signoff.core.domain.edits import EditKind, EditScript, MandatedEdit, Splice
from signoff.core.domain.plan import Draft
from signoff.core.domain.spec import TargetMapping
from signoff.core.errors import SignoffError
from signoff.core.export.export import model_text
from signoff.core.export.jinja import is_setting_edit
from signoff.core.export.references import Book
from signoff.core.merge.config_edits import config_edit

JINJA = "{{ config(materialized='incremental') }}\nselect a from {{ source('raw', 't') }}\n"
PLAIN = "select a from t\n"
BOOK = Book({}, {"t": ("raw", "t")})


def dossier(existing: str, *edits: MandatedEdit) -> Dossier:
    script = EditScript(edits, existing)
    draft = Draft("big", "select a from t", script.applied(), (), existing=existing, edits=script)
    return Dossier(TargetMapping("big", ()), draft, "duckdb", draft.text)


@pytest.mark.parametrize(
    "text", [JINJA, JINJA.replace("\n", "\r\n"), "select 1 -- {{ x }}", "{{ config() }}"]
)
@pytest.mark.parametrize(
    ("name", "value"),
    [("on_schema_change", "append_new_columns"), ("unique_key", "id"), ("unique_key", ("shop id", "day"))],
)
def test_settings_that_are_written_out_pass(text: str, name: str, value: str | tuple[str, ...]) -> None:
    edit = config_edit(text, name, value, "because")

    assert is_setting_edit(edit)
    if "source" in text:
        shown = dossier(text, edit)
        assert model_text(shown, BOOK) == shown.text != text


def test_a_file_without_jinja_gets_its_setting_and_its_references() -> None:
    shown = dossier(PLAIN, config_edit(PLAIN, "on_schema_change", "append_new_columns", "because"))

    assert model_text(shown, BOOK) == (
        "{{ config(on_schema_change='append_new_columns') }}\n\nselect a from {{ source('raw', 't') }} as t\n"
    )


@pytest.mark.parametrize(
    "after",
    [
        ", unique_key=env_var('SECRET')",
        ", unique_key='{{ x }}'",
        ", post_hook='drop table t'",
        ", unique_key='a', post_hook='x'",
        ", unique_key='a' ~ run_query('x')",
    ],
)
def test_what_runs_something_is_no_setting(after: str) -> None:
    place = JINJA.index(")")
    edit = MandatedEdit("1", EditKind.CHANGE_CONFIG, "", "why", splices=(Splice(place, place, "", after),))

    assert not is_setting_edit(edit)
    with pytest.raises(SignoffError, match="Jinja"):
        model_text(dossier(JINJA, edit), BOOK)


def test_only_edits_of_settings_are_settings() -> None:
    splice = Splice(0, 0, "", ", unique_key='a'")

    assert not is_setting_edit(MandatedEdit("1", EditKind.ADD_COLUMN, "", "why", splices=(splice,)))
