#!/usr/bin/env python3
"""Figures by PLOVER type and by construction, and the misses by class, as a section of docs/EVALUATION.md. types.py [--keep]

Scores what the last run of `board.py pairs gsr` left; the constructions need the features of the pairs, which are read anew (one run of the engine).
Without --keep the section is printed only.
"""
import argparse
import json
import os
import subprocess
import sys
from collections import Counter

from board import BENCH, OUT, ROOT, SCORERS, version

BEGIN, END = '<!-- types -->', '<!-- /types -->'
CONSTRUCTIONS = {
    'active, object': lambda f: 'sr=nsubj' in f and 'tr=obj' in f and not any(x in f for x in NESTED),
    'active, preposition': lambda f: 'sr=nsubj' in f and any(x.startswith(('tr=obl', 'tr=nmod')) for x in f) and not any(x in f for x in NESTED),
    'passive': lambda f: 'tr=nsubj:pass' in f or any(x.startswith('sr=obl') and x.endswith(':by') for x in f),
    'possessor or "of", "by" of a noun': lambda f: any(x.startswith('sr=nmod') for x in f),
    'infinitive or clause below': lambda f: 'pr=xcomp' in f or 'pr=ccomp' in f,
    'participle, relative or adverbial clause': lambda f: any(x.startswith(('pr=acl', 'pr=advcl')) for x in f),
    'coordination': lambda f: 'pr=conj' in f or 'sr=conj' in f or 'tr=conj' in f,
}
NESTED = ('pr=xcomp', 'pr=ccomp', 'pr=acl', 'pr=acl:relcl', 'pr=advcl', 'pr=conj')
ORDER = ['passive', 'infinitive or clause below', 'participle, relative or adverbial clause', 'coordination', 'active, object', 'active, preposition',
         'possessor or "of", "by" of a noun']


def rows(path):
    return [json.loads(line) for line in path.read_text(encoding='utf-8').splitlines() if line.strip()]


def features(path):
    """The features of each pair, by its id."""
    out = OUT / 'pair-features.jsonl'
    classpath = [ROOT / 'eval' / 'target' / 'classes', (ROOT / 'eval' / 'target' / 'classpath').read_text().strip()]
    subprocess.run(['java', '-Xmx1500m', '-XX:+UseSerialGC', 'org.demarche.eval.PairRows', str(path), str(out)], check=True, cwd=ROOT,
                   env={**os.environ, 'CLASSPATH': ':'.join(map(str, classpath))})
    return {str(r['id']): set(r['names']) for r in rows(out)}


def construction(names):
    if 's=absent' in names or 't=absent' in names or not any(n.startswith('order=') for n in names):
        return 'a side that the sentence does not name'
    return next((name for name in ORDER if CONSTRUCTIONS[name](names)), 'other')


def table(head, body):
    line = lambda cells: '| ' + ' | '.join(str(c) for c in cells) + ' |'
    return [line(head), '|' + '---|' * len(head), *map(line, body), '']


