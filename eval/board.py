#!/usr/bin/env python3
"""Runs the program over the gold sets in one process, scores what it wrote, prints one table. See board.sh."""
import argparse
import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
SHARED = Path(os.environ.get('DEMARCHE_SHARED', ROOT.parent / 'shared'))
SCORERS, BENCH, GOLD, TRAIN = SHARED / 'eval', SHARED / 'bench', SHARED / 'gold', SHARED / 'train'
OUT = Path(os.environ.get('DEMARCHE_BOARD', ROOT / 'eval' / 'target' / 'board'))


def scorer(name, *args):
    """The figures of one scorer, and what it printed about misses."""
    command = [sys.executable, str(SCORERS / name), *map(str, args)]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode:
        return {}, f'{name}: {done.stderr.strip()[-600:]}'
    figures, rest = {}, []
    for line in done.stdout.splitlines():
        parts = line.split()
        try:
            figures[parts[0]] = (float(parts[1]), parts[2].strip('()') if len(parts) > 2 else '')
        except (IndexError, ValueError):
            rest.append(line)
    return figures, '\n'.join(rest)


def write(name, *args):
    subprocess.run([sys.executable, str(SCORERS / name), *map(str, args)], check=True, capture_output=True)


class Part:
    """One part of the board: what it needs, what the program runs, how it is scored, which figures the table shows."""
    needs, shows = (), ()

    def __init__(self, name, misses):
        self.name, self.misses, self.out = name, misses, OUT / name
        self.more = ['--misses', misses] if misses else []

    def ready(self):
        return all(p.exists() for p in self.needs)

    def commands(self):
        return []

    def score(self):
        return {}, ''


class Dossier(Part):
    """Whole dossiers: every table, and the states of every date that the gold asks for."""
    cases = {'seeds': (GOLD / 'nato-russia-2021', SHARED / 'seeds'),
             'skripal': (GOLD / 'skripal-2018' / 'gold.json', GOLD / 'skripal-2018' / 'reports')}
    needs = (GOLD, SHARED / 'seeds')
    shows = ('dossier.score', 'claims.core.f1', 'claims.core.precision', 'claims.core.recall', 'fields.core', 'documents.date',
             'events.link.f1', 'disagreements.f1', 'state.change.accuracy', 'answers.f1', 'quotes.holder.f1', 'claims.cited')

    def commands(self):
        sys.path.insert(0, str(SCORERS))
        from dossier_lib import load_gold
        for case, (gold, reports) in self.cases.items():
            out, ledger = self.out / case, self.out / f'{case}-ledger'
            yield ['ingest', '--quiet', '--ledger', ledger, reports]
            yield ['export', '--ledger', ledger, '-o', out]
            for date in load_gold(gold)['dates']:
                yield ['status', '--ledger', ledger, '--as-of', date, '--format', 'jsonl', '-o', out / f'states-{date}.jsonl']

    def score(self):
        figures, said = {}, []
        for case, (gold, reports) in self.cases.items():
            got, rest = scorer('score_dossier.py', '--gold', gold, '--out', self.out / case, '--reports', reports, *self.more)
            figures.update({f'{case} {k}': v for k, v in got.items()})
            said.append(f'## {case}\n{rest}' if rest else '')
        return figures, '\n'.join(filter(None, said))


class Own(Dossier):
    """Dossiers of our own words, written and coded without sight of the rules."""
    cases = {f.parent.name: (f, f.parent / 'reports') for f in sorted((HERE / 'dossiers').glob('*/gold.json'))}
    needs = ()


class Known(Part):
    """What ledgers that know only some of the reports say."""
    gold = GOLD / 'nato-russia-2021' / 'known_as_of.json'
    needs = (gold,)
    shows = ('known.all', 'known.value', 'known.since', 'known.pending', 'known.conflict', 'known.sources')

    def commands(self):
        for test in json.loads(self.gold.read_text(encoding='utf-8')):
            ledger = self.out / f"{test['id']}-ledger"
            yield ['ingest', '--quiet', '--ledger', ledger, *[SHARED / 'seeds' / d for d in test['known_docs']]]
            yield ['status', '--ledger', ledger, '--as-of', test['as_of'], '--format', 'jsonl', '-o', self.out / f"{test['id']}.jsonl"]

    def score(self):
        return scorer('score_known.py', '--gold', self.gold, '--gold-dir', self.gold.parent, '--out', self.out, *self.more)


