#!/usr/bin/env python3
"""Makes many different documents out of the samples: the same pages, other bytes.

usage: bulk-make.py N FOLDER [PDF …]     (default: samples/y_*.pdf)

Every document is a sample with a comment behind its end; they are spread over folders of 100.
"""
import glob
import os
import sys


def main():
    n, folder = int(sys.argv[1]), sys.argv[2]
    here = os.path.dirname(os.path.abspath(__file__))
    samples = sys.argv[3:] or sorted(glob.glob(os.path.join(here, "..", "samples", "y_*.pdf")))
    bodies = [open(s, "rb").read() for s in samples]
    names = [os.path.splitext(os.path.basename(s))[0] for s in samples]
    for i in range(n):
        place = os.path.join(folder, "%03d" % (i // 100))
        os.makedirs(place, exist_ok=True)
        with open(os.path.join(place, "%05d-%s.pdf" % (i, names[i % len(names)])), "wb") as f:
            f.write(bodies[i % len(bodies)] + b"\n%% variant %d\n" % i)


main()
