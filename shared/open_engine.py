"""Which engine answers: GPT where there is a key, else the local one. Nobody else asks which mode this is."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from shared.engine import Engine
from shared.settings import EngineSettings


@asynccontextmanager
async def open_engine(settings: EngineSettings) -> AsyncIterator[Engine]:
    """Imports only what it opens: OCR and the OpenAI client are both slow to load, and one is never used."""
    if settings.gpt_api_key is not None:
        from shared.gpt_api import open_gpt_engine

        async with open_gpt_engine(settings) as gpt:
            yield gpt
    else:
        from shared.local_engine.engine import open_local_engine

        async with open_local_engine() as local:
            yield local