class Benchmark(Part):
    """A set with a scorer that writes the input itself."""
    gold, script, verb, write_option = None, '', (), '--write'

    @property
    def needs(self):
        return (self.gold,)

    def commands(self):
        self.out.mkdir(parents=True, exist_ok=True)
        write(self.script, '--gold', self.gold, self.write_option, self.out / 'in.jsonl')
        yield [*self.verb, self.out / 'in.jsonl', '-o', self.out / 'out.jsonl', '--quiet']

    def score(self):
        return scorer(self.script, '--gold', self.gold, '--out', self.out / 'out.jsonl', *self.more)


class Times(Benchmark):
    gold, script, verb = BENCH / 'wikiwars.jsonl', 'score_times.py', ('annotate', '--layers', 'times')
    shows = ('value.f1', 'value.accuracy', 'strict.f1', 'relaxed.f1')


class Specs(Part):
    """Dates as a calendar program wants them, each in a sentence of its own with its report's date."""
    gold = BENCH / 'recognizers-dates.jsonl'
    needs = (gold,)
    shows = ('specs.value', 'specs.found')

    def commands(self):
        import score_specs
        self.out.mkdir(parents=True, exist_ok=True)
        score_specs.write(self.gold, self.out / 'in.jsonl')
        yield ['annotate', '--layers', 'times', self.out / 'in.jsonl', '-o', self.out / 'out.jsonl', '--quiet']

    def score(self):
        import score_specs
        return score_specs.score(self.gold, self.out / 'out.jsonl', self.misses)


class Quotes(Benchmark):
    gold, script, verb = BENCH / 'polnear-dev.jsonl', 'score_quotes.py', ('annotate', '--layers', 'quotes')
    shows = ('quotes.source.f1', 'quotes.cue.f1', 'quotes.content.f1', 'quotes.exact.f1')


class Gsr(Benchmark):
    gold, script, verb = BENCH / 'plover-gsr-dev.jsonl', 'score_gsr.py', ('code',)
    shows = ('dyad_type.recall', 'dyad_type.precision', 'dyad_type.f1', 'type.recall', 'coded')


class Pairs(Benchmark):
    gold, script, verb, write_option = BENCH / 'plv-train.jsonl', 'score_pairs.py', ('classify',), '--input'
    shows = ('root.macro_f1', 'quad.macro_f1', 'binary.macro_f1', 'root.macro_f1.news', 'quad.macro_f1.news', 'binary.macro_f1.news')


class Aw(Benchmark):
    gold, script, verb, write_option = BENCH / 'aw-train.jsonl', 'score_pairs.py', ('classify',), '--input'
    shows = ('binary.macro_f1', 'binary.accuracy')


class Rdcr(Benchmark):
    gold, script, verb, write_option = BENCH / 'rdcr-gold-dev.jsonl', 'score_state_rdcr.py', ('code',), '--input'
    shows = ('rdcr.change', 'rdcr.precision', 'rdcr.year', 'rdcr.date', 'rdcr.unstated')


class Names(Benchmark):
    gold, script, verb = TRAIN / 'en_gum-dev.conllu', 'score_names.py', ('annotate', '--layers', 'actors')
    shows = ('names.strict.f1', 'names.overlap.f1', 'names.PER.f1', 'names.LOC.f1', 'names.ORG.f1')


