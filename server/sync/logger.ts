/** What the rooms need of the server's log. Fields never hold content: documents by name, errors under `err`. */
export interface SyncLogger {
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}
