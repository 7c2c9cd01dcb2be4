"""The nine forms of a final account, from an Account and a style."""

from account import Money, tree
from catalog import CAPITAL, CHINESE, CLASSES, GOODS, PERSONNEL, SOURCES
from table import Table

TITLES = {
    1: "收入支出决算总表",
    2: "收入决算表",
    3: "支出决算表",
    4: "财政拨款收入支出决算总表",
    5: "一般公共预算财政拨款支出决算表",
    6: "一般公共预算财政拨款基本支出决算表",
    7: "一般公共预算财政拨款“三公”经费支出决算表",
    8: "政府性基金预算财政拨款收入支出决算表",
    9: "国有资本经营预算财政拨款支出决算表",
}
IDS = {
    1: "income-expenditure-summary",
    2: "income",
    3: "expenditure",
    4: "fiscal-appropriation-summary",
    5: "general-budget-expenditure",
    6: "general-budget-basic-expenditure",
    7: "three-public",
    8: "government-fund",
    9: "state-capital",
}
TELLS = {
    1: "本年度的总收支和年末结转结余情况",
    2: "本年度取得的各项收入情况",
    3: "本年度各项支出情况",
    4: "本年度各类财政拨款的总收支和年末结转结余情况",
    5: "本年度一般公共预算财政拨款支出情况",
    6: "本年度一般公共预算财政拨款基本支出明细情况",
    7: "本年度“三公”经费支出预决算情况",
    8: "本年度政府性基金预算财政拨款收支和结转情况",
    9: "本年度国有资本经营预算财政拨款支出情况",
}


