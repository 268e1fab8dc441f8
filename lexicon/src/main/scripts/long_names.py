#!/usr/bin/env python3
"""Prints the official names of the World Factbook that states.tsv lacks."""
import json
import re
import sys

factbook, folder = sys.argv[1:3]
known = {name for line in open(folder + '/states.tsv', encoding='utf-8') for cell in line.rstrip('\n').split('\t') for name in cell.split('|')}
for line in open(factbook, encoding='utf-8'):
    row = json.loads(line)
    name = re.sub(r'[;(].*', '', row['name_long'] or '').strip()
    if name not in known and name not in ('', 'none'):
        print(row['gec'], name)
