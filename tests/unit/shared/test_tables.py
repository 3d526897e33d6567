from shared.tables import unique_names


def test_equal_names_are_numbered_and_never_collide() -> None:
    assert unique_names(("sum", "sum", "sum_2", "n", "sum")) == ("sum", "sum_2", "sum_2_2", "n", "sum_3")
