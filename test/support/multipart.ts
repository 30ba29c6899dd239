/** A file with its settings as the body of a request. */
import type { Request } from '#test/support/server.ts'

const BOUNDARY = 'a-boundary-that-is-in-no-file'

export function asMultipart(
  file: string | Uint8Array,
  settings?: object,
  name = 'interviews.csv',
): Required<Pick<Request, 'body' | 'headers'>> {
  const part = (disposition: string) => `--${BOUNDARY}\r\nContent-Disposition: form-data; ${disposition}\r\n`
  const head = `${part(`name="file"; filename="${name}"`)}Content-Type: application/octet-stream\r\n\r\n`
  const chosen = settings ? `\r\n${part('name="settings"')}\r\n${JSON.stringify(settings)}` : ''
  const body = Buffer.concat([
    Buffer.from(head),
    typeof file === 'string' ? Buffer.from(file) : file,
    Buffer.from(`${chosen}\r\n--${BOUNDARY}--\r\n`),
  ])
  return {
    body: new Uint8Array(body),
    headers: { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
  }
}
