/** The name last typed on this device, so that it need not be typed again. Nothing else about a person is kept here. */
import { keep, kept } from './kept.ts'

const KEY = 'guessproof.name'

export const ownName = (): string => kept(KEY) ?? ''
export const keepOwnName = (name: string): void => keep(KEY, name)
