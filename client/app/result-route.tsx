/** The result of a workshop, by the token in the fragment: no seat, no session, no documents. */
import { useLocation } from 'react-router'
import { ResultPage } from '#client/features/result/result-page.tsx'
import { startResultTexts } from '#client/texts/result-texts.ts'
import { linkToken } from './link-token.ts'

startResultTexts()

export default function ResultRoute() {
  const { hash } = useLocation()
  const token = linkToken(hash)
  const at = new URLSearchParams(hash.replace(/^#/u, '')).get('at')
  return <ResultPage key={token} token={token} at={at} />
}
