"""Chart -> PNG. The renderer shapes and orders Arabic, Hebrew and Devanagari itself; its fonts come as packages."""

import logging
from functools import cache
from importlib import resources

from services.query_generator_service.chart import Chart
from services.query_generator_service.chart_svg import svg_of

logger = logging.getLogger(__name__)

CONTENT_TYPE = "image/png"
_FONT_PACKAGES = ("fontpkg_noto_sans", "fontpkg_noto_sans_arabic", "fontpkg_heebo")


def picture(chart: Chart) -> bytes | None:
    """None, with a line in the log, where it cannot be drawn: an answer without a picture is still one."""
    import resvg_py

    try:
        return bytes(resvg_py.svg_to_bytes(svg_string=svg_of(chart), skip_system_fonts=True, font_files=_fonts()))
    except ValueError as error:
        logger.warning("chart not drawn", extra={"problem": type(error).__name__})
        return None


@cache
def _fonts() -> list[str]:
    """The upright ones of each package."""
    return [
        str(file)
        for package in _FONT_PACKAGES
        for file in sorted((resources.files(package) / "files").iterdir(), key=str)
        if file.name.endswith(".ttf") and "Italic" not in file.name
    ]
