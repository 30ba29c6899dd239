/** Settings: what is taken, and the sentence when one is wrong (OP-2a). */
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readSecret } from '#server/auth/secret.ts'
import { systemChance } from '#server/chance.ts'
import { readConfig } from '#server/config.ts'

test('without settings the server runs on port 3000 with the embedded database', () => {
  expect(readConfig({})).toMatchObject({
    port: 3000,
    dataDir: './data',
    databaseUrl: null,
    publicUrl: null,
    trustProxy: false,
    metricsToken: null,
    retentionDays: null,
    anyoneMayOpen: true,
    maxFileBytes: 20 * 1024 * 1024,
    wrongCodesPerMinute: 10,
  })
})

test('empty and blank settings count as not set', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: ' ', PUBLIC_URL: '' })).toEqual(readConfig({}))
})

test('settings are read as what they are', () => {
  const env = {
    PORT: '8080',
    PUBLIC_URL: 'https://workshops.example/',
    DATABASE_URL: 'postgres://u:p@localhost/db',
    RETENTION_DAYS: '90',
    MAX_FILE_MB: '5',
    OPEN_WORKSHOPS: 'nobody',
  }
  expect(readConfig(env)).toMatchObject({
    port: 8080,
    publicUrl: 'https://workshops.example',
    databaseUrl: 'postgres://u:p@localhost/db',
    retentionDays: 90,
    maxFileBytes: 5 * 1024 * 1024,
    anyoneMayOpen: false,
  })
})

test.each([
  ['true', true],
  ['false', false],
  ['2', 2],
  ['10.0.0.1, 10.0.0.0/8', '10.0.0.1, 10.0.0.0/8'],
])('TRUST_PROXY %s', (setting, read) => {
  expect(readConfig({ TRUST_PROXY: setting }).trustProxy).toBe(read)
})

test.each([
  ['PORT', '80800'],
  ['PORT', '30.5'],
  ['PORT', 'http'],
  ['PUBLIC_URL', 'intranet-host'],
  ['PUBLIC_URL', 'https://example.com/workshops'],
  ['PUBLIC_URL', 'javascript:alert(1)'],
  ['DATABASE_URL', 'mysql://localhost/db'],
  ['LOG_LEVEL', 'loud'],
  ['TRUST_PROXY', 'yes please'],
  ['METRICS_TOKEN', 'short'],
  ['SECRET_KEY', 'short'],
  ['RETENTION_DAYS', '0'],
  ['RETENTION_DAYS', 'forever'],
  ['OPEN_WORKSHOPS', 'everybody'],
  ['MAX_FILE_MB', '1000'],
  ['MAX_SEATS', '1'],
  ['MAX_WRONG_CODES', '-1'],
  ['MAX_NEW_WORKSHOPS', '0'],
])('a wrong %s (%s) is named in one sentence with the way out, without repeating it', (name, value) => {
  expect(() => readConfig({ [name]: value })).toThrow(
    new RegExp(`^${name} must be .+: correct it or leave it out\\.$`),
  )
  if (value.length > 4) expect(() => readConfig({ [name]: value })).not.toThrow(value)
})

describe('the secret', () => {
  let dataDir: string
  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'gp-secret-'))
  })
  afterAll(() => rm(dataDir, { recursive: true }))

  test('is made once, for its owner alone to read, and stays', async () => {
    const first = readSecret({ secretKey: null, dataDir: join(dataDir, 'new') }, systemChance)
    expect(first).toHaveLength(32)
    expect(readSecret({ secretKey: null, dataDir: join(dataDir, 'new') }, systemChance)).toEqual(first)
    expect((await stat(join(dataDir, 'new/secret.key'))).mode & 0o777).toBe(0o600)
  })

  test('is the setting where there is one, and then no file is written', async () => {
    const secretKey = 'x'.repeat(40)
    expect(readSecret({ secretKey, dataDir: join(dataDir, 'none') }, systemChance).toString()).toBe(secretKey)
    await expect(readFile(join(dataDir, 'none/secret.key'))).rejects.toThrow()
  })

  test('stops the start when its file is damaged or its folder cannot be', async () => {
    await writeFile(join(dataDir, 'secret.key'), 'oops')
    expect(() => readSecret({ secretKey: null, dataDir }, systemChance)).toThrow(/DATA_DIR .*damaged/)
    const under = join(dataDir, 'secret.key', 'folder')
    expect(() => readSecret({ secretKey: null, dataDir: under }, systemChance)).toThrow(/^DATA_DIR/)
  })
})
