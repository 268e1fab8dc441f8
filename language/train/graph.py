"""Builds the two graphs that the engine runs from the trained weights: few, fused operators of ONNX Runtime, matrices as 8-bit integers by column.

What a matrix is multiplied with becomes 8-bit integers by the range of its values in the sentence; the engine reads one sentence at a time, so what is said of it depends on no other. The last
stage of training reckons with the same rounding (whole.py), so no word piece needs a range of its own. Weights keep to 7 bits: processors without dot-product instructions add two products in
16 bits, which 7 bits never overflow, so all processors count alike.
"""
import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

WEIGHT_LEVELS, EPSILON, OPSET, FUSED = 63., 1e-12, 14, 'com.microsoft'


class Graph:
    def __init__(self, integers):
        self.integers, self.nodes, self.constants = integers, [], {}

    def constant(self, name, array):
        if name not in self.constants:
            self.constants[name] = numpy_helper.from_array(np.ascontiguousarray(array), name)
        return name

    def node(self, kind, sources, target, domain='', outputs=None, **attributes):
        self.nodes.append(helper.make_node(kind, sources, outputs or [target], domain=domain, **attributes))
        return target

    def dense(self, name, x, matrix, bias, target=None):
        """x times a matrix [in, out], plus a bias [out] or None."""
        target = target or name
        bias = [] if bias is None else [self.constant(name + '.bias', bias)]
        if not self.integers:
            if not bias:
                return self.node('MatMul', [x, self.constant(name + '.weight', matrix)], target)
            return self.node('Add', [self.node('MatMul', [x, self.constant(name + '.weight', matrix)], name + '.product'), *bias], target)
        scale = np.maximum(np.abs(matrix).max(0), 1e-8) / WEIGHT_LEVELS
        rows = np.clip(np.rint(matrix / scale), -WEIGHT_LEVELS, WEIGHT_LEVELS).astype(np.int8)
        return self.node('DynamicQuantizeMatMul', [x, self.constant(name + '.weight', rows), self.constant(name + '.scale', scale.astype(np.float32)),
                                                   '', *bias], target, FUSED)

    def rows(self, name, table, numbers):
        """Rows of a table of embeddings."""
        if not self.integers or len(table) < 10_000:
            return self.node('Gather', [self.constant(name, table), numbers], name + '.rows')
        scale = np.maximum(np.abs(table).max(1, keepdims=True), 1e-8) / 127.
        integers = self.node('Gather', [self.constant(name, np.clip(np.rint(table / scale), -127, 127).astype(np.int8)), numbers], name + '.integers')
        real = self.node('Cast', [integers], name + '.real', to=TensorProto.FLOAT)
        return self.node('Mul', [real, self.node('Gather', [self.constant(name + '.scale', scale.astype(np.float32)), numbers], name + '.step')], name + '.rows')

    def save(self, path, inputs, outputs):
        graph = helper.make_graph(self.nodes, 'demarche', inputs, outputs, list(self.constants.values()))
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid('', OPSET), helper.make_opsetid(FUSED, 1)], producer_name='demarche')
        model.ir_version = 8
        onnx.checker.check_model(model)
        onnx.save(model, path)


