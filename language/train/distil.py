"""Trains the small network on what a larger one gives each reading (soften.py), with the engine's rounding: by steps, with fixed seeds, to be taken up again.

Of sentences of the treebanks half the loss is of the treebank's own labels; of plain text all of it is the teacher's.
"""
import argparse
import json
import os
import pickle
import sys

os.environ.setdefault('OMP_NUM_THREADS', '1')
os.environ.setdefault('OPENBLAS_NUM_THREADS', '1')
import numpy as np
import torch
import torch.nn.functional as F

import sources
from examples import IGNORED, Labels, batches, dice_for, features, numbers, tensors
from network import MASKED, Network
from pieces import WordPieces, read_vocabulary
from train import measure, run

HARD, HEADS, LONGEST = .5, 5, 128
WEIGHTS = dict(upos=.5, xpos=.5, name=.7)
LEMMA = .5


def recased(forms, dice):
    """Now and then CAPITALS, Title Case or careless lower case."""
    draw = dice.random()
    if draw < .02:
        return [w.upper() for w in forms]
    if draw < .05:
        return [w[:1].upper() + w[1:] for w in forms]
    return [w.lower() for w in forms] if draw < .065 else forms


def row_of(item, soft, labels, word_pieces, dice):
    """Features and labels of one sentence; of plain text the lemma scripts and heads of the teacher."""
    if item is not None:
        return numbers(item, labels, word_pieces, dice, .02)
    forms = recased(soft['forms'], dice)
    hidden = frozenset(k for k in range(len(forms)) if dice.random() < .02)
    nothing = [IGNORED] * (len(forms) + 1)
    return features(forms, word_pieces, hidden) + (
        nothing, nothing, [IGNORED] + soft['lemma'].tolist(), nothing, nothing, [IGNORED] + soft['heads'].tolist(), nothing)


