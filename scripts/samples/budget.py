"""The forms of a budget (部门预算): money planned, no balances of the year before."""

from account import Money, tree
from catalog import CHINESE, CLASSES, GOODS, PERSONNEL, SOURCES
from table import Table


def plain_code(code, name):
    if not code:
        return ["", "", "", "合计"]
    return [code[:3], code[3:5], code[5:7], name]


class Budget:
    """Makes the budget forms of one account, whose figures are then plans."""

    def __init__(self, account, style):
        self.account, self.style = account, style
        self.money = Money(style.get("unit", "元"), style.get("zero", ""), style.get("comma", True))
        self.count = 0

    def table(self, ident, title, head, body, widths, kinds, notes=(), unit=None):
        self.count += 1
        label = self.style.get("label", "表{0}")
        label = label and label.format(self.count, CHINESE[self.count - 1])
        return Table(
            "budget-" + ident,
            label,
            "%d年%s" % (self.account.year, title),
            head,
            body,
            widths,
            kinds,
            unit or self.money.unit,
            self.account.name,
            notes,
            size=self.style.get("size", 9),
        )

    def all(self):
        return [
            self.summary(),
            self.income(),
            self.expenditure(),
            self.fiscal(),
            self.general(),
            self.basic(),
            self.fund(),
            self.capital(),
            self.three(),
        ]

    def summary(self):
        a, m = self.account, self.money
        every = a.classes()[1]
        values = [a.income, a.fund_income, a.capital_spent, 0, 0, 0, 0, a.other]
        left = [("%s、%s" % (CHINESE[i], s), m(v)) for i, (s, v) in enumerate(zip(SOURCES, values))]
        right = [("%s、%s" % (CHINESE[i], n), m(every.get(c, 0))) for i, (c, n) in enumerate(CLASSES[:23])]
        left += [("", "")] * (len(right) - len(left))
        body = [list(x + y) for x, y in zip(left, right)]
        body += [
            ["本年收入小计", m(a.all_income), "本年支出小计", m(a.all_spent)],
            ["上年结转结余", m(0), "年末结转结余", m(0)],
            ["收入总计", m(a.all_income), "支出总计", m(a.all_spent)],
        ]
        return self.table(
            "income-expenditure-summary",
            "部门财务收支预算总表",
            [["本年收入", "<", "本年支出", "<"], ["项目", "预算数", "项目", "预算数"]],
            body,
            [34, 16, 34, 16],
            "tntn",
        )

    def coded(self, ident, title, columns, rows, width, widths=None):
        head = [["科目编码", "<", "<", "科目名称"] + columns, ["类", "款", "项", "^"] + ["^"] * len(columns)]
        body = [plain_code(c, n) + [self.money(v) for v in values] for c, n, values in tree(rows, width)]
        body = body[1:] + body[:1]
        return self.table(ident, title, head, body, [5, 4, 4, 34] + [16] * width, "ccct" + "n" * width)

    def income(self):
        rows = {c: (sum(v), v[0], v[4], v[5]) for c, v in self.account.income_rows().items()}
        return self.coded("income", "部门收入预算总表", ["收入预算合计", "财政拨款收入", "事业收入", "其他收入"], rows, 4)

    def expenditure(self):
        rows = {c: (sum(v), v[0], v[1]) for c, v in self.account.expenditure_rows().items()}
        return self.coded("expenditure", "部门支出预算总表", ["支出预算合计", "基本支出", "项目支出"], rows, 3)

    def fiscal(self):
        a, m = self.account, self.money
        fiscal = {c: v for c, v in a.classes()[0].items()}
        used = [(c, n) for c, n in CLASSES if c in fiscal]
        right = [["%s、%s" % (CHINESE[i], n)] + [m(v) for v in fiscal[c]] for i, (c, n) in enumerate(used)]
        left = [["一、一般公共预算资金", m(a.income)], ["二、政府性基金", m(a.fund_income)], ["三、国有资本经营预算", m(a.capital_spent)]]
        high = max(len(left), len(right))
        left += [["", ""]] * (high - len(left))
        right += [[""] * 5] * (high - len(right))
        total = a.income + a.fund_income + a.capital_spent
        end = [["收入总计", m(total), "支出总计", m(total), m(a.spent), m(a.fund_spent), m(a.capital_spent)]]
        head = [["财政拨款收入", "<", "财政拨款支出"] + ["<"] * 4, ["项目", "预算数", "项目", "合计", "一般公共预算", "政府性基金预算", "国有资本经营预算"]]
        return self.table(
            "fiscal-appropriation-summary",
            "部门财政拨款收支预算总表",
            head,
            [x + y for x, y in zip(left, right)] + end,
            [24, 14, 24, 14, 14, 14, 14],
            "tntnnnn",
        )

    def general(self):
        rows = {c: (v[0] + v[1], v[0], v[1]) for c, v in self.account.general.items() if v[0] + v[1]}
        return self.coded("general-budget-expenditure", "部门一般公共预算支出功能分类预算表", ["合计", "基本支出", "项目支出"], rows, 3)

    def basic(self):
        a, m = self.account, self.money
        body = []
        for code, name in PERSONNEL + GOODS:
            value = a.economic.get(code, 0)
            if value:
                people = code[:3] in ("301", "303")
                body.append(
                    [code[:3], code[3:], name, m(value), m(value) if people else "", "" if people else m(value)]
                )
        people = a.economic.get("301", 0) + a.economic.get("303", 0)
        body.append(["", "", "合计", m(a.basic), m(people), m(a.basic - people)])
        head = [["经济分类科目编码", "<", "经济分类科目名称", "一般公共预算基本支出", "<", "<"], ["类", "款", "^", "合计", "人员经费", "公用经费"]]
        return self.table(
            "general-budget-basic-expenditure",
            "部门一般公共预算基本支出部门预算经济分类预算表",
            head,
            body,
            [6, 6, 34, 18, 18, 18],
            "cctnnn",
        )

    def none(self, ident, title, what):
        head = [["科目编码", "<", "<", "科目名称", "合计", "基本支出", "项目支出"], ["类", "款", "项"] + ["^"] * 4]
        body = [[""] * 7 for _ in range(3)] + [["", "", "", "合计", "", "", ""]]
        note = "注：本部门%d年度无%s预算安排，故本表为空表。" % (self.account.year, what)
        return self.table(ident, title, head, body, [5, 4, 4, 34, 16, 16, 16], "ccctnnn", [note])

    def fund(self):
        rows = {c: (v[2], 0, v[2]) for c, v in self.account.fund.items()}
        if not rows:
            return self.none("government-fund", "部门政府性基金预算支出功能分类预算表", "政府性基金")
        return self.coded("government-fund", "部门政府性基金预算支出功能分类预算表", ["合计", "基本支出", "项目支出"], rows, 3)

    def capital(self):
        return self.none("state-capital", "部门国有资本经营预算支出功能分类预算表", "国有资本经营")

    def three(self):
        a = self.account
        money = Money("万元", "0.00")
        v = a.cars["budget"]
        abroad, buy, run, guest = v["abroad"], v["buy"], v["run"], v["reception"]
        goods = a.economic.get("302", 0)
        row = [money(x) for x in (abroad + buy + run + guest, abroad, guest, buy + run, buy, run, goods)]
        head = [
            ["“三公”经费预算数", "<", "<", "<", "<", "<", "机关运行经费预算数"],
            ["合计", "因公出国（境）费", "公务接待费", "公务用车购置及运行费", "<", "<", "^"],
            ["^", "^", "^", "小计", "购置费", "运行费", "^"],
        ]
        return self.table("three-public", "部门“三公”经费和机关运行经费预算表", head, [row], [14] * 7, "n" * 7, unit="万元")
