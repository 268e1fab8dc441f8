#!/usr/bin/env python3
"""Towns of 100,000 people or more and seats of provinces, without the names that several countries share."""
import collections, json, re, sys, unicodedata

cities, codes, folder = sys.argv[1:4]
iso = json.load(open(codes))['supplemental']['codeMappings']
D = folder + '/'
have=set()
fold=lambda s: unicodedata.normalize('NFKD',s).encode('ascii','ignore').decode().lower()
for f in('states.tsv','places.tsv'):
    for l in open(D+f):
        for c in l.rstrip('\n').split('\t'):
            for x in c.split('|'): have.add(fold(x))
by=collections.defaultdict(list)
for n,c,p,f,*_ in json.load(open(cities)):
    a=iso.get(c,{}).get('_alpha3'); 
    if a=='XKK': a='KOS'
    if not a or len(n)<4 or '(' in n or ',' in n or re.search(r'\d|\b(District|Municipality|Estate|Division|County|Urban|Zone)\b',n): continue
    by[n].append((p,a,f))
rows=[]
for n,l in by.items():
    l.sort(reverse=True)
    p,a,f=l[0]
    if fold(n) in have: continue
    if len({x[1] for x in l})>1 and l[1][0]*5>p: continue
    rows.append((n.removesuffix(' City') if fold(n.removesuffix(' City')) not in have else n,a))
rows=sorted(set(rows))
with open(D+'towns.tsv','w') as w:
    w.write('# Towns of 100,000 people or more and seats of provinces, from GeoNames (CC BY 4.0): understood where the words around say that a place is meant.\n# A name that several countries share is left out unless one of them is by far the largest.\nname\tcountry\n')
    for r in rows: w.write('\t'.join(r)+'\n')
print(len(rows))
