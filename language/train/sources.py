"""The training sentences, by source, with the layers that each source has."""
from collections import Counter
from pathlib import Path

import conllu
import lemmas
import names
from examples import Example, Labels

LEAST_SCRIPTS = 3


def treebank(path):
    """A treebank: its trees, and names as far as it marks entities."""
    sentences = conllu.read(path)
    marked = any(s.entities for s in sentences)
    return [Example(s, names.from_entities(s), names.kinds(s)) if marked
            else Example(s, names.from_proper_nouns(s), [None] * len(s)) for s in sentences]


def labels(examples):
    def listed(values, least=1):
        return [v for v, n in sorted(Counter(v for v in values if v is not None).items(), key=lambda x: (-x[1], x[0])) if n >= least]
    words = [w for e in examples if e.has_tree for w in e.words]
    types = listed(t[2:] for e in examples for t in e.names if t and t != 'O')
    return Labels({
        'upos': listed(w.upos for w in words),
        'xpos': listed(w.xpos for w in words if w.xpos != '_'),
        'lemma': listed((lemmas.script(w.form, w.lemma) for w in words if w.lemma != '_'), LEAST_SCRIPTS),
        'name': ['O'] + [f'{p}-{t}' for t in types for p in 'BI'],
        'kind': listed(k for e in examples for k in e.kinds),
        'relation': listed(w.deprel for w in words)})


def others(args):
    """What is trained on beside the treebanks."""
    out = []
    own = Path(args.own) / 'diplomacy-train.conllu' if args.own else None
    if own and own.exists():
        out += treebank(own)
    return out
