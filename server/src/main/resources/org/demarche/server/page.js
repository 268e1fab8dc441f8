// Keys, dropping of files and news of the ledger: what the page can do without, nothing depends on it. Keys are off inside inputs.
"use strict";
(() => {
  const pick = (css) => [...document.querySelectorAll(css)].filter((e) => e.checkVisibility());
  const rows = () => pick(".row > summary, .reports a, .pairs .response a, .matrix tbody th, .cards li > p:first-child > a");
  const keys = {
    j: ["next row", () => step(1)],
    k: ["row before", () => step(-1)],
    Enter: ["open or close the row", null],
    o: ["open the source sentence", open],
    "+": ["timeline: zoom in", () => follow("a[rel~=zoom-in]")],
    "-": ["timeline: zoom out", () => follow("a[rel~=zoom-out]")],
    "[": ["as of the change before", () => follow("a[rel=prev]")],
    "]": ["as of the next change", () => follow("a[rel=next]")],
    "/": ["search", () => document.querySelector("input[type=search]").focus()],
    b: ["board, or background of the timeline", () => toggle(".background") || go("/board")],
    t: ["timeline", () => go("/timeline")],
    d: ["only what is told differently, or disagreements", () => follow('.chips a[href*="only=disputed"]') || go("/disagreements")],
    a: ["answers", () => go("/answers")],
    r: ["review", () => go("/review")],
    p: ["plots", () => go("/plots")],
    f: ["filters", () => toggle(".facets details")],
    1: ["layers of the reader: 1 to 5", () => layer(0)],
    w: ["reader: add a claim from the chosen words", () => follow(".pick a")],
    y: ["review: accept, or confirm a merge or split", () => press("y")],
    n: ["review: reject", () => press("n")],
    u: ["review: unsure, later", () => press("u")],
    c: ["review: comment", () => press("c")],
    e: ["review: correct a field", correct],
    m: ["review: the same as another event", () => pick("#merge input")[0]?.focus()],
    s: ["review: split out claims", () => pick(".tick input")[0]?.focus()],
    z: ["review: undo the last decision", () => press(null)],
    Escape: ["close", close],
    "?": ["these keys", help],
  };
  for (let i = 2; i <= 5; i++) keys[i] = [null, () => layer(i - 1)];

  function step(by) {
    const all = rows();
    if (!all.length) return;
    const at = all.indexOf(document.activeElement);
    const next = all[Math.min(all.length - 1, Math.max(0, at + by))];
    if (next.tagName === "TH") next.tabIndex = -1;
    next.focus();
  }
  function open() {
    const row = document.activeElement.closest("details, li, tr, section");
    const link = row && row.querySelector("a.outlet, a.words");
    if (link) link.click();
  }
  function follow(css) {
    const link = document.querySelector(css);
    if (link) link.click();
    return !!link;
  }
  function toggle(css) {
    const box = document.querySelector(css);
    if (!box) return false;
    box.open = !box.open;
    box.querySelector("summary").focus();
    return true;
  }
  function go(path) {
    const link = document.querySelector(`.rail a[href^="${path}"]`);
    if (link) link.click();
  }
  function layer(i) {
    const box = document.querySelectorAll(".layers input")[i];
    if (box) box.click();
  }
  function press(key) {
    const button = key ? pick(`.panel > .decide button[data-key=${key}]`)[0] : document.querySelector("button[data-undo]");
    if (button) button.click();
  }
  function correct() {
    const fold = document.querySelector(".item .cards details");
    if (!fold) return;
    fold.open = true;
    const field = fold.querySelector("input[name=value]");
    if (field) field.focus();
  }
  function close() {
    const box = document.querySelector("dialog");
    if (box) { box.close(); box.remove(); return; }
    const row = document.activeElement.closest("details[open]");
    if (row) { row.open = false; row.querySelector("summary").focus(); } else document.activeElement.blur();
  }
  function help() {
    if (document.querySelector("dialog")) { close(); return; }
    const box = document.createElement("dialog");
    box.setAttribute("aria-label", "Keys");
    const list = document.createElement("ul");
    for (const [key, [what]] of Object.entries(keys)) {
      if (!what) continue;
      const item = document.createElement("li");
      const shown = document.createElement("kbd");
      shown.textContent = key === "Escape" ? "Esc" : key;
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
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName) && !/^(checkbox|radio|submit)$/.test(event.target.type);
    if (event.ctrlKey || event.metaKey || event.altKey || (typing && event.key !== "Escape")) return;
    const found = keys[event.key];
    if (found && found[1]) { event.preventDefault(); found[1](); }
  });

  // A link to a row opens it.
  function reveal() {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    for (let box = target.closest("details"); box; box = box.parentElement.closest("details")) box.open = true;
    const row = target.matches("details") ? target : target.querySelector(":scope > details.row");
    if (row) row.open = true;
    target.scrollIntoView({ block: "start" });
  }
  addEventListener("hashchange", reveal);
  reveal();

  // On a narrow screen the strip begins at its end, where most of the events are.
  for (const box of document.querySelectorAll(".wide:has(> .strip)")) box.scrollLeft = box.scrollWidth;

  // What is opened in the list is shown in the strip.
  for (const row of document.querySelectorAll(".row.event")) {
    row.addEventListener("toggle", () => {
      const dot = document.querySelector(`.strip a[href="#${row.parentElement.id}"]`);
      if (dot) dot.classList.toggle("chosen", row.open);
    });
  }

  // Claims and their sentences light up together.
  for (const card of document.querySelectorAll("[data-sentence]")) {
    const sentence = document.getElementById(card.dataset.sentence);
    if (!sentence) continue;
    for (const [on, off] of [["mouseenter", "mouseleave"], ["focusin", "focusout"]]) {
      card.addEventListener(on, () => sentence.classList.add("lit"));
      card.addEventListener(off, () => sentence.classList.remove("lit"));
    }
  }

  // Words chosen in a report can be added as a claim, or a claim of theirs be corrected; where they stand is counted in code points, as citations are.
  const article = document.querySelector(".reader article");
  if (article && document.querySelector("#missed, #add")) {
    const menu = document.createElement("nav");
    menu.className = "pick";
    menu.setAttribute("aria-label", "With the chosen words");
    const doings = [["", "Add a claim", "w"], ["actors", "Wrong actor"], ["date", "Wrong date"], ["reject", "Not an event"], ["attribution", "Quote by \u2026"]];
    const links = doings.map(([fix, name, key]) => {
      const link = document.createElement("a");
      link.textContent = name;
      link.dataset.fix = fix;
      if (key) {
        const shown = document.createElement("kbd");
        shown.textContent = key;
        link.append(" ", shown);
      }
      menu.append(link);
      return link;
    });
    document.addEventListener("selectionchange", () => {
      const chosen = getSelection();
      const range = chosen.rangeCount && !chosen.isCollapsed ? chosen.getRangeAt(0) : null;
      const from = range && (range.startContainer.nodeType === 1 ? range.startContainer : range.startContainer.parentElement);
      const sentence = from && article.contains(from) && from.closest(".sentence");
      if (!sentence) { menu.remove(); return; }
      const before = document.createRange();
      before.setStart(sentence, 0);
      before.setEnd(range.startContainer, range.startOffset);
      const inside = range.cloneRange();
      if (!sentence.contains(inside.endContainer)) inside.setEnd(sentence, sentence.childNodes.length);
      const words = inside.toString();
      const lead = words.length - words.trimStart().length;
      const start = Number(sentence.dataset.from) + [...before.toString(), ...words.slice(0, lead)].length;
      if (!words.trim()) { menu.remove(); return; }
      const address = new URL(location.href);
      for (const name of ["claim", "value", "field", "fix"]) address.searchParams.delete(name);
      address.searchParams.set("add", `${start}-${start + [...words.trim()].length}`);
      address.hash = "add";
      for (const link of links) {
        if (link.dataset.fix) address.searchParams.set("fix", link.dataset.fix);
        link.href = address.href;
      }
      const place = range.getBoundingClientRect();
      document.body.append(menu);
      menu.style.top = `${place.bottom + scrollY + 6}px`;
      menu.style.left = `${Math.max(4, Math.min(place.left + scrollX, innerWidth - menu.offsetWidth - 8))}px`;
    });
  }

  // What is decided is worked out for the whole ledger: a large one takes seconds, so it says so and takes no second click.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method !== "post" || form.matches(".drop")) return;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "yes";
    const begun = Date.now();
    const place = document.getElementById("live");
    const say = () => { place.textContent = `Written; working out what follows \u2026 ${Math.round((Date.now() - begun) / 1000)} s`; };
    const waiting = setTimeout(() => { say(); setInterval(say, 1000); }, 400);
    addEventListener("pagehide", () => { clearTimeout(waiting); delete form.dataset.sent; place.textContent = ""; }, { once: true });
  });

  // Files dropped anywhere on the page with the form.
  const drop = document.querySelector(".drop");
  if (drop) {
    const input = drop.querySelector("input[type=file]");
    addEventListener("dragover", (event) => { event.preventDefault(); drop.classList.add("over"); });
    addEventListener("dragleave", () => drop.classList.remove("over"));
    addEventListener("drop", async (event) => {
      event.preventDefault();
      drop.classList.remove("over");
      const all = new DataTransfer();
      const entries = [...event.dataTransfer.items].map((i) => i.webkitGetAsEntry && i.webkitGetAsEntry()).filter(Boolean);
      for (const entry of entries) await walk(entry, all);
      if (!entries.length) for (const file of event.dataTransfer.files) all.items.add(file);
      input.files = all.files;
      if (all.files.length) drop.requestSubmit();
    });
  }
  async function walk(entry, into) {
    if (entry.isFile) into.items.add(await new Promise((yes, no) => entry.file(yes, no)));
    else if (entry.isDirectory) {
      const reader = entry.createReader();
      for (;;) {
        const some = await new Promise((yes, no) => reader.readEntries(yes, no));
        if (!some.length) return;
        for (const each of some) await walk(each, into);
      }
    }
  }

  // News of the ledger: nothing moves under the reader's eyes, a line offers to show it.
  const live = document.getElementById("live");
  if (live && "EventSource" in window) {
    const mark = document.documentElement.dataset.mark.replace(/[^A-Za-z0-9:._-]/g, "");
    let before = null;
    const plural = (n, one) => `${n} new ${one}${n === 1 ? "" : "s"}`;
    const source = new EventSource("/live");
    source.addEventListener("ledger", (message) => {
      const now = JSON.parse(message.data);
      if (now.mark === mark) { before = now; return; }
      const more = (what) => (before === null ? 0 : Math.max(0, now[what] - before[what]));
      const news = [[more("documents"), "report"], [more("events"), "event"], [more("decisions"), "decision"]]
        .filter(([n]) => n > 0).map(([n, one]) => plural(n, one)).join(", ");
      const link = document.createElement("a");
      link.href = location.href;
      link.textContent = news ? `${news}: show` : "The ledger has changed: show it";
      link.addEventListener("click", (event) => { event.preventDefault(); location.reload(); });
      live.replaceChildren(link);
    });
    source.addEventListener("progress", (message) => {
      const now = JSON.parse(message.data);
      const line = document.getElementById("progress") || live;
      line.textContent = `Reading: ${now.coded} coded of ${now.files} files, ${now.claims} claims so far. Still reading.`;
    });
    source.addEventListener("done", () => {
      const line = document.getElementById("progress");
      if (line && line.textContent.startsWith("Reading:")) location.reload();
      else if (live.textContent.startsWith("Reading:")) live.textContent = "";
    });
    addEventListener("pagehide", () => source.close());
  }
})();
