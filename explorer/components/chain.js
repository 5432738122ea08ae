// Cards are HTML in columns (text wraps, links are links), bands are SVG behind them. All values are text.
const NS = "http://www.w3.org/2000/svg"
const THINNEST = 2.5, NARROW = 700, FAR = 90
const el = (tag, attrs = {}, ...kids) => {
  const e = document.createElement(tag)
  for (const [k, v] of Object.entries(attrs)) if (v !== null) e.setAttribute(k, v)
  e.append(...kids) // strings become text nodes: titles are never markup
  return e
}
const svg = (tag, attrs = {}) => {
  const e = document.createElementNS(NS, tag)
  for (const [k, v] of Object.entries(attrs)) e.setAttribute(k, v)
  return e
}
const MARKS = [["rect", { width: 1.6, height: 8 }, 45], ["circle", { cx: 4, cy: 4, r: 1.6 }, 0], ["rect", { width: 8, height: 1.6, y: 3 }, 0], ["rect", { width: 1.6, height: 8, x: 3 }, 0]]
const paint = part => `p${part.hue}-${part.pattern}`
const patterns = parts => {
  const defs = svg("defs"), made = new Set()
  for (const part of parts) {
    if (made.has(paint(part))) continue
    made.add(paint(part))
    const [shape, attrs, turn] = MARKS[part.pattern]
    const p = svg("pattern", { id: paint(part), width: 8, height: 8, patternUnits: "userSpaceOnUse", patternTransform: `rotate(${turn})` })
    const base = svg("rect", { width: 8, height: 8 }), mark = svg(shape, attrs)
    base.style.fill = `var(--c${part.hue})`
    mark.style.fill = "var(--pat)"
    p.append(base, mark)
    defs.append(p)
  }
  return defs
}

const card = (n, expand) => {
  const inside = []
  if (n.tag) {
    const tag = el("span", { class: n.external ? "tag ext" : "tag", title: `${n.tag}: ${n.name}` }, el("bdi", {}, n.tag))
    tag.style.setProperty("--c", `var(--c${n.hue})`)
    inside.push(tag)
  }
  inside.push(el("strong", {}, el("bdi", {}, n.label)), ...n.lines.map((line, i) => el("span", { class: i ? "" : "s" }, line)))
  if (n.bold) inside.push(el("b", {}, n.bold))
  if (n.kind === "more") {
    const button = el("button", { type: "button", class: "node more" }, ...inside, el("span", { class: "s" }, "Show them all"))
    button.addEventListener("click", expand)
    return button
  }
  return el("a", { class: `node ${n.kind}`, href: n.href, "data-go": "", "aria-current": n.kind === "focus" ? "true" : null }, ...inside)
}

