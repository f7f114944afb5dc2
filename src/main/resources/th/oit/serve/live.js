// Follows what the author writes: loads the page again when it has changed, and shows what is wrong.
// Sent by oit serve alone; never part of a published page.
(() => {
  'use strict'
  const script = document.currentScript
  const key = 'oit-serve-place'
  let edition = script.dataset.edition
  let source = null

  // The reader stays at the place that was being read.
  const kept = JSON.parse(sessionStorage.getItem(key) || 'null')
  sessionStorage.removeItem(key)
  if (kept && kept.path === location.pathname) {
    kept.open.forEach(i => { const d = document.querySelectorAll('details')[i]; if (d) d.open = true })
    scrollTo({left: kept.x, top: kept.y, behavior: 'instant'})
  }

  function reload() {
    const details = [...document.querySelectorAll('details')]
    sessionStorage.setItem(key, JSON.stringify({
      path: location.pathname, x: scrollX, y: scrollY,
      open: details.map((d, i) => d.open ? i : -1).filter(i => i >= 0)
    }))
    if (source) source.close()
    location.reload()
  }

  let root = null
  const style = document.createElement('link')
  style.rel = 'stylesheet'
  style.href = '/_oit/live.css'

  function shown() {
    if (root) return root
    const host = document.createElement('oit-serve')
    host.setAttribute('role', 'complementary')
    host.setAttribute('aria-label', 'oit serve')
    root = host.attachShadow({mode: 'open'})
    const frame = document.createElement('div')
    frame.id = 'frame'
    frame.hidden = true
    frame.innerHTML = '<div id="trouble" role="alert" hidden></div><div id="badge"></div>'
    style.onload = () => { frame.hidden = false }
    root.append(style, frame)
    root.addEventListener('click', copy)
    root.addEventListener('click', e => { if (e.target.closest('[data-hide]')) root.getElementById('trouble').hidden = true })
    root.addEventListener('keydown', e => { if (e.key === 'Escape') root.getElementById('trouble').hidden = true })
    document.body.append(host)
    return root
  }

  function copy(event) {
    const button = event.target.closest('[data-copy]')
    if (!button) return
    navigator.clipboard.writeText(button.dataset.copy).then(() => { button.textContent = button.dataset.done })
  }

  function trouble(html) {
    if (document.querySelector('[data-trouble]')) {
      // The page is nothing but the trouble.
      const place = document.querySelector('[data-trouble]')
      if (html) {
        place.innerHTML = html
        place.querySelector('[data-hide]').remove()
      }
      return
    }
    const place = shown().getElementById('trouble')
    place.innerHTML = html
    place.hidden = !html
  }

  function badge(html) {
    if (document.querySelector('[data-trouble]')) return
    shown().getElementById('badge').innerHTML = html
  }

  // A hidden page holds no line open, for a browser has six to one host.
  function follow() {
    if (source) source.close()
    source = null
    if (document.hidden) return
    source = new EventSource('/_oit/events?page=' + encodeURIComponent(location.pathname) + '&edition=' + edition)
    source.addEventListener('reload', reload)
    source.addEventListener('edition', e => { edition = e.data })
    source.addEventListener('trouble', e => trouble(e.data))
    source.addEventListener('badge', e => badge(e.data))
    // Who comes back asks anew, with the edition that is shown by now.
    source.onerror = () => { if (source && source.readyState !== EventSource.CLOSED) { source.close(); setTimeout(follow, 500) } }
  }

  document.addEventListener('click', copy)
  document.addEventListener('visibilitychange', follow)
  follow()
})()
