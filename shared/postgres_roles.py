"""Names and passwords of the two roles of a database; every process works them out alike, none is stored."""

import base64
import hashlib
import hmac
import secrets
import unicodedata

from shared.settings import PostgresSettings

_MAX_NAME_BYTES = 50  # a role's name holds 63 bytes
_SCRAM_ROUNDS = 4096


def app_role(database: str) -> str:
    """The services' login; the names are those of fintrak_schema.sql."""
    return f"{_prefix(database)}_ft_app"


def reader_role(database: str) -> str:
    """The login that runs generated SQL."""
    return f"{_prefix(database)}_ft_reader"


def _prefix(database: str) -> str:
    name = database.encode()
    return database if len(name) <= _MAX_NAME_BYTES else f"fintrak_{hashlib.sha256(name).hexdigest()[:16]}"


def app_password(settings: PostgresSettings) -> str:
    given = settings.rds_app_password
    return given.get_secret_value() if given else _derived(settings, app_role(settings.rds_database))


def reader_password(settings: PostgresSettings) -> str:
    given = settings.rds_reader_password
    return given.get_secret_value() if given else _derived(settings, reader_role(settings.rds_database))


def _derived(settings: PostgresSettings, role: str) -> str:
    key = settings.rds_password.get_secret_value().encode()
    return hmac.new(key, f"fintrak login of {role}".encode(), hashlib.sha256).hexdigest()[:40]


def scram_verifier(password: str, salt: bytes | None = None) -> str:
    """What PostgreSQL stores (RFC 5803), made here so that no password appears in a statement the server may log."""
    salt = salt or secrets.token_bytes(16)
    salted = hashlib.pbkdf2_hmac("sha256", unicodedata.normalize("NFKC", password).encode(), salt, _SCRAM_ROUNDS)
    client_key = hmac.digest(salted, b"Client Key", "sha256")
    server_key = hmac.digest(salted, b"Server Key", "sha256")
    parts = (base64.b64encode(part).decode() for part in (salt, hashlib.sha256(client_key).digest(), server_key))
    return "SCRAM-SHA-256${}:{}${}:{}".format(_SCRAM_ROUNDS, *parts)