def sentences(state, layers, path, integers=True, head=32):
    """Word pieces of one sentence [1,L] and the places and letter case of its words [1,W] to tags, name scores, arc scores and two vectors for each word."""
    w = {k: v.numpy() for k, v in state.items()}
    g = Graph(integers)
    matrix = lambda name: (w[name + '.weight'].T, w[name + '.bias'])

    def linear(name, x, target=None):
        return g.dense(name, x, *matrix(name), target=target)

    def norm(name, x, skip):
        return g.node('SkipLayerNormalization', [x, skip, g.constant(name + '.gamma', w[name + '.weight']), g.constant(name + '.beta', w[name + '.bias'])],
                      name, FUSED, epsilon=EPSILON)

    fixed = w['encoder.position.weight'] + w['encoder.token_type.weight'][0]
    length = g.node('Shape', ['pieces'], 'shape')
    end = g.node('Slice', [length, g.constant('one', np.array([1], np.int64)), g.constant('two', np.array([2], np.int64))], 'length')
    places = g.node('Slice', [g.constant('places', fixed[None]), g.constant('nought', np.array([0], np.int64)), end, 'one'], 'positions')
    x = g.node('Add', [g.rows('encoder.word', w['encoder.word.weight'], 'pieces'), g.rows('encoder.case', w['encoder.case.weight'], 'cases')], 'embedded')
    x = norm('encoder.norm', x, places)
    share = np.exp(w['mix'] - w['mix'].max())
    share /= share.sum()
    mixed = g.node('Mul', [x, g.constant('share.0', np.array(share[0], np.float32))], 'mixed.0')
    for i in range(layers):
        there = f'encoder.layers.{i}.'
        parts = [matrix(there + p) for p in ('query', 'key', 'value')]
        joined = g.dense(there + 'attention', x, np.concatenate([p[0] for p in parts], 1), np.concatenate([p[1] for p in parts]))
        query, key, value = (there + p for p in ('query', 'key', 'value'))
        g.node('Split', [joined, g.constant(there + 'widths', np.array([p[0].shape[1] for p in parts], np.int64))], '', outputs=[query, key, value], axis=2)
        context = g.node('MultiHeadAttention', [query, key, value], there + 'context', FUSED, num_heads=parts[0][0].shape[1] // head)
        x = norm(there + 'norm1', linear(there + 'output', context), x)
        inner = g.node('Gelu', [linear(there + 'up', x)], there + 'inner', FUSED)
        x = norm(there + 'norm2', linear(there + 'down', inner), x)
        part = g.node('Mul', [x, g.constant(f'share.{i + 1}', np.array(share[i + 1], np.float32))], f'part.{i + 1}')
        mixed = g.node('Add', [mixed, part], f'mixed.{i + 1}')
    words = g.node('Gather', [mixed, 'first'], 'words', axis=1)
    x = g.node('Concat', [words, g.rows('case', w['case.weight'], 'word_cases')], 'features', axis=2)
    names = ['tag_layer', 'name_layer', 'arc_dependent', 'arc_head', 'relation_dependent', 'relation_head']
    parts = [matrix(n) for n in names]
    hidden = g.node('Gelu', [g.dense('hidden', x, np.concatenate([p[0] for p in parts], 1), np.concatenate([p[1] for p in parts]))], 'hidden.gelu', FUSED)
    tags, name, arc_dependent, arc_head = names[:4]
    g.node('Split', [hidden, g.constant('hidden.widths', np.array([p[0].shape[1] for p in parts], np.int64))], '',
           outputs=[tags, name, arc_dependent, arc_head, 'dependent', 'head'], axis=2)
    for layer in ('upos', 'xpos', 'lemma'):
        best = g.node('ArgMax', [linear(layer, tags, layer + '.scores')], layer + '.best', axis=-1, keepdims=0)
        g.node('Cast', [best], layer, to=TensorProto.INT32)
    g.node('LogSoftmax', [linear('name', name, 'name.scores')], 'name', axis=-1)
    g.node('MatMul', [g.dense('arc', arc_dependent, w['arc'], w['arc_bias'], 'arc.left'), g.node('Transpose', [arc_head], 'arc.right', perm=[0, 2, 1])], 'arc')
    whole = lambda name, *shape: helper.make_tensor_value_info(name, TensorProto.INT64, shape)
    real = lambda name, *shape: helper.make_tensor_value_info(name, TensorProto.FLOAT, shape)
    g.save(path, [whole('pieces', 1, 'L'), whole('cases', 1, 'L'), whole('first', 'W'), whole('word_cases', 1, 'W')],
           [helper.make_tensor_value_info(k, TensorProto.INT32, (1, 'W')) for k in ('upos', 'xpos', 'lemma')]
           + [real('name', 1, 'W', len(w['name.bias'])), real('arc', 1, 'W', 'W')]
           + [real(k, 1, 'W', w[f'relation_{k}.bias'].shape[0]) for k in ('dependent', 'head')])


def relations(state, path, integers=True):
    """The vectors of words and of their heads to scores of relations [N,relations]."""
    w = {k: v.numpy() for k, v in state.items()}
    g = Graph(integers)
    width, head_width, count = w['relation'].shape[0], w['relation_head.bias'].shape[0], w['relation_from_dependent.bias'].shape[0]
    by_relation = g.node('Reshape', [g.dense('relation', 'dependent', w['relation'], None, 'relation.flat'),
                                     g.constant('by_relation', np.array([-1, count, head_width], np.int64))], 'relation.left')
    both = g.node('MatMul', [by_relation, g.node('Unsqueeze', ['head', g.constant('last', np.array([2], np.int64))], 'head.column')], 'relation.column')
    both = g.node('Squeeze', [both, 'last'], 'relation.both')
    left = g.dense('relation_from_dependent', 'dependent', w['relation_from_dependent.weight'].T, w['relation_from_dependent.bias'])
    right = g.dense('relation_from_head', 'head', w['relation_from_head.weight'].T, None)
    g.node('Add', [g.node('Add', [both, left], 'relation.sum'), right], 'relation')
    real = lambda name, *shape: helper.make_tensor_value_info(name, TensorProto.FLOAT, shape)
    g.save(path, [real('dependent', 'N', width), real('head', 'N', head_width)], [real('relation', 'N', count)])
