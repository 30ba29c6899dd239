/** Logo and two colours of one's firm; what they do to reading is said at once. */
import { useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FirmLook } from '#client/features/export/firm-look.ts'
import { hasSlides } from '#client/features/export/formats.ts'
import { logoAddress, logoPicture } from '#client/lib/logo-picture.ts'
import { Button } from '#client/ui/button.tsx'
import type from '#client/ui/type.module.css'
import type { ExportFormat } from '#shared/protocol/export-formats.ts'
import { contrast } from '#shared/slides/colours.ts'
import { isTakenForInk, lookOf } from '#shared/slides/look.ts'
import options from './export.module.css'
import styles from './firm.module.css'

interface FirmProps {
  readonly format: ExportFormat
  readonly firm: FirmLook
  readonly look: 'light' | 'dark'
  readonly onChange: (change: Partial<FirmLook>) => void
}

export function FirmPart({ format, firm, look, onChange }: FirmProps) {
  const { t } = useTranslation('exporting')
  const { main, accent } = firm
  const drawn = lookOf({ look, main: main ?? undefined, accent: accent ?? undefined })
  const ratio = (one: string, other: string) => contrast(one, other).toFixed(1)
  const accentHint = () => {
    if (accent === null || drawn.between === drawn.accent) return t('firm.accentHint')
    if (isTakenForInk(accent)) return t('firm.accentInk')
    return t('firm.accentFaint', { ratio: ratio(drawn.accent, drawn.paper) })
  }
  return (
    <fieldset className={options.options}>
      <legend className={type.section}>{t('firm.title')}</legend>
      <LogoField firm={firm} onChange={onChange} />
      {hasSlides(format) && (
        <>
          <Colour
            label={t('firm.main')}
            value={drawn.main}
            hint={t('firm.mainHint', {
              text: t(drawn.onMain === '17191D' ? 'firm.dark' : 'firm.white'),
              ratio: ratio(drawn.onMain, drawn.main),
            })}
            onChange={(colour) => onChange({ main: colour })}
          />
          <Colour
            label={t('firm.accent')}
            value={drawn.accent}
            hint={accentHint()}
            onChange={(colour) => onChange({ accent: colour })}
          />
          {(main ?? accent) !== null && (
            <Button kind="quiet" onClick={() => onChange({ main: null, accent: null })}>
              {t('firm.reset')}
            </Button>
          )}
        </>
      )}
      <p className={type.meta}>{t('firm.kept')}</p>
    </fieldset>
  )
}

function LogoField({ firm, onChange }: Pick<FirmProps, 'firm' | 'onChange'>) {
  const { t } = useTranslation('exporting')
  const picker = useRef<HTMLInputElement>(null)
  const [fault, setFault] = useState<'kind' | 'large' | null>(null)
  const take = async (file: File | undefined) => {
    if (!file) return
    const logo = await logoPicture(file)
    setFault(typeof logo === 'string' ? logo : null)
    if (typeof logo !== 'string') onChange({ logo })
  }
  return (
    <div className={styles.logo}>
      {firm.logo && <img src={logoAddress(firm.logo)} alt={t('firm.shown')} />}
      <input
        ref={picker}
        type="file"
        accept="image/png,image/jpeg,image/svg+xml"
        className={type.hidden}
        tabIndex={-1}
        aria-label={t('firm.logo')}
        onChange={(event) => {
          void take(event.target.files?.[0])
          event.target.value = ''
        }}
      />
      <div className={styles.buttons}>
        <Button onClick={() => picker.current?.click()}>
          {t(firm.logo ? 'firm.change' : 'firm.choose')}
        </Button>
        {firm.logo ? (
          <Button kind="quiet" onClick={() => onChange({ logo: null })}>
            {t('firm.remove')}
          </Button>
        ) : (
          <span className={type.meta}>{t('firm.kinds')}</span>
        )}
      </div>
      {fault && (
        <p role="alert" className={options.failed}>
          {t(`firm.fault.${fault}`)}
        </p>
      )}
    </div>
  )
}

function Colour(props: {
  readonly label: string
  readonly value: string
  readonly hint: string
  readonly onChange: (colour: string) => void
}) {
  const id = useId()
  return (
    <div className={styles.colour}>
      <input
        id={id}
        type="color"
        value={`#${props.value.toLowerCase()}`}
        aria-describedby={`${id}-hint`}
        onChange={(event) => props.onChange(event.target.value.slice(1))}
      />
      <div>
        <label htmlFor={id}>{props.label}</label>
        <p id={`${id}-hint`} className={type.meta}>
          {props.hint}
        </p>
      </div>
    </div>
  )
}
