// The licences of everything the bundle holds, one after the other.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const root = process.argv[2]
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
const told = []
for (const [path, about] of Object.entries(lock.packages)) {
  if (!path || about.dev || about.optional) continue
  const folder = join(root, path)
  if (!existsSync(folder)) continue
  const name = path.replace('node_modules/', '')
  const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one))
  if (!file) throw new Error(`${name} has no licence beside it.`)
  told.push(`${name} ${about.version} (${about.license})\n\n${readFileSync(join(folder, file), 'utf8').trim()}`)
}
console.log(`editor.js holds these packages.\n\n${told.join(`\n\n${'-'.repeat(72)}\n\n`)}`)
