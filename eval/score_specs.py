#!/usr/bin/env python3
"""Dates of the Recognizers-Text specifications: found, and resolved to one of the two days or periods that the specification allows
(the past and the future reading; its periods end on the day after the last).

Only its parsers of dates, periods of days and holidays are asked: clock times, durations and repetitions are no dates of the ledger.
"""
import datetime
import json

SPECS = ('DateTime/DateParser', 'DateTime/DatePeriodParser', 'DateTime/HolidayParser')


def rows(gold):
    for line in gold.read_text(encoding='utf-8').splitlines():
        row = json.loads(line)
        if row['spec'] in SPECS and (row.get('context') or {}).get('ReferenceDateTime'):
            yield row


def write(gold, path):
    with path.open('w', encoding='utf-8') as f:
        for r in rows(gold):
            f.write(json.dumps({'id': r['id'], 'text': r['text'], 'published': r['context']['ReferenceDateTime'][:10]}) + '\n')


def day_before(day):
    return (datetime.date.fromisoformat(day) - datetime.timedelta(1)).isoformat()


def allowed(result):
    """The intervals of days that the specification takes for right, both ends included."""
    out = set()
    for name in ('FutureResolution', 'PastResolution'):
        v = (result.get('Value') or {}).get(name) or {}
        try:
            if v.get('date'):
                out.add((v['date'], v['date']))
            elif v.get('startDate') and v.get('endDate'):
                out.add((v['startDate'], day_before(v['endDate'])))
                out.add((v['startDate'], v['endDate']))
            elif v.get('startDate'):
                out.add((v['startDate'], None))
            elif v.get('endDate'):
                out.add((None, v['endDate']))
                out.add((None, day_before(v['endDate'])))
        except ValueError:
            pass
    return out


def spread(point, last):
    """The first or last day of a date of any precision."""
    parts = [int(p) for p in (point or '').split('-') if p.isdigit()]
    if not point or len(parts) == 3 or not parts:
        return point
    if len(parts) == 1:
        return f'{parts[0]:04}-12-31' if last else f'{parts[0]:04}-01-01'
    year, month = parts
    after = datetime.date(year + month // 12, month % 12 + 1, 1)
    return (after - datetime.timedelta(1)).isoformat() if last else f'{year:04}-{month:02}-01'


def score(gold, out, misses=0):
    found = {}
    for line in out.read_text(encoding='utf-8').splitlines():
        row = json.loads(line)
        found[row['id']] = row.get('times', [])
    asked = right = seen = 0
    said = []
    for row in rows(gold):
        ours = found.get(row['id'], [])
        for result in row['results']:
            want = allowed(result)
            if not want:
                continue
            asked += 1
            start, end = result['Start'], result['Start'] + result['Length']
            here = [t for t in ours if t['start'] < end and start < t['end']]
            seen += bool(here)
            got = {(spread(t.get('earliest'), False), spread(t.get('latest'), True)) for t in here}
            if want & got:
                right += 1
            elif len(said) < misses:
                said.append(f"{row['context']['ReferenceDateTime'][:10]} {row['text']!r} {result['Text']!r} wants {sorted(map(str, want))} got {sorted(map(str, got))}")
    figures = {'specs.found': (seen / max(1, asked), f'{seen}/{asked}'), 'specs.value': (right / max(1, asked), f'{right}/{asked}')}
    return figures, '\n'.join(said)
