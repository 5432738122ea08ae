// The Map: vis-network keeps and moves the cards; how they look is drawn here. All values are text.
const KEPT = new WeakMap()
const FONT = 'Inter, "DejaVu Sans", sans-serif'
const W = 228, H = 92
const el = (tag, attrs = {}, ...kids) => {
  const e = document.createElement(tag)
  for (const [k, v] of Object.entries(attrs)) if (v !== null) e.setAttribute(k, v)
  e.append(...kids) // strings become text nodes: titles are never markup
  return e
}
const colours = root => { // a canvas needs real colours: light-dark() is resolved here
  const probe = el("i")
  root.append(probe)
  const of = name => { probe.style.color = `var(${name})`; return getComputedStyle(probe).color }
  const found = { ink: of("--ink"), ink2: of("--ink2"), bg: of("--bg"), soft: of("--soft"), line: of("--line"), edge: of("--edge"), on: of("--on"), c: [0, 1, 2, 3, 4, 5, 6, 7].map(i => of(`--c${i}`)) }
  probe.remove()
  return found
}
const cut = (ctx, text, width) => {
  if (ctx.measureText(text).width <= width) return text
  let low = 0, high = text.length
  while (low < high) { const mid = (low + high + 1) >> 1; if (ctx.measureText(`${text.slice(0, mid)}…`).width <= width) low = mid; else high = mid - 1 }
  return `${text.slice(0, low).trimEnd()}…`
}
const lines = (ctx, text, width, most) => {
  const out = [""]
  for (const word of text.split(/\s+/)) {
    const next = `${out.at(-1)} ${word}`.trim()
    if (ctx.measureText(next).width <= width || !out.at(-1)) out[out.length - 1] = next
    else if (out.length < most) out.push(word)
    else { out[out.length - 1] = cut(ctx, `${next}…`, width); return out }
  }
  return out.map(line => cut(ctx, line, width))
}
const DASH = { belongs: [2, 4], agreement: [2, 4], money: [2, 4], "five years": [2, 4], supports: [8, 4], uncounted: [2, 4], more: [2, 4] }

const card = (state, n, at) => ({ ctx, x, y, state: { hover } }) => ({
  nodeDimensions: { width: W, height: n.kind === "more" ? 46 : H },
  drawNode() {
    const C = state.C, h = n.kind === "more" ? 46 : H, l = x - W / 2, t = y - h / 2
    ctx.save()
    ctx.textBaseline = "alphabetic"
    ctx.textAlign = "left"
    const box = (grow = 0) => { ctx.beginPath(); ctx.roundRect(l - grow, t - grow, W + 2 * grow, h + 2 * grow, n.kind === "thing" ? 6 + grow : n.kind === "more" ? 23 : 2 + grow) }
    if (n.kind === "agency") { ctx.fillStyle = C.bg; box(); ctx.fill(); ctx.fillStyle = n.external ? C.bg : C.c[n.hue]; ctx.beginPath(); ctx.roundRect(l, t, 8, h, [2, 0, 0, 2]); ctx.fill() }
    ctx.fillStyle = n.kind === "more" ? C.soft : C.bg
    if (n.kind !== "agency") { box(); ctx.fill() }
    ctx.strokeStyle = n.chosen || hover ? C.ink : C.edge
    ctx.lineWidth = n.chosen ? 2.5 : 1.25
    if (n.kind === "more" || n.state === "to come") ctx.setLineDash([5, 4])
    box()
    ctx.stroke()
    ctx.setLineDash([])
    if (n.opened && !n.chosen) { ctx.lineWidth = 1; box(3); ctx.stroke() }
    if (n.kind === "more") {
      ctx.textAlign = "center"
      ctx.fillStyle = C.ink
      ctx.font = `650 14px ${FONT}`
      ctx.fillText(n.label, x, y - 2)
      ctx.fillStyle = C.ink2
      ctx.font = `400 12px ${FONT}`
      ctx.fillText(cut(ctx, n.says, W - 24), x, y + 14)
      ctx.restore()
      return
    }
    const left = l + (n.kind === "agency" ? 18 : 12), room = W - (left - l) - 12
    ctx.font = `700 11px ${FONT}`
    const tag = cut(ctx, n.tag, room - 70), wide = ctx.measureText(tag).width + 12
    ctx.beginPath()
    ctx.roundRect(left, t + 9, wide, 18, 4)
    if (n.external) { ctx.strokeStyle = C.c[n.hue]; ctx.lineWidth = 1.5; ctx.stroke(); ctx.fillStyle = C.ink } else { ctx.fillStyle = C.c[n.hue]; ctx.fill(); ctx.fillStyle = C.on }
    ctx.fillText(tag, left + 6, t + 22)
    ctx.fillStyle = C.ink2
    ctx.font = `400 12px ${FONT}`
    ctx.fillText(cut(ctx, `${n.type}${n.pinned ? " · pinned" : ""}`, room - wide - 8), left + wide + 7, t + 22.5)
    ctx.fillStyle = C.ink
    ctx.font = `600 13px ${FONT}`
    const rows = lines(ctx, n.label, room, 2)
    rows.forEach((row, i) => ctx.fillText(row, left, t + 46 + 16 * i))
    if (n.says) {
      const strong = n.state === "late" || n.state === "short" || n.state === "lost"
      ctx.font = `${strong ? 650 : 400} 12.5px ${FONT}`
      ctx.fillStyle = strong ? C.ink : C.ink2
      ctx.fillText(cut(ctx, n.says, room), left, t + 48 + 16 * rows.length + 2)
    }
    ctx.restore()
  },
})

