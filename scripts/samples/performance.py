"""Performance forms: the self-assessment of a project (绩效自评表)."""

from account import Money, cents, percent
from table import Table


def rate_points(done, planned):
    """Points out of ten for carrying out the budget, two decimals, half up."""
    return (done * 10000 // planned + 5) // 10 if done < planned else 1000


def points(value):
    whole, part = divmod(value, 100)
    return "%d.%02d" % (whole, part) if part else str(whole)


def head_rows(name, project, dept):
    money = Money("万元", "0.00")
    first, planned, done = (cents(project[k]) for k in ("first", "planned", "done"))
    rows = [
        ["项目名称", project["name"]] + ["<"] * 7,
        ["主管部门", dept, "<", "<", "<", "实施单位", name, "<", "<"],
        ["项目资金（万元）", "", "<", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
        [
            "^",
            "年度资金总额",
            "<",
            money(first),
            money(planned),
            money(done),
            "10",
            percent(done, planned),
            points(rate_points(done, planned)),
        ],
        ["^", "其中：当年财政拨款", "<", money(first), money(planned), money(done), "—", "—", "—"],
        ["^", "上年结转资金", "<", "0.00", "0.00", "0.00", "—", "—", "—"],
        ["^", "其他资金", "<", "0.00", "0.00", "0.00", "—", "—", "—"],
        ["年度总体目标", "预期目标", "<", "<", "<", "实际完成情况", "<", "<", "<"],
        ["^", project["goal"], "<", "<", "<", project["result"], "<", "<", "<"],
        ["绩效指标", "一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"],
    ]
    return rows, rate_points(done, planned)


def project_form(account, project, label, unit="万元"):
    """The form of one project; scores add up to 总分, weights to 100."""
    rows, total = head_rows(account.name, project, account.source.get("parent", account.name))
    weights, before = 10, (None, None)
    for first, second, third, target, actual, weight, score, reason in project["indicators"]:
        cells = [
            "^",
            "^" if first == before[0] else first,
            "^" if (first, second) == before else second,
            third,
            target,
            actual,
            weight,
            score,
            reason,
        ]
        rows.append(cells)
        before = (first, second)
        weights += int(weight)
        total += cents(score)
    assert weights == 100, (project["name"], weights)
    rows.append(["总分", "<", "<", "<", "<", "<", "100", points(total), ""])
    table = Table(
        "performance-project",
        label,
        "项目支出绩效自评表",
        [],
        rows,
        [9, 9, 9, 24, 12, 12, 7, 8, 14],
        "c" * 9,
        unit,
        None,
        [],
        year=account.year,
        size=8,
    )
    table.form_year = True
    return table
