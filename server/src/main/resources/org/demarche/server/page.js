// Keys for what the page can do without them. Off inside inputs.
"use strict";
(() => {
  const rows = () => [...document.querySelectorAll(".row > summary, .reports a, .matrix tbody th")];
  const keys = {
    j: ["next row", () => step(1)],
    k: ["row before", () => step(-1)],
    o: ["open or close the row", () => document.activeElement.click()],
    "[": ["one day back", () => shift(-1)],
    "]": ["one day on", () => shift(1)],
    "/": ["search", () => document.querySelector("input[type=search]").focus()],
    b: ["board", () => go("/board")],
    t: ["timeline", () => go("/timeline")],
    d: ["disagreements", () => go("/disagreements")],
    a: ["answers", () => go("/answers")],
    "?": ["these keys", help],
  };
  function step(by) {
    const all = rows().filter((e) => e.offsetParent !== null);
    if (!all.length) return;
    const at = all.indexOf(document.activeElement);
    const next = all[Math.min(all.length - 1, Math.max(0, at + by))];
    if (!next.hasAttribute("tabindex") && next.tagName === "TH") next.tabIndex = -1;
    next.focus();
  }
  function shift(by) {
    const field = document.querySelector("input[name=as_of]");
    if (!field || !field.value) return;
    const day = new Date(field.value + "T00:00:00Z");
    day.setUTCDate(day.getUTCDate() + by);
    field.value = day.toISOString().slice(0, 10);
    field.form.submit();
  }
  function go(path) {
    const link = document.querySelector(`.rail a[href^="${path}"]`);
    if (link) link.click();
  }
  function help() {
    const old = document.querySelector("dialog");
    if (old) { old.close(); old.remove(); return; }
    const box = document.createElement("dialog");
    const list = document.createElement("ul");
    for (const [key, [what]] of Object.entries(keys)) {
      const item = document.createElement("li");
      const shown = document.createElement("kbd");
      shown.textContent = key;
      item.append(shown, " " + what);
      list.append(item);
    }
    const title = document.createElement("h2");
    title.textContent = "Keys";
    box.append(title, list);
    document.body.append(box);
    box.showModal();
  }
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
    const found = keys[event.key];
    if (found) { event.preventDefault(); found[1](); }
  });
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target) { const row = target.matches("details") ? target : target.querySelector("details"); if (row) row.open = true; }
})();
