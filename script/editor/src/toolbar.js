// The bar above the words: one stop for Tab, arrows within it, and what is on says so.
import { setBlockType, toggleMark } from 'prosemirror-commands'
import { redo, undo } from 'prosemirror-history'
import { liftListItem, wrapInList } from 'prosemirror-schema-list'
import { schema } from './schema.js'

const { marks, nodes } = schema

export const inList = (state, type) => {
  for (let depth = state.selection.$from.depth; depth > 0; depth--) if (state.selection.$from.node(depth).type === type) return true
  return false
}
const hasMark = (state, type) => {
  const { from, to, empty, $from } = state.selection
  return empty ? Boolean(type.isInSet(state.storedMarks || $from.marks())) : state.doc.rangeHasMark(from, to, type)
}
const list = (type) => (state, dispatch) => (inList(state, type) ? liftListItem(nodes.list_item) : wrapInList(type))(state, dispatch)
export const subHeading = (state, dispatch) =>
  setBlockType(state.selection.$from.parent.type === nodes.heading ? nodes.paragraph : nodes.heading)(state, dispatch)

const ACTS = [
  { label: 'Bold', keys: 'Control+B', act: toggleMark(marks.strong), on: (state) => hasMark(state, marks.strong) },
  { label: 'Italic', keys: 'Control+I', act: toggleMark(marks.em), on: (state) => hasMark(state, marks.em) },
  { label: 'Sub-heading', act: subHeading, on: (state) => state.selection.$from.parent.type === nodes.heading },
  { label: 'Bullet list', act: list(nodes.bullet_list), on: (state) => inList(state, nodes.bullet_list) },
  { label: 'Numbered list', act: list(nodes.ordered_list), on: (state) => inList(state, nodes.ordered_list) },
  { label: 'Link', keys: 'Control+K', opens: 'link', on: (state) => hasMark(state, marks.link) },
  { label: 'Insert a figure', opens: 'figure' },
  { label: 'Undo', keys: 'Control+Z', act: undo },
  { label: 'Redo', keys: 'Control+Y', act: redo },
]

// `open`: what opens a window, by its name.
export const toolbar = (view, id, open) => {
  const bar = document.createElement('div')
  bar.className = 'hf-editor__bar'
  bar.setAttribute('role', 'toolbar')
  bar.setAttribute('aria-label', 'How your words look')
  bar.setAttribute('aria-controls', id)
  const buttons = ACTS.map((act, nth) => {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'hf-editor__button'
    button.textContent = act.label
    button.tabIndex = nth ? -1 : 0
    if (act.keys) button.setAttribute('aria-keyshortcuts', act.keys)
    if (act.opens) button.setAttribute('aria-haspopup', 'dialog')
    button.addEventListener('mousedown', (event) => event.preventDefault()) // the words keep what is marked in them
    button.addEventListener('click', () => {
      if (act.opens) return open[act.opens]()
      act.act(view().state, view().dispatch, view())
      if (document.activeElement !== button) view().focus()
    })
    bar.append(button)
    return button
  })
  const stop = (button) => buttons.forEach((one) => (one.tabIndex = one === button ? 0 : -1))
  bar.addEventListener('focusin', (event) => stop(event.target))
  bar.addEventListener('keydown', (event) => {
    const at = buttons.indexOf(document.activeElement)
    const last = buttons.length - 1
    const to = { ArrowRight: at === last ? 0 : at + 1, ArrowLeft: at ? at - 1 : last, Home: 0, End: last }[event.key]
    if (to === undefined) return
    event.preventDefault()
    buttons[to].focus()
  })
  const update = (state) => ACTS.forEach((act, nth) => {
    if (act.on) buttons[nth].setAttribute('aria-pressed', String(act.on(state)))
    if (act.act) buttons[nth].setAttribute('aria-disabled', String(!act.act(state)))
  })
  return { bar, update }
}
