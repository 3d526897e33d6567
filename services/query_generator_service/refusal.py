"""Why a question is not answered -> the sentence that says so."""

from shared.engine import WhyNot
from shared.sentences.names import Sentence

_SENTENCES: dict[WhyNot, Sentence] = {
    "off_topic": Sentence.OFF_TOPIC,
    "not_understood": Sentence.QUESTION_NOT_UNDERSTOOD,
    "not_allowed": Sentence.NOT_ALLOWED,
    "not_recorded": Sentence.NOT_RECORDED,
    "failed": Sentence.GAVE_UP,
}


def sentence_for(why: WhyNot) -> Sentence:
    return _SENTENCES[why]
