#!/usr/bin/python3
"""Trains the fallback of `classify`. train.py FEATURES.jsonl WORDS.npz OUT.bin [--check GOLD.jsonl]

FEATURES: rows {id, type, names, words} of org.demarche.eval.PairRows; only rows with a type are trained on, and only our own have one.
--check: rows {id, root or binary} whose features are in the same file are predicted and measured, never trained on.
Multinomial logistic regression with L2; while it learns, named features are left out at random, so that words which no sentence of ours has are read by
their vectors.
"""
import argparse
import json
import struct
from collections import Counter

import numpy as np
import torch

BLOCKS, LEAST, STEPS, BATCH, DROP, SEED = 4, 2, 1500, 256, .5, 7
FOLD = {'CONCEDE': 'YIELD', 'RETREAT': 'YIELD'}
COOPERATION = {'AGREE', 'CONSULT', 'SUPPORT', 'COOPERATE', 'AID', 'CONCEDE', 'RETREAT', 'YIELD'}
VERBAL = {'AGREE', 'CONSULT', 'SUPPORT', 'ACCUSE', 'REQUEST', 'REJECT', 'THREATEN'}


def vectors_of(rows, words, matrix):
    index, width = {w: i for i, w in enumerate(words)}, matrix.shape[1]
    out = np.zeros((len(rows), BLOCKS * width), np.float32)
    for n, row in enumerate(rows):
        for b, block in enumerate(row['words']):
            known = [index[w] for w in block if w in index]
            if known:
                out[n, b * width:(b + 1) * width] = matrix[known].mean(0)
    return out


def sparse_of(rows, names):
    out = np.zeros((len(rows), len(names)), np.float32)
    for n, row in enumerate(rows):
        for name in row['names']:
            if name in names:
                out[n, names[name]] = 1
    return out


def fit(sparse, dense, labels, classes, l2, steps):
    torch.manual_seed(SEED)
    generator = np.random.default_rng(SEED)
    x, v, y = torch.tensor(sparse), torch.tensor(dense), torch.tensor(labels)
    counts = np.bincount(labels, minlength=classes)
    weight = torch.tensor((counts.mean() / counts) ** .5, dtype=torch.float32)
    first = torch.zeros(sparse.shape[1], classes, requires_grad=True)
    second = torch.zeros(dense.shape[1], classes, requires_grad=True)
    bias = torch.zeros(classes, requires_grad=True)
    step = torch.optim.Adam([first, second, bias], lr=.02)
    for n in range(steps):
        batch = torch.tensor(generator.integers(0, len(labels), BATCH))
        kept = (torch.tensor(generator.random((BATCH, sparse.shape[1]), dtype=np.float32)) > DROP).float()
        scores = (x[batch] * kept / (1 - DROP)) @ first + v[batch] @ second + bias
        loss = torch.nn.functional.cross_entropy(scores, y[batch], weight=weight, label_smoothing=.05)
        loss = loss + l2 * ((first ** 2).sum() + .2 * (second ** 2).sum())
        step.zero_grad()
        loss.backward()
        step.step()
        for group in step.param_groups:
            group['lr'] = .02 * (1 - n / steps)
    return first.detach().numpy(), second.detach().numpy(), bias.detach().numpy()


def f1(gold, out):
    return float(np.mean([2 * sum(g == o == c for g, o in zip(gold, out)) / (gold.count(c) + out.count(c)) for c in sorted(set(gold))]))


def check(gold, probabilities, types):
    """Macro-F1 of the roots, quads and sides of given rows."""
    folded = [FOLD.get(t, t) for t in types]
    roots = sorted(set(folded))
    out = []
    for p in probabilities:
        by_root = {r: sum(p[i] for i, t in enumerate(folded) if t == r) for r in roots}
        out.append(max(roots, key=by_root.get))
    side = lambda t: 'COOPERATION' if t in COOPERATION else 'CONFLICT'
    quad = lambda t: (0 if t in COOPERATION else 2) + (1 if t in VERBAL else 2)
    figures = {}
    if gold[0].get('root'):
        figures['root'] = f1([g['root'] for g in gold], out)
        figures['quad'] = f1([g['quad'] for g in gold], [quad(o) for o in out])
    figures['binary'] = f1([g['binary'] for g in gold], [side(o) for o in out])
    return {k: round(v, 4) for k, v in figures.items()}, out


def write(path, types, words, matrix, names, first, second, bias):
    text = lambda s: struct.pack('>H', len(s.encode())) + s.encode()
    with open(path, 'wb') as f:
        f.write(struct.pack('>ii', 1, len(types)) + b''.join(map(text, types)))
        f.write(struct.pack('>ii', matrix.shape[1], len(words)))
        for word, vector in zip(words, matrix):
            f.write(text(word) + vector.tobytes())
        f.write(struct.pack('>i', len(names)))
        for name, n in names.items():
            f.write(text(name) + first[n].astype('>f4').tobytes())
        f.write(second.astype('>f4').tobytes() + bias.astype('>f4').tobytes())


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('features')
    ap.add_argument('words')
    ap.add_argument('out')
    ap.add_argument('--check', nargs='*', default=[])
    ap.add_argument('--l2', type=float, default=2e-5)
    ap.add_argument('--steps', type=int, default=STEPS)
    args = ap.parse_args()
    torch.set_num_threads(1)
    rows = [json.loads(line) for line in open(args.features, encoding='utf-8')]
    train = [r for r in rows if r.get('type')]
    stored = np.load(args.words)
    words = [str(w) for w in stored['words']]
    small = np.round(stored['vectors'] * 127).clip(-127, 127).astype(np.int8)
    matrix = small.astype(np.float32) / 127
    types = sorted({r['type'] for r in train})
    counted = Counter(name for r in train for name in set(r['names']))
    names = {name: i for i, name in enumerate(sorted(n for n, c in counted.items() if c >= LEAST))}
    labels = np.array([types.index(r['type']) for r in train])
    first, second, bias = fit(sparse_of(train, names), vectors_of(train, words, matrix), labels, len(types), args.l2, args.steps)
    write(args.out, types, words, small, names, first, second, bias)
    print(len(train), 'sentences,', len(names), 'features')
    other = {str(r['id']): r for r in rows if not r.get('type')}
    for path in args.check:
        gold = [json.loads(line) for line in open(path, encoding='utf-8')]
        gold = [g for g in gold if str(g['id']) in other]
        given = [other[str(g['id'])] for g in gold]
        scores = sparse_of(given, names) @ first + vectors_of(given, words, matrix) @ second + bias
        p = np.exp(scores - scores.max(1, keepdims=True))
        figures, _ = check(gold, p / p.sum(1, keepdims=True), types)
        print(path.split('/')[-1], len(gold), figures)


if __name__ == '__main__':
    main()
