/** What an action closes: the state of the question or doubt as a glyph, and the way to its card; opinion says so. */
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { usePlan } from '#client/features/plan/plan-context.tsx'
import { useSession } from '#client/session/hooks.ts'
import { Chip } from '#client/ui/chip.tsx'
import { type Coverage, StatusGlyph } from '#client/ui/coverage.tsx'
import { InlineGuess } from '#client/ui/inline-marks.tsx'
import type { Action } from '#shared/board/action-edits.ts'
import { restsOnOpinion } from '#shared/reality/plan.ts'
import type { Coverage as Covered } from '#shared/statistics/coverage.ts'
import styles from './cells.module.css'

export const shownAs: Readonly<Record<Covered, Coverage>> = {
  answered: 'answered',
  weak: 'partly',
  open: 'unanswered',
}

const SHOWN = 2

export function GapCell({ action }: { readonly action: Action }) {
  const { t } = useTranslation('plan')
  const { ground, linkOf } = usePlan()
  const links = action.links.map(linkOf)
  const asked = links.filter(({ kind }) => kind === 'question' || kind === 'skepticism')
  const others = links.filter(({ kind }) => kind !== 'question' && kind !== 'skepticism' && kind !== 'gone')
  const shown = asked.length > 0 ? asked.slice(0, SHOWN) : others.slice(0, 1)
  const more = asked.length > 0 ? asked.length - shown.length : others.length - shown.length
  return (
    <span className={styles.gaps}>
      {shown.map((link) =>
        asked.includes(link) ? (
          <AskedLink key={link.id} action={action} id={link.id} title={link.title} />
        ) : (
          <span key={link.id} className={styles.gap}>
            <small>{t(`links.kinds.${link.kind}`)}</small> <span>{link.title}</span>
          </span>
        ),
      )}
      {more > 0 && <small className={styles.more}>{t('moreLinks', { count: more })}</small>}
      {restsOnOpinion(action, ground) && (
        <span title={t('opinionWhy')}>
          <Chip kind="pencil">{t('opinion')}</Chip>
        </span>
      )}
    </span>
  )
}

function AskedLink({
  action,
  id,
  title,
}: {
  readonly action: Action
  readonly id: string
  readonly title: string
}) {
  const { t } = useTranslation('plan')
  const { figures } = usePlan()
  const { workshopId } = useSession()
  const gap = figures.gaps.find(({ cardId }) => cardId === id)
  // An answer that only we call one is no ink: nobody who asked has said so [U1].
  const isOurWord = !gap && action.status === 'done' && action.settled === 'yes'
  return (
    <span className={styles.gap}>
      {isOurWord ? (
        <InlineGuess size="0.9375rem" />
      ) : (
        <StatusGlyph status={gap ? shownAs[gap.coverage] : 'answered'} />
      )}
      <Link className={styles.gapLink} to={`/w/${workshopId}/roadmap?card=${id}`}>
        {title}
        {isOurWord && <em> {t('settledByUs')}</em>}
      </Link>
    </span>
  )
}
