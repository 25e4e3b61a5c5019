// Everything works without this file. It adds the small comforts: no double sending, a menu that folds, focus on
// the error summary, "/" to search, and a progress page that renews itself.
import { initAll } from './govuk-frontend-6.6.0.min.js'

document.body.classList.add('js-enabled')
if ('noModule' in HTMLScriptElement.prototype) {
  document.body.classList.add('govuk-frontend-supported')
}
initAll()

const typing = (element) => element.matches('input, textarea, select, [contenteditable]')

document.addEventListener('keydown', (event) => {
  if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return
  const field = document.querySelector('[data-search-field]')
  if (field) {
    event.preventDefault()
    field.focus()
  }
})

for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false
  button.addEventListener('click', () => window.print())
}

const progress = document.querySelector('[data-progress-url]')
if (progress) {
  const renew = async () => {
    try {
      const answer = await fetch(progress.dataset.progressUrl, { headers: { 'X-Progress': 'part' } })
      if (answer.redirected || answer.headers.get('X-Finished')) {
        window.location.reload()
        return
      }
      if (answer.ok) progress.innerHTML = await answer.text()
    } catch {
      // The connection is away for a moment; the next round asks again.
    }
    window.setTimeout(renew, 1500)
  }
  window.setTimeout(renew, 1500)
}
