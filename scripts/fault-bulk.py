#!/usr/bin/env python3
"""Tries what goes wrong in a long run: bad files, killed processes, a full disk, odd folders and names.

usage: fault-bulk.py PROGRAM [--robust DIR] [--kills N] [--only TEST]

  --robust  a folder of bad PDFs with robust.json, a list of {"file", "expect"}; default: ../shared/corpus/robust
  --kills   how often processes are killed (default 50)

Root is needed for a small file system and an unreadable folder; without, these two are left out. Exit status 1 if anything
was not as it should be.
"""
import argparse
import csv
import glob
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
BAD = []


def check(right, what):
    print("  %s %s" % ("ok " if right else "BAD", what), flush=True)
    if not right:
        BAD.append(what)


def convert(o, *arguments, **more):
    return subprocess.run([o.program, "convert", *arguments], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, **more)


def make(folder, n, *samples):
    subprocess.run([sys.executable, os.path.join(HERE, "bulk-make.py"), str(n), folder, *samples], check=True)


def outputs(folder):
    """every output below a folder -> its bytes; not the manifest, and not what begins with a dot"""
    got = {}
    for place, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(place, name)
            if not (place == folder and (name.startswith("manifest.") or name.startswith(".juesuan-"))):
                got[os.path.relpath(path, folder)] = open(path, "rb").read()
    return got


def rows(folder, times=False):
    got = {}
    for row in csv.DictReader(open(os.path.join(folder, "manifest.csv"), encoding="utf8", newline="")):
        if not times:
            row["seconds"] = row["cpu_seconds"] = ""
        got[row["path"]] = row
    return got


def descendants(pid):
    out, todo = [], [pid]
    while todo:
        p = todo.pop()
        try:
            for task in os.listdir("/proc/%d/task" % p):
                todo += [int(c) for c in open("/proc/%d/task/%s/children" % (p, task)).read().split()]
        except OSError:
            continue
        out.append(p)
    return out[1:]


def kill(pid):
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        pass


def bad_files(o, folder):
    """bad files among good ones: the good ones are converted, the bad ones have their status"""
    listed = os.path.join(o.robust, "robust.json")
    if not os.path.exists(listed):
        print("  left out: no " + listed)
        return
    made, out, alone = (os.path.join(folder, x) for x in ("in", "out", "alone"))
    make(made, 60)
    cases = json.load(open(listed, encoding="utf8"))
    good = sorted(glob.glob(made + "/*/*.pdf"))
    for i, case in enumerate(cases):
        shutil.copy(os.path.join(o.robust, case["file"]), os.path.join(made, "000", "%05d-%s" % (i, case["file"])))
    convert(o, made, "-o", out, "-j2", "--to", "json")
    got = rows(out)
    check(len(got) == len(good) + len(cases), "every document has a row")
    check(all(got[g]["status"] in ("clean", "doubtful") for g in good), "all good ones are converted")
    for i, case in enumerate(cases):
        path = os.path.join(made, "000", "%05d-%s" % (i, case["file"]))
        p = convert(o, path, "-o", alone, "--to", "json")
        want = {0: ("clean", "same"), 3: ("doubtful", "same"), 2: ("failed", "same")}[p.returncode]
        row = got[path]
        if row["status"] not in want or (row["status"] == "failed" and not row["reason"]) or \
                (case["expect"] == "error") != (row["status"] == "failed") and case["expect"] in ("error", "full"):
            check(False, "%s: %s, alone %d, expected %s: %s" % (case["file"], row["status"], p.returncode, case["expect"], row["reason"]))
    check(True, "%d bad files looked at" % len(cases))


