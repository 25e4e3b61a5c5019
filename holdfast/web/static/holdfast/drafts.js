// Keeps what somebody types, as they type it. Everything else works without this file.
//
// How a form joins in: give it data-draft="name:id", where the name says which form it is (record, decision, hold,
// midway, …) and the id is the public id of the review or child it is about:
//
//   <form method="post" data-draft="hold:{{ review.public_id }}">
//
// and, in the view, once it is saved: holdfast.web.drafts.saved.drop_draft(request, f"hold:{review.public_id}").
// Nothing more. Text, hidden values of the form (so also the version it began from), ticks and choices are kept;
// passwords, files, csrfmiddlewaretoken and buttons are not. Add data-draft-leave to a field that is not to be kept.
//
// Where it is kept: at the service, under the writer's own name, a second and a half after the last key. Only when that
// does not succeed (no network, signed out, the service away) is it kept on this device, until the service has it; it
// goes when the form is saved, on signing out, when somebody else signs in, and after ten hours in any case.
const KEPT_FOR = 10 * 60 * 60 * 1000
const WAIT = 1500
const TRY_AGAIN = 5000
const STORE = 'holdfast-draft:'
const person = document.body.dataset.person || ''

const entries = () => Object.keys(localStorage).filter((key) => key.startsWith(STORE))
const read = (key) => {
  try {
    return JSON.parse(localStorage.getItem(key))
  } catch {
    return null
  }
}
const clock = () => new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }).format(new Date())

// On every page: what is too old, another person's, or saved by now goes from this device.
const saved = (document.querySelector('[data-drafts-saved]')?.dataset.draftsSaved || '').split(' ').filter(Boolean)
for (const key of entries()) {
  const kept = read(key)
  const others = person && kept?.person !== person
  if (!kept || others || Date.now() - kept.at > KEPT_FOR || saved.includes(kept.form)) localStorage.removeItem(key)
}
// Once somebody signs out nothing more is kept here: not as the page goes, nor when a last try to send it fails.
let signingOut = false
for (const form of document.querySelectorAll('form[data-signs-out]')) {
  form.addEventListener('submit', () => {
    signingOut = true
    entries().forEach((key) => localStorage.removeItem(key))
  })
}

const kept = (field) =>
  field.name && field.name !== 'csrfmiddlewaretoken' && !('draftLeave' in field.dataset) &&
  !['password', 'file', 'submit', 'button', 'image', 'reset'].includes(field.type)
const fields = (form) => [...form.elements].filter(kept)
const content = (form) => {
  const found = {}
  for (const field of fields(form)) {
    const ticks = field.type === 'checkbox' || field.type === 'radio'
    if (!ticks) found[field.name] = field.value
    else if (field.checked) found[field.name] = (field.name in found ? `${found[field.name]}\n` : '') + field.value
  }
  return found
}
const fill = (form, values) => {
  for (const field of fields(form)) {
    const value = values[field.name]
    if (field.type === 'checkbox' || field.type === 'radio') {
      field.checked = value !== undefined && value.split('\n').includes(field.value)
    } else if (value !== undefined) field.value = value
  }
}
const same = (one, other) => {
  const names = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...names].every((name) => (one[name] || '').replaceAll('\r\n', '\n') === (other[name] || '').replaceAll('\r\n', '\n'))
}

// The forms of a page ask one after the other what was written before.
let asking = Promise.resolve()

class Draft {
  constructor(form) {
    this.form = form
    this.name = form.dataset.draft
    this.key = `${STORE}${person}:${this.name}`
    this.step = 0
    this.timer = 0
    this.lastKept = clock()
    this.opened = content(form)
    this.sent = this.opened
    this.line = document.createElement('p')
    this.line.className = 'hf-draft'
    this.line.setAttribute('role', 'status')
    form.prepend(this.line)
    form.addEventListener('input', () => this.later(WAIT))
    form.addEventListener('submit', () => this.leave())
    window.addEventListener('online', () => this.later(0))
    window.addEventListener('pagehide', () => this.timer && this.hold())
    // data-draft-shown: what was typed stands on the page already, and is still to be kept.
    if ('draftShown' in form.dataset) this.sent = this.opened = {}
    asking = asking.then(() => this.offer()).then(() => 'draftShown' in form.dataset && this.later(0))
  }

  say(words, unsaved = false) {
    this.line.textContent = words
    this.line.classList.toggle('hf-draft--unsaved', unsaved)
  }

  later(wait) {
    window.clearTimeout(this.timer)
    if (same(content(this.form), this.sent)) {
      this.timer = 0
      return
    }
    this.timer = window.setTimeout(() => this.keep(), wait)
  }

  // The form is on its way: keep its words here until a page of the service says that they are saved.
  leave() {
    window.clearTimeout(this.timer)
    this.timer = 0
    if (!same(content(this.form), this.opened)) this.hold()
  }

