// Live figures in the words: as the author last saw them, and which of them have moved since.

// `now`: address -> the words of today; an address that is not in it is taken to be as it says.
export class Figures {
  constructor(now) {
    this.now = now
    this.views = new Set()
  }

  moved(node) {
    const { address, words } = node.attrs
    if (!(address in this.now)) return ''
    if (this.now[address] === null) return 'there is no such figure any more'
    return this.now[address] === words ? '' : `moved: now ${this.now[address]}`
  }

  // How one figure is shown: a box of its own, red and with the word where it has moved.
  view(node) {
    const dom = document.createElement('span')
    const draw = () => {
      const moved = this.moved(node)
      dom.className = `hf-figure${moved ? ' hf-figure--moved' : ''}`
      dom.textContent = moved ? `${node.attrs.words} (${moved})` : node.attrs.words
    }
    const shown = {
      dom,
      draw,
      update: (next) => {
        if (next.type !== node.type) return false
        node = next
        draw()
        return true
      },
      selectNode: () => dom.classList.add('hf-figure--chosen'),
      deselectNode: () => dom.classList.remove('hf-figure--chosen'),
      destroy: () => this.views.delete(shown),
    }
    this.views.add(shown)
    draw()
    return shown
  }

  // A change that takes today's words for the figures of one address, or for all that moved.
  accept(state, only = '') {
    const change = state.tr
    state.doc.descendants((node, at) => {
      if (node.type.name !== 'figure' || !this.moved(node) || (only && node.attrs.address !== only)) return
      const words = this.now[node.attrs.address]
      if (words !== null) change.setNodeAttribute(at, 'words', words)
    })
    return change
  }

  // address -> the words that are to be accepted or changed
  left(doc) {
    const found = new Map()
    doc.descendants((node) => {
      if (node.type.name === 'figure' && this.moved(node)) found.set(node.attrs.address, node)
    })
    return found
  }
}
