"""Has a larger network read the treebanks and plain text, and keeps what it gives each reading: what a smaller one learns from (distil.py).

Names are taken from the small network as it was, which has learned them from more than the treebanks.
"""
import argparse
import json
import os
import pickle
import sys

os.environ.setdefault('OMP_NUM_THREADS', '1')
os.environ.setdefault('OPENBLAS_NUM_THREADS', '1')
import torch
import torch.nn.functional as F

import sources
from examples import Labels, batches, features, tensors
from network import MASKED, Network
from pieces import WordPieces, read_vocabulary

LONGEST, PIECES = 128, 2048


def read_words(path):
    """The words of each sentence of a CoNLL-U file, each sentence once."""
    seen, out, words = set(), [], []
    with open(path, encoding='utf-8') as f:
        for line in f:
            if line[0].isdigit():
                number, form = line.split('\t')[:2]
                if number.isdigit():
                    words.append(form)
            elif not line.strip():
                if len(words) > 1 and tuple(words) not in seen:
                    seen.add(tuple(words))
                    out.append(words)
                words = []
    return out


def load(path, labels):
    kept = torch.load(path)
    return Network.of(kept.get('network', kept), labels.sizes()).eval()


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('--data', required=True, help='folder with the treebanks')
    ap.add_argument('--own', required=True, help='our own sentences with trees (diplomacy-train.conllu)')
    ap.add_argument('--plain', required=True, help='plain text as the engine cuts it, CoNLL-U')
    ap.add_argument('--teacher', required=True, help='weights of the larger network; its labels.json lies beside them')
    ap.add_argument('--student', required=True, help='weights of the small network, for names')
    ap.add_argument('--tokenizer', required=True, help='tokenizer.json; both networks have the same word pieces')
    ap.add_argument('--out', required=True, help='file to write')
    args = ap.parse_args()
    torch.set_num_threads(1)
    with open(os.path.join(os.path.dirname(args.teacher), 'labels.json'), encoding='utf-8') as f:
        labels = Labels(json.load(f))
    word_pieces = WordPieces(read_vocabulary(args.tokenizer))
    teacher = load(args.teacher, labels)
    student = load(args.student, labels)
    gold = sources.gold(args.data, args.own)
    items = [('gold', i, e.forms, [w.head for w in e.words]) for i, e in enumerate(gold)]
    items += [('plain', i, forms, None) for i, forms in enumerate(read_words(args.plain))]
    rows = [features(forms, word_pieces) for _, _, forms, _ in items]
    items, rows = zip(*((item, row) for item, row in zip(items, rows) if len(row[0]) <= LONGEST))
    out = []
    with torch.no_grad():
        for indices in batches([len(r[0]) for r in rows], PIECES):
            pieces, cases, present, first, word_cases, word_present, _ = tensors([rows[i] for i in indices])
            read = teacher(pieces, cases, present, first, word_cases)
            names = student(pieces, cases, present, first, word_cases)['name']
            arcs = F.log_softmax(read['arc'] + ((1 - word_present) * MASKED)[:, None, :], -1).clamp(min=-30)
            for k, i in enumerate(indices):
                kind, at, forms, heads = items[i]
                n = len(forms)
                arc = arcs[k, 1:n + 1, :n + 1]
                # Relations are scored on the heads of the treebank, or else on those that the teacher finds best.
                best = torch.tensor(heads) if heads is not None else arc.argmax(-1)
                relation = teacher.relations(read['dependent'][k, 1:n + 1], read['head'][k][best])
                half = lambda scores: scores.half().numpy()
                out.append(dict(kind=kind, at=at, forms=forms, heads=best.numpy().astype('int16'), arc=half(arc), relation=half(relation),
                                upos=half(read['upos'][k, 1:n + 1]), xpos=half(read['xpos'][k, 1:n + 1]), name=half(names[k, 1:n + 1]),
                                lemma=read['lemma'][k, 1:n + 1].argmax(-1).numpy().astype('int16')))
    with open(args.out, 'wb') as f:
        pickle.dump(out, f, protocol=4)
    print(len(out), 'sentences')


if __name__ == '__main__':
    sys.exit(main())
