/** All texts of the client, by feature. Keys are checked at compile time: `useTranslation('home')`, `t('headline')`. */
import { bin } from './en/bin.ts'
import { board } from './en/board.ts'
import { call } from './en/call.ts'
import { card } from './en/card.ts'
import { chart } from './en/chart.ts'
import { closing } from './en/closing.ts'
import { coding } from './en/coding.ts'
import { decisions } from './en/decisions.ts'
import { exporting } from './en/exporting.ts'
import { findings } from './en/findings.ts'
import { former } from './en/former.ts'
import { guestLinks } from './en/guest-links.ts'
import { history } from './en/history.ts'
import { intake } from './en/intake.ts'
import { interviews } from './en/interviews.ts'
import { links } from './en/links.ts'
import { lists } from './en/lists.ts'
import { map } from './en/map.ts'
import { mark } from './en/mark.ts'
import { needs } from './en/needs.ts'
import { outline } from './en/outline.ts'
import { plan } from './en/plan.ts'
import { privacy } from './en/privacy.ts'
import { promise } from './en/promise.ts'
import { reality } from './en/reality.ts'
import { result } from './en/result.ts'
import { roadmap } from './en/roadmap.ts'
import { room } from './en/room.ts'
import { round } from './en/round.ts'
import { scene } from './en/scene.ts'
import { secondLook } from './en/second-look.ts'
import { sheets } from './en/sheets.ts'
import { unknown } from './en/unknown.ts'
import { vote } from './en/vote.ts'
import { weigh } from './en/weigh.ts'
import { firstTexts } from './first-texts.ts'

export const english = {
  ...firstTexts,
  bin,
  board,
  call,
  card,
  chart,
  closing,
  coding,
  guestLinks,
  decisions,
  exporting,
  findings,
  former,
  history,
  intake,
  interviews,
  lists,
  links,
  map,
  mark,
  needs,
  outline,
  plan,
  privacy,
  promise,
  reality,
  result,
  roadmap,
  room,
  round,
  scene,
  secondLook,
  sheets,
  unknown,
  vote,
  weigh,
} as const

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: typeof english
  }
}
