/**
 * The report as tidy tables, one kind of record each: what Excel and CSV hold. Column keys are stable machine names;
 * every row with a figure says whose it is and how many people are behind it.
 */

import { roundName } from '#shared/reality/round-words.ts'
import { verdictWords } from '#shared/reality/words.ts'
import { choice, coverageWords, GUESS, laneWords, words } from '#shared/report/file-words.ts'
import type { Report } from '#shared/report/report.ts'
import { col, figure, list, type Table, tableOf } from '#shared/report/table.ts'

export const needsTable = ({ needs }: Report): Table =>
  tableOf('needs', 'Needs', needs, [
    col('need_id', 'Id', 14, ({ id }) => id),
    col('need', 'Need', 34, ({ title }) => title),
    col('statement', 'Statement', 60, ({ statement }) => statement),
    col('kind', 'Kind', 18, ({ kind }) => kind),
    col('status', 'Status', 18, ({ status }) => status),
    col('guess_points', 'Our guess, points', 16, ({ guess }) => figure(guess?.mean)),
    col('guess_n', 'Our guess, n', 12, ({ guess }) => guess?.n ?? null),
    col('guess_label', 'Label of the guess', 30, ({ guess }) => guess?.label ?? ''),
    col('customers_points', 'Customers, points', 16, ({ customers }) => figure(customers?.mean)),
    col('customers_n', 'Customers, n', 12, ({ customers }) => customers?.n ?? null),
    col('customers_label', 'Label of the customers', 26, ({ customers }) => customers?.label ?? ''),
    col('gap', 'Guess minus customers', 14, ({ gap }) => figure(gap)),
    col('verdict', 'Our guess is', 20, ({ verdict }) => (verdict ? verdictWords(verdict) : '')),
    col('guess_rank', 'Place by our guess', 10, ({ guessRank }) => guessRank),
    col('customers_rank', 'Place by customers', 10, ({ customersRank }) => customersRank),
    col('second_look_points', 'Second look, points', 14, ({ secondLook }) => figure(secondLook?.mean)),
    col('second_look_n', 'Second look, n', 10, ({ secondLook }) => secondLook?.n ?? null),
    col('named_first', 'Named first unasked, customers', 14, ({ unaided, customers }) =>
      customers ? unaided : null,
    ),
  ])

export const scoresTable = ({ scores, meta }: Report): Table =>
  tableOf('scores', 'Scores', scores, [
    col('workshop_id', 'Workshop', 14, () => meta.workshopId),
    col('source', 'Source', 12, ({ whose }) => whose),
    col('round', 'Round', 8, ({ round }) => round),
    col('item_kind', 'Kind', 10, ({ kind }) => kind),
    col('item_id', 'Need id', 14, ({ needId }) => needId),
    col('item_label', 'Need', 34, ({ need }) => need),
    col('competitor_id', 'Option id', 14, ({ optionId }) => optionId),
    col('competitor_label', 'Option', 26, ({ option }) => option),
    col('seat', 'Who', 16, ({ seat }) => seat),
    col('function', 'Function', 20, ({ functionName }) => functionName),
    col('customer', 'Customer', 16, ({ customer }) => customer),
    col('role', 'Role of the customer', 24, ({ role }) => role),
    col('value', 'Value', 8, ({ value }) => value),
    col('n', 'n', 6, ({ n }) => n),
    col('scale_min', 'Scale from', 10, () => 0),
    col('scale_max', 'Scale to', 10, ({ kind }) => (kind === 'points' ? 100 : 10)),
    col('answered_at', 'When', 24, ({ at }) => at),
  ])

export const gridTable = ({ grid }: Report): Table =>
  tableOf(
    'competition',
    'Competition',
    (grid?.rows ?? []).flatMap(({ needId, need, cells }) =>
      cells.map((cell, index) => ({ needId, need, option: grid?.options[index], cell })),
    ),
    [
      col('need_id', 'Need id', 14, ({ needId }) => needId),
      col('need', 'Need', 34, ({ need }) => need),
      col('option_id', 'Option id', 14, ({ option }) => option?.id ?? ''),
      col('option', 'Option', 28, ({ option }) => option?.name ?? ''),
      col('guess_mark', 'Our guess, mark', 12, ({ cell }) => figure(cell.guess?.mean)),
      col('guess_n', 'Our guess, n', 10, ({ cell }) => cell.guess?.n ?? null),
      col('guess_unknown', 'Do not know, of us', 12, ({ cell }) => cell.guess?.unknown ?? null),
      col('guess_label', 'Label of the guess', 30, ({ cell }) => cell.guess?.label ?? ''),
      col('customers_mark', 'Customers, mark', 12, ({ cell }) => figure(cell.customers?.mean)),
      col('customers_n', 'Customers, n', 10, ({ cell }) => cell.customers?.n ?? null),
      col('customers_label', 'Label of the customers', 26, ({ cell }) => cell.customers?.label ?? ''),
    ],
  )

