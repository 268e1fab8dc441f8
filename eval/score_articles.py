#!/usr/bin/env python3
"""Article text and publication date of web pages, against pages whose article is known.

    python3 eval/score_articles.py PAGES [--misses N] [--read FILE.jsonl]

PAGES holds a folder a page, with source.html, expected.html (the article's own markup) and perhaps expected-metadata.json
(publishedTime), as the test pages of mozilla/readability do. Prints the mean token F1 over pages, precision and recall, and the
share of pages with a known date whose day is found. --read takes what `demarche read PAGES` wrote; else it is run.
"""
import argparse
import collections
import html.parser
import json
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SKIPPED = {'script', 'style', 'noscript', 'template', 'svg'}


class Text(html.parser.HTMLParser):
    """The text of markup."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.parts, self.hidden = [], 0

    def handle_starttag(self, tag, attributes):
        self.hidden += tag in SKIPPED
        self.parts.append(' ' if tag not in {'a', 'b', 'i', 'em', 'strong', 'span', 'sub', 'sup', 'font', 'code', 'small', 'u', 'q'} else '')

    def handle_endtag(self, tag):
        self.hidden -= tag in SKIPPED and self.hidden > 0
        self.handle_starttag('a' if tag in {'a', 'b', 'i', 'em', 'strong', 'span', 'sub', 'sup', 'font', 'code', 'small', 'u', 'q'} else 'p', ())

    def handle_data(self, data):
        if not self.hidden:
            self.parts.append(data)


def text_of(markup):
    parser = Text()
    parser.feed(markup)
    parser.close()
    return ''.join(parser.parts)


def tokens(text):
    return collections.Counter(re.findall(r'\w+', text.lower()))


def score(gold, got):
    both = sum((gold & got).values())
    precision = both / max(1, sum(got.values()))
    recall = both / max(1, sum(gold.values()))
    return precision, recall, 2 * precision * recall / (precision + recall) if both else 0.0


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument('pages', type=Path)
    options.add_argument('--misses', type=int, default=0)
    options.add_argument('--read', type=Path)
    asked = options.parse_args()
    written = asked.read.read_text() if asked.read else subprocess.run(
        [ROOT / 'demarche', 'read', '--quiet', asked.pages], capture_output=True, text=True).stdout
    got = {Path(row['file']).parent.name: row for row in map(json.loads, filter(None, written.split('\n')))}
    scores, dates, wrong = [], [], []
    for folder in sorted(f for f in asked.pages.iterdir() if (f / 'expected.html').exists()):
        row = got.get(folder.name, {'text': '', 'published': {}})
        gold = tokens(text_of((folder / 'expected.html').read_text(errors='replace')))
        if gold:
            scores.append((*score(gold, tokens(row['text'])), folder.name))
        about = folder / 'expected-metadata.json'
        day = (json.loads(about.read_text()).get('publishedTime') or '') if about.exists() else ''
        if re.match(r'\d{4}-\d\d-\d\d', day):
            found = row['published'].get('start') or ''
            dates.append(found == day[:10])
            if found != day[:10]:
                wrong.append(f'{folder.name}: {day[:10]}, found {found or "none"} ({row["published"].get("basis")})')
    mean = [sum(s[i] for s in scores) / len(scores) for i in range(3)]
    print(f'articles.f1 {mean[2]:.4f} ({len(scores)} pages)')
    print(f'articles.precision {mean[0]:.4f}')
    print(f'articles.recall {mean[1]:.4f}')
    if dates:
        print(f'articles.date {sum(dates) / len(dates):.4f} ({sum(dates)}/{len(dates)})')
    for precision, recall, f1, name in sorted(scores, key=lambda s: s[2])[:asked.misses]:
        print(f'{f1:.3f} P {precision:.3f} R {recall:.3f} {name}')
    for line in wrong if asked.misses else []:
        print(line)


if __name__ == '__main__':
    sys.exit(main())
