"""The figures of one department, in integer cents; every total is derived here, never written down."""

from catalog import FUNCTIONS


def cents(text):
    """Cents of a decimal string in yuan."""
    text = str(text)
    sign, text = (-1, text[1:]) if text.startswith("-") else (1, text)
    whole, _, part = text.replace(",", "").partition(".")
    return sign * (int(whole) * 100 + int((part + "00")[:2]))


class Money:
    """How a report prints amounts: unit, zero, separators, sign and width of digits."""

    def __init__(self, unit="万元", zero="", comma=True, negative="-", wide=False):
        self.unit, self.zero, self.comma, self.negative, self.wide = unit, zero, comma, negative, wide

    def __call__(self, value):
        if value == 0:
            return self.zero
        size = abs(value)
        if self.unit == "万元":
            size = (size + 5000) // 10000
        text = "%d.%02d" % divmod(size, 100)
        if self.comma:
            text = "{:,}.{}".format(int(text[:-3]), text[-2:])
        if value < 0:
            text = "(%s)" % text if self.negative == "()" else self.negative + text
        if self.wide:
            text = text.translate({ord(c): ord(c) + 0xFEE0 for c in "0123456789.,-()"})
        return text


def percent(part, whole):
    """Per cent with two decimals, rounded half up."""
    value = (abs(part) * 100000 // whole + 5) // 10
    return "%d.%02d%%" % divmod(value, 100)


class Account:
    """One department's year: what it spent, where the money came from, and how it is classified."""

    def __init__(self, source):
        self.source = source
        self.name, self.year = source["organisation"], source["year"]
        self.general = {}
        for code, basic, project, *other in source["functions"]:
            assert code in FUNCTIONS, code
            self.general[code] = (cents(basic), cents(project), cents(other[0]) if other else 0)
        self.fund = {row[0]: tuple(cents(v) for v in row[1:]) for row in source.get("fund", [])}
        self.capital = {row[0]: tuple(cents(v) for v in row[1:]) for row in source.get("capital", [])}
        self.opening = cents(source.get("opening", 0))
        self.closing = cents(source.get("closing", 0))
        self.carry_code = source.get("carry_code")
        self.basic = sum(v[0] for v in self.general.values())
        self.project = sum(v[1] for v in self.general.values())
        self.other = sum(v[2] for v in self.general.values())
        self.spent = self.basic + self.project
        self.income = self.spent + self.closing - self.opening
        self.fund_income = sum(v[1] for v in self.fund.values())
        self.fund_spent = sum(v[2] for v in self.fund.values())
        self.fund_opening = sum(v[0] for v in self.fund.values())
        self.fund_closing = self.fund_opening + self.fund_income - self.fund_spent
        self.capital_spent = sum(v[0] for v in self.capital.values())
        self.all_income = self.income + self.fund_income + self.capital_spent + self.other
        self.all_spent = self.spent + self.fund_spent + self.capital_spent + self.other
        self.all_opening = self.opening + self.fund_opening
        self.all_closing = self.closing + self.fund_closing
        self.total = self.all_income + self.all_opening
        assert self.total == self.all_spent + self.all_closing
        self.economic = self.economy(source["economic"])
        self.cars = {k: {n: cents(v) for n, v in source["three"][k].items()} for k in ("budget", "final")}

    def economy(self, given):
        """Economic items of the basic expenditure; the one marked "rest" takes what is left."""
        items = {code: cents(v) for code, v in given.items() if v != "rest"}
        rest = [code for code, v in given.items() if v == "rest"][0]
        items[rest] = self.basic - sum(items.values())
        assert items[rest] > 0, (self.name, items[rest])
        for code in list(items):
            items[code[:3]] = items.get(code[:3], 0) + items[code]
        return items

    def income_rows(self):
        """code -> (fiscal, upper, business, trade, attached, other)."""
        rows = {}
        for code, (basic, project, other) in self.general.items():
            carry = self.closing - self.opening if code == self.carry_code else 0
            rows[code] = (basic + project + carry, 0, 0, 0, 0, other)
        for code, row in self.fund.items():
            rows[code] = (row[1], 0, 0, 0, 0, 0)
        for code, row in self.capital.items():
            rows[code] = (row[0], 0, 0, 0, 0, 0)
        return rows

    def expenditure_rows(self):
        """code -> (basic, project, upward, trade, attached)."""
        rows = {code: (b, p + o, 0, 0, 0) for code, (b, p, o) in self.general.items()}
        for code, row in self.fund.items():
            rows[code] = (0, row[2], 0, 0, 0)
        for code, row in self.capital.items():
            rows[code] = (0, row[0], 0, 0, 0)
        return rows

    def classes(self):
        """class -> (all, general, fund, capital) of the fiscal money, and class -> everything spent."""
        fiscal, every = {}, {}
        for kind, rows in (
            (1, {c: v[0] + v[1] for c, v in self.general.items()}),
            (2, {c: v[2] for c, v in self.fund.items()}),
            (3, {c: v[0] for c, v in self.capital.items()}),
        ):
            for code, value in rows.items():
                row = fiscal.setdefault(code[:3], [0, 0, 0, 0])
                row[0] += value
                row[kind] += value
                every[code[:3]] = every.get(code[:3], 0) + value
        for code, row in self.general.items():
            every[code[:3]] += row[2]
        return fiscal, every


def tree(rows, width):
    """[(code, name, sums)] with 合计, then every class, group and item in order of code."""
    sums = {"": [0] * width}
    for code, row in rows.items():
        for key in ("", code[:3], code[:5], code):
            into = sums.setdefault(key, [0] * width)
            for i, value in enumerate(row):
                into[i] += value
    return [(code, FUNCTIONS.get(code, "合计"), sums[code]) for code in sorted(sums)]
