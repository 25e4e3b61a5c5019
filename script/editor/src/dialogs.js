// The two windows of the editor: where a link leads, and which figure to insert. Escape closes; focus goes back.
import { leads } from './schema.js'

let count = 0
const make = (tag, attributes = {}, ...inside) => {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (name === 'class') made.className = value
    else made.setAttribute(name, value)
  }
  made.append(...inside)
  return made
}
const field = (label, control, hint = '') => {
  control.id = `hf-editor-${++count}`
  const parts = [make('label', { class: 'govuk-label', for: control.id }, label)]
  if (hint) {
    parts.push(make('div', { class: 'govuk-hint', id: `${control.id}-hint` }, hint))
    control.setAttribute('aria-describedby', `${control.id}-hint`)
  }
  return make('div', { class: 'govuk-form-group' }, ...parts, control)
}
const button = (label, act, secondary = false) => {
  const made = make('button', { type: 'button', class: `govuk-button${secondary ? ' govuk-button--secondary' : ''}` }, label)
  made.addEventListener('click', act)
  return made
}

const dialog = (title, ...inside) => {
  const heading = make('h2', { class: 'govuk-heading-m', id: `hf-editor-${++count}` }, title)
  const made = make('dialog', { class: 'hf-editor__dialog', 'aria-labelledby': heading.id }, heading, ...inside)
  document.querySelector('main').append(made)
  return made
}
// A dialog stands outside the form, so that Enter in it never sends the form.
const onEnter = (control, act) => control.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter') return
  event.preventDefault()
  act()
})

export const linkDialog = (given) => {
  const address = make('input', { class: 'govuk-input', type: 'url', autocomplete: 'off' })
  const words = make('input', { class: 'govuk-input', type: 'text', autocomplete: 'off' })
  const refusal = make('p', { class: 'govuk-error-message', role: 'alert' })
  const remove = button('Remove the link', () => finish(null), true)
  const save = () => {
    const href = address.value.trim()
    if (!leads(href)) {
      refusal.textContent = 'Enter an address that begins with https://, http:// or mailto:'
      return address.focus()
    }
    finish({ href, words: words.value.trim() || href })
  }
  const made = dialog('Link', field('Address', address, 'It begins with https://, http:// or mailto:'), refusal,
    field('Words of the link', words), button('Save the link', save), remove,
    button('Leave it', () => made.close(), true))
  const finish = (answer) => {
    made.close()
    given(answer)
  }
  onEnter(address, save)
  onEnter(words, save)
  return (now) => {
    address.value = now.href || ''
    words.value = now.words
    words.parentElement.hidden = Boolean(now.words)
    remove.hidden = !now.href
    refusal.textContent = ''
    made.showModal()
    address.focus()
  }
}

const MOST = 40
const SHOWS = [['', 'All of it, such as 35 of 204 (17.2%)'], ['n', 'The count alone'], ['of', 'What it is a count of'], ['share', 'The share alone']]

export const figureDialog = (address, given) => {
  const search = make('input', { class: 'govuk-input', type: 'search', autocomplete: 'off' })
  const period = make('select', { class: 'govuk-select' })
  const show = make('select', { class: 'govuk-select' })
  SHOWS.forEach(([value, label]) => show.append(new Option(label, value)))
  const told = make('p', { class: 'govuk-body', role: 'status' })
  const list = make('ul', { class: 'govuk-list hf-editor__figures' })
  const made = dialog('Insert a figure',
    field('Words of the table or the group', search, 'For example: held in time'), field('Period', period),
    field('How it reads', show), told, list, button('Leave it', () => made.close(), true))
  let figures = []
  const load = async () => {
    told.textContent = 'Counting…'
    list.replaceChildren()
    try {
      const answer = await fetch(`${address}?period=${encodeURIComponent(period.value)}`, { redirect: 'manual' })
      const got = await answer.json()
      figures = got.figures
      if (!period.options.length) got.periods.forEach((one) => period.append(new Option(one.label, one.name, false, one.name === got.period)))
      find()
    } catch {
      told.textContent = 'The figures cannot be reached. Your words are safe; try again in a moment.'
    }
  }
  const reading = (one) => ({ '': one.words, n: one.n, of: one.of, share: one.share })[show.value]
  const find = () => {
    const asked = search.value.toLowerCase().split(/\s+/).filter(Boolean)
    const found = figures.filter((one) => reading(one) && asked.every((word) => `${one.table} ${one.group}`.toLowerCase().includes(word)))
    told.textContent = found.length > MOST ? `${found.length} figures; the first ${MOST} are shown. Type more words.`
      : `${found.length} ${found.length === 1 ? 'figure' : 'figures'}`
    list.replaceChildren(...found.slice(0, MOST).map((one) => {
      const choose = button('', () => {
        made.close()
        const words = reading(one)
        const sign = one.address.includes('?') ? '&' : '?'
        given({ address: show.value ? `${one.address}${sign}show=${show.value}` : one.address, words })
      }, true)
      choose.className = 'hf-editor__figure'
      choose.append(make('span', {}, `${one.group}: `), make('strong', {}, reading(one)), make('span', { class: 'hf-editor__table' }, one.table))
      return make('li', {}, choose)
    }))
  }
  search.addEventListener('input', find)
  show.addEventListener('change', find)
  period.addEventListener('change', load)
  onEnter(search, () => list.querySelector('button')?.click())
  search.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown') return
    event.preventDefault()
    list.querySelector('button')?.focus()
  })
  list.addEventListener('keydown', (event) => {
    const all = [...list.querySelectorAll('button')]
    const to = all.indexOf(document.activeElement) + ({ ArrowDown: 1, ArrowUp: -1 }[event.key] || 0)
    if (!['ArrowDown', 'ArrowUp'].includes(event.key)) return
    event.preventDefault()
    to < 0 ? search.focus() : all[Math.min(to, all.length - 1)]?.focus()
  })
  return () => {
    search.value = ''
    made.showModal()
    search.focus()
    figures.length ? find() : load()
  }
}
