"""Writes docs/licences.md: every pinned package with its licence, and what wheels bundle (`make licences`).

tests/unit/test_supply_chain.py fails when the page is out of date, when a licence is not known, and when one of them
forbids commercial use or would bind the product's own licence.
"""

import re
import sys
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

from tests.supply_chain.packages import ROOT, in_images, locked

PAGE = ROOT / "docs" / "licences.md"
NOT_ACCEPTED = re.compile(
    r"(?<!L)GPL|AFFERO|SSPL|BUSL|Business Source|Commons Clause|Elastic|NonCommercial|-NC\b|Proprietary|unknown", re.I
)
WITH_EXCEPTION = re.compile(r"GPL-3\.0-or-later WITH GCC-exception-3\.1")

# Where a package's own words are vague, and packages that only other systems install; read from their files.
_TOLD = {
    "async-timeout": "Apache-2.0",
    "coloredlogs": "MIT",
    "colorama": "BSD-3-Clause",
    "httpx2-jsfetch": "BSD-3-Clause",
    "humanfriendly": "MIT",
    "mpmath": "BSD-3-Clause",
    "omegaconf": "BSD-3-Clause",
    "pathspec": "MPL-2.0",
    "pi-heif": "BSD-3-Clause",
    "pypdfium2": "BSD-3-Clause AND Apache-2.0",
    "python-dateutil": "Apache-2.0 OR BSD-3-Clause",
    "pywin32": "PSF-2.0",
    "reportlab": "BSD-3-Clause",
    "resvg-py": "MIT",
    "sympy": "BSD-3-Clause",
    "valkey": "MIT",
}
_SPELLINGS = {
    "3-Clause BSD License": "BSD-3-Clause",
    "Apache 2.0": "Apache-2.0",
    "Apache License 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "MIT License": "MIT",
    "MIT license": "MIT",
    "PSFL": "PSF-2.0",
}
# What wheels carry beside their own code. The LGPL parts are libraries of their own, loaded when the program runs.
BUNDLED = {
    "aom": "BSD-2-Clause",
    "avcodec": "LGPL-2.1-or-later",
    "avformat": "LGPL-2.1-or-later",
    "avif": "BSD-2-Clause",
    "avutil": "LGPL-2.1-or-later",
    "brotlicommon": "MIT",
    "brotlidec": "MIT",
    "crypto": "OpenSSL",
    "de265": "LGPL-3.0-or-later",
    "drm": "MIT",
    "ecpg": "PostgreSQL",
    "freetype": "FTL",
    "geos": "LGPL-2.1-or-later",
    "geos_c": "LGPL-2.1-or-later",
    "gfortran": "GPL-3.0-or-later WITH GCC-exception-3.1",
    "harfbuzz": "MIT",
    "heif": "LGPL-3.0-or-later",
    "jpeg": "IJG AND BSD-3-Clause",
    "lcms2": "MIT",
    "lzma": "0BSD",
    "openblasp": "BSD-3-Clause",
    "openjp2": "BSD-2-Clause",
    "pgtypes": "PostgreSQL",
    "png16": "libpng-2.0",
    "pq": "PostgreSQL",
    "quadmath": "LGPL-2.1-or-later",
    "scipy_openblas64_": "BSD-3-Clause",
    "sharpyuv": "BSD-3-Clause",
    "ssl": "OpenSSL",
    "swresample": "LGPL-2.1-or-later",
    "swscale": "LGPL-2.1-or-later",
    "tiff": "libtiff",
    "vpx": "BSD-3-Clause",
    "webp": "BSD-3-Clause",
    "webpdemux": "BSD-3-Clause",
    "webpmux": "BSD-3-Clause",
    "Xau": "MIT",
    "xcb": "MIT",
    "zstd": "BSD-3-Clause",
}


def licence(name: str) -> str:
    """As an SPDX expression where the package says so clearly enough; `unknown` when nobody says it."""
    try:
        return _TOLD.get(name) or _said_by(distribution(name))
    except PackageNotFoundError:
        return "unknown"


def _said_by(package: Distribution) -> str:
    metadata = package.metadata.json
    classifiers = [text.split(" :: ")[-1] for text in metadata.get("classifier", ()) if text.startswith("License ::")]
    said = str(metadata.get("license_expression") or metadata.get("license") or (classifiers or ["unknown"])[0])
    first_line = said.strip().splitlines()[0].strip()
    return _SPELLINGS.get(first_line, first_line)


def accepted(expression: str) -> bool:
    return not NOT_ACCEPTED.search(WITH_EXCEPTION.sub("", expression))


def bundled_here() -> set[str]:
    """Names of the shared libraries that this machine's wheels brought, without versions."""
    site = Path(str(distribution("pip").locate_file("")))
    files = [file for folder in (*site.glob("*.libs"), *site.glob("*/.dylibs")) for file in folder.iterdir()]
    return {re.split(r"[-.]", file.name.removeprefix("lib"), maxsplit=1)[0] for file in files if file.is_file()}


def page() -> str:
    images = in_images()
    rows = [
        f"| `{name}` | {', '.join(dict.fromkeys(versions))} | {licence(name)} | {'yes' if name in images else ''} |"
        for name, versions in sorted(locked().items())
    ]
    libraries = [f"| {name} | {terms} |" for name, terms in sorted(BUNDLED.items())]
    return "\n".join([_HEAD, *rows, _BUNDLES, *libraries, ""])


_HEAD = """# Licences

Made by `make licences`. FinTrak itself is [MIT](../LICENSE). None of these forbids commercial use or asks for the
licence of what uses it; a test refuses one that does. Packages without "yes" serve local mode, tests and checks only.

| Package | Version | Licence | In an image |
|---|---|---|---|"""
_BUNDLES = """
## What wheels bundle

Parts under the LGPL (HEIC decoding, geometry, FFmpeg inside OpenCV) are shared libraries that can be replaced; whoever
hands an image on passes their licence texts on, which the wheels hold. HEIC is read by `pi-heif`, whose wheels hold
libheif and libde265 only; `pillow-heif` would bring the GPL encoder x265. The base image adds Debian and Python.

| Library | Licence |
|---|---|"""


def main() -> None:
    PAGE.write_text(page(), encoding="utf-8")
    sys.stdout.write(f"{PAGE.relative_to(ROOT)} is up to date\n")


if __name__ == "__main__":
    main()
