/** The story that sells the product: guess in secret, reveal, map together, take it home. */
import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page, test } from '@playwright/test'
import {
  arrive,
  joinByCode,
  joinByKeys,
  laptop,
  type Person,
  phone,
  startWorkshop,
  tabTo,
  untilSaved,
} from '#test/e2e/room.ts'
import { startServerProcess } from '#test/support/server-process.ts'

const needs = [
  'Alarms I can trust',
  'Audit without paperwork',
  'Whole cost known',
  'Night help that answers',
  'Proven in our trade',
]
/** Said by one person who does not know; stands for everything in a ballot. */
const canary = 'because of the quokka in aisle 9'

test('a facilitator and three phones: guess, seal, reveal, map, take away, open again', async ({
  browser,
}) => {
  const rosa = await arrive(browser, 'Rosa Lind', laptop)
  const workshop = await startWorkshop(rosa.page, 'Larder sensors for wholesalers', rosa.name)
  await rosa.page.getByLabel('Company').fill('Brackwell')
  await rosa.page.getByLabel('Product').fill('Larder sensors')
  await rosa.page
    .getByLabel('Kind of customer')
    .fill('Regional food wholesalers with two to eight cold stores')

  const people = await Promise.all(
    [
      { name: 'Ines', functionName: 'Marketing' },
      { name: 'Marcus', functionName: 'Sales' },
      { name: 'Helen', functionName: 'Customer service' },
    ].map(async ({ name, functionName }) => {
      const person = await arrive(browser, name, phone)
      // One of them never touches or points, from the code to the sealed ballot.
      const join = name === 'Marcus' ? joinByKeys : joinByCode
      await join(person, workshop.code, functionName)
      return person
    }),
  )
  const [ines, marcus, helen] = people as [Person, Person, Person]
  await expect(rosa.page.getByText('Helen').first()).toBeVisible()

  await test.step('the needs, written by two people', async () => {
    await rosa.page.getByRole('button', { name: 'Start guessing' }).click()
    await rosa.page.waitForURL(/\/needs/)
    for (const person of people) await person.page.waitForURL(/\/needs/)
    await rosa.page.getByRole('link', { name: /^Weigh the needs/ }).click()
    await rosa.page.getByRole('button', { name: 'Bring everyone here' }).click()
    for (const person of people) await person.page.waitForURL(/\/weigh/)
    for (const need of needs.slice(0, 4)) {
      await rosa.page.getByLabel('Add a need').fill(need)
      await rosa.page.keyboard.press('Enter')
    }
    await ines.page.getByLabel('Add a need').fill(needs[4] ?? '')
    await ines.page.keyboard.press('Enter')
    await expect(rosa.page.getByRole('list', { name: 'Needs to weigh' }).getByRole('listitem')).toHaveCount(5)
  })

  const before = people.map((person) => person.received.length)
  const rosaBefore = rosa.received.length
  await rosa.page.getByRole('button', { name: 'Open the round' }).click()
  for (const person of people) await expect(field(person.page, needs[0] ?? '')).toBeVisible()

  await test.step('99 and 101 are refused with a sentence, 100 is accepted', async () => {
    await give(ines.page, { [needs[0] ?? '']: '60', [needs[1] ?? '']: '39' })
    await expect(ines.page.getByRole('button', { name: 'Place all 100 to seal' })).toBeVisible()
    await give(ines.page, { [needs[1] ?? '']: '41' })
    await expect(ines.page.getByText('too many').first()).toBeVisible()
    await expect(ines.page.getByRole('button', { name: 'Take 1 back to seal' })).toBeVisible()
    await give(ines.page, { [needs[1] ?? '']: '40' })
    await ines.page.getByRole('button', { name: 'Seal my ballot' }).click()
    await expect(ines.page.getByRole('heading', { name: 'Sealed.' })).toBeVisible()
    await expect(ines.page.getByText(/Saved on the server \d\d:\d\d:\d\d/)).toBeVisible()
  })

  await test.step('one ballot by keyboard alone', async () => {
    const { page } = marcus
    await tabTo(page, page.getByRole('spinbutton').first())
    for (const points of ['20', '20', '20', '20']) {
      await page.keyboard.type(points)
      await page.keyboard.press('Enter')
    }
    await page.keyboard.press('=')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByRole('heading', { name: 'Sealed.' })).toBeVisible()
  })

  await test.step('one says: I do not know', async () => {
    await helen.page.getByRole('button', { name: 'I do not know how they would' }).click()
    await helen.page.getByLabel(/^Why\?/).fill(canary)
    await helen.page.getByRole('button', { name: 'Seal as “I do not know”' }).click()
    await expect(helen.page.getByRole('heading', { name: 'Sealed.' })).toBeVisible()
  })

  await expect(rosa.page.getByText('All three are sealed.')).toBeVisible()
  await test.step('[S1] nobody else was sent what is in a ballot', () => {
    const others = [
      ...rosa.received.slice(rosaBefore),
      ...ines.received.slice(before[0]),
      ...marcus.received.slice(before[1]),
    ]
    expect(others.length).toBeGreaterThan(3)
    expect(Buffer.concat(others).includes(canary)).toBe(false)
  })

  await test.step('the reveal reaches everyone', async () => {
    await rosa.page.getByRole('button', { name: /^Reveal/ }).click()
    for (const { page } of [rosa, ...people])
      await expect(page.getByRole('heading', { level: 1, name: 'The envelopes are open.' })).toBeVisible()
    await rosa.page.getByRole('button', { name: 'Next beat' }).click()
    for (const { page } of [rosa, ...people])
      await expect(page.getByRole('heading', { level: 1, name: 'This is what we weighed.' })).toBeVisible()
    await rosa.page.getByRole('button', { name: 'Show everything' }).click()
    for (const { page } of [rosa, ...people]) {
      await expect(page.getByRole('heading', { level: 1, name: /^Two ballots,/ })).toBeVisible()
    }
    await expect(rosa.page.getByText('2 sealed ballots, round 1.').first()).toBeVisible()
    await expect(rosa.page.getByText(canary)).toBeVisible()
    expect(Buffer.concat(marcus.received).includes(canary)).toBe(true)
    await rosa.page.getByRole('button', { name: 'Show as table' }).click()
    // (60 + 20) / 2 and so on; every figure shown is whole and they add up to 100.
    const row = rosa.page.getByRole('row', { name: new RegExp(`^${needs[0]}`) })
    await expect(row.getByRole('cell').first()).toHaveText('40')
  })

  await test.step('the roadmap, written together', async () => {
    await roadmapTogether(rosa, ines)
  })

  await test.step('the workshop leaves as a file that a fresh server takes back', async () => {
    const file = join(await mkdtemp(join(tmpdir(), 'gp-story-')), 'workshop.json')
    const [download] = await Promise.all([
      rosa.page.waitForEvent('download'),
      (async () => {
        await rosa.page.getByRole('button', { name: 'Menu' }).click()
        await rosa.page.getByRole('menuitem', { name: 'Download as a file' }).click()
      })(),
    ])
    await download.saveAs(file)
    const fresh = await startServerProcess({
      dataDir: await mkdtemp(join(tmpdir(), 'gp-fresh-')),
      main: 'dist/server/main.js',
    })
    try {
      await rosa.page.goto(fresh.url)
      await rosa.page.locator('input[type=file]').setInputFiles(file)
      // What it holds is shown before anything is opened.
      await expect(rosa.page.getByText(/^\d+ needs$/)).toBeVisible()
      await rosa.page.getByRole('button', { name: 'Open the workshop' }).click()
      await rosa.page.waitForURL(/\/w\/[^/]+\//)
      const id = /\/w\/([^/]+)/.exec(rosa.page.url())?.[1] ?? ''
      const reply = await rosa.page.request.get(`${fresh.url}/api/workshops/${id}/export.json`)
      const [sent, back] = [JSON.parse(await readFile(file, 'utf8')), await reply.json()]
      expect(texts(back)).toEqual(texts(sent))
      await rosa.page.goto(`${fresh.url}/w/${id}/weigh`)
      await expect(rosa.page.getByRole('heading', { level: 1, name: /^Two ballots,/ })).toBeVisible()
    } finally {
      await fresh.stop('SIGTERM')
    }
  })
})