def total_loss(network, items, softs, rows):
    pieces, cases, present, first, word_cases, word_present, gold = tensors(rows)
    out = network(pieces, cases, present, first, word_cases)
    count, longest = word_present.shape
    arcs = out['arc'] + ((1 - word_present) * MASKED)[:, None, :]
    taught = {k: torch.zeros(count, longest, out[k].shape[-1]) for k in WEIGHTS}
    taught_arcs = torch.full((count, longest, longest), -30.)
    heads = torch.zeros(count, longest, dtype=torch.long)
    headed = torch.zeros(count, longest, dtype=torch.bool)
    words = torch.zeros(count, longest, dtype=torch.bool)
    relations = []
    for k, soft in enumerate(softs):
        n = min(len(rows[k][2]) - 1, len(soft['heads']))
        value = lambda key: torch.from_numpy(soft[key].astype(np.float32))[:n]
        taught_arcs[k, 1:n + 1, :n + 1] = value('arc')[:, :n + 1]
        for layer in WEIGHTS:
            taught[layer][k, 1:n + 1] = value(layer)
        own = torch.from_numpy(soft['heads'].astype(np.int64))[:n]
        heads[k, 1:n + 1] = own.clamp(max=n)
        headed[k, 1:n + 1] = own <= n
        words[k, 1:n + 1] = True
        relations.append(value('relation')[own <= n])
    of_bank = torch.tensor([[item is not None] for item in items]).expand(count, longest)
    share = torch.where(of_bank, torch.tensor(1 - HARD), torch.tensor(1.))
    picked = out['head'].gather(1, heads.unsqueeze(-1).expand(-1, -1, out['head'].shape[2]))
    scored = network.relations(out['dependent'].flatten(0, 1)[headed.flatten()], picked.flatten(0, 1)[headed.flatten()])

    def soft_loss(scores, teacher, mask):
        return (-(F.softmax(teacher, -1) * F.log_softmax(scores, -1)).sum(-1) * share)[mask].sum()

    def hard_loss(scores, target):
        return F.cross_entropy(scores.flatten(0, 1), target.flatten(), ignore_index=IGNORED, reduction='sum')

    loss = soft_loss(arcs, taught_arcs, headed)
    loss = loss + (-(F.softmax(torch.cat(relations), -1) * F.log_softmax(scored, -1)).sum(-1) * share[headed]).sum()
    bank_heads = torch.where(of_bank, gold['head'], torch.tensor(IGNORED))
    loss = loss + HARD * hard_loss(arcs, bank_heads)
    bank_relations = torch.where(of_bank & headed, gold['relation'], torch.tensor(IGNORED))[headed]
    loss = loss + HARD * F.cross_entropy(scored, bank_relations, ignore_index=IGNORED, reduction='sum')
    for layer, weight in WEIGHTS.items():
        loss = loss + weight * (soft_loss(out[layer], taught[layer], words) + HARD * hard_loss(out[layer], gold[layer]))
    loss = loss + LEMMA * hard_loss(out['lemma'], gold['lemma'])
    return loss / words.sum(), int(present.sum())


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('--data', required=True, help='folder with the treebanks')
    ap.add_argument('--own', required=True, help='our own sentences with trees (diplomacy-train.conllu)')
    ap.add_argument('--soft', required=True, help='what soften.py wrote')
    ap.add_argument('--start', required=True, help='weights to go on from; the labels beside them are kept')
    ap.add_argument('--tokenizer', required=True, help="the encoder's tokenizer.json")
    ap.add_argument('--out', required=True, help='folder for checkpoints, labels and the log')
    ap.add_argument('--epochs', type=float, default=3)
    ap.add_argument('--stop', type=int, default=0, help='leave off after so many steps of the schedule')
    ap.add_argument('--rate', type=float, default=4e-5)
    ap.add_argument('--pieces', type=int, default=1024, help='word pieces a batch, padding counted')
    ap.add_argument('--seed', type=int, default=41)
    ap.add_argument('--save-every', type=int, default=200)
    ap.add_argument('--measure-every', type=int, default=1200)
    args = ap.parse_args()
    os.makedirs(args.out, exist_ok=True)
    torch.manual_seed(args.seed)
    torch.set_num_threads(1)
    word_pieces = WordPieces(read_vocabulary(args.tokenizer))
    with open(os.path.join(os.path.dirname(args.start), 'labels.json'), encoding='utf-8') as f:
        labels = Labels(json.load(f))
    with open(f'{args.out}/labels.json', 'w', encoding='utf-8') as f:
        json.dump(labels.lists, f, ensure_ascii=False, indent=0)
    gold = sources.gold(args.data, args.own)
    with open(args.soft, 'rb') as f:
        softs = pickle.load(f)
    items = [gold[s['at']] if s['kind'] == 'gold' else None for s in softs]
    lengths = [len(features(s['forms'], word_pieces)[0]) for s in softs]
    tests = {name: sources.treebank(f'{args.data}/{name}.conllu')[::3] for name in ('en_gum-dev', 'en_ewt-dev')}
    kept = torch.load(args.start)
    network = Network.of(kept.get('network', kept), labels.sizes(), args.seed)
    network.rounding.on = True
    network.encoder.word.weight.requires_grad_(False)
    encoder = [p for n, p in network.named_parameters() if n.startswith('encoder.') and 'case' not in n and p.requires_grad]
    # The types of mentions ("kind") are no target here.
    heads = [p for n, p in network.named_parameters() if (not n.startswith('encoder.') or 'case' in n) and not n.startswith('kind')]
    optimiser = torch.optim.AdamW([dict(params=encoder, lr=args.rate), dict(params=heads, lr=args.rate * HEADS)], betas=(.9, .98), weight_decay=.01)
    per_epoch = len(batches(lengths, args.pieces, dice_for(args.seed, 0)))
    steps = int(per_epoch * args.epochs)
    print(f'{len(items)} sentences, {per_epoch} steps an epoch, {steps} steps', flush=True)

    def read(indices, dice):
        own = [items[i] for i in indices], [softs[i] for i in indices]
        return total_loss(network, *own, [row_of(item, soft, labels, word_pieces, dice) for item, soft in zip(*own)])

    run(args, network, optimiser, (args.rate, args.rate * HEADS), lengths, steps, read,
        lambda: [(name, measure(network, examples, labels, word_pieces)) for name, examples in tests.items()])


if __name__ == '__main__':
    sys.exit(main())
