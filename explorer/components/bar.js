// The bar above every page: plan year, tier, day, search with suggestions, copy link. All values are text.
const el = (tag, attrs = {}, ...kids) => {
  const e = document.createElement(tag)
  for (const [k, v] of Object.entries(attrs)) if (v !== null) e.setAttribute(k, v)
  e.append(...kids)
  return e
}
const KEPT = new WeakMap()

// A plain link, clicked: the router listens for those, and without it the browser follows.
const go = (root, href) => {
  const link = el("a", { href, "data-go": "", hidden: "" })
  root.append(link)
  link.click()
  link.remove()
}

const field = (id, label, control, grow = "") => el("div", { class: `field ${grow}` }, el("label", { for: id }, label), control)

const chooser = (root, id, label, options) => {
  const select = el("select", { id })
  for (const o of options) {
    const option = el("option", { value: o.href }, o.label)
    option.selected = o.here
    select.append(option)
  }
  select.addEventListener("change", () => go(root, select.value))
  return field(id, label, select)
}

const hit = (h, i) => {
  const tag = el("span", { class: h.external ? "tag ext" : "tag", "aria-hidden": "true" }, el("bdi", {}, h.agency))
  tag.style.setProperty("--c", `var(--c${h.hue})`)
  return el("div", { role: "option", id: `hit-${i}`, "aria-selected": "false" }, tag,
    el("span", { class: "t" }, el("bdi", {}, h.title), el("small", {}, el("bdi", {}, h.name), " · ", el("bdi", {}, h.id))), el("span", { class: "n" }, h.says))
}

const build = (root, state) => {
  const input = el("input", { id: "find", type: "search", role: "combobox", autocomplete: "off", spellcheck: "false", maxlength: "300", "aria-expanded": "false", "aria-controls": "hits", "aria-autocomplete": "list", placeholder: "id, words or agency", "aria-keyshortcuts": "/" })
  const list = el("div", { id: "hits", role: "listbox", "aria-label": "Found", hidden: "" })
  const said = el("p", { class: "said", role: "status" })
  const box = el("div", { class: "find" }, input, list, said)
  const top = el("div", { class: "top" })
  const copy = el("button", { type: "button", class: "copy" }, "Copy link")
  const bar = el("div", { class: state.data.big ? "bar big" : "bar", role: "search" }, top, field("find", "Find a target, a release, a milestone", box, "grow"), copy)
  root.replaceChildren(bar)
  let at = -1, timer
  const options = () => [...list.children]
  const mark = to => {
    at = to
    options().forEach((o, i) => o.setAttribute("aria-selected", String(i === at)))
    if (at >= 0) { input.setAttribute("aria-activedescendant", `hit-${at}`); options()[at].scrollIntoView({ block: "nearest" }) } else input.removeAttribute("aria-activedescendant")
  }
  const close = () => { list.hidden = true; input.setAttribute("aria-expanded", "false"); mark(-1) }
  const choose = i => { close(); input.value = ""; input.blur(); go(root, state.data.hits[i].href) }
  state.show = () => {
    if (input.value.trim() !== state.data.asked || !state.data.asked) return
    if ((root.getRootNode().activeElement ?? document.activeElement) !== input) return
    list.replaceChildren(...state.data.hits.map(hit))
    options().forEach((o, i) => {
      o.addEventListener("pointerdown", e => e.preventDefault())
      o.addEventListener("click", () => choose(i))
    })
    const found = state.data.hits.length
    said.textContent = found ? `${found} found` : "Nothing fits that."
    said.classList.toggle("nothing", !found)
    list.hidden = !found
    input.setAttribute("aria-expanded", String(!!found))
    at = -1
  }
  input.addEventListener("input", () => {
    clearTimeout(timer)
    said.textContent = ""
    said.classList.remove("nothing")
    const words = input.value.trim()
    if (!words) return close()
    if (words === state.data.asked) return state.show()
    said.textContent = "Searching …"
    said.classList.add("nothing")
    timer = setTimeout(() => state.ask("words", words), 140)
  })
  input.addEventListener("keydown", e => {
    const open = !list.hidden
    if (e.key === "ArrowDown" && open) { e.preventDefault(); mark((at + 1) % options().length) }
    else if (e.key === "ArrowUp" && open) { e.preventDefault(); mark(at <= 0 ? options().length - 1 : at - 1) }
    else if (e.key === "Escape") close()
    else if (e.key === "Enter" && input.value.trim()) {
      e.preventDefault()
      clearTimeout(timer)
      if (open && at >= 0) return choose(at)
      const words = input.value.trim()
      close()
      said.textContent = ""
      said.classList.remove("nothing")
      input.value = ""
      go(root, `${state.data.results}${encodeURIComponent(words)}`)
    }
  })
  input.addEventListener("focus", () => state.show())
  input.addEventListener("blur", () => { close(); said.classList.remove("nothing"); said.textContent = "" })
  copy.addEventListener("click", async () => {
    const to = new URL(location.href)
    for (const [name, value] of Object.entries(state.data.kept)) if (value) to.searchParams.set(name, value)
    const link = to.href
    if (!navigator.clipboard) return void prompt("Link", link) // plain http on another machine
    await navigator.clipboard.writeText(link)
    copy.textContent = "Copied"
    setTimeout(() => { copy.textContent = "Copy link" }, 2000)
  })
  const fact = (label, ...shown) => el("div", { class: "field" }, el("span", { class: "label" }, label), ...shown)
  state.frame = () => top.replaceChildren(
    // what would change nothing is not offered: a deliverable belongs to its plan year, a verdict to no tier
    state.data.year_is ? fact("Plan year", el("span", { class: "is", title: "A deliverable belongs to its plan year." }, el("bdi", {}, state.data.year_is))) : chooser(root, "year", "Plan year", state.data.years),
    ...(state.data.tiers.length ? [chooser(root, "tier", "Tier", state.data.tiers)] : []),
    state.data.days.length ? chooser(root, "day", "As of the end of", state.data.days) : fact("As of the end of", el("time", { class: "is", datetime: state.data.day }, state.data.as_of)))
}

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".mount")
  let state = KEPT.get(root)
  if (!state) {
    state = {}
    KEPT.set(root, state)
    state.data = data
    build(root, state)
  }
  const frame = JSON.stringify([data.years, data.tiers, data.year_is, data.as_of, data.days])
  state.data = data
  state.ask = setTriggerValue
  if (frame !== state.drawn) { state.drawn = frame; state.frame() } // keeps the focus while typing
  state.show()
}
