/** What a customer reads where a link shows nothing: it is unknown, used up or over, or the server is not there. */
import { useTranslation } from 'react-i18next'
import { useProblemText } from '#client/lib/problem-text.ts'
import type { CommandProblem } from '#client/session/api.ts'
import { Button } from '#client/ui/button.tsx'
import { ErrorState } from '#client/ui/states.tsx'

const goneCodes = {
  'no-such-guest-link': 'unknown',
  'guest-link-used': 'used',
  'guest-link-over': 'over',
} as const
/** A token of the wrong shape is one that was cut off; once something was shown, something in the answers is wrong. */
export const isGone = ({ code }: CommandProblem, wasShown: boolean): boolean =>
  Object.hasOwn(goneCodes, code) || (code === 'bad-request' && !wasShown)

export function Gone({ code, keeps = false }: { readonly code: string; readonly keeps?: boolean }) {
  const { t } = useTranslation('ask')
  const why = Object.hasOwn(goneCodes, code) ? goneCodes[code as keyof typeof goneCodes] : 'unknown'
  return (
    <ErrorState
      level="h1"
      fact={t(`gone.${why}.fact`)}
      advice={[t(`gone.${why}.advice`), ...(keeps ? [t('gone.keeps')] : [])].join(' ')}
    />
  )
}

export function Failed(props: {
  readonly fact: string
  readonly problem: CommandProblem
  readonly onAgain: () => void
}) {
  const { fact, problem, onAgain } = props
  const common = useTranslation('common').t
  const problemText = useProblemText()
  return (
    <ErrorState level="h1" fact={fact} advice={problemText(problem)}>
      <Button kind="primary" onClick={onAgain}>
        {common('tryAgain')}
      </Button>
    </ErrorState>
  )
}

const passing = ['offline', 'internal', 'storage-unavailable', 'too-many-tries']
/** It will go by itself: nothing that was written is wrong. */
export const isPassing = ({ code }: CommandProblem): boolean => passing.includes(code)
