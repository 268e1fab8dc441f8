"""A small encoder with a tagger, a biaffine parser and a name tagger on top. One pass for all."""
import math
import random

import torch
import torch.nn as nn
import torch.nn.functional as F

from whole import Rounding

MASKED = -1e4


class Dropout:
    """Dropout from a pool of masks drawn once (drawing them anew costs more than the matrices here). The pool and the places in it are seeded."""

    def __init__(self, seed):
        self.generator = torch.Generator().manual_seed(seed)
        self.pools, self.places, self.training = {}, random.Random(seed), False

    def at(self, step):
        self.places = random.Random(step)

    def __call__(self, x, p):
        if not self.training:
            return x
        if p not in self.pools:
            self.pools[p] = (torch.rand(1 << 24, generator=self.generator) >= p).float() / (1 - p)
        start = self.places.randrange((1 << 24) - x.numel())
        return x * self.pools[p][start:start + x.numel()].view(x.shape)


class InOrder(torch.autograd.Function):
    """Hands on its input; lays the gradient out in order. GELU's backward pass (oneDNN 2.6 in torch 1.13) reads past a gradient that is transposed."""

    @staticmethod
    def forward(context, x):
        return x.view_as(x)

    @staticmethod
    def backward(context, gradient):
        return gradient.contiguous()


def gelu(x):
    return InOrder.apply(F.gelu(x))


class Layer(nn.Module):
    HEAD = 32

    def __init__(self, width, heads, inner, dropout, rounding):
        super().__init__()
        self.heads, self.dropout, self.rounding = heads, dropout, rounding
        self.query, self.key, self.value = (nn.Linear(width, heads * self.HEAD) for _ in range(3))
        self.output = nn.Linear(heads * self.HEAD, width)
        self.norm1, self.norm2 = nn.LayerNorm(width, eps=1e-12), nn.LayerNorm(width, eps=1e-12)
        self.up, self.down = nn.Linear(width, inner), nn.Linear(inner, width)

    def forward(self, x, mask):
        batch, length, _ = x.shape
        split = lambda y: y.view(batch, length, self.heads, self.HEAD).transpose(1, 2)
        rounded = self.rounding.input(x)
        query, key, value = (split(self.rounding.turned(layer, rounded)) for layer in (self.query, self.key, self.value))
        scores = torch.matmul(query, key.transpose(2, 3)) * (1 / math.sqrt(self.HEAD)) + mask
        context = torch.matmul(torch.softmax(scores, -1), value).transpose(1, 2).reshape(batch, length, -1)
        x = self.norm1(x + self.dropout(self.rounding.dense(self.output, context), .1))
        inner = gelu(self.rounding.dense(self.up, x))
        return self.norm2(x + self.dropout(self.rounding.dense(self.down, inner), .1))


class Encoder(nn.Module):
    def __init__(self, width, heads, inner, vocabulary, positions, cases, dropout, rounding):
        """heads, inner: of every layer, how many heads and how many units between its two matrices."""
        super().__init__()
        self.dropout = dropout
        self.word, self.position, self.token_type = nn.Embedding(vocabulary, width), nn.Embedding(positions, width), nn.Embedding(2, width)
        self.case = nn.Embedding(cases, width)
        nn.init.zeros_(self.case.weight)
        self.norm = nn.LayerNorm(width, eps=1e-12)
        self.layers = nn.ModuleList(Layer(width, h, i, dropout, rounding) for h, i in zip(heads, inner))

    def forward(self, pieces, cases, mask):
        x = self.word(pieces) + self.position.weight[:pieces.shape[1]] + self.token_type.weight[0] + self.case(cases)
        x = self.dropout(self.norm(x), .1)
        out = [x]
        for layer in self.layers:
            x = layer(x, mask)
            out.append(x)
        return out