const arrow = (state, e) => {
  const C = state.C, strong = e.chosen || e.way, colour = strong ? C.ink : e.carries ? C.ink2 : C.edge
  return {
    id: e.id, from: e.from, to: e.to, pair: e.pair, width: strong ? Math.max(3, e.width) : e.width, dashes: e.way ? false : DASH[e.kind] ?? false,
    color: { color: colour, highlight: colour, hover: C.ink, inherit: false, opacity: strong ? 1 : e.carries ? 0.75 : 1 },
    arrows: { to: { enabled: e.kind !== "more", scaleFactor: e.carries || strong ? 0.55 / Math.max(1, e.width / 3) + 0.15 : 0.45 } },
    label: e.says || undefined,
    font: { size: 13, face: FONT, color: C.ink, strokeWidth: 0, background: C.bg, bold: false, align: "horizontal" },
    smooth: e.bend === "across" ? { enabled: true, type: "cubicBezier", forceDirection: "horizontal", roundness: 0.45 } : e.bend === "aside" ? { enabled: true, type: "curvedCW", roundness: 0.3 } : { enabled: false },
  }
}

const NS = "http://www.w3.org/2000/svg"
const legend = () => {
  const sign = (shape, attrs) => {
    const s = document.createElementNS(NS, "svg"), e = document.createElementNS(NS, shape)
    for (const [k, v] of Object.entries({ width: 30, height: 14, "aria-hidden": "true" })) s.setAttribute(k, v)
    for (const [k, v] of Object.entries({ fill: "none", stroke: "currentColor", ...attrs })) e.setAttribute(k, v)
    s.append(e)
    return s
  }
  const line = attrs => sign("path", { d: "M0 7H30", ...attrs }), box = attrs => sign("rect", { x: 1, y: 1, width: 26, height: 12, rx: 3, ...attrs })
  return el("ul", { class: "key", "aria-label": "What the picture means" }, ...[
    [line({ "stroke-width": 5 }), "delay, shortage or loss travelled: the thicker, the more"], [line({ "stroke-width": 1.3 }), "is needed by, in time"], [line({ "stroke-width": 1.3, "stroke-dasharray": "8 4" }), "counts for"],
    [line({ "stroke-width": 1.3, "stroke-dasharray": "2 4" }), "belongs to, or does not count"], [box({ "stroke-dasharray": "5 4" }), "still to come"], [box({ "stroke-width": 2.5 }), "chosen"],
  ].map(([s, text]) => el("li", {}, s, text)))
}

