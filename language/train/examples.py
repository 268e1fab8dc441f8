"""Sentences to numbers: the features of words, the labels of words, and batches of both."""
import random

import torch

import lemmas
from pieces import CLS, MASK, PAD, SEP, letter_case

IGNORED = -100
LAYERS = ('upos', 'xpos', 'lemma', 'name', 'kind', 'head', 'relation')
SMALL = {'of', 'in', 'to', 'the', 'a', 'an', 'and', 'for', 'on', 'at', 'by', 'with', 'or', 'as', 'from', "'s", '’s', "n't"}


class Labels:
    """The inventories, most frequent first, and their numbers."""

    def __init__(self, lists):
        self.lists = lists
        self.numbers = {layer: {label: i for i, label in enumerate(labels)} for layer, labels in lists.items()}

    def number(self, layer, label):
        return IGNORED if label is None else self.numbers[layer].get(label, IGNORED)

    def sizes(self):
        return {layer: len(labels) for layer, labels in self.lists.items()}


class Example:
    """One training sentence: words, their gold labels, and which layers its source has."""

    def __init__(self, sentence, names, kinds, has_tree=True):
        self.forms = [w.form for w in sentence.words]
        self.words, self.names, self.kinds, self.has_tree = sentence.words, names, kinds, has_tree


def features(forms, word_pieces, hidden=frozenset()):
    pieces, cases, first, word_cases = [CLS], [0], [0], [0]
    for i, form in enumerate(forms):
        found = word_pieces.of(form)
        case = letter_case(form, i == 0)
        first.append(len(pieces))
        word_cases.append(case)
        pieces += [MASK] * len(found) if i in hidden else found
        cases += [case] * len(found)
    return pieces + [SEP], cases + [0], first, word_cases


def rewritten(example, dice):
    """(forms, whether the final stop is dropped): now and then a headline (Title Case, CAPITALS, no stop) or careless lower case."""
    forms, draw = example.forms, dice.random()
    last = example.words[-1]
    stopless = len(forms) > 3 and last.form == '.' and last.deprel == 'punct' and dice.random() < (.5 if draw < .06 else .06)
    if draw < .03:
        forms = [w.upper() for w in forms]
    elif draw < .06:
        keep_small = dice.random() < .7
        forms = [w if keep_small and i and w.lower() in SMALL else w[:1].upper() + w[1:] for i, w in enumerate(forms)]
    elif draw < .075:
        forms = [w.lower() for w in forms]
    return forms, stopless


def numbers(example, labels, word_pieces, dice=None, word_dropout=.0):
    """Features and labels of an example as lists, position 0 for the root."""
    forms, words = example.forms, example.words
    hidden = frozenset()
    count = len(forms)
    if dice is not None:
        forms, stopless = rewritten(example, dice)
        count -= stopless
        forms = forms[:count]
        hidden = frozenset(i for i in range(count) if dice.random() < word_dropout)
    tree = lambda values: [IGNORED] + (list(values) if example.has_tree else [IGNORED] * count)
    words = words[:count]
    return features(forms, word_pieces, hidden) + (
        tree(labels.number('upos', w.upos) for w in words),
        tree(labels.number('xpos', w.xpos) for w in words),
        tree(labels.number('lemma', lemmas.script(f, w.lemma)) if w.lemma != '_' else IGNORED for f, w in zip(forms, words)),
        [IGNORED] + [labels.number('name', t) for t in example.names[:count]],
        [IGNORED] + [labels.number('kind', t) for t in example.kinds[:count]],
        tree(w.head for w in words),
        tree(labels.number('relation', w.deprel) for w in words))


def tensors(rows):
    """A padded batch: (pieces, cases, present, first, word_cases, word_present, labels by layer)."""
    length, width = max(len(r[0]) for r in rows), max(len(r[2]) for r in rows)
    pad = lambda k, size, value: torch.tensor([r[k] + [value] * (size - len(r[k])) for r in rows])
    present = torch.tensor([[1.] * len(r[0]) + [0.] * (length - len(r[0])) for r in rows])
    word_present = torch.tensor([[1.] * len(r[2]) + [0.] * (width - len(r[2])) for r in rows])
    gold = {layer: pad(4 + n, width, IGNORED) for n, layer in enumerate(LAYERS)} if len(rows[0]) > 4 else None
    return pad(0, length, PAD), pad(1, length, 0), present, pad(2, width, 0), pad(3, width, 0), word_present, gold


def batches(lengths, most_pieces, dice=None):
    """Indices in batches of like length, at most so many pieces each (padding counted), in a drawn order."""
    order = sorted(range(len(lengths)), key=lambda i: (lengths[i] + (dice.random() * 4 if dice else 0), i))
    out, current = [], []
    for i in order:
        longest = max([lengths[j] for j in current] + [lengths[i]])
        if current and longest * (len(current) + 1) > most_pieces:
            out.append(current)
            current = []
        current.append(i)
    out.append(current)
    if dice:
        dice.shuffle(out)
    return out


def dice_for(*numbers_):
    return random.Random(':'.join(map(str, numbers_)))
