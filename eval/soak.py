#!/usr/bin/env python3
"""Keeps a server at work on one ledger: takes reports in, asks for every page and table, decides and undoes. Memory is read as it goes. See soak.sh."""
import argparse
import http.client
import itertools
import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.parse
from datetime import date, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGES = ('/board', '/timeline', '/disagreements', '/answers', '/quotes', '/plots', '/brief', '/sources', '/search?q=envoys', '/data', '/exports', '/review', '/brief.md',
         '/brief.html', '/feed.atom', '/data.csv',
         '/api/v1/claims', '/api/v1/events', '/api/v1/states', '/api/v1/answers', '/api/v1/disagreements', '/api/v1/documents', '/api/v1/quotes', '/exports/gdelt.zip')
STATES = ('Chad', 'Libya', 'Peru', 'Chile', 'Oman', 'Yemen', 'Ghana', 'Togo', 'Kenya', 'Somalia', 'Laos', 'Thailand', 'Serbia', 'Croatia', 'Nepal', 'India')
ACTS = ('{a} expelled {n} diplomats of {b} on {day}.', '{a} recalled its ambassador to {b} on {day}.', '{a} closed its border with {b} on {day}.',
        '{a} accused {b} of breaking the accord, the foreign ministry said on {day}.', '{a} and {b} held talks on {day}.', '{a} cut its embassy staff in {b} to {n} on {day}.',
        '{a} rejected the accusations of {b} on {day}.', '{a} said on {day} that it would respond to {b}.', '{a} reopened its consulate in {b} on {day}.')
SEAL = re.compile(rb'name="seal" value="([^"]+)"')


def report(number):
    """A report of our own words: what two sides did in one week of the years 2001 to 2010."""
    dice = random.Random(number)
    printed = date(2001, 1, 1) + timedelta(days=dice.randrange(3600))
    a, b = dice.sample(STATES, 2)
    told = [dice.choice(ACTS).format(a=x, b=y, n=dice.randrange(2, 30), day=(printed - timedelta(days=dice.randrange(4))).strftime('%A'))
            for x, y in itertools.islice(itertools.cycle(((a, b), (b, a))), dice.randrange(2, 6))]
    return {'id': f'soak-{number}', 'outlet': f'Wire {number % 7}', 'published': printed.isoformat(), 'title': f'{a} and {b}', 'text': '\n\n'.join(told)}


class Client:
    def __init__(self, port):
        self.port, self.asked, self.longest, self.cookies = port, 0, 0.0, {}

    def ask(self, method, path, body=None, headers=None):
        began = time.monotonic()
        connection = http.client.HTTPConnection('127.0.0.1', self.port, timeout=120)
        cookies = '; '.join(f'{k}={v}' for k, v in self.cookies.items())
        connection.request(method, path, body, dict(headers or {}, **({'Cookie': cookies} if cookies else {})))
        answer = connection.getresponse()
        self.cookies.update(c.split(';')[0].split('=', 1) for c in answer.headers.get_all('Set-Cookie') or ())
        data = answer.read()
        connection.close()
        self.asked += 1
        self.longest = max(self.longest, time.monotonic() - began)
        if answer.status >= 500:
            raise SystemExit(f'{method} {path}: {answer.status}\n{data[:800]!r}')
        return answer.status, data

    def rows(self, table, limit=200):
        return json.loads(self.ask('GET', f'/api/v1/{table}?limit={limit}')[1])['rows']

    def all(self, table):
        """Every row, page by page."""
        out, cursor = [], '0'
        while cursor:
            page = json.loads(self.ask('GET', f'/api/v1/{table}?limit=200&cursor={cursor}')[1])
            out += page['rows']
            cursor = page.get('next')
        return out

    def seal(self, page):
        found = SEAL.search(self.ask('GET', page)[1])
        return found.group(1).decode() if found else ''

    def send(self, reports):
        """As a browser drops a file on the page of sources."""
        lines = '\n'.join(json.dumps(r) for r in reports)
        parts = (('seal', None, self.seal('/sources')), ('files', 'reports.jsonl', lines))
        body = ''.join(f'--soak\r\nContent-Disposition: form-data; name="{name}"' + (f'; filename="{file}"\r\nContent-Type: application/json' if file else '')
                       + f'\r\n\r\n{value}\r\n' for name, file, value in parts) + '--soak--\r\n'
        return self.ask('POST', '/ingest', body.encode(), {'Content-Type': 'multipart/form-data; boundary=soak', 'Origin': f'http://127.0.0.1:{self.port}'})[0]

    def decide(self, **fields):
        fields['seal'] = self.seal('/review')
        return self.ask('POST', '/review', urllib.parse.urlencode(fields), {'Content-Type': 'application/x-www-form-urlencoded',
                                                                         'Origin': f'http://127.0.0.1:{self.port}'})[0]