export const roadmapTable = ({ stages, customersAsked, isOpen }: Report): Table =>
  tableOf(
    'roadmap',
    'Roadmap',
    stages.flatMap((stage) => stage.cards.map((card) => ({ stage, card }))),
    [
      col('stage_number', 'Stage', 8, ({ stage }) => (stage.number === 0 ? null : stage.number)),
      col('stage', 'Name of the stage', 28, ({ stage }) => stage.name),
      col('phase', 'Phase', 12, ({ stage }) => (stage.number === 0 ? '' : choice(stage.phase))),
      col('stage_owner', 'Owner of the stage', 20, ({ stage }) => stage.owner),
      col('lane', 'Lane', 22, ({ card }) => laneWords[card.lane]),
      col('card_id', 'Card id', 14, ({ card }) => card.id),
      col('text', 'Card', 60, ({ card }) => card.text),
      col('source', 'Source', 12, ({ card }) => card.whose),
      col('raised_by_customers', 'Raised by customers', 12, ({ card }) => card.raisedBy),
      col('customers_n', 'Customers, n', 12, () => (isOpen ? customersAsked : null)),
      col('answered', 'Answered', 18, ({ card }) => (card.coverage ? coverageWords[card.coverage] : '')),
      col('status', 'Status of the answer', 22, ({ card }) => card.status),
      col('proof', 'Proof', 18, ({ card }) => card.proof),
      col('true_today', 'True today', 12, ({ card }) => card.trueToday),
      col('settles', 'Settles', 40, ({ card }) => list(card.settles)),
      col('owner', 'Owner', 20, ({ card }) => card.owner),
      col('link', 'Link', 30, ({ card }) => card.link),
      col('hurdles', 'Hurdles', 30, ({ card }) => card.hurdles),
      col('outcome', 'Outcome', 30, ({ card }) => card.outcome),
      col('quotes', 'Quotes', 50, ({ card }) => list(card.quotes.map(({ text, by }) => `“${text}” (${by})`))),
    ],
  )

export const stagesTable = ({ stages }: Report): Table =>
  tableOf(
    'stages',
    'Stages',
    stages.filter(({ number }) => number > 0),
    [
      col('stage_number', 'Stage', 8, ({ number }) => number),
      col('stage_id', 'Id', 14, ({ id }) => id),
      col('name', 'Name', 30, ({ name }) => name),
      col('phase', 'Phase', 12, ({ phase }) => choice(phase)),
      col('owner', 'Owner', 20, ({ owner }) => (owner === '' ? words.noOwner : owner)),
      col('who_buys', 'Who takes part', 30, ({ buyerRoles }) => list(buyerRoles)),
      col('ends_when', 'Ends when', 40, ({ endsWhen }) => endsWhen),
      col('weeks', 'Weeks', 8, ({ weeks }) => weeks),
      col('answered', 'Answered', 10, ({ counts }) => counts.answered),
      col('partly', 'Partly', 10, ({ counts }) => counts.weak),
      col('open', 'Unanswered', 10, ({ counts }) => counts.open),
      col('neglected', 'Neglected', 10, ({ isNeglected }) => isNeglected),
    ],
  )

