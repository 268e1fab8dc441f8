#!/usr/bin/env python3
"""Runs the program over a sample of a news wire with more and with less of it parsed, and prints what each run cost. See speed.sh."""
import argparse
import json
import os
import re
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get('DEMARCHE_SHARED', ROOT.parent / 'shared'))
WIRE = SHARED / 'bench' / 'reuters21578.jsonl'
OUT = Path(os.environ.get('DEMARCHE_BOARD', ROOT / 'eval' / 'target' / 'board')) / 'speed'
RUNS = (('all', 1), ('auto', 1), ('auto', 2), ('needed', 1), ('needed', 2))
START, END = '<!-- speed -->', '<!-- /speed -->'
PEER = 37  # sentences a second of CoreNLP with UniversalPetrarch on two cores


def class_path():
    modules = [str(p) for p in sorted(ROOT.glob('*/target/classes'))]
    return ':'.join(modules + [(ROOT / 'eval' / 'target' / 'classpath').read_text().strip()])


def run(how, threads, stories):
    """One whole process, with the options that ./demarche gives it: its seconds, its peak memory, what it read and what it found."""
    claims, said = OUT / f'{how}-{threads}.jsonl', OUT / f'{how}-{threads}.txt'
    command = ['java', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-Xmx1200m', 'org.demarche.cli.Demarche', 'code', '--verbose', '--parse', how,
               '--threads', str(threads), str(stories), '-o', str(claims)]
    environment = dict(os.environ, CLASSPATH=class_path(), ORT_DISABLE_TELEMETRY='1')
    began = time.monotonic()
    with open(said, 'w') as messages:
        child = subprocess.Popen(command, env=environment, stderr=messages)
        _, status, used = os.wait4(child.pid, 0)
    wall = time.monotonic() - began
    if status:
        sys.exit(f'{" ".join(command)}\n{said.read_text()[-800:]}')
    read, parsed = map(int, re.search(r'sentences: (\d+) read, (\d+) parsed', said.read_text()).groups())
    return {'how': how, 'threads': threads, 'wall': wall, 'cpu': used.ru_utime + used.ru_stime, 'peak': used.ru_maxrss / 1024,
            'read': read, 'parsed': parsed, 'claims': claims}


def key(row):
    return row['file'], row['trigger']['start'], row['act']


def claims(path):
    return {key(row): row for row in map(json.loads, path.read_text().splitlines())}


def table(results):
    reference = claims(results[0]['claims'])
    yield '| parsed | threads | wall | CPU | sentences/s | per CPU-second | to the peer | share parsed | claims | lost | peak memory |'
    yield '|---|---|---|---|---|---|---|---|---|---|---|'
    for r in results:
        found = claims(r['claims'])
        lost = sum(1 for k in reference if k not in found)
        yield (f"| {r['how']} | {r['threads']} | {r['wall']:.0f} s | {r['cpu']:.0f} s | {r['read'] / r['wall']:.0f} | {r['read'] / r['cpu']:.0f} "
               f"| {r['read'] / r['wall'] / PEER:.1f} | {r['parsed'] / r['read']:.3f} | {len(found)} | {lost} ({lost / len(reference):.1%}) "
               f"| {r['peak']:.0f} MB |")


def main():
    options = argparse.ArgumentParser()
    options.add_argument('--every', type=int, default=50, help='every so many stories')
    options.add_argument('--keep', action='store_true', help='write docs/EVALUATION.md')
    options = options.parse_args()
    if not WIRE.exists():
        sys.exit(f'skipped: there is no {WIRE}')
    OUT.mkdir(parents=True, exist_ok=True)
    stories = OUT / 'stories.jsonl'
    with open(WIRE) as wire, open(stories, 'w') as out:
        out.writelines(line for i, line in enumerate(wire) if i % options.every == 7 % options.every)
    results = []
    for how, threads in RUNS:
        results.append(run(how, threads, stories))
        print(f"{how} {threads}: {results[-1]['wall']:.1f} s", file=sys.stderr)
    lines = list(table(results))
    print('\n'.join(lines))
    one, two = (claims(r['claims']) for r in results[1:3])
    print('auto: one thread and two write the same bytes:',
          results[1]['claims'].read_bytes() == results[2]['claims'].read_bytes() and one == two)
    if options.keep:
        page = ROOT / 'docs' / 'EVALUATION.md'
        text = page.read_text()
        head, rest = text.split(START)
        _, tail = rest.split(END)
        what = f'Every {options.every}th story of a 1987 news wire: {results[0]["read"]} sentences.'
        page.write_text(head + START + '\n' + what + '\n\n' + '\n'.join(lines) + '\n' + END + tail)


if __name__ == '__main__':
    main()
