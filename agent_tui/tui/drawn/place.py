"""Where a drawn cell stands in the text it was drawn from."""


class Place(int):
    """A logical index that steps backwards through the text as cells are added to it, or stands still.

    Textual finds the letter under the mouse by adding the cells walked to the offset the drawn segment carries. In a
    run of Arabic that walk goes back through the text (step -1), over blank padding it goes nowhere (step 0).
    """

    step: int

    def __new__(cls, index: int, step: int) -> "Place":
        place = super().__new__(cls, index)
        place.step = step
        return place

    def __add__(self, cells: int) -> int:
        return max(0, int(self) + self.step * cells)

    def __reduce__(self) -> tuple[type["Place"], tuple[int, int]]:
        """A Rich style pickles what it carries."""
        return Place, (int(self), self.step)
