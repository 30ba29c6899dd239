/**
 * A line somebody on the front line heard, in under fifteen seconds from a phone (R047). It goes into the envelope and
 * whoever wrote it does not see it there; what is not sent yet stays on this device.
 */
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { keep, kept, unkeep } from '#client/lib/kept.ts'
import { useProblemText } from '#client/lib/problem-text.ts'
import { useSaved, useSession, useSingle } from '#client/session/hooks.ts'
import { Button } from '#client/ui/button.tsx'
import { TextField } from '#client/ui/text-field.tsx'
import typography from '#client/ui/type.module.css'
import { envelope } from '#shared/record/schema.ts'
import styles from './interviews.module.css'

export function HearLine() {
  const { t } = useTranslation('interviews')
  const session = useSession()
  const problemText = useProblemText()
  const isOpen = useSingle(envelope).openedAt !== null
  const isOffline = useSaved().status === 'offline'
  const id = useId()
  const draft = `guessproof.heard.${session.workshopId}`
  const [text, setText] = useState(() => kept(draft) ?? '')
  const [source, setSource] = useState('')
  const [state, setState] = useState<'idle' | 'sending' | 'sent'>('idle')
  const [problem, setProblem] = useState('')
  const write = (words: string) => {
    setText(words)
    setState('idle')
    setProblem('')
    if (words === '') unkeep(draft)
    else keep(draft, words)
  }
  const send = async () => {
    setState('sending')
    setProblem('')
    const from = source.trim()
    const result = await session.command('addEvidence', {
      body: { text: text.trim(), ...(from !== '' && { source: from }) },
    })
    if (!result.ok) {
      setState('idle')
      setProblem(result.problem.code === 'offline' ? t('hear.offline') : problemText(result.problem))
      return
    }
    write('')
    setSource('')
    setState('sent')
  }
  const isEmpty = text.trim() === ''
  return (
    <form
      className={styles.hear}
      aria-labelledby={id}
      onSubmit={(event) => {
        event.preventDefault()
        if (!isEmpty && state !== 'sending') void send()
      }}
    >
      <h2 id={id} className={typography.section}>
        {t('hear.title')}
      </h2>
      <p className={typography.meta}>{t(isOpen ? 'hear.leadOpen' : 'hear.lead')}</p>
      <div className={styles.hearFields}>
        <TextField
          label={t('hear.field')}
          placeholder={t('hear.placeholder')}
          maxLength={2000}
          autoComplete="off"
          enterKeyHint="send"
          value={text}
          onChange={write}
        />
        <TextField
          label={t('hear.source')}
          placeholder={t('hear.sourcePlaceholder')}
          maxLength={200}
          value={source}
          onChange={setSource}
        />
        <Button type="submit" size="large" notYet={isEmpty || state === 'sending'}>
          {t(state === 'sending' ? 'hear.sending' : isOpen ? 'hear.sendOpen' : 'hear.send')}
        </Button>
      </div>
      <p role="status" className={problem ? styles.problem : typography.meta}>
        {problem ||
          (state === 'sent' && t(isOpen ? 'hear.sentOpen' : 'hear.sent')) ||
          (isOffline && t('hear.offline'))}
      </p>
    </form>
  )
}
