/** The server's secret: the setting, or a random key file made at the first start, readable by its owner alone. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Chance } from '#server/chance.ts'
import { type Config, ConfigError } from '#server/config.ts'

const FILE = 'secret.key'

export function readSecret(config: Pick<Config, 'secretKey' | 'dataDir'>, chance: Chance): Buffer {
  if (config.secretKey) return Buffer.from(config.secretKey, 'utf8')
  const path = join(config.dataDir, FILE)
  return readKey(path) ?? makeKey(config.dataDir, path, chance)
}

function readKey(path: string): Buffer | null {
  try {
    const key = Buffer.from(readFileSync(path, 'utf8').trim(), 'hex')
    if (key.length >= 32) return key
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw new ConfigError(`DATA_DIR holds a ${FILE} that cannot be read: make it readable or set SECRET_KEY.`)
  }
  throw new ConfigError(`DATA_DIR holds a ${FILE} that is damaged: put the right one back or set SECRET_KEY.`)
}

function makeKey(dataDir: string, path: string, chance: Chance): Buffer {
  const key = chance.bytes(32)
  try {
    mkdirSync(dataDir, { recursive: true })
    writeFileSync(path, `${key.toString('hex')}\n`, { mode: 0o600, flag: 'wx', flush: true })
  } catch (error) {
    const known = (error as NodeJS.ErrnoException).code === 'EEXIST' ? readKey(path) : null
    if (known) return known
    throw new ConfigError('DATA_DIR must be a folder this server may write to: correct it or its rights.')
  }
  return key
}
