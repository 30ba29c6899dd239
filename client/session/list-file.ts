/** Sends a file to the server to be read as rows; nothing of it is stored there. Not sent again by itself. */
import { callRoutes } from '#client/session/call-routes.ts'
import type { ListSheetReply } from '#shared/protocol/list-calls.ts'

export type SheetAnswer =
  | { readonly ok: true; readonly sheet: ListSheetReply }
  /** Title empty: the server was not reached. */
  | { readonly ok: false; readonly title: string }

export async function readSheetFile(
  workshopId: string,
  file: File,
  settings: { readonly sheet?: string; readonly prefer: readonly string[] },
  signal: AbortSignal,
): Promise<SheetAnswer> {
  const [method, path] = callRoutes.readSheet
  const body = new FormData()
  body.set('file', file, file.name)
  body.set('settings', JSON.stringify(settings))
  try {
    const response = await fetch(path.replace(':workshopId', encodeURIComponent(workshopId)), {
      method,
      body,
      signal,
      credentials: 'same-origin',
      headers: { accept: 'application/json' },
    })
    const json: unknown = await response.json()
    if (response.ok) return { ok: true, sheet: json as ListSheetReply }
    const title = typeof json === 'object' && json !== null && 'title' in json ? json.title : ''
    return { ok: false, title: typeof title === 'string' ? title : '' }
  } catch {
    return { ok: false, title: '' }
  }
}
