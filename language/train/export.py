"""Writes the trained network as the two ONNX graphs that the engine runs (see graph.py), and its inventories as text.

sentences.onnx: the word pieces of one sentence to tags, name scores, arc scores and two vectors for each word. relations.onnx: the vectors of words and of their heads to relations; it runs once the
tree is known.
"""
import argparse
import json
import os

import torch

import graph
from examples import Labels
from pieces import read_vocabulary

LAYERS = 6

def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('--weights', required=True)
    ap.add_argument('--labels', required=True)
    ap.add_argument('--tokenizer', required=True)
    ap.add_argument('--out', required=True)
    ap.add_argument('--plain', action='store_true', help='32-bit matrices, to see what whole numbers cost')
    args = ap.parse_args()
    os.makedirs(args.out, exist_ok=True)
    with open(args.labels, encoding='utf-8') as f:
        labels = Labels(json.load(f))
    state = torch.load(args.weights, map_location='cpu')
    state = state.get('network', state)
    graph.sentences(state, LAYERS, f'{args.out}/sentences.onnx', not args.plain)
    graph.relations(state, f'{args.out}/relations.onnx', not args.plain)
    with open(f'{args.out}/labels.tsv', 'w', encoding='utf-8') as f:
        for layer in ('upos', 'xpos', 'lemma', 'name', 'relation'):
            f.writelines(f'{layer}\t{label}\n' for label in labels.lists[layer])
    with open(f'{args.out}/vocabulary.txt', 'w', encoding='utf-8') as f:
        f.writelines(piece + '\n' for piece in read_vocabulary(args.tokenizer))


if __name__ == '__main__':
    main()
