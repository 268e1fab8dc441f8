"""Scores amounts: a gold value and an output value of one text are one where they are the same number, each used once."""
import json
import re
from collections import Counter


def number(value):
    """A gold value as a number; None where it is a range or no number."""
    try:
        return float(str(value).replace(',', ''))
    except ValueError:
        return None


def values(quantities):
    """The numbers of a text. A range of the gold is two bounds, as an output without a value but with low and high."""
    out = []
    for q in quantities:
        if 'change' in q:
            n = number(q['value'])
            bounds = [n] if n is not None else [number(x) for x in re.findall(r'-?\d[\d,]*\.?\d*', str(q['value']))]
        else:
            bounds = [q.get('value')] if q.get('value') is not None else [q.get('low'), q.get('high')]
        key = tuple(sorted(round(b, 6) for b in bounds if b is not None))
        unit = re.sub(r'[^a-z%$ ]', '', str(q.get('normalized_unit') or q.get('unit') or '').lower()).strip()
        if key:
            out.append((key, unit))
    return out


def score(gold_path, out_path, misses):
    gold = [json.loads(line) for line in gold_path.read_text(encoding='utf-8').splitlines() if line.strip()]
    rows = [json.loads(line) for line in out_path.read_text(encoding='utf-8').splitlines() if line.strip()] if out_path.exists() else []
    by_id, n, said = {str(r['id']): r for r in rows}, Counter(), []
    for g in gold:
        want, got = values(g['quantities']), values(by_id.get(str(g['id']), {}).get('quantities', []))
        hits = Counter(k for k, _ in want) & Counter(k for k, _ in got)
        both = Counter(want) & Counter(got)
        n.update(gold=len(want), out=len(got), hit=sum(hits.values()), unit=sum(both.values()))
        if sum(hits.values()) < max(len(want), len(got)) and len(said) < misses:
            said.append(f"- {g['id']} | {g['text']}\n  expected {want}\n  got      {got}")
    p, r = n['hit'] / n['out'] if n['out'] else 0.0, n['hit'] / n['gold'] if n['gold'] else 0.0
    return {'quantities.value.f1': (2 * p * r / (p + r) if p + r else 0.0, f"{2 * n['hit']}/{n['gold'] + n['out']}"),
            'quantities.value.precision': (p, f"{n['hit']}/{n['out']}"), 'quantities.value.recall': (r, f"{n['hit']}/{n['gold']}"),
            'quantities.unit': (n['unit'] / n['hit'] if n['hit'] else 0.0, f"{n['unit']}/{n['hit']}")}, '\n'.join(said)
