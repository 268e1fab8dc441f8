"""The training sentences, by source, with the layers that each source has."""
import json
from collections import Counter
from pathlib import Path

import conllu
import lemmas
import names
from examples import Example, Labels

LEAST_SCRIPTS = 3
OWN_TIMES = 3                       # how often an epoch goes through our own sentences


def treebank(path):
    """A treebank: its trees, and names as far as it marks entities."""
    sentences = conllu.read(path)
    if any(w.name_tag for s in sentences for w in s.words):
        return [Example(s, [w.name_tag or 'O' for w in s.words], [None] * len(s)) for s in sentences]
    marked = any(s.entities for s in sentences)
    return [Example(s, names.from_entities(s), names.kinds(s)) if marked
            else Example(s, names.from_proper_nouns(s), [None] * len(s)) for s in sentences]


def gold(data, own):
    """The treebanks and our own sentences, in the order in which soften.py numbers them."""
    return treebank(f'{data}/en_gum-train.conllu') + treebank(f'{data}/en_ewt-train.conllu') + treebank(own)


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


def news_names(path):
    """MEANTIME: sentences with names of persons, places and organisations, no trees. Capitals outside of what is marked are unknown."""
    out = []
    with open(path, encoding='utf-8') as f:
        for document in map(json.loads, f):
            for number, forms in enumerate(document['sents']):
                mentions = [m for m in document['mentions'] if m['kind'] == 'entity' and m['sent'] == number]
                tags = names.from_mentions(forms, [(m['tokens'], m['type']) for m in mentions])
                if any(t and t != 'O' for t in tags):
                    words = [conllu.Word(form, '_', '_', '_', 0, '_', '_') for form in forms]
                    out.append(Example(conllu.Sentence(words), tags, [None] * len(forms), has_tree=False))
    return out


def others(args):
    """What is trained on beside the treebanks."""
    out = news_names(f'{args.data}/meantime-en.jsonl')
    own = Path(args.own) / 'diplomacy-train.conllu' if args.own else None
    if own and own.exists():
        out += treebank(own) * OWN_TIMES
    return out
