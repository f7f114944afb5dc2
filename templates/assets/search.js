// ค้นในดัชนีของเว็บไซต์เอง คำค้นไม่ถูกส่งไปที่ใด / Searches the site's own index; queries are sent nowhere.
(() => {
"use strict";
const GONE = /[\t-\r\x1c-\x20\xa0\xad\u1680\u2000-\u2006\u2008-\u200f\u2028\u2029\u205f\u2060\u3000\ufeff]/;
const GONE_ALL = RegExp(GONE, "g");
const TONE = /[่-์]/, MARK = /[ะ-ฺๅ็-๎]/, LEADING = /[เ-ไ]/, VOWEL = /[ัิ-ู็]/;
const ODD = /เเ|ํ[่-์]?า|ำ[่-์]|[่-์][ัิ-ู็]/;
const CODE = /(?:^|\s)((?:ข้อ(?:ที่)?\s*(?:[oO0]\s?)?|[oO0]\s?)0?([1-9]\d?))(?=\s|$)/g;
const arabic = (text) => text.replace(/[๐-๙]/g, (d) => d.charCodeAt() - 0xe50);
const lower = (text) => arabic(text).toLowerCase();

// Folding.key of the generator; "at" takes the place of each character.
function fold(text, at) {
  text = text.normalize("NFC");
  if (!at) {
    text = text.replace(GONE_ALL, "");
    if (!ODD.test(text)) return lower(text);
    at = [];
  }
  const out = [];
  for (let i = 0; i < text.length; i++) {
    const c = text[i], n = out.length, b = out[n - 1] || "";
    if (GONE.test(c)) continue;
    if (c + b === "เเ") out[n - 1] = "แ";
    else if (c === "า" && b === "ํ") out[n - 1] = "ำ";
    else if (c === "า" && TONE.test(b) && out[n - 2] === "ํ") out.splice(n - 2, 2, b, "ำ");
    else {
      let to = n;
      if (TONE.test(c) && b === "ำ") to--;
      else if (VOWEL.test(c)) while (TONE.test(out[to - 1] || "")) to--;
      out.splice(to, 0, c);
      at.splice(to, 0, i);
    }
  }
  return lower(out.join(""));
}

// For each word of a query all [text, whole?] as which it may be found, the word itself first.
function terms(query, synonyms) {
  const found = [];
  const rest = arabic(query).replace(CODE, (all, written, n) => {
    const any = [["o" + n, 1], ["ข้อ" + n, 1]];
    if (written[0] === "0") any.push([fold(written)]);
    found.push({ code: +n, any });
    return " ";
  });
  for (const w of rest.split(/\s/).map((w) => fold(w)).filter(Boolean)) {
    const any = [[w]];
    for (const group of synonyms) for (const own of group) {
      const whole = [own, own.replace(/\./g, "")].includes(w);
      if (whole || own.length > 3 && w.includes(own))
        for (const other of group) if (other !== own) any.push([whole ? other : w.replace(own, other)]);
    }
    found.push({ code: w < 100 && +w, year: +w, any });
  }
  return found;
}

function find(key, [w, whole], from) {
  let i = key.indexOf(w, from);
  while (whole && i >= 0 && (/\d/.test(key[i + w.length]) || /[a-z\d]/.test(key[i - 1] || ""))) i = key.indexOf(w, i + 1);
  return i;
}

function weight(page, term) {
  let best = term.code && term.code === page.number ? 6 : 0;
  const own = term.year && term.year === page.year;
  term.any.forEach((w, i) => {
    const n = page.keys.findIndex((key) => find(key, w, 0) >= 0);
    if (n >= 0) best = Math.max(best, [find(page.keys[0], w, 0) ? 8 : 9, 3, 1][n] - (i && !w[1] ? .1 : 0));
  });
  return own ? Math.max(best, 5) + 1 : best;
}

const prepare = (index) => ({
  synonyms: index.synonyms.map((group) => group.map((w) => fold(w))),
  pages: index.pages.map(([url, lang, title, code, year, department, updated, summary, text]) => ({
    url, lang, title, code, year, department, updated, summary, text, number: +code.slice(1),
    keys: [title, summary, text].map((t) => fold(t)),
  })),
});

function search(index, query, lang) {
  const wanted = terms(query, index.synonyms), found = [];
  for (const page of wanted.length ? index.pages : []) {
    const weights = wanted.map((term) => weight(page, term));
    if (weights.every(Boolean)) found.push({ page, score: weights.reduce((a, b) => a + b), own: page.lang === lang });
  }
  found.sort((a, b) => b.score - a.score || b.own - a.own || b.page.year - a.page.year);
  return { words: [].concat(...wanted.map((term) => term.any)), pages: found.map((f) => f.page) };
}

// A text as pieces [text, hit?]; cut around its first hit where "around" says how far.
function pieces(text, words, around) {
  text = text.normalize("NFC");
  const at = [], hits = [], key = fold(text, at);
  for (const w of words) for (let i = -1; (i = find(key, w, i + 1)) >= 0;) {
    const places = at.slice(i, i + w[0].length);
    let end = Math.max(...places) + 1;
    while (MARK.test(text[end])) end++;
    hits.push([Math.min(...places), end]);
  }
  hits.sort((a, b) => a[0] - b[0] || b[1] - a[1]);
  let from = 0, to = text.length;
  if (around) {
    const [start, end] = hits[0] || [0, 3 * around];
    from = Math.max(0, start - around);
    to = Math.min(to, end + around);
    if (LEADING.test(text[from - 1])) from--;
    while (MARK.test(text[from])) from++;
    while (MARK.test(text[to])) to++;
    if (text[to] && LEADING.test(text[to - 1])) to--;
  }
  const out = [[from ? "…" : ""]];
  for (const [start, end] of hits) if (start >= from && start < to) {
    out.push([text.slice(from, start)], [text.slice(start, end), 1]);
    from = end;
  }
  out.push([text.slice(from, to) + (to < text.length ? "…" : "")]);
  return out.filter((piece) => piece[0]);
}

function excerpt(page, words) {
  const [, inSummary, inText] = page.keys.map((key) => words.some((w) => find(key, w, 0) >= 0));
  return pieces(page.summary && (inSummary || !inText) ? page.summary : page.text, words, 40);
}

if (typeof document === "undefined") return module.exports = { fold, terms, prepare, search, pieces, excerpt };

const [form, status, list, more] = ["form", "status", "results", "more"].map((id) => document.getElementById("search-" + id));
const box = form.elements.q, say = form.dataset, lang = document.documentElement.lang;
const fill = (words, n) => words.replace("{0}", say.digits === "thai" ? String(n).replace(/\d/g, (d) => "๐๑๒๓๔๕๖๗๘๙"[d]) : n);
let index, result, timer;

function put(parent, name, parts = [], className = "") {
  const made = document.createElement(name);
  if (className) made.className = className;
  for (const [text, hit] of parts) hit ? put(made, "mark", [[text]]) : made.append(text);
  parent.append(made);
  return made;
}

function show() {
  const shown = list.children.length;
  for (const page of result.pages.slice(shown, shown + 10)) {
    const item = put(list, "li");
    if (page.lang !== lang) item.lang = page.lang;
    const link = put(put(item, "h2"), "a");
    link.href = page.url;
    if (page.code) put(link, "span", [[page.code]], "code"), link.append(" ");
    put(link, "span", pieces(page.title, result.words));
    put(item, "p", [[[page.year && fill(say.year, page.year), page.department, page.updated].filter(Boolean).join(" · ")]], "meta");
    put(item, "p", excerpt(page, result.words));
  }
  more.hidden = list.children.length >= result.pages.length;
  return list.children[shown];
}

function run() {
  clearTimeout(timer);
  if (!index) return;
  const query = box.value.trim();
  result = search(index, query, lang);
  list.textContent = "";
  show();
  status.textContent = query && fill(result.pages.length ? say.found : say.none, result.pages.length);
}

form.onsubmit = (event) => { event.preventDefault(); run(); };
box.oninput = () => { clearTimeout(timer); timer = setTimeout(run, 20); };
// The address follows when the field is left: browsers refuse too many changes of it.
box.onchange = () => {
  const query = box.value.trim();
  history.replaceState(null, "", query ? "?q=" + encodeURIComponent(query) : location.pathname);
};
more.onclick = () => show().querySelector("a").focus();

const asked = new URLSearchParams(location.search).get("q");
box.value = box.value || asked || "";
if (asked === "") box.focus();
if (asked) status.textContent = say.wait;
fetch(say.index).then((answer) => answer.ok ? answer.json() : Promise.reject()).then((read) => {
  index = prepare(read);
  run();
}).catch(() => { status.textContent = say.failed; });
})();
