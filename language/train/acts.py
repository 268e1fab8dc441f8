"""The model of acts: which words of a sentence tell an act between political actors, and of what PLOVER type.

    acts.py --data data/acts --encoder MINILM.onnx --tokenizer TOKENIZER.json --sentences sentences.onnx --out FOLDER [--epochs N] [--hold-out FILE ...] [--start FOLDER]

Fine-tunes the encoder (its word embeddings stay as they are, so that the graph can share the table of the sentence model) with one layer on its last two states at each word's first piece; writes
acts.onnx without that table, and acts.tsv with the labels. --hold-out leaves files of the data out and scores on them instead; --start goes on from what another run put into its folder.

The data (data/acts/*.tsv): a word and its label on a line, an empty line after a sentence. O tells no act; TYPE or TYPE.mode is the first word of an act's words; ? is another of them, of which nothing
is learned.
"""
import argparse
import os
import random
import time
from collections import Counter

import numpy as np
import onnx
import torch
import torch.nn as nn
import torch.nn.functional as F
from onnx import TensorProto, helper, numpy_helper

from graph import EPSILON, FUSED, OPSET, Graph
from network import MASKED, Dropout, Encoder, gelu, load_encoder
from pieces import CLS, SEP, WordPieces, read_vocabulary
from whole import Rounding

TYPES = 'AGREE CONSULT SUPPORT COOPERATE AID CONCEDE RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT'.split()
LAYERS, WIDTH, HEADS, INNER, HIDDEN = 6, 384, 12, 1536, 256
LEAST_OF_A_MODE, LONGEST, BATCH, NOTHING = 40, 190, 24, -100
TABLE = ('encoder.word', 'encoder.word.scale')


class ActNetwork(nn.Module):
    def __init__(self, labels, seed=1):
        super().__init__()
        self.dropout, self.rounding = Dropout(seed), Rounding()
        self.encoder = Encoder(LAYERS, WIDTH, HEADS, INNER, 30522, 512, 21, self.dropout, self.rounding)
        self.hidden, self.act = nn.Linear(2 * WIDTH, HIDDEN), nn.Linear(HIDDEN, labels)

    def train(self, mode=True):
        self.dropout.training = mode
        return super().train(mode)

    def forward(self, pieces, present, first):
        """pieces, present [B,L]; first [B,W], the place of each word's first piece. Scores of the labels [B,W,labels]."""
        states = self.encoder(pieces, torch.zeros_like(pieces), ((1 - present) * MASKED)[:, None, None, :])
        x = torch.cat([states[-1], states[-2]], -1)
        x = x.gather(1, first.unsqueeze(-1).expand(-1, -1, x.shape[2]))
        return self.act(self.dropout(gelu(self.hidden(self.dropout(x, .2))), .2))


def read(path, pieces):
    """[(pieces, places of the words' first pieces, labels)]"""
    out, words = [], []
    for line in open(path, encoding='utf-8').read().split('\n') + ['']:
        if line:
            words.append(line.split('\t'))
        elif words:
            ids, first = [CLS], []
            for word, _ in words:
                first.append(len(ids))
                ids += pieces.of(word)
            if len(ids) < LONGEST:
                out.append((ids + [SEP], first, [label for _, label in words]))
            words = []
    return out


def labels_of(data):
    modes = Counter(label for _, _, labels in data for label in labels if '.' in label)
    return ['O'] + TYPES + sorted(label for label, count in modes.items() if count >= LEAST_OF_A_MODE)


def number(labels, label):
    return NOTHING if label == '?' else labels.index(label if label in labels else label.split('.')[0])


def padded(sentences):
    length, width = max(len(s[0]) for s in sentences), max(len(s[1]) for s in sentences)
    pieces, present = torch.zeros(len(sentences), length, dtype=torch.long), torch.zeros(len(sentences), length)
    first = torch.zeros(len(sentences), width, dtype=torch.long)
    for i, (ids, places, _) in enumerate(sentences):
        pieces[i, :len(ids)], present[i, :len(ids)], first[i, :len(places)] = torch.tensor(ids), 1, torch.tensor(places)
    return pieces, present, first


