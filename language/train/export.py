"""Writes the trained network as the two ONNX graphs that the engine runs, and its inventories as text.

sentences.onnx: word pieces to tags, name scores, arc scores and two vectors for each word. relations.onnx: the vectors of words and of their heads to relations; it runs once the tree is known.
"""
import argparse
import json
import os

import torch

from examples import Labels
from network import Network
from pieces import read_vocabulary

OPSET = 14


class Sentences(torch.nn.Module):
    def __init__(self, network):
        super().__init__()
        self.network = network

    def forward(self, pieces, cases, present, first, word_cases):
        out = self.network(pieces, cases, present, first, word_cases)
        return (out['upos'].argmax(-1).int(), out['xpos'].argmax(-1).int(), out['lemma'].argmax(-1).int(), torch.log_softmax(out['name'], -1),
                out['arc'], out['dependent'], out['head'])


class Relations(torch.nn.Module):
    def __init__(self, network):
        super().__init__()
        self.network = network

    def forward(self, dependent, head):
        return self.network.relations(dependent, head)


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('--weights', required=True)
    ap.add_argument('--labels', required=True)
    ap.add_argument('--tokenizer', required=True)
    ap.add_argument('--out', required=True)
    args = ap.parse_args()
    os.makedirs(args.out, exist_ok=True)
    with open(args.labels, encoding='utf-8') as f:
        labels = Labels(json.load(f))
    network = Network(labels.sizes())
    state = torch.load(args.weights)
    network.load_state_dict(state.get('network', state))
    network.eval()
    batch, length = 2, 16
    pieces = torch.randint(1000, 2000, (batch, length))
    cases, first = torch.ones(batch, length).long(), torch.arange(length)[None].repeat(batch, 1)
    with torch.no_grad():
        torch.onnx.export(
            Sentences(network), (pieces, cases, torch.ones(batch, length), first, cases), f'{args.out}/sentences.onnx', opset_version=OPSET,
            input_names=['pieces', 'cases', 'present', 'first', 'word_cases'],
            output_names=['upos', 'xpos', 'lemma', 'name', 'arc', 'dependent', 'head'],
            dynamic_axes={k: {0: 'B', 1: 'L'} for k in ('pieces', 'cases', 'present')}
            | {k: {0: 'B', 1: 'W'} for k in ('first', 'word_cases', 'upos', 'xpos', 'lemma', 'name', 'dependent', 'head')}
            | {'arc': {0: 'B', 1: 'W', 2: 'W'}})
        vectors = torch.randn(4, network.RELATION)
        torch.onnx.export(
            Relations(network), (vectors, vectors), f'{args.out}/relations.onnx', opset_version=OPSET, input_names=['dependent', 'head'],
            output_names=['relation'], dynamic_axes={k: {0: 'N'} for k in ('dependent', 'head', 'relation')})
    with open(f'{args.out}/labels.tsv', 'w', encoding='utf-8') as f:
        for layer in ('upos', 'xpos', 'lemma', 'name', 'relation'):
            f.writelines(f'{layer}\t{label}\n' for label in labels.lists[layer])
    with open(f'{args.out}/vocabulary.txt', 'w', encoding='utf-8') as f:
        f.writelines(piece + '\n' for piece in read_vocabulary(args.tokenizer))


if __name__ == '__main__':
    main()
