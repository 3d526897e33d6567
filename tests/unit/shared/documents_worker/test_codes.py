"""The letters of a QR code come back as its writer meant them."""

import numpy as np
import pytest
import zxingcpp
from PIL import Image

from shared.documents_worker.codes import codes_on


@pytest.mark.parametrize(
    ("number", "encoding", "payee"),
    [
        ("3", "iso-8859-2", "Květiny Žluťoučký s.r.o."),
        ("5", "iso-8859-5", "Цветя ЕООД"),
        ("6", "iso-8859-7", "Άνθη ΑΕ"),
        ("8", "iso-8859-15", "Café Œuf à 1 €"),
    ],
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_a_payment_is_read_in_the_letters_it_names(number: str, encoding: str, payee: str, line_end: str) -> None:
    text = line_end.join(["BCD", "002", number, "SCT", "", payee, "DE02120300000000202051", "EUR83.30"])
    code = zxingcpp.create_barcode(text.encode(encoding), zxingcpp.BarcodeFormat.QRCode).to_image(scale=4)
    assert codes_on(Image.fromarray(np.asarray(code)).convert("RGB")) == [text]
