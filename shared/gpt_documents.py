"""Documents on their way to the model: what needs no model is read at once, the rest becomes pictures and text."""

import asyncio
import base64
import io
from datetime import date

from PIL import Image

from shared.engine import Document, Page
from shared.gpt_prompts import read_invoice_request, text_layer

MAX_JPEG_BYTES = 1_500_000


async def invoice_content(document: Document, today: date) -> list[dict[str, object]]:
    request = read_invoice_request(today, len(document.pages), document.pages_left_out)
    text = document.text or (document.xml or b"").decode(errors="replace")
    parts: list[dict[str, object]] = [{"type": "text", "text": request}]
    if text.strip():
        parts.append({"type": "text", "text": text_layer(text)})
    for page in document.pages:
        url = await asyncio.to_thread(_data_url, page)
        parts.append({"type": "image_url", "image_url": {"url": url, "detail": "high"}})
    return parts


def _data_url(page: Page) -> str:
    """A JPEG small enough to send; pages of fine print may need a lower quality to be."""
    image = Image.frombytes("RGB", (page.width, page.height), page.rgb)
    for quality in (85, 70, 55):
        file = io.BytesIO()
        image.save(file, "JPEG", quality=quality)
        if file.tell() <= MAX_JPEG_BYTES:
            break
    return "data:image/jpeg;base64," + base64.b64encode(file.getvalue()).decode()
