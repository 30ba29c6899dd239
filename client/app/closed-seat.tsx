/** A workshop that does not open for this browser: no seat here, the seat was taken out, or there is no such workshop. */
import { useTranslation } from 'react-i18next'
import { useProblemText } from '#client/lib/problem-text.ts'
import { Button, LinkButton } from '#client/ui/button.tsx'
import { EmptyState, UnansweredDrawing } from '#client/ui/states.tsx'
import { PlainPage } from './plain-page.tsx'

/** Of a refused call, or `removed`. */
interface ClosedSeatProps {
  readonly code: string
  readonly onAgain: () => void
}

const reasons = {
  removed: 'closedSeat.removed',
  'no-seat': 'closedSeat.never',
  'not-allowed': 'closedSeat.never',
  'no-such-workshop': 'closedSeat.missing',
  'not-found': 'closedSeat.missing',
  offline: 'closedSeat.unreachable',
} as const

const isKnown = (code: string): code is keyof typeof reasons => Object.hasOwn(reasons, code)

export function ClosedSeat({ code, onAgain }: ClosedSeatProps) {
  const { t } = useTranslation('shell')
  const common = useTranslation('common').t
  const problemText = useProblemText()
  const mayRetry = code === 'offline' || !isKnown(code)
  const isMissing = isKnown(code) && reasons[code] === 'closedSeat.missing'
  const title = t(mayRetry ? 'closedSeat.notOpen' : isMissing ? 'closedSeat.noWorkshop' : 'closedSeat.title')
  return (
    <PlainPage title={title}>
      <EmptyState
        level="h1"
        drawing={<UnansweredDrawing />}
        fact={title}
        advice={isKnown(code) ? t(reasons[code]) : problemText({ code, title: '', retryAfterS: null })}
      >
        {mayRetry ? (
          <Button kind="primary" onClick={onAgain}>
            {common('tryAgain')}
          </Button>
        ) : (
          <LinkButton kind="primary" to="/join">
            {t('closedSeat.joinAgain')}
          </LinkButton>
        )}
        <LinkButton to="/">{common('toHome')}</LinkButton>
      </EmptyState>
    </PlainPage>
  )
}
