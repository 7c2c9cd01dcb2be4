"""Performance forms of several provinces, laid out as their descriptions draw them."""

from table import Table


def layout_form(drawn, year):
    """A form from its drawing: rows of cells parted by "|"; "<" joins a cell to its left, "^" to the one above."""
    rows = [row.split("|") for row in drawn["rows"]]
    table = Table(
        drawn["id"],
        drawn.get("label"),
        drawn["title"],
        [],
        rows,
        drawn["widths"],
        "c" * len(drawn["widths"]),
        drawn.get("unit"),
        None,
        [],
        year=year,
        size=drawn.get("size", 8),
    )
    table.form_year = drawn.get("form_year", False)
    return table


def layout_forms(account, source):
    return [layout_form(drawn, account.year) for drawn in source["forms"]]
