"""What the installed program is made without: what it never needs, what opens connections, what comes twice."""

from __future__ import annotations

import re

MODULES = (
    "ssl",
    "_ssl",
    "PySide6.QtNetwork",
    "diskcache",
    "huggingface_hub",
    "tkinter",
    "dbt",
    "pytest",
    "numpy.f2py",
    "numpy.testing",
    "pip",
    "setuptools",
    "pandas",
    "pyarrow",
    "certifi",
    "PIL",
)
"""Python modules; an empty stand-in for diskcache is made before llama_cpp is imported."""

_FILES = (
    r"libQt6Network\.",
    r"libssl\.",
    r"libllama-common\.",
    r"^libggml",  # the package's own folder holds them; these would be second copies
    r"^libllama\.",
    r"^(ggml|llama)[\w-]*\.dll$",
    r"(Qt6Network|llama-common|libssl)[\w-]*\.dll$",
    r"Qt/plugins/(generic|egldeviceintegrations|networkinformation|tls)/",
    r"Qt/plugins/platformthemes/libqgtk3",  # draws with GTK, and brings its libraries
    r"Qt/plugins/platforms/.*(vnc|vkkhrdisplay|linuxfb|eglfs|minimalegl)",
    r"Qt/plugins/imageformats/.*(webp|wbmp|tga|tiff|icns|gif|jpeg)",
    r"Qt/translations/",
    r"libQt6EglF",
    r"^lib(gtk|gdk|cairo|pango|atk|pixman|thai|datrie|fribidi)",
    r"\.dist-info/(RECORD|INSTALLER|REQUESTED|direct_url\.json)$",  # where and how it was installed to be frozen
    # what these, Qt's network library and the left-out plugins brought: nothing that stays needs them
    r"^lib(gssapi_krb5|krb5|krb5support|k5crypto|com_err|keyutils)\.",
    r"^lib(gio-2|gobject-2|gmodule-2|mount|blkid|selinux|jpeg|graphite2|harfbuzz|bsd|md|Xdmcp|Xau|Xrender|Xext)\b",
)
FILES = re.compile("|".join(_FILES))
"""Shared libraries and data by their place in the folder, whatever brought them."""


def stays(place: str) -> bool:
    """Whether a file of the folder belongs into it.

    Args:
        place: its path inside the folder.
    """
    return FILES.search(place.replace("\\", "/")) is None
