/** Kysely over a pool of PostgreSQL connections. Whole numbers of 64 bits are read as numbers: ours stay below 2^53. */
import { type Dialect, PostgresDialect, PostgresQueryCompiler } from 'kysely'
import pg from 'pg'
import { storable } from '#server/persistence/storable.ts'

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
  return new StorableDialect({ pool })
}

class StorableDialect extends PostgresDialect {
  override createQueryCompiler(): PostgresQueryCompiler {
    return new Compiler()
  }
}

class Compiler extends PostgresQueryCompiler {
  protected override addParameter(parameter: unknown): void {
    super.addParameter(storable(parameter))
  }
}

async function checkSettings(pool: pg.Pool, acceptLossyEngine: boolean): Promise<void> {
  const off = await settingsThatAreOff(pool)
  if (off.length > 0 && !acceptLossyEngine)
    throw new Error(`PostgreSQL runs with ${off.join(' and ')} off, so saved work could be lost: turn it on.`)
}

async function settingsThatAreOff(pool: pg.Pool): Promise<string[]> {
  try {
    const { rows } = await pool.query<{ name: string }>(
      `select name from pg_settings where name = any($1) and setting = 'off' order by name`,
      [durabilitySettings],
    )
    return rows.map(({ name }) => name)
  } catch (error) {
    // The driver's own words may hold the address, with its password.
    const { code } = error as { code?: string }
    throw new Error(`The PostgreSQL that DATABASE_URL names cannot be used (${code ?? 'no answer'}).`)
  }
}
