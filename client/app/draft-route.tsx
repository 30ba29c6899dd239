/** A customer's page of a draft, by the token in the fragment: no seat, no session, no documents. */
import { useLocation } from 'react-router'
import { DraftPage } from '#client/features/ask/draft-page.tsx'
import { linkToken } from './link-token.ts'

export default function DraftRoute() {
  const token = linkToken(useLocation().hash)
  return <DraftPage key={token} token={token} />
}
