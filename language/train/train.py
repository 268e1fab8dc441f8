"""Trains the network: by steps, with fixed seeds, to be taken up again where it was left.

The result depends on the data, the seed, the number of steps and the arithmetic of the machine, not on its speed.
"""
import argparse
import json
import os
import sys
import time

os.environ.setdefault('OMP_NUM_THREADS', '1')
os.environ.setdefault('OPENBLAS_NUM_THREADS', '1')
import torch
import torch.nn.functional as F

import lemmas
import sources
from examples import IGNORED, Labels, batches, dice_for, features, numbers, tensors
from network import MASKED, Network, load_encoder
from pieces import WordPieces, read_vocabulary

WEIGHTS = dict(upos=.5, xpos=.5, lemma=.5, name=.7, kind=.2, head=1., relation=1.)
WARM_UP, HEADS_RATE, LONGEST = .06, 1e-3, 128


def total_loss(network, batch):
    pieces, cases, present, first, word_cases, word_present, gold = batch
    out = network(pieces, cases, present, first, word_cases)
    heads = gold['head'].clamp(min=0)
    picked = out['head'].gather(1, heads.unsqueeze(-1).expand(-1, -1, out['head'].shape[2]))
    scored = dict(out, head=out['arc'] + ((1 - word_present) * MASKED)[:, None, :])
    wanted = gold['relation'].flatten() != IGNORED
    scored['relation'] = network.relations(out['dependent'].flatten(0, 1)[wanted], picked.flatten(0, 1)[wanted])
    words = (gold['name'] != IGNORED).logical_or(gold['upos'] != IGNORED).sum()
    loss = 0.
    for layer, weight in WEIGHTS.items():
        scores, target = scored[layer], gold[layer].flatten()
        if layer == 'relation':
            target = target[wanted]
        else:
            scores = scores.flatten(0, 1)
        loss = loss + weight * F.cross_entropy(scores, target, ignore_index=IGNORED, reduction='sum')
    return loss / words


def rate(step, steps):
    done = step / steps
    return max(.01, min(1., done / WARM_UP) * (1 - max(0., done - WARM_UP) / (1 - WARM_UP)))


def measure(network, examples, labels, word_pieces):
    """Quick figures on gold words: every head on its own, no tree enforced."""
    network.eval()
    right = dict(upos=0, xpos=0, lemma=0, uas=0, las=0)
    words = attached = hits = given = wanted = 0
    rows = [features(e.forms, word_pieces) for e in examples]
    with torch.no_grad():
        for indices in batches([len(r[0]) for r in rows], 4096):
            pieces, cases, present, first, word_cases, word_present, _ = tensors([rows[i] for i in indices])
            out = network(pieces, cases, present, first, word_cases)
            heads = (out['arc'] + ((1 - word_present) * MASKED)[:, None, :]).argmax(-1)
            for k, i in enumerate(indices):
                e, n = examples[i], len(examples[i].forms)
                h = heads[k, 1:n + 1]
                relation = network.relations(out['dependent'][k, 1:n + 1], out['head'][k][h]).argmax(-1).tolist()
                best = {layer: [labels.lists[layer][j] for j in out[layer][k, 1:n + 1].argmax(-1).tolist()]
                        for layer in ('upos', 'xpos', 'lemma', 'name')}
                for j, w in enumerate(e.words):
                    words += 1
                    right['upos'] += best['upos'][j] == w.upos
                    right['xpos'] += best['xpos'][j] == w.xpos
                    right['lemma'] += lemmas.apply(w.form, best['lemma'][j]) == w.lemma
                    if w.upos != 'PUNCT':
                        attached += 1
                        same = h[j].item() == w.head
                        right['uas'] += same
                        right['las'] += same and labels.lists['relation'][relation[j]].split(':')[0] == w.deprel.split(':')[0]
                if None not in e.names:
                    a, b = spans(e.names), spans(best['name'])
                    hits, wanted, given = hits + len(a & b), wanted + len(a), given + len(b)
    network.train()
    figures = {k: right[k] / (attached if k in ('uas', 'las') else words) for k in right}
    if wanted:
        figures['names'] = 2 * hits / max(1, wanted + given)
    return figures


def run(args, network, optimiser, base, lengths, steps, read, measured):
    """The steps of a schedule, to be taken up again from the last checkpoint; leaves weights.pt in the folder.

    base      the rate of each group of parameters at its highest
    read      from indices of sentences and dice to the loss and the number of word pieces
    measured  pairs of a name and figures
    """
    checkpoint, step = f'{args.out}/checkpoint.pt', 0
    if os.path.exists(checkpoint):
        kept = torch.load(checkpoint)
        network.load_state_dict(kept['network'])
        optimiser.load_state_dict(kept['optimiser'])
        step = kept['step']
        print('taken up at step', step, flush=True)
    network.train()
    parameters = [p for group in optimiser.param_groups for p in group['params']]
    epoch, plan, started, pieces, losses, first_step = None, [], time.time(), 0, [], step
    epoch_start = 0
    last = min(steps, args.stop or steps)
    while step < last:
        if epoch is None or step - epoch_start >= len(plan):
            epoch, epoch_start = (0, 0) if epoch is None else (epoch + 1, epoch_start + len(plan))
            plan = batches(lengths, args.pieces, dice_for(args.seed, epoch))
            if step - epoch_start >= len(plan):
                continue
        for group, b in zip(optimiser.param_groups, base):
            group['lr'] = b * rate(step, steps)
        dice = dice_for(args.seed, 'step', step)
        network.dropout.at(f'{args.seed}:{step}')
        loss, count = read(plan[step - epoch_start], dice)
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(parameters, 1.)
        optimiser.step()
        step += 1
        pieces += count
        losses.append(loss.item())
        if step % 100 == 0 or step - first_step in (5, 20):
            spent = time.time() - started
            print(f'step {step} of {steps} loss {sum(losses[-100:]) / len(losses[-100:]):.3f} '
                  f'{spent:.0f} s {pieces / spent:.0f} pieces/s', flush=True)
        if step % args.save_every == 0 or step == last:
            torch.save(dict(network=network.state_dict(), optimiser=optimiser.state_dict(), step=step), checkpoint + '.new')
            os.replace(checkpoint + '.new', checkpoint)
        if step % args.measure_every == 0 or step == last:
            for name, figures in measured():
                print(step, name, ' '.join(f'{k} {v:.4f}' for k, v in figures.items()), flush=True)
    torch.save(network.state_dict(), f'{args.out}/weights.pt')


