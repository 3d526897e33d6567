"""The name of a payee as stored, and ways in which a question may write it. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from shared.local_engine.questions.words.scripts import MIN_BONES, bones

KIND_OF_SHOP = frozenset(
    "super taxi cabs cab coffee cafe shop store market supermarket station bakery restaurant pharmacy bank hotel "
    "online india espana brasil israel europe ltd sl sa sarl inc gmbh company co the el la los las le les de do da del "
    "and of a pump box select trip ride rides order orders eats mktp magazine pub pizza posto "
    "mercado".split()
)
"""Words of a name that only say what is sold, and where; or that connect."""
_LEGAL_FORMS = frozenset("ltd sl sa sarl sas inc llc gmbh ag co plc srl lda ltda pvt limited".split())


@dataclass(frozen=True)
class Payee:
    name: str
    words: tuple[str, ...]

    @property
    def brand(self) -> tuple[str, ...]:
        """Without the legal form."""
        return tuple(word for word in self.words if word not in _LEGAL_FORMS)

    def holds(self, wanted: str) -> bool:
        """Whole words in a row; where blanks are put does not matter (`mcdonalds` is in `Mc Donald's`)."""
        return _runs(self.words, wanted)

    def sounds_like(self, sound: str) -> bool:
        """The whole name, or a word of it that is no kind of shop; short words only at the beginning."""
        words = [word for word in self.words if word not in KIND_OF_SHOP]
        whole = bones("".join(self.words)) == sound
        first = bool(words) and words[0] == self.words[0] and bones(words[0]) == sound
        return whole or first or (len(sound) > MIN_BONES and sound in map(bones, words))


def _runs(words: Sequence[str], wanted: str) -> bool:
    for start in range(len(words)):
        joined = ""
        for word in words[start:]:
            joined += word
            if joined == wanted:
                return True
            if len(joined) >= len(wanted):
                break
    return False
