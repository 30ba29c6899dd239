/** Who caused a transaction. Undo follows `EDIT` alone; everything else only passes by. */
export const EDIT = Symbol('edit')
/** What follows by itself from what somebody typed; no step of undo of its own. */
export const FOLLOW = Symbol('follow')
/** Seeding, importing and migrating, done by the server before the first peer joins. */
export const SEED = Symbol('seed')
