/**
 * The few that will be weighed: five advised, three to seven allowed, an eighth never (method D3, R019). What is not on the
 * list is parked and kept. The facilitator chooses; everyone sees it.
 */
import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'
import X from 'lucide-react/icons/x'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CutOffer } from '#client/features/needs/cut-offer.tsx'
import { useWall } from '#client/features/needs/wall-context.tsx'
import { useProblemText } from '#client/lib/problem-text.ts'
import { countInSentence } from '#client/round/wording.ts'
import { useFacilitatorName } from '#client/session/facilitator-name.ts'
import { useSession } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { Icon } from '#client/ui/icon.tsx'
import { showToast } from '#client/ui/toast-store.ts'
import typography from '#client/ui/type.module.css'
import { agreeShortlist, MOST_ACTIVE } from '#shared/board/need-edits.ts'
import type { Wall } from '#shared/board/need-groups.ts'
import type { Need } from '#shared/board/schema.ts'
import styles from './shortlist.module.css'

const FEWEST = 3
const ADVISED = 5

export function Shortlist({ wall, onAgreed }: { readonly wall: Wall; readonly onAgreed: () => void }) {
  const { t } = useTranslation('needs')
  const { mayList, isLocked } = useWall()
  const facilitator = useFacilitatorName()
  const all = wall.groups.map(({ need }) => need)
  const listed = all.filter(({ status }) => status === 'active')
  const slots = Math.max(0, listed.length < ADVISED ? ADVISED - listed.length : 1)
  return (
    <aside className={styles.side}>
      <div className={styles.head}>
        <h2 className={styles.title}>{t('list.title')}</h2>
        <span className={typography.meta}>{t('list.count', { count: listed.length })}</span>
      </div>
      {listed.length === 0 && (
        <p className={typography.meta}>
          {mayList ? t('list.empty') : t('list.emptyMember', { name: facilitator })}
        </p>
      )}
      <ol className={styles.list} aria-label={t('list.title')}>
        {listed.map((need, index) => (
          <Listed key={need.id} need={need} index={index} count={listed.length} />
        ))}
        {!isLocked &&
          listed.length < MOST_ACTIVE &&
          Array.from({ length: slots }, (_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: an empty place has no identity but its number
            <li key={index} className={styles.slot} aria-hidden="true">
              <i>{listed.length + index + 1}</i>
              {index === 0 && t('list.room')}
            </li>
          ))}
      </ol>
      {mayList && <Agree count={listed.length} onAgreed={onAgreed} />}
      <p className={typography.meta}>{isLocked ? t('list.locked') : t('list.note', { name: facilitator })}</p>
      {!isLocked && <CutOffer wall={wall} />}
      <Aside
        title={t('list.parked')}
        needs={all.filter(({ status }) => status === 'parked')}
        listed={listed.length}
      />
      <Aside
        title={t('list.theirs')}
        needs={all.filter(({ status }) => status === 'proposed_by_customers')}
        listed={listed.length}
      />
    </aside>
  )
}

function Listed(props: { readonly need: Need; readonly index: number; readonly count: number }) {
  const { need, index, count } = props
  const { t } = useTranslation('needs')
  const { mayList, shortlist, park } = useWall()
  const name = need.short || need.statement || t('wall.untitled')
  return (
    <li className={need.generic ? styles.keptGeneric : undefined}>
      <i>{index + 1}</i>
      <span>
        {name}
        {need.generic && <small>{t('generic.kept')}</small>}
      </span>
      {mayList && (
        <span className={styles.acts}>
          <Button
            square
            kind="quiet"
            aria-label={t('list.up', { need: name })}
            notYet={index === 0}
            onClick={() => shortlist(need, index - 1)}
          >
            <Icon of={ArrowUp} size="1rem" />
          </Button>
          <Button
            square
            kind="quiet"
            aria-label={t('list.down', { need: name })}
            notYet={index === count - 1}
            onClick={() => shortlist(need, index + 1)}
          >
            <Icon of={ArrowDown} size="1rem" />
          </Button>
          <Button square kind="quiet" aria-label={t('list.off', { need: name })} onClick={() => park(need)}>
            <Icon of={X} size="1rem" />
          </Button>
        </span>
      )}
    </li>
  )
}

function Agree({ count, onAgreed }: { readonly count: number; readonly onAgreed: () => void }) {
  const { t } = useTranslation('needs')
  const words = useTranslation('round').t
  const session = useSession()
  const problemText = useProblemText()
  const [isCalling, setCalling] = useState(false)
  const notYet = count < FEWEST ? t('list.agreeFew') : count > MOST_ACTIVE ? t('list.agreeMany') : false
  const agree = async () => {
    if (isCalling) return
    setCalling(true)
    session.edit(agreeShortlist, null)
    const called = await session.command('setAgenda', { body: { activity: 'weigh' } })
    setCalling(false)
    if (called.ok) onAgreed()
    else showToast({ kind: 'problem', text: problemText(called.problem) })
  }
  return (
    <>
      <Button kind="reveal" size="large" wide notYet={isCalling || notYet} onClick={() => void agree()}>
        {notYet || t('list.agree', { number: countInSentence(words, count) })}
      </Button>
      {count >= FEWEST && count < ADVISED && <p className={typography.meta}>{t('list.adviceFew')}</p>}
    </>
  )
}

function Aside(props: { readonly title: string; readonly needs: readonly Need[]; readonly listed: number }) {
  const { title, needs, listed } = props
  const { t } = useTranslation('needs')
  const { mayList, shortlist } = useWall()
  if (needs.length === 0) return null
  return (
    <section className={styles.parked}>
      <h3 className={typography.section}>{title}</h3>
      <ul>
        {needs.map((need) => {
          const name = need.short || need.statement || t('wall.untitled')
          return (
            <li key={need.id}>
              <span>{name}</span>
              {mayList && (
                <Button
                  size="small"
                  kind="quiet"
                  notYet={listed >= MOST_ACTIVE && t('said.full')}
                  aria-label={t('list.back', { need: name })}
                  onClick={() => shortlist(need, listed)}
                >
                  {t('list.backWords')}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
