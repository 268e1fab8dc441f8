"""CoNLL-U in: sentences of words, and the spans that GUM's Entity brackets draw over them."""
import re
from dataclasses import dataclass, field
from pathlib import Path

COLUMNS = 'ID FORM LEMMA UPOS XPOS FEATS HEAD DEPREL DEPS MISC'.split()
BRACKET = re.compile(r'\(([^()]+)(\)?)|([^()]+)\)')


@dataclass
class Word:
    form: str
    lemma: str
    upos: str
    xpos: str
    head: int                       # 0 is the root, else the number of the head from 1
    deprel: str
    misc: str

    @property
    def name_tag(self):
        return next((m[5:] for m in self.misc.split('|') if m.startswith('Name=')), None)


@dataclass
class Sentence:
    words: list
    text: str = ''
    document: str = ''
    entities: list = field(default_factory=list)   # (first, end, type, first and last word of the least span): word indices, end excluded

    def __len__(self):
        return len(self.words)


def read(path):
    """Every sentence of a file. Multiword lines and empty nodes are left out: the words are the syntactic ones."""
    out, words, text, document = [], [], '', ''
    for line in Path(path).read_text(encoding='utf-8').split('\n') + ['']:
        if line.startswith('# newdoc'):
            document = line.split('=', 1)[-1].strip()
        elif line.startswith('# text ='):
            text = line.split('=', 1)[1].strip()
        elif not line.strip():
            if words:
                out.append(Sentence(words, text, document, entities(words)))
            words, text = [], ''
        elif not line.startswith('#'):
            c = line.split('\t')
            if c[0].isdigit():
                words.append(Word(c[1], c[2], c[3], c[4], int(c[6]) if c[6].isdigit() else 0, c[7], c[9]))
    return out


def entities(words):
    """The Entity brackets that open and close within the sentence, inner ones included."""
    opened, out = {}, []
    for i, word in enumerate(words):
        brackets = next((m[7:] for m in word.misc.split('|') if m.startswith('Entity=')), '')
        for opening, single, closing in BRACKET.findall(brackets):
            if opening:
                parts = opening.split('-')
                least = re.findall(r'\d+', parts[5]) if len(parts) > 5 else []
                opened.setdefault(parts[0], []).append((i, parts[1] if len(parts) > 1 else '', least))
            if single or closing:
                group = opening.split('-')[0] if opening else closing.split('-')[0]
                if opened.get(group):
                    first, kind, least = opened[group].pop()
                    places = [min(first + int(n) - 1, i) for n in least] or [i]
                    out.append((first, i + 1, kind, (min(places), max(places))))
    return out