def pairs_section(score_pairs):
    gold = rows(BENCH / 'plv-train.jsonl')
    given = {str(r['id']): r for r in rows(OUT / 'pairs' / 'out.jsonl')}
    answers = [score_pairs.answer(given.get(str(g['id']), {})) for g in gold]
    classes = score_pairs.per_class([g['root'] for g in gold], [a[0] for a in answers])
    body = [(t, n, f'{p:.2f}', f'{r:.2f}', f'{f:.2f}') for t, (p, r, f, n) in classes.items()]
    out = ['The relation between two given parties (`classify`, PLV train, folded to its 15 roots):', '']
    out += table(('type', 'rows', 'precision', 'recall', 'F1'), body)
    by = Counter()
    for g, a in zip(gold, answers):
        who = 'model' if given.get(str(g['id']), {}).get('rule') == 'model/1' else 'rule'
        by[who, 'all'] += 1
        for n, field in enumerate(('root', 'quad', 'binary')):
            by[who, field] += a[n] == g[field]
    out += table(('answered by', 'rows', 'root right', 'quad right', 'side right'),
                 [(w, by[w, 'all'], *(f'{by[w, f] / max(1, by[w, "all"]):.2f}' for f in ('root', 'quad', 'binary'))) for w in ('rule', 'model')])
    names, seen = features(OUT / 'pairs' / 'in.jsonl'), Counter()
    for g, a in zip(gold, answers):
        kind = construction(names[str(g['id'])])
        seen[kind, 'all'] += 1
        for n, field in enumerate(('root', 'quad', 'binary')):
            seen[kind, field] += a[n] == g[field]
    kinds = [*ORDER, 'other', 'a side that the sentence does not name']
    out += ['By the construction that joins the two (the first that fits):', '']
    out += table(('construction', 'rows', 'root right', 'quad right', 'side right'),
                 [(k, seen[k, 'all'], *(f'{seen[k, f] / seen[k, "all"]:.2f}' for f in ('root', 'quad', 'binary'))) for k in kinds if seen[k, 'all']])
    wrong = Counter((g['root'], a[0] or 'nothing') for g, a in zip(gold, answers) if g['root'] != a[0])
    out += ['The most common confusions:', '']
    out += table(('is', 'said', 'rows'), [(*k, n) for k, n in sorted(wrong.items(), key=lambda x: (-x[1], x[0]))[:15]])
    return out


def gsr_section(score_gsr):
    gold = score_gsr.read_gold(BENCH / 'plover-gsr-dev.jsonl')
    claims = rows(OUT / 'gsr' / 'out.jsonl')
    groups, _ = score_gsr.by_record(gold, claims, ())
    types, classes = {}, Counter()
    for g in gold:
        want = score_gsr.fold(g['event'])
        coded = [(score_gsr.fold(c.get('type')), score_gsr.out_side(c, 'actors'), score_gsr.out_side(c, 'recipients')) for c in groups[g['id']]]
        coded = [c for c in coded if c[0]]
        same = [c for c in coded if c[0] == want]
        right = any(score_gsr.dyad_right(g, a, b) for _, a, b in same)
        n = types.setdefault(want, [0, 0, 0])
        n[0], n[1], n[2] = n[0] + 1, n[1] + bool(same), n[2] + right
        if right:
            continue
        if not coded:
            classes['nothing is coded'] += 1
        elif not same:
            classes['another type is coded'] += 1
        elif not any(a & score_gsr.gold_side(g, 'source') for _, a, _ in same):
            classes['right type, another actor or none'] += 1
        else:
            classes['right type and actor, another recipient or none'] += 1
    out = ['Coding without being told who (`code`, the PLOVER gold standard records, development part):', '']
    out += table(('type', 'records', 'type found', 'type and both sides found'), [(t, *n) for t, n in sorted(types.items())])
    out += ['What is missed, by class:', '']
    return out + table(('class', 'records'), sorted(classes.items(), key=lambda x: -x[1]))


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('--keep', action='store_true', help='write the section to docs/EVALUATION.md')
    args = ap.parse_args()
    sys.path.insert(0, str(SCORERS))
    import score_gsr
    import score_pairs
    body = ['## By type and construction', '', f'By `eval/types.py` on the board of commit {version()}.', '']
    if (OUT / 'pairs' / 'out.jsonl').exists():
        body += pairs_section(score_pairs)
    if (OUT / 'gsr' / 'out.jsonl').exists():
        body += gsr_section(score_gsr)
    print('\n'.join(body))
    if args.keep:
        page = ROOT / 'docs' / 'EVALUATION.md'
        text = page.read_text(encoding='utf-8')
        if BEGIN not in text:
            text = text.rstrip('\n') + f'\n\n{BEGIN}\n{END}\n'
        page.write_text(text.split(BEGIN)[0] + BEGIN + '\n' + '\n'.join(body).rstrip('\n') + '\n' + END + text.split(END)[1], encoding='utf-8')
    return 0


if __name__ == '__main__':
    sys.exit(main())
