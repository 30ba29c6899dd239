/** [S1] The ballots' table is named in one module of the server; everything else asks the ballot box. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const server = join(import.meta.dirname, '../../server')

test('[S1] only the ballot box reads or writes ballots', () => {
  const naming = readdirSync(server, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .filter((file) => /['"`]ballots\b|\.ballots\b|BallotRow/.test(readFileSync(join(server, file), 'utf8')))
    .map((file) => file.replaceAll('\\', '/'))
  expect(naming.sort()).toEqual([
    'ballots/ballot-box.ts',
    // Reads them out of an uploaded file, in a thread that has no database.
    'history/build-file.ts',
    // Takes them from a checked file straight to the box.
    'http/calls/open-file.ts',
    'persistence/migrations.ts',
    'persistence/tables.ts',
  ])
})
