// What makes the wall quicker than its forms: dragging, keys, and moving a card without loading the page again.
// Everything here can be done without it.
"use strict";
(() => {
  const act = document.getElementById("act");
  if (!act) return;
  document.documentElement.classList.add("scripted");
  const said = document.getElementById("said");
  const chosen = document.getElementById("chosen");
  const undo = document.getElementById("undo");
  const cards = () => [...document.querySelectorAll(".card")];
  const boxOf = (card) => card.querySelector("input[name=piece]");
  const chosenCards = () => cards().filter((card) => boxOf(card).checked);

  const count = () => {
    const n = chosenCards().length;
    act.classList.toggle("some", n > 0);
    chosen.textContent = n;
  };

  const send = async (address, fields) => {
    const body = new URLSearchParams(fields);
    let answer;
    try {
      answer = await fetch(address, { method: "POST", body, headers: { Accept: "application/json" } });
    } catch {
      location.reload();
      return;
    }
    const told = await answer.json();
    if (told.problems) {
      said.textContent = told.problems.flat().join(" ");
      said.scrollIntoView({ block: "center" });
      return;
    }
    for (const [id, { column, html }] of Object.entries(told.cards)) {
      const shape = document.createElement("template");
      shape.innerHTML = html.trim();
      const fresh = shape.content.firstElementChild;
      const list = document.querySelector(`section[data-column="${column}"] .cards`);
      const old = document.getElementById(id);
      const stays = old && old.parentElement === list;
      stays ? old.replaceWith(fresh) : (old && old.remove(), list.prepend(fresh));
    }
    for (const [target, { grade, said: text, count: n }] of Object.entries(told.readiness)) {
      for (const place of document.querySelectorAll(`[data-column="${target}"], [data-target="${target}"]`)) {
        const pill = place.querySelector(".grade");
        if (pill && grade) { pill.className = `grade ${grade}`; pill.textContent = text; }
        const number = place.querySelector(".count");
        if (number) number.textContent = n;
        const empty = place.querySelector(".empty");
        if (empty) empty.hidden = n > 0;
      }
    }
    undo.disabled = !told.undoable;
    count();
    const first = document.getElementById(Object.keys(told.cards)[0]);
    if (first) {
      said.textContent = first.querySelector(".name").textContent + " → " + first.closest("section").querySelector("h2").firstChild.textContent.trim();
      first.querySelector("a").focus({ preventScroll: true });
    }
  };

  const put = (ids, column) => {
    if (column === "left-out") { for (const id of ids) boxOf(document.getElementById(id)).checked = true; count(); document.getElementById("because").focus(); return; }
    send(act.action, [...ids.map((id) => ["piece", id]), ["target", column]]);
  };

  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method !== "post") return;
    event.preventDefault();
    const button = event.submitter;
    const fields = [...new FormData(form, button)];
    send(button && button.hasAttribute("formaction") ? button.formAction : form.action, fields);
  });
  document.addEventListener("change", (event) => { if (event.target.name === "piece") count(); });

  let last = null;
  document.addEventListener("click", (event) => {
    const box = event.target.closest("input[name=piece]");
    if (!box) return;
    const all = cards().map(boxOf);
    if (event.shiftKey && last) {
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
    document.documentElement.classList.add("dragging");
  });
  const placeAt = (event) => event.target.closest && event.target.closest("[data-column]");
  document.addEventListener("dragover", (event) => {
    const place = placeAt(event);
    if (!place || !dragged.length) return;
    event.preventDefault();
    for (const each of document.querySelectorAll(".over")) if (each !== place) each.classList.remove("over");
    place.classList.add("over");
  });
  const rest = () => {
    document.documentElement.classList.remove("dragging");
    for (const each of document.querySelectorAll(".over")) each.classList.remove("over");
  };
  document.addEventListener("drop", (event) => {
    const place = placeAt(event);
    rest();
    if (!place || !dragged.length) return;
    event.preventDefault();
    put(dragged, place.dataset.column);
    dragged = [];
  });
  document.addEventListener("dragend", rest);

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) && event.target.type !== "checkbox") return;
    const card = event.target.closest(".card");
    if (event.key === "u") { undo.click(); return; }
    if (!card) return;
    const columns = [...document.querySelectorAll("section[data-column]")].map((each) => each.dataset.column);
    const ids = chosenCards().length ? chosenCards().map((each) => each.id) : [card.id];
    if (/^[0-9]$/.test(event.key) && columns[+event.key] && columns[+event.key] !== "left-out") { event.preventDefault(); put(ids, columns[+event.key]); }
    if (event.key === " " && event.target.type !== "checkbox") { event.preventDefault(); boxOf(card).checked = !boxOf(card).checked; count(); }
    if (event.key === "m") { event.preventDefault(); boxOf(card).checked = true; count(); document.getElementById("target").focus(); }
    if (event.key === "ArrowRight" || event.key === "ArrowLeft") {
      const all = cards();
      const next = all[all.indexOf(card) + (event.key === "ArrowRight" ? 1 : -1)];
      if (next) { event.preventDefault(); next.querySelector("a").focus(); }
    }
  });
  count();
})();
