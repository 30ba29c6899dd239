/** Who caused a transaction. Undo follows `EDIT` alone; everything else only passes by. */
export const EDIT = Symbol('edit')
/** Seeding, importing and migrating, done by the server before the first peer joins. */
export const SEED = Symbol('seed')
