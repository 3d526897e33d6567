"""What several tests of the database need: a look at it as its owner, and rows of two people."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import asyncpg

from shared.postgres_connection import connect_arguments
from shared.settings import PostgresSettings

ME = "+34600000001"
OTHER = "+34600000002"

TWO_PEOPLE = f"""
INSERT INTO users (whatsapp_number, username) VALUES ('{ME}', 'Marta'), ('{OTHER}', 'Otto Geheim');
INSERT INTO invoices (whatsapp_number, invoice_date, expense_amount, vat, payee_name, payment_method, raw_image_url)
VALUES
    ('{ME}', '2026-01-05', 12.30, 2.13, 'Mercado Azul', 'Visa', 'invoices/me-1'),
    ('{ME}', '2026-01-20', 12.30, NULL, 'Mercado Azul', 'Cash', 'invoices/me-2'),
    ('{ME}', '2026-02-11', 45.00, 7.81, 'Shell', 'Cash', 'invoices/me-3'),
    ('{ME}', NULL, NULL, NULL, 'Farmacia Sol', NULL, 'invoices/me-4'),
    ('{ME}', '2025-12-24', -8.50, -1.48, 'Librería Ñandú', 'Visa', 'invoices/me-5'),
    ('{OTHER}', '2026-01-06', 777.77, 99.99, 'Geheim GmbH', 'Visa', 'invoices/other-1'),
    ('{OTHER}', '2026-02-12', 888.88, NULL, 'Otto Privat', 'Cash', 'invoices/other-2');
INSERT INTO queries (whatsapp_number, query_text, query_result) VALUES
    ('{ME}', 'how much?', '61.10'), ('{OTHER}', 'geheime Frage', 'geheime Antwort');
"""  # noqa: S608 - constants
OTHERS_SECRETS = ("Geheim", "Otto", "geheim", "777.77", "888.88", "99.99", OTHER, "other-1", "other-2")


@asynccontextmanager
async def as_owner(settings: PostgresSettings) -> AsyncIterator[asyncpg.Connection]:
    arguments = connect_arguments(settings, settings.rds_user, settings.rds_password.get_secret_value())
    connection = await asyncpg.connect(**arguments)
    try:
        yield connection
    finally:
        await connection.close()