def class_path(folder):
    """Of copies, so that a build in the meantime does not disturb it."""
    modules = []
    for classes in sorted(ROOT.glob('*/target/classes')):
        modules.append(str(shutil.copytree(classes, folder / 'classes' / classes.parent.parent.name)))
    return ':'.join(modules + [(ROOT / 'eval' / 'target' / 'classpath').read_text().strip()])


def memory(child):
    """Resident memory, and heap after a collection, in MB."""
    subprocess.run(['jcmd', str(child.pid), 'GC.run'], capture_output=True)
    info = subprocess.run(['jcmd', str(child.pid), 'GC.heap_info'], capture_output=True, text=True).stdout
    heap = sum(int(k) for k in re.findall(r'^ *(?:def new|tenured) generation +total \d+K, used (\d+)K', info, re.M)) / 1024
    status = Path(f'/proc/{child.pid}/status').read_text()
    threads = int(re.search(r'Threads:\s+(\d+)', status).group(1))
    files = len(os.listdir(f'/proc/{child.pid}/fd'))
    return int(re.search(r'VmRSS:\s+(\d+)', status).group(1)) / 1024, heap, threads, files


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument('--minutes', type=float, default=60)
    options.add_argument('--reports', type=int, default=400, help='so many different reports are taken in at first; then old ones come again, and a new one now and then')
    options.add_argument('--heap', default='600m')
    options = options.parse_args()
    folder = Path(tempfile.mkdtemp(prefix='demarche-soak-'))
    port = 7400 + os.getpid() % 500
    say = open(folder / 'server.txt', 'w')
    command = ['java', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', f'-Xmx{options.heap}', 'org.demarche.cli.Demarche']
    environment = dict(os.environ, CLASSPATH=class_path(folder), ORT_DISABLE_TELEMETRY='1')
    first = folder / 'first.jsonl'
    first.write_text('\n'.join(json.dumps(report(i)) for i in range(20)) + '\n')
    subprocess.run(command + ['ingest', str(first), '--ledger', str(folder / 'ledger'), '--quiet'], env=environment, check=True)
    child = subprocess.Popen(command + ['serve', '--ledger', str(folder / 'ledger'), '--port', str(port)], env=environment, stdout=say, stderr=say)
    client = Client(port)
    for _ in range(120):
        try:
            client.ask('GET', '/board')
            break
        except OSError:
            time.sleep(.5)
    began, next_report, decisions, sent, readings = time.monotonic(), 20, 0, 0, []
    dice = random.Random(7)
    try:
        for turn in itertools.count():
            minute = (time.monotonic() - began) / 60
            if minute > options.minutes:
                break
            fresh = min(20, options.reports - next_report) if next_report < options.reports else int(turn % 30 == 0)
            batch = [report(next_report + i) for i in range(fresh)] + [report(dice.randrange(next_report)) for _ in range(3)]
            next_report += fresh
            if client.send(batch) in (200, 303):
                sent += len(batch)
            for page in dice.sample(PAGES, 8):
                client.ask('GET', page)
            events = client.rows('events')
            one = dice.choice(events)['id']
            if client.decide(kind='reject', target=one, by='soak', why='taken back at once') == 303:
                log = client.all('decisions')
                undone = {row.get('target') for row in log if row['kind'] == 'undo'}
                for row in log:
                    if row['kind'] != 'undo' and row['id'] not in undone:
                        client.decide(kind='undo', target=row['id'], by='soak')
                        decisions += 2
            time.sleep(1)
            if turn % 20 == 0:
                reading = (minute, *memory(child), next_report)
                readings.append(reading)
                print('minute %.1f  resident %.0f MB  heap %.0f MB  threads %d  files %d  reports %d' % reading, f'asked {client.asked}', flush=True)
            if child.poll() is not None:
                raise SystemExit(f'the server ended: {(folder / "server.txt").read_text()[-2000:]}')
    finally:
        child.terminate()
        child.wait()
        shutil.rmtree(folder)
    whole = [r for r in readings if r[5] >= options.reports]
    third = max(1, len(whole) // 3)
    mean = lambda rows, column: sum(r[column] for r in rows) / len(rows)
    print(f'{options.minutes:.0f} minutes, {next_report} reports ({sent} sent), {client.asked} requests, {decisions} decisions and undos, longest answer {client.longest:.1f} s')
    for name, column in (('resident MB', 1), ('heap MB', 2), ('threads', 3), ('open files', 4)):
        print(f'{name}: first third {mean(whole[:third], column):.0f}, last third {mean(whole[-third:], column):.0f}')


if __name__ == '__main__':
    sys.exit(main())
