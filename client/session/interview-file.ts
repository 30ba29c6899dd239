/**
 * Sends a file of interviews to the server, which reads it there, and hears how far it is. Ending the signal ends the
 * work on the server too. Not sent again by itself: whoever chose the file decides.
 */
import { callRoutes } from '#client/session/call-routes.ts'
import type { IntakeLine, IntakeResult, IntakeSettings } from '#shared/protocol/intake-calls.ts'

export interface InterviewFile {
  readonly workshopId: string
  readonly file: File
  readonly settings: IntakeSettings
}

export type IntakeAnswer =
  | { readonly ok: true; readonly result: IntakeResult }
  /** Title empty: the server was not reached. */
  | { readonly ok: false; readonly title: string }

export type IntakeProgress = Extract<IntakeLine, { type: 'progress' }>

export async function sendInterviews(
  sent: InterviewFile,
  how: {
    readonly isDry: boolean
    readonly signal: AbortSignal
    readonly onProgress: (progress: IntakeProgress) => void
  },
): Promise<IntakeAnswer> {
  const unreached: IntakeAnswer = { ok: false, title: '' }
  try {
    const response = await post(sent, how.isDry, 'application/x-ndjson', how.signal)
    if (!response.ok || !response.body) return { ok: false, title: await titleOf(response) }
    let answer: IntakeAnswer = unreached
    for await (const line of linesOf(response.body)) {
      if (line.type === 'progress') how.onProgress(line)
      else if (line.type === 'result') answer = { ok: true, result: line.result }
      else answer = { ok: false, title: line.problem.title }
    }
    return answer
  } catch {
    return unreached
  }
}

/** The rows that are not right, with what is wrong with them, as a file to be mended; null when it cannot be had. */
export async function faultyRows(sent: InterviewFile, signal: AbortSignal): Promise<Blob | null> {
  const response = await post(sent, true, 'text/csv', signal).catch(() => null)
  return response?.ok ? response.blob() : null
}

function post(
  { workshopId, file, settings }: InterviewFile,
  isDry: boolean,
  accept: string,
  signal: AbortSignal,
) {
  const [method, path] = callRoutes.importInterviews
  const body = new FormData()
  body.set('file', file, file.name)
  body.set('settings', JSON.stringify(settings))
  const address = path.replace(':workshopId', encodeURIComponent(workshopId)) + (isDry ? '?dryRun=1' : '')
  return fetch(address, { method, body, signal, credentials: 'same-origin', headers: { accept } })
}

async function titleOf(response: Response): Promise<string> {
  const json: unknown = await response.json().catch(() => null)
  const title = typeof json === 'object' && json !== null && 'title' in json ? json.title : ''
  return typeof title === 'string' ? title : ''
}

async function* linesOf(body: ReadableStream<Uint8Array>): AsyncIterable<IntakeLine> {
  const reader = body
    .pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>)
    .getReader()
  let rest = ''
  for (;;) {
    const { value, done } = await reader.read()
    const lines = (rest + (value ?? '')).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) if (line !== '') yield JSON.parse(line) as IntakeLine
    if (done) return
  }
}

export type ExportForm = 'csv' | 'excel' | 'xlsx'

/** Where the interviews are downloaded from: a plain link, so that the browser saves what the server sends. */
export function interviewExport(workshopId: string, form: ExportForm, isMasked: boolean): string {
  const path = callRoutes[form === 'xlsx' ? 'exportInterviewsXlsx' : 'exportInterviewsCsv'][1]
  const query = new URLSearchParams({
    ...(form === 'excel' && { separator: 'semicolon', bom: '1' }),
    ...(isMasked && { masked: '1' }),
  }).toString()
  return path.replace(':workshopId', encodeURIComponent(workshopId)) + (query && `?${query}`)
}
