"""Lemmas as edit scripts: `CASE:N:ENDING` takes N characters off the end of the form, after its case was changed, and adds the ending."""

CASES = {'l': str.lower, 'k': lambda s: s, 't': lambda s: s[:1].upper() + s[1:].lower()}


def script(form, lemma):
    """The cheapest script that makes the lemma; at equal cost lower case comes first, then as written, then Capitalised."""
    best = None
    for case, change in CASES.items():
        cased = change(form)
        same = 0
        while same < len(cased) and same < len(lemma) and cased[same] == lemma[same]:
            same += 1
        found = (len(cased) - same + len(lemma) - same, f'{case}:{len(cased) - same}:{lemma[same:]}')
        if best is None or found[0] < best[0]:
            best = found
    return best[1]


def apply(form, script):
    case, cut, ending = script.split(':', 2)
    cased = CASES[case](form)
    cut = int(cut)
    return (cased[:len(cased) - cut] if cut < len(cased) else '') + ending
