"""What tokens cost."""

import pytest

from shared.gpt_prices import Price, prices
from shared.settings import EngineSettings


def test_a_million_tokens_each_way_cost_both_prices() -> None:
    assert Price(0.10, 0.50).of(1_000_000, 1_000_000) == pytest.approx(0.60)


def test_a_models_name_may_hold_colons() -> None:
    assert prices(["llama3.2:3b:0:0"]) == {"llama3.2:3b": Price(0, 0)}


def test_the_default_model_has_a_price() -> None:
    settings = EngineSettings()
    assert settings.gpt_model in prices(settings.gpt_prices)


def test_a_price_that_is_no_number_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GPT_PRICES", "gpt-6-luna:cheap:1")
    with pytest.raises(ValueError, match="gpt_prices"):
        EngineSettings()