const field = (page: Page, need: string) => page.getByRole('spinbutton', { name: need })

async function give(page: Page, points: Readonly<Record<string, string>>): Promise<void> {
  for (const [need, value] of Object.entries(points)) await field(page, need).fill(value)
}

/** Every text of the file in a fixed order: what must survive, whatever happens to ids and times. */
function texts(file: unknown): string[] {
  const found: string[] = []
  const collect = (value: unknown, key: string) => {
    if (typeof value === 'string' && /text|name|title|short|product|company|segment|reason/i.test(key))
      found.push(value)
    else if (Array.isArray(value)) for (const one of value) collect(one, key)
    else if (value && typeof value === 'object') for (const [k, one] of Object.entries(value)) collect(one, k)
  }
  collect((file as { workshop: unknown }).workshop, '')
  return found.sort()
}

async function roadmapTogether(rosa: Person, ines: Person): Promise<void> {
  const board = rosa.page
  const lane = 'What worries them'
  await board.getByRole('link', { name: /^Roadmap/ }).click()
  await board.getByRole('button', { name: 'Bring everyone here' }).click()
  await ines.page.waitForURL(/\/roadmap/)
  await board.getByRole('button', { name: /^Medium/ }).click()
  await expect(ines.page.getByText('Want it').first()).toBeVisible()

  await test.step('two people write in the same card', async () => {
    await cell(board, lane, 1).focus()
    await board.keyboard.press('n')
    await board.keyboard.type('It is on my head')
    await board.keyboard.press('Enter')
    await board.keyboard.press('Escape')
    const text = 'It is on my head'
    await card(board, text).focus()
    await board.keyboard.press('Enter')
    await ines.page.getByRole('button', { name: `Open “${text}”` }).tap()
    const hers = ines.page.getByRole('dialog').getByLabel('Text of the card')
    await expect(hers).toHaveValue(text)
    await hers.press('Home')
    await Promise.all([
      board.keyboard.type(' alone', { delay: 20 }),
      hers.pressSequentially('Maybe ', { delay: 20 }),
    ])
    await expect(board.getByLabel('Text of the card')).toHaveValue('Maybe It is on my head alone')
    await expect(hers).toHaveValue('Maybe It is on my head alone')
    await board.keyboard.press('Escape')
    await ines.page.keyboard.press('Escape')
  })

  await test.step('a card moves by mouse, and by keyboard, for everyone', async () => {
    const moved = card(board, 'Maybe It is on my head alone')
    const from = await centre(moved)
    const to = await centre(cell(board, lane, 2))
    await board.mouse.move(from.x, from.y)
    await board.mouse.down()
    await board.mouse.move(from.x + 10, from.y + 4, { steps: 4 })
    await board.mouse.move(to.x, to.y, { steps: 12 })
    await board.mouse.up()
    await expect(cell(board, lane, 2).getByRole('group')).toHaveCount(1)
    await moved.focus()
    await board.keyboard.press('Space')
    await board.keyboard.press('ArrowRight')
    await board.keyboard.press('Space')
    await expect(cell(board, lane, 3).getByRole('group')).toHaveCount(1)
    await expect(cell(board, lane, 2).getByRole('group')).toHaveCount(0)
    await expect(moved).toBeFocused()
    await untilSaved(board)
  })
}

/** A card of the board by its words; its spoken name begins with the lane. */
const card = (page: Page, text: string) => page.getByRole('group', { name: new RegExp(`: ${text}`) })

/** A cell of the board, by its lane and the number of its stage. */
const cell = (page: Page, lane: string, stage: number) =>
  page
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: lane }) })
    .getByRole('gridcell')
    .nth(stage - 1)

async function centre(locator: ReturnType<Page['locator']>): Promise<{ x: number; y: number }> {
  const box = await locator.boundingBox()
  if (!box) throw new Error('It is not on the screen.')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}
