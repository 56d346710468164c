/**
 * What runs in the page of a work list: sorts, filters, shows a hundred more, and opens explanations, which are unpacked when they are
 * asked for. Whatever comes from the data is set as text; explanations are markup that this package wrote and escaped.
 */
export const SCRIPT = `"use strict";
(() => {
  const at = (id) => document.getElementById(id);
  const { channels, domains, texts, rows, chunk, chunks } = JSON.parse(at("data").textContent);
  const SHOWN = 100;
  const SIGNS = [["calm", "\\u25cf"], ["warn", "\\u25c6"], ["alarm", "\\u25b2"]];
  const fold = (text) => text.normalize("NFD").replace(/\\p{M}/gu, "").toLowerCase();
  const folded = texts.map(fold);
  const haystacks = rows.map((row) => fold(row[0]) + "\\n" + row[7].map((text) => folded[text]).join("\\n"));
  const moments = rows.map((row) => Date.parse(row[1]));
  const byId = (a, b) => (rows[a][0] < rows[b][0] ? -1 : rows[a][0] > rows[b][0] ? 1 : a - b);
  const ORDERS = {
    urgency: (a, b) => rows[b][2] - rows[a][2] || rows[b][6] - rows[a][6] || byId(a, b),
    points: (a, b) => rows[b][5] - rows[a][5] || byId(a, b),
    id: byId,
    time: (a, b) => moments[b] - moments[a] || byId(a, b),
  };
  const list = at("list"), more = at("more"), dialog = at("dialog");
  let found = [], shown = 0, current = -1;

  const make = (name, className, ...content) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...content);
    return made;
  };
  const badge = (rank) => {
    const [level, sign] = SIGNS[rank <= 0 ? 0 : rank === channels.length - 1 ? 2 : 1];
    const mark = make("span", "sign", sign);
    mark.setAttribute("aria-hidden", "true");
    return make("span", "channel channel-" + level, mark, " " + channels[rank]);
  };
  const item = (row) => {
    const [id, asOf, rank, domain, points, , , why] = rows[row];
    const time = make("time", "sub", asOf.replace("T", " ").replace(/:\\d\\d(\\.\\d+)?(?=[+-]|Z)/, " "));
    time.dateTime = asOf;
    const about = make("span", "", make("span", "id", id), time, make("span", "sub", domains[domain] + ", " + points + " " + list.dataset.points));
    const button = make("button", "", list.dataset.explain);
    button.type = "button";
    button.dataset.row = row;
    button.setAttribute("aria-label", list.dataset.explain + " " + id);
    const reasons = why.length > 0 ? why.map((text) => make("li", "", texts[text])) : [make("li", "sub", list.dataset.none)];
    const because = make("ul", "why", ...reasons);
    return make("li", "entry", make("span", "", badge(rank)), about, button, because);
  };
  const showMore = () => {
    list.append(...found.slice(shown, shown + SHOWN).map(item));
    shown = Math.min(found.length, shown + SHOWN);
    more.hidden = shown === found.length;
  };
  const update = () => {
    const wanted = new Set([...document.querySelectorAll("input[name=channel]:checked")].map((box) => Number(box.value)));
    const domain = at("domain").value;
    const words = fold(at("search").value).split(/\\s+/).filter((word) => word !== "");
    found = [];
    for (let row = 0; row < rows.length; row += 1) {
      if (!wanted.has(rows[row][2]) || (domain !== "" && rows[row][3] !== Number(domain))) continue;
      if (words.every((word) => haystacks[row].includes(word))) found.push(row);
    }
    found.sort(ORDERS[at("sort").value]);
    at("count").textContent = at("count").dataset.text.replace("{shown}", found.length.toLocaleString("en")).replace("{all}", rows.length.toLocaleString("en"));
    list.replaceChildren();
    shown = 0;
    showMore();
  };
  const unpack = async (number) => {
    const bytes = Uint8Array.from(atob(chunks[number]), (letter) => letter.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
    return JSON.parse(await new Response(stream).text());
  };
  const open = async (place) => {
    current = place;
    const row = found[place];
    at("explanation").innerHTML = (await unpack(Math.floor(row / chunk)))[row % chunk];
    at("previous").disabled = place === 0;
    at("next").disabled = place === found.length - 1;
    if (!dialog.open) dialog.showModal();
    at("explanation").focus({ preventScroll: true });
    dialog.scrollTop = 0;
  };

  for (const [rank] of channels.entries()) {
    const count = rows.reduce((sum, row) => sum + (row[2] === rank ? 1 : 0), 0);
    document.querySelector("[data-rank='" + rank + "']").textContent = count.toLocaleString("en");
  }
  at("filters").addEventListener("input", update);
  at("filters").addEventListener("submit", (event) => event.preventDefault());
  more.addEventListener("click", showMore);
  list.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button) open(found.indexOf(Number(button.dataset.row)));
  });
  at("previous").addEventListener("click", () => open(current - 1));
  at("next").addEventListener("click", () => open(current + 1));
  at("close").addEventListener("click", () => dialog.close());
  update();
})();
`;
