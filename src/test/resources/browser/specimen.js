// Puts samples of high and deep marks in place of a page's text, in the parts of which our pages are made.
(() => {
  "use strict";
  const words = "ที่ น้ำ ปู่ ญู ฐู ป้า ไม้ไต่คู้ ก็ เป็น ๆ ฯลฯ กี้ ฟ้า ปี่ ฝี ฬุ ฎุ ฏู";
  const some = words.split(" ").slice(0, 6).join(" ");
  const row = "<tr><td>ญู ฐู ปู่</td><td>ที่ น้ำ ป้า กี้</td><td class=\"number\">1,234</td></tr>";
  document.getElementById("main").innerHTML =
    "<header class=\"title\"><h1><span class=\"code\">O14</span> " + words + "</h1><p class=\"lead\">" + words + "</p></header>"
    + "<div class=\"prose\"><h2>" + words + "</h2><p>" + words + " " + words + " <a href=\"#main\">" + words + "</a> " + words + "</p><h3>" + words + "</h3>"
    + "<div class=\"data\"><div class=\"table\"><table><caption>" + some + "</caption><thead><tr><th>ฎุ ฏู</th><th>ฟ้า ปี่ ฝี</th><th>ฬุ ก็</th></tr></thead><tbody>"
    + row + row + "</tbody></table></div></div></div>"
    + "<p>" + ["published", "none", "draft", "missing"].map(s => "<span class=\"tag tag-" + s + "\">ปู่ ญู ที่</span>").join(" ") + "</p>"
    + "<ul class=\"quick\"><li><a href=\"#main\">" + some + "</a></li></ul><p><a class=\"button\" href=\"#main\">" + some + "</a></p>"
    + "<p><label for=\"x\">" + some + "</label> <select id=\"x\"><option>" + some + "</option></select></p><p class=\"meta\">" + words + "</p>";
  return 0;
})()
