/** Makes links by which customers answer by themselves, and shows those there are with what came by them. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useProblemText } from '#client/lib/problem-text.ts'
import { useDerived } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { Dialog } from '#client/ui/dialog.tsx'
import { LateSkeleton } from '#client/ui/late-skeleton.tsx'
import segments from '#client/ui/segments.module.css'
import { Switch } from '#client/ui/switch.tsx'
import { TextField } from '#client/ui/text-field.tsx'
import typography from '#client/ui/type.module.css'
import { needs } from '#shared/board/schema.ts'
import type { BodyOf } from '#shared/protocol/calls.ts'
import styles from './guest-links.module.css'
import { LinkRow } from './link-row.tsx'
import { useLinks } from './use-links.ts'

export function GuestLinksDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('guestLinks')
  const common = useTranslation('common').t
  const problemText = useProblemText()
  const { links, problem, make, revoke, again } = useLinks()
  const [fresh, setFresh] = useState('')
  const hasNeeds = useDerived(needs, (all) =>
    all.some(({ status, binned }) => status === 'active' && binned === null),
  )
  return (
    <Dialog title={t('title')} onClose={onClose}>
      <div className={styles.body}>
        <p className={typography.lead}>{t('lead')}</p>
        {!hasNeeds && <p className={styles.notice}>{t('noNeeds')}</p>}
        <MakeLink onMake={async (wanted) => setFresh((await make(wanted)) ?? '')} />
        {problem && (
          <div role="alert" className={styles.problem}>
            {problem.code === 'offline' ? t('offline') : problemText(problem)}{' '}
            <Button size="small" onClick={again}>
              {common('tryAgain')}
            </Button>
          </div>
        )}
        <h3 className={typography.section}>{t('list')}</h3>
        {links === null ? (
          !problem && <LateSkeleton label={t('loading')} />
        ) : links.length === 0 ? (
          <p className={typography.meta}>{t('none')}</p>
        ) : (
          <ul className={styles.links}>
            {links.map((link) => (
              <LinkRow
                key={link.linkId}
                link={link}
                isFresh={link.linkId === fresh}
                onRevoke={() => void revoke(link.linkId)}
              />
            ))}
          </ul>
        )}
      </div>
    </Dialog>
  )
}

const terms = [7, 30] as const

function MakeLink({ onMake }: { readonly onMake: (wanted: BodyOf<'createGuestLink'>) => Promise<void> }) {
  const { t } = useTranslation('guestLinks')
  const [label, setLabel] = useState('')
  const [forMany, setForMany] = useState(false)
  const [days, setDays] = useState<(typeof terms)[number]>(7)
  const [isMaking, setMaking] = useState(false)
  const make = async () => {
    if (isMaking) return
    setMaking(true)
    await onMake({ label: label.trim(), forMany, days })
    setMaking(false)
    setLabel('')
  }
  return (
    <form
      className={styles.make}
      aria-label={t('make')}
      onSubmit={(event) => {
        event.preventDefault()
        void make()
      }}
    >
      <TextField label={t('label')} hint={t('labelHint')} value={label} maxLength={60} onChange={setLabel} />
      <Switch checked={forMany} onChange={setForMany} label={t('many')} hint={t('manyHint')} />
      <fieldset className={styles.terms}>
        <legend className={typography.meta}>{t('days')}</legend>
        <div className={segments.segments}>
          {terms.map((one) => (
            <button
              key={one}
              type="button"
              className={segments.segment}
              aria-pressed={one === days}
              onClick={() => setDays(one)}
            >
              {t('day', { count: one })}
            </button>
          ))}
        </div>
      </fieldset>
      <Button type="submit" kind="primary">
        {isMaking ? t('making') : t('make')}
      </Button>
    </form>
  )
}