const build = (root, state) => {
  const button = (label, title, act) => { const b = el("button", { type: "button", "aria-label": title, title }, label); b.addEventListener("click", act); return b }
  const stage = el("div", { class: "stage", role: "img" })
  const zoom = by => state.net?.moveTo({ scale: Math.min(2, Math.max(0.15, state.net.getScale() * by)), animation: state.move })
  const acts = el("div", { class: "acts" }, button("+", "Zoom in", () => zoom(1.3)), button("−", "Zoom out", () => zoom(1 / 1.3)), button("Fit", "Fit the whole map", () => fit(state)), button("PNG", "Download the picture as PNG", () => picture(state)))
  state.hint = el("div", { class: "acts hint" })
  state.stage = stage
  root.replaceChildren(el("div", { class: "frame" }, stage, acts, state.hint), legend())
  state.move = matchMedia("(prefers-reduced-motion: reduce)").matches ? false : { duration: 180, easingFunction: "easeInOutQuad" }
  // the wheel scrolls the page; with Ctrl, or two fingers on a trackpad, it zooms
  stage.addEventListener("wheel", event => { if (!event.ctrlKey && !event.metaKey) event.stopImmediatePropagation() }, { capture: true })
  state.dark = matchMedia("(prefers-color-scheme: dark)")
}

const fit = (state, fresh) => {
  const { nodes } = state.data, wide = state.stage.clientWidth, high = state.stage.clientHeight
  const [l, r] = [Math.min(...nodes.map(n => n.x)) - W / 2, Math.max(...nodes.map(n => n.x)) + W / 2], [t, b] = [Math.min(...nodes.map(n => n.y)) - H / 2, Math.max(...nodes.map(n => n.y)) + H / 2]
  if (!nodes.length || !wide) return
  if (fresh) { // as high as the picture needs at full width, within bounds
    const want = (b - t) * Math.min(1, (wide - 40) / (r - l)) + 110, phone = wide < 700
    state.stage.style.height = `${Math.round(Math.min(phone ? 480 : 760, Math.max(phone ? 400 : 440, want)))}px`
    state.net.setSize("100%", state.stage.style.height)
    return fit(state)
  }
  const scale = Math.min(1, (wide - 40) / (r - l), (high - 92) / (b - t))
  state.net.moveTo({ position: { x: (l + r) / 2, y: (t + b) / 2 - 8 / scale }, scale })
  if (scale < 0.42 && wide < 700) { // a phone shows the start, and lets the rest be found
    const chosen = nodes.find(n => n.chosen || n.opened), near = 0.6
    state.net.moveTo({ position: chosen ? { x: chosen.x, y: chosen.y } : { x: l + (wide / 2 - 14) / near, y: t + (high / 2 - 56) / near }, scale: near })
  }
}

// What is seen, on the page's own ground, with what it is of written under it.
const picture = state => {
  const from = state.stage.querySelector("canvas"), ratio = from.width / from.clientWidth || 1
  const to = el("canvas"), ctx = to.getContext("2d"), foot = 34 * ratio
  to.width = from.width
  to.height = from.height + foot
  ctx.fillStyle = state.C.bg
  ctx.fillRect(0, 0, to.width, to.height)
  ctx.drawImage(from, 0, 0)
  ctx.fillStyle = state.C.ink2
  ctx.font = `${13 * ratio}px ${FONT}`
  ctx.fillText(cut(ctx, state.data.caption, to.width - 32 * ratio), 16 * ratio, to.height - 13 * ratio)
  to.toBlob(blob => {
    const link = el("a", { href: URL.createObjectURL(blob), download: "map.png" })
    link.click()
    setTimeout(() => URL.revokeObjectURL(link.href), 1000)
  })
}

