// จำขนาดตัวอักษรและสีที่ผู้อ่านเลือกไว้ในเครื่องของผู้อ่านเอง ไม่ส่งไปที่ใด
// Keeps the reader's choice of text size and colours in the reader's own browser; nothing is sent.
(function () {
  "use strict";
  var root = document.documentElement;
  var defaults = { text: "normal", theme: "auto" };
  function show(name, value) {
    if (value === defaults[name]) root.removeAttribute("data-" + name);
    else root.setAttribute("data-" + name, value);
  }
  function stored(name) {
    try { return localStorage.getItem("oit-" + name); } catch (e) { return null; }
  }
  for (var name in defaults) if (stored(name)) show(name, stored(name));
  document.addEventListener("DOMContentLoaded", function () {
    for (var name in defaults) {
      var choice = document.getElementById(name + "-" + stored(name));
      if (choice) choice.checked = true;
    }
  });
  document.addEventListener("change", function (event) {
    var choice = event.target;
    if (!(choice.name in defaults) || choice.type !== "radio") return;
    show(choice.name, choice.value);
    try { localStorage.setItem("oit-" + choice.name, choice.value); } catch (e) { /* kept for this page only */ }
  });
})();
