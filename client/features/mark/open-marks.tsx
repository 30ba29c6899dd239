/** Opening a round of marks over the needs of the list and the columns of the scene. */
import { useTranslation } from 'react-i18next'
import { useOptions } from '#client/features/mark/use-options.ts'
import { activeNeeds } from '#client/round/active-needs.ts'
import { OpenRound } from '#client/round/open-round.tsx'
import type { AnyRound } from '#client/round/round-of.ts'
import { useRows } from '#client/session/hooks.ts'
import { needs } from '#shared/board/schema.ts'

const FEWEST_COLUMNS = 2

export function OpenMarks(props: {
  readonly title: string
  readonly lead: string
  readonly like?: AnyRound
  readonly onCancel?: () => void
}) {
  const { t } = useTranslation('mark')
  const subjects = activeNeeds(useRows(needs)).map(({ id }) => id)
  const columns = useOptions().map(({ id }) => id)
  const missing = () => {
    if (subjects.length === 0) return t('open.noNeeds')
    return columns.length < FEWEST_COLUMNS ? t('open.noColumns') : null
  }
  return <OpenRound {...props} kind="marks" subjects={subjects} columns={columns} notYet={missing()} />
}
