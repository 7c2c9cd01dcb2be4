#!/usr/bin/env python3
"""Measures CPU time and peak memory of `juesuan convert --to xml` and of `pdftotext -bbox-layout` on the same files.

usage: bench-run.py JUESUAN FOLDER [PDF ...]

FOLDER holds dense.pdf, dense-no-tounicode.pdf, 10.pdf, 100.pdf and 1000.pdf, as bench.sh makes them; further PDFs are
measured together as "real". CPU is the smallest of three runs, user and system time of all processes.

Then the share of each stage, as filters on files, less what starting the program costs; writing and reading the streams
between the stages is part of it, though convert does without; and in the chain, by tests/bench-stages beside JUESUAN, with
what the catalogue's patterns take of it (by the clock on the wall, so on a busy machine too much). And what a page of
performance forms costs, on the samples.
"""
import os
import subprocess
import sys
import tempfile

RUNS = 3
GOALS = {"dense": 0.6, "dense-no-tounicode": 1.3, "real": 1.3}
SHARE_GOAL = 0.25
MEMORY_GOAL = 128


def once(command):
    """CPU seconds and peak MiB of a command and its children. Status 3 (doubtful) is fine."""
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 3):
        sys.exit(f"bench-run.py: status {process.returncode}: {' '.join(command)}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def best(command):
    results = [once(command) for _ in range(RUNS)]
    return min(cpu for cpu, _ in results), max(memory for _, memory in results)


def pages_of(path):
    text = subprocess.run(["pdfinfo", path], capture_output=True, text=True, errors="replace").stdout
    return next((int(line.split()[1]) for line in text.splitlines() if line.startswith("Pages:")), 0)


def measure(program, path, out):
    ours = best([program, "convert", path, "-o", out, "--to", "xml", "--quiet"])
    theirs = best(["pdftotext", "-bbox-layout", path, os.path.join(out, "text")])
    return ours, theirs


def show(name, pages, ours, theirs, goal):
    ratio = ours[0] / theirs[0] if theirs[0] > 0 else float("inf")
    verdict = "" if goal is None else f"   goal {goal:.1f}: {'reached' if ratio <= goal else 'MISSED'}"
    print(f"{name:44.44} {pages:5} {ours[0]:8.3f} {theirs[0]:10.3f} {ratio:6.2f} {ours[1]:8.1f}{verdict}", flush=True)
    return goal is None or ratio <= goal


def measure_real(program, paths, out):
    total, fine = [0, [0, 0], [0, 0]], True
    for path in paths:
        ours, theirs = measure(program, path, out)
        pages = pages_of(path)
        show(os.path.basename(path), pages, ours, theirs, None)
        total[0] += pages
        for mine, new in ((total[1], ours), (total[2], theirs)):
            mine[0] += new[0]
            mine[1] = max(mine[1], new[1])
    if paths:
        fine = show("real, all together", *total, GOALS["real"])
    return fine


def measure_growth(program, folder, out):
    fine, first, peak = True, None, 0
    for pages in (10, 100, 1000):
        ours, theirs = measure(program, os.path.join(folder, f"{pages}.pdf"), out)
        show(f"{pages} dense pages", pages, ours, theirs, None)
        first = first or ours
        peak = ours[1]
        last = ours
    growth = (last[0] - first[0]) / 990 * 1000
    print(f"growth: {growth:.2f} ms CPU and {(last[1] - first[1]) / 990 * 1024:.1f} KiB for each further page")
    if peak > MEMORY_GOAL:
        fine = False
    print(f"peak at 1000 pages: {peak:.1f} MiB   goal {MEMORY_GOAL}: {'reached' if fine else 'MISSED'}")
    return fine


def measure_stages(program, paths, out):
    """CPU of each filter over all the files, less the program's start for each."""
    start = best([program, "--version"])[0]
    pages, report, checked = (os.path.join(out, name) for name in ("pages.xml", "report.xml", "checked.xml"))
    total = {}
    for path in paths:
        steps = (("extract", ["extract", path, "-o", pages]), ("normalize", ["normalize", pages, "-o", report]),
                 ("check", ["check", report, "-o", checked]), ("export", ["export", checked, "--to", "xml", "-o", os.devnull]))
        for name, arguments in steps:
            total[name] = total.get(name, 0) + max(best([program, *arguments, "--quiet"])[0] - start, 0)
    whole = sum(total.values())
    if whole > 0:
        print("stages, as filters: " + ", ".join(f"{name} {cpu:.3f} s ({100 * cpu / whole:.0f} %)" for name, cpu in total.items()))


def measure_chain(program, paths, out):
    """CPU of each stage in one process, without streams between them, and the share of the catalogue's patterns."""
    stages = os.path.join(os.path.dirname(program), "tests", "bench-stages")
    if not os.access(stages, os.X_OK):
        print("stages, in the chain: not measured, since tests/bench-stages is not built")
        return
    best_run = None
    for _ in range(RUNS):
        lines = subprocess.run([stages, out, *paths], capture_output=True, text=True, check=True).stdout.splitlines()
        cpu = {name: float(seconds) for name, seconds in (line.split() for line in lines)}
        patterns = cpu.pop("patterns")
        if best_run is None or sum(cpu.values()) < sum(best_run[0].values()):
            best_run = cpu, patterns
    cpu, patterns = best_run
    whole = sum(cpu.values())
    print("stages, in the chain: " + ", ".join(f"{name} {s:.3f} s ({100 * s / whole:.0f} %)" for name, s in cpu.items())
          + f"; patterns {patterns:.3f} s ({100 * patterns / whole:.0f} %) of it")
    share = (cpu["normalize"] + cpu["export"]) / whole
    print(f"normalize and export: {100 * share:.0f} %   goal {100 * SHARE_GOAL:.0f} %: {'reached' if share <= SHARE_GOAL else 'MISSED'}")


def measure_performance_forms(program, out):
    """What a page of performance forms costs beyond the program's start, on the samples that hold them."""
    folder = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "samples")
    start = best([program, "forms"])[0]
    cpu = pages = 0
    for name in sorted(os.listdir(folder)):
        if name.endswith("-performance.pdf") or name.endswith("-goals.pdf"):
            path = os.path.join(folder, name)
            cpu += max(best([program, "convert", path, "-o", out, "--to", "xml", "--quiet"])[0] - start, 0)
            pages += pages_of(path)
    if pages > 0:
        print(f"performance forms: {1000 * cpu / pages:.2f} ms CPU for each of {pages} pages")


def main():
    program, folder, real = sys.argv[1], sys.argv[2], sys.argv[3:]
    with tempfile.TemporaryDirectory() as out:
        print(f"{'file':44} {'pages':>5} {'juesuan':>8} {'pdftotext':>10} {'ratio':>6} {'peak MiB':>8}")
        fine = True
        for name in ("dense", "dense-no-tounicode"):
            path = os.path.join(folder, name + ".pdf")
            fine &= show(name, pages_of(path), *measure(program, path, out), GOALS[name])
        fine &= measure_growth(program, folder, out)
        fine &= measure_real(program, real, out)
        measure_stages(program, real or [os.path.join(folder, "dense.pdf")], out)
        measure_chain(program, real or [os.path.join(folder, "dense.pdf")], out)
        measure_performance_forms(program, out)
    sys.exit(0 if fine else 1)


main()
