// The author's words as rich text, over a plain text field that holds them as Markdown. Without this script the field
// works by itself. Every change goes back into it at once, so that saving and the drafts need not know of this.
import { baseKeymap, chainCommands, toggleMark } from 'prosemirror-commands'
import { history, redo, undo } from 'prosemirror-history'
import { InputRule, inputRules, textblockTypeInputRule, undoInputRule, wrappingInputRule } from 'prosemirror-inputrules'
import { keymap } from 'prosemirror-keymap'
import { splitListItem } from 'prosemirror-schema-list'
import { EditorState, TextSelection } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import { figureDialog, linkDialog } from './dialogs.js'
import { read, write } from './markdown.js'
import { Figures } from './moved.js'
import { schema } from './schema.js'
import { toolbar } from './toolbar.js'

const { marks, nodes } = schema

// A page's own looks stay behind: its style attributes would be refused by the service's promises to the browser.
const withoutLooks = (html) => html
  .replace(/<b(?=\s[^>]*font-weight:\s*normal)/gi, '<span') // how Google Docs wraps everything
  .replace(/\s(?:style|on\w+)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)/gi, '')
  .replace(/<style[\s>][\s\S]*?<\/style>/gi, '')

const plugins = (open) => [
  inputRules({
    rules: [
      wrappingInputRule(/^\s*[-*]\s$/, nodes.bullet_list),
      wrappingInputRule(/^\s*1\.\s$/, nodes.ordered_list),
      textblockTypeInputRule(/^###\s$/, nodes.heading),
      new InputRule(/\*\*([^*\s][^*]*)\*\*$/, (state, match, from, to) =>
        state.tr.replaceWith(from, to, schema.text(match[1], [marks.strong.create()])).removeStoredMark(marks.strong)),
    ],
  }),
  keymap({
    'Mod-b': toggleMark(marks.strong), 'Mod-i': toggleMark(marks.em), 'Mod-z': undo, 'Mod-y': redo, 'Shift-Mod-z': redo,
    'Mod-k': () => {
      open.link()
      return true
    },
    Enter: splitListItem(nodes.list_item),
    'Shift-Enter': chainCommands(splitListItem(nodes.list_item), baseKeymap.Enter),
    Backspace: undoInputRule,
  }),
  keymap(baseKeymap),
  history(),
]

class Editor {
  constructor(field) {
    this.field = field
    this.form = field.form
    this.list = document.querySelector('[data-moved]')
    const now = document.getElementById('live-figures')
    this.figures = new Figures(now ? JSON.parse(now.textContent) : {})
    const id = field.id
    field.id = `${id}-markdown`
    field.hidden = true
    this.open = { link: () => this.openLink(), figure: figureDialog(field.dataset.figures, (one) => this.insertFigure(one)) }
    this.askLink = linkDialog((answer) => this.setLink(answer))
    const { bar, update } = toolbar(() => this.view, id, this.open)
    this.update = update
    const box = document.createElement('div')
    box.className = 'hf-editor'
    box.append(bar)
    field.after(box)
    this.text = field.value
    this.view = new EditorView(box, {
      state: this.state(),
      attributes: this.attributes(id),
      nodeViews: { figure: (node) => this.figures.view(node) },
      transformPastedHTML: withoutLooks,
      dispatchTransaction: (change) => this.apply(change),
    })
    this.labelled(id)
    update(this.view.state)
    this.form.addEventListener('change', () => this.takeField())
    this.form.addEventListener('click', (event) => this.clicked(event))
    this.list?.addEventListener('click', (event) => this.clicked(event))
    for (const aside of document.querySelectorAll('[data-words-aside]')) aside.addEventListener('click', (event) => this.clicked(event))
    this.showMoved()
  }

  state() {
    return EditorState.create({ doc: read(this.field.value), plugins: plugins(this.open) })
  }

  attributes(id) {
    const described = this.field.getAttribute('aria-describedby')
    return {
      id, class: 'hf-editor__text', role: 'textbox', 'aria-multiline': 'true', spellcheck: 'true',
      'aria-labelledby': `${id}-label`, ...(described ? { 'aria-describedby': described } : {}),
      ...(this.field.getAttribute('aria-invalid') ? { 'aria-invalid': 'true' } : {}),
    }
  }

  // The hint speaks of Markdown, for those without this script; here it says what the bar and the keys do.
  labelled(id) {
    const hint = document.getElementById(`${id}-hint`)
    if (hint) hint.textContent = 'Use the buttons for bold, lists, links and figures; they are one stop for Tab, with arrows inside. Tab leaves the words.'
    const label = document.querySelector(`label[for="${id}"]`)
    label.id = `${id}-label`
    label.addEventListener('click', () => this.view.focus())
  }

  apply(change) {
    const state = this.view.state.apply(change)
    this.view.updateState(state)
    this.update(state)
    if (!change.docChanged) return
    this.field.value = this.text = write(state.doc)
    this.field.dispatchEvent(new Event('input', { bubbles: true }))
    this.showMoved()
  }

  // Something else filled the field, such as a draft that is used again.
  takeField() {
    if (this.field.value === this.text) return
    this.text = this.field.value
    this.view.updateState(this.state())
    this.update(this.view.state)
    this.showMoved()
    this.view.focus()
  }

  openLink() {
    const { state } = this.view
    const { from, to, $from } = state.selection
    const mark = marks.link.isInSet($from.marks()) || marks.link.isInSet(state.doc.nodeAt(from)?.marks || [])
    this.askLink({ href: mark?.attrs.href, words: mark ? this.linked(mark) : state.doc.textBetween(from, to) })
  }

  // Marks the whole of the link one stands in, and gives its words.
  linked(mark) {
    const { $from } = this.view.state.selection
    let first = null
    let last = null
    $from.parent.forEach((node, offset) => {
      const at = $from.start() + offset
      if (mark.isInSet(node.marks) && at <= $from.pos + 1 && (first === null || last === at)) [first, last] = [first ?? at, at + node.nodeSize]
      else if (last !== null && last < $from.pos) [first, last] = [null, null]
    })
    if (first === null) return ''
    this.view.dispatch(this.view.state.tr.setSelection(TextSelection.create(this.view.state.doc, first, last)))
    return this.view.state.doc.textBetween(first, last)
  }

  setLink(answer) {
    const { from, to, empty } = this.view.state.selection
    const change = this.view.state.tr
    if (!answer) change.removeMark(from, to, marks.link)
    else if (empty) change.insert(from, schema.text(answer.words, [marks.link.create({ href: answer.href })]))
    else change.addMark(from, to, marks.link.create({ href: answer.href }))
    this.view.dispatch(change)
    this.view.focus()
  }

  insertFigure({ address, words }) {
    this.figures.now[address] = words
    this.view.dispatch(this.view.state.tr.replaceSelectionWith(nodes.figure.create({ address, words }), false).scrollIntoView())
    this.view.focus()
  }

  clicked(event) {
    const button = event.target.closest('button[data-accept], button[data-drop], button[data-live]')
    if (!button) return
    event.preventDefault()
    if ('live' in button.dataset) return this.makeLive(button)
    if ('drop' in button.dataset) return this.drop(button.dataset.drop)
    this.view.dispatch(this.figures.accept(this.view.state, button.dataset.accept))
    this.view.focus()
  }

  // A number that was typed, where it stands first, as a live figure.
  makeLive({ dataset: { live, address, words } }) {
    let at = -1
    this.view.state.doc.descendants((node, place) => {
      const found = node.isText && at < 0 ? node.text.indexOf(live) : -1
      if (found >= 0) at = place + found
    })
    if (at < 0) return this.view.focus()
    this.figures.now[address] = words
    const figure = nodes.figure.create({ address, words })
    this.view.dispatch(this.view.state.tr.replaceWith(at, at + live.length, figure).scrollIntoView())
    this.view.focus()
  }

  // A sentence that was offered, at the end of the words, its figures live.
  drop(text) {
    const dropped = read(text)
    dropped.descendants((node) => {
      if (node.type === nodes.figure) this.figures.now[node.attrs.address] = node.attrs.words
    })
    const { state } = this.view
    const last = state.doc.lastChild
    const instead = last.type === nodes.paragraph && !last.content.size
    const change = instead
      ? state.tr.replaceWith(state.doc.content.size - last.nodeSize, state.doc.content.size, dropped.content)
      : state.tr.insert(state.doc.content.size, dropped.content)
    this.view.dispatch(change.setSelection(TextSelection.atEnd(change.doc)).scrollIntoView())
    this.view.focus()
  }

  // The list of figures that moved follows the words.
  showMoved() {
    if (!this.list) return
    const left = this.figures.left(this.view.state.doc)
    this.list.hidden = !left.size
    for (const one of this.list.querySelectorAll('[data-moved-figure]')) one.hidden = !left.has(one.dataset.movedFigure)
    for (const one of this.figures.views) one.draw()
  }
}

for (const field of document.querySelectorAll('textarea[data-editor]')) new Editor(field)
