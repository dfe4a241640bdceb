"""Builds for several processors in one package: which library loads them, from where, and what if none fits."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from signoff.core.engines.llama.variants import load_variants
from signoff.core.errors import SignoffError


class Function:
    """A function of a library, with the types it is given."""

    argtypes: Any = None
    restype: Any = None

    def __init__(self, answer: Any) -> None:
        self.answer = answer
        self.called: list[tuple[object, ...]] = []

    def __call__(self, *arguments: object) -> Any:
        self.called.append(arguments)
        return self.answer


class FakeLibrary:
    def __init__(self, count: int) -> None:
        self.ggml_backend_load_all_from_path = Function(None)
        self.ggml_backend_reg_count = Function(count)


def laid(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).touch()
    return folder


class Opening:
    """Opens stand-ins; keeps which."""

    def __init__(self, count: int = 1) -> None:
        self.paths: list[str] = []
        self.library = FakeLibrary(count)

    def __call__(self, path: str) -> FakeLibrary:
        self.paths.append(path)
        return self.library


def test_a_package_for_this_processor_alone_is_left_as_it_is(tmp_path: Path) -> None:
    opening = Opening()
    assert not load_variants(laid(tmp_path, "libggml.so", "libggml-cpu.so", "libllama.so"), opening)
    assert opening.paths == []


@pytest.mark.parametrize(
    ("names", "loader"),
    [
        (("libggml.so", "libggml-cpu-zen4.so"), "libggml.so"),
        (("libggml.so", "libggml.so.0", "libggml-cpu-zen4.so"), "libggml.so.0"),
        (("ggml.dll", "ggml-cpu-haswell.dll"), "ggml.dll"),
    ],
)
def test_variants_are_loaded_from_the_packages_own_folder_by_its_whole_path(
    names: tuple[str, ...], loader: str, tmp_path: Path
) -> None:
    opening = Opening()
    assert load_variants(laid(tmp_path, *names), opening)
    assert opening.paths == [str(tmp_path / loader)] and Path(opening.paths[0]).is_absolute()
    assert opening.library.ggml_backend_load_all_from_path.called == [(str(tmp_path).encode(),)]


def test_where_no_build_fits_the_processor_a_sentence_says_so(tmp_path: Path) -> None:
    with pytest.raises(SignoffError, match="fits this processor"):
        load_variants(laid(tmp_path, "libggml.so", "libggml-cpu-zen4.so"), Opening(0))


def test_a_package_that_is_not_whole_is_told_apart(tmp_path: Path) -> None:
    with pytest.raises(SignoffError, match="not whole"):
        load_variants(laid(tmp_path, "libggml-cpu-zen4.so"), Opening())

    def broken(_path: str) -> Any:
        raise OSError("not a library")

    with pytest.raises(SignoffError, match="not whole"):
        load_variants(laid(tmp_path, "libggml.so"), broken)
    with pytest.raises(SignoffError, match="not whole"):
        load_variants(tmp_path, lambda _path: object())
