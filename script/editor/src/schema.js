// What the author's words may hold: the subset of Markdown that holdfast/reports/markdown.py reads, and nothing else.
import { Schema } from 'prosemirror-model'

export const schema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: { content: 'inline*', group: 'block', parseDOM: [{ tag: 'p' }], toDOM: () => ['p', 0] },
    heading: {
      content: 'inline*', group: 'block', defining: true,
      parseDOM: ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((tag) => ({ tag })),
      toDOM: () => ['h3', 0],
    },
    bullet_list: { content: 'list_item+', group: 'block', parseDOM: [{ tag: 'ul' }], toDOM: () => ['ul', 0] },
    ordered_list: { content: 'list_item+', group: 'block', parseDOM: [{ tag: 'ol' }], toDOM: () => ['ol', 0] },
    list_item: { content: 'paragraph', defining: true, parseDOM: [{ tag: 'li' }], toDOM: () => ['li', 0] },
    text: { group: 'inline' },
    // a live figure: it stands as a whole, and its words are the program's
    figure: {
      inline: true, group: 'inline', atom: true, selectable: true,
      attrs: { address: {}, words: { default: '' } },
      parseDOM: [{
        tag: 'span[data-figure]',
        getAttrs: (span) => ({ address: span.dataset.figure, words: span.dataset.words || '' }),
      }],
      toDOM: (node) => ['span', { 'data-figure': node.attrs.address, 'data-words': node.attrs.words }, node.attrs.words],
      leafText: (node) => node.attrs.words,
    },
  },
  marks: {
    link: {
      attrs: { href: {} }, inclusive: false, excludes: '_',
      parseDOM: [{ tag: 'a[href]', getAttrs: (a) => (leads(a.getAttribute('href')) ? { href: a.getAttribute('href') } : false) }],
      toDOM: (mark) => ['a', { href: mark.attrs.href }, 0],
    },
    strong: { excludes: '_', parseDOM: [{ tag: 'strong' }, { tag: 'b' }], toDOM: () => ['strong', 0] },
    em: { excludes: '_', parseDOM: [{ tag: 'em' }, { tag: 'i' }], toDOM: () => ['em', 0] },
  },
})

// Where a link may lead; the report prints any other as it was typed.
export const leads = (address) => {
  try {
    return ['http:', 'https:', 'mailto:'].includes(new URL(address).protocol)
  } catch {
    return false
  }
}
