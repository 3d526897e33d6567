"""XML files -> what the first electronic invoice among them says. They may be built to exhaust whoever parses them."""

from collections.abc import Iterable

from shared.documents_worker.result import Decoded


def stated_in(files: Iterable[bytes]) -> Decoded:
    """Without pages. When none of them is an invoice after all, the first is kept for an engine that reads anything."""
    from shared.documents_worker.einvoice import read_einvoice  # brings pydantic, which pictures need not wait for

    first = None
    for xml in files:
        first = first or xml
        try:
            draft = read_einvoice(xml)
        except MemoryError:
            continue
        if draft:
            return Decoded(pages=[], xml=xml, stated=draft.model_dump_json())
    return Decoded(pages=[], xml=first)