class Network(nn.Module):
    ARC, TAG, CASE = 256, 256, 16

    def __init__(self, labels, heads=(12,) * 6, inner=(1536,) * 6, relation=(128, 128), width=384, vocabulary=30522, positions=512, cases=21, seed=1):
        """
        labels: how many tags each head tells apart, by the names upos, xpos, lemma, name, kind, relation.
        heads, inner: of every layer (Encoder). relation: widths of the vectors of a word and of its head.
        """
        super().__init__()
        self.dropout, self.rounding = Dropout(seed), Rounding()
        self.encoder = Encoder(width, heads, inner, vocabulary, positions, cases, self.dropout, self.rounding)
        self.mix = nn.Parameter(torch.tensor([0.] * len(inner) + [1.]))
        self.case = nn.Embedding(cases, self.CASE)
        wide = width + self.CASE
        self.tag_layer, self.name_layer = nn.Linear(wide, self.TAG), nn.Linear(wide, self.TAG)
        self.upos, self.xpos, self.lemma = (nn.Linear(self.TAG, labels[k]) for k in ('upos', 'xpos', 'lemma'))
        self.name, self.kind = nn.Linear(self.TAG, labels['name']), nn.Linear(self.TAG, labels['kind'])
        self.arc_dependent, self.arc_head = nn.Linear(wide, self.ARC), nn.Linear(wide, self.ARC)
        self.of_dependent, self.of_head = relation
        self.relation_dependent, self.relation_head = nn.Linear(wide, self.of_dependent), nn.Linear(wide, self.of_head)
        self.arc = nn.Parameter(torch.empty(self.ARC, self.ARC))
        nn.init.xavier_uniform_(self.arc)
        self.arc_bias = nn.Parameter(torch.zeros(self.ARC))
        self.relation = nn.Parameter(torch.randn(self.of_dependent, labels['relation'] * self.of_head) * .02)
        self.relation_from_dependent = nn.Linear(self.of_dependent, labels['relation'])
        self.relation_from_head = nn.Linear(self.of_head, labels['relation'], bias=False)

    @classmethod
    def of(cls, state, labels, seed=1):
        """A network as wide as these weights, and with them."""
        layers = range(sum(k.startswith('encoder.layers.') and k.endswith('.up.weight') for k in state))
        rows = lambda name: state[name + '.weight'].shape[0]
        network = cls(labels, [rows(f'encoder.layers.{i}.query') // Layer.HEAD for i in layers], [rows(f'encoder.layers.{i}.up') for i in layers],
                      (rows('relation_dependent'), rows('relation_head')), seed=seed)
        network.load_state_dict(state)
        return network

    def train(self, mode=True):
        self.dropout.training = mode
        return super().train(mode)

    def forward(self, pieces, cases, present, first, word_cases):
        """
        pieces, cases [B,L]: word pieces and their letter case, [CLS] first. present [B,L]: 1, or 0 for padding.
        first, word_cases [B,W]: for every word the place of its first piece, and its letter case; word 0 is the root, at [CLS].
        """
        states = self.encoder(pieces, cases, ((1 - present) * MASKED)[:, None, None, :])
        weights = torch.softmax(self.mix, 0)
        x = sum(weights[i] * state for i, state in enumerate(states))
        x = x.gather(1, first.unsqueeze(-1).expand(-1, -1, x.shape[2]))
        x = self.dropout(torch.cat([x, self.case(word_cases)], -1), .2)
        rounded = self.rounding.input(x)
        hidden = lambda layer: self.dropout(gelu(self.rounding.turned(layer, rounded)), .2)
        tags, names = hidden(self.tag_layer), hidden(self.name_layer)
        dependent, head = hidden(self.arc_dependent), hidden(self.arc_head)
        arcs = torch.matmul(self.rounding.product(dependent, self.arc) + self.arc_bias, head.transpose(1, 2))
        scores = {k: self.rounding.dense(getattr(self, k), x) for k, x in dict(upos=tags, xpos=tags, lemma=tags, name=names, kind=names).items()}
        return dict(scores,
                    arc=arcs, dependent=hidden(self.relation_dependent), head=hidden(self.relation_head))

    def relations(self, dependent, head):
        """Scores of the relations between words and their heads: dependent [N,its width], head [N,its width] to [N,relations]."""
        count = self.relation.shape[1] // self.of_head
        by_relation = self.rounding.product(dependent, self.relation).view(-1, count, self.of_head)
        both = torch.matmul(by_relation, head.unsqueeze(-1)).squeeze(-1)
        return both + self.rounding.dense(self.relation_from_dependent, dependent) + self.rounding.dense(self.relation_from_head, head)


def load_encoder(network, path):
    """Fills the encoder from an ONNX file as sentence-transformers exports it: matrices are named by their node and lie transposed."""
    import onnx
    from onnx import numpy_helper
    graph = onnx.load(path).graph
    stored = {i.name: torch.tensor(numpy_helper.to_array(i).copy()) for i in graph.initializer}
    for node in graph.node:
        if node.op_type == 'MatMul':
            for name in node.input:
                if name in stored:
                    key = node.name.strip('/').replace('/', '.').replace('.MatMul', '') + '.weight'
                    stored[key] = stored[name].t().contiguous()
    find = lambda end: next(v for k, v in sorted(stored.items()) if k.endswith(end))
    state = {'word.weight': find('embeddings.word_embeddings.weight'), 'position.weight': find('embeddings.position_embeddings.weight'),
             'token_type.weight': find('embeddings.token_type_embeddings.weight'), 'case.weight': network.encoder.case.weight.detach()}
    pairs = [('norm', 'embeddings.LayerNorm')]
    for i in range(len(network.encoder.layers)):
        there = f'encoder.layer.{i}.'
        pairs += [(f'layers.{i}.{ours}', there + theirs) for ours, theirs in (
            ('query', 'attention.self.query'), ('key', 'attention.self.key'), ('value', 'attention.self.value'),
            ('output', 'attention.output.dense'), ('norm1', 'attention.output.LayerNorm'), ('up', 'intermediate.dense'),
            ('down', 'output.dense'), ('norm2', 'output.LayerNorm'))]
    for ours, theirs in pairs:
        for part in ('weight', 'bias'):
            name = f'{theirs}.{part}'
            # "output.LayerNorm" also ends "attention.output.LayerNorm": the layer's number keeps them apart
            state[f'{ours}.{part}'] = next(v for k, v in sorted(stored.items()) if k == name or k.endswith('.' + name) or k == 'model.' + name)
    network.encoder.load_state_dict(state)
