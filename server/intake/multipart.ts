/** The parts of a file that is sent: its bytes, and what was chosen about it. */
import * as z from 'zod/mini'
import { faultsOf } from '#shared/protocol/faults.ts'
import type { Fault } from '#shared/protocol/problems.ts'

export interface Sent<S> {
  readonly name: string
  readonly bytes: Buffer
  readonly settings: S
}

export async function readMultipart<S extends z.ZodMiniType>(
  body: Uint8Array,
  contentType: string,
  schema: S,
): Promise<Sent<z.output<S>> | { readonly faults: readonly Fault[] }> {
  const form = await new Response(body, { headers: { 'content-type': contentType } })
    .formData()
    .catch(() => null)
  if (!form) return { faults: [{ path: '', message: 'This is not multipart/form-data.' }] }
  const file = form.get('file')
  if (file === null || typeof file === 'string')
    return { faults: [{ path: '/file', message: 'There is no part “file” with a file name.' }] }
  const settings = z.safeParse(schema, parsed(form.get('settings')))
  if (!settings.success)
    return {
      faults: faultsOf(settings.error).map(({ path, message }) => ({ path: `/settings${path}`, message })),
    }
  return { name: file.name, bytes: Buffer.from(await file.arrayBuffer()), settings: settings.data }
}

function parsed(settings: unknown): unknown {
  if (settings === null) return {}
  if (typeof settings !== 'string') return null
  try {
    return JSON.parse(settings)
  } catch {
    return null
  }
}
