/** Where a round is: something before it, the ballot, reveal, talk. */
import { useTranslation } from 'react-i18next'
import { Steps } from '#client/ui/steps.tsx'

const steps = ['before', 'ballot', 'reveal', 'talk'] as const

export function RoundSteps(props: {
  readonly at: (typeof steps)[number]
  /** What comes before the ballot, and what is done with it. */
  readonly before: string
  readonly ballot: string
}) {
  const { at, before, ballot } = props
  const { t } = useTranslation('round')
  const words = { before, ballot, reveal: t('steps.reveal'), talk: t('steps.talk') } as const
  return <Steps label={t('steps.label')} steps={steps.map((step) => words[step])} at={steps.indexOf(at)} />
}
