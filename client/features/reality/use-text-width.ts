/** Measures words as the browser will draw them, again once the fonts have come. */
import { useEffect, useMemo, useState } from 'react'
import type { Measure } from '#client/features/reality/wrap-text.ts'

const SAFE = 1.03
/** Where there is no canvas, letters are taken as wide as the widest usual ones. */
const LETTER = 0.62

export function useTextWidth(): Measure {
  const [fontsSeen, setFontsSeen] = useState(0)
  useEffect(() => {
    const { fonts } = document
    if (!fonts) return
    const again = () => setFontsSeen((seen) => seen + 1)
    fonts.addEventListener?.('loadingdone', again)
    return () => fonts.removeEventListener?.('loadingdone', again)
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same words are another width in another font
  return useMemo(() => measureBy(contextOf()), [fontsSeen])
}

function contextOf(): CanvasRenderingContext2D | null {
  const isTestPage = navigator.userAgent.includes('jsdom')
  return isTestPage ? null : document.createElement('canvas').getContext('2d')
}

function measureBy(context: CanvasRenderingContext2D | null): Measure {
  const styles = getComputedStyle(document.documentElement)
  const family = styles.getPropertyValue('--font-text') || 'sans-serif'
  const display = styles.getPropertyValue('--font-display') || family
  return (text, size, weight) => {
    if (!context) return text.length * size * LETTER
    context.font = `${weight} ${size}px ${family}`
    const inText = context.measureText(text).width
    context.font = `${weight} ${size}px ${display}`
    return Math.max(inText, context.measureText(text).width) * SAFE
  }
}