def interrupted(o, folder):
    """kill -9 of the whole run or of workers at random moments, then again: the same bytes"""
    made, calm, out = (os.path.join(folder, x) for x in ("in", "calm", "out"))
    make(made, 120)
    shutil.copy(glob.glob(made + "/*/00007*.pdf")[0], os.path.join(made, "000", "twin.pdf"))
    start = time.time()
    convert(o, made, "-o", calm, "-j2")
    length = time.time() - start
    dice, parents, workers = random.Random(1), 0, 0
    while parents + workers < o.kills:
        if os.path.exists(out) and len(rows_safe(out)) == 121:
            shutil.rmtree(out)
        p = subprocess.Popen([o.program, "convert", made, "-o", out, "-j2"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(dice.uniform(0.02, 0.6 * length))
        if dice.random() < 0.5:
            kill(p.pid)
            parents += 1
        else:
            for _ in range(3):
                children = descendants(p.pid)
                if children:
                    kill(dice.choice(children))
                    workers += 1
                time.sleep(dice.uniform(0.02, 0.2))
            if dice.random() < 0.5:
                kill(p.pid)
                parents += 1
        p.wait()
    p = convert(o, made, "-o", out, "-j2")
    a, b = outputs(calm), outputs(out)
    check(a.keys() == b.keys(), "after %d kills of runs and %d of workers: the same files (%d)" % (parents, workers, len(a)))
    check(all(a[k] == b[k] for k in a if k in b), "the same bytes in each")
    check(rows(calm) == rows(out), "the same manifest, times aside (%d rows)" % len(rows(out)))
    check(not [x for x in os.listdir(out) if x.startswith(".juesuan-work")], "nothing unfinished is left")


def rows_safe(folder):
    try:
        return rows(folder)
    except OSError:
        return {}


def stopped(o, folder):
    """SIGTERM finishes what is at hand and records it"""
    made, out = os.path.join(folder, "in"), os.path.join(folder, "out")
    make(made, 200)
    p = subprocess.Popen([o.program, "convert", made, "-o", out, "-j2", "--to", "json"], stderr=subprocess.PIPE)
    time.sleep(1.5)
    p.send_signal(signal.SIGTERM)
    said = p.stderr.read().decode()
    p.wait()
    got, made_now = rows(out), outputs(out)
    check(p.returncode == -signal.SIGTERM and "interrupted" in said, "ends by the signal and says so")
    check(0 < len(got) < 200 and len(got) == len(made_now), "%d rows, as many outputs" % len(got))
    convert(o, made, "-o", out, "-j2", "--to", "json")
    check(len(rows(out)) == 200, "the next run does the rest")


def full_disk(o, folder):
    """a file system that is too small, then a larger one"""
    if os.getuid() != 0:
        print("  left out: not root")
        return
    made, calm, small = (os.path.join(folder, x) for x in ("in", "calm", "small"))
    make(made, 60)
    convert(o, made, "-o", calm, "-j2")
    os.makedirs(small)
    if subprocess.run(["mount", "-t", "tmpfs", "-o", "size=6m", "tmpfs", small]).returncode != 0:
        print("  left out: no tmpfs")
        return
    try:
        out = os.path.join(small, "out")
        p = convert(o, made, "-o", out, "-j2")
        check(p.returncode in (2, 3) and b"No space" in p.stderr, "status %d, and it says why" % p.returncode)
        subprocess.run(["mount", "-o", "remount,size=200m", small], check=True)
        convert(o, made, "-o", out, "-j2")
        check(outputs(calm) == outputs(out) and rows(calm) == rows(out), "with room, the next run completes to the same bytes")
    finally:
        subprocess.run(["umount", small])


def unreadable(o, folder):
    """a folder that may not be read"""
    made, out = os.path.join(folder, "in"), os.path.join(folder, "out")
    make(made, 110)
    os.chmod(os.path.join(made, "001"), 0)
    command = [o.program, "convert", made, "-o", out, "--to", "json"]
    if os.getuid() == 0:
        os.chmod(folder, 0o777)
        os.chmod(made, 0o755)
        os.makedirs(out)
        os.chmod(out, 0o777)
        if not shutil.which("setpriv"):
            print("  left out: no setpriv")
            return
        command = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] + command
    p = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    os.chmod(os.path.join(made, "001"), 0o755)
    check(p.returncode == 3 and b"001: " in p.stderr, "is named, status 3")
    check(len(rows(out)) == 100, "the others are converted")


def many(o, folder):
    """10,000 files in one folder"""
    made, out = os.path.join(folder, "in"), os.path.join(folder, "out")
    os.makedirs(made)
    body = open(sorted(glob.glob(os.path.join(HERE, "..", "samples", "pages", "y_*.pdf")))[0], "rb").read() \
        if glob.glob(os.path.join(HERE, "..", "samples", "pages", "y_*.pdf")) else tiny()
    for i in range(10000):
        with open(os.path.join(made, "%05d.pdf" % i), "wb") as f:
            f.write(body + b"\n%% %d\n" % i)
    start = time.time()
    p = convert(o, made, "-o", out, "-j2", "--to", "json", "--warnings-ok", "-q")
    first = time.time() - start
    check(p.returncode == 0 and len(rows(out)) == 10000, "all have a row (%.0f s)" % first)
    check(len([x for x in os.listdir(out) if x.endswith(".json")]) == 10000, "all have an output")
    start = time.time()
    convert(o, made, "-o", out, "-j2", "--to", "json", "-q")
    check(True, "again, unchanged: %.0f documents/s" % (10000 / (time.time() - start)))


def tiny():
    return open(sorted(glob.glob(os.path.join(HERE, "..", "samples", "y_*.pdf")))[0], "rb").read()


def names(o, folder):
    """names with line ends, quotes, Chinese, and bytes that are no text; a link that leads back"""
    made, out = os.path.join(folder, "in"), os.path.join(folder, "out")
    os.makedirs(made)
    odd = ["a\nb.pdf", 'quo"te\'s.pdf', "决算 公开，2024.pdf", "tab\there.pdf", "-dash.pdf", "=1+1.pdf", "x.PDF", " .pdf", "a,b;c.pdf"]
    body = tiny()
    for i, name in enumerate(odd):
        open(os.path.join(made, name), "wb").write(body + b"\n%% %d\n" % i)
    open(os.path.join(os.fsencode(made), b"latin-\xe9.pdf"), "wb").write(body + b"\n% latin\n")
    os.makedirs(os.path.join(made, "深"))
    os.symlink("..", os.path.join(made, "深", "back"))
    os.symlink("../x.PDF", os.path.join(made, "深", "link.pdf"))
    os.symlink("nowhere", os.path.join(made, "dead.pdf"))
    p = convert(o, made, "-o", out, "-j2", "--to", "json")
    got = rows(out)
    check(p.returncode == 3, "status 3, for the dead link")
    check(all(os.path.exists(os.path.join(out, n[:-4] + ".json")) for n in odd), "each has its output")
    check(os.path.exists(os.path.join(os.fsencode(out), b"latin-\xe9.json")), "also one whose name is no UTF-8")
    listed = [json.loads(line) for line in open(os.path.join(out, "manifest.jsonl"), encoding="utf8")]
    check({r["path"] for r in listed} >= {os.path.join(made, n) for n in odd}, "manifest.jsonl has the names")
    check(len(got) == len(odd) + 3 and len(listed) == len(got), "one row each: %d" % len(got))
    check(b"back: a link to a folder" in p.stderr, "the link to a folder is named and not followed")
    status = {os.path.basename(k): v["status"] for k, v in got.items()}
    check({status["x.PDF"], status["link.pdf"]} <= {"clean", "doubtful", "same"} and "same" in (status["x.PDF"], status["link.pdf"]),
          "a link to a file is the same document")
    check(status["dead.pdf"] == "failed", "a dead link fails")
    again = convert(o, made, "-o", out, "-j2", "--to", "json")
    check(b"%d unchanged" % (len(odd) + 1) in again.stderr, "all are known again")


TESTS = {"bad-files": bad_files, "killed": interrupted, "stopped": stopped, "full-disk": full_disk, "unreadable": unreadable,
         "many": many, "names": names}


def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("program")
    a.add_argument("--robust", default=os.path.join(HERE, "..", "..", "shared", "corpus", "robust"))
    a.add_argument("--kills", type=int, default=50)
    a.add_argument("--only", choices=sorted(TESTS))
    o = a.parse_args()
    o.program = os.path.abspath(o.program)
    for name, test in TESTS.items():
        if o.only in (None, name):
            print("%s: %s" % (name, test.__doc__), flush=True)
            folder = tempfile.mkdtemp(prefix="fault-")
            try:
                test(o, folder)
            finally:
                shutil.rmtree(folder, ignore_errors=True)
    print("all is well" if not BAD else "%d not as they should be" % len(BAD))
    return 1 if BAD else 0


sys.exit(main())
