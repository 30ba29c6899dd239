/**
 * The tables as made, step by step. A step that has been released is never changed; a new one is added.
 * Engines differ in one thing: the name of the type for bytes.
 */
import { type Kysely, type Migration, Migrator, sql } from 'kysely'
import type { Database } from '#server/persistence/storage.ts'

export type Engine = 'sqlite' | 'postgres'

const steps = (engine: Engine): Record<string, Migration> => ({
  '001-first': { up: (db) => createFirstTables(db, engine) },
  '002-personal-data': { up: addPersonalData },
  '003-guest-links': { up: addGuestLinks },
  '004-draft-links': { up: addDraftLinks },
  '005-link-makers': { up: addLinkMakers },
})

/** Brings the tables to the newest step; safe to run from several processes at once. */
export async function migrate(db: Database, engine: Engine): Promise<void> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => steps(engine) } })
  const { error } = await migrator.migrateToLatest()
  if (error) throw error instanceof Error ? error : new Error(String(error))
}

async function createFirstTables(db: Kysely<unknown>, engine: Engine): Promise<void> {
  const bytes = engine === 'postgres' ? sql`bytea` : sql`blob`
  const schema = db.schema

  await schema
    .createTable('workshops')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('is_demo', 'integer', (c) => c.notNull())
    .addColumn('join_code', 'text', (c) => c.unique())
    .addColumn('join_code_until', 'bigint')
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('active_at', 'bigint', (c) => c.notNull())
    .addColumn('extras', 'text', (c) => c.notNull())
    .execute()

  await schema
    .createTable('seats')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('workshop_id', 'text', (c) => c.notNull().references('workshops.id').onDelete('cascade'))
    .addColumn('name', 'text', (c) => c.notNull())
    .addColumn('title', 'text', (c) => c.notNull())
    .addColumn('function_name', 'text', (c) => c.notNull())
    .addColumn('role', 'text', (c) => c.notNull())
    .addColumn('seniority', 'integer')
    .addColumn('proxy', 'integer', (c) => c.notNull())
    .addColumn('has_seen_results', 'integer', (c) => c.notNull())
    .addColumn('note', 'text', (c) => c.notNull())
    .addColumn('joined_at', 'bigint', (c) => c.notNull())
    .addColumn('removed_at', 'bigint')
    .execute()
  await schema.createIndex('seats_workshop').on('seats').column('workshop_id').execute()

  await schema
    .createTable('seat_tokens')
    .addColumn('token_hash', 'text', (c) => c.primaryKey())
    .addColumn('seat_id', 'text', (c) => c.notNull().references('seats.id').onDelete('cascade'))
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .execute()
  await schema.createIndex('seat_tokens_seat').on('seat_tokens').column('seat_id').execute()

  await schema
    .createTable('links')
    .addColumn('workshop_id', 'text', (c) => c.notNull().references('workshops.id').onDelete('cascade'))
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('generation', 'integer', (c) => c.notNull())
    .addColumn('token_hash', 'text', (c) => c.notNull().unique())
    .addColumn('revoked_at', 'bigint')
    .addColumn('expires_at', 'bigint')
    .addPrimaryKeyConstraint('links_pk', ['workshop_id', 'kind', 'generation'])
    .execute()

  await schema
    .createTable('retired_codes')
    .addColumn('code', 'text', (c) => c.primaryKey())
    .addColumn('workshop_id', 'text', (c) => c.notNull().references('workshops.id').onDelete('cascade'))
    .addColumn('retired_at', 'bigint', (c) => c.notNull())
    .execute()

  await createDocumentTables(db, bytes)
  await createRoundTables(db)
  await createTraceTables(db)
}

