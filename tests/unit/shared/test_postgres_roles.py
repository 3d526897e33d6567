import base64

import pytest
from pydantic import SecretStr

from shared.postgres_roles import app_password, app_role, reader_password, reader_role, scram_verifier
from shared.settings import PostgresSettings


def settings(**given: object) -> PostgresSettings:
    values = {"rds_host": "h", "rds_user": "owner", "rds_password": SecretStr("secret"), **given}
    return PostgresSettings.model_validate(values)


@pytest.mark.parametrize("database", ["fintrak", "x" * 63, "ü" * 31])
def test_role_names_fit_and_differ(database: str) -> None:
    names = {app_role(database), reader_role(database)}
    assert len(names) == 2
    assert all(len(name.encode()) <= 63 for name in names)


def test_two_databases_of_one_server_have_roles_of_their_own() -> None:
    assert app_role("one") != app_role("two")
    assert app_role("x" * 62) != app_role("x" * 63)


def test_derived_passwords_are_stable_differ_by_role_and_hide_the_owners() -> None:
    assert app_password(settings()) == app_password(settings())
    assert len({app_password(settings()), reader_password(settings()), app_password(settings(rds_database="b"))}) == 3
    assert "secret" not in app_password(settings())


def test_given_passwords_are_used() -> None:
    given = settings(rds_app_password=SecretStr("a"), rds_reader_password=SecretStr("r"))
    assert (app_password(given), reader_password(given)) == ("a", "r")


def test_the_verifier_is_the_one_of_rfc_7677() -> None:
    verifier = scram_verifier("pencil", base64.b64decode("W22ZaJ0SNY7soEsUEjb6gQ=="))
    assert verifier == (
        "SCRAM-SHA-256$4096:W22ZaJ0SNY7soEsUEjb6gQ==$WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY=:"
        "wfPLwcE6nTWhTAmQ7tl2KeoiWGPlZqQxSrmfPwDl2dU="
    )
