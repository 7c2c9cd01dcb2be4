#!/usr/bin/env python3
"""How many errors do the checks notice?

usage: inject-errors.py [--juesuan PATH] [--number N] [--seed N] [--rows] REPORT.xml...

Takes correct reports (what `juesuan normalize` writes), changes one digit of one amount of a form, lets `juesuan check` read
the result, and looks whether it finds anything that it did not find before; N times, over the reports in turn.
Prints the share that was noticed: as an error or warning, and as anything (a changed last digit may pass for rounding),
for each form and for each place of the changed digit. --rows lists what was not noticed.
"""
import argparse
import collections
import random
import re
import subprocess
import sys
from decimal import Decimal

FORMS = {"income-expenditure-summary": "01", "income": "02", "expenditure": "03", "fiscal-appropriation-summary": "04",
         "general-budget-expenditure": "05", "general-budget-basic-expenditure": "06", "three-public": "07",
         "government-fund": "08", "state-capital": "09"}
FACTORS = {"元": 1, "千元": 1000, "万元": 10000, "亿元": 100000000}
VALUE = re.compile(r'<value ([^>]*)amount="(-?[0-9.]+)"([^>]*)>([^<]*)</value>')


class Report:
    """A report, where its amounts stand, and what the checks find in it as it is."""

    def __init__(self, path, program):
        self.path = path
        self.text = open(path, encoding="utf8").read()
        self.amounts = []
        for form in re.finditer(r"<form .*?</form>", self.text, re.S):
            head = form.group(0).split("\n", 1)[0]
            name = re.sub("^budget-", "", re.search(r' id="([^"]*)"', head).group(1))
            unit = re.search(r' money-unit="([^"]*)"', head)
            if name not in FORMS or unit is None or unit.group(1) not in FACTORS:
                continue
            for value in VALUE.finditer(form.group(0)):
                if 'unit="元"' in value.group(1) + value.group(3) and re.fullmatch(r"-?[0-9,]+(\.[0-9]+)?", value.group(4)):
                    self.amounts.append((form.start() + value.start(), value, name, unit.group(1)))
        self.before = findings(program, self.text)


def findings(program, text):
    result = subprocess.run([program, "check", "-q", "--warnings-ok"], input=text.encode(), stdout=subprocess.PIPE, check=True)
    found = collections.Counter()
    for x in re.finditer(rb'<finding rule="([^"]*)" severity="([^"]*)"([^>]*)>\s*<text>([^<]*)', result.stdout):
        found[(x.group(1), x.group(2).decode(), x.group(4))] += 1
    return found


def changed(printed, rng):
    """-> the text with another digit, and the power of ten of its place"""
    places = [i for i, c in enumerate(printed) if c.isdigit()]
    at = rng.choice(places)
    digit = rng.choice([d for d in "0123456789" if d != printed[at]])
    point = printed.find(".") if "." in printed else len(printed)
    power = sum(c.isdigit() for c in printed[at + 1:point]) if at < point else -sum(c.isdigit() for c in printed[point:at + 1])
    return printed[:at] + digit + printed[at + 1:], power


def inject(report, rng, program):
    """-> form, unit, power of ten, worst new severity or None, what was done"""
    start, value, form, unit = rng.choice(report.amounts)
    printed, power = changed(value.group(4), rng)
    amount = (Decimal(printed.replace(",", "")) * FACTORS[unit]).quantize(Decimal(value.group(2)))
    element = '<value %samount="%s"%s>%s</value>' % (value.group(1), amount, value.group(3), printed)
    text = report.text[:start] + element + report.text[start + len(value.group(0)):]
    new = findings(program, text) - report.before
    severities = {severity for _, severity, _ in new}
    worst = next((s for s in ("error", "warning", "rounding") if s in severities), None)
    return form, unit, power, worst, "%s: %s %s -> %s" % (report.path, form, value.group(4), printed)


class Share:
    def __init__(self):
        self.n = self.told = self.noticed = 0

    def add(self, worst):
        self.n += 1
        self.told += worst in ("error", "warning")
        self.noticed += worst is not None

    def __str__(self):
        return "%5d  %6.3f  %6.3f" % (self.n, self.told / self.n, self.noticed / self.n)


def print_shares(title, shares):
    print("%-28s %5s  %6s  %6s" % (title, "n", "error", "any"))
    for key in sorted(shares, key=str):
        print("%-28s %s" % (key, shares[key]))
    print()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", nargs="+")
    parser.add_argument("--juesuan", default="build/juesuan")
    parser.add_argument("--number", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rows", action="store_true")
    options = parser.parse_args()
    rng = random.Random(options.seed)
    reports = [r for r in (Report(path, options.juesuan) for path in options.reports) if r.amounts]
    if not reports:
        sys.exit("inject-errors.py: no amounts in known forms")
    by_form, by_place, by_both = (collections.defaultdict(Share) for _ in range(3))
    for i in range(options.number):
        form, unit, power, worst, what = inject(reports[i % len(reports)], rng, options.juesuan)
        by_form["%s %s %s" % (unit, FORMS[form], form)].add(worst)
        by_place["%s 10^%d" % (unit, power)].add(worst)
        if unit == "元" or power >= -1:
            by_both["%s %s" % (unit, FORMS[form])].add(worst)
        if options.rows and worst is None:
            print("not noticed:", what)
    print_shares("form", by_form)
    print_shares("place of the digit", by_place)
    print_shares("form, 万元 from 0.1 on", by_both)


if __name__ == "__main__":
    main()
