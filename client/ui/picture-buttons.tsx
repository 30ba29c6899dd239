/** A chart as a picture: for the clipboard, as points in three sizes, as a drawing for web pages. Opens where it is pressed. */
import { type RefObject, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { savePicture, takePicture } from '#client/lib/picture.ts'
import { Button } from './button.tsx'
import styles from './chart.module.css'
import { showToast } from './toast-store.ts'

const SIZES = [1, 2, 3] as const

export function PictureButtons(props: {
  readonly title: string
  readonly frame: RefObject<HTMLDivElement | null>
}) {
  const { title, frame } = props
  const { t } = useTranslation('chart')
  const id = useId()
  const [isOpen, setIsOpen] = useState(false)
  const take = async (
    picture: (element: HTMLElement) => Promise<'copied' | 'saved' | 'asFile' | 'failed'>,
  ) => {
    if (!frame.current) return
    const outcome = await picture(frame.current)
    showToast({ kind: outcome === 'failed' ? 'problem' : 'good', text: t(`picture.${outcome}`) })
  }
  return (
    <>
      <Button kind="quiet" aria-expanded={isOpen} aria-controls={id} onClick={() => setIsOpen(!isOpen)}>
        {t('takePicture')}
      </Button>
      <fieldset id={id} hidden={!isOpen} className={styles.pictures} aria-label={t('pictures')}>
        <Button onClick={() => void take((element) => takePicture(element, title))}>
          {t('copyPicture')}
        </Button>
        {SIZES.map((size) => (
          <Button key={size} onClick={() => void take((element) => savePicture(element, title, size))}>
            {t('png', { size })}
          </Button>
        ))}
        <Button onClick={() => void take((element) => savePicture(element, title, 'svg'))}>{t('svg')}</Button>
      </fieldset>
    </>
  )
}
