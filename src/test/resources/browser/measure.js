// What a reader would stumble over on this page at this width. Gives an array of complaints.
(() => {
  "use strict";
  const found = [];
  const root = document.documentElement;
  const width = root.clientWidth;
  const shown = e => e.checkVisibility({ visibilityProperty: true });
  const name = e => {
    const text = (e.innerText || e.getAttribute("aria-label") || "").trim().replace(/\s+/g, " ");
    return e.localName + (e.id ? "#" + e.id : "") + (e.classList.length ? "." + [...e.classList].join(".") : "")
      + " \"" + text.slice(0, 40) + "\"";
  };
  const px = n => Math.round(n * 10) / 10;
  const style = new Map();
  const css = e => style.get(e) || style.set(e, getComputedStyle(e)).get(e);
  const hidesX = e => css(e).overflowX !== "visible";
  const rolls = e => /auto|scroll/.test(css(e).overflowX);
  // Taken out of sight on purpose, for screen readers or until it has the focus.
  const unseen = e => !!e.closest(".hidden, .skip, .matrix thead, .stack thead") && (css(e.closest(".hidden, .skip, .matrix thead, .stack thead")).clipPath !== "none"
    || e.closest(".skip") !== null);
  const upwards = function* (e) { for (let up = e; up && up !== root; up = up.parentElement) yield up; };

  // Nothing scrolls sideways but tables in their own frame.
  if (root.scrollWidth > width) {
    const culprits = [...document.body.querySelectorAll("*")].filter(e => shown(e) && !unseen(e)
      && e.getBoundingClientRect().right > width + 1 && ![...upwards(e.parentElement)].some(hidesX));
    found.push("scrolls sideways: " + root.scrollWidth + " in " + width + ": " + culprits.slice(0, 3).map(name).join(", "));
  }
  for (const e of document.body.querySelectorAll("*")) {
    if (shown(e) && rolls(e) && e.scrollWidth > e.clientWidth + 1 && e.tabIndex < 0) {
      found.push("scrolls sideways and cannot be reached with the keyboard: " + name(e));
    }
  }

  // Everything that can be pressed is large enough for a thumb.
  const main = "button, summary, select, textarea, input, .site-header a, nav a, .button, .quick a, .card a, .pager a, .onward, .news-card h3 a, .skip";
  for (const e of document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary, [role=button]")) {
    if (!shown(e)) continue;
    const tapped = e.matches("input[type=radio], input[type=checkbox]") && e.labels[0] || e;
    const lines = [...tapped.getClientRects()].filter(r => r.width > 0 && r.height > 0);
    if (lines.length === 0) continue;
    const least = e.matches(main) ? 44 : 24;
    const high = Math.min(...lines.map(r => r.height));
    // A link may break over lines inside of a sentence: its parts are one target.
    const wide = lines.reduce((sum, r) => sum + r.width, 0);
    if (high < least - .01 || wide < least - .01) {
      found.push("smaller than " + least + " px: " + px(wide) + " × " + px(high) + " " + name(e));
    }
  }

  // No text is cut off, leaves its box, or lies on other text.
  const pieces = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  while (walk.nextNode()) {
    const node = walk.currentNode;
    const e = node.parentElement;
    if (!node.data.trim() || !shown(e) || unseen(e) || e.closest("select, svg")) continue;
    range.selectNodeContents(node);
    let box = e;
    while (css(box).display === "inline" && box.parentElement) box = box.parentElement;
    const edge = box.getBoundingClientRect();
    for (const r of range.getClientRects()) {
      if (r.width < 1 || r.height < 1) continue;
      if (!rolls(box) && (r.right > edge.right + 1.5 || r.left < edge.left - 1.5)) {
        found.push("leaves its box by " + px(Math.max(r.right - edge.right, edge.left - r.left)) + " px: " + name(box));
        break;
      }
      let seen = { left: r.left, right: r.right, top: r.top, bottom: r.bottom };
      let cut = false;
      for (const up of upwards(e)) {
        if (!hidesX(up) && css(up).overflowY === "visible") continue;
        const frame = up.getBoundingClientRect();
        if (!rolls(up) && (r.right > frame.right + 1 || r.left < frame.left - 1 || r.top < frame.top - 1 || r.bottom > frame.bottom + 1)) {
          cut = true;
        }
        seen = { left: Math.max(seen.left, frame.left), right: Math.min(seen.right, frame.right),
          top: Math.max(seen.top, frame.top), bottom: Math.min(seen.bottom, frame.bottom) };
      }
      if (cut) {
        found.push("is cut off: " + name(e));
        break;
      }
      if (seen.right - seen.left > 1 && seen.bottom - seen.top > 1) pieces.push({ e, node, ...seen });
    }
  }
  pieces.sort((a, b) => a.top - b.top);
  for (let i = 0; i < pieces.length; i++) {
    const a = pieces[i];
    for (let j = i + 1; j < pieces.length && pieces[j].top < a.bottom - 4; j++) {
      const b = pieces[j];
      if (a.node !== b.node && Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2) {
        found.push("lies on other text: " + name(a.e) + " on " + name(b.e));
      }
    }
  }
  return [...new Set(found)];
})()
