// Sends a plain click on <a data-go> to Python; ctrl-click, middle click and no-JS keep the link.
// st.switch_page pushes two history entries, the first being "old path + new query": drop that one.
const skipGhost = () => {
  history.pushState = (state, title, to) => {
    if (new URL(to, location.href).pathname === location.pathname) return
    delete history.pushState
    history.pushState(state, title, to)
  }
  setTimeout(() => delete history.pushState, 5000)
}

// A band of the chain is chosen without a run of the whole page, so links drawn before do not know it.
const withBand = href => {
  const to = new URL(href, location.href), now = new URL(location.href)
  if (to.pathname !== now.pathname || to.searchParams.get("id") !== now.searchParams.get("id")) return href
  for (const name of ["edge", "all"]) if (now.searchParams.has(name) && !to.searchParams.has(name)) to.searchParams.set(name, now.searchParams.get(name))
  return `${href.split("?")[0]}${to.search}`
}

// A box wider than its place can be scrolled by keyboard, says so, and knows to which side there is more.
const measure = box => {
  const hidden = box.scrollWidth - box.clientWidth
  const more = hidden < 2 ? "" : [box.scrollLeft > 1 ? "left" : "", box.scrollLeft < hidden - 1 ? "right" : ""].join(" ").trim()
  if ((box.dataset.more ?? "") === more && box.hasAttribute("tabindex") === !!more) return
  if (!more) return ["data-more", "tabindex", "role", "aria-label"].forEach(name => box.removeAttribute(name))
  const label = box.dataset.scrolls ?? `${box.querySelector("caption")?.textContent ?? "Table"}, scrolls sideways`
  Object.entries({ "data-more": more, tabindex: "0", role: "region", "aria-label": label }).forEach(([name, value]) => box.setAttribute(name, value))
}
const measureAll = () => document.querySelectorAll(".sheet .heat-box, .sheet .scroll").forEach(measure)

// "/" goes to the search from anywhere that is not typed in.
const slash = event => {
  if (event.key !== "/" || event.metaKey || event.ctrlKey || event.altKey) return
  if (event.composedPath().some(e => e.matches?.("input, textarea, select, [contenteditable=true]"))) return
  for (const host of document.querySelectorAll(".st-key-bar *")) {
    const search = host.shadowRoot?.querySelector("#find") ?? (host.id === "find" ? host : null)
    if (search) { event.preventDefault(); search.focus(); return }
  }
}

export default function ({ data, setTriggerValue }) {
  if (data?.moved) return void location.replace(data.moved + location.search)
  let chosen = null
  const click = event => {
    const link = event.composedPath().find(e => e.matches?.("a[data-go][href]")) // sees into components too
    if (!link || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    chosen = link.getAttribute("href")
    if (link.pathname !== location.pathname) skipGhost()
    setTriggerValue("go", link.dataset.go === "stay" ? withBand(chosen) : chosen)
    if (!link.dataset.go) document.querySelector("[data-testid=stMain]")?.scrollTo(0, 0)
    if (innerWidth <= 768 && link.closest("nav.pages")) document.querySelector("[data-testid=stSidebarCollapseButton] button")?.click()
  }
  // st.html replaces its content: give the focus back to the chosen link, or to the new page's headline
  const refocus = () => {
    if (!chosen || document.activeElement !== document.body) return
    const target = [...document.querySelectorAll("a[data-go]")].find(a => a.getAttribute("href") === chosen) ?? document.querySelector("h1")
    if (target?.matches("h1")) target.tabIndex = -1
    target?.focus({ preventScroll: true })
    chosen = null
  }
  let timer
  const watch = new MutationObserver(() => { clearTimeout(timer); timer = setTimeout(() => { measureAll(); refocus() }, 120) })
  const scrolled = event => { if (event.target.matches?.(".heat-box, .scroll")) measure(event.target) }
  document.addEventListener("scroll", scrolled, { capture: true, passive: true })
  addEventListener("resize", measureAll)
  measureAll()
  document.addEventListener("click", click)
  document.addEventListener("keydown", slash)
  watch.observe(document.body, { childList: true, subtree: true })
  return () => {
    document.removeEventListener("click", click)
    document.removeEventListener("keydown", slash)
    document.removeEventListener("scroll", scrolled, { capture: true })
    removeEventListener("resize", measureAll)
    watch.disconnect()
    clearTimeout(timer)
  }
}
