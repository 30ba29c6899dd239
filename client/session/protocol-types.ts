/** The contract's types under the names screens use. */
export type { BodyOf, CallName, ReplyOf, WorkshopView } from '#shared/protocol/calls.ts'
export type { Presence } from '#shared/protocol/wire.ts'