class Forms:
    """Makes the forms of one account; style keys are explained in samples/README.md."""

    def __init__(self, account, style):
        self.account, self.style = account, style
        self.money = {
            n: Money(
                style.get("units", {}).get(str(n), style.get("unit", "万元")),
                style.get("zero", ""),
                style.get("comma", True),
                style.get("negative", "-"),
                style.get("wide", False),
            )
            for n in range(1, 10)
        }

    def label(self, n):
        form = self.style.get("label", "公开{:02d}表")
        return form and form.format(n, CHINESE[n - 1])

    def table(self, n, head, body, widths, kinds, notes=None, size=None):
        unit = self.money[n].unit if n not in self.style.get("no_unit", []) else None
        dept = self.account.name if self.style.get("dept", True) else None
        title = self.style.get("titles", {}).get(str(n), TITLES[n])
        if notes is None:
            notes = ["注：本表反映部门%s。" % TELLS[n]] if self.style.get("notes", True) else []
        return Table(
            IDS[n],
            self.label(n),
            title,
            head,
            body,
            widths,
            kinds,
            unit,
            dept,
            notes,
            size=size or self.style.get("size", 9),
            year=self.account.year,
        )

    def all(self):
        return [getattr(self, "form%d" % n)() for n in range(1, 10)]

    def code(self, code, name):
        """The cells that name a row: code and name, or three columns and name."""
        if self.style.get("codes") == "three":
            if not code:
                return ["合计", "<", "<", "<"]
            return [code[:3], code[3:5], code[5:7], name]
        return ["合计", "<"] if not code else [code, name]

    def head(self, columns, below=()):
        """Head rows over code, name and columns; below: second row's cells, "^" or sub-heads."""
        below = list(below) or ["^"] * len(columns)
        three = self.style.get("codes") == "three"
        rows = [["项目"] + ["<"] * (3 if three else 1) + columns]
        if three:
            rows.append(["功能分类科目编码", "<", "<", "科目名称"] + below)
            rows.append(["类", "款", "项"] + ["^"] * (1 + len(columns)))
        else:
            rows.append(["功能分类科目编码", "科目名称"] + below)
        if self.style.get("numbers", True):
            rows.append(["栏次"] + ["<"] * (3 if three else 1) + [str(i + 1) for i in range(len(columns))])
        return rows

    def rows(self, n, rows, total=0):
        """Body rows of [(code, name, values)]; 合计 first or last."""
        money = self.money[n]
        body = [self.code(code, name) + [money(v) for v in values] for code, name, values in rows]
        return body[1:] + body[:1] if self.style.get("total_last") else body

    def shape(self, columns, wide=13):
        if self.style.get("codes") == "three":
            return [5, 4, 4, 30] + [wide] * columns, "ccct" + "n" * columns
        return [11, 32] + [wide] * columns, "ct" + "n" * columns

    def pair(self, n, left, right, columns):
        """A summary form: two halves side by side, with or without line numbers."""
        lines = self.style.get("lines", True)
        high = max(len(left), len(right))
        body = []
        for i in range(high):
            a, b = left[i], right[i]
            row = [a[0]] + ([str(i + 1)] if lines else []) + [a[1]]
            row += [b[0]] + ([str(high + i + 1)] if lines else []) + b[1:]
            body.append(row)
        extra = 1 if lines else 0
        width = 2 + 2 * extra + 1 + columns
        head = [["收入"] + ["<"] * (1 + extra) + ["支出"] + ["<"] * (width - 3 - extra)]
        names = ["金额"] if columns == 1 else ["合计", "一般公共预算财政拨款", "政府性基金预算财政拨款", "国有资本经营预算财政拨款"]
        head.append(["项目"] + ["行次"] * extra + ["金额", "项目"] + ["行次"] * extra + names)
        if lines and self.style.get("numbers", True):
            head.append(["栏次", "", "1", "栏次", ""] + [str(i + 2) for i in range(columns)])
        amount = 20 if self.style.get("wide") else 14
        widths = [32] + [5] * extra + [amount, 32] + [5] * extra + [amount] * columns
        kinds = "t" + "c" * extra + "nt" + "c" * extra + "n" * columns
        return self.table(n, head, body, widths, kinds)

    def class_rows(self, values, columns):
        """Right half: numbered classes; a short form prints only those with money."""
        rows, used = [], 0
        for code, name in CLASSES:
            row = values.get(code, [0] * columns)
            if self.style.get("short") and not any(row):
                continue
            rows.append(["%s、%s" % (CHINESE[used], name)] + row)
            used += 1
        return rows

    def halves(self, n, left, right, left_end, right_end):
        """Brings both halves to one length and prints the amounts."""
        columns, money = len(right[0]) - 1, self.money[n]
        high = max(len(left), len(right))
        left += [["", None]] * (high - len(left))
        right += [[""] + [None] * columns] * (high - len(right))

        def show(rows):
            return [[row[0]] + ["" if v is None else money(v) for v in row[1:]] for row in rows]

        return self.pair(n, show(left + left_end), show(right + right_end), columns)

    def form1(self):
        a = self.account
        every = {c: [v] for c, v in a.classes()[1].items()}
        values = [a.income, a.fund_income, a.capital_spent, 0, 0, 0, 0, a.other]
        left = [["%s、%s" % (CHINESE[i], s), v] for i, (s, v) in enumerate(zip(SOURCES, values))]
        left_end = [["本年收入合计", a.all_income], ["使用非财政拨款结余（含专用结余）", 0], ["年初结转和结余", a.all_opening], ["总计", a.total]]
        right_end = [["本年支出合计", a.all_spent], ["结余分配", 0], ["年末结转和结余", a.all_closing], ["总计", a.total]]
        return self.halves(1, left, self.class_rows(every, 1), left_end, right_end)

    def form2(self):
        rows = [(c, n, [sum(v)] + v) for c, n, v in tree(self.account.income_rows(), 6)]
        names = ["本年收入合计", "财政拨款收入", "上级补助收入", "事业收入", "经营收入", "附属单位上缴收入", "其他收入"]
        widths, kinds = self.shape(7)
        return self.table(2, self.head(names), self.rows(2, rows), widths, kinds)

    def form3(self):
        rows = [(c, n, [sum(v)] + v) for c, n, v in tree(self.account.expenditure_rows(), 5)]
        names = ["本年支出合计", "基本支出", "项目支出", "上缴上级支出", "经营支出", "对附属单位补助支出"]
        widths, kinds = self.shape(6)
        return self.table(3, self.head(names), self.rows(3, rows), widths, kinds)

    def form4(self):
        a = self.account
        fiscal = a.classes()[0]
        opening, closing = a.opening + a.fund_opening, a.closing + a.fund_closing
        income = a.income + a.fund_income + a.capital_spent
        spent = [a.spent + a.fund_spent + a.capital_spent, a.spent, a.fund_spent, a.capital_spent]
        left = [["一、一般公共预算财政拨款", a.income], ["二、政府性基金预算财政拨款", a.fund_income], ["三、国有资本经营预算财政拨款", a.capital_spent]]
        total = income + opening
        left_end = [
            ["本年收入合计", income],
            ["年初财政拨款结转和结余", opening],
            ["一、一般公共预算财政拨款", a.opening],
            ["二、政府性基金预算财政拨款", a.fund_opening],
            ["三、国有资本经营预算财政拨款", 0],
            ["总计", total],
        ]
        blank = ["", None, None, None, None]
        right_end = [
            ["本年支出合计"] + spent,
            ["年末财政拨款结转和结余", closing, a.closing, a.fund_closing, 0],
            blank,
            blank,
            blank,
            ["总计", total, a.spent + a.closing, a.fund_spent + a.fund_closing, a.capital_spent],
        ]
        return self.halves(4, left, self.class_rows(fiscal, 4), left_end, right_end)

    def form5(self):
        rows = tree({c: (v[0], v[1]) for c, v in self.account.general.items() if v[0] or v[1]}, 2)
        rows = [(c, n, [sum(v)] + v) for c, n, v in rows]
        widths, kinds = self.shape(3, 16)
        head = self.head(["本年支出", "<", "<"], ["小计", "基本支出", "项目支出"])
        return self.table(5, head, self.rows(5, rows), widths, kinds)

    def form6(self):
        """Nine columns; codes are printed in full, or cut after four digits as by a narrow column."""
        money, items, cut = self.money[6], self.account.economic, self.style.get("cut", 9)
        body = []
        for i in range(max(len(PERSONNEL), len(GOODS), len(CAPITAL))):
            row = []
            for column in (PERSONNEL, GOODS, CAPITAL):
                code, name = column[i] if i < len(column) else ("", "")
                row += [code[:cut], name, money(items.get(code, 0)) if code else ""]
            body.append(row)
        people = items.get("301", 0) + items.get("303", 0)
        body.append(["人员经费合计", "<", money(people), "公用经费合计", "<", "<", "<", "<", money(self.account.basic - people)])
        head = [["人员经费", "<", "<", "公用经费"] + ["<"] * 5, ["科目编码", "科目名称", "决算数"] * 3]
        narrow = self.style.get("code_width", 8)
        return self.table(6, head, body, [narrow, 26, 12] * 3, "ctn" * 3, size=self.style.get("size6", 8))

    def three(self, which):
        v = self.account.cars[which]
        abroad, buy, run, guest = v["abroad"], v["buy"], v["run"], v["reception"]
        return abroad + buy + run + guest, abroad, buy + run, buy, run, guest

    def form7(self):
        money = Money(self.money[7].unit, "0.00", self.style.get("comma", True), "-", self.style.get("wide", False))
        budget, final = [[money(v) for v in self.three(k)] for k in ("budget", "final")]
        if self.style.get("three") == "wide":
            names = ["合计", "因公出国（境）费", "公务用车购置及运行维护费", "<", "<", "公务接待费"]
            below = ["^", "^", "小计", "公务用车购置费", "公务用车运行维护费", "^"]
            head = [["预算数"] + ["<"] * 5 + ["决算数"] + ["<"] * 5, names * 2, below * 2, [str(i + 1) for i in range(12)]]
            return self.table(7, head, [budget + final], [10] * 12, "n" * 12)
        names = ["合计", "1.因公出国（境）费", "2.公务用车购置及运行维护费", "其中：（1）公务用车购置费", "（2）公务用车运行维护费", "3.公务接待费"]
        body = [[n, b, f] for n, b, f in zip(names, budget, final)]
        return self.table(7, [["项目", "预算数", "决算数"]], body, [40, 20, 20], "tnn")

    def form8(self):
        a = self.account
        rows = tree({c: (o, i, s, 0, s, o + i - s) for c, (o, i, s) in a.fund.items()}, 6)
        widths, kinds = self.shape(6)
        head = self.head(["年初结转和结余", "本年收入", "本年支出", "<", "<", "年末结转和结余"], ["^", "^", "小计", "基本支出", "项目支出", "^"])
        return self.empty_or(8, a.fund, head, rows, widths, kinds, "政府性基金预算财政拨款收入和支出")

    def form9(self):
        rows = tree({c: (v[0], 0, v[0]) for c, v in self.account.capital.items()}, 3)
        widths, kinds = self.shape(3, 16)
        head = self.head(["本年支出", "<", "<"], ["合计", "基本支出", "项目支出"])
        return self.empty_or(9, self.account.capital, head, rows, widths, kinds, "国有资本经营预算财政拨款支出")

    def empty_or(self, n, money, head, rows, widths, kinds, what):
        """A form with figures, or the empty form with its statement."""
        if money:
            return self.table(n, head, self.rows(n, rows), widths, kinds)
        blank = [[""] * len(widths) for _ in range(self.style.get("blank_rows", 2))]
        total = self.code("", "") + [""] * (len(widths) - len(self.code("", "")))
        note = "注：本部门%d年度无%s，故本表无数据。" % (self.account.year, what)
        return self.table(n, head, [total] + blank, widths, kinds, [note])
