"""Arabic on standard output."""

from agent_tui.arabic.piped import for_terminal


def test_right_to_left_rows_stand_flush_right() -> None:
    assert for_terminal("سلام\nabc", 6) == "   \ufee1\ufefc\ufeb3\nabc"


def test_without_a_width_nothing_is_padded_or_wrapped() -> None:
    assert for_terminal("سلام (abc) ok") == "ok (abc) \ufee1\ufefc\ufeb3"


def test_a_long_paragraph_wraps_from_its_beginning() -> None:
    assert for_terminal("واحد اثنان", 6) == f"  {for_terminal('واحد')}\n {for_terminal('اثنان')}"