export const interviewsTable = ({ interviews, needs }: Report): Table =>
  tableOf('interviews', 'Interviews', interviews, [
    col('interview_id', 'Id', 14, ({ id }) => id),
    col('customer', 'Customer', 16, ({ pseudonym }) => pseudonym),
    col('date', 'Date', 12, ({ date }) => date),
    col('mode', 'How', 14, ({ mode }) => mode),
    col('source', 'Kind', 22, ({ source }) => source),
    col('minutes', 'Minutes', 10, ({ minutes }) => minutes),
    col('role', 'Role', 26, ({ role }) => role),
    col('trade', 'Trade', 26, ({ trade }) => trade),
    col('staff', 'Staff', 8, ({ staff }) => staff),
    col('sites', 'Sites', 8, ({ sites }) => sites),
    col('buying_role', 'Part in buying', 18, ({ buyingRole }) => buyingRole),
    col('years_as_customer', 'Years as customer', 12, ({ years }) => years),
    col('won_or_lost', 'Bought', 18, ({ wonOrLost }) => wonOrLost),
    col('named_first', 'Named first unasked', 28, ({ unaided }) => unaided),
    ...needs.map((need) =>
      col<Report['interviews'][number]>(`points_${need.id}`, `Points: ${need.title}`, 12, ({ points }) => {
        const hasAny = Object.keys(points).length > 0
        return hasAny ? (points[need.id] ?? 0) : null
      }),
    ),
  ])

export const answersTable = ({ interviews }: Report): Table =>
  tableOf(
    'answers',
    'Answers',
    interviews.flatMap(({ id, pseudonym, answers }) =>
      answers.map((answer) => ({ id, pseudonym, ...answer })),
    ),
    [
      col('interview_id', 'Interview', 14, ({ id }) => id),
      col('customer', 'Customer', 16, ({ pseudonym }) => pseudonym),
      col('question', 'Question', 50, ({ question }) => question),
      col('answer', 'Answer', 90, ({ text }) => text),
    ],
  )

export const quotesTable = ({ quotes }: Report): Table =>
  tableOf('quotes', 'Quotes', quotes, [
    col('quote_id', 'Id', 14, ({ id }) => id),
    col('interview_id', 'Interview', 14, ({ interviewId }) => interviewId),
    col('quote', 'Quote', 80, ({ text }) => text),
    col('by', 'By', 30, ({ by }) => by),
    col('needs', 'About the needs', 34, ({ needs }) => list(needs)),
    col('stages', 'About the stages', 34, ({ stages }) => list(stages)),
  ])

export const actionsTable = ({ actions }: Report): Table =>
  tableOf('actions', 'Actions', actions, [
    col('action_id', 'Id', 14, ({ id }) => id),
    col('kind', 'Kind', 10, ({ kind }) => choice(kind)),
    col('title', 'Action', 60, ({ title }) => title),
    col('owner', 'Owner', 22, ({ owner }) => owner),
    col('function', 'Function', 22, ({ functionName }) => functionName),
    col('due', 'Due', 12, ({ due }) => due),
    col('status', 'Status', 12, ({ status }) => choice(status)),
    col('aim', 'Aim', 14, ({ aim }) => aim),
    col('impact', 'Impact', 10, ({ impact }) => impact),
    col('effort', 'Effort', 10, ({ effort }) => effort),
    col('measure', 'Measure', 30, ({ measure }) => measure),
    col('start', 'Start', 14, ({ baseline }) => baseline),
    col('target', 'Target', 14, ({ target }) => target),
    col('latest', 'Now', 14, ({ latest }) => latest),
    col('settled', 'Settled it', 10, ({ settled }) => settled),
    col('why_new', 'Why something new', 30, ({ whyNew }) => whyNew),
    col('revenue', 'Effect on revenue', 30, ({ revenue }) => considered(revenue)),
    col('margin', 'Effect on margin', 30, ({ margin }) => considered(margin)),
    col('cash', 'Effect on cash', 30, ({ cash }) => considered(cash)),
    col('rests_on', 'Rests on', 60, ({ evidence }) =>
      evidence.length === 0 ? words.opinion : list(evidence),
    ),
    col('tied_to', 'Closes or uses', 60, ({ tiedTo }) => list(tiedTo)),
    col('quotes', 'Quotes', 50, ({ quotes }) => list(quotes.map(({ text, by }) => `“${text}” (${by})`))),
    col('promised_on', 'Promised on', 12, ({ promisedOn }) => promisedOn),
  ])

export const considered = (effect: string): string => (effect.trim() === '' ? words.notConsidered : effect)