def batches(data, size, chance=None):
    """Sentences of like length together; in an order of their own where there is chance."""
    order = list(range(len(data)))
    if chance:
        chance.shuffle(order)
    out = []
    for start in range(0, len(order), 30 * size):
        part = sorted(order[start:start + 30 * size], key=lambda i: len(data[i][0]))
        out += [part[k:k + size] for k in range(0, len(part), size)]
    if chance:
        chance.shuffle(out)
    return out


def begin(network, labels, folder):
    """Fills the network with that of another run; a label that it did not know begins as the type of which it is a mode."""
    state = torch.load(os.path.join(folder, 'acts.pt'))
    former = open(os.path.join(folder, 'acts.tsv'), encoding='utf-8').read().split()
    rows = torch.tensor([former.index(label if label in former else label.split('.')[0]) for label in labels])
    for name in ('act.weight', 'act.bias'):
        state[name] = state[name][rows]
    network.load_state_dict(state)


def train(network, data, labels, epochs, rate, seed):
    chance = random.Random(seed)
    kept = ('encoder.word', 'encoder.position', 'encoder.token_type', 'encoder.case', 'encoder.norm')
    for name, parameter in network.named_parameters():
        parameter.requires_grad = not name.startswith(kept)
    groups = [[p for n, p in network.named_parameters() if p.requires_grad and n.startswith('encoder') == inner] for inner in (True, False)]
    optimizer = torch.optim.AdamW([dict(params=groups[0], lr=rate), dict(params=groups[1], lr=5 * rate)], weight_decay=.01)
    steps = epochs * len(batches(data, BATCH))
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, [rate, 5 * rate], total_steps=steps, pct_start=.1, anneal_strategy='linear')
    network.train()
    began = time.time()
    for epoch in range(epochs):
        loss_sum = 0.
        groups_now = batches(data, BATCH, chance)
        for group in groups_now:
            sentences = [data[i] for i in group]
            pieces, present, first = padded(sentences)
            wanted = torch.full(first.shape, NOTHING)
            for i, (_, _, given) in enumerate(sentences):
                wanted[i, :len(given)] = torch.tensor([number(labels, label) for label in given])
            scores = network(pieces, present, first)
            loss = F.cross_entropy(scores.view(-1, len(labels)), wanted.view(-1), ignore_index=NOTHING)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(network.parameters(), 1.)
            optimizer.step()
            schedule.step()
            loss_sum += float(loss)
        print(f'epoch {epoch + 1}: loss {loss_sum / len(groups_now):.4f}, {time.time() - began:.0f} s', flush=True)
    network.eval()


def score(network, data, labels):
    """Prints precision and recall of types at several thresholds: a word said right stands among the words of an act of the type."""
    found, wanted = [], 0
    with torch.no_grad():
        for group in batches(data, 2 * BATCH):
            sentences = [data[i] for i in group]
            shares = torch.softmax(network(*padded(sentences)), -1).numpy()
            for row, (_, _, given) in zip(shares, sentences):
                wanted += sum(label not in 'O?' for label in given)
                mark = None
                for k, label in enumerate(given):
                    mark = label.split('.')[0] if label not in 'O?' else mark if label == '?' else None
                    types = {t: sum(row[k][j] for j, l in enumerate(labels) if l.split('.')[0] == t) for t in TYPES}
                    best = max(types, key=types.get)
                    found.append((types[best], best == mark))
    for least in (.3, .4, .5, .6, .7, .8):
        said = [right for share, right in found if share >= least]
        right = sum(said)
        print(f'at {least}: precision {right / max(1, len(said)):.3f}, recall {right / wanted:.3f} of {wanted}')


