// What makes the wall quicker than its forms: dragging, keys, and moving a card without loading the page again.
// Everything here can be done without it.
"use strict";
(() => {
  const at = (id) => document.getElementById(id);
  const root = document.documentElement;
  const act = at("act"), said = at("said"), undo = at("undo"), more = at("more");
  const boxOf = (card) => card.querySelector("input[name=piece]");
  const cards = () => [...document.querySelectorAll(".card")];
  const chosenCards = () => [...document.querySelectorAll(".card > :checked")].map((box) => box.closest(".card"));
  root.classList.add("scripted");
  more.open = matchMedia("(min-width: 48.01rem)").matches;

  const count = () => {
    const n = chosenCards().length;
    act.classList.toggle("some", n > 0);
    at("chosen").textContent = n;
  };
  const choose = (card, on) => { boxOf(card).checked = on; count(); };

  // A card is dealt with: the hand stays where it was, on the next one.
  const nextAfter = (ids) => {
    const first = document.activeElement.closest(".card"), gone = new Set(ids);
    if (!first || !gone.has(first.id)) return null;
    for (let card = first; card; card = card.nextElementSibling) if (!gone.has(card.id)) return card;
    for (let card = first; card; card = card.previousElementSibling) if (!gone.has(card.id)) return card;
    return first.closest("section");
  };
  const focus = (place) => place && (place.matches("section") ? place : place.querySelector("a")).focus();

  const show = (told) => {
    const moved = [];
    let gone = false; // whether a card has left its column: only then is it told where to
    for (const [id, { column, html }] of Object.entries(told.cards)) {
      const shape = document.createElement("template");
      shape.innerHTML = html.trim();
      const fresh = shape.content.firstElementChild;
      const list = document.querySelector(`section[data-column="${column}"] .cards`);
      const old = at(id);
      if (old && old.parentElement === list) old.replaceWith(fresh);
      else { gone = true; if (old) old.remove(); list.prepend(fresh); }
      moved.push(fresh);
    }
    for (const [target, { grade, said: text, count: n }] of Object.entries(told.readiness)) {
      for (const place of document.querySelectorAll(`[data-column="${target}"]`)) {
        const pill = place.querySelector(".grade");
        if (pill && grade) { pill.className = `grade ${grade}`; pill.textContent = text; }
        const number = place.querySelector(".count");
        if (number && n !== undefined) number.textContent = n;
        const empty = place.querySelector(".empty");
        if (empty) empty.hidden = n > 0;
      }
    }
    undo.disabled = !told.undoable;
    count();
    const names = moved.slice(0, 3).map((card) => card.querySelector(".name").textContent);
    const where = gone ? ` → ${moved[0].closest("section").querySelector("h2 span").textContent}` : " ✓";
    said.textContent = moved.length ? `${names.join(", ")}${moved.length > 3 ? ` … (${moved.length})` : ""}${where}` : "";
    return moved;
  };

  let waiting = Promise.resolve(); // one after the other, as they were asked for
  const send = (address, fields) => (waiting = waiting.then(() => ask(address, fields)));
  const ask = async (address, fields) => {
    root.classList.add("busy");
    try {
      const body = new URLSearchParams(fields);
      const answer = await fetch(address, { method: "POST", body, headers: { Accept: "application/json" } });
      const told = await answer.json();
      if (told.problems) { said.textContent = told.problems.flat().join(" "); return; }
      if (told.address) { location.assign(told.address); return; }
      const next = nextAfter(Object.keys(told.cards));
      const [first] = show(told);
      if (next) focus(at(next.id));
      else if (document.activeElement === document.body) focus(first);
    } catch {
      location.reload();
    } finally {
      root.classList.remove("busy");
    }
  };

  const put = (ids, column) => {
    if (column !== "left-out") return send(act.action, [...ids.map((id) => ["piece", id]), ["target", column]]);
    for (const id of ids) boxOf(at(id)).checked = true;
    count();
    more.open = true;
    at("because").focus();
  };

  document.addEventListener("submit", (event) => {
    event.preventDefault();
    const form = event.target, button = event.submitter;
    send(button && button.hasAttribute("formaction") ? button.formAction : form.action, [...new FormData(form, button)]);
  });
  document.addEventListener("change", (event) => { if (event.target.name === "piece") count(); });

  let last = null;
  document.addEventListener("click", (event) => {
    const box = event.target.closest("input[name=piece]");
    if (!box) return;
    if (event.shiftKey && last) {
      const all = cards().map(boxOf);
      const [from, to] = [all.indexOf(last), all.indexOf(box)].sort((a, b) => a - b);
      for (const each of all.slice(from, to + 1)) each.checked = box.checked;
      count();
    }
    last = box;
  });

  let dragged = [];
  document.addEventListener("dragstart", (event) => {
    const card = event.target.closest(".card");
    if (!card) return;
    dragged = boxOf(card).checked ? chosenCards().map((each) => each.id) : [card.id];
    event.dataTransfer.setData("text/plain", dragged.join(" "));
    event.dataTransfer.effectAllowed = "move";
    root.classList.add("dragging");
  });
  const placeAt = (event) => dragged.length && event.target.closest && event.target.closest("[data-column]");
  const rest = () => {
    root.classList.remove("dragging");
    for (const each of document.querySelectorAll(".over")) each.classList.remove("over");
  };
  document.addEventListener("dragover", (event) => {
    const place = placeAt(event);
    if (!place) return;
    event.preventDefault();
    for (const each of document.querySelectorAll(".over")) if (each !== place) each.classList.remove("over");
    place.classList.add("over");
  });
  document.addEventListener("drop", (event) => {
    const place = placeAt(event);
    rest();
    if (!place) return;
    event.preventDefault();
    put(dragged, place.dataset.column);
    dragged = [];
  });
  document.addEventListener("dragend", () => { dragged = []; rest(); });

  const step = (card, key) => {
    const all = cards(), here = all.indexOf(card);
    if (key === "ArrowRight" || key === "ArrowLeft") return all[here + (key === "ArrowRight" ? 1 : -1)];
    const box = card.getBoundingClientRect();
    const beyond = key === "ArrowDown" ? all.slice(here + 1) : all.slice(0, here).reverse();
    return beyond.slice(0, 40).find((each) => {
      const other = each.getBoundingClientRect();
      return Math.abs(other.left - box.left) < box.width / 2 && Math.abs(other.top - box.top) > 1;
    });
  };

  document.addEventListener("keydown", (event) => {
    const typing = event.target.matches("input:not([type=checkbox]), textarea, select");
    if (event.ctrlKey || event.metaKey || event.altKey || typing) return;
    if (event.key === "u") { undo.click(); return; }
    const card = event.target.closest(".card");
    if (!card) return;
    const chosen = chosenCards().map((each) => each.id);
    const column = /^[0-9]$/.test(event.key) && document.querySelectorAll("section[data-column]")[+event.key];
    if (column && column.id !== "left-out") {
      put(chosen.length ? chosen : [card.id], column.id);
    } else if (event.key === " " && event.target.type !== "checkbox") {
      choose(card, !boxOf(card).checked);
    } else if (event.key === "m") {
      choose(card, true);
      at("target").focus();
    } else if (event.key.startsWith("Arrow")) {
      focus(step(card, event.key));
    } else return;
    event.preventDefault();
  });
  count();
})();