class Ud(Part):
    """Tags and trees: on gold words, and from the raw text."""
    banks = {'gum': TRAIN / 'en_gum-dev.conllu', 'ewt': TRAIN / 'en_ewt-dev.conllu'}
    needs = tuple(banks.values())
    shows = ('ud.las', 'ud.uas', 'ud.upos', 'ud.xpos', 'ud.lemma', 'ud.words', 'ud.sentences')

    def commands(self):
        for bank, gold in self.banks.items():
            yield ['annotate', gold, '--format', 'conllu', '-o', self.out / f'{bank}.conllu', '--quiet']
            yield ['annotate', gold, '--format', 'conllu', '--from-text', '-o', self.out / f'{bank}-text.conllu', '--quiet']

    def score(self):
        figures, said = {}, []
        for bank, gold in self.banks.items():
            for form in ('', '-text'):
                got, rest = scorer('score_ud.py', '--gold', gold, '--out', self.out / f'{bank}{form}.conllu')
                figures.update({f'{bank}{form} {k}': v for k, v in got.items()})
                said.append(rest)
        return figures, '\n'.join(filter(None, said))


class Quantities(Part):
    """Values and units of amounts; a value counts once for each time it stands in the gold."""
    gold = BENCH / 'newsquant-dev.jsonl'
    needs = (gold,)
    shows = ('quantities.value.f1', 'quantities.value.precision', 'quantities.value.recall', 'quantities.unit')

    def commands(self):
        self.out.mkdir(parents=True, exist_ok=True)
        rows = [json.loads(line) for line in self.gold.read_text(encoding='utf-8').splitlines() if line.strip()]
        (self.out / 'in.jsonl').write_text(''.join(json.dumps({'id': r['id'], 'text': r['text']}, ensure_ascii=False) + '\n'
                                                   for r in rows), encoding='utf-8')
        yield ['annotate', '--layers', 'quantities', self.out / 'in.jsonl', '-o', self.out / 'out.jsonl', '--quiet']

    def score(self):
        import score_quantities
        return score_quantities.score(self.gold, self.out / 'out.jsonl', self.misses)


class Coref(Part):
    """The same event across documents, on gold mentions."""
    gold = BENCH / 'ecbplus-dev.jsonl'
    needs = (gold,)
    shows = ('coref.conll', 'coref.muc.f1', 'coref.b3.f1', 'coref.ceafe.f1')

    def commands(self):
        import score_mentions
        self.out.mkdir(parents=True, exist_ok=True)
        score_mentions.write(self.gold, self.out / 'in.jsonl')
        yield ['merge', self.out / 'in.jsonl', '-o', self.out / 'out.jsonl', '--quiet']

    def score(self):
        import score_mentions
        sys.path.insert(0, str(SCORERS))
        from score_coref import score
        return score_mentions.score(self.gold, self.out / 'out.jsonl', score)


PARTS = {'dossier': Dossier, 'own': Own, 'known': Known, 'times': Times, 'specs': Specs, 'quotes': Quotes, 'gsr': Gsr, 'pairs': Pairs, 'aw': Aw, 'rdcr': Rdcr,
         'names': Names, 'ud': Ud, 'quantities': Quantities, 'coref': Coref}


def run(commands, log):
    """Runs the program once over all command lines."""
    lines = ['\t'.join(map(str, c)) for c in commands]
    (OUT / 'commands.tsv').write_text('\n'.join(lines) + '\n', encoding='utf-8')
    classpath = [ROOT / 'eval' / 'target' / 'classes', (ROOT / 'eval' / 'target' / 'classpath').read_text().strip()]
    options = os.environ.get('DEMARCHE_JAVA_OPTIONS', '-Xmx1500m -XX:+UseSerialGC').split()
    with open(log, 'w', encoding='utf-8') as err:
        # by the environment: ONNX Runtime 1.29 dies at load where the command line is some kilobytes long
        return subprocess.run(['java', *options, 'org.demarche.eval.Commands', str(OUT / 'commands.tsv')], stdout=err, stderr=err,
                              cwd=ROOT, env={**os.environ, 'CLASSPATH': ':'.join(map(str, classpath))}).returncode


def version():
    done = subprocess.run(['git', 'log', '-1', '--format=%h'], capture_output=True, text=True, cwd=ROOT)
    return done.stdout.strip() or 'unknown'


def table(results):
    rows = []
    for name, (part, figures) in results.items():
        for key, (value, counts) in figures.items():
            if key.split(' ')[-1] in part.shows:
                rows.append((name, key, f'{value:.4f}' if value <= 1 else f'{value:.2f}', counts))
    return rows


