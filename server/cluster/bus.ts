/**
 * Between processes of one server. The log is the truth: a lost message costs time, never data.
 * Ballots and the content of commands never travel here.
 */
export interface Bus {
  /** This document has grown up to `head`: whoever has it open reads the log. */
  grown(doc: string, head: number): void
  /** Encoded awareness entries of this process's connections. */
  presence(doc: string, entries: Uint8Array): void
  /** The rights of a seat changed: its sockets are to be closed with this code, in every process. */
  closeSeat(workshopId: string, seatId: string, code: number): void
  /** Deleted content of this document is to be forgotten, in every process. */
  renew(doc: string): void
  /** Messages of other processes only. */
  listen(listener: BusListener): () => void
  close(): Promise<void>
}

export interface BusListener {
  grown(doc: string, head: number): void
  presence(doc: string, entries: Uint8Array): void
  closeSeat(workshopId: string, seatId: string, code: number): void
  renew(doc: string): void
  /** Messages may have been lost while the connection was down: the open sockets' rights are judged anew. */
  missed(): void
}
