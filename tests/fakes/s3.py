"""An S3 server that only ever says no: one status and error code for every request."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web

from shared.settings import S3Settings


@asynccontextmanager
async def refusing_s3(status: int, code: str) -> AsyncIterator[S3Settings]:
    async def refuse(_: web.Request) -> web.Response:
        body = f"<?xml version='1.0'?><Error><Code>{code}</Code><Message>no</Message></Error>"
        return web.Response(status=status, text=body, content_type="application/xml")

    app = web.Application()
    app.router.add_route("*", "/{path:.*}", refuse)
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield settings_at(runner.addresses[0][1])
    finally:
        await runner.cleanup()


def settings_at(port: int) -> S3Settings:
    return S3Settings.model_validate(
        {
            "aws_access_key_id": "key",
            "aws_secret_access_key": "secret",
            "s3_bucket_name": "fintrak-test",
            "s3_endpoint_url": f"http://127.0.0.1:{port}",
        }
    )
