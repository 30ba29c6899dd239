/** Fetches the result as a file by the token of its link, which goes into the body and into no address. */
import type { CommandProblem } from '#client/session/api.ts'
import type { ExportFormat } from '#shared/protocol/export-formats.ts'

type ResultFile =
  | { readonly ok: true; readonly name: string; readonly file: Blob }
  | { readonly ok: false; readonly problem: CommandProblem }

export async function resultFile(token: string, format: ExportFormat): Promise<ResultFile> {
  try {
    const response = await fetch(`/api/result/files/${format}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      credentials: 'same-origin',
      body: JSON.stringify({ token }),
    })
    if (!response.ok) return { ok: false, problem: await problemIn(response) }
    return {
      ok: true,
      name: nameIn(response.headers.get('content-disposition')),
      file: await response.blob(),
    }
  } catch {
    return { ok: false, problem: { code: 'offline', title: '', faults: [], retryAfterS: null } }
  }
}

const nameIn = (header: string | null): string =>
  decodeURIComponent(/filename\*=UTF-8''([^;]+)/.exec(header ?? '')?.[1] ?? 'result')

async function problemIn(response: Response): Promise<CommandProblem> {
  const said = ((await response.json().catch(() => null)) ?? {}) as Record<string, unknown>
  const { code, title, retryAfterS } = said
  return {
    code: typeof code === 'string' ? code : 'internal',
    title: typeof title === 'string' ? title : '',
    faults: [],
    retryAfterS: typeof retryAfterS === 'number' ? retryAfterS : null,
  }
}
