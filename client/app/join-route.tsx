/** Joining by a code in the address, by a link's token, or by a code yet to be typed. */
import { JoinPage, keyOfCode } from '#client/features/join/join-page.tsx'

export default function JoinRoute({ code, token }: { readonly code?: string; readonly token?: string }) {
  const joinBy = token === undefined ? (code === undefined ? null : keyOfCode(code)) : { token }
  return <JoinPage joinBy={joinBy} />
}
