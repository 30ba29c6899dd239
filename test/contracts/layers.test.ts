/** The picture in ARCHITECTURE.md, held against every import in the tree. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, posix, relative } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')

/** What each part may import besides itself; the first prefix that fits a file decides. */
const allowed: readonly (readonly [part: string, mayImport: readonly string[]])[] = [
  ['shared/statistics', []],
  ['shared/document', []],
  ['shared/record', ['shared/document']],
  ['shared/board', ['shared/document', 'shared/statistics']],
  ['shared/interviews', ['shared/document', 'shared/board']],
  [
    'shared/reality',
    [
      'shared/document',
      'shared/board',
      'shared/record',
      'shared/interviews',
      'shared/rounds',
      'shared/statistics',
    ],
  ],
  ['shared/', ['shared/']],
  ['server/persistence', ['server/log.ts', 'shared/']],
  ['server/cluster', ['server/persistence', 'server/log.ts', 'shared/']],
  [
    'server/auth',
    [
      'server/persistence',
      'server/config.ts',
      'server/problem.ts',
      'server/chance.ts',
      'server/turns.ts',
      'server/sync/rooms-api.ts',
      'shared/',
    ],
  ],
  ['server/history', ['server/persistence', 'server/read-json.ts', 'server/chance.ts', 'shared/']],
  ['server/intake', ['server/persistence/worker-link.ts', 'server/chance.ts', 'shared/']],
  ['server/sync', ['server/persistence', 'server/cluster', 'shared/']],
  [
    'server/record',
    [
      'server/persistence',
      'server/turns.ts',
      'server/auth',
      'server/history',
      'server/problem.ts',
      'server/chance.ts',
      'shared/',
    ],
  ],
  [
    'server/ballots',
    [
      'server/persistence',
      'server/auth',
      'server/record',
      'server/history',
      'server/problem.ts',
      'server/chance.ts',
      'shared/',
    ],
  ],
  [
    'server/vault',
    [
      'server/persistence',
      'server/record',
      'server/history',
      'server/sync/rooms-api.ts',
      'server/problem.ts',
      'server/chance.ts',
      'server/turns.ts',
      'shared/',
    ],
  ],
  ['server/', ['server/', 'shared/']],
  ['client/ui', ['client/lib', 'client/texts', 'shared/']],
  ['client/lib', ['shared/']],
  ['client/texts', ['shared/']],
  ['client/session', ['client/lib', 'client/texts', 'shared/']],
  ['client/round', ['client/ui', 'client/lib', 'client/texts', 'client/session', 'shared/']],
  [
    'client/features/',
    ['client/ui', 'client/lib', 'client/texts', 'client/session', 'client/round', 'shared/'],
  ],
  ['client/', ['client/', 'shared/']],
]

/** The part a file belongs to: each feature is a part of its own. */
function partOf(file: string): string {
  const feature = /^client\/features\/[^/]+\//.exec(file)?.[0]
  return feature ?? allowed.find(([part]) => file.startsWith(part))?.[0] ?? ''
}

function faultOf(file: string, imported: string): string | null {
  const part = partOf(file)
  const rule = allowed.find(([prefix]) => file.startsWith(prefix))
  if (!rule || imported.startsWith(part)) return null
  return rule[1].some((prefix) => imported.startsWith(prefix)) ? null : `${file} may not import ${imported}`
}

function importsOf(file: string, source: string): string[] {
  const found = source.matchAll(/(?:from|import\()\s*'((?:#|\.)[^']+)'|^import '((?:#|\.)[^']+)'/gm)
  return [...found].map(([, from, bare]) => {
    const specifier = from ?? bare ?? ''
    return specifier.startsWith('#') ? specifier.slice(1) : posix.join(posix.dirname(file), specifier)
  })
}

const isTest = (file: string) => /\.test\.tsx?$/.test(file)

const files = ['shared', 'server', 'client'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !isTest(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/')),
)

test('every import follows the layers', () => {
  const faults = files.flatMap((file) =>
    importsOf(file, readFileSync(join(root, file), 'utf8'))
      .map((imported) => faultOf(file, imported))
      .filter((fault) => fault !== null),
  )
  expect(faults).toEqual([])
  expect(files.length).toBeGreaterThan(30)
})

test.each([
  ['shared/board/x.ts', "import { x } from '#server/app.ts'"],
  ['shared/document/x.ts', "import { cards } from '#shared/board/schema.ts'"],
  ['server/sync/x.ts', "import type { B } from '../ballots/ballot-box.ts'"],
  ['client/features/weigh/x.tsx', "import { Card } from '#client/features/roadmap/card.tsx'"],
  ['client/ui/x.tsx', "const s = await import('#client/session/session.ts')"],
  ['server/http/x.ts', "import '#client/main.tsx'"],
])('a forbidden import in %s is found', (file, source) => {
  expect(importsOf(file, source).map((imported) => faultOf(file, imported))).toEqual([
    expect.stringContaining('may not import'),
  ])
})
