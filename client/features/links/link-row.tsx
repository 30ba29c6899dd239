/** One link: what it does and how long it runs; copying and showing it; for facilitators also its end and making it anew. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { copyText } from '#client/lib/copy-text.ts'
import { Button } from '#client/ui/button.tsx'
import { QrCode } from '#client/ui/qr-code.tsx'
import segments from '#client/ui/segments.module.css'
import { showToast } from '#client/ui/toast-store.ts'
import typography from '#client/ui/type.module.css'
import type { LinkKind, WorkshopLink } from '#shared/protocol/link-calls.ts'
import styles from './links.module.css'

interface LinkActs {
  readonly renew: (kind: LinkKind) => void
  readonly end: (kind: LinkKind) => void
  readonly letRun: (kind: LinkKind, days: number | null) => void
}

const terms = [1, 7, 30, 90, null] as const
const HOUR_MS = 3_600_000

export function LinkRow(props: {
  readonly link: WorkshopLink
  /** Null for those who may only hand it on. */
  readonly acts: LinkActs | null
}) {
  const { link, acts } = props
  const { t } = useTranslation('links')
  const name = t(`kind.${link.kind}.name`)
  return (
    <li className={styles.link} aria-label={name}>
      <h3 className={typography.section}>{name}</h3>
      <p className={styles.what}>{t(`kind.${link.kind}.for`)}</p>
      <p className={typography.meta}>
        <State link={link} />
      </p>
      {link.state === 'open' && <HandOn link={link} name={name} />}
      {acts && <Run link={link} name={name} acts={acts} />}
    </li>
  )
}

function State({ link }: { readonly link: WorkshopLink }) {
  const { t, i18n } = useTranslation('links')
  const { state, expiresAt, madeAt, madeBy } = link
  const time = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium', timeStyle: 'short' })
  const day = new Intl.DateTimeFormat(i18n.language, { dateStyle: 'medium' })
  const runs =
    state !== 'open'
      ? t(`state.${state}`)
      : expiresAt === null
        ? t('forever')
        : t('until', { time: time.format(expiresAt) })
  const made =
    madeAt !== null && madeBy !== '' ? [t('madeBy', { name: madeBy, day: day.format(madeAt) })] : []
  return [runs, ...made].join(' · ')
}

function HandOn({ link: { link }, name }: { readonly link: WorkshopLink; readonly name: string }) {
  const { t } = useTranslation('links')
  const [showsQr, setShowsQr] = useState(false)
  if (link === null) return <p className={typography.meta}>{t('noAddress')}</p>
  const copy = async () => {
    if (await copyText(link)) showToast({ kind: 'good', text: t('copied') })
    else showToast({ kind: 'problem', text: t('copyFailed', { link }) })
  }
  return (
    <>
      <p className={styles.address}>{link}</p>
      <div className={styles.acts}>
        <Button aria-label={t('copyOf', { name })} onClick={() => void copy()}>
          {t('copy')}
        </Button>
        <Button aria-expanded={showsQr} onClick={() => setShowsQr(!showsQr)}>
          {t(showsQr ? 'hideQr' : 'qr')}
        </Button>
      </div>
      {showsQr && (
        <div className={styles.qr}>
          <QrCode text={link} label={t('qrOf', { name })} />
        </div>
      )}
    </>
  )
}

function Run(props: { readonly link: WorkshopLink; readonly name: string; readonly acts: LinkActs }) {
  const { link, name, acts } = props
  const { t } = useTranslation('links')
  const { kind, state, expiresAt } = link
  if (state === 'ended')
    return (
      <div className={styles.acts}>
        <Button onClick={() => acts.renew(kind)}>{t('make')}</Button>
      </div>
    )
  return (
    <>
      <fieldset className={segments.segments} aria-label={t('runs', { name })}>
        {terms.map((days) => (
          <button
            key={String(days)}
            type="button"
            className={segments.segment}
            aria-pressed={isTerm(days, expiresAt)}
            onClick={() => acts.letRun(kind, days)}
          >
            {days === null ? t('days.none') : t(`days.of${days}`)}
          </button>
        ))}
      </fieldset>
      <div className={styles.acts}>
        <Twice words={t('renew')} sure={t('renewSure')} onSure={() => acts.renew(kind)} />
        <Twice words={t('end')} sure={t('endSure')} onSure={() => acts.end(kind)} />
      </div>
    </>
  )
}

/** Whether it was just now let run so long. */
function isTerm(days: number | null, expiresAt: number | null): boolean {
  if (days === null || expiresAt === null) return days === expiresAt
  return Math.abs(expiresAt - Date.now() - days * 24 * HOUR_MS) < HOUR_MS
}

/** What cannot be taken back is pressed twice. */
function Twice(props: { readonly words: string; readonly sure: string; readonly onSure: () => void }) {
  const [isSure, setSure] = useState(false)
  return (
    <Button
      kind={isSure ? 'danger' : 'quiet'}
      onBlur={() => setSure(false)}
      onClick={() => {
        if (isSure) props.onSure()
        setSure(!isSure)
      }}
    >
      {isSure ? props.sure : props.words}
    </Button>
  )
}
