/** Beside what we take away: the sponsor's word, what was decided, and who took part. */
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { firstName } from '#client/lib/first-name.ts'
import { SponsorWord, useSponsor } from '#client/round/sponsor-word.tsx'
import { useFacilitatorName } from '#client/session/facilitator-name.ts'
import { useDerived, useRounds, useRows, useSeats, useSession, useSingle } from '#client/session/hooks.ts'
import typography from '#client/ui/type.module.css'
import { roundName } from '#shared/reality/round-words.ts'
import { closing, decisions, envelope, seats } from '#shared/record/schema.ts'
import styles from './closing.module.css'

export function SponsorPart() {
  const { t } = useTranslation('closing')
  const { isFacilitator } = useSession()
  const facilitator = useFacilitatorName()
  const { name, isHere } = useSponsor()
  const { writtenBy, spokenBy } = useSingle(closing)
  const writer = useRows(seats).find(({ id }) => id === writtenBy)
  return (
    <section className={styles.sponsor} aria-labelledby="closing-sponsor">
      <h2 id="closing-sponsor" className={styles.title}>
        {t('sponsor.title')}
      </h2>
      <p className={typography.meta}>
        {name === '' ? t('sponsor.nobody', { name: facilitator }) : name}
        {isHere && isFacilitator && `. ${t('sponsor.ownDevice', { name: firstName(name) })}`}
        {writer && writtenBy !== spokenBy && `. ${t('sponsor.writtenBy', { name: firstName(writer.name) })}`}
      </p>
      <SponsorWord field="opening" />
      <SponsorWord field="word" />
      <SponsorWord field="will" />
    </section>
  )
}

export function DecidedPart() {
  const { t } = useTranslation('closing')
  const { workshopId } = useSession()
  const standing = useDerived(decisions, (all) =>
    all
      .filter(({ supersededBy }) => supersededBy === null)
      .sort((a, b) => (a.decidedOn < b.decidedOn ? -1 : a.decidedOn > b.decidedOn ? 1 : 0)),
  )
  return (
    <section aria-labelledby="closing-decided">
      <h2 id="closing-decided" className={styles.title}>
        {t('decisions.title')}
      </h2>
      {standing.length === 0 && <p className={styles.none}>{t('decisions.none')}</p>}
      <ul className={styles.decided}>
        {standing.map(({ id, text, support }) => (
          <li key={id}>
            <Link to={`/w/${workshopId}/decisions`} className={styles.line}>
              {text}
            </Link>
            <small>{t('decisions.votes', { for: support.for, against: support.against })}</small>
          </li>
        ))}
      </ul>
    </section>
  )
}

export function TookPart() {
  const { t } = useTranslation('closing')
  const here = useSeats().filter(({ role }) => role !== 'viewer')
  const names = [...new Set(here.map(({ functionName }) => functionName))]
    .filter((name) => name !== '')
    .sort()
  const revealed = useRounds().filter(({ status }) => status === 'revealed')
  const asked = useSingle(envelope).interviewCount
  return (
    <section aria-labelledby="closing-part">
      <h2 id="closing-part" className={styles.title}>
        {t('part.title')}
      </h2>
      {names.length === 0 && <p className={styles.none}>{t('part.none')}</p>}
      <ul className={styles.functions}>
        {names.map((name) => (
          <li key={name}>
            {name}{' '}
            <small>
              {t('part.seats', { count: here.filter(({ functionName }) => functionName === name).length })}
            </small>
          </li>
        ))}
      </ul>
      <p className={styles.none}>{t('part.customers', { count: asked })}</p>
      <ul className={styles.rates}>
        {revealed.map(({ id, kind, number, sealedCount, expectedCount }) => (
          <li key={id}>
            {t('part.rate', { round: roundName(kind, number), sealed: sealedCount, expected: expectedCount })}
          </li>
        ))}
      </ul>
      {revealed.length === 0 && <p className={styles.none}>{t('part.noRound')}</p>}
    </section>
  )
}
