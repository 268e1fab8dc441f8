"""Gold mentions of events for `merge`, and the score of what it makes of them (see score_coref.py)."""
import json


def rows(gold_path):
    return [json.loads(line) for line in gold_path.read_text(encoding='utf-8').splitlines() if line.strip()]


def text_of(doc):
    """The sentences, one a line, and where each word of each stands: {(sentence id, token): (start, end)}."""
    text, at = '', {}
    for sent, sid in zip(doc['sents'], doc['sent_ids']):
        text += '\n' if text else ''
        for n, token in enumerate(sent):
            text += ' ' if n else ''
            at[sid, n] = (len(text), len(text) + len(token))
            text += token
    return text, at


def events(doc):
    """(mention id, chain, start, end) of the event mentions of a document."""
    _, at = text_of(doc)
    for n, m in enumerate(doc['mentions']):
        if m['kind'] == 'event':
            spans = [at[m['sent'], t] for t in m['tokens']]
            yield f"{doc['id']}#{n}", m['chain'], min(s for s, _ in spans), max(e for _, e in spans)


def write(gold_path, target):
    with open(target, 'w', encoding='utf-8') as out:
        for doc in rows(gold_path):
            text, _ = text_of(doc)
            lines, begin = [], 0
            for line in text.split('\n'):
                lines.append((begin, begin + len(line)))
                begin += len(line) + 1
            for mention, _, start, end in events(doc):
                s, e = next((s, e) for s, e in lines if s <= start < e)
                out.write(json.dumps({
                    'id': mention, 'document': doc['id'], 'sentence': {'start': s, 'end': e, 'quote': text[s:e]},
                    'trigger': {'start': start, 'end': end, 'quote': text[start:end]}}, ensure_ascii=False) + '\n')


def score(gold_path, out_path, conll):
    gold = {m: c for doc in rows(gold_path) for m, c, _, _ in events(doc)}
    system = {m: m for m in gold}
    for line in out_path.read_text(encoding='utf-8').splitlines() if out_path.exists() else []:
        event = json.loads(line)
        system.update({c: event['id'] for c in event['claims'] if c in system})
    got = conll(gold, system)
    n = f'{len(gold)} mentions'
    return {'coref.conll': (got['CoNLL'], n), 'coref.muc.f1': (got['MUC'][2], n), 'coref.b3.f1': (got['B3'][2], n),
            'coref.ceafe.f1': (got['CEAFe'][2], n)}, ''
