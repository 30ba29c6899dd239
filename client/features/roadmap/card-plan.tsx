/** Where a card stands in the plan: the actions that close it, and the way to one more. */
import { useTranslation } from 'react-i18next'
import { Link, useNavigate } from 'react-router'
import { useBoard, useView } from '#client/features/roadmap/board-context.tsx'
import { stopNamed } from '#client/lib/stops.ts'
import { useDerived, useSession } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { addAction } from '#shared/board/action-edits.ts'
import { actions, type Card } from '#shared/board/schema.ts'
import { byOrder } from '#shared/document/order.ts'
import styles from './card-parts.module.css'

/** What is there and not true is mended, what half convinces improved, what is missing made (R093). */
function kindFor(card: Card, coverage: string | undefined): 'fix' | 'improve' | 'create' {
  if (card.place.lane !== 'answer') return coverage === 'weak' ? 'improve' : 'create'
  if (card.trueToday === 'no') return 'fix'
  return card.status === 'live_weak' || card.status === 'live_convincing' ? 'improve' : 'create'
}

export function CardPlan({ card }: { readonly card: Card }) {
  const { t, i18n } = useTranslation('card')
  const { mayEdit } = useBoard()
  const session = useSession()
  const navigate = useNavigate()
  const coverage = useView(({ figures }) => figures.coverage.get(card.id))
  const planned = useDerived(actions, (all) =>
    all.filter(({ binned, links }) => !binned && links.includes(card.id)).sort(byOrder),
  )
  const hasPlan = stopNamed('plan') !== null
  if (!hasPlan && planned.length === 0) return null
  const address = (id: string) => `/w/${session.workshopId}/plan?action=${id}`
  const day = (due: string) =>
    new Intl.DateTimeFormat(i18n.language, { day: 'numeric', month: 'long', timeZone: 'UTC' }).format(
      new Date(due),
    )
  const plan = () => {
    const kind = kindFor(card, coverage)
    const title = t(`plan.titles.${kind}`, { card: card.text })
    const id = session.edit(addAction, { title, kind, links: [card.id] })
    if (id !== null) void navigate(address(id))
  }
  return (
    <section className={styles.part}>
      <h3>{t('plan.title')}</h3>
      {planned.length === 0 && <p className={styles.none}>{t('plan.none')}</p>}
      <ul className={styles.ties}>
        {planned.map(({ id, title, due, status }) => (
          <li key={id}>
            <span>
              {hasPlan ? <Link to={address(id)}>{title}</Link> : title}
              <small>
                {[
                  Number.isNaN(Date.parse(due)) ? '' : t('plan.due', { day: day(due) }),
                  t(`plan.status.${status}`),
                ]
                  .filter(Boolean)
                  .map((words) => `, ${words}`)}
              </small>
            </span>
          </li>
        ))}
      </ul>
      {mayEdit && hasPlan && (
        <Button size="small" onClick={plan}>
          {t('plan.add')}
        </Button>
      )}
    </section>
  )
}