export const decisionsTable = ({ decisions }: Report): Table =>
  tableOf('decisions', 'Decisions', decisions, [
    col('decision_id', 'Id', 14, ({ id }) => id),
    col('kind', 'Kind', 20, ({ kind }) => kind),
    col('text', 'Decision', 60, ({ text }) => text),
    col('note', 'Note', 40, ({ note }) => note),
    col('votes_for', 'For', 8, ({ support }) => support.for),
    col('votes_against', 'Against', 8, ({ support }) => support.against),
    col('abstained', 'Abstained', 10, ({ support }) => support.abstain),
    col('dissent', 'Dissent', 50, ({ dissent }) => list(dissent)),
    col('rests_on', 'Rests on', 50, ({ evidence }) =>
      evidence.length === 0 ? words.opinion : list(evidence),
    ),
    col('decided_on', 'Decided on', 14, ({ decidedOn }) => decidedOn),
    col('look_again', 'Look again', 26, ({ reviewWhen }) => reviewWhen),
    col('superseded', 'Superseded', 12, ({ isSuperseded }) => isSuperseded),
  ])

export const gapsTable = ({ gaps }: Report): Table =>
  tableOf('unknown', 'What we do not know', gaps, [
    col('gap_id', 'Id', 14, ({ id }) => id),
    col('text', 'What we do not know', 60, ({ text }) => text),
    col('status', 'Status', 12, ({ status }) => status),
    col('answered_by', 'Answered by', 40, ({ answeredBy }) => answeredBy),
    col('owner', 'Owner', 20, ({ owner }) => owner),
    col('due', 'Due', 12, ({ due }) => due),
  ])

export const findingsTable = ({ findings, customersAsked }: Report): Table =>
  tableOf('findings', 'Findings', findings, [
    col('finding', 'Finding', 60, ({ text }) => text),
    col('customers', 'Customers', 12, ({ customers }) => customers),
    col('customers_n', 'Customers, n', 12, () => customersAsked),
    col('in_words', 'How many', 28, (finding) => finding.words),
    col('quotes', 'Quotes', 60, ({ quotes }) => list(quotes.map(({ text, by }) => `“${text}” (${by})`))),
  ])

export const evidenceTable = ({ evidence }: Report): Table =>
  tableOf('other_evidence', 'Other evidence', evidence, [
    col('kind', 'Kind', 16, ({ kind }) => kind),
    col('text', 'Text', 80, ({ text }) => text),
    col('source', 'Source', 30, ({ source }) => source),
    col('date', 'Date', 12, ({ date }) => date),
  ])

export const promisesTable = ({ promiseHistory }: Report): Table =>
  tableOf('promises', 'Promises', promiseHistory, [
    col('promise', 'Promise', 80, ({ text }) => text),
    col('status', 'Status', 14, ({ status }) => status),
    col('because', 'Superseded because', 50, ({ because }) => because),
  ])

export const responsesTable = ({ responses }: Report): Table =>
  tableOf('rounds', 'Rounds', responses, [
    col('round', 'Round', 34, ({ kind, number }) => roundName(kind, number)),
    col('source', 'Source', 14, ({ informed }) => (informed ? 'second look' : GUESS)),
    col('status', 'Status', 12, ({ status }) => status),
    col('sealed', 'Sealed', 10, ({ sealed }) => sealed),
    col('expected', 'Of', 10, ({ expected }) => expected),
    col('revealed_at', 'Revealed', 26, ({ revealedAt }) => revealedAt),
  ])

export const historyTable = ({ history }: Report): Table =>
  tableOf('history', 'History', history, [
    col('at', 'When', 26, ({ at }) => at),
    col('record_kind', 'What', 18, ({ what }) => what),
    col('record_id', 'Id', 14, ({ recordId }) => recordId),
    col('field', 'Field', 18, ({ field }) => field),
    col('from', 'From', 50, ({ from }) => from),
    col('to', 'To', 50, ({ to }) => to),
    col('by', 'Who', 18, ({ by }) => by),
    col('reason', 'Why', 40, ({ reason }) => reason),
  ])

export const parkingTable = ({ parking }: Report): Table =>
  tableOf('parking_lot', 'Parking lot', parking, [
    col('text', 'Text', 80, ({ text }) => text),
    col('function', 'Function', 22, ({ functionName }) => functionName),
    col('status', 'Status', 14, ({ status }) => status),
  ])