async function createDocumentTables(db: Kysely<unknown>, bytes: ReturnType<typeof sql>): Promise<void> {
  const { schema } = db
  await schema
    .createTable('docs')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('workshop_id', 'text', (c) => c.notNull().references('workshops.id').onDelete('cascade'))
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('head', 'bigint', (c) => c.notNull())
    .addColumn('lineage', 'text', (c) => c.notNull())
    .addColumn('schema_version', 'integer', (c) => c.notNull())
    .addUniqueConstraint('docs_workshop_kind', ['workshop_id', 'kind'])
    .execute()

  await schema
    .createTable('doc_updates')
    .addColumn('doc_id', 'text', (c) => c.notNull().references('docs.id').onDelete('cascade'))
    .addColumn('seq', 'bigint', (c) => c.notNull())
    .addColumn('data', bytes, (c) => c.notNull())
    .addColumn('seat_id', 'text')
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('doc_updates_pk', ['doc_id', 'seq'])
    .execute()

  await schema
    .createTable('doc_snapshots')
    .addColumn('doc_id', 'text', (c) => c.primaryKey().references('docs.id').onDelete('cascade'))
    .addColumn('upto', 'bigint', (c) => c.notNull())
    .addColumn('data', bytes, (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .execute()
}

async function createRoundTables(db: Kysely<unknown>): Promise<void> {
  const { schema } = db
  await schema
    .createTable('rounds')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('workshop_id', 'text', (c) => c.notNull().references('workshops.id').onDelete('cascade'))
    .addColumn('kind', 'text', (c) => c.notNull())
    .addColumn('number', 'integer', (c) => c.notNull())
    .addColumn('status', 'text', (c) => c.notNull())
    .addColumn('about', 'text', (c) => c.notNull())
    .addColumn('anonymity', 'text', (c) => c.notNull())
    .addColumn('min_function_size', 'integer', (c) => c.notNull())
    .addColumn('informed', 'integer', (c) => c.notNull())
    .addColumn('opened_at', 'bigint', (c) => c.notNull())
    .addColumn('closed_at', 'bigint')
    .addColumn('revealed_at', 'bigint')
    .execute()
  await schema.createIndex('rounds_workshop').on('rounds').column('workshop_id').execute()

  await schema
    .createTable('ballots')
    .addColumn('round_id', 'text', (c) => c.notNull().references('rounds.id').onDelete('cascade'))
    .addColumn('seat_id', 'text', (c) => c.notNull().references('seats.id').onDelete('cascade'))
    .addColumn('ballot', 'text', (c) => c.notNull())
    .addColumn('sealed', 'integer', (c) => c.notNull())
    .addColumn('received_at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('ballots_pk', ['round_id', 'seat_id'])
    .execute()

  await schema
    .createTable('identities')
    .addColumn('workshop_id', 'text', (c) => c.notNull().references('workshops.id').onDelete('cascade'))
    .addColumn('ref', 'text', (c) => c.notNull())
    .addColumn('data', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('identities_pk', ['workshop_id', 'ref'])
    .execute()
}

async function createTraceTables(db: Kysely<unknown>): Promise<void> {
  const { schema } = db
  await schema
    .createTable('journal')
    .addColumn('workshop_id', 'text', (c) => c.notNull().references('workshops.id').onDelete('cascade'))
    .addColumn('seq', 'bigint', (c) => c.notNull())
    .addColumn('doc_kind', 'text', (c) => c.notNull())
    .addColumn('collection', 'text', (c) => c.notNull())
    .addColumn('record_id', 'text', (c) => c.notNull())
    .addColumn('field', 'text', (c) => c.notNull())
    .addColumn('old_value', 'text')
    .addColumn('new_value', 'text')
    .addColumn('seat_id', 'text')
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addColumn('reason', 'text', (c) => c.notNull())
    .addPrimaryKeyConstraint('journal_pk', ['workshop_id', 'seq'])
    .execute()
  await schema
    .createIndex('journal_record')
    .on('journal')
    .columns(['workshop_id', 'record_id', 'seq'])
    .execute()
  await schema.createIndex('journal_seat').on('journal').columns(['workshop_id', 'seat_id', 'seq']).execute()

  await schema
    .createTable('journal_cursors')
    .addColumn('doc_id', 'text', (c) => c.primaryKey().references('docs.id').onDelete('cascade'))
    .addColumn('upto', 'bigint', (c) => c.notNull())
    .execute()

  await schema
    .createTable('replies')
    .addColumn('seat_id', 'text', (c) => c.notNull())
    .addColumn('request_key', 'text', (c) => c.notNull())
    .addColumn('status', 'integer', (c) => c.notNull())
    .addColumn('body', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('replies_pk', ['seat_id', 'request_key'])
    .execute()
  await schema.createIndex('replies_at').on('replies').column('at').execute()
}

async function addPersonalData({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .alterTable('identities')
    .addColumn('delete_after', 'text', (c) => c.notNull().defaultTo(''))
    .execute()
  await schema
    .createTable('withdrawals')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('workshop_id', 'text', (c) => c.notNull().references('workshops.id').onDelete('cascade'))
    .addColumn('interviews', 'text', (c) => c.notNull())
    .addColumn('scopes', 'text', (c) => c.notNull())
    .addColumn('taken', 'text')
    .addColumn('at', 'bigint', (c) => c.notNull())
    .execute()
  await schema.createIndex('withdrawals_workshop').on('withdrawals').column('workshop_id').execute()
}

async function addGuestLinks({ schema }: Kysely<unknown>): Promise<void> {
  await schema
    .createTable('guest_links')
    .addColumn('id', 'text', (c) => c.primaryKey())
    .addColumn('workshop_id', 'text', (c) => c.notNull().references('workshops.id').onDelete('cascade'))
    .addColumn('token_hash', 'text', (c) => c.notNull().unique())
    .addColumn('label', 'text', (c) => c.notNull())
    .addColumn('max_uses', 'integer', (c) => c.notNull())
    .addColumn('used', 'integer', (c) => c.notNull())
    .addColumn('created_by', 'text', (c) => c.notNull())
    .addColumn('created_at', 'bigint', (c) => c.notNull())
    .addColumn('expires_at', 'bigint', (c) => c.notNull())
    .addColumn('revoked_at', 'bigint')
    .execute()
  await schema.createIndex('guest_links_workshop').on('guest_links').column('workshop_id').execute()
  await schema
    .createTable('guest_answers')
    .addColumn('link_id', 'text', (c) => c.notNull().references('guest_links.id').onDelete('cascade'))
    .addColumn('guest_hash', 'text', (c) => c.notNull())
    .addColumn('at', 'bigint', (c) => c.notNull())
    .addPrimaryKeyConstraint('guest_answers_pk', ['link_id', 'guest_hash'])
    .execute()
}

async function addDraftLinks({ schema }: Kysely<unknown>): Promise<void> {
  await schema.alterTable('guest_links').addColumn('shows', 'text').execute()
}

async function addLinkMakers({ schema }: Kysely<unknown>): Promise<void> {
  await schema.alterTable('links').addColumn('made_at', 'bigint').execute()
  await schema.alterTable('links').addColumn('made_by', 'text').execute()
}
