/** Opening a round of weights over the needs of the list; after the answers also over those customers named. */
import { useTranslation } from 'react-i18next'
import { FEWEST_NEEDS, MOST_NEEDS } from '#client/features/weigh/need-list.ts'
import { activeNeeds } from '#client/round/active-needs.ts'
import { OpenRound } from '#client/round/open-round.tsx'
import type { AnyRound } from '#client/round/round-of.ts'
import { useRows, useSingle } from '#client/session/hooks.ts'
import { needs } from '#shared/board/schema.ts'
import { interviews } from '#shared/interviews/schema.ts'
import { needsOfSecondLook } from '#shared/reality/theirs.ts'
import { envelope } from '#shared/record/schema.ts'
import { MAX_SUBJECTS } from '#shared/rounds/ballot-parts.ts'

export function OpenWeights(props: {
  readonly title: string
  readonly lead: string
  readonly like?: AnyRound
  readonly onCancel?: () => void
}) {
  const { t } = useTranslation('weigh')
  const onBoard = useRows(needs)
  const held = useRows(interviews)
  const isInformed = useSingle(envelope).openedAt !== null
  const listed = activeNeeds(onBoard)
  const subjects = isInformed
    ? needsOfSecondLook(listed, onBoard, held).slice(0, MAX_SUBJECTS)
    : listed.map(({ id }) => id)
  const missing = () => {
    if (listed.length < FEWEST_NEEDS) return t('open.notYet')
    return listed.length > MOST_NEEDS ? t('open.tooMany') : null
  }
  return <OpenRound {...props} kind="weights" subjects={subjects} notYet={missing()} />
}
