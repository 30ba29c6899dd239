/**
 * A logo as a PNG small enough to go along with a request, drawn on this device: an SVG becomes points here and is never
 * sent, so that nothing in it can run or fetch anything.
 */
import { MAX_LOGO_BYTES } from '#shared/protocol/export-calls.ts'

export interface LogoPicture {
  /** PNG. */
  readonly base64: string
  readonly width: number
  readonly height: number
}

export const isLogo = (value: unknown): value is LogoPicture => {
  if (typeof value !== 'object' || value === null) return false
  const { base64, width, height } = value as Readonly<Record<string, unknown>>
  return typeof base64 === 'string' && typeof width === 'number' && typeof height === 'number'
}

export const logoAddress = ({ base64 }: LogoPicture): string => `data:image/png;base64,${base64}`

const MOST_FILE_BYTES = 5_000_000
const ROOM = { width: 1200, height: 480 } as const
const SMALLER = [1, 0.7, 0.5, 0.35, 0.25] as const

/** The logo, or why there is none. */
export async function logoPicture(file: Blob): Promise<LogoPicture | 'kind' | 'large'> {
  if (!['image/png', 'image/jpeg', 'image/svg+xml'].includes(file.type)) return 'kind'
  if (file.size > MOST_FILE_BYTES) return 'large'
  const address = URL.createObjectURL(file)
  try {
    const image = new Image()
    image.src = address
    await image.decode()
    return await drawn(image, file.type === 'image/svg+xml')
  } catch {
    return 'kind'
  } finally {
    URL.revokeObjectURL(address)
  }
}

async function drawn(image: HTMLImageElement, isVector: boolean): Promise<LogoPicture | 'kind' | 'large'> {
  // An SVG need not say how large it is.
  const [wide, high] = [image.naturalWidth || ROOM.width, image.naturalHeight || ROOM.height]
  const fitting = Math.min(ROOM.width / wide, ROOM.height / high)
  const scale = isVector ? fitting : Math.min(1, fitting)
  for (const smaller of SMALLER) {
    const canvas = document.createElement('canvas')
    canvas.width = Math.max(1, Math.round(wide * scale * smaller))
    canvas.height = Math.max(1, Math.round(high * scale * smaller))
    const pen = canvas.getContext('2d')
    if (!pen) return 'kind'
    pen.drawImage(image, 0, 0, canvas.width, canvas.height)
    const base64 = canvas.toDataURL('image/png').replace(/^data:image\/png;base64,/, '')
    if (base64.length * 0.75 <= MAX_LOGO_BYTES) return { base64, width: canvas.width, height: canvas.height }
  }
  return 'large'
}
