/** A room full of people for the browser stories: who opens it, who joins from a phone, and what each of them is sent. */
import { type Browser, type BrowserContext, expect, type Locator, type Page } from '@playwright/test'

export const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } as const
export const laptop = { viewport: { width: 1440, height: 900 } } as const

interface Device {
  readonly viewport: { readonly width: number; readonly height: number }
  readonly hasTouch?: boolean
  readonly isMobile?: boolean
}

export interface Workshop {
  readonly id: string
  readonly code: string
}

/** Starts a workshop from the home page; the page is left on "Set the scene". */
export async function startWorkshop(page: Page, title: string, name: string): Promise<Workshop> {
  await page.goto('/')
  await page.getByRole('button', { name: 'Start a workshop' }).click()
  await page.getByLabel('What is it about?').fill(title)
  await page.getByLabel('Your name').fill(name)
  await page.getByRole('button', { name: 'Open the workshop' }).click()
  await page.waitForURL(/\/w\/[^/]+\/scene/)
  const id = workshopIdOf(page)
  const share = page.getByRole('button', { name: /^Show the code/ })
  const code = /[2-9A-HJKMNP-Z]{3} ?[2-9A-HJKMNP-Z]{3}/.exec((await share.textContent()) ?? '')?.[0] ?? ''
  return { id, code: code.replace(' ', '') }
}

/** Opens a private copy of the demo, as its facilitator. */
export async function openDemo(page: Page): Promise<string> {
  await page.goto('/')
  await page.getByRole('button', { name: 'Try the demo' }).click()
  await page.waitForURL(/\/w\/[^/]+\/\w+/)
  return workshopIdOf(page)
}

export const workshopIdOf = (page: Page): string => /\/w\/([^/#?]+)/.exec(page.url())?.[1] ?? ''

export interface Person {
  readonly name: string
  readonly context: BrowserContext
  readonly page: Page
  /** Everything this person's browser was sent by the server: bodies and socket frames. */
  readonly received: Buffer[]
  /** Requests to any other host; there must be none (SE-7a). */
  readonly foreign: string[]
}

const ownHosts = new Set(['localhost', '127.0.0.1'])

/** Someone with a browser of their own; `baseURL` where it is not the server of all stories. */
export async function arrive(
  browser: Browser,
  name: string,
  device: Device,
  baseURL?: string,
): Promise<Person> {
  const context = await browser.newContext({ ...device, ...(baseURL && { baseURL }) })
  const page = await context.newPage()
  const received: Buffer[] = []
  const foreign: string[] = []
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url())
    if (!['data:', 'blob:'].includes(protocol) && !ownHosts.has(hostname)) foreign.push(request.url())
  })
  page.on('response', async (response) => {
    if (!response.url().includes('/api/')) return
    try {
      received.push(await response.body())
    } catch {
      // A body that is gone with its page is none that was read.
    }
  })
  page.on('websocket', (socket) => {
    socket.on('framereceived', ({ payload }) => received.push(Buffer.from(payload)))
  })
  return { name, context, page, received, foreign }
}

/** Joins by code and name, the way a phone does. */
export async function joinByCode(
  { page, name }: Pick<Person, 'page' | 'name'>,
  code: string,
  functionName: string,
): Promise<void> {
  await page.goto('/join')
  await page.getByLabel('Character 1 of 6').click()
  await page.keyboard.type(code.toLowerCase())
  await page.getByLabel('Your name').fill(name)
  await page.locator('label', { has: page.getByRole('radio', { name: functionName, exact: true }) }).click()
  await page.getByRole('button', { name: 'I’m in' }).click()
  await page.waitForURL(/\/w\//)
}

/** The same without touching or pointing: only keys. */
export async function joinByKeys({ page, name }: Person, code: string, functionName: string): Promise<void> {
  await page.goto('/join')
  await tabTo(page, page.getByLabel('Character 1 of 6'))
  await page.keyboard.type(code)
  await tabTo(page, page.getByLabel('Your name'))
  await page.keyboard.type(name)
  await tabTo(page, page.getByRole('radio').first())
  const chosen = page.getByRole('radio', { name: functionName, exact: true })
  await page.keyboard.press('Space')
  for (let i = 0; i < 10 && !(await chosen.isChecked()); i++) await page.keyboard.press('ArrowDown')
  await tabTo(page, page.getByRole('button', { name: 'I’m in' }))
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/w\//)
}

/** Presses Tab until the element has the focus; a field that takes it by itself needs none. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible()
  const hasFocus = () => target.evaluate((element) => element === document.activeElement)
  for (let i = 0; i < 40 && !(await hasFocus()); i++) await page.keyboard.press('Tab')
  await expect(target).toBeFocused()
}

/** Waits until everything this person wrote is committed. */
export async function untilSaved(page: Page): Promise<void> {
  await expect(page.getByText('All changes saved').first()).toBeAttached()
}
