/**
 * The tables, for both engines: text, bigint, blob, epoch milliseconds as integers, JSON as text, booleans as 0/1.
 * What each holds is said here; how it is made is in `migrations.ts`.
 */
import type { LinkKind } from '#shared/protocol/link-calls.ts'

export interface Tables {
  workshops: WorkshopRow
  seats: SeatRow
  seat_tokens: { token_hash: string; seat_id: string; created_at: number }
  links: LinkRow
  /** Join codes that were changed or have lapsed: whoever types one is told so (410) instead of "unknown". Key: code. */
  retired_codes: { code: string; workshop_id: string; retired_at: number }
  docs: DocRow
  doc_updates: DocUpdateRow
  doc_snapshots: { doc_id: string; upto: number; data: Uint8Array; at: number }
  rounds: RoundRow
  ballots: BallotRow
  /** The vault. `ref` is the interview's id, `data` the JSON of an `Identity`, `delete_after` an ISO date or empty. */
  identities: { workshop_id: string; ref: string; data: string; delete_after: string }
  withdrawals: WithdrawalRow
  guest_links: GuestLinkRow
  /** Who has answered by a link: SHA-256 of the key the guest's browser drew. What they said is in the interviews alone. */
  guest_answers: { link_id: string; guest_hash: string; at: number }
  journal: JournalRow
  journal_cursors: { doc_id: string; upto: number }
  replies: { seat_id: string; request_key: string; status: number; body: string; at: number }
}

interface WorkshopRow {
  id: string
  /** Repeated from the board for lists and the join page; the board is what counts. */
  title: string
  is_demo: number
  join_code: string | null
  join_code_until: number | null
  created_at: number
  active_at: number
  /** Unknown top-level keys of an imported file, as JSON, given back on export. */
  extras: string
}

export interface SeatRow {
  id: string
  workshop_id: string
  name: string
  title: string
  function_name: string
  role: string
  /** 1 to 5; known to the facilitator alone, so it is nowhere else. */
  seniority: number | null
  proxy: number
  has_seen_results: number
  note: string
  joined_at: number
  removed_at: number | null
}

export interface LinkRow {
  workshop_id: string
  kind: LinkKind
  generation: number
  /** SHA-256 of the token; the token itself is derived from the server's secret and never stored. */
  token_hash: string
  revoked_at: number | null
  expires_at: number | null
  /** Null for links that are older than this is noted. */
  made_at: number | null
  /** The seat that made it. */
  made_by: string | null
}

export interface DocRow {
  id: string
  workshop_id: string
  kind: string
  /** Number of the last update in the log; its row lock makes sequences gapless. */
  head: number
  lineage: string
  schema_version: number
}

export interface DocUpdateRow {
  doc_id: string
  seq: number
  data: Uint8Array
  seat_id: string | null
  at: number
}

export interface RoundRow {
  id: string
  workshop_id: string
  kind: string
  number: number
  status: 'open' | 'closed' | 'revealed' | 'discarded'
  /** JSON of `RoundSubjects`. */
  about: string
  anonymity: string
  min_function_size: number
  informed: number
  opened_at: number
  closed_at: number | null
  revealed_at: number | null
}

interface BallotRow {
  round_id: string
  seat_id: string
  /** JSON of the ballot as parsed by its kind; read by `server/ballots` alone. */
  ballot: string
  sealed: number
  received_at: number
}

/** Something a customer no longer allows. Ids and scopes alone: neither words nor who it was. */
export interface WithdrawalRow {
  id: string
  workshop_id: string
  /** JSON of the ids of the interview and its doubles. */
  interviews: string
  /** JSON of the scopes. */
  scopes: string
  /** JSON of what was taken out of documents, while journal and log may still remember it; null when nothing does. */
  taken: string | null
  at: number
}

/** A link by which customers answer by themselves. */
export interface GuestLinkRow {
  id: string
  workshop_id: string
  /** SHA-256 of the token, which is derived from the server's secret and never stored. */
  token_hash: string
  label: string
  max_uses: number
  used: number
  created_by: string
  created_at: number
  expires_at: number
  revoked_at: number | null
  /** What it shows of the draft, as JSON; null: it asks questions. */
  shows: string | null
}

/** What changed on the board or in the interviews, told field by field. Values are JSON. */
export interface JournalRow {
  workshop_id: string
  seq: number
  doc_kind: string
  collection: string
  record_id: string
  field: string
  old_value: string | null
  new_value: string | null
  seat_id: string | null
  at: number
  reason: string
}
