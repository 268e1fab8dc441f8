"""Checks sentences of our own before they are trained on: one root, no circle, tags and relations that the treebanks have, names in order.

    check.py TREEBANK... -- FILE...
"""
import collections
import sys

import conllu

LEAST = 5


def main(arguments):
    at = arguments.index('--')
    known = collections.Counter()
    for path in arguments[:at]:
        for word in (w for s in conllu.read(path) for w in s.words):
            known.update([('tags', word.upos, word.xpos), ('relation', word.deprel)])
    faults = 0
    for path in arguments[at + 1:]:
        for number, sentence in enumerate(conllu.read(path), 1):
            for fault in of(sentence.words, known):
                faults += 1
                print(f'{path}: sentence {number}: {fault}')
    return faults > 0


def of(words, known):
    if [w.head for w in words].count(0) != 1:
        yield 'not one root'
    before = None
    for i, word in enumerate(words):
        if (word.head == 0) != (word.deprel == 'root') or (word.upos == 'PUNCT') != (word.deprel == 'punct'):
            yield f'{word.form} is {word.upos} {word.deprel}'
        for what in (('tags', word.upos, word.xpos), ('relation', word.deprel)):
            if known[what] < LEAST:
                yield f'{word.form}: {" ".join(what)} is hardly ever in the treebanks'
        at, steps = i + 1, 0
        while at and steps <= len(words):
            at, steps = words[at - 1].head, steps + 1
        if at:
            yield f'{word.form} goes in a circle'
        tag = word.name_tag
        if tag and tag[0] == 'I' and (before or '-')[2:] != tag[2:]:
            yield f'{word.form}: {tag} follows {before}'
        before = tag


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
