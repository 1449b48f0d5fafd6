// What makes the page of a piece quicker: boxes drawn on the picture, and forms that leave the hand where it is.
// Everything here can be done without it: boxes are fractions of the picture in a field.
"use strict";
(() => {
  const at = (id) => document.getElementById(id);
  const LEAST = 0.01; // of the picture: what is smaller was a slip
  const STEP = 0.02; // of the picture: how far an arrow key moves a box
  const ARROWS = { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] };
  const fourOf = (text) => text.trim().split(/[\s,]+/).map(Number);
  const isBox = (figures) => figures.length === 4 && figures.every((figure) => figure >= 0 && figure <= 1);
  const boxesIn = (field) => field.value.split(/[;\n]/).map(fourOf).filter(isBox);
  const written = (box) => box.map((figure) => +figure.toFixed(4)).join(" ");
  const chosen = () => document.querySelector("input[name=tool]:checked");

  // Fractions of what is seen and of the whole upright picture, of which a part may be all that is shown.
  const shown = () => fourOf(at("picture").dataset.crop);
  const toWhole = ([left, top, width, height]) => {
    const [x, y, wide, high] = shown();
    return [x + left * wide, y + top * high, width * wide, height * high];
  };
  const toSeen = ([left, top, width, height]) => {
    const [x, y, wide, high] = shown();
    return [(left - x) / wide, (top - y) / high, width / wide, height / high];
  };

  const lay = (mark, [left, top, width, height]) => {
    Object.assign(mark.style, { left: `${left * 100}%`, top: `${top * 100}%`, width: `${width * 100}%`, height: `${height * 100}%` });
    return mark;
  };
  const marked = (key) => Object.assign(document.createElement("span"), { className: `box ${key}` });
  const outline = () => {
    for (const old of document.querySelectorAll("#picture .box")) old.remove();
    for (const tool of document.querySelectorAll("input[name=tool]"))
      for (const box of boxesIn(at(tool.value))) at("picture").append(lay(marked(tool.value), toSeen(box)));
  };

  let forget = () => {}; // drops the box that is drawn just now
  const draw = (picture) => {
    let from = null, mark = null, laid = null; // where a pointer began; the box that keys move
    const place = (event) => {
      const around = picture.getBoundingClientRect();
      const part = (value, start, length) => Math.min(1, Math.max(0, (value - start) / length));
      return [part(event.clientX, around.left, around.width), part(event.clientY, around.top, around.height)];
    };
    const drawn = (event) => {
      const [x, y] = place(event);
      return [Math.min(from[0], x), Math.min(from[1], y), Math.abs(x - from[0]), Math.abs(y - from[1])];
    };
    const end = () => { if (mark) mark.remove(); from = mark = laid = null; };
    const keep = (box) => {
      const field = at(chosen().value);
      end();
      if (box[2] < LEAST || box[3] < LEAST) return;
      const before = field.id === "crop" ? "" : field.value.trim().replace(/[;\s]+$/, "").replace(/^-$/, "");
      field.value = (before ? `${before}; ` : "") + written(toWhole(box));
      outline();
      at("said").textContent = picture.dataset.drawn;
    };
    picture.addEventListener("pointerdown", (event) => {
      if (!chosen() || event.button) return;
      event.preventDefault();
      picture.setPointerCapture(event.pointerId);
      from = place(event);
      picture.append((mark = marked(chosen().value)));
    });
    picture.addEventListener("pointermove", (event) => { if (from) lay(mark, drawn(event)); });
    picture.addEventListener("pointercancel", end);
    picture.addEventListener("pointerup", (event) => {
      if (!from) return;
      keep(drawn(event));
    });
    const within = (value, most) => Math.min(most, Math.max(LEAST, value));
    picture.addEventListener("keydown", (event) => {
      const arrow = ARROWS[event.key];
      if (!chosen() || event.target !== picture || !(event.key === "Enter" || (laid && arrow))) return;
      event.preventDefault();
      if (event.key === "Enter" && laid) return keep(laid);
      if (!laid) {
        end();
        laid = [0.4, 0.4, 0.2, 0.2];
        picture.append((mark = marked(chosen().value)));
      } else {
        const [x, y, wide, high] = laid, [right, down] = arrow;
        laid = event.shiftKey
          ? [x, y, within(wide + right, 1 - x), within(high + down, 1 - y)]
          : [Math.min(1 - wide, Math.max(0, x + right)), Math.min(1 - high, Math.max(0, y + down)), wide, high];
      }
      lay(mark, laid);
    });
    forget = end;
  };

  const arm = () => {
    const tools = at("tools");
    if (!tools) return;
    tools.hidden = false;
    at("picture").tabIndex = 0;
    at("picture").classList.toggle("armed", Boolean(chosen()));
    draw(at("picture"));
    outline();
    for (const tool of tools.querySelectorAll("input")) {
      tool.addEventListener("change", () => at("picture").classList.add("armed"));
      at(tool.value).addEventListener("input", outline);
    }
    at("unbox").addEventListener("click", () => {
      if (!chosen()) return;
      const field = at(chosen().value);
      field.value = field.value.split(/[;\n]/).slice(0, -1).join(";").trim();
      outline();
    });
  };

  const named = (page, name) => page.getElementsByName(name)[0];
  const lines = (words) => words.replace(/\r\n/g, "\n");
  // The fields that say something else than the file, or than what was sent of them just now.
  const unsaved = (sent) => [...document.querySelectorAll(".fields textarea, .fields input[type=text]")].filter(
    (field) => lines(field.value) !== lines(sent && sent.has(field.name) ? sent.get(field.name) : field.defaultValue));
  let reading = 0; // what the page will say in a moment
  const say = (words) => {
    clearTimeout(reading);
    const made = Object.assign(document.createElement("p"), { id: "said", role: "status" });
    (at("said") || document.querySelector("main").appendChild(made)).textContent = words;
  };
  const wordsOf = (page) => [...page.querySelectorAll("main h1, main > p")].filter((each) => !each.querySelector("a, button, label"))
    .map((each) => each.textContent.trim()).join(" ");

  // The page comes back with what it says now; the hand stays in its field, and what was said is read out. What is not
  // saved yet stays typed; it was begun from what the page showed then, unless it went on from what has been sent.
  const turn = (text, sent) => {
    const fresh = new DOMParser().parseFromString(text, "text/html");
    const open = unsaved(sent);
    if (open.some((field) => !named(fresh, field.name))) return say(wordsOf(fresh));
    for (const field of open) {
      named(fresh, field.name).value = field.value;
      if (sent.has(field.name)) continue;
      const shown = field.name.replace("text.", "shown.");
      named(fresh, shown).value = named(document, shown).value;
    }
    const focused = document.activeElement && document.activeElement.id;
    const tool = chosen() && chosen().value;
    const told = fresh.getElementById("said");
    const words = told ? told.textContent : "";
    if (told) told.textContent = "";
    const scroll = window.scrollY;
    document.title = fresh.title;
    document.body.replaceChildren(...fresh.body.childNodes);
    const kept = tool && document.querySelector(`input[name=tool][value=${tool}]`);
    if (kept) kept.checked = true;
    arm();
    window.scrollTo(0, scroll);
    const fault = document.querySelector("[aria-invalid]");
    const place = fault || (focused && at(focused)) || document.querySelector("textarea, button:enabled");
    if (place) place.focus({ preventScroll: !fault && Boolean(told) });
    if (told) reading = setTimeout(() => { told.textContent = words; }, 100);
  };

  document.addEventListener("keydown", (event) => { if (event.key === "Escape") forget(); });
  let waiting = Promise.resolve(); // one after the other, as they were asked for
  const send = async (form, sent) => {
    document.documentElement.classList.add("busy");
    try {
      const answer = await fetch(form.action, { method: "POST", body: sent }).catch(() => null);
      if (answer && answer.redirected && !answer.url.includes("/piece/")) location.assign(answer.url); // another page
      else if (answer) turn(await answer.text(), sent);
      else say(document.body.dataset.unanswered);
    } catch {
      form.submit();
    } finally {
      document.documentElement.classList.remove("busy");
    }
  };
  document.addEventListener("submit", (event) => {
    event.preventDefault();
    const form = event.target, sent = new URLSearchParams([...new FormData(form, event.submitter)]);
    waiting = waiting.then(() => send(form, sent));
  });
  addEventListener("beforeunload", (event) => {
    if (unsaved().length || document.querySelector(".fields [aria-invalid], [data-unsaved]")) event.preventDefault();
  });
  arm();
})();
