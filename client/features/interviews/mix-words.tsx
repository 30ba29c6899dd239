/** The foot of the list: how they were held, who holds the envelope, and whom nobody has asked. */
import { useTranslation } from 'react-i18next'
import { heldSentence } from '#client/features/interviews/interview-words.ts'
import type { ListRow } from '#client/features/interviews/list-rows.ts'
import { mixOf } from '#client/features/interviews/mix.ts'
import { useResearchers } from '#client/features/interviews/use-list.ts'
import { firstName } from '#client/lib/first-name.ts'
import { listOfNames } from '#client/round/wording.ts'
import { useDerived, useSingle } from '#client/session/hooks.ts'
import { functionKind } from '#client/ui/function-kind.ts'
import { envelope, seats } from '#shared/record/schema.ts'
import styles from './interviews.module.css'

export function MixWords({ rows }: { readonly rows: readonly ListRow[] }) {
  const { t, i18n } = useTranslation('interviews')
  const { language } = i18n
  const { openedAt } = useSingle(envelope)
  const holders = useResearchers().map(({ name }) => firstName(name))
  const sellers = useSellers()
  const mix = mixOf(rows.map(({ interview }) => interview))
  const held = heldSentence(t, language, mix.total, mix.modes)
  const roles = mix.roles.map(({ role, count }) => t(`mix.roles.${role}`, { count }))
  const sentences: string[] = []
  if (held !== '') sentences.push(`${held}.`)
  if (mix.faceToFace > 0) sentences.push(t('mix.faceToFace', { count: mix.faceToFace, of: mix.total }))
  if (openedAt === null && holders.length > 0)
    sentences.push(t('mix.holders', { count: holders.length, names: listOfNames(holders, language) }))
  if (roles.length > 0) sentences.push(`${new Intl.ListFormat(language, { type: 'unit' }).format(roles)}.`)
  for (const role of mix.missing) sentences.push(t(`mix.nobody.${role}`))
  if (mix.years)
    sentences.push(t(mix.years.least === mix.years.most ? 'mix.yearsSame' : 'mix.years', mix.years))
  const friends = [
    ...(mix.allWon ? [t('mix.allWon', { count: mix.total })] : []),
    ...(mix.onlyOldFriends ? [t('mix.oldFriends')] : []),
  ]
  const warnings = sellers.flatMap(({ id, name, functionName }) => {
    const count = mix.askedBy[id]
    return count ? [t('mix.seller', { count, name: firstName(name), functionName })] : []
  })
  return (
    <footer className={styles.mix}>
      <p>{sentences.join(' ')}</p>
      {friends.length > 0 && <p className={styles.friends}>{friends.join(' ')}</p>}
      {warnings.map((words) => (
        <p key={words} className={styles.warning} role="note">
          {words}
        </p>
      ))}
    </footer>
  )
}

/** Seats of sales and service: people tell less to whoever sells to them or serves them (method D7). */
export const useSellers = () =>
  useDerived(seats, (all) =>
    all
      .filter(({ functionName }) => ['sales', 'service'].includes(functionKind(functionName)))
      .map(({ id, name, functionName }) => ({ id, name, functionName })),
  )
