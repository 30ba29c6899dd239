/** A customer's page, by the token in the fragment: no seat, no session, no documents. */
import { useLocation } from 'react-router'
import { AskPage } from '#client/features/ask/ask-page.tsx'
import { linkToken } from './link-token.ts'

export default function AskRoute() {
  const token = linkToken(useLocation().hash)
  return <AskPage key={token} token={token} />
}
