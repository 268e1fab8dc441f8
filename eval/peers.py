#!/usr/bin/env python3
"""Measures several readers of English on the development parts of two treebanks, and prints one table. See peers.sh."""
import argparse
import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get('DEMARCHE_SHARED', ROOT.parent / 'shared'))
OUT = Path(os.environ.get('DEMARCHE_BOARD', ROOT / 'eval' / 'target' / 'board')) / 'peers'
TREEBANKS = [SHARED / 'train' / f'{name}.conllu' for name in ('en_gum-dev', 'en_ewt-dev')]
START, END = '<!-- peers -->', '<!-- /peers -->'

# name on the command line: name in the table, its own jars, whether its trees follow the convention of the treebanks, whether it finds names,
# options of the Java machine: ours is run as our launcher runs it, its arithmetic is not Java's and gains nothing from the second compiler
PEERS = {
    'demarche': ('Demarche', r'/language/target/|onnxruntime', True, True, ['-XX:TieredStopAtLevel=1']),
    'corenlp': ('CoreNLP 4.5.10', r'stanford-corenlp', True, True, []),
    'nlp4j': ('NLP4J 1.1.3', r'nlp4j', False, True, []),
    'opennlp': ('OpenNLP 2.5.11', r'opennlp', False, False, []),
}


def class_path():
    return f"{ROOT / 'eval' / 'peers' / 'target' / 'classes'}:{(ROOT / 'eval' / 'peers' / 'target' / 'classpath').read_text().strip()}"


def megabytes(pattern):
    """What of the class path is the peer's own: jars, or a folder of classes with its resources."""
    total = 0
    for part in map(Path, class_path().split(':')):
        if re.search(pattern, str(part)):
            total += sum(f.stat().st_size for f in part.rglob('*') if f.is_file()) if part.is_dir() else part.stat().st_size
    return total / 1e6


def measure(peer, how):
    """One whole process that reads both treebanks: what it says of itself, and where it wrote."""
    folder = OUT / f'{peer}-{how}'
    folder.mkdir(parents=True, exist_ok=True)
    command = ['java', '-XX:+UseSerialGC', '-Xmx4g', *PEERS[peer][4], 'org.demarche.eval.peers.Measure', peer, how, str(folder), *map(str, TREEBANKS)]
    done = subprocess.run(command, env=dict(os.environ, CLASSPATH=class_path(), ORT_DISABLE_TELEMETRY='1'), capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{' '.join(command)}\n{done.stderr[-2000:]}")
    return {k: float(v) for k, v in re.findall(r'(load|cpu|sentences|heap|peak) ([\d.]+)', done.stdout)}, folder


def scored(scorer, gold, out):
    done = subprocess.run([sys.executable, str(SHARED / 'eval' / scorer), '--gold', str(gold), '--out', str(out)], capture_output=True, text=True)
    if done.returncode:
        sys.exit(done.stderr[-2000:])
    return {name: float(value) for name, value in re.findall(r'^(\S+) ([\d.]+)', done.stdout, re.M)}


def both(values):
    return ' / '.join(f'{v:.3f}'.lstrip('0') if v is not None else '–' for v in values)


def row(peer):
    name, jars, trees, names, _ = PEERS[peer]
    _, gold_words = measure(peer, 'words')
    cost, raw = measure(peer, 'text')
    words = [scored('score_ud.py', t, gold_words / t.name) for t in TREEBANKS]
    text = [scored('score_ud.py', t, raw / t.name) for t in TREEBANKS]
    found = scored('score_names.py', TREEBANKS[0], gold_words / TREEBANKS[0].name) if names else {}
    tags = [f['ud.xpos'] or None for f in words]
    columns = [name, both([f['ud.upos'] if f['ud.upos'] > .3 else None for f in words]), both(tags), both([f['ud.lemma'] for f in words]),
               both([f['ud.las'] if trees else None for f in words]), both([f['ud.las'] if trees else None for f in text]),
               both([found.get('names.strict.f1'), found.get('names.strict.recall')]),
               f"{cost['sentences'] / cost['cpu']:.0f}", f"{cost['load']:.1f} s", f"{cost['heap']:.0f} MB", f"{cost['peak']:.0f} MB", f'{megabytes(jars):.0f} MB']
    return '| ' + ' | '.join(columns) + ' |'


def keep(lines):
    page = ROOT / 'docs' / 'EVALUATION.md'
    text = page.read_text(encoding='utf-8')
    before, rest = text.split(START, 1)
    page.write_text(before + START + '\n' + '\n'.join(lines) + '\n' + END + rest.split(END, 1)[1], encoding='utf-8')


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument('peers', nargs='*', metavar='peer', help=f"of {', '.join(PEERS)}; default: all")
    options.add_argument('--keep', action='store_true', help='write docs/EVALUATION.md')
    options = options.parse_args()
    if not TREEBANKS[0].exists():
        sys.exit(f'skipped: there is no {TREEBANKS[0]}')
    lines = ['| reader | UPOS | XPOS | lemma | LAS, given words | LAS, from text | names strict F1 / recall | sentences per CPU-second | load | heap | peak memory | size |',
             '|---|---|---|---|---|---|---|---|---|---|---|---|']
    for peer in options.peers or PEERS:
        lines.append(row(peer))
        print(lines[-1], file=sys.stderr)
    print('\n'.join(lines))
    if options.keep:
        keep(lines)


if __name__ == '__main__':
    main()
