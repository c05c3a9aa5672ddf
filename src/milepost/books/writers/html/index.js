// Filters the measures and opens their folds. The page is whole without it.
(() => {
  const form = document.querySelector("form.filters");
  if (!form) return;
  const rows = [...document.querySelectorAll("table.ms tbody tr")];
  const folds = rows.flatMap((row) => [...row.querySelectorAll("details")]);
  const text = rows.map((row) => row.textContent.toLowerCase());
  const [words, unit, kind, all, count] = ["q", "u", "k", "all", "n"].map((id) => document.getElementById(id));

  const matches = (row, index) => {
    const asked = words.value.toLowerCase().split(/\s+/).filter(Boolean);
    const units = [...row.dataset.u.split(" "), row.dataset.l];
    return asked.every((word) => text[index].includes(word))
      && (!unit.value || units.includes(unit.value))
      && (!kind.value || row.dataset.k === kind.value);
  };

  const say = (shown) => {
    const template = rows.length === 1 ? form.dataset.one : form.dataset.many;
    return template.replace("{n}", shown === rows.length ? shown : `${shown} / ${rows.length}`);
  };

  const filter = () => {
    rows.forEach((row, index) => { row.hidden = !matches(row, index); });
    count.textContent = say(rows.filter((row) => !row.hidden).length);
  };

  const clear = () => { words.value = unit.value = kind.value = ""; filter(); };

  const openNamed = () => {
    const row = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!row || !rows.includes(row)) return;
    if (row.hidden) clear();
    row.querySelector("details").open = true;
    row.scrollIntoView();
  };

  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  [words, unit, kind].forEach((field) => field.addEventListener("input", filter));
  all.addEventListener("click", () => {
    const open = !folds.every((fold) => fold.open);
    folds.forEach((fold) => { fold.open = open; });
    all.textContent = open ? form.dataset.close : form.dataset.open;
  });
  document.addEventListener("keydown", (event) => {
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName);
    if (event.key === "/" && !typing) { event.preventDefault(); words.focus(); }
    if (event.key === "Escape" && document.activeElement === words) clear();
  });
  addEventListener("hashchange", openNamed);
  filter();
  openNamed();
})();
