"""The prose of a final account, in plain words, with figures taken from the account."""

from account import Money, cents, percent
from catalog import FUNCTIONS

TERMS = [
    ("财政拨款收入", "本级财政当年拨给部门的资金。"),
    ("其他收入", "部门在财政拨款、事业收入和经营收入之外取得的各项收入。"),
    ("年初结转和结余", "上年尚未用完、按规定转到本年继续使用的资金。"),
    ("基本支出", "为保证机构运转和完成日常工作而发生的人员支出和公用支出。"),
    ("项目支出", "在基本支出之外，为完成特定工作任务而发生的支出。"),
    ("“三公”经费", "用财政拨款安排的因公出国（境）费、公务用车购置及运行维护费和公务接待费。"),
]


def change(now, before, money):
    """增加…万元，增长…% and so on, or 与上年持平."""
    if now == before:
        return "与上年持平"
    words = ("增加", "增长") if now > before else ("减少", "下降")
    return "%s%s万元，%s%s" % (words[0], money(abs(now - before)), words[1], percent(now - before, before))


def overview(a):
    """第一部分: duties and organisation."""
    blocks = [("h1", "第一部分 部门概况"), ("h2", "一、主要职责")]
    blocks += [("p", "（%s）%s" % ("一二三四五六"[i], text)) for i, text in enumerate(a.source["duties"])]
    blocks += [("h2", "二、机构设置"), ("p", a.source["offices"])]
    return blocks


def quoted(style, n):
    """A label as prose quotes it, which starts no form."""
    form = style.get("label") or "附表{:d}"
    return form.format(n, "一二三四五六七八九"[n - 1])


def report(a, style):
    """第三部分: what the figures mean."""
    m = Money("万元", "0.00", style.get("comma", True))
    last = {k: cents(v) for k, v in a.source["last"].items()}
    year = a.year
    b = [("h1", "第%s部分 %d年度部门决算情况说明" % ("二" if style.get("tables_last") else "三", year))]
    b += [
        ("h2", "一、收入支出决算总体情况说明"),
        (
            "p",
            "%d年度收入总计%s万元，支出总计%s万元。与上年相比，收入总计%s。具体数据见本表（%s）及其说明。"
            % (year, m(a.total), m(a.total), change(a.total, last["total"], m), quoted(style, 1)),
        ),
    ]
    fiscal = a.all_income - a.other
    text = "本年收入合计%s万元，其中：财政拨款收入%s万元，占%s" % (m(a.all_income), m(fiscal), percent(fiscal, a.all_income))
    text += "；其他收入%s万元，占%s。" % (m(a.other), percent(a.other, a.all_income)) if a.other else "。"
    b += [("h2", "二、收入决算情况说明"), ("p", text)]
    project = a.all_spent - a.basic
    b += [
        ("h2", "三、支出决算情况说明"),
        (
            "p",
            "本年支出合计%s万元，其中：基本支出%s万元，占%s；项目支出%s万元，占%s。"
            % (m(a.all_spent), m(a.basic), percent(a.basic, a.all_spent), m(project), percent(project, a.all_spent)),
        ),
    ]
    b += [
        ("h2", "四、一般公共预算财政拨款支出决算情况说明"),
        ("p", "%d年度一般公共预算财政拨款支出%s万元，比上年%s。按功能分类：" % (year, m(a.spent), change(a.spent, last["spent"], m))),
    ]
    for i, code in enumerate(sorted(a.source["budget"])):
        budget, spent = cents(a.source["budget"][code]), sum(a.general[code][:2])
        b.append(
            (
                "p",
                "%d.%s（类）%s（款）%s（项）。年初预算为%s万元，支出决算为%s万元，完成年初预算的%s。"
                % (
                    i + 1,
                    FUNCTIONS[code[:3]],
                    FUNCTIONS[code[:5]],
                    FUNCTIONS[code],
                    m(budget),
                    m(spent),
                    percent(spent, budget),
                ),
            )
        )
    people = a.economic.get("301", 0) + a.economic.get("303", 0)
    b += [
        ("h2", "五、一般公共预算财政拨款基本支出决算情况说明"),
        ("p", "基本支出%s万元，其中：人员经费%s万元，公用经费%s万元。" % (m(a.basic), m(people), m(a.basic - people))),
    ]
    return b + three(a, m, year) + funds(a, m, year)


def three(a, m, year):
    budget, final = a.cars["budget"], a.cars["final"]
    total = [sum(v.values()) for v in (budget, final)]
    b = [
        ("h2", "六、“三公”经费支出决算情况说明"),
        (
            "p",
            "%d年度“三公”经费预算为%s万元，支出决算为%s万元，完成预算的%s。其中：因公出国（境）费%s万元；"
            "公务用车购置及运行维护费%s万元；公务接待费%s万元。"
            % (
                year,
                m(total[0]),
                m(total[1]),
                percent(total[1], total[0]),
                m(final["abroad"]),
                m(final["buy"] + final["run"]),
                m(final["reception"]),
            ),
        ),
    ]
    guests = a.source.get("guests")
    if guests:
        b.append(("p", "公务接待%d批次，%d人次；年末公务用车保有量%d辆。" % tuple(guests)))
    return b


def funds(a, m, year):
    b = [("h2", "七、政府性基金预算财政拨款收支决算情况说明")]
    if a.fund:
        b.append(
            (
                "p",
                "年初结转和结余%s万元，本年收入%s万元，本年支出%s万元，年末结转和结余%s万元。"
                % (m(a.fund_opening), m(a.fund_income), m(a.fund_spent), m(a.fund_closing)),
            )
        )
    else:
        b.append(("p", "本部门%d年度没有使用政府性基金预算财政拨款安排的支出。" % year))
    b.append(("h2", "八、其他重要事项"))
    goods = a.economic.get("302", 0) + a.economic.get("310", 0)
    b.append(("p", "机关运行经费支出%s万元。截至%d年末，部门没有单价100万元以上的设备。" % (m(goods), year)))
    return b


def terms(style):
    b = [("h1", "第%s部分 名词解释" % ("三" if style.get("tables_last") else "四"))]
    return b + [("p", "%d.%s：%s" % (i + 1, t, d)) for i, (t, d) in enumerate(TERMS)]


def contents(parts, tables, style):
    """Lines of the table of contents: parts, sections, and the forms where the parts put them."""
    lines = ["目录"]
    for kind, text in parts:
        if kind in ("h1", "h2"):
            lines.append(("" if kind == "h1" else "    ") + text)
            if kind == "h1" and text.endswith("部门决算表"):
                lines += ["    %s、%s" % ("一二三四五六七八九十"[i], t.title) for i, t in enumerate(tables)]
    return lines