const start = state => {
  const { Network, DataSet } = globalThis.vis
  state.nodes = new DataSet()
  state.edges = new DataSet()
  state.net = new Network(state.stage, { nodes: state.nodes, edges: state.edges }, {
    physics: false, autoResize: true, layout: { improvedLayout: false },
    interaction: { hover: true, selectConnectedEdges: false, hoverConnectedEdges: false, multiselect: false, keyboard: false, zoomSpeed: 0.6 },
    edges: { selectionWidth: 0, hoverWidth: 0.5, chosen: false, labelHighlightBold: false },
  })
  state.net.on("click", ({ nodes, edges }) => {
    state.net.unselectAll()
    if (nodes.length) {
      const n = state.data.nodes.find(each => each.id === nodes[0])
      state.act(n?.kind === "more" ? { do: "more", id: n.at } : { do: "node", id: nodes[0] })
    } else if (edges.length && state.edges.get(edges[0])?.pair) state.act({ do: "edge", id: state.edges.get(edges[0]).pair })
  })
  state.net.on("dragEnd", ({ nodes }) => {
    state.net.unselectAll()
    if (!nodes.length || nodes[0].startsWith("more ")) return
    const { x, y } = state.net.getPosition(nodes[0])
    state.act({ do: "pin", id: nodes[0], x: Math.round(x), y: Math.round(y) })
  })
  for (const [on, cursor] of [["hoverNode", "pointer"], ["hoverEdge", "pointer"], ["blurNode", ""], ["blurEdge", ""]]) state.net.on(on, () => { state.stage.style.cursor = cursor })
  state.spot = id => { const p = state.net.canvasToDOM(state.net.getPosition(id)), r = state.stage.getBoundingClientRect(); return { x: r.left + p.x, y: r.top + p.y } }
  state.middle = pair => { // where an arrow is, for what looks at the page from outside
    const e = state.edges.get().find(each => each.pair === pair), a = state.net.getPosition(e.from), b = state.net.getPosition(e.to)
    const p = state.net.canvasToDOM({ x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 }), r = state.stage.getBoundingClientRect()
    return { x: r.left + p.x, y: r.top + p.y }
  }
}

// The data sets are patched: what is there already stays where it is, and so does the view.
const patch = (set, items) => {
  const there = new Set(items.map(item => item.id))
  set.remove(set.getIds().filter(id => !there.has(id)))
  set.update(items)
}

const draw = (root, state) => {
  state.C = colours(root)
  if (!state.net) start(state)
  const data = state.data
  patch(state.nodes, data.nodes.map(n => ({ id: n.id, x: n.x, y: n.y, shape: "custom", ctxRenderer: card(state, n), fixed: n.kind === "more" })))
  patch(state.edges, data.edges.map(e => arrow(state, e)))
  if (state.base !== data.base) fit(state, true)
  state.base = data.base
  state.net.redraw()
  state.stage.setAttribute("aria-label", data.alt)
  state.hint.replaceChildren(data.choosing ? "Choose where the way ends." : matchMedia("(pointer: coarse)").matches || root.clientWidth < 700 ? "Drag to move." : "Drag to move, Ctrl and wheel to zoom.")
  root.spot = state.spot
  root.middle = state.middle
  root.dataset.nodes = String(data.nodes.length)
  root.dataset.drawn = String(Number(root.dataset.drawn || 0) + 1)
}

export default function ({ data, parentElement, setTriggerValue }) {
  const root = parentElement.querySelector(".map")
  let state = KEPT.get(root)
  if (!state) {
    state = {}
    KEPT.set(root, state)
    build(root, state)
    state.dark.addEventListener("change", () => setTimeout(() => state.net && draw(root, state), 300))
  }
  state.data = data
  state.act = act => setTriggerValue("act", act)
  clearTimeout(state.waiting)
  const wait = () => { if (globalThis.vis?.Network) document.fonts.ready.then(() => draw(root, state)); else state.waiting = setTimeout(wait, 30) }
  wait()
}
