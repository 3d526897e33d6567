import re

import pytest

from services.whatsapp_webhook_service.commands import Command, command_of, confirms_deletion
from shared.replies import Sentence, say
from shared.safe_naming import Language


@pytest.mark.parametrize("text", ["1", " 1 ", "1.", "1)", "*1*", "#1", "1️⃣", "１", "١", "१", "one", "Eins", "एक"])
def test_one_is_one_however_it_is_written(text: str) -> None:
    assert command_of(text) is Command.INVOICE


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("rechnung", Command.INVOICE),
        ("Facture", Command.INVOICE),
        ("חשבונית", Command.INVOICE),
        ("فاتورة", Command.INVOICE),
        ("pregunta", Command.QUESTION),
        ("Frage!", Command.QUESTION),
        ("प्रश्न", Command.QUESTION),
        ("ayuda", Command.MENU),
        ("Hilfe", Command.MENU),
        ("עזרה", Command.MENU),
        ("annuler", Command.CANCEL),
        ("abbrechen", Command.CANCEL),
        ("إلغاء", Command.CANCEL),
        ("Olá!", Command.GREETING),
        ("नमस्ते 🙏", Command.GREETING),
        ("¡Hola!", Command.GREETING),
    ],
)
def test_commands_are_understood_in_every_language(text: str, command: Command) -> None:
    assert command_of(text) is command


@pytest.mark.parametrize("text", ["", "11", "what did I pay in 1?", "invoices of March", "yes, delete", "🙂", "-"])
def test_what_is_no_command_is_left_alone(text: str) -> None:
    assert command_of(text) is None


@pytest.mark.parametrize("language", Language)
def test_what_the_sentences_tell_users_to_write_is_understood(language: Language) -> None:
    phrase = re.findall(r"\*(.+?)\*", say(Sentence.PRIVACY, language))[-1]
    assert command_of(phrase) is Command.DELETE_DATA
    confirmation = re.findall(r"\*(.+?)\*", say(Sentence.CONFIRM_DELETION, language))[-1]
    assert confirms_deletion(confirmation)


@pytest.mark.parametrize("language", Language)
def test_the_menu_offers_what_is_understood(language: Language) -> None:
    lines = say(Sentence.MENU, language).splitlines()
    offered = [re.sub(r"^\*\d\*\s*[–-]\s*|[:：].*$", "", line) for line in lines if re.match(r"^\*[12]\* –", line)]
    assert [command_of(words) for words in offered] == [Command.INVOICE, Command.QUESTION]
