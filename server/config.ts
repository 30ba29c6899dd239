/**
 * Settings from the environment, all checked before anything starts. A wrong one stops the start with one sentence
 * that names it and the way out; values of secrets are never repeated in it.
 */
import * as z from 'zod/mini'

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

const whole = (min: number, max: number, fallback: number) =>
  z._default(z.coerce.number().check(z.int(), z.minimum(min), z.maximum(max)), fallback)

const origin = z.string().check(
  z.refine((value) => {
    const url = URL.canParse(value) ? new URL(value) : null
    return url !== null && /^https?:$/.test(url.protocol) && url.pathname === '/' && !url.search && !url.hash
  }),
)

const settings = {
  PORT: { schema: whole(0, 65_535, 3000), must: 'a whole number from 0 to 65535' },
  HOST: { schema: z._default(z.string(), '0.0.0.0'), must: 'an address to listen on' },
  PUBLIC_URL: {
    schema: z.optional(origin),
    must: 'an http or https address without a path, such as https://workshops.example.com',
  },
  DATA_DIR: { schema: z._default(z.string(), './data'), must: 'a folder' },
  DATABASE_URL: {
    schema: z.optional(z.string().check(z.regex(/^postgres(ql)?:\/\//))),
    must: 'empty, or an address that begins with postgres://',
  },
  LOG_LEVEL: { schema: z._default(z.enum(logLevels), 'info'), must: `one of ${logLevels.join(', ')}` },
  TRUST_PROXY: {
    schema: z._default(z.string().check(z.regex(/^(true|false|\d{1,2}|[0-9a-fA-F.:/, ]+)$/)), 'false'),
    must: 'true, false, the number of proxies, or their addresses separated by commas',
  },
  METRICS_TOKEN: {
    schema: z.optional(z.string().check(z.minLength(16))),
    must: 'at least 16 characters long',
  },
  SECRET_KEY: {
    schema: z.optional(z.string().check(z.minLength(32))),
    must: 'at least 32 characters long (openssl rand -hex 32)',
  },
  RETENTION_DAYS: {
    schema: z.optional(z.coerce.number().check(z.int(), z.minimum(1), z.maximum(36_500))),
    must: 'a whole number of days from 1',
  },
  OPEN_WORKSHOPS: {
    schema: z._default(z.enum(['anyone', 'nobody']), 'anyone'),
    must: 'anyone or nobody (who may open a new workshop)',
  },
  MAX_FILE_MB: { schema: whole(1, 200, 20), must: 'a whole number of megabytes from 1 to 200' },
  MAX_SEATS: { schema: whole(2, 10_000, 500), must: 'a whole number from 2 to 10000' },
  MAX_WRONG_CODES: { schema: whole(1, 1000, 10), must: 'a whole number from 1 to 1000 (tries per minute)' },
  MAX_NEW_WORKSHOPS: {
    schema: whole(1, 10_000, 60),
    must: 'a whole number from 1 to 10000 (per address and minute)',
  },
} as const

type Settings = { [K in keyof typeof settings]: z.output<(typeof settings)[K]['schema']> }

export interface Config {
  readonly port: number
  readonly host: string
  /** Null: links carry the address a request came to. */
  readonly publicUrl: string | null
  readonly dataDir: string
  readonly databaseUrl: string | null
  readonly logLevel: LogLevel
  readonly trustProxy: boolean | number | string
  readonly metricsToken: string | null
  readonly secretKey: string | null
  readonly retentionDays: number | null
  readonly anyoneMayOpen: boolean
  readonly maxFileBytes: number
  readonly maxSeats: number
  readonly wrongCodesPerMinute: number
  readonly newWorkshopsPerMinute: number
}

/** Stops the start; the message is the one sentence. */
export class ConfigError extends Error {}

/** The settings, or a `ConfigError` that names the first wrong one. Empty values count as not set. */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const read = {} as Record<string, unknown>
  for (const [name, { schema, must }] of Object.entries(settings)) {
    const result = z.safeParse(schema, env[name]?.trim() || undefined)
    if (!result.success) throw new ConfigError(`${name} must be ${must}: correct it or leave it out.`)
    read[name] = result.data
  }
  return named(read as Settings)
}

const named = (from: Settings): Config => ({
  port: from.PORT,
  host: from.HOST,
  publicUrl: from.PUBLIC_URL ? new URL(from.PUBLIC_URL).origin : null,
  dataDir: from.DATA_DIR,
  databaseUrl: from.DATABASE_URL ?? null,
  logLevel: from.LOG_LEVEL,
  trustProxy: proxies(from.TRUST_PROXY),
  metricsToken: from.METRICS_TOKEN ?? null,
  secretKey: from.SECRET_KEY ?? null,
  retentionDays: from.RETENTION_DAYS ?? null,
  anyoneMayOpen: from.OPEN_WORKSHOPS === 'anyone',
  maxFileBytes: from.MAX_FILE_MB * 1024 * 1024,
  maxSeats: from.MAX_SEATS,
  wrongCodesPerMinute: from.MAX_WRONG_CODES,
  newWorkshopsPerMinute: from.MAX_NEW_WORKSHOPS,
})

function proxies(setting: string): boolean | number | string {
  if (setting === 'true') return true
  if (setting === 'false') return false
  return /^\d{1,2}$/.test(setting) ? Number(setting) : setting
}
