"""Makes the graphs small and fast: matrices as 8-bit integers by column, word embeddings as 8-bit integers by row.

What a matrix is multiplied with becomes integers row by row (by word piece), so that what is said of a sentence does not depend on others in its batch. Weights keep to 7 bits: processors
without dot-product instructions add two products in 16 bits, which 7 bits never overflow; all processors then count alike.
"""
import argparse

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

WEIGHT_LEVELS, INPUT_LEVELS, LEAST_ROWS, LARGE_TABLE = 63., 127., 32, 20_000


def quantise(path_in, path_out):
    model = onnx.load(path_in)
    graph = model.graph
    constants = {i.name: i for i in graph.initializer}
    added, dropped, nodes, inputs, weights = [], set(), [], {}, {}

    def constant(name, array):
        if name not in weights:
            weights[name] = True
            added.append(numpy_helper.from_array(array, name))
        return name

    def node(kind, sources, target, **attributes):
        nodes.append(helper.make_node(kind, sources, [target], **attributes))
        return target

    def integer_input(name):
        """(integers, scale by row) of a tensor, computed once for all matrices it meets."""
        if name not in inputs:
            size = node('ReduceMax', [node('Abs', [name], name + '_abs')], name + '_max', axes=[-1], keepdims=1)
            floor = node('Max', [size, constant('least_size', np.array(1e-6, np.float32))], name + '_floor')
            scale = node('Mul', [floor, constant('input_step', np.array(1 / INPUT_LEVELS, np.float32))], name + '_scale')
            rounded = node('Round', [node('Div', [name, scale], name + '_div')], name + '_round')
            shifted = node('Add', [rounded, constant('input_zero_f', np.array(128, np.float32))], name + '_shift')
            inputs[name] = node('Cast', [shifted], name + '_u8', to=TensorProto.UINT8), scale
        return inputs[name]

    for old in graph.node:
        matrix = constants.get(old.input[1]) if old.op_type == 'MatMul' else None
        table = constants.get(old.input[0]) if old.op_type == 'Gather' else None
        if matrix is not None and len(matrix.dims) == 2 and min(matrix.dims) >= LEAST_ROWS:
            name, array = matrix.name, numpy_helper.to_array(matrix)
            scale = np.maximum(np.abs(array).max(0), 1e-8) / WEIGHT_LEVELS
            constant(name + '_s8', np.clip(np.rint(array / scale), -WEIGHT_LEVELS, WEIGHT_LEVELS).astype(np.int8))
            constant(name + '_scale', scale.astype(np.float32))
            dropped.add(name)
            integers, row_scale = integer_input(old.input[0])
            out = old.output[0]
            product = node('MatMulInteger', [integers, name + '_s8', constant('input_zero', np.array(128, np.uint8))], out + '_i32')
            real = node('Cast', [product], out + '_f', to=TensorProto.FLOAT)
            node('Mul', [node('Mul', [real, row_scale], out + '_r'), name + '_scale'], out)
        elif table is not None and len(table.dims) == 2 and table.dims[0] > LARGE_TABLE:
            name, array = table.name, numpy_helper.to_array(table)
            scale = np.maximum(np.abs(array).max(1, keepdims=True), 1e-8) / 127.
            constant(name + '_s8', np.clip(np.rint(array / scale), -127, 127).astype(np.int8))
            constant(name + '_scale', scale.astype(np.float32))
            dropped.add(name)
            rows = node('Cast', [node('Gather', [name + '_s8', old.input[1]], name + '_rows')], name + '_f', to=TensorProto.FLOAT)
            node('Mul', [rows, node('Gather', [name + '_scale', old.input[1]], name + '_row_scale')], old.output[0])
        else:
            nodes.append(old)
    kept = [i for i in graph.initializer if i.name not in dropped]
    del graph.initializer[:], graph.node[:]
    graph.initializer.extend(kept + added)
    graph.node.extend(nodes)
    onnx.checker.check_model(model)
    onnx.save(model, path_out)
    return len(dropped)


if __name__ == '__main__':
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument('source')
    ap.add_argument('target')
    ap.add_argument('--weight-levels', type=float, default=WEIGHT_LEVELS)
    ap.add_argument('--input-levels', type=float, default=INPUT_LEVELS)
    args = ap.parse_args()
    WEIGHT_LEVELS, INPUT_LEVELS = args.weight_levels, args.input_levels
    print(quantise(args.source, args.target), 'matrices')
