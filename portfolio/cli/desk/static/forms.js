// How far a making is, and how long a text is, while one looks at it. Everything here can be done without it.
"use strict";
(() => {
  // The wall sends its own forms and stays; those of the menu lead to another page.
  const leaving = (event) => { if (event.target.closest(".menu")) event.stopImmediatePropagation(); };
  document.addEventListener("submit", leaving, { capture: true });

  const making = document.getElementById("making");
  const ask = async () => {
    let told;
    try {
      told = await (await fetch(making.dataset.address, { headers: { Accept: "application/json" } })).json();
    } catch {
      setTimeout(ask, 5000); // a computer that slept, say
      return;
    }
    if (!told.running) {
      location.replace(making.dataset.address);
      return;
    }
    document.getElementById("stage").textContent = told.said;
    document.getElementById("made-name").textContent = told.name;
    document.getElementById("made-count").textContent = `${told.done} / ${told.total}`;
    const bar = document.getElementById("made");
    bar.max = told.total || 1;
    bar.value = told.done;
    setTimeout(ask, 500);
  };
  if (making) setTimeout(ask, 500);

  const text = document.getElementById("text");
  const letters = document.getElementById("letters");
  if (text && letters) {
    const limit = Number(letters.dataset.limit);
    const count = () => {
      // As the form of the platform counts: without comments, a line's end as one.
      const n = text.value.replace(/<!--[^]*?-->/g, "").trim().normalize("NFC").length;
      letters.firstElementChild.textContent = n;
      letters.classList.toggle("over", limit > 0 && n > limit);
    };
    text.addEventListener("input", count);
    count(); // a text that was refused is not the one of the file
  }

  // Who typed something, or was told that it is not right yet, is asked before another page takes its place.
  const main = document.querySelector("main.plain");
  if (main) {
    let changed = main.querySelector("[aria-invalid], [data-unsaved]") !== null;
    main.addEventListener("input", () => { changed = true; });
    main.addEventListener("submit", () => { changed = false; });
    main.addEventListener("click", (event) => { if (event.target.closest("[data-drops]")) changed = false; });
    addEventListener("beforeunload", (event) => { if (changed) event.preventDefault(); });
  }
})();
