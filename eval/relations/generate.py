#!/usr/bin/env python3
"""Sentences with a source, a target and a PLOVER type, drawn from the patterns of sentences.txt. generate.py SENTENCES.txt OUT.jsonl [EACH]

Every pattern is drawn EACH times with names of its own; a part of the sentences gets a place, a day or a speaker around it. Seeded by the pattern.
"""
import json
import random
import re
import sys
from pathlib import Path

STATES = ('Chile Norway Kenya Malaysia Portugal Jordan Serbia Peru Morocco Thailand Ghana Hungary Vietnam Tunisia Ecuador Denmark Nepal Zambia Qatar Armenia '
          'Iran Israel Russia China India Pakistan Turkey Egypt Syria Iraq Japan Germany France Ukraine Sudan Ethiopia Somalia Colombia Venezuela Mexico').split() + [
    'North Korea', 'South Korea', 'the United States', 'Saudi Arabia', 'South Africa', 'Sri Lanka', 'the United Kingdom', 'the Philippines', 'Costa Rica', 'the US']
CAPITALS = 'Moscow Beijing Washington Tehran Ankara London Paris Berlin Delhi Islamabad Cairo Baghdad Damascus Tokyo Oslo Lima Kyiv Seoul'.split()
ADJECTIVES = 'Chilean Norwegian Kenyan Malaysian Portuguese Jordanian Serbian Peruvian Moroccan Thai Russian Chinese Turkish Iranian Israeli German French Indian Egyptian'.split()
ROLES = ['President', 'Prime Minister', 'Foreign Minister', 'Defence Minister', 'Interior Minister', 'Chancellor', 'Ambassador', 'Secretary General', 'General', 'Governor', 'Senator']
FIRST = 'Ana Boris Carla Daud Elena Farid Grace Hugo Ivan Jalil Karin Luis Mona Nils Omar Petra Rashid Sofia Tarik Viktor Wendy Yusuf Zoe Miguel Hana Daniel'.split()
LAST = 'Almeida Berg Castro Danesh Eriksen Farouk Gomez Haddad Ivanov Jansen Kovac Lindqvist Mendoza Nasser Okafor Petrov Quispe Rossi Silva Tanaka Usman Varga Weber Yilmaz Zhang Moreau'.split()
BODIES = ['the European Union', 'the United Nations', 'NATO', 'the African Union', 'the Arab League', 'the UN Security Council', 'the World Bank', 'the European Commission',
          'the IMF', 'the Senate', 'Parliament', 'the opposition', 'the government', 'the supreme court', 'the central bank', 'Amnesty International', 'the Red Cross', 'the Taliban',
          'Hezbollah', 'Hamas', 'the rebels', 'the army', 'the ruling party', 'the separatists', 'opposition leaders', 'human rights groups', 'lawmakers', 'the union', 'the military junta',
          'the Foreign Ministry', 'the White House', 'the Kremlin', 'the police', 'the company', 'local officials', 'the bishops', 'the election commission', 'the Vatican', 'the militants']
DAYS = ['on Monday', 'on Thursday', 'on Sunday', 'last week', 'in March', 'earlier this month', 'late on Tuesday', 'yesterday', 'in 1997', 'on 4 May']
PLACES = ['In Geneva', 'In Nairobi', 'At a news conference in Oslo', 'In a statement on Friday', 'On Wednesday', 'Last month', 'After months of tension', 'During a visit to Lisbon',
          'Two days after the vote', 'Meanwhile', 'For the first time in years', 'Despite the protests', 'Hours later', 'In an interview']
TAGS = ['officials said', 'state media reported', 'a spokesman said on Monday', 'according to the foreign ministry', 'the news agency reported', 'witnesses said', 'local media reported',
        'a source in the government said', 'the newspaper wrote', 'diplomats said']
TAILS = ['after talks broke down', 'in a dispute over the border', 'amid growing tension in the region', 'as part of a wider plan', 'a week before the election', 'in the wake of the scandal',
         'because of the war', 'following a request by the court', 'to mark the anniversary', 'despite objections from neighbours', 'in what observers see as a turning point']
CLAUSES = ['while {other} looked on', 'a day after {other} called for calm', 'and {other} said it would study the matter', 'as {other} prepared for talks in Vienna',
           'which {other} had asked for', 'although {other} had promised help', 'days before {other} was due to speak']
DATELINES = ['GENEVA -', 'NAIROBI (Reuters) -', 'LIMA, March 3 -', 'OSLO, Norway --']