def spans(tags):
    out, start = set(), None
    for i, tag in enumerate(list(tags) + ['O']):
        if start is not None and (tag[0] != 'I' or tag[2:] != tags[start][2:]):
            out.add((start, i, tags[start][2:]))
            start = None
        if tag != 'O' and start is None:
            start = i
    return {s for s in out if s[2] in ('PERSON', 'PLACE', 'ORG')}


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('--data', required=True, help='folder with the treebanks')
    ap.add_argument('--encoder', required=True, help="the encoder's ONNX file")
    ap.add_argument('--tokenizer', required=True, help="the encoder's tokenizer.json")
    ap.add_argument('--out', required=True, help='folder for checkpoints, labels and the log')
    ap.add_argument('--own', help='folder with our own sentences (diplomacy-train.conllu)')
    ap.add_argument('--start', help='weights to go on from; the labels beside them are kept')
    ap.add_argument('--epochs', type=float, default=10)
    ap.add_argument('--stop', type=int, default=0, help='leave off after so many steps of the schedule')
    ap.add_argument('--rate', type=float, default=1.5e-4)
    ap.add_argument('--pieces', type=int, default=1024, help='word pieces a batch, padding counted')
    ap.add_argument('--word-dropout', type=float, default=.01)
    ap.add_argument('--thin', type=int, default=1, help='of GUM, every so many-th sentence')
    ap.add_argument('--whole', action='store_true', help="reckon with the engine's 8-bit integers (whole.py)")
    ap.add_argument('--layers', type=int, default=6, help="the encoder's layers")
    ap.add_argument('--seed', type=int, default=1)
    ap.add_argument('--save-every', type=int, default=250)
    ap.add_argument('--measure-every', type=int, default=1000)
    args = ap.parse_args()
    os.makedirs(args.out, exist_ok=True)
    torch.manual_seed(args.seed)
    torch.set_num_threads(1)

    word_pieces = WordPieces(read_vocabulary(args.tokenizer))
    banks = sources.treebank(f'{args.data}/en_gum-train.conllu') + sources.treebank(f'{args.data}/en_ewt-train.conllu')
    labels = sources.labels(banks)
    if args.start:
        with open(os.path.join(os.path.dirname(args.start), 'labels.json'), encoding='utf-8') as f:
            labels = Labels(json.load(f))
    if args.thin > 1:
        banks = sources.treebank(f'{args.data}/en_ewt-train.conllu') + sources.treebank(f'{args.data}/en_gum-train.conllu')[::args.thin]
    train = banks + sources.others(args)
    lengths = [len(features(e.forms, word_pieces)[0]) for e in train]
    train, lengths = zip(*((e, n) for e, n in zip(train, lengths) if n <= LONGEST))
    tests = {name: sources.treebank(f'{args.data}/{name}.conllu')[::3] for name in ('en_gum-dev', 'en_ewt-dev')}
    with open(f'{args.out}/labels.json', 'w', encoding='utf-8') as f:
        json.dump(labels.lists, f, ensure_ascii=False, indent=0)
    network = Network(labels.sizes(), (12,) * args.layers, (1536,) * args.layers, seed=args.seed)
    network.rounding.on = args.whole
    if args.start:
        kept = torch.load(args.start)
        network.load_state_dict(kept.get('network', kept))
    else:
        load_encoder(network, args.encoder)
    network.encoder.word.weight.requires_grad_(False)
    encoder = [p for n, p in network.named_parameters() if n.startswith('encoder.') and 'case' not in n and p.requires_grad]
    heads = [p for n, p in network.named_parameters() if not n.startswith('encoder.') or 'case' in n]
    optimiser = torch.optim.AdamW([dict(params=encoder, lr=args.rate), dict(params=heads, lr=HEADS_RATE)], betas=(.9, .98), weight_decay=.01)
    base = [args.rate, HEADS_RATE * (args.rate / 1.5e-4 if args.start else 1)]
    per_epoch = len(batches(lengths, args.pieces, dice_for(args.seed, 0)))
    steps = int(per_epoch * args.epochs)
    print(f'{len(train)} sentences, {per_epoch} steps an epoch, {steps} steps, labels {labels.sizes()}', flush=True)

    def read(indices, dice):
        batch = tensors([numbers(train[i], labels, word_pieces, dice, args.word_dropout) for i in indices])
        return total_loss(network, batch), int(batch[2].sum())

    run(args, network, optimiser, base, lengths, steps, read,
        lambda: [(name, measure(network, examples, labels, word_pieces)) for name, examples in tests.items()])


if __name__ == '__main__':
    sys.exit(main())
