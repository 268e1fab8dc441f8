#!/usr/bin/python3
"""Vectors of single words: all-MiniLM-L6-v2 reads each word by itself; its mean vector, without the directions that all share, in DIMENSIONS.

words.py ENCODER.onnx VOCABULARY.txt LEMMAS.tsv OUT.npz
Lemmas of the treebanks' verbs, nouns and adjectives and the vocabulary's most frequent words; words of letters only.
"""
import re
import sys
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import torch

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / 'language' / 'train'))
from network import Encoder, load_encoder                                                   # noqa: E402
from pieces import CLS, SEP, WordPieces                                       # noqa: E402

DIMENSIONS, MOST_FREQUENT, WORD = 64, 12000, re.compile('[a-z]{3,18}$')


def encoder(path):
    """The encoder with the weights of an ONNX file."""
    inner = Encoder(6, 384, 12, 1536, 30522, 512, 21, lambda x, p: x)
    load_encoder(SimpleNamespace(encoder=inner), path)
    return inner.eval()


def main(encoder_path, vocabulary_path, lemmas_path, out):
    vocabulary = Path(vocabulary_path).read_text(encoding='utf-8').splitlines()
    words = {w for w in vocabulary[:MOST_FREQUENT] if WORD.match(w)}
    for line in Path(lemmas_path).read_text(encoding='utf-8').splitlines():
        form, tag, lemma = (line.split('\t') + ['', ''])[:3]
        if tag[:2] in ('NN', 'VB', 'JJ') and tag != 'NNPS' and WORD.match(lemma):
            words.add(lemma)
    words = sorted(words)
    net = encoder(encoder_path)
    pieces = WordPieces(vocabulary)
    rows = sorted(((len(p), w, p) for w in words for p in [pieces.of(w)]))
    vectors = {}
    with torch.no_grad():
        for length in sorted({n for n, _, _ in rows}):
            same = [(w, p) for n, w, p in rows if n == length]
            for at in range(0, len(same), 512):
                batch = same[at:at + 512]
                ids = torch.tensor([[CLS, *p, SEP] for _, p in batch])
                hidden = net(ids, torch.zeros_like(ids), torch.zeros(1))[-1]
                for (w, _), v in zip(batch, hidden.mean(1).numpy()):
                    vectors[w] = v / np.linalg.norm(v)
    matrix = np.stack([vectors[w] for w in words])
    matrix -= matrix.mean(0)
    _, _, axes = np.linalg.svd(matrix, full_matrices=False)
    small = matrix @ axes[:DIMENSIONS].T
    small /= np.linalg.norm(small, axis=1, keepdims=True)
    np.savez(out, words=np.array(words), vectors=small.astype(np.float32))
    print(len(words), 'words')


if __name__ == '__main__':
    main(*sys.argv[1:])
