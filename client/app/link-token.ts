/** The token of a link's fragment, `#t=...`, or null when there is none. */
export function linkToken(hash: string): string | null {
  const token = new URLSearchParams(hash.replace(/^#/u, '')).get('t')
  return token === null || token === '' ? null : token
}
