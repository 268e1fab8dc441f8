"""Writes the lemmas that the treebanks agree on, and those of irregular verbs that they lack: `form TAB tag TAB lemma`, the form in lower case.

The engine asks here before it tries the rules of regular forms and an edit script.
"""
import argparse
from collections import Counter, defaultdict
from pathlib import Path

import conllu

AGREEMENT = .75                     # the share of a form's occurrences under a tag that must have the lemma
LEFT_OUT = {'NNP', 'CD', 'GW', 'ADD', 'XX', 'LS', 'NFP', 'FW', '_'}


def lexicon(paths):
    seen, in_lower_case = defaultdict(Counter), set()
    for path in paths:
        for sentence in conllu.read(path):
            for word in sentence.words:
                if word.xpos not in LEFT_OUT and word.lemma != '_' and any(c.isalpha() for c in word.form):
                    seen[word.form.lower(), word.xpos][word.lemma] += 1
                    if word.form.islower():
                        in_lower_case.add(word.form)
    for (form, tag), lemmas in sorted(seen.items()):
        lemma, count = min(lemmas.items(), key=lambda x: (-x[1], x[0]))
        if tag == 'JJ' and lemma.islower() and form not in in_lower_case:
            continue                                    # made of a name (`Serbian`), or seen in headlines only
        if count >= AGREEMENT * sum(lemmas.values()):
            yield form, tag, lemma


if __name__ == '__main__':
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument('--out', required=True)
    ap.add_argument('treebanks', nargs='+')
    args = ap.parse_args()
    found = {(form, tag): lemma for form, tag, lemma in lexicon(args.treebanks)}
    with open(Path(__file__).parent / 'data' / 'irregular.tsv', encoding='utf-8') as f:
        for form, tag, lemma in (line.split() for line in f):
            found.setdefault((form, tag), lemma)
    with open(args.out, 'w', encoding='utf-8') as f:
        f.writelines('\t'.join((*key, lemma)) + '\n' for key, lemma in sorted(found.items()))
