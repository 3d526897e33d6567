"""The warm OCR process: clean pixels in on stdin, text boxes out on stdout, one JSON header before each.

`python -m shared.local_engine.reading.ocr.worker THREADS`; started and watched by process.py.
"""

import contextlib
import ctypes
import json
import struct
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, BinaryIO

import cv2
import numpy as np
import rapidocr
from numpy.typing import NDArray

from shared.local_engine.reading.ocr.strips import drawn, packed, read_off, scaled

Pixels = NDArray[np.uint8]
Quad = list[list[float]]

MIN_CONFIDENCE = 0.4
TALL = 1.5
VERY_TALL = 2.5
PIXELS_SEARCHED = 1_200_000
"""Where text stands is found as well on a smaller page, for less time and memory; it is read in full size."""
SHORT_SIDE_SEARCHED = 736
"""Small pages are enlarged to this, as the detector was trained, but long narrow ones not beyond the pixels above."""
_VOTERS = 16
PAPER_PERCENTILE, DARK_PAPER, LIT_PAPER, MIN_PAPER = 98, 120, 235, 40
"""Brightness is 0 to 255; what is darker than MIN_PAPER throughout is night, and would become noise."""


def load_engine() -> Any:  # noqa: ANN401 - rapidocr ships no types
    """Models lie in the wheel; naming their paths keeps rapidocr from ever looking for them elsewhere.

    One thread inside a model: several would spin while they wait for each other, at twice the processor time.
    """
    models = Path(rapidocr.__file__).parent / "models"
    return rapidocr.RapidOCR(
        params={
            "Global.log_level": "critical",
            "Global.use_preprocess_img": False,
            "Global.use_vertical_padding": False,
            "Det.limit_side_len": 32,  # found_lines brings the page to size itself
            "Det.model_path": str(models / "PP-OCRv6_det_small.onnx"),
            "Rec.model_path": str(models / "PP-OCRv6_rec_small.onnx"),
            "Cls.model_path": str(models / "ch_ppocr_mobile_v2.0_cls_mobile.onnx"),
            "EngineConfig.onnxruntime.intra_op_num_threads": 1,
            "EngineConfig.onnxruntime.inter_op_num_threads": 1,
        }
    )


def read_page(engine: Any, pixels: Pixels, threads: int = 1) -> dict[str, Any]:  # noqa: ANN401
    """Boxes of the page as if it had been upright; `turned` says by how many degrees it was not."""
    pixels = lit(np.ascontiguousarray(pixels[:, :, ::-1]))
    quads = found_lines(engine, pixels)
    if not len(quads):
        return {"width": pixels.shape[1], "height": pixels.shape[0], "turned": 0, "boxes": []}
    crops = engine.crop_text_regions(pixels, quads)
    sideways = lies_sideways(quads)
    crops = [_straight(crop, quad, sideways) for crop, quad in zip(crops, quads, strict=True)]
    upside_down = _votes_upside_down(engine, crops)
    if upside_down:
        crops = [np.ascontiguousarray(np.rot90(crop, 2)) for crop in crops]
    turned = (90 if sideways else 0) + (180 if upside_down else 0)
    read = _recognised(engine, crops, threads)
    turn = [turned_quad(quad, turned, pixels.shape[1], pixels.shape[0]) for quad in quads.tolist()]
    width, height = (pixels.shape[0], pixels.shape[1]) if sideways else (pixels.shape[1], pixels.shape[0])
    boxes = [
        {"text": text, "confidence": round(float(score), 3), "quad": quad}
        for (text, score), quad in zip(read, turn, strict=True)
        if text.strip() and score >= MIN_CONFIDENCE
    ]
    return {"width": width, "height": height, "turned": turned, "boxes": boxes}


def lit(pixels: Pixels) -> Pixels:
    """A photo taken in the dark as if there had been light: paper is the brightest thing on it."""
    paper = float(np.percentile(pixels[::4, ::4], PAPER_PERCENTILE))
    if paper >= DARK_PAPER:
        return pixels
    levels = np.clip(np.arange(256) * (LIT_PAPER / max(paper, MIN_PAPER)), 0, 255).astype(np.uint8)
    return np.asarray(cv2.LUT(pixels, levels), dtype=np.uint8)


def found_lines(engine: Any, pixels: Pixels) -> NDArray[np.float32]:  # noqa: ANN401
    """The corners of each line of text, in pixels of the page as it came."""
    scale = max(1.0, SHORT_SIDE_SEARCHED / min(pixels.shape[:2]))
    scale = min(scale, (PIXELS_SEARCHED / (pixels.shape[0] * pixels.shape[1])) ** 0.5)
    size = max(1, round(pixels.shape[1] * scale)), max(1, round(pixels.shape[0] * scale))
    searched = cv2.resize(pixels, size, interpolation=cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR)
    boxes = engine._load_det_model()(searched).boxes
    found = np.asarray(boxes if boxes is not None else [], dtype=np.float32).reshape(-1, 4, 2)
    return found * np.asarray([pixels.shape[1] / size[0], pixels.shape[0] / size[1]], dtype=np.float32)


