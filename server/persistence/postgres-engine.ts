/** Kysely over a pool of PostgreSQL connections. Whole numbers of 64 bits are read as numbers: ours stay below 2^53. */
import { type Dialect, PostgresDialect } from 'kysely'
import pg from 'pg'

const INT8_OID = 20
const POOL_SIZE = 10
const CONNECT_MS = 5000
/** Each must be on, or a committed row can be lost. */
const durabilitySettings = ['fsync', 'full_page_writes', 'synchronous_commit']

/** Opens the pool; rejects with a sentence when the engine is set so that it may lose committed data. */
export async function openPostgres(
  connectionString: string,
  { acceptLossyEngine }: { readonly acceptLossyEngine: boolean },
): Promise<Dialect> {
  const pool = new pg.Pool({
    connectionString,
    max: POOL_SIZE,
    connectionTimeoutMillis: CONNECT_MS,
    types: {
      getTypeParser: (oid, format) => (oid === INT8_OID ? Number : pg.types.getTypeParser(oid, format)),
    },
  })
  // A lost connection fails the query that used it, which is where it is dealt with.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  try {
    await checkSettings(pool, acceptLossyEngine)
  } catch (error) {
    await pool.end()
    throw error
  }
  return new PostgresDialect({ pool })
}

async function checkSettings(pool: pg.Pool, acceptLossyEngine: boolean): Promise<void> {
  const { rows } = await pool.query<{ name: string }>(
    `select name from pg_settings where name = any($1) and setting = 'off'`,
    [durabilitySettings],
  )
  const [first] = rows
  if (first && !acceptLossyEngine)
    throw new Error(`PostgreSQL runs with ${first.name} off, so saved work could be lost: turn it on.`)
}
