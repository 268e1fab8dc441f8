"""Words to word pieces and letter-case classes. `WordPieces.java` and `LetterCase.java` do the same; a test holds them together."""
import json
import unicodedata

PAD, UNKNOWN, CLS, SEP, MASK = 0, 100, 101, 102, 103
LONGEST_WORD, MOST_PIECES = 100, 8
CASES = 21                          # 0 for [CLS], [SEP] and padding, then 10 classes, then the same for a sentence's first word


def read_vocabulary(tokenizer_json):
    with open(tokenizer_json, encoding='utf-8') as f:
        vocabulary = json.load(f)['model']['vocab']
    return sorted(vocabulary, key=vocabulary.get)


def is_punctuation(c):
    o = ord(c)
    return 33 <= o <= 47 or 58 <= o <= 64 or 91 <= o <= 96 or 123 <= o <= 126 or unicodedata.category(c)[0] == 'P'


class WordPieces:
    def __init__(self, vocabulary):
        self.ids = {piece: i for i, piece in enumerate(vocabulary)}
        self.known = {}

    def of(self, word):
        found = self.known.get(word)
        if found is None:
            found = self.known[word] = self._split(word)
        return found

    def _split(self, word):
        parts, current = [], ''
        for c in unicodedata.normalize('NFD', word.lower()):
            category = unicodedata.category(c)
            if category in ('Mn', 'Cc', 'Cf') or c == '\ufffd':
                continue
            if c.isspace() or is_punctuation(c) or 0x4E00 <= ord(c) <= 0x9FFF:
                if current:
                    parts.append(current)
                current = ''
                if not c.isspace():
                    parts.append(c)
            else:
                current += c
        if current:
            parts.append(current)
        out = []
        for part in parts:
            out += self._longest_first(part)
            if len(out) >= MOST_PIECES:
                break
        return out[:MOST_PIECES] or [UNKNOWN]

    def _longest_first(self, part):
        if len(part) > LONGEST_WORD:
            return [UNKNOWN]
        out, start = [], 0
        while start < len(part):
            end = len(part)
            while end > start:
                piece = self.ids.get(('##' if start else '') + part[start:end])
                if piece is not None:
                    break
                end -= 1
            if end == start:
                return [UNKNOWN]
            out.append(piece)
            start = end
        return out


def letter_case(word, is_first):
    """How a word is written: 1 lower, 2 UPPER, 3 one upper letter, 4 Capitalised, 5 mIxed, 6 digits, 7 digits and letters,
    8 digits and signs, 9 letters without case, 10 neither letters nor digits; ten more for the first word."""
    upper = lower = digits = letters = others = 0
    first_upper = False
    for c in word:
        category = unicodedata.category(c)
        if category in ('Lu', 'Lt'):
            first_upper = first_upper or letters == 0
            upper += 1
        elif category == 'Ll':
            lower += 1
        elif category == 'Nd':
            digits += 1
        if category[0] == 'L':
            letters += 1
        elif category != 'Nd':
            others += 1
    if digits:
        found = 7 if letters else 8 if others else 6
    elif upper and not lower:
        found = 2 if upper > 1 else 3
    elif upper:
        found = 4 if upper == 1 and first_upper else 5
    elif lower:
        found = 1
    else:
        found = 9 if letters else 10
    return found + (10 if is_first else 0)
