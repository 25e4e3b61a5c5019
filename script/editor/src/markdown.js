// Markdown to what the editor holds and back, by the rules of holdfast/reports/markdown.py.
import { defaultMarkdownParser, MarkdownParser, MarkdownSerializer } from 'prosemirror-markdown'
import { leads, schema } from './schema.js'

const FIGURE = 'figure:'
// prosemirror-markdown carries markdown-it inside it, and it is large enough to be carried once
const MarkdownIt = defaultMarkdownParser.tokenizer.constructor
const reader = new MarkdownIt('zero').enable(['emphasis', 'link', 'escape'])
reader.validateLink = (address) => address.startsWith(FIGURE) || leads(address)

const token = (type, more = {}) => ({ type, attrGet: () => null, ...more })
const inline = (line) => token('inline', { children: withFigures(reader.parseInline(line, {})[0]?.children || []) })

// A link to a figure, with its words, as one token.
const withFigures = (tokens) => {
  const found = []
  let figure = null
  for (const one of tokens) {
    const href = one.type === 'link_open' ? one.attrGet('href') || '' : ''
    if (href.startsWith(FIGURE)) figure = { address: href, words: '' }
    else if (figure && one.type === 'link_close') {
      found.push(token('figure', { figure }))
      figure = null
    } else if (figure) figure.words += one.content
    else found.push(one)
  }
  return found
}

const kindOf = (line, before) => {
  if (!line) return ['', null]
  let mark = /^### +(?=\S)/.exec(line)
  if (mark) return ['heading', line.slice(mark[0].length)]
  mark = /^[-*] +(?=\S)/.exec(line)
  if (mark) return ['bullet_list', line.slice(mark[0].length)]
  mark = /^(\d{1,3})\. +(?=\S)/.exec(line)
  if (mark && (mark[1] === '1' || before === 'ordered_list')) return ['ordered_list', line.slice(mark[0].length)]
  return [before.endsWith('_list') ? before : 'paragraph', null]
}

const pieces = (text) => {
  const found = []
  let kind = ''
  let lines = []
  for (const line of [...text.replaceAll('\r\n', '\n').split('\n').map((one) => one.trim()), '']) {
    const [now, words] = kindOf(line, kind)
    if ((now !== kind || now === 'heading') && lines.length) {
      found.push([kind, lines])
      lines = []
    }
    if (now.endsWith('_list') && words === null) lines[lines.length - 1] += ` ${line}`
    else if (now) lines.push(words ?? line)
    kind = now
  }
  return found
}

const tokens = (text) => {
  const found = []
  const block = (type, content) => found.push(token(`${type}_open`), ...content, token(`${type}_close`))
  for (const [kind, lines] of pieces(text)) {
    if (!kind.endsWith('_list')) block(kind, [inline(lines.join(' '))])
    else block(kind, lines.flatMap((line) => [
      token('list_item_open'), token('paragraph_open'), inline(line), token('paragraph_close'), token('list_item_close'),
    ]))
  }
  return found
}

const parser = new MarkdownParser(schema, { parse: tokens }, {
  paragraph: { block: 'paragraph' },
  heading: { block: 'heading' },
  bullet_list: { block: 'bullet_list' },
  ordered_list: { block: 'ordered_list' },
  list_item: { block: 'list_item' },
  figure: { node: 'figure', getAttrs: (one) => one.figure },
  link: { mark: 'link', getAttrs: (one) => ({ href: one.attrGet('href') }) },
  strong: { mark: 'strong' },
  em: { mark: 'em' },
})

const words = (text) => text.replace(/[[\]\\*_]/g, '\\$&')

const serializer = new MarkdownSerializer({
  paragraph: (state, node) => {
    state.renderInline(node)
    state.closeBlock(node)
  },
  heading: (state, node) => {
    state.write('### ')
    state.renderInline(node, false)
    state.closeBlock(node)
  },
  bullet_list: (state, node) => state.renderList(node, '  ', () => '- '),
  ordered_list: (state, node) => state.renderList(node, '   ', (nth) => `${nth + 1}. `),
  list_item: (state, node) => state.renderContent(node),
  text: (state, node) => state.text(node.text),
  figure: (state, node) => state.write(`[${words(node.attrs.words)}](${node.attrs.address})`),
}, {
  strong: { open: '**', close: '**', mixable: true, expelEnclosingWhitespace: true },
  em: { open: '*', close: '*', mixable: true, expelEnclosingWhitespace: true },
  link: { open: '[', close: (state, mark) => `](${mark.attrs.href.replace(/[()\s"]/g, encodeURIComponent)})` },
})

export const read = (text) => parser.parse(text)
export const write = (doc) => serializer.serialize(doc, { tightLists: true })
