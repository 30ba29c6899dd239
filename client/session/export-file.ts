/** Fetches a workshop as a file, telling how far the server is. Ending the signal ends the work there too. */
import type { CommandProblem } from '#client/session/api.ts'
import type { ExportLine } from '#shared/protocol/export-calls.ts'
import type { ExportFormat } from '#shared/protocol/export-formats.ts'

export interface ExportProgress {
  readonly done: number
  readonly of: number
}

export type ExportOutcome =
  | { readonly ok: true; readonly name: string; readonly file: Blob }
  | { readonly ok: false; readonly problem: CommandProblem }

interface ExportAsked {
  readonly workshopId: string
  readonly format: ExportFormat
  readonly query: Readonly<Record<string, string>>
  /** In base64; for formats that have a place for it. */
  readonly logo: string | null
  readonly signal: AbortSignal
  readonly onProgress: (progress: ExportProgress) => void
}

/** Also for a line that breaks before the file has come. */
const failed = (code: string, title = '', retryAfterS: number | null = null): ExportOutcome => ({
  ok: false,
  problem: { code, title, faults: [], retryAfterS },
})

export async function exportFile(asked: ExportAsked): Promise<ExportOutcome> {
  const { workshopId, format, query, logo, signal } = asked
  const address = `/api/workshops/${encodeURIComponent(workshopId)}/exports/${format}?${new URLSearchParams(query)}`
  try {
    const response = await fetch(address, {
      headers: { accept: 'application/x-ndjson', ...(logo && { 'content-type': 'application/json' }) },
      ...(logo && { method: 'POST', body: JSON.stringify({ logo }) }),
      credentials: 'same-origin',
      signal,
    })
    if (!response.ok || !response.body) return await refused(response)
    return await lastLine(response.body, asked.onProgress)
  } catch {
    return failed('offline')
  }
}

async function refused(response: Response): Promise<ExportOutcome> {
  const said = ((await response.json().catch(() => null)) ?? {}) as Record<string, unknown>
  const { code, title, retryAfterS } = said
  return failed(
    typeof code === 'string' ? code : 'internal',
    typeof title === 'string' ? title : '',
    typeof retryAfterS === 'number' ? retryAfterS : null,
  )
}

async function lastLine(
  body: ReadableStream<Uint8Array>,
  onProgress: ExportAsked['onProgress'],
): Promise<ExportOutcome> {
  for await (const text of linesOf(body)) {
    const line = JSON.parse(text) as ExportLine
    if (line.type === 'progress') onProgress({ done: line.done, of: line.of })
    if (line.type === 'problem') return failed(line.problem.code, line.problem.title)
    if (line.type === 'file')
      return { ok: true, name: line.name, file: new Blob([bytesOf(line.base64)], { type: line.media }) }
  }
  return failed('offline')
}

/** The last line may hold many megabytes: pieces are joined once. */
async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  const reader = body.getReader()
  let begun: string[] = []
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    const [first = '', ...rest] = decoder.decode(read.value, { stream: true }).split('\n')
    begun.push(first)
    for (const next of rest) {
      const line = begun.join('')
      begun = [next]
      if (line !== '') yield line
    }
  }
}

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