const box = (element, home) => {
  const r = element.getBoundingClientRect()
  const l = r.left - home.left, t = r.top - home.top
  return { l, t, r: l + r.width, b: t + r.height, x: l + r.width / 2, y: t + r.height / 2 }
}
// A stripe from one edge to the next, as wide at its end as at its start.
const ribbon = (a0, a1, b0, b1, s, t, wide) => {
  const m = (s + t) / 2
  return wide
    ? `M${s} ${a0}C${m} ${a0} ${m} ${b0} ${t} ${b0}V${b1}C${m} ${b1} ${m} ${a1} ${s} ${a1}Z`
    : `M${a0} ${s}C${a0} ${m} ${b0} ${m} ${b0} ${t}H${b1}C${b1} ${m} ${a1} ${m} ${a1} ${s}Z`
}

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".chain")
  const node = Object.fromEntries(data.nodes.map(n => [n.id, n]))
  const k = Math.min(data.total ? 90 / data.total : 1, 1e6) // pixels for one day, unit or point
  const width = amount => Math.max(THINNEST, Math.min(90, amount * k))
  const choose = e => (e.id ? setTriggerValue("edge", { id: e.id }) : setTriggerValue("opened", { all: true }))
  const expand = () => setTriggerValue("opened", { all: true })
  let wide = null, cards = {}, lanes = {}, room = 84, grid, frame

  const build = () => {
    const old = root.getRootNode().activeElement?.dataset?.edge
    root.replaceChildren()
    root.setAttribute("role", "group")
    root.setAttribute("aria-label", data.alt)
    grid = el("div", { class: wide ? `grid wide${data.columns.length > 5 ? " tight" : ""}` : "grid" }, svg("svg", { "aria-hidden": "true" }))
    frame = el("div", { class: "frame" })
    cards = {}
    lanes = {}
    const many = data.columns.length
    const plan = `repeat(${many}, minmax(${many > 5 ? 124 : 0}px, 1fr))`
    room = many > 5 ? 58 : many > 4 ? 68 : 84
    const gap = `${room}px`
    if (wide) {
      const heads = el("div", { class: "heads" }, ...data.columns.map(c => el("div", {}, c.head)))
      for (const row of [heads, grid]) { row.style.gridTemplateColumns = plan; row.style.columnGap = gap }
      frame.append(heads)
    }
    const spare = []
    for (const c of data.columns) {
      const column = el("div", { class: "col" })
      for (const id of c.items) {
        const n = node[id]
        if (!n) {
          if (!wide) continue
          const [from, to] = id.split("\n"), lane = el("i", { class: "lane" })
          lane.style.height = `${width(data.edges.find(e => e.from === from && e.to === to)?.amount ?? 0) + 4}px`
          ;(lanes[`${from}\n${to}`] ??= []).push(lane)
          column.append(lane)
        } else if (!wide && n.kind === "idle") spare.push(n.label)
        else column.append((cards[id] = card(n, expand)))
      }
      if (!column.children.length) continue
      if (!wide) column.style.gridTemplateColumns = `repeat(${Math.min(2, column.children.length)}, minmax(0, 1fr))`
      grid.append(column)
    }
    frame.append(grid)
    root.append(frame)
    if (spare.length) {
      const said = spare.slice(0, 5).flatMap((label, i) => [i ? ", " : "", el("bdi", {}, label)])
      root.append(el("p", { class: "spare" }, "Also waited for, and in time: ", ...said, spare.length > 5 ? ` and ${spare.length - 5} more.` : "."))
    }
    draw()
    if (wide && frame.scrollWidth > frame.clientWidth + 1) {
      Object.entries({ tabindex: "0", role: "region", "aria-label": "The chain, scrolls sideways" }).forEach(([a, v]) => frame.setAttribute(a, v))
      frame.scrollLeft = frame.scrollWidth
    }
    if (old) root.querySelector(`[data-edge="${CSS.escape(old)}"]`)?.focus({ preventScroll: true })
  }

  const settle = () => { // columns slide down to face what they feed
    if (!wide) return
    const cols = [...grid.querySelectorAll(".col")]
    cols.forEach(c => { c.style.marginTop = "0" })
    const home = grid.getBoundingClientRect(), level = {}
    data.columns.forEach((c, i) => c.items.forEach(id => { level[id] = i }))
    const middle = ids => ids.reduce((s, id) => s + box(cards[id], home).y, 0) / ids.length
    const tall = cols.reduce((m, c, i) => (c.offsetHeight > cols[m].offsetHeight ? i : m), 0)
    const order = cols.map((_, i) => i).sort((a, b) => Math.abs(a - tall) - Math.abs(b - tall))
    for (const i of order) {
      if (i === tall) continue
      const near = data.edges.filter(e => e.kind !== "idle" && cards[e.from] && cards[e.to] && (i < tall ? level[e.from] === i && level[e.to] > i : level[e.to] === i && level[e.from] < i))
      if (!near.length) continue
      const mine = [...new Set(near.map(e => (i < tall ? e.from : e.to)))], theirs = [...new Set(near.map(e => (i < tall ? e.to : e.from)))]
      cols[i].style.marginTop = `${Math.max(0, Math.min(middle(theirs) - middle(mine), cols[tall].offsetHeight - cols[i].offsetHeight))}px`
    }
  }

  // Where each band leaves and enters its cards: side by side, in the order of the other end.
  const ports = (at, side, other) => {
    const out = {}, across = id => (wide ? at[id].y : at[id].x), byCard = {}
    for (const e of data.edges) if (e.kind === "carried" && cards[e.from] && cards[e.to]) (byCard[e[side]] ??= []).push(e)
    for (const [id, list] of Object.entries(byCard)) {
      list.sort((a, b) => across(a[other]) - across(b[other]))
      const own = side === "to" && node[id].kind === "focus" && data.own.amount ? width(data.own.amount) : 0
      let c = across(id) - (list.reduce((s, e) => s + width(e.amount), 0) + own) / 2
      const low = (wide ? at[id].t : at[id].l) + 6
      c = Math.max(c, low)
      for (const e of list) { out[`${e.from}\n${e.to}`] = c; c += width(e.amount) }
      if (own) out.own = c
    }
    return out
  }

  // On a phone a label stands in the gap between two rows of cards, never on a card, and inside the picture.
  const beside = ([x, y]) => [Math.min(Math.max(x, 44), grid.clientWidth - 44), y]

  const band = (plane, e, at, leave, enter) => {
    const name = `${e.from}\n${e.to}`, w = width(e.amount), A = at[e.from], B = at[e.to]
    const home = grid.getBoundingClientRect()
    const stops = [{ out: wide ? A.r : A.b, c: leave[name] }, ...(wide ? lanes[name] ?? [] : []).map(lane => { const b = box(lane, home); return { in: b.l, out: b.r, c: b.y - w / 2 } }), { in: wide ? B.l : B.t, c: enter[name] }]
    const group = svg("g")
    const sum = e.parts.reduce((s, p) => s + p.amount, 0) || 1
    for (let i = 1; i < stops.length; i++) {
      const a = stops[i - 1], b = stops[i]
      let off = 0
      for (const part of e.parts) {
        const p = (part.amount / sum) * w
        const d = ribbon(a.c + off, a.c + off + p, b.c + off, b.c + off + p, a.out, b.in, wide)
        const path = svg("path", { class: "band", d })
        path.style.fill = `url(#${paint(part)})`
        group.append(path)
        if (b.out !== undefined) {
          const straight = svg("path", { class: "band", d: `M${b.in} ${b.c + off}H${b.out}V${b.c + off + p}H${b.in}Z` })
          straight.style.fill = `url(#${paint(part)})`
          group.append(straight)
        }
        off += p
      }
      if (e.chosen) {
        group.append(svg("path", { class: "ring", d: ribbon(a.c - 3, a.c + w + 3, b.c - 3, b.c + w + 3, a.out, b.in, wide) }))
        if (b.out !== undefined) group.append(svg("path", { class: "ring", d: `M${b.in} ${b.c - 3}H${b.out}V${b.c + w + 3}H${b.in}Z` }))
      }
    }
    group.addEventListener("click", () => choose(e))
    plane.append(group)
    const a = stops[0], b = stops[1]
    if (!wide) return beside(b.in - a.out > FAR ? [a.c + w + 40, a.out + 18] : [(a.c + b.c) / 2 + w + 40, (a.out + b.in) / 2])
    return [(a.out + b.in) / 2, ...(a.c > b.c ? [Math.max(a.c, b.c) + w + 14, 1] : [Math.min(a.c, b.c) - 15, -1])]
  }

  // Where the dashed lines to what it affects leave their card: below each other, in the order of the cards they go to.
  const fan = at => {
    const out = {}, byCard = {}
    for (const e of data.edges) if (e.kind === "next" && cards[e.from] && cards[e.to]) (byCard[e.from] ??= []).push(e)
    for (const [id, list] of Object.entries(byCard)) {
      const A = at[id], apart = Math.min(14, (A.b - A.t - 16) / list.length)
      list.sort((a, b) => at[a.to].y - at[b.to].y)
      list.forEach((e, i) => { out[`${e.from}\n${e.to}`] = A.y + (i - (list.length - 1) / 2) * apart })
    }
    return out
  }

  const thread = (plane, e, at, leave) => { // in time, not counting, or held up next: a dashed line
    const A = at[e.from], B = at[e.to], s = wide ? A.r : A.b, t = wide ? B.l : B.t, m = (s + t) / 2
    const c0 = wide ? leave[`${e.from}\n${e.to}`] ?? A.y : A.x, c1 = e.kind === "next" ? (wide ? B.y : B.x) : wide ? Math.min(B.y + 44, B.b - 8) : B.x
    for (const q of e.kind === "next" ? [-3, 3] : [0]) {
      plane.append(svg("path", { class: e.kind, d: wide ? `M${s} ${c0 + q}C${m} ${c0 + q} ${m} ${c1 + q} ${t} ${c1 + q}` : `M${c0 + q} ${s}C${c0 + q} ${m} ${c1 + q} ${m} ${c1 + q} ${t}` }))
    }
    if (!wide) return beside(t - s > FAR ? [c1, t - 18] : [(c0 + c1) / 2 + 48, m])
    return [m, e.kind === "next" ? c1 : (c0 + c1) / 2 + 12] // at its own card's end, where several leave one card
  }

  const spread = buttons => { // labels stay in their gap, in two lines where they must, and never lie on each other
    const gaps = {}
    for (const b of buttons) {
      b.style.maxWidth = `${room}px`
      b.style.top = `${parseFloat(b.style.top) + Number(b.dataset.away) * Math.max(0, (b.offsetHeight - 26) / 2)}px`
    }
    for (const b of buttons) (gaps[Math.round(parseFloat(b.style.left) / 12)] ??= []).push(b)
    for (const list of Object.values(gaps)) {
      list.sort((a, b) => parseFloat(a.style.top) - parseFloat(b.style.top))
      list.forEach((b, i) => { if (i) b.style.top = `${Math.max(parseFloat(b.style.top), parseFloat(list[i - 1].style.top) + (list[i - 1].offsetHeight + b.offsetHeight) / 2 + 1)}px` })
    }
  }

  const draw = () => {
    settle()
    const plane = grid.querySelector("svg"), home = grid.getBoundingClientRect()
    plane.replaceChildren(patterns([...data.edges.flatMap(e => e.parts), data.own]))
    grid.querySelectorAll(".days, .strip").forEach(e => e.remove())
    const at = Object.fromEntries(Object.entries(cards).map(([id, c]) => [id, box(c, home)]))
    const leave = ports(at, "from", "to"), enter = ports(at, "to", "from"), further = fan(at)
    const buttons = []
    for (const e of data.edges) {
      if (!cards[e.from] || !cards[e.to]) continue
      const [x, y, away = 0] = e.kind === "carried" ? band(plane, e, at, leave, enter) : thread(plane, e, at, further)
      const button = el("button", { class: `days ${e.kind}`, type: "button", "data-edge": e.id, "aria-pressed": String(e.chosen), "aria-label": `${e.alt}: ${e.said}. Why?` }, e.said)
      button.style.left = `${x}px`
      button.style.top = `${y}px`
      button.dataset.away = away
      button.addEventListener("click", () => choose(e))
      buttons.push(button)
    }
    grid.append(...buttons)
    if (wide) spread(buttons)
    const focus = data.nodes.find(n => n.kind === "focus")
    if (data.own.amount && focus && cards[focus.id]) { // what began in the focus itself: a strip inside its edge
      const F = at[focus.id], w = width(data.own.amount), o = enter.own ?? (wide ? F.y : F.x) - w / 2
      const strip = svg("svg", { class: "strip", "aria-hidden": "true" }), rect = svg("rect", { width: "100%", height: "100%" })
      rect.style.fill = `url(#${paint(data.own)})`
      strip.style.cssText = wide ? `left:${F.l}px;top:${o}px;width:10px;height:${w}px` : `left:${o}px;top:${F.t}px;height:10px;width:${w}px`
      strip.append(rect)
      grid.append(strip)
    }
    root.dataset.drawn = String(Number(root.dataset.drawn || 0) + 1)
  }

  const watch = new ResizeObserver(([entry]) => {
    const now = entry.contentRect.width >= NARROW
    if (now !== wide) { wide = now; build() } else draw()
  })
  watch.observe(root)
  document.fonts.ready.then(() => grid && draw())
  const paper = matchMedia("print") // observers stay silent for print
  const print = () => {
    frame.style.zoom = ""
    if (paper.matches && frame.scrollWidth > root.clientWidth) frame.style.zoom = root.clientWidth / frame.scrollWidth
    draw()
  }
  paper.addEventListener("change", print)
  return () => { watch.disconnect(); paper.removeEventListener("change", print) }
}