def peers():
    """{(part, figure): what others reach, and on which set}."""
    lines = (HERE / 'peers.tsv').read_text(encoding='utf-8').splitlines()
    rows = [line.split('\t') for line in lines if line and not line.startswith('#')][1:]
    return {(part, figure): f'{name} {value}' + (f' ({on})' if on else '') for part, figure, name, value, on in rows}


def keep(rows):
    """The last figures of every part, with the commit it was run on."""
    page = ROOT / 'docs' / 'EVALUATION.md'
    begin, end = '<!-- board -->', '<!-- /board -->'
    text = page.read_text(encoding='utf-8') if page.exists() else f'# Evaluation\n\n{begin}\n{end}\n'
    if begin not in text:
        text += f'\n{begin}\n{end}\n'
    before, after = text.split(begin)[0], text.split(end)[1]
    head = ['By `eval/board.sh`; each part with the commit it was run on.', '', '| part | figure | value | n/N | others | commit |',
            '|---|---|---|---|---|---|']
    old = [line for line in text.split(begin)[1].split(end)[0].splitlines() if line.startswith('| ') and 'figure' not in line]
    run_now = {row[0] for row in rows}
    kept = [line for line in old if line.split('|')[1].strip() not in run_now]
    others = peers()
    new = [f'| {a} | `{b}` | {c} | {d} | {others.get((a, b), "")} | {version()} |' for a, b, c, d in rows]
    order = list(PARTS)
    body = head + sorted(kept + new, key=lambda line: order.index(line.split('|')[1].strip()))
    page.parent.mkdir(exist_ok=True)
    page.write_text(before + begin + '\n' + '\n'.join(body) + '\n' + end + after, encoding='utf-8')


def main():
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument('parts', nargs='*', metavar='PART', help=' '.join(PARTS))
    ap.add_argument('--misses', type=int, default=0, metavar='N', help='show what to work on')
    ap.add_argument('--keep', action='store_true', help='write the figures of these parts to docs/EVALUATION.md (a whole board does)')
    ap.add_argument('--no-run', action='store_true', help='score what the last run of these parts left')
    ap.add_argument('--all', action='store_true', help='show every figure of the scorers')
    args = ap.parse_args()
    unknown = [p for p in args.parts if p not in PARTS]
    if unknown:
        ap.error(f'no such part: {unknown[0]}; there are {" ".join(PARTS)}')
    if not SHARED.is_dir():
        print(f'no gold sets at {SHARED}: nothing to score (DEMARCHE_SHARED says where they are)')
        return 0
    sys.path.insert(0, str(HERE))
    parts, commands = {}, []
    for name in args.parts or PARTS:
        part = PARTS[name](name, args.misses)
        if not part.ready():
            print(f'{name}: no data, left out')
            continue
        parts[name] = part
        if not args.no_run:
            shutil.rmtree(part.out, ignore_errors=True)
            part.out.mkdir(parents=True)
            commands += part.commands()
    began = time.time()
    status = run(commands, OUT / 'log.txt') if commands else 0
    if status < 0 or status > 4:
        print(f'the program died with status {status}; see {OUT / "log.txt"}')
    failed = [line for line in (OUT / 'log.txt').read_text(encoding='utf-8').splitlines()
              if line.startswith(('DEM-9', 'DEM-3', 'Exception', '\tat '))]
    results = {}
    for name, part in parts.items():
        figures, said = part.score()
        results[name] = (part, figures)
        if said:
            print(f'# {name}\n{said}\n')
        if args.all:
            for key, (value, counts) in figures.items():
                print(f'{name:10} {key:40} {value:8.4f}  {counts}')
    rows = table(results)
    others = peers()
    for a, b, c, d in rows:
        print(f'{a:10} {b:36} {c:>8}  {d:>14}  {others.get((a, b), "")}'.rstrip())
    print(f'{time.time() - began:.0f} s; what the program said is in {OUT / "log.txt"}')
    for line in failed[:10]:
        print('  ' + line)
    if args.keep or not args.parts:
        keep(rows)
    return 0


if __name__ == '__main__':
    sys.exit(main())
