"""Why a question is not answered -> the sentence that says so."""

from typing import Literal

from shared.sentences.names import Sentence

_SENTENCES: dict[str, Sentence] = {
    "off_topic": Sentence.OFF_TOPIC,
    "not_understood": Sentence.QUESTION_NOT_UNDERSTOOD,
    "not_allowed": Sentence.NOT_ALLOWED,
    "not_recorded": Sentence.NOT_RECORDED,
}


def sentence_for(why: Literal["off_topic", "not_understood", "not_allowed", "not_recorded"]) -> Sentence:
    return _SENTENCES[why]
