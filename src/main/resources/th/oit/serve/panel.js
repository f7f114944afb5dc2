// Keeps the panel as things stand, without taking away what has the focus or stands open.
(() => {
  'use strict'
  let source = null

  async function renew() {
    const answer = await fetch('/_oit/', {cache: 'no-store'})
    if (!answer.ok) return
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html')
    const main = document.querySelector('main')
    const next = fresh.querySelector('main')
    document.querySelector('header').replaceWith(fresh.querySelector('header'))
    if (main.innerHTML === next.innerHTML) return
    const open = new Set([...main.querySelectorAll('details[open]')].map(d => d.id))
    next.querySelectorAll('details').forEach(d => { d.open = open.has(d.id) })
    const focused = document.activeElement && document.activeElement.closest('details, li[id]')
    // The line that is read out stays itself, so that a change of it is heard.
    const now = main.querySelector('#now')
    const text = next.querySelector('#now').textContent
    next.querySelector('#now').remove()
    while (now.nextSibling) now.nextSibling.remove()
    main.append(...next.childNodes)
    if (now.textContent !== text) now.textContent = text
    if (focused) {
      const again = document.getElementById(focused.id)
      const target = again && (again.querySelector('summary') || again.querySelector('a'))
      if (target) target.focus({preventScroll: true})
    }
  }

  function follow() {
    if (source) source.close()
    source = null
    if (document.hidden) return
    source = new EventSource('/_oit/events?page=/_oit/')
    source.addEventListener('panel', renew)
  }

  document.addEventListener('click', event => {
    const button = event.target.closest('[data-copy]')
    if (button) navigator.clipboard.writeText(button.dataset.copy).then(() => { button.textContent = button.dataset.done })
  })
  document.addEventListener('visibilitychange', follow)
  follow()
})()
