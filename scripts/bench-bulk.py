#!/usr/bin/env python3
"""Measures bulk runs: speed with 1 and 2 workers, memory over the run, a second run, and what processes and sandbox cost.

usage: bench-bulk.py PROGRAM BENCH-IN-PROCESS [--documents N] [--formats LIST] [--folder DIR]

BENCH-IN-PROCESS is the target of that name (ninja -C build bench-in-process). CPU times are sums over all processes; they
are what to compare on a machine that does other things, too.
"""
import argparse
import glob
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import threading
import time

HERE = os.path.dirname(os.path.abspath(__file__))


def descendants(pid):
    out, todo = [], [pid]
    while todo:
        p = todo.pop()
        out.append(p)
        try:
            for task in os.listdir("/proc/%d/task" % p):
                todo += [int(c) for c in open("/proc/%d/task/%s/children" % (p, task)).read().split()]
        except OSError:
            pass
    return out


def resident(pid):
    try:
        for line in open("/proc/%d/status" % pid):
            if line.startswith("VmRSS"):
                return int(line.split()[1])
    except OSError:
        pass
    return 0


def run(command):
    """-> (seconds, CPU seconds, last line of standard error, [(time, largest resident KiB of any process but the first)])"""
    before, start, memory, done = resource.getrusage(resource.RUSAGE_CHILDREN), time.time(), [], threading.Event()
    p = subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL)

    def watch():
        while not done.wait(0.2):
            memory.append((time.time() - start, max([resident(c) for c in descendants(p.pid)[1:]] or [0])))
    watcher = threading.Thread(target=watch)
    watcher.start()
    lines = p.stderr.read().decode("utf8", "replace").strip().splitlines()
    p.wait()
    seconds = time.time() - start
    done.set()
    watcher.join()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return seconds, cpu, lines[-1] if lines else "", memory


def pages_of(line):
    return int(line.split(" pages")[0].split()[-1])


def flat(memory):
    quarter = max(1, len(memory) // 4)
    first = max(m for _, m in memory[quarter:2 * quarter] or memory)
    last = max(m for _, m in memory[-quarter:])
    return "%d MiB in the second quarter, %d MiB in the last" % (first // 1024, last // 1024)


def main():
    a = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    a.add_argument("program")
    a.add_argument("bench")
    a.add_argument("--documents", type=int, default=2000)
    a.add_argument("--formats", default="xml,json,csv")
    a.add_argument("--folder")
    o = a.parse_args()
    folder = tempfile.mkdtemp(prefix="bulk-", dir=o.folder)
    made, out = os.path.join(folder, "in"), os.path.join(folder, "out")
    try:
        subprocess.run([sys.executable, os.path.join(HERE, "bulk-make.py"), str(o.documents), made], check=True)
        files = sorted(glob.glob(made + "/*/*.pdf"))
        print("%d documents, %.1f MB" % (len(files), sum(os.path.getsize(f) for f in files) / 1e6), flush=True)
        speed, total = {}, {}
        for workers in (1, 2):
            shutil.rmtree(out, ignore_errors=True)
            seconds, cpu, line, memory = run([o.program, "convert", made, "-o", out, "-j", str(workers), "--to", o.formats])
            speed[workers], total[workers] = len(files) / seconds, cpu
            print("%d worker%s: %6.1f documents/s, %6.1f pages/s, %.1f s, %.1f s CPU" %
                  (workers, "s" if workers > 1 else " ", speed[workers], pages_of(line) / seconds, seconds, cpu), flush=True)
            print("   largest process: " + flat(memory))
        print("2 workers are %.2f times as fast as 1" % (speed[2] / speed[1]))
        seconds, cpu, line, _ = run([o.program, "convert", made, "-o", out, "-j", "2", "--to", o.formats])
        print("second run, nothing changed: %.0f documents/s (%.2f s)" % (len(files) / seconds, seconds), flush=True)
        plain = os.path.join(folder, "plain")
        os.makedirs(plain)
        got = subprocess.run([o.bench, plain, o.formats] + files, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout.split()
        inside = float(got[2])
        print("in one process: %.1f s CPU; processes, sandbox, journal and manifest add %.1f %%" %
              (inside, 100 * (total[1] / inside - 1)))
    finally:
        shutil.rmtree(folder)


main()
