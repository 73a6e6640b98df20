// Filters the table of findings. Without it the whole table stands there and the controls stay hidden.
"use strict";
(function () {
  const form = document.getElementById("filter");
  if (!form) return;
  const rows = Array.from(document.querySelectorAll("#findings tbody tr"));
  const texts = rows.map((row) => plain(row.textContent));
  const choices = Array.from(form.querySelectorAll("select"));
  const search = document.getElementById("search");
  const shown = document.getElementById("shown");

  // Words are found in any case, typed with marks or without.
  function plain(text) {
    return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d").toLowerCase().replace(/\s+/g, " ");
  }

  function show() {
    const words = plain(search.value).trim().split(" ").filter(Boolean);
    let count = 0;
    rows.forEach((row, at) => {
      const fits = choices.every((one) => !one.value || row.dataset[one.dataset.by] === one.value)
        && words.every((word) => texts[at].includes(word));
      row.hidden = !fits;
      count += fits ? 1 : 0;
    });
    shown.textContent = shown.dataset.said.replace("{n}", count).replace("{all}", rows.length);
  }

  form.hidden = false;
  form.addEventListener("input", show);
  form.addEventListener("reset", () => setTimeout(show));
  form.addEventListener("submit", (event) => event.preventDefault());
  show();
})();
