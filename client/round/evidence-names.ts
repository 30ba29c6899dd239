/** What a piece of evidence is called: a customer, a finding, a need, a card, a stage, a draft, a quote, or its own words. */
import { useHeard } from '#client/round/use-heard.ts'
import { useRows } from '#client/session/hooks.ts'
import { useMasked } from '#client/session/use-masked.ts'
import { cards, findings, needs, promiseDrafts, stages } from '#shared/board/schema.ts'

export interface EvidenceNames {
  readonly nameOf: (evidence: string) => string
  /** Whether a customer said it: shown in ink. */
  readonly isSaid: (evidence: string) => boolean
}

export function useEvidenceNames(): EvidenceNames {
  const { all, quotes } = useHeard()
  const masked = useMasked()
  const texts = [useRows(findings), useRows(cards), useRows(promiseDrafts)].flat()
  const listed = useRows(needs)
  const road = useRows(stages)
  const names = new Map<string, string>(texts.map(({ id, text }) => [id, text]))
  for (const { id, short, statement } of listed) names.set(id, short || statement)
  for (const { id, name } of road) names.set(id, name)
  const said = new Map<string, string>()
  for (const { id, pseudonym } of all) said.set(id, pseudonym)
  for (const { quote } of quotes) said.set(quote.id, `“${masked(quote.text)}”`)
  return {
    nameOf: (evidence) => said.get(evidence) ?? names.get(evidence) ?? evidence,
    isSaid: (evidence) => said.has(evidence),
  }
}
