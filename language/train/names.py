"""Name tags (BIO) for each source: what is a name, how far it goes, and where a source cannot tell."""

TYPES = {'person': 'PERSON', 'place': 'PLACE', 'organization': 'ORG', 'event': 'EVENT', 'time': 'DATE'}
OTHER = 'MISC'                      # works, products, laws, species: a name, of none of the types that are used
JOINS = {'of', 'the', 'for', '&', '-', '–', '.'}
TITLES = {'the', 'a', 'an', 'mr', 'mr.', 'mrs', 'mrs.', 'ms', 'ms.', 'dr', 'dr.', 'president', 'prime', 'minister', 'sir', 'lord', 'king',
          'queen', 'prince', 'princess', 'senator', 'sen.', 'judge', 'justice', 'professor', 'prof.', 'general', 'gen.', 'secretary',
          'chancellor', 'pope', 'saint', 'captain', 'colonel', 'col.', 'foreign', 'ambassador'}
UNKNOWN = None                      # no tag: the word adds nothing to the loss


def outermost(spans):
    """Spans without those inside another one; of two that cross, the earlier."""
    out, end = [], 0
    for span in sorted(set(spans), key=lambda s: (s[0], -s[1], s[2])):
        if span[0] >= end:
            out.append(span)
            end = span[1]
    return out


def bio(length, spans, outside='O'):
    tags = [outside] * length
    for first, end, kind in spans:
        tags[first:end] = ['B-' + kind] + ['I-' + kind] * (end - first - 1)
    return tags


def is_proper(word):
    """A proper noun, or another word that is one within a name (`United` in `United States`)."""
    return word.upos == 'PROPN' or word.xpos in ('NNP', 'NNPS')


def stretch(words, first, end, head):
    """The proper nouns around the least span of a mention, joined by `of`, `the`, hyphens and the like."""
    a, b = head
    if any(not is_proper(w) and w.upos != 'ADJ' and w.form.casefold() not in JOINS for w in words[a:b + 1]):
        a = b = next(i for i in range(b, a - 1, -1) if is_proper(words[i]))
    while True:
        step = next((n for n in (1, 2, 3) if b + n < end and is_proper(words[b + n])), 0)
        if not step or any(w.form.casefold() not in JOINS for w in words[b + 1:b + step]):
            break
        b += step
    while True:
        step = next((n for n in (1, 2, 3) if a - n >= first and is_proper(words[a - n])), 0)
        if not step or any(w.form.casefold() not in JOINS for w in words[a - step + 1:a]):
            break
        a -= step
    return a, b + 1


def without_titles(words, first, end, kind):
    while kind in ('PERSON', 'ORG', 'PLACE') and end - first > 1 and words[first].form.casefold() in TITLES | JOINS:
        first += 1
    return first, end


def from_entities(sentence):
    """Tags of a sentence whose mentions are marked (GUM): a mention is a name where its least span holds a proper noun."""
    spans = []
    for first, end, kind, head in sentence.entities:
        if not any(is_proper(w) for w in sentence.words[head[0]:head[1] + 1]):
            continue
        name = TYPES.get(kind, OTHER)
        a, b = (first, end) if name == 'DATE' else stretch(sentence.words, first, end, head)
        while name == 'DATE' and b - a > 1 and sentence.words[a].upos in ('DET', 'ADP'):
            a += 1
        a, b = without_titles(sentence.words, a, b, name)
        if b - a > 1 or sentence.words[a].form.casefold() not in TITLES:
            spans.append((a, b, name))
    return bio(len(sentence), outermost(spans))


def from_proper_nouns(sentence):
    """Tags of a sentence without marked mentions (EWT): what cannot stand in a name is O, the rest is unknown."""
    tags = []
    for i, word in enumerate(sentence.words):
        near = any(0 <= j < len(sentence) and is_proper(sentence.words[j]) for j in range(i - 2, i + 3))
        inside = is_proper(word) or word.upos == 'NUM' or near and (
            word.form.casefold() in JOINS or word.upos in ('PUNCT', 'SYM') or word.upos == 'ADJ' and word.form[:1].isupper())
        tags.append(UNKNOWN if inside else 'O')
    return tags


MENTION_TYPES = {'PER': 'PERSON', 'LOC': 'PLACE', 'ORG': 'ORG'}


def from_mentions(forms, mentions):
    """Tags from mentions of which one cannot tell which are names (MEANTIME): those are that are written with capitals throughout."""
    tags = [UNKNOWN if f[:1].isupper() or f in JOINS or f[:1].isdigit() else 'O' for f in forms]
    spans = []
    for tokens, kind in mentions:
        first, end = min(tokens), max(tokens) + 1
        for i in range(first, end):
            tags[i] = UNKNOWN
        while end - first > 1 and forms[first].casefold() in TITLES:
            first += 1
        capitals = all(f[:1].isupper() or f.casefold() in JOINS for f in forms[first:end])
        if kind in MENTION_TYPES and capitals and forms[first].casefold() not in TITLES | JOINS and len(forms[first]) > 1 and len(tokens) == max(tokens) + 1 - min(tokens):
            spans.append((first, end, MENTION_TYPES[kind]))
    for first, end, kind in outermost(spans):
        tags[first:end] = ['B-' + kind] + ['I-' + kind] * (end - first - 1)
    return tags


def kinds(sentence):
    """For every word the type of the widest mention that it heads, or `none`: names and common nouns alike."""
    out = ['none'] * len(sentence)
    for first, end, kind, head in sorted(sentence.entities, key=lambda e: e[1] - e[0]):
        out[head[1] if sentence.words[head[1]].upos in ('NOUN', 'PROPN') else head[0]] = kind or 'none'
    return out