def export(network, labels, path, sentences):
    """The graph: word pieces of one sentence [1,L] and the places of its words [W] to logarithms of the labels' shares [1,W,labels]."""
    w = {k: v.numpy() for k, v in network.state_dict().items()}
    g = Graph(True)
    matrix = lambda name: (w[name + '.weight'].T, w[name + '.bias'])

    def norm(name, x, skip):
        return g.node('SkipLayerNormalization', [x, skip, g.constant(name + '.gamma', w[name + '.weight']), g.constant(name + '.beta', w[name + '.bias'])],
                      name, FUSED, epsilon=EPSILON)

    fixed = w['encoder.position.weight'] + w['encoder.token_type.weight'][0]
    length = g.node('Shape', ['pieces'], 'shape')
    end = g.node('Slice', [length, g.constant('one', np.array([1], np.int64)), g.constant('two', np.array([2], np.int64))], 'length')
    places = g.node('Slice', [g.constant('places', fixed[None]), g.constant('nought', np.array([0], np.int64)), end, 'one'], 'positions')
    x = norm('encoder.norm', g.rows('encoder.word', w['encoder.word.weight'], 'pieces'), places)
    for i in range(LAYERS):
        there, before = f'encoder.layers.{i}.', x
        parts = [matrix(there + p) for p in ('query', 'key', 'value')]
        joined = g.dense(there + 'attention', x, np.concatenate([p[0] for p in parts], 1), np.concatenate([p[1] for p in parts]))
        query, key, value = (there + p for p in ('query', 'key', 'value'))
        g.node('Split', [joined, g.constant('widths', np.array([WIDTH] * 3, np.int64))], '', outputs=[query, key, value], axis=2)
        context = g.node('MultiHeadAttention', [query, key, value], there + 'context', FUSED, num_heads=HEADS)
        x = norm(there + 'norm1', g.dense(there + 'output', context, *matrix(there + 'output')), x)
        inner = g.node('Gelu', [g.dense(there + 'up', x, *matrix(there + 'up'))], there + 'inner', FUSED)
        x = norm(there + 'norm2', g.dense(there + 'down', inner, *matrix(there + 'down')), x)
    both = g.node('Concat', [x, before], 'states', axis=2)
    words = g.node('Gather', [both, 'first'], 'words', axis=1)
    hidden = g.node('Gelu', [g.dense('hidden', words, *matrix('hidden'))], 'hidden.gelu', FUSED)
    g.node('LogSoftmax', [g.dense('act.scores', hidden, *matrix('act'))], 'act', axis=-1)
    shared = {i.name: numpy_helper.to_array(i) for i in onnx.load(sentences).graph.initializer if i.name in TABLE}
    for name in TABLE:
        if not np.array_equal(shared[name], numpy_helper.to_array(g.constants.pop(name))):
            raise SystemExit(f'{name} is not what the sentence model has')
    whole = lambda name, *shape: helper.make_tensor_value_info(name, TensorProto.INT64, shape)
    graph = helper.make_graph(g.nodes, 'demarche-acts', [whole('pieces', 1, 'L'), whole('first', 'W')],
                              [helper.make_tensor_value_info('act', TensorProto.FLOAT, (1, 'W', len(labels)))], list(g.constants.values()))
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid('', OPSET), helper.make_opsetid(FUSED, 1)], producer_name='demarche')
    model.ir_version = 8
    with open(path, 'wb') as out:
        out.write(model.SerializeToString())


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('--data', required=True)
    ap.add_argument('--encoder', required=True)
    ap.add_argument('--tokenizer', required=True)
    ap.add_argument('--sentences', required=True)
    ap.add_argument('--out', required=True)
    ap.add_argument('--hold-out', action='append', default=[])
    ap.add_argument('--start')
    ap.add_argument('--epochs', type=int, default=3)
    ap.add_argument('--rate', type=float, default=2e-4)
    ap.add_argument('--seed', type=int, default=1)
    args = ap.parse_args()
    torch.manual_seed(args.seed)
    pieces = WordPieces(read_vocabulary(args.tokenizer))
    files = sorted(f for f in os.listdir(args.data) if f.endswith('.tsv'))
    data = [s for f in files if f not in args.hold_out for s in read(os.path.join(args.data, f), pieces)]
    labels = labels_of(data)
    print(f'{len(data)} sentences, {len(labels)} labels', flush=True)
    network = ActNetwork(len(labels), args.seed)
    load_encoder(network, args.encoder)
    if args.start:
        begin(network, labels, args.start)
    train(network, data, labels, args.epochs, args.rate, args.seed)
    for f in args.hold_out:
        print(f)
        score(network, read(os.path.join(args.data, f), pieces), labels)
    os.makedirs(args.out, exist_ok=True)
    torch.save(network.state_dict(), f'{args.out}/acts.pt')
    export(network, labels, f'{args.out}/acts.onnx', args.sentences)
    with open(f'{args.out}/acts.tsv', 'w', encoding='utf-8') as f:
        f.writelines(label + '\n' for label in labels)


if __name__ == '__main__':
    main()
