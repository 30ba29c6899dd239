/** What to talk about: the need worth most talk, the functions furthest apart on it, and the question to ask each. */
import Timer from 'lucide-react/icons/timer'
import { Trans, useTranslation } from 'react-i18next'
import type { FunctionChip } from '#client/features/weigh/strip-rows.ts'
import { shapeOf } from '#client/features/weigh/strip-rows.ts'
import { type Topic, topicSentence } from '#client/features/weigh/wording.ts'
import { useSession } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { HollowGlyph } from '#client/ui/function-glyph.tsx'
import { Icon } from '#client/ui/icon.tsx'
import styles from './revealed.module.css'

const TALK_MS = 3 * 60_000

export function TalkFirst(props: {
  readonly topic: Topic
  readonly isFirst: boolean
  readonly chips: readonly FunctionChip[]
  /** Null when there is no other. */
  readonly onNext: (() => void) | null
}) {
  const { topic, isFirst, chips, onNext } = props
  const { t } = useTranslation('weigh')
  const second = useTranslation('secondLook').t
  const session = useSession()
  return (
    <section className={styles.block} aria-live="polite">
      <h2 className={styles.kicker}>{t(isFirst ? 'talk.first' : 'talk.next')}</h2>
      <p className={styles.ask}>{topicSentence(t, topic)}</p>
      {topic.pair?.map(({ label, mean }) => (
        <p key={label} className={styles.versus}>
          <span className={styles.figure}>{Math.round(mean)}</span>
          <HollowGlyph name={shapeOf(label, chips)} />
          <span className={styles.who}>{t('talk.average', { name: label })}</span>
        </p>
      ))}
      <p className={styles.question}>
        <Trans t={t} i18nKey="talk.ask" components={{ b: <b /> }} />
      </p>
      <ol className={styles.script}>
        <li>{second('script.first')}</li>
        <li>{second('script.order')}</li>
        <li>{second('script.open')}</li>
      </ol>
      <div className={styles.acts}>
        {session.isFacilitator && (
          <Button
            onClick={() => void session.command('setTimer', { body: { action: 'start', ms: TALK_MS } })}
          >
            <Icon of={Timer} size="1.125rem" />
            {t('talk.minutes')}
          </Button>
        )}
        {onNext && (
          <Button kind={session.isFacilitator ? 'quiet' : 'default'} onClick={onNext}>
            {topic.pair ? t('talk.nextPair') : t('talk.nextNeed')}
          </Button>
        )}
      </div>
    </section>
  )
}
