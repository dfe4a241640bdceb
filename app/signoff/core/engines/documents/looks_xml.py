"""The looks that a workbook's styles give, by number of the style, and the colours they are made of."""

from __future__ import annotations

import colorsys
import re
import zipfile
from collections.abc import Sequence
from typing import TypeVar
from xml.etree import ElementTree

from signoff.core.engines.documents.drawn import Look
from signoff.core.engines.documents.package import child, children, local, tree

MAX_STYLES = 65_536
_RGB = re.compile(r"^(?:[0-9A-Fa-f]{2})?([0-9A-Fa-f]{6})$")
_INDEXED = [
    "000000",
    "FFFFFF",
    "FF0000",
    "00FF00",
    "0000FF",
    "FFFF00",
    "FF00FF",
    "00FFFF",
    "000000",
    "FFFFFF",
    "FF0000",
    "00FF00",
    "0000FF",
    "FFFF00",
    "FF00FF",
    "00FFFF",
    "800000",
    "008000",
    "000080",
    "808000",
    "800080",
    "008080",
    "C0C0C0",
    "808080",
    "9999FF",
    "993366",
    "FFFFCC",
    "CCFFFF",
    "660066",
    "FF8080",
    "0066CC",
    "CCCCFF",
    "000080",
    "FF00FF",
    "FFFF00",
    "00FFFF",
    "800080",
    "800000",
    "008080",
    "0000FF",
    "00CCFF",
    "CCFFFF",
    "CCFFCC",
    "FFFF99",
    "99CCFF",
    "FF99CC",
    "CC99FF",
    "FFCC99",
    "3366FF",
    "33CCCC",
    "99CC00",
    "FFCC00",
    "FF9900",
    "FF6600",
    "666699",
    "969696",
    "003366",
    "339966",
    "003300",
    "333300",
    "993300",
    "993366",
    "333399",
    "333333",
]
"""The 64 colours that are named by number."""
_THEME = ("lt1", "dk1", "lt2", "dk2", *(f"accent{n}" for n in range(1, 7)), "hlink", "folHlink")
_OFFICE = dict(
    zip(
        _THEME,
        [
            "FFFFFF",
            "000000",
            "EEECE1",
            "1F497D",
            "4F81BD",
            "C0504D",
            "9BBB59",
            "8064A2",
            "4BACC6",
            "F79646",
            "0000FF",
            "800080",
        ],
        strict=True,
    )
)
_T = TypeVar("_T")
_WHITE, _BLACK = "FFFFFF", "000000"


def looks_of(archive: zipfile.ZipFile) -> dict[int, Look]:
    """The looks that are not plain, by number of the cell style.

    Raises:
        zipfile.BadZipFile, zlib.error: the package is damaged.
    """
    root = tree(archive, "xl/styles.xml")
    if root is None:
        return {}
    colors = _Colors(archive, root)
    fills = [_fill(each, colors) for each in children(child(root, "fills"), "fill")]
    fonts = [_font(each, colors) for each in children(child(root, "fonts"), "font")]
    found: dict[int, Look] = {}
    for number, style in enumerate(children(child(root, "cellXfs"), "xf")[:MAX_STYLES]):
        ink, struck = _at(fonts, style.get("fontId"), ("", False))
        look = Look(_at(fills, style.get("fillId"), ""), ink, struck)
        if not look.is_plain:
            found[number] = look
    return found


class _Colors:
    """Tells colours that are given by value, by number, or as one of the theme."""

    def __init__(self, archive: zipfile.ZipFile, styles: ElementTree.Element) -> None:
        own = children(child(child(styles, "colors"), "indexedColors"), "rgbColor")
        self._indexed = [_rgb(each.get("rgb", "")) for each in own] or _INDEXED
        self._theme = _theme(archive)

    def of(self, element: ElementTree.Element | None) -> str:
        """The colour of an element as RRGGBB; empty when it gives none."""
        if element is None or element.get("auto") in ("1", "true"):
            return ""
        color = _rgb(element.get("rgb", ""))
        if not color and (place := element.get("theme")) is not None:
            color = _at(self._theme, place, "")
        if not color:
            color = _at(self._indexed, element.get("indexed"), "")
        return _tinted(color, element.get("tint", "")) if color else ""


def _theme(archive: zipfile.ZipFile) -> list[str]:
    root = tree(archive, "xl/theme/theme1.xml")
    scheme = None if root is None else next((e for e in root.iter() if local(e) == "clrScheme"), None)
    given: dict[str, str] = {}
    for each in scheme if scheme is not None else ():
        value = next(iter(each), None)
        if value is not None:
            given[local(each)] = _rgb(value.get("lastClr") or value.get("val") or "")
    return [given.get(name) or _OFFICE[name] for name in _THEME]


def _fill(element: ElementTree.Element, colors: _Colors) -> str:
    pattern = child(element, "patternFill")
    if pattern is not None:
        kind = pattern.get("patternType", "none")
        if kind in ("none", "gray125", "gray0625"):
            return ""
        color = colors.of(child(pattern, "fgColor"))
    else:
        stop = child(child(element, "gradientFill"), "stop")
        color = colors.of(child(stop, "color"))
    return "" if color == _WHITE else color


def _font(element: ElementTree.Element, colors: _Colors) -> tuple[str, bool]:
    ink = colors.of(child(element, "color"))
    strike = child(element, "strike")
    struck = strike is not None and strike.get("val", "1") not in ("0", "false")
    return ("" if ink == _BLACK else ink), struck


def _at(values: Sequence[_T], place: str | None, default: _T) -> _T:
    if place is None or not place.isascii() or not place.isdigit():
        return default
    number = int(place[:6])
    return values[number] if number < len(values) else default


def _rgb(text: str) -> str:
    found = _RGB.match(text)
    return found.group(1).upper() if found else ""


def _tinted(color: str, tint: str) -> str:
    """A colour made lighter (above 0) or darker (below), as workbooks do: by its lightness."""
    try:
        share = max(-1.0, min(1.0, float(tint or 0)))
    except ValueError:
        share = 0.0
    if not share or share != share:
        return color
    hue, light, full = colorsys.rgb_to_hls(*(int(color[n : n + 2], 16) / 255 for n in (0, 2, 4)))
    light = light * (1 + share) if share < 0 else light * (1 - share) + share
    return "".join(f"{round(255 * part):02X}" for part in colorsys.hls_to_rgb(hue, light, full))
