// The Map as tables: every thing and relation on it, with the same acts. All values are text.
const el = (tag, attrs = {}, ...kids) => {
  const e = document.createElement(tag)
  for (const [k, v] of Object.entries(attrs)) if (v !== null) e.setAttribute(k, v)
  e.append(...kids)
  return e
}

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".map")
  const focused = root.getRootNode().activeElement?.dataset?.key
  const tops = [...root.querySelectorAll(".box")].map(b => b.scrollTop)
  const button = (label, key, act, attrs = {}) => {
    const b = el("button", { type: "button", "data-key": `${act.do} ${key}`, ...attrs }, el("bdi", {}, label))
    b.addEventListener("click", () => setTriggerValue("act", act))
    return b
  }
  const table = (caption, heads, rows) => el("div", { class: "box", tabindex: "0", role: "region", "aria-label": caption },
    el("table", {}, el("caption", {}, caption), el("thead", {}, el("tr", {}, ...heads.map(([text, cls]) => el("th", { scope: "col", class: cls }, text)))), el("tbody", {}, ...rows)))
  const text = (value, cls = "") => el("td", { class: cls }, el("bdi", {}, value))
  const opens = n => data.choosing ? "The way ends here" : n.opened && n.chosen ? "Close" : n.opened ? "Look at" : "Open"
  const nodes = data.nodes.map(n => el("tr", { "aria-current": n.chosen ? "true" : null },
    el("td", {}, button(n.label, n.id, { do: "node", id: n.id }, { class: "name", "aria-expanded": String(n.opened) })), text(n.type, "q w hid"), text(n.agency, "q hid"), text(n.says),
    el("td", { class: "n" }, button(opens(n), `2 ${n.id}`, { do: "node", id: n.id }, { "aria-label": `${opens(n)}: ${n.label}` }), button("Hide", n.id, { do: "hide", id: n.id }, { "aria-label": `Hide: ${n.label}` }))))
  const more = data.more.map((m, i) => el("tr", {}, el("td", { colspan: "4" }, `${m.label} ${m.says} `, el("bdi", {}, m.of)), el("td", { class: "n" }, button("Show more", `${i} ${m.at}`, { do: "more", id: m.at }, { "aria-label": `${m.label} ${m.says} ${m.of}` }))))
  const edges = data.edges.map(e => el("tr", { "aria-current": e.chosen ? "true" : null },
    text(e.cause), text(e.relation, "q w hid"), text(e.affected), text(e.says), el("td", { class: "n" }, button("Why", e.id, { do: "edge", id: e.id }, { "aria-label": `Why: ${e.cause} to ${e.affected}`, "aria-pressed": String(e.chosen) }))))
  root.replaceChildren(
    table(`Things on the map: ${data.nodes.length}`, [["Thing", ""], ["What it is", "hid"], ["Agency", "hid"], ["Status", ""], ["Do", "n"]], [...nodes, ...more]),
    ...(edges.length ? [table(`Relations on the map: ${edges.length}`, [["From", ""], ["Relation", "hid"], ["To", ""], ["Travelled", ""], ["Why", "n"]], edges)] : []))
  ;[...root.querySelectorAll(".box")].forEach((b, i) => { b.scrollTop = tops[i] ?? 0 })
  if (focused) root.querySelector(`[data-key="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true })
  root.dataset.drawn = String(Number(root.dataset.drawn || 0) + 1)
}
