/** What to talk about: the need worth most talk, the functions furthest apart on it, and the question to ask each. */
import { Trans, useTranslation } from 'react-i18next'
import type { FunctionChip } from '#client/features/weigh/strip-rows.ts'
import { shapeOf } from '#client/features/weigh/strip-rows.ts'
import { type Topic, topicSentence } from '#client/features/weigh/wording.ts'
import { Button } from '#client/ui/button.tsx'
import { FunctionShape } from '#client/ui/function-glyph.tsx'
import styles from './revealed.module.css'

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
  return (
    <section className={styles.block} aria-live="polite">
      <h2 className={styles.kicker}>{t(isFirst ? 'talk.first' : 'talk.next')}</h2>
      <p className={styles.ask}>{topicSentence(t, topic)}</p>
      {topic.pair?.map(({ label, mean }) => (
        <p key={label} className={styles.versus}>
          <span className={styles.figure}>{Math.round(mean)}</span>
          <svg className={styles.glyph} viewBox="0 0 14 14" aria-hidden="true">
            <FunctionShape name={shapeOf(label, chips)} cx={7} cy={7} size={14} />
          </svg>
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
      {onNext && <Button onClick={onNext}>{topic.pair ? t('talk.nextPair') : t('talk.nextNeed')}</Button>}
    </section>
  )
}
