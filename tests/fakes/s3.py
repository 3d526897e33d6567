"""An S3 server that only ever says no, and the service an EC2 instance asks for its role's keys."""

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
    async with _served(app) as port:
        yield settings_at(port)


@asynccontextmanager
async def metadata_service(settings: S3Settings) -> AsyncIterator[str]:
    """Its address. The role's keys are those of `settings`."""
    secret = settings.aws_secret_access_key
    keys = {
        "Code": "Success",
        "AccessKeyId": settings.aws_access_key_id,
        "SecretAccessKey": secret.get_secret_value() if secret else "",
        "Token": "session",
        "Expiration": "2099-01-01T00:00:00Z",
    }

    async def token(_: web.Request) -> web.Response:
        return web.Response(text="token")

    async def roles(_: web.Request) -> web.Response:
        return web.Response(text="fintrak-role")

    async def role(_: web.Request) -> web.Response:
        return web.json_response(keys)

    app = web.Application()
    app.router.add_put("/latest/api/token", token)
    app.router.add_get("/latest/meta-data/iam/security-credentials/", roles)
    app.router.add_get("/latest/meta-data/iam/security-credentials/fintrak-role", role)
    async with _served(app) as port:
        yield f"http://127.0.0.1:{port}"


@asynccontextmanager
async def _served(app: web.Application) -> AsyncIterator[int]:
    runner = web.AppRunner(app, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    try:
        yield runner.addresses[0][1]
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
