// What of the Map is looked at: by relation, status, agency, tier and days. All values are text.
const KEPT = new WeakMap()
const el = (tag, attrs = {}, ...kids) => {
  const e = document.createElement(tag)
  for (const [k, v] of Object.entries(attrs)) if (v !== null) e.setAttribute(k, v)
  e.append(...kids)
  return e
}
const DAY = 86_400_000
const day = number => new Date(number * DAY).toISOString().slice(0, 10)
const number = iso => Math.round(Date.parse(`${iso}T00:00:00Z`) / DAY)
const said = iso => new Date(`${iso}T00:00:00Z`).toLocaleDateString("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" })

const build = (root, state) => {
  const d = state.data
  const send = () => {
    const off = [...root.querySelectorAll("input[name=relation]:not(:checked)")].map(i => i.value)
    const on = [...root.querySelectorAll("input[name=status]:checked")].map(i => i.value)
    const [from, to] = [...root.querySelectorAll("input[type=range]")].map(i => day(+i.value))
    state.act({
      do: "filter", not: off.join(";"), status: on.length === d.states.length ? "" : on.join(";"),
      of: root.querySelector("#map-of")?.value ?? "", tiers: root.querySelector("#map-tiers")?.value ?? "",
      from: from && from > d.first ? from : "", to: to && to < d.last ? to : "",
    })
  }
  const chips = (legend, name, options) => options.length ? el("fieldset", {}, el("legend", {}, legend), el("div", { class: "chips" }, ...options.map(o => {
    const input = el("input", { type: "checkbox", name, value: o.value })
    input.checked = o.on
    input.addEventListener("change", send)
    return el("label", { class: "chip" }, input, el("span", {}, o.label))
  }))) : ""
  const choose = (id, label, options) => {
    if (options.length < 2) return ""
    const select = el("select", { id })
    for (const o of options) { const option = el("option", { value: o.value }, o.label); option.selected = o.on; select.append(option) }
    select.addEventListener("change", send)
    return el("div", {}, el("label", { class: "head", for: id }, label), select)
  }
  const span = () => {
    if (!d.first || d.first >= d.last) return ""
    const [low, high] = [number(d.first), number(d.last)]
    const range = (label, value) => el("input", { type: "range", min: low, max: high, step: 1, value, "aria-label": label })
    const from = range("Planned or actual days from", number(d.from || d.first)), to = range("Planned or actual days to", number(d.to || d.last))
    const shown = el("output", {})
    const tell = () => {
      if (+from.value > +to.value) (document.activeElement === from || root.getRootNode().activeElement === from ? to : from).value = (document.activeElement === from || root.getRootNode().activeElement === from ? from : to).value
      for (const i of [from, to]) i.setAttribute("aria-valuetext", said(day(+i.value)))
      shown.textContent = +from.value === low && +to.value === high ? "all days" : `${said(day(+from.value))} to ${said(day(+to.value))}`
    }
    for (const i of [from, to]) { i.addEventListener("input", tell); i.addEventListener("change", send) }
    tell()
    return el("fieldset", {}, el("legend", {}, "Planned or actual days"), el("div", { class: "span" }, from, to, shown))
  }
  root.replaceChildren(el("div", { class: "tools", role: "group", "aria-label": "What is shown" }, chips("Relations", "relation", d.relations), chips("Status", "status", d.states), choose("map-of", "Agency", d.agencies), choose("map-tiers", "Tier", d.tiers), span()))
}

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".map")
  let state = KEPT.get(root)
  if (!state) KEPT.set(root, (state = {}))
  state.act = act => setTriggerValue("act", act)
  const drawn = JSON.stringify(data)
  if (drawn === state.drawn) return
  const at = root.getRootNode().activeElement, again = at && { name: at.name, value: at.type === "checkbox" ? at.value : null, id: at.id, label: at.getAttribute("aria-label") }
  state.drawn = drawn
  state.data = data
  build(root, state)
  if (again) [...root.querySelectorAll("input, select")].find(e => (again.id && e.id === again.id) || (again.label && e.getAttribute("aria-label") === again.label) || (again.value && e.name === again.name && e.value === again.value))?.focus()
}
