/** Loose notes that share words, as an offer (method D3): taken or waved away, one after the other. */
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useWall } from '#client/features/needs/wall-context.tsx'
import { Button } from '#client/ui/button.tsx'
import typography from '#client/ui/type.module.css'
import { proposeGroups } from '#shared/board/need-groups.ts'
import type { NeedNote } from '#shared/board/schema.ts'
import styles from './wall.module.css'

export function Proposals({ loose }: { readonly loose: readonly NeedNote[] }) {
  const { t } = useTranslation('needs')
  const { group } = useWall()
  const [refused, setRefused] = useState<ReadonlySet<string>>(new Set())
  const proposals = useMemo(() => proposeGroups(loose), [loose])
  const offered = proposals.find(({ noteIds }) => !refused.has(noteIds.join(' ')))
  if (!offered) return null
  const notes = loose.filter(({ id }) => offered.noteIds.includes(id))
  return (
    <section className={styles.proposal} aria-label={t('proposals.title')}>
      <h2 className={typography.section}>
        {t('proposals.title')}: {offered.words.join(', ')}
      </h2>
      <p className={typography.meta}>{t('proposals.lead')}</p>
      <ul>
        {notes.map(({ id, text }) => (
          <li key={id}>{text}</li>
        ))}
      </ul>
      <div className={styles.buttons}>
        <Button onClick={() => group(offered.noteIds)}>
          {t('proposals.group', { count: offered.noteIds.length })}
        </Button>
        <Button kind="quiet" onClick={() => setRefused(new Set([...refused, offered.noteIds.join(' ')]))}>
          {t('proposals.no')}
        </Button>
      </div>
    </section>
  )
}