  hold() {
    if (signingOut) return
    const entry = { person, form: this.name, at: Date.now(), clock: clock(), step: this.step + 1, content: content(this.form) }
    try {
      localStorage.setItem(this.key, JSON.stringify(entry))
    } catch {
      this.say('Not saved, and this device has no room to keep it. Copy your text somewhere safe.', true)
    }
  }

  async keep() {
    this.timer = 0
    const typed = content(this.form)
    const token = this.form.querySelector('[name=csrfmiddlewaretoken]')?.value || ''
    try {
      const body = JSON.stringify({ form: this.name, content: typed, step: this.step + 1 })
      const answer = await fetch('/drafts', {
        method: 'POST', body, redirect: 'manual', headers: { 'Content-Type': 'application/json', 'X-CSRFToken': token },
      })
      if (answer.type === 'opaqueredirect' || answer.status === 403) return this.away(true)
      if (answer.status === 404 || answer.status === 400) return this.refused(answer)
      if (!answer.ok) return this.away(false)
      const told = await answer.json()
      if (told.step > this.step + 1 || told.taken === false) { // written in another window too: the newer words stand
        this.step = told.step
        return this.later(0)
      }
      this.step = told.step
      this.sent = typed
      this.lastKept = clock()
      localStorage.removeItem(this.key)
      this.say(`Saved ${this.lastKept} as a draft`)
      this.tell(told.others)
      if (!same(content(this.form), typed)) this.later(WAIT)
    } catch {
      this.away(false)
    }
  }

  async refused(answer) {
    const told = await answer.json().catch(() => ({}))
    this.hold()
    this.say(`Not saved. ${told.refused || 'This form is not yours to write in any more.'}`, true)
  }

  away(signedOut) {
    this.hold()
    this.say(`Not saved since ${this.lastKept}; kept on this device until you are back.`, true)
    if (signedOut) {
      const link = document.createElement('a')
      link.className = 'govuk-link'
      link.href = `/sign-in?next=${encodeURIComponent(location.pathname)}`
      link.textContent = 'You are signed out: sign in again'
      this.line.append(' ', link)
      return
    }
    this.timer = window.setTimeout(() => this.keep(), TRY_AGAIN)
  }

  tell(others = []) {
    this.others ||= document.querySelector('[data-others]')
    if (!this.others && others.length) {
      this.others = document.createElement('div')
      this.others.className = 'govuk-inset-text'
      this.others.setAttribute('role', 'status')
      this.form.before(this.others)
    }
    if (this.others) this.others.textContent = others.join('. ')
    if (this.others) this.others.hidden = !others.length
  }

  // What was typed here before and not saved: from this device where it is newer, else from the service.
  async offer() {
    const here = read(this.key)
    let there = {}
    try {
      const answer = await fetch(`/drafts/offered?form=${encodeURIComponent(this.name)}`, { redirect: 'manual' })
      if (answer.ok) there = await answer.json()
    } catch {
      // Away: what is on this device is all there is to offer.
    }
    this.step = Math.max(this.step, there.step || 0)
    this.tell(there.others)
    const found = here && here.step > (there.step || 0) ? { kept: here.clock, content: here.content } : there
    if (!found.content || same(found.content, this.opened) || 'draftShown' in this.form.dataset) return
    if (!same(content(this.form), this.opened)) return // they have begun to type again
    this.ask(found)
  }

  ask(found) {
    const box = document.createElement('div')
    box.className = 'hf-offer'
    box.setAttribute('role', 'region')
    box.setAttribute('aria-label', 'What you wrote before')
    const words = document.createElement('p')
    words.className = 'govuk-body'
    words.textContent = `You were writing here at ${found.kept}. It is not saved yet.`
    const button = (label, secondary, act) => {
      const made = document.createElement('button')
      made.type = 'button'
      made.className = `govuk-button govuk-!-margin-bottom-0 govuk-!-margin-right-3${secondary ? ' govuk-button--secondary' : ''}`
      made.textContent = label
      made.addEventListener('click', () => {
        box.remove()
        act()
      })
      return made
    }
    box.append(words, button('Use what you wrote', false, () => this.use(found.content)), button('Leave it', true, () => this.drop()))
    this.form.prepend(box)
  }

  use(values) {
    fill(this.form, values)
    this.form.dispatchEvent(new Event('change')) // for what opens and closes with an answer
    this.sent = {}
    this.later(0)
    this.form.querySelector('textarea, input:not([type=hidden])')?.focus()
  }

  async drop() {
    localStorage.removeItem(this.key)
    const token = this.form.querySelector('[name=csrfmiddlewaretoken]')?.value || ''
    const body = JSON.stringify({ form: this.name, drop: true })
    try {
      await fetch('/drafts', { method: 'POST', body, redirect: 'manual', headers: { 'Content-Type': 'application/json', 'X-CSRFToken': token } })
      this.step = 0
    } catch {
      this.say('Not dropped: the service cannot be reached. It will be offered again.')
    }
  }
}

if (person) for (const form of document.querySelectorAll('form[data-draft]')) new Draft(form)
