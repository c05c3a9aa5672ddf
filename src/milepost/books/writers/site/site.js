// Searches, filters and sorts the measures; dark or light. The page is whole without it.
(() => {
  const form = document.querySelector("form.filters");
  const body = document.querySelector("#list tbody");
  if (!form || !body) return;
  const $ = (id) => document.getElementById(id);
  const rows = [...body.rows];
  const page = 200; // rows laid out at once; more follow when the end comes into view
  const text = rows.map((row) => row.textContent.toLowerCase().normalize("NFKC"));
  const [words, mark, group, unit, due, all, count] = ["q", "fs", "fg", "fu", "fd", "all", "n"].map($);
  const fields = [words, mark, group, unit, due];
  const fits = rows.map(() => true);
  const more = document.createElement("button");
  let order = rows.map((_, index) => index);
  let limit = page;
  const limitDay = (days) => new Date(Date.parse(form.dataset.today) + days * 864e5).toISOString().slice(0, 10);

  const lay = (room) => {
    let left = room;
    for (const index of order) {
      const hide = !fits[index] || left <= 0;
      if (!hide) left -= 1;
      if (rows[index].hidden !== hide) rows[index].hidden = hide;
    }
    more.hidden = left > 0 || fits.filter(Boolean).length <= room;
  };

  const filter = () => {
    const asked = words.value.toLowerCase().normalize("NFKC").split(/\s+/).filter(Boolean);
    const last = due.value ? limitDay(Number(due.value)) : "";
    let number = 0;
    rows.forEach((row, index) => {
      const data = row.dataset;
      fits[index] = (!mark.value || data.m === mark.value)
        && (!group.value || data.k === group.value)
        && (!unit.value || ` ${data.u} `.includes(` ${unit.value} `))
        && (!last || (!data.d && data.b <= last))
        && asked.every((word) => text[index].includes(word));
      if (fits[index]) number += 1;
    });
    limit = page;
    lay(limit);
    const template = number === 1 && rows.length === 1 ? form.dataset.one : form.dataset.many;
    count.textContent = template.replace("{n}", number === rows.length ? number : `${number} / ${rows.length}`);
    document.querySelectorAll("[data-mark]").forEach((figure) => {
      if (figure.dataset.mark === mark.value) figure.setAttribute("aria-current", "true");
      else figure.removeAttribute("aria-current");
    });
  };

  const clear = () => { fields.forEach((field) => { field.value = ""; }); filter(); };

  const sort = (head) => {
    const key = head.dataset.sort;
    const down = head.getAttribute("aria-sort") === "ascending";
    document.querySelectorAll("#list th[aria-sort]").forEach((other) => other.removeAttribute("aria-sort"));
    head.setAttribute("aria-sort", down ? "descending" : "ascending");
    const tongue = new Intl.Collator(document.documentElement.lang);
    order = rows.map((_, index) => index).sort((one, other) => {
      const [first, second] = [rows[one].dataset, rows[other].dataset];
      return tongue.compare(first[key], second[key]) || (first.n < second.n ? -1 : 1);
    });
    if (down) order.reverse();
    const moved = document.createDocumentFragment();
    order.forEach((index) => moved.append(rows[index]));
    limit = page;
    lay(limit);
    body.append(moved);
  };

  document.querySelectorAll("#list th[data-sort]").forEach((head) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "sort";
    button.textContent = head.textContent;
    button.addEventListener("click", () => sort(head));
    head.replaceChildren(button);
  });

  const openNamed = () => {
    const row = $(decodeURIComponent(location.hash.slice(1)));
    if (!row || !rows.includes(row)) return;
    if (row.hidden) { clear(); lay(rows.length); }
    row.querySelector("details").open = true;
    row.scrollIntoView();
  };

  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  fields.forEach((field) => field.addEventListener("input", filter));
  $("clear").addEventListener("click", () => { clear(); words.focus(); });
  all.addEventListener("click", () => {
    const open = all.getAttribute("aria-expanded") !== "true";
    rows.forEach((row, index) => { if (fits[index]) row.querySelector("details").open = open; });
    all.textContent = open ? form.dataset.close : form.dataset.open;
    all.setAttribute("aria-expanded", String(open));
  });
  document.querySelectorAll("[data-mark]").forEach((figure) => figure.addEventListener("click", (event) => {
    event.preventDefault();
    const known = [...mark.options].some((option) => option.value === figure.dataset.mark);
    if (!known) return;
    mark.value = mark.value === figure.dataset.mark ? "" : figure.dataset.mark;
    filter();
    $("measures").scrollIntoView();
  }));
  more.type = "button";
  more.className = "btn more";
  more.textContent = form.dataset.more;
  more.addEventListener("click", () => { limit += page; lay(limit); });
  body.closest(".scroll").after(more);
  new IntersectionObserver((seen) => { if (seen[0].isIntersecting) more.click(); }, { rootMargin: "400px" })
    .observe(more);
  addEventListener("beforeprint", () => lay(rows.length));
  addEventListener("afterprint", () => lay(limit));
  const theme = $("theme");
  theme.hidden = false;
  theme.addEventListener("click", () => {
    const root = document.documentElement;
    const dark = root.dataset.theme
      ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
  });
  $("print").hidden = false;
  $("print").addEventListener("click", () => print());
  document.addEventListener("keydown", (event) => {
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName);
    if (event.key === "/" && !typing) { event.preventDefault(); words.focus(); }
    if (event.key === "Escape" && form.contains(document.activeElement)) clear();
  });
  addEventListener("hashchange", openNamed);
  filter();
  openNamed();
})();
