from __future__ import annotations

import math
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from agent_tui.core.language import Language
from agent_tui.core.script import Phrase, Script
from agent_tui.library.finding import terms as T
from agent_tui.library.finding.acts import act
from agent_tui.library.finding.found import Found, Match, Place
from agent_tui.library.finding.meanings import expressions
from agent_tui.library.finding.postings import PAR, writing
from agent_tui.library.finding.sources import sources
from agent_tui.library.finding.words import plain_words, words


class PhraseIndex:
    def __init__(self, phrases):
        self.phrases = tuple(phrases)
        self.ids = {p.id: i for i, p in enumerate(self.phrases)}

    @cached_property
    def built(self):
        n = len(self.phrases)
        fields = []
        self.docsources = []
        self.acts = []
        lens = []
        vocab = set()
        for phrase in self.phrases:
            tf = {Place.TEXT: {}, Place.ALIAS: defaultdict(float), Place.SITUATION: {}}
            srcs = []
            length = 0
            acts = set()
            for s in sources(phrase):
                said, w = writing(s.text)
                vocab.update(said)
                d = tf[s.place]
                srcs.append((s, said, w))
                if s.place is Place.ALIAS:
                    for t, x in w.items():
                        d[t] += x
                else:
                    for t, x in w.items():
                        if d.get(t, 0) < x:
                            d[t] = x
                if s.place is Place.TEXT:
                    length = max(length, sum(T.importance(x) for x in said))
                    acts.add(act(s.text, said))
            lens.append(length)
            fields.append(tf)
            self.docsources.append(srcs)
            self.acts.append(acts - {None})
        avg = sum(lens) / max(1, n) or 1
        post = defaultdict(list)
        for doc, tf in enumerate(fields):
            norm = 1 - PAR.b + PAR.b * lens[doc] / avg
            total = defaultdict(float)
            for t, x in tf[Place.TEXT].items():
                total[t] += PAR.text * x / norm
            for t, x in tf[Place.ALIAS].items():
                total[t] += PAR.alias * math.log1p(x)
            for t, x in tf[Place.SITUATION].items():
                total[t] += PAR.situation * x
            for t, x in total.items():
                post[t].append((doc, x * (PAR.k1 + 1) / (x + PAR.k1)))
        self.idf = {t: math.log(1 + (n - len(p) + 0.5) / (len(p) + 0.5)) for t, p in post.items()}
        self.vocab = vocab
        names = {(w, T.form(w)) for w in vocab}
        for w in vocab:
            if T.is_arabic(w):
                names |= {(t, t) for t, x in T.terms(w) if t[0] not in "@=" and x > .5}
        from agent_tui.library.finding.meanings import known_words
        for w, m in known_words():
            if f"@{m}" in post:
                names.add((w, f"@{m}"))
        self.names = sorted(names)
        self.gramcache = {}
        self.by_first = defaultdict(list)
        for w, t in self.names:
            self.by_first[w[0]].append((w, t))
        self.by_start = defaultdict(list)
        for w, t in self.names:
            self.by_start[w[0], len(w)].append((w, t))
        self.srccache = {}
        return post

    def prefixed(self, start):
        at = bisect_left(self.names, (start,))
        out = []
        while at < len(self.names) and self.names[at][0].startswith(start):
            out.append(self.names[at])
            at += 1
        return out

    def expand(self, query):
        post = self.built
        ws = plain_words(query)
        open_end = bool(query) and not query[-1].isspace()
        out = []
        for i, w in enumerate(ws):
            last = open_end and i == len(ws) - 1
            found = dict(T.terms(w))
            own = dict(found)
            known = any(t in post for t, x in found.items() if x >= .55)
            if any(c.isdigit() for c in w):
                found[T.VALUE] = max(found.get(T.VALUE, 0), PAR.value)
            exact = own and T.form(w) in post
            if last and w not in T._FUNCTION or (not known and len(w) >= 3):
                base = PAR.prefix if last else PAR.abbr
                hits = self.prefixed(w)
                if len(hits) > 64:
                    hits = sorted(hits, key=lambda h: (-len(post.get(h[1], ())), h))[:64]
                for name, t in hits:
                    x = base * (T.MEANING if t[0] == '@' else 1) * (0.5 if known else 1.0) * (len(w) / len(name)) ** 0.25
                    if found.get(t, 0) < x:
                        found[t] = x
                if hits:
                    known = True
            if not known and len(w) >= 4:
                for ln in (len(w) - 1, len(w), len(w) + 1):
                    for name, t in self.by_start.get((w[0], ln), ()):
                        if near(w, name):
                            for t2, x in (T.terms(name) if name in self.vocab else ((t, T.MEANING if t[0] == '@' else 1.0),)):
                                found[t2] = max(found.get(t2, 0), PAR.typo * x)
                            known = True
            if not known and len(w) >= 4 and not T.is_arabic(w) and w[1:] in self.vocab:
                for t2, x in T.terms(w[1:]):
                    found[t2] = max(found.get(t2, 0), PAR.typo * x)
                known = True
            if not known and len(w) >= 5 and w.isalpha():
                mine = grams(w)
                for name, t in self.by_first.get(w[0], ()):
                    if len(name) < 4: continue
                    their = self.gramcache.get(name) or self.gramcache.setdefault(name, grams(name))
                    dice = 2 * len(mine & their) / (len(mine) + len(their))
                    if dice >= PAR.dice:
                        found[t] = max(found.get(t, 0), PAR.gram * dice * (T.MEANING if t[0] == '@' else 1))
                        known = True
            if not known and len(w) >= 5:
                for cut in range(len(w) - 2, 1, -1):
                    a, b = w[:cut], w[cut:]
                    if a in self.vocab and b in self.vocab:
                        for part in (a, b):
                            for t, x in T.terms(part):
                                found[t] = max(found.get(t, 0), .8 * x*T.importance(part))
                        break
            out.append([w, T.importance(w), found])
        forms = [T.form(w) for w in ws]
        for a, b, meaning in expressions(forms):
            for i in range(a, b):
                out[i][2][f"@{meaning}"] = max(PAR.expr, out[i][2].get(f"@{meaning}", 0))
                out[i][1] = max(out[i][1], .6)
        return ws, out

    def find(self, query, language, *, script=None, within=None, limit=9):
        post = self.built
        ws, q = self.expand(query)
        if not ws:
            return ()
        allowed = None
        if within is not None:
            allowed = {self.ids[i] for i in within if i in self.ids}
        scores = defaultdict(float)
        Q = 0
        best_idf = []
        for w, imp, ts in q:
            d = {}
            top = 0
            for t, x in ts.items():
                if t not in post:
                    continue
                k = x * self.idf[t]
                top = max(top, k)
                for doc, impact in post[t]:
                    v = k * impact
                    if d.get(doc, 0) < v:
                        d[doc] = v
            best_idf.append(top)
            if not top:
                top = 2.0
            Q += imp * top
            for doc, v in d.items():
                if allowed is None or doc in allowed:
                    scores[doc] += imp * v
        if not scores:
            return ()
        cands = sorted(scores, key=lambda d: -scores[d])[:40]
        qterms = defaultdict(list)
        for i, (w, imp, ts) in enumerate(q):
            for t, x in ts.items():
                qterms[t].append((i, x))
        qact = act(query, ws)
        res = []
        for doc in cands:
            best = 0
            for k, (s, said, wts) in enumerate(self.docsources[doc]):
                sim = self.similarity((doc, k), said, wts, q, qterms, best_idf, Q)
                if s.language is not language:
                    sim *= PAR.other
                best = max(best, sim)
            sc = PAR.bm * scores[doc] / Q + PAR.sim * best
            a = self.acts[doc]
            if qact is not None and a:
                sc *= (1 + PAR.acts) if qact in a else (1 - PAR.acts)
            if language not in self.phrases[doc].text:
                sc *= PAR.missing
            res.append((-sc, doc))
        res.sort()
        return tuple(Found(self.phrases[d], -s, ()) for s, d in res[:limit])

    def similarity(self, key, said, wts, q, qterms, idfs, Q):
        got = {}
        for t, x in wts.items():
            for i, y in qterms.get(t, ()):
                v = x * y
                if got.get(i, 0) < v:
                    got[i] = v
        hit = sum(q[i][1] * idfs[i] * v for i, v in got.items())
        if not hit:
            return 0
        norm = self.srccache.get(key)
        if norm is None:
            norm = sum(T.importance(w) * self.idf.get(T.form(w), 1.0) for w in set(said)) or 1
            self.srccache[key] = norm
        return hit / Q ** (1 - PAR.simexp) / norm ** PAR.simexp if PAR.simexp else hit / Q


def near(a, b):
    if a == b:
        return True
    la, lb = len(a), len(b)
    i = 0
    while i < la and i < lb and a[i] == b[i]:
        i += 1
    if la == lb:
        if a[i + 1 :] == b[i + 1 :]:
            return True
        return i + 1 < la and a[i] == b[i + 1] and a[i + 1] == b[i] and a[i + 2 :] == b[i + 2 :]
    if la < lb:
        return a[i:] == b[i + 1 :]
    return a[i + 1 :] == b[i:]


def grams(w):
    w = f"^{w}$"
    return frozenset(w[i : i + 3] for i in range(len(w) - 2))
