// Where marks above and below Thai letters would be cut off, or meet those of the next line, whatever
// the text: the ink of the highest and deepest letters is measured, not what happens to stand there.
(() => {
  "use strict";
  const tall = "ที่ น้ำ ปู่ ญู ฐู ป้า ไม้ไต่คู้ ก็ เป็น ๆ ฯลฯ กี้ ฟ้า ปี่ ฝี ฬุ ฎุ ฏู";
  // Without the two that go deepest and hardly stand in any word: lines far enough apart for them would
  // look torn apart. They are not cut off, but may touch the next line's highest marks.
  const usual = tall.replace(" ฎุ ฏู", "") + " ซื้อ";
  const pen = document.createElement("canvas").getContext("2d");
  const range = document.createRange();
  const found = new Set();
  const px = n => n.toFixed(1) + " px: ";
  let measured = 0;
  for (const e of document.body.querySelectorAll("*")) {
    const texts = [...e.childNodes].filter(n => n.nodeType === 3 && n.data.trim());
    if (!texts.length || !e.checkVisibility({ visibilityProperty: true }) || e.closest("svg, .hidden, .matrix thead")) continue;
    const css = getComputedStyle(e);
    const name = e.localName + (e.classList.length ? "." + [...e.classList].join(".") : "") + " at " + css.fontSize + " / " + css.lineHeight;
    const size = parseFloat(css.fontSize);
    // Measured large, for small sizes are rounded to whole pixels.
    pen.font = css.fontStyle + " " + css.fontWeight + " 200px " + css.fontFamily;
    const ink = pen.measureText(tall);
    const line = pen.measureText(usual);
    const em = n => n / 200 * size;
    measured++;
    // Line after line, the deepest mark ends above the highest mark of the next.
    const together = em(line.actualBoundingBoxAscent + line.actualBoundingBoxDescent);
    if (css.lineHeight !== "normal" && !e.matches(".code") && together > parseFloat(css.lineHeight) + .5) {
      found.add("lines meet by " + px(together - parseFloat(css.lineHeight)) + name);
    }
    // Beyond what the font takes for itself, which is what the browser gives as the text's rectangle.
    const above = em(ink.actualBoundingBoxAscent - ink.fontBoundingBoxAscent);
    const below = em(ink.actualBoundingBoxDescent - ink.fontBoundingBoxDescent);
    for (let up = e; up && up !== document.documentElement; up = up.parentElement) {
      const frame = getComputedStyle(up);
      if (frame.overflowX === "visible" && frame.overflowY === "visible") continue;
      const box = up.getBoundingClientRect();
      for (const text of texts) {
        range.selectNodeContents(text);
        for (const r of range.getClientRects()) {
          const over = Math.max(box.top + parseFloat(frame.borderTopWidth) - (r.top - above), (r.bottom + below) - (box.bottom - parseFloat(frame.borderBottomWidth)));
          if (over > .5 && r.height > 0) found.add("is cut off by " + px(over) + name);
        }
      }
    }
  }
  if (measured < 20) found.add("only " + measured + " texts were measured");
  return [...found];
})()
