/** Where things of a slide lie in its picture. */
import type { CSSProperties } from 'react'
import { PAGE } from '#shared/slides/deck.ts'
import type { Box } from '#shared/slides/sheet.ts'

/** Of the width of the picture, from inches or points. */
export const wide = (inches: number): string => `${((inches / PAGE.w) * 100).toFixed(3)}cqw`
export const points = (size: number): string => wide(size / 72)
export const place = ({ x, y, w, h }: Box): CSSProperties => ({
  left: wide(x),
  top: wide(y),
  width: wide(w),
  height: wide(h),
})