def _recognised(engine: Any, crops: list[Pixels], threads: int) -> list[tuple[str, float]]:  # noqa: ANN401
    """The strips are shared out among the threads."""
    recogniser = engine._load_rec_model()
    lines = [scaled(crop) for crop in crops]
    strips = packed([line.shape[2] for line in lines])
    read: list[tuple[str, float]] = [("", 0.0)] * len(crops)
    with ThreadPoolExecutor(threads) as pool:
        found = pool.map(lambda strip: recogniser.session(drawn(strip, lines))[0], strips)
        for strip, steps in zip(strips, found, strict=True):
            for line, text in zip(
                strip.lines, read_off(strip, steps, recogniser.postprocess_op.character), strict=True
            ):
                read[line] = text
    return read


def _sides(quad: NDArray[np.float32]) -> tuple[float, float]:
    width = max(float(np.linalg.norm(quad[0] - quad[1])), float(np.linalg.norm(quad[2] - quad[3])), 1.0)
    height = max(float(np.linalg.norm(quad[0] - quad[3])), float(np.linalg.norm(quad[1] - quad[2])), 1.0)
    return width, height


def lies_sideways(quads: NDArray[np.float32]) -> bool:
    """Lines of print are long: when most of what was found is tall, the page lies on its side."""
    sides = [_sides(quad) for quad in quads]
    tall = sum(height for width, height in sides if height > TALL * width)
    wide = sum(width for width, height in sides if width > TALL * height)
    return tall > wide


def _straight(crop: Pixels, quad: NDArray[np.float32], sideways: bool) -> Pixels:
    """rapidocr turns every tall crop to the left; a lone `1` on an upright page must not be turned."""
    width, height = _sides(quad)
    was_turned = int(height) * 1.0 / int(width) >= TALL
    if sideways and not was_turned:
        return np.ascontiguousarray(np.rot90(crop))
    if not sideways and was_turned and height < VERY_TALL * width:
        return np.ascontiguousarray(np.rot90(crop, -1))
    return crop


def _votes_upside_down(engine: Any, crops: list[Pixels]) -> bool:  # noqa: ANN401
    """The longest lines vote; a single line judged alone is wrong too often."""
    longest = sorted(crops, key=lambda crop: crop.shape[1] / crop.shape[0], reverse=True)[:_VOTERS]
    votes = engine._load_cls_model()(longest).cls_res
    return bool(sum(score if "180" in label else -score for label, score in votes) > 0)


def turned_quad(quad: Quad, turned: int, width: int, height: int) -> Quad:
    """Corners of a box after the page was set upright; `turned` is how far the text was turned to the right."""
    for _ in range(turned // 90):
        left_top, right_top, right_bottom, left_bottom = ([y, width - x] for x, y in quad)
        quad = [right_top, right_bottom, left_bottom, left_top]  # the text's own corners keep their names
        width, height = height, width
    return [[round(x, 1), round(y, 1)] for x, y in quad]


def serve(engine: Any, requests: BinaryIO, answers: BinaryIO, threads: int) -> None:  # noqa: ANN401
    """Until the requests end: a JSON header with width and height, then RGB pixels, answered by read_page."""
    while prefix := requests.read(4):
        header = json.loads(requests.read(*struct.unpack(">I", prefix)))
        width, height = header["width"], header["height"]
        pixels = np.frombuffer(requests.read(3 * width * height), dtype=np.uint8).reshape(height, width, 3)
        found = read_page(engine, pixels, threads)
        _give_back_memory()  # first, as whoever hears the answer looks at how large this process is
        _answer(answers, found)


def _give_back_memory() -> None:
    """Pages of many shapes leave freed blocks behind that the allocator would keep; only glibc can be asked."""
    with contextlib.suppress(AttributeError, OSError):
        ctypes.CDLL(None).malloc_trim(0)


def _answer(answers: BinaryIO, value: dict[str, Any]) -> None:
    body = json.dumps(value).encode()
    answers.write(struct.pack(">I", len(body)) + body)
    answers.flush()


def main() -> None:
    answers = sys.stdout.buffer
    sys.stdout = sys.stderr  # a library that prints must not break the frames
    engine = load_engine()
    read_page(engine, np.full((64, 256, 3), 255, dtype=np.uint8))  # loads the detector
    for load in (engine._load_cls_model, engine._load_rec_model):
        load()
    _answer(answers, {"ready": True})
    serve(engine, sys.stdin.buffer, answers, int(sys.argv[1]))


if __name__ == "__main__":
    main()
