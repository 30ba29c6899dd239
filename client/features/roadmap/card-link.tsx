/** Where an answer can be found: an address that opens, or words. One that would run as a program is refused, and stays to be mended. */
import ExternalLink from 'lucide-react/icons/external-link'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useBoard } from '#client/features/roadmap/board-context.tsx'
import { useSession } from '#client/session/hooks.ts'
import { Icon } from '#client/ui/icon.tsx'
import { changeCard } from '#shared/board/roadmap-edits.ts'
import type { Card } from '#shared/board/schema.ts'
import { linkTarget, runsProgram } from '#shared/document/web-address.ts'
import styles from './card-parts.module.css'

/** As long as an address may be. */
const LONGEST_LINK = 500

export function CardLink({ card }: { readonly card: Card }) {
  const { t } = useTranslation('card')
  const { mayEdit } = useBoard()
  const session = useSession()
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const words = typed ?? card.link
  const fault = runsProgram(words)
    ? t('answer.linkProgram')
    : words.length > LONGEST_LINK
      ? t('answer.linkLong', { most: LONGEST_LINK })
      : null
  const target = fault === null ? linkTarget(words) : null
  const keep = () => {
    if (typed === null || fault !== null) return
    session.edit(changeCard, { id: card.id, changes: { link: typed.trim() } })
    setTyped(null)
  }
  return (
    <>
      <dt>{mayEdit ? <label htmlFor={id}>{t('answer.link')}</label> : t('answer.link')}</dt>
      <dd>
        <span className={styles.link}>
          {mayEdit ? (
            <input
              id={id}
              className={styles.input}
              value={words}
              placeholder={t('answer.linkHint')}
              aria-invalid={fault !== null || undefined}
              aria-describedby={fault === null ? undefined : `${id}-fault`}
              onChange={(event) => setTyped(event.target.value)}
              onBlur={keep}
              onKeyDown={(event) => {
                if (event.key === 'Enter') keep()
              }}
            />
          ) : (
            words
          )}
          {target !== null && (
            <a
              href={target}
              target="_blank"
              rel="noopener noreferrer"
              className={styles.tiny}
              aria-label={t('answer.openLink', { address: words })}
              title={t('answer.openLink', { address: words })}
            >
              <Icon of={ExternalLink} size="1rem" />
            </a>
          )}
        </span>
        {fault !== null && (
          <p id={`${id}-fault`} className={styles.error} role="alert">
            {fault}
          </p>
        )}
      </dd>
    </>
  )
}
