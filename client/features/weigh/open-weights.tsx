/** Opening a round of weights over the needs of the list. */
import { useTranslation } from 'react-i18next'
import { FEWEST_NEEDS, MOST_NEEDS } from '#client/features/weigh/need-list.ts'
import { activeNeeds } from '#client/round/active-needs.ts'
import { OpenRound } from '#client/round/open-round.tsx'
import type { AnyRound } from '#client/round/round-of.ts'
import { useRows } from '#client/session/hooks.ts'
import { needs } from '#shared/board/schema.ts'

export function OpenWeights(props: {
  readonly title: string
  readonly lead: string
  readonly like?: AnyRound
  readonly onCancel?: () => void
}) {
  const { t } = useTranslation('weigh')
  const subjects = activeNeeds(useRows(needs)).map(({ id }) => id)
  const missing = () => {
    if (subjects.length < FEWEST_NEEDS) return t('open.notYet')
    return subjects.length > MOST_NEEDS ? t('open.tooMany') : null
  }
  return <OpenRound {...props} kind="weights" subjects={subjects} notYet={missing()} />
}
