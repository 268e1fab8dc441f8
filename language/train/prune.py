"""Takes from the network what it needs least: heads of attention, units between the two matrices of a layer, parts of the vectors that relations are told from.

What a part is worth is how much the loss changes without it, to the first order: |sum of weight x gradient| over the weights that read it, by batches of a few sentences of the treebanks (Molchanov
et al. 2017; Michel et al. 2019 for heads). The heads of all layers stand in one list, and so do the units. What is left is trained once more (distil.py).
"""
import argparse
import json
import os
import shutil
import sys

os.environ.setdefault('OMP_NUM_THREADS', '1')
os.environ.setdefault('OPENBLAS_NUM_THREADS', '1')
import torch

import sources
from examples import Labels, dice_for, numbers, tensors
from network import Layer, Network
from pieces import WordPieces, read_vocabulary
from train import total_loss

LEAST_HEADS, EVEN, SENTENCES, AT_ONCE = 2, 16, 2400, 8


def gains(network):
    """What the gate of every part would gain: weight x gradient, summed over the weights that read the part."""
    found = {}
    moved = lambda p: p.detach() * p.grad
    for i, layer in enumerate(network.encoder.layers):
        found['units', i] = moved(layer.down.weight).sum(0)
        found['heads', i] = moved(layer.output.weight).view(-1, layer.heads, Layer.HEAD).sum((0, 2))
    both = moved(network.relation).view(network.of_dependent, -1, network.of_head)
    found['dependent', 0] = both.sum((1, 2)) + moved(network.relation_from_dependent.weight).sum(0)
    found['head', 0] = both.sum((0, 1)) + moved(network.relation_from_head.weight).sum(0)
    return found


def worth(network, examples, labels, word_pieces, seed):
    total = {}
    for start in range(0, len(examples), AT_ONCE):
        rows = [numbers(e, labels, word_pieces, dice_for(seed, start), 0.) for e in examples[start:start + AT_ONCE]]
        network.zero_grad()
        total_loss(network, tensors(rows)).backward()
        for part, gain in gains(network).items():
            total[part] = total.get(part, 0) + gain.abs()
    return total


def chosen(total, what, share, least, even):
    """What stays of all layers' heads or units when this share of them goes: of every layer so many that they make even rows."""
    values = {part: worth for part, worth in total.items() if part[0] == what}
    together = torch.cat(list(values.values())).sort().values
    bound = together[int(len(together) * share)]
    count = lambda worth: min(len(worth), max(least, -(-int((worth >= bound).sum()) // even) * even))
    return {part: worth.topk(count(worth)).indices.sort().values for part, worth in values.items()}


def pruned(state, kept, dependent, head):
    """The weights without what went; dependent, head: which parts of the vectors of a word and of its head stay."""
    out = dict(state)
    for (what, i), which in kept.items():
        there = f'encoder.layers.{i}.'
        if what == 'units':
            rows, outward, inward = which, ('up',), 'down'
        else:
            rows, outward, inward = (which[:, None] * Layer.HEAD + torch.arange(Layer.HEAD)).flatten(), ('query', 'key', 'value'), 'output'
        for name in outward:
            for part in ('weight', 'bias'):
                out[there + name + '.' + part] = state[f'{there}{name}.{part}'][rows].clone()
        out[there + inward + '.weight'] = state[there + inward + '.weight'][:, rows].clone()
    for name, which in (('dependent', dependent), ('head', head)):
        for part in ('weight', 'bias'):
            out[f'relation_{name}.{part}'] = state[f'relation_{name}.{part}'][which].clone()
        out[f'relation_from_{name}.weight'] = state[f'relation_from_{name}.weight'][:, which].clone()
    count = state['relation_from_dependent.bias'].shape[0]
    by_relation = state['relation'].view(state['relation'].shape[0], count, -1)
    out['relation'] = by_relation[dependent][:, :, head].flatten(1).clone()
    return out


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('--data', required=True, help='folder with the treebanks')
    ap.add_argument('--own', required=True, help='our own sentences with trees (diplomacy-train.conllu)')
    ap.add_argument('--start', required=True, help='weights; their labels.json lies beside them')
    ap.add_argument('--tokenizer', required=True, help="the encoder's tokenizer.json")
    ap.add_argument('--out', required=True, help='folder for the weights that are left')
    ap.add_argument('--heads', type=float, default=.33, help='of all heads, what goes')
    ap.add_argument('--units', type=float, default=.25, help='of all units, what goes')
    ap.add_argument('--relation', type=int, default=96, help='how wide the vectors for relations stay')
    ap.add_argument('--seed', type=int, default=51)
    args = ap.parse_args()
    os.makedirs(args.out, exist_ok=True)
    torch.set_num_threads(1)
    folder = os.path.dirname(args.start)
    with open(os.path.join(folder, 'labels.json'), encoding='utf-8') as f:
        labels = Labels(json.load(f))
    kept = torch.load(args.start)
    state = kept.get('network', kept)
    network = Network.of(state, labels.sizes(), args.seed)
    network.eval()
    network.rounding.on = True
    examples = sources.gold(args.data, args.own)
    dice_for(args.seed, 'sentences').shuffle(examples)
    total = worth(network, examples[:SENTENCES], labels, WordPieces(read_vocabulary(args.tokenizer)), args.seed)
    most = lambda part: total[part].topk(args.relation).indices.sort().values
    stays = {**chosen(total, 'heads', args.heads, LEAST_HEADS, 1), **chosen(total, 'units', args.units, EVEN, EVEN)}
    torch.save(pruned(state, stays, most(('dependent', 0)), most(('head', 0))), f'{args.out}/weights.pt')
    shutil.copy(os.path.join(folder, 'labels.json'), args.out)
    for what in ('heads', 'units'):
        print(what, [len(stays[part]) for part in stays if part[0] == what])


if __name__ == '__main__':
    sys.exit(main())
