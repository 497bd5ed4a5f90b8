"""Every kind of place that shows text takes it in logical order and draws it right."""

from collections.abc import Callable
from typing import ClassVar

import pytest
from textual.widget import Widget
from textual.widgets import Button, Checkbox, DataTable, Input, OptionList, Static, Tree

from agent_tui.arabic.layout import layout
from agent_tui.tui.text import Words, cell, one_line, shown
from tests.tui.places import ShowsText, flush, rows_of


async def test_a_toast_wraps_its_title_and_message_each_in_its_direction() -> None:
    message = "نعتذر عن تأخر الطلب 4521 وسنعيد النظر فيه خلال يومين [A-12] [/x]"
    async with ShowsText().run_test(size=(60, 20), notifications=True) as pilot:
        pilot.app.notify(message, title="Order [1]", markup=False)
        await pilot.pause()
        await pilot.pause()
        toast = pilot.app.screen.query_one("Toast")
        width = toast.content_region.width
        rows = [toast.render_line(y).text for y in range(toast.content_region.height)]
        expected = flush(f"Order [1]\n{message}", width)
        assert len(expected) > 3
        assert rows == expected


async def test_a_toast_is_never_markup() -> None:
    async with ShowsText(lambda: Words("x")).run_test(size=(60, 20), notifications=True) as pilot:
        pilot.app.query_one(Words).notify("order [A-12] [/x]")
        await pilot.pause()
        await pilot.pause()
        assert "order [A-12] [/x]" in "\n".join(rows_of(pilot.app))


async def test_widgets_of_textual_take_prose() -> None:
    make: list[Callable[[], Widget]] = [
        lambda: Static(shown("سلام [1]")),
        lambda: Button(shown("حفظ الطلب")),
        lambda: OptionList(shown("الخيار الأول"), shown("[/x] second")),
        lambda: Checkbox(one_line("تم الحل")),
    ]
    async with ShowsText(*make).run_test(size=(40, 20)) as pilot:
        screen = "\n".join(rows_of(pilot.app))
        for text in ("سلام [1]", "حفظ الطلب", "الخيار الأول", "تم الحل"):
            assert layout(text)[0].text in screen
        assert "[/x] second" in screen


async def test_border_titles_are_cut_at_their_logical_end() -> None:
    title = "عنوان طويل لا يتسع له هذا الإطار الضيق"

    def boxed() -> Widget:
        box = Words("x")
        box.styles.border = ("round", "white")
        box.border_title = shown(title)
        return box

    async with ShowsText(boxed).run_test(size=(24, 6)) as pilot:
        assert rows_of(pilot.app)[0] == f"╭─ {one_line(title, 18).plain} ─╮"


async def test_tooltips_take_prose() -> None:
    def tipped() -> Widget:
        return Button("x").with_tooltip(shown("احفظ التغييرات [1]"))

    async with ShowsText(tipped).run_test(size=(60, 12), tooltips=True) as pilot:
        await pilot.hover(Button)
        await pilot.pause(0.5)
        assert layout("احفظ التغييرات [1]")[0].text in "\n".join(rows_of(pilot.app))


async def test_table_cells_stand_alone_sort_by_their_text_and_are_cut_to_their_column() -> None:
    def table() -> Widget:
        table: DataTable[object] = DataTable()
        table.add_column(cell("الاسم"), key="name", width=12)
        table.add_column(cell("الحالة"))
        for name, state in (("نورة [1]", "متأخر (3)"), ("أحمد عبد الرحمن الطويل", "قائم")):
            table.add_row(shown(name), shown(state))
        return table

    async with ShowsText(table).run_test(size=(40, 6)) as pilot:
        widget = pilot.app.query_one(DataTable)
        rows = [row.split("  ") for row in rows_of(pilot.app)[:3]]
        assert [part.strip() for part in rows[0] if part] == [one_line("الاسم").plain, one_line("الحالة").plain]
        assert [part.strip() for part in rows[1] if part] == [one_line("نورة [1]").plain, one_line("متأخر (3)").plain]
        assert rows[2][0].strip() == one_line("أحمد عبد الرحمن الطويل", 12).plain
        widget.sort("name")
        await pilot.pause()
        assert str(widget.get_cell_at((0, 0)))[0] == "أ"  # type: ignore[arg-type]


async def test_tall_rows_of_a_table_wrap() -> None:
    text = "نعتذر عن تأخر الطلب"

    def table() -> Widget:
        table: DataTable[object] = DataTable(show_header=False)
        table.add_column("x", width=12)
        table.add_row(shown(text), height=None)
        return table

    async with ShowsText(table).run_test(size=(40, 6)) as pilot:
        assert rows_of(pilot.app)[:2] == [row.text for row in layout(text, 12)]


async def test_a_tree_takes_cells() -> None:
    def tree() -> Widget:
        tree: Tree[None] = Tree(cell("الفروع"))
        tree.root.add_leaf(cell("الرياض [1]"))
        tree.root.expand()
        return tree

    async with ShowsText(tree).run_test(size=(40, 6)) as pilot:
        assert layout("الرياض [1]")[0].text in rows_of(pilot.app)[1]


async def test_the_palette_finds_and_draws_arabic_commands() -> None:
    from textual.command import DiscoveryHit, Hit, Hits, Provider

    class Commands(Provider):
        async def discover(self) -> Hits:
            yield DiscoveryHit(shown("بدء تفاعل [1]"), lambda: None)

        async def search(self, query: str) -> Hits:
            matcher = self.matcher(query)
            if (score := matcher.match("بدء تفاعل [1]")) > 0:
                yield Hit(score, matcher.highlight("بدء تفاعل [1]"), lambda: None, text="بدء تفاعل [1]")

    class WithCommands(ShowsText):
        COMMANDS: ClassVar = {Commands}

    async with WithCommands().run_test(size=(60, 20)) as pilot:
        pilot.app.action_command_palette()
        await pilot.pause()
        await until(pilot.pause, lambda: layout("بدء تفاعل [1]")[0].text in "\n".join(rows_of(pilot.app)))
        await pilot.press(*"تفاعل")
        typed = pilot.app.screen.query_one(Input)
        assert typed.value == "تفاعل"
        assert layout("تفاعل")[0].text in typed.render_line(0).text
        await until(pilot.pause, lambda: layout("بدء تفاعل [1]")[0].text in "\n".join(rows_of(pilot.app)))


async def until(pause: Callable[[], object], holds: Callable[[], bool]) -> None:
    for _ in range(100):
        if holds():
            return
        await pause()  # type: ignore[misc]
    pytest.fail("it never came about")