def party(r):
    kind = r.random()
    if kind < .3:
        return r.choice(STATES)
    if kind < .38:
        return r.choice(CAPITALS)
    if kind < .68:
        name = f'{r.choice(FIRST)} {r.choice(LAST)}'
        form = r.random()
        if form < .3:
            return f'{r.choice(ROLES)} {name}'
        if form < .6:
            return f'{r.choice(ADJECTIVES)} {r.choice(ROLES)} {name}'
        if form < .75:
            return f'the {r.choice(ADJECTIVES)} {r.choice(["president", "foreign minister", "prime minister", "ambassador", "army", "government", "parliament"])}'
        return name if form < .9 else name.split()[1]
    if kind < .78:
        return f'{r.choice(["the government of ", "the president of ", "the people of ", "the authorities in "])}{r.choice(STATES)}'
    return r.choice(BODIES)


def expand(text, lists, r):
    # choices inside brackets first: "[T a|b|c]"
    text = re.sub(r'\[([ST]) ([^\]]*)\]', lambda m: f'[{m.group(1)} {r.choice(m.group(2).split("|"))}]', text)
    for _ in range(40):
        at = re.search(r'\{([^{}]*)\}', text)
        if not at:
            break
        text = text[:at.start()] + r.choice(at.group(1).split('|')) + text[at.end():]
    for _ in range(8):
        at = re.search(r'<([a-z0-9]+)>', text)
        if not at:
            break
        text = text[:at.start()] + r.choice(lists[at.group(1)]) + text[at.end():]
    return text


def draw(pattern, lists, r):
    text = expand(pattern, lists, r)
    sides = {}
    source, target = party(r), party(r)
    while target == source or target in source or source in target:
        target = party(r)
    for side, given in (('S', source), ('T', target)):
        held = re.search(rf'\[{side} ([^\]]*)\]', text)
        if held:
            inner = held.group(1)
            text = text.replace(held.group(0), f'\x01{side}\x02', 1)
            sides[side] = re.sub(r'\bT\b', target, inner) if side == 'S' else inner
        else:
            sides[side] = given
            text = re.sub(rf'(?<![\w\x01]){side}(?![\w\x02])', f'\x01{side}\x02', text, count=1)
            text = re.sub(rf'(?<![\w\x01]){side}(?![\w\x02])', 'it', text)
    text = text.replace("\x01S\x02", sides['S']).replace("\x01T\x02", sides['T'])
    return re.sub(r'\s+', ' ', text).strip(), sides['S'], sides['T']


def dress(text, source, target, r):
    form = r.random()
    upper = lambda s: s[:1].upper() + s[1:]
    if form < .12:
        text = f'{r.choice(PLACES)}, {text}'
    elif form < .2:
        text = f'{r.choice(DATELINES)} {upper(text)}'
    elif form < .3:
        text = f'{upper(text)}, {r.choice(TAGS)}'
    elif form < .42:
        text = f'{upper(text)} {r.choice(TAILS)}'
    elif form < .52:
        text = f'{upper(text)} {r.choice(DAYS)}'
    elif form < .62:
        text = f'{upper(text)}, {r.choice(CLAUSES).format(other=party(r))}'
    else:
        text = upper(text)
    text += '.'
    # the words of a party at the head of a sentence begin with a capital letter
    for name in (source, target):
        if name not in text and upper(name) in text:
            return text, *(upper(n) if n == name else n for n in (source, target))
    return text, source, target


def main(path, out, each=9):
    lists, patterns, kind = {}, [], None
    for line in Path(path).read_text(encoding='utf-8').splitlines():
        if line.startswith('== '):
            kind = line[3:].strip()
        elif line.strip() and not line.startswith('#'):
            if kind == 'LISTS':
                name, _, words = line.partition(': ')
                lists[name[1:-1]] = words.split('|')
            else:
                patterns.append((kind, line))
    rows, seen = [], set()
    for kind, pattern in patterns:
        r = random.Random(f'{kind} {pattern}')          # a new line leaves the sentences of the others as they are
        for _ in range(int(each)):
            text, source, target = dress(*draw(pattern, lists, r), r)
            if text not in seen and source in text and target in text and source != target:
                seen.add(text)
                rows.append({'id': len(rows), 'type': kind, 'text': text, 'source': source, 'target': target})
    Path(out).write_text(''.join(json.dumps(row, ensure_ascii=False) + '\n' for row in rows), encoding='utf-8')
    print(len(rows), 'sentences from', len(patterns), 'patterns')


if __name__ == '__main__':
    main(*sys.argv[1:])
