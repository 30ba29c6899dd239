/** A QR code, dark on white in both themes, error level M, with its quiet zone of four modules. Drawn on this device. */
import { useEffect, useState } from 'react'
import styles from './qr-code.module.css'

const QUIET_MODULES = 4

interface Drawing {
  readonly side: number
  readonly path: string
}

export function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const [drawing, setDrawing] = useState<Drawing | null>(null)
  useEffect(() => {
    let isCurrent = true
    void drawQr(text).then((drawn) => {
      if (isCurrent) setDrawing(drawn)
    })
    return () => {
      isCurrent = false
    }
  }, [text])
  if (!drawing) return <div className={styles.qr} />
  return (
    <svg
      className={styles.qr}
      viewBox={`0 0 ${drawing.side} ${drawing.side}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <path d={drawing.path} />
    </svg>
  )
}

async function drawQr(text: string): Promise<Drawing> {
  const { create } = await import('qrcode')
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const dark: string[] = []
  for (let y = 0; y < modules.size; y++) {
    for (let x = 0; x < modules.size; x++) {
      if (modules.get(y, x)) dark.push(`M${x + QUIET_MODULES} ${y + QUIET_MODULES}h1v1h-1z`)
    }
  }
  return { side: modules.size + 2 * QUIET_MODULES, path: dark.join('') }
}
